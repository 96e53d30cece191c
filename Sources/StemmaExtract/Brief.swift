package import StemmaModel

/// What is needed of a report among a million: its words, and who published it when.
package struct Brief: Sendable {
  /// May be empty.
  package var title: String
  /// A paragraph a line.
  package var text: String
  package var outlet: String?
  /// In UTC.
  package var published: Moment?
}

extension Extractor {
  /// The brief of a page; nil where it has no article.
  ///
  /// A record in plain text that declares anything is taken at its word: its text is an article already. Of all others the
  /// report is extracted, a hundred times as slowly.
  package func brief(_ page: Page) -> Brief? {
    if page.form == .plain, page.recordID != nil || page.testimony.contains(where: { $0.voice == .record }) {
      return Brief(
        title: page.testimony.first(.title) ?? "", text: page.text, outlet: page.testimony.first(.outlet),
        published: page.testimony.all(.published).lazy.compactMap { Self.published($0.value) }.first)
    }
    let report = extract(page)
    guard !report.body.isEmpty else { return nil }
    let body = report.body.map { String(decoding: report.text.bytes[$0.range], as: UTF8.self) }
    return Brief(
      title: report.title?.text ?? "", text: body.joined(separator: "\n"), outlet: report.outlet?.name,
      published: report.published.map { $0.time ?? $0.moment })
  }

  private static func published(_ text: String) -> Moment? {
    DateReader.declared(text).flatMap { PublicationFinder.isPlausible($0.day) ? $0.moment : nil }
  }
}

public import StemmaModel

extension StoryList {
  /// Reports that a dossier is made of, at most: its arrays hold the whole story.
  public static let mostInDossier = 500

  /// The story's dossier, of its first reports; nil where it has fewer than two that can be read.
  public func dossier(of index: Int, from shelf: PageShelf) throws -> Dossier? {
    let reports = entries[index].reports
    guard reports.count > 1 else { return nil }
    let pages = try reports.prefix(Self.mostInDossier).compactMap { try shelf.page(of: $0) }
    var caveats: [Caveat] = []
    if reports.count > Self.mostInDossier {
      caveats.append(
        Caveat(
          .cutShort,
          note: "The story has \(reports.count) reports; the dossier is of the first \(Self.mostInDossier) by time."))
    }
    var options = Pipeline.Options()
    options.oneStory = true
    return Pipeline(options).editions(of: pages, trouble: caveats).first?.dossier
  }
}

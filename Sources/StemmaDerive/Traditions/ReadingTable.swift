/// A tradition as the inference reads it: flat numbers, readings renumbered within their claim by first appearance, so that
/// the numbers a caller uses cannot matter.
struct ReadingTable: Sendable {
  /// That a text has a claim in a certain reading, with a probability: 1 for what is read in a report.
  struct Entry: Sendable {
    var claim: Int32
    /// Of all readings of all claims.
    var reading: Int32
    var probability: Float
  }

  /// By report, ascending by claim.
  var entries: [[Entry]]
  var times: [Double?]
  var isQuoted: [Bool]
  /// How many reports have the claim.
  var witnesses: [Int32]
  /// How many have the reading.
  var holders: [Int32]
  /// Which reports have the reading, ascending.
  var holderLists: [[Int32]]
  /// The wording in the tradition's own numbers, by reading.
  var wording: [Int]

  var reportCount: Int { entries.count }
  var claimCount: Int { isQuoted.count }
  var readingCount: Int { holders.count }

  init(_ tradition: Tradition) {
    let claimCount = tradition.claims.count
    isQuoted = tradition.claims.map(\.isQuoted)
    times = tradition.reports.map { report in report.time.flatMap { $0.isFinite ? $0 : nil } }
    witnesses = Array(repeating: 0, count: claimCount)
    // Sorted, so that a reading's number does not hang on a table of hashes.
    var all: [(claim: Int, wording: Int, report: Int)] = []
    for (report, each) in tradition.reports.enumerated() {
      var seen = Set<Int>()
      for reading in each.readings where tradition.claims.indices.contains(reading.claim) {
        if seen.insert(reading.claim).inserted { all.append((reading.claim, reading.wording, report)) }
      }
    }
    all.sort { ($0.claim, $0.report) < ($1.claim, $1.report) }
    entries = Array(repeating: [], count: tradition.reports.count)
    holders = []
    holderLists = []
    wording = []
    var numbers: [Int: Int32] = [:]
    for (place, item) in all.enumerated() {
      if place == 0 || all[place - 1].claim != item.claim { numbers.removeAll(keepingCapacity: true) }
      let reading: Int32
      if let known = numbers[item.wording] {
        reading = known
      } else {
        reading = Int32(holders.count)
        numbers[item.wording] = reading
        holders.append(0)
        holderLists.append([])
        wording.append(item.wording)
      }
      holders[Int(reading)] += 1
      holderLists[Int(reading)].append(Int32(item.report))
      witnesses[item.claim] += 1
      entries[item.report].append(Entry(claim: Int32(item.claim), reading: reading, probability: 1))
    }
  }
}

import StemmaModel

/// The pairs of reports whose kinship is weighed: in a small story all, in a large one for each report those nearest to it.
struct KinCandidates {
  /// Reports of a story up to which all pairs are weighed.
  static let allPairs = 64
  /// Others that each kind of nearness brings to a report of a larger story.
  static let most = 12
  /// Carriers up to which a claim leads from one report to another: what all say tells nothing.
  static let commonest = 48
  /// Reports after one, in the order of the story, that print the same agency.
  static let creditWindow = 4

  private let count: Int
  private let collation: Collation
  private let table: ClaimTable

  init(_ collation: Collation, _ table: ClaimTable) {
    count = collation.story.reports.count
    self.collation = collation
    self.table = table
  }

  /// Pairs `a < b` in order, each once.
  ///
  /// - Parameter others: pairs that are to be among them, in any order.
  /// - Complexity: O(*n*) pairs in the reports of a large story, from the matches and the shared claims.
  func pairs(besides others: [(report: Int, source: Int)]) -> [(a: Int, b: Int)] {
    guard count > Self.allPairs else {
      return (0..<count).flatMap { a in (a + 1..<max(a + 1, count)).map { (a, $0) } }
    }
    var keys: [UInt64] = []
    func add(_ a: Int, _ b: Int) { if a != b { keys.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) } }
    for (report, others) in byWording().enumerated() { for other in others { add(report, other) } }
    for (report, others) in byClaims().enumerated() { for other in others { add(report, other) } }
    for (a, b) in byCredit() { add(a, b) }
    for (a, b) in others { add(a, b) }
    keys.sort()
    var last = UInt64.max
    return keys.compactMap { key in
      guard key != last else { return nil }
      last = key
      return (Int(key >> 32), Int(key & 0xffff_ffff))
    }
  }

  private func byWording() -> [[Int]] {
    var nats = [[Int: Double]](repeating: [:], count: count)
    for match in collation.story.matches where !match.isQuoted && match.nats > 0 {
      nats[match.a][match.b, default: 0] += match.nats
      nats[match.b][match.a, default: 0] += match.nats
    }
    return nats.map { Self.best($0) }
  }

  private func byClaims() -> [[Int]] {
    var carriers = [[Int]](repeating: [], count: table.carriers.count)
    for report in 0..<count { for (claim, _) in table.claims[report] { carriers[claim].append(report) } }
    return (0..<count).map { report in
      var weight: [Int: Double] = [:]
      for (claim, _) in table.claims[report] where carriers[claim].count <= Self.commonest {
        for other in carriers[claim] where other != report {
          weight[other, default: 0] += 1 / Double(carriers[claim].count)
        }
      }
      return Self.best(weight)
    }
  }

  private static func best(_ weights: [Int: Double]) -> [Int] {
    weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
  }

  private func byCredit() -> [(Int, Int)] {
    var printed: [String: [Int]] = [:]
    for (index, report) in collation.story.reports.enumerated() {
      for agency in Set(report.report.credits.filter { SharedCredit.isOfText($0.kind) }.map(\.agency)) {
        printed[agency, default: []].append(index)
      }
    }
    return printed.values.flatMap { reports in
      reports.indices.flatMap { at in
        reports[at...].dropFirst().prefix(Self.creditWindow).map { (reports[at], $0) }
      }
    }
  }
}

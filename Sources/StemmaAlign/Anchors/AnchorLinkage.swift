/// Joins items into groups, the most alike first, where the groups are alike as a whole and no report says two things
/// among them.
struct AnchorLinkage {
  struct Edge {
    var a: Int
    var b: Int
    var likeness: Double
  }

  /// Members that speak for a group: of a hundred wordings a few tell what it is.
  static let speakers = 6
  /// Items of one report that are looked at for a clash.
  static let mostOfReport = 4

  /// Groups of items; empty where it was joined to another.
  private(set) var members: [[Int]]
  private(set) var groupOf: [Int]
  /// For each group by report its items there.
  private var byReport: [[Int32: [Int]]]
  /// Pairs of groups that were found unlike, with how many members both had then.
  private var refused: [UInt64: Int] = [:]

  /// - Parameter reports: for each item the reports it stands in, each once.
  init(reports: [[Int32]]) {
    members = reports.indices.map { [$0] }
    groupOf = Array(reports.indices)
    byReport = reports.enumerated().map { item, reports in
      Dictionary(uniqueKeysWithValues: reports.map { ($0, [item]) })
    }
  }

  /// - Parameters:
  ///   - edges: of alike items; order does not matter.
  ///   - sure: at which two items are one thing, whatever else their groups have.
  ///   - least: what two groups are alike at the least, on average.
  ///   - likeness: nil where two items say nothing of each other.
  ///   - mayMeet: whether two items of one report may be in one group.
  /// - Complexity: a sort of the edges; O(1) likenesses for each; each item moves O(log *n*) times.
  mutating func join(
    _ edges: [Edge], sure: Double, least: Double, likeness: (Int, Int) -> Double?, mayMeet: (Int, Int) -> Bool
  ) {
    for edge in edges.sorted(by: { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }) {
      let (a, b) = (groupOf[edge.a], groupOf[edge.b])
      guard a != b else { continue }
      let (few, many) = (members[a].count, a) <= (members[b].count, b) ? (a, b) : (b, a)
      let key = UInt64(few) << 32 | UInt64(many)
      let size = members[few].count + members[many].count
      guard refused[key] != size else { continue }
      guard edge.likeness >= sure || mean(few, many, likeness) >= least, !clash(few, many, mayMeet) else {
        refused[key] = size
        continue
      }
      move(few, to: many)
    }
  }

  mutating func join(_ a: Int, _ b: Int) {
    guard a != b else { return }
    let (few, many) = (members[a].count, a) <= (members[b].count, b) ? (a, b) : (b, a)
    move(few, to: many)
  }

  /// Groups that are not empty, each in order, in order of their first item.
  var groups: [[Int]] { members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] } }

  private mutating func move(_ few: Int, to many: Int) {
    members[many] += members[few]
    for item in members[few] { groupOf[item] = many }
    members[few] = []
    for (report, items) in byReport[few] { byReport[many][report, default: []] += items }
    byReport[few] = [:]
  }

  private func mean(_ a: Int, _ b: Int, _ likeness: (Int, Int) -> Double?) -> Double {
    var (sum, pairs) = (0.0, 0.0)
    for i in members[a].prefix(Self.speakers) {
      for j in members[b].prefix(Self.speakers) {
        guard let value = likeness(i, j) else { continue }
        sum += value
        pairs += 1
      }
    }
    return pairs > 0 ? sum / pairs : -1
  }

  private func clash(_ few: Int, _ many: Int, _ mayMeet: (Int, Int) -> Bool) -> Bool {
    let (few, many) =
      byReport[few].count <= byReport[many].count ? (byReport[few], byReport[many]) : (byReport[many], byReport[few])
    return few.contains { report, items in
      guard let others = many[report] else { return false }
      return items.prefix(Self.mostOfReport).contains { i in
        others.prefix(Self.mostOfReport).contains { j in !mayMeet(i, j) }
      }
    }
  }
}

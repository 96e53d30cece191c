/// What is known of pairs of reports beyond the table, looked up by report.
struct OutsideEvidence: Sendable {
  struct Item: Sendable {
    var other: Int
    var nats: Double
  }

  /// Log-odds of one line with another report.
  private(set) var kin: [[Item]]
  /// Log-odds that the other report is the source rather than the copy.
  private(set) var sources: [[Item]]
  let isEmpty: Bool

  /// What one item may say at most: no evidence from outside is surer than e^12 : 1.
  static let most = 12.0

  init(_ tradition: Tradition) {
    let count = tradition.reports.count
    func isPair(_ a: Int, _ b: Int) -> Bool { a != b && (0..<count).contains(a) && (0..<count).contains(b) }
    kin = Array(repeating: [], count: count)
    sources = Array(repeating: [], count: count)
    for item in tradition.kinship where isPair(item.a, item.b) && item.nats.isFinite {
      kin[item.a].append(Item(other: item.b, nats: item.nats))
      kin[item.b].append(Item(other: item.a, nats: item.nats))
    }
    for item in tradition.direction where isPair(item.from, item.to) && item.nats.isFinite {
      sources[item.to].append(Item(other: item.from, nats: item.nats / 2))
      sources[item.from].append(Item(other: item.to, nats: -item.nats / 2))
    }
    kin = kin.map(Self.summed)
    sources = sources.map(Self.summed)
    isEmpty = kin.allSatisfy(\.isEmpty) && sources.allSatisfy(\.isEmpty)
  }

  private static func summed(_ items: [Item]) -> [Item] {
    var all: [Item] = []
    for item in items.sorted(by: { ($0.other, $0.nats) < ($1.other, $1.nats) }) {
      if all.last?.other == item.other { all[all.count - 1].nats += item.nats } else { all.append(item) }
    }
    return all.map { Item(other: $0.other, nats: max(-most, min(most, $0.nats))) }
  }

  /// Log-odds for `source` being the parent of `report` by the direction of the pair alone.
  func direction(from source: Int, to report: Int) -> Double {
    sources[report].first { $0.other == source }?.nats ?? 0
  }

  /// The reports that something is said of together with one, ascending.
  func others(of report: Int) -> [Int32] {
    Set((kin[report] + sources[report]).map { Int32($0.other) }).sorted()
  }
}

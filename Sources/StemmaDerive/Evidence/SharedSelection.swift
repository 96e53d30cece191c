import StemmaModel

/// How much of the shorter report's matter the other has too: two newsrooms choose differently.
struct SharedSelection: PairEvidence {
  static let independentShare = 0.42
  static let natsPerShare = 8.0
  static let least = -2.0
  static let most = 3.0

  private let collation: Collation
  private let table: ClaimTable

  init(_ collation: Collation, _ table: ClaimTable) {
    self.collation = collation
    self.table = table
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    let fewer = min(table.claims[a].count, table.claims[b].count)
    guard fewer >= 4 else { return nil }
    let shared = table.shared(a, b)
    let share = Double(shared.count) / Double(fewer)
    let weight = max(Self.least, min(Self.most, (share - Self.independentShare) * Self.natsPerShare))
    let rare = shared.filter { table.carriers[$0] == 2 }
    return Evidence(
      weight > 0 ? .containment : .counter, weight: LogOdds(weight),
      note: "\(shared.count) of the \(fewer) claims of the shorter are in the other"
        + (rare.isEmpty ? "" : "; \(rare.count) of them nowhere else"),
      places: weight > 0
        ? rare.prefix(2).flatMap { [table.witness[a][$0]!.place, table.witness[b][$0]!.place] }.sorted() : [])
  }
}

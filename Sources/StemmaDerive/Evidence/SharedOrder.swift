import StemmaModel

/// The same claims in the same order. Whoever rewrites a text keeps its order; who writes another has their own.
struct SharedOrder: PairEvidence {
  /// Kendall's tau that independent reports of one event may reach by going from the news to its background.
  static let independentTau = 0.6
  static let natsPerClaim = 0.6
  static let fewest = 4
  static let most = 3.5

  private let collation: Collation
  private let table: ClaimTable

  init(_ collation: Collation, _ table: ClaimTable) {
    self.collation = collation
    self.table = table
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    let shared = table.shared(a, b)
    guard shared.count >= Self.fewest else { return nil }
    let places = shared.map { table.witness[b][$0]!.place.span.start }
    var balance = 0
    var pairs = 0
    for i in places.indices {
      for j in places.indices where j > i && places[i] != places[j] {
        balance += places[i] < places[j] ? 1 : -1
        pairs += 1
      }
    }
    guard pairs > 0 else { return nil }
    let tau = Double(balance) / Double(pairs)
    let weight = (tau - Self.independentTau) * Double(shared.count) * Self.natsPerClaim
    let rounded = (tau * 100).rounded() / 100
    return Evidence(
      weight > 0 ? .sharedOrder : .counter, weight: LogOdds(weight).capped(Self.most),
      note: "\(shared.count) claims in common, in order with a rank correlation of \(rounded)",
      places: weight > 0
        ? shared.prefix(2).flatMap { [table.witness[a][$0]!.place, table.witness[b][$0]!.place] }.sorted() : [])
  }
}

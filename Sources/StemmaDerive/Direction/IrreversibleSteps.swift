import StemmaModel

/// Changes that go one way: a source, a hedge or a precise value is lost on the way and seldom found again.
struct IrreversibleSteps: Sendable {
  /// Nats for each kind of divergence in which one of two reports stands against the other.
  private let weights: [Divergence.Kind: Double]
  /// The most they may weigh together, in nats.
  static let most = 2.0

  private var found: [UInt64: [Int]] = [:]
  private let divergences: [Divergence]

  init(_ collation: Collation, weights: [Divergence.Kind: Double]) {
    self.weights = weights
    divergences = collation.divergences
    for (index, divergence) in divergences.enumerated() where weights[divergence.kind] != nil {
      // Many against many says nothing of any two of them.
      guard divergence.reports.count * divergence.against.count <= 64 else { continue }
      for younger in divergence.reports {
        for older in divergence.against { found[Self.key(older.index, younger.index), default: []].append(index) }
      }
    }
  }

  private static func key(_ older: Int, _ younger: Int) -> UInt64 { UInt64(older) << 32 | UInt64(younger) }

  private func sum(_ older: Int, _ younger: Int) -> Double {
    (found[Self.key(older, younger)] ?? []).reduce(0) { $0 + (weights[divergences[$1].kind] ?? 0) }
  }

  /// Positive where `b` looks younger, in nats.
  func weight(_ a: Int, _ b: Int) -> Double {
    max(-Self.most, min(Self.most, sum(a, b) - sum(b, a)))
  }

  /// What shows that `b` is the younger, or the older where `isReversed`; at most three each way.
  func items(_ a: Int, _ b: Int, isReversed: Bool) -> [Evidence] {
    func items(_ older: Int, _ younger: Int, sign: Double) -> [Evidence] {
      (found[Self.key(older, younger)] ?? []).prefix(3).map { index in
        let divergence = divergences[index]
        return Evidence(
          sign > 0 ? .sharedInnovation : .counter, weight: LogOdds(sign * (weights[divergence.kind] ?? 0)),
          note: divergence.explanation,
          places: divergence.places.filter { $0.report.index == older || $0.report.index == younger })
      }
    }
    let sign = isReversed ? -1.0 : 1
    return items(a, b, sign: sign) + items(b, a, sign: -sign)
  }

  /// By kind, how often `b` stands against `a` less how often `a` against `b`.
  func counts(_ a: Int, _ b: Int) -> [Double] {
    Divergence.Kind.allCases.map { kind in
      func count(_ older: Int, _ younger: Int) -> Int {
        (found[Self.key(older, younger)] ?? []).count { divergences[$0].kind == kind }
      }
      return Double(count(a, b) - count(b, a))
    }
  }
}

import Foundation

/// Which texts of a family are near which, by the runs of five words and marks that they share.
struct NearTexts: Sendable {
  struct Pair {
    /// Indices in the family, `a < b`.
    var a: Int
    var b: Int
    /// −ln of the share of their runs that both have, 0 for the same words.
    var distance: Double
  }

  /// Each text with those nearest to it, in order.
  private(set) var pairs: [Pair] = []
  private let count: Int
  /// For each text, its nearest and second nearest distance.
  private var nearest: [(first: Double, second: Double)] = []
  private var distances: [UInt64: Double] = [:]
  private var neighbours: [[Int]] = []

  /// Where a text is alone.
  private static let far = 9.0

  /// - Parameter compared: pairs to look at; nil for each with each.
  init(_ texts: [FamilyText], most: Int, compared: [(Int, Int)]?) {
    count = texts.count
    var all: [[(distance: Double, other: Int)]] = Array(repeating: [], count: count)
    func look(_ a: Int, _ b: Int) {
      let (x, y) = (texts[a].fineGrams, texts[b].fineGrams)
      let shared = sharedCount(x, y)
      let distance = x == y ? 0 : -log((Double(shared) + 0.5) / (Double(x.count + y.count - shared) + 1))
      all[a].append((distance, b))
      all[b].append((distance, a))
    }
    if let compared {
      for (a, b) in compared { look(a, b) }
    } else {
      for b in 0..<count { for a in 0..<b { look(a, b) } }
    }
    var kept: Set<UInt64> = []
    for text in 0..<count {
      all[text].sort { ($0.distance, $0.other) < ($1.distance, $1.other) }
      nearest.append((all[text].first?.distance ?? Self.far, all[text].dropFirst().first?.distance ?? Self.far))
      neighbours.append(all[text].prefix(most).map(\.other))
      for (distance, other) in all[text].prefix(most) {
        let key = Self.key(text, other)
        distances[key] = distance
        kept.insert(key)
      }
    }
    pairs = kept.sorted().map { Pair(a: Int($0 >> 32), b: Int($0 & 0xffff_ffff), distance: distances[$0]!) }
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  /// What tells neighbours in the tree from others: the distance, how much nearer each has another, whether a third is nearer to
  /// both, and how many texts there are.
  func features(of pair: Pair) -> [Double] {
    func scaled(_ x: Double) -> Double { log(x + DirectionWeights.leastDistance) }
    func nearestOther(_ text: Int) -> Double {
      pair.distance <= nearest[text].first ? nearest[text].second : nearest[text].first
    }
    var between = Self.far
    for third in Set(neighbours[pair.a]).union(neighbours[pair.b]) where third != pair.a && third != pair.b {
      if let x = distances[Self.key(pair.a, third)], let y = distances[Self.key(pair.b, third)] {
        between = min(between, max(x, y))
      }
    }
    let own = scaled(pair.distance)
    let margins = (own - scaled(nearestOther(pair.a)), own - scaled(nearestOther(pair.b)))
    return [
      1, own, max(-2, margins.0, margins.1), max(-2, min(margins.0, margins.1)), max(-2, own - scaled(between)),
      max(0, own - scaled(between)), log(Double(count)),
    ]
  }
}

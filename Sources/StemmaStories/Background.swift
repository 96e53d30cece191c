import Foundation
import StemmaText

/// How often words stand in news at large, which says how rare a word is before the stream has shown it.
struct Background: Sendable {
  static let shared = Background()

  /// A word that the table does not know stands in so many of all reports.
  static let unknown: Float = 0.0004

  private var keys = [UInt32](repeating: 0, count: 1 << 17)
  private var shares = [Float](repeating: 0, count: 1 << 17)

  /// The share of reports in which a feature stands, as the place of `steps` that is nearest below.
  func step(of key: UInt32) -> UInt8 {
    let share = shares[place(key)]
    return share > Self.unknown ? UInt8(max(0, min(255, log(share / Self.unknown) * 32))) : 0
  }

  /// Shares from `unknown` up, by a thirty-second of a nat.
  static let steps: [Float] = (0..<256).map { unknown * exp(Float($0) / 32) }

  /// Zipf's law over the ranks of the table of word vectors: a word of rank *r* is one word in 12 *r*, and a report
  /// has some 300 words.
  private init() {
    var built = (keys: keys, shares: shares)
    let mask = keys.count - 1
    WordVectors.eachWord { word, rank in
      let share = 1 - exp(-300 / (12 * Float(rank)))
      let key = Stemming.key(word)
      var slot = Int((key &* 0x9E37_79B1) >> 8) & mask
      while built.shares[slot] > 0, built.keys[slot] != key { slot = (slot + 1) & mask }
      built.keys[slot] = key
      built.shares[slot] = min(1, built.shares[slot] + share)
    }
    (keys, shares) = built
  }

  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x9E37_79B1) >> 8) & mask
    while shares[slot] > 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}

import CWordVectors
import Foundation
import StemmaSyntax
import StemmaText

/// Groups words by their vectors, so that a rare word can lean on a frequent one.
///
/// - Source: spherical k-means, seeded by the words that stand first; a fixed number of rounds.
struct Clusters {
  /// 1 to 255 by the hash of the word.
  private(set) var clusterOf: [UInt32: UInt8] = [:]
  private(set) var coarse = [UInt8](repeating: 0, count: 256)
  private let centers: [[Float]]

  init(vocabulary: [String], count: Int = 255, coarseCount: Int = 32, rounds: Int = 12) {
    var words: [String] = []
    var vectors: [[Float]] = []
    for word in vocabulary {
      guard let direction = WordVectors.direction(of: word) else { continue }
      words.append(word)
      vectors.append(direction.map { Float($0) / 127 })
    }
    let (centers, places) = Self.means(vectors, count, rounds)
    self.centers = centers
    for (at, word) in words.enumerated() { clusterOf[WordReader.hash(Array(word.utf8))] = UInt8(places[at] + 1) }
    let (_, groups) = Self.means(centers, coarseCount, rounds)
    for at in groups.indices { coarse[at + 1] = UInt8(groups[at] + 1) }
  }

  func cluster(of spelling: [UInt8]) -> UInt8 {
    let word = String(decoding: spelling, as: UTF8.self).lowercased()
    if let known = clusterOf[WordReader.hash(spelling)] { return known }
    guard let direction = WordVectors.direction(of: word) else { return 0 }
    return UInt8(Self.nearest(direction.map { Float($0) / 127 }, centers) + 1)
  }

  private static func means(_ vectors: [[Float]], _ count: Int, _ rounds: Int) -> ([[Float]], [Int]) {
    var random = SplitMix(7)
    var centers = Array(vectors.indices.shuffled(using: &random).prefix(count)).map { vectors[$0] }
    var places = [Int](repeating: 0, count: vectors.count)
    for _ in 0..<rounds {
      for at in vectors.indices { places[at] = nearest(vectors[at], centers) }
      var sums = [[Float]](repeating: [Float](repeating: 0, count: vectors[0].count), count: count)
      for at in vectors.indices {
        sums[places[at]].withUnsafeMutableBufferPointer { sum in
          vectors[at].withUnsafeBufferPointer { vector in for i in sum.indices { sum[i] += vector[i] } }
        }
      }
      for at in centers.indices {
        let length = sums[at].reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { centers[at] = sums[at].map { $0 / length } }
      }
    }
    return (centers, places)
  }

  private static func nearest(_ vector: [Float], _ centers: [[Float]]) -> Int {
    var best = 0
    var top: Float = -2
    vector.withUnsafeBufferPointer { vector in
      for at in centers.indices {
        let dot = centers[at].withUnsafeBufferPointer { center in
          var lanes = SIMD16<Float>(repeating: 0)
          var i = 0
          while i < vector.count {
            let a = UnsafeRawPointer(vector.baseAddress! + i).loadUnaligned(as: SIMD16<Float>.self)
            let b = UnsafeRawPointer(center.baseAddress! + i).loadUnaligned(as: SIMD16<Float>.self)
            lanes += a * b
            i += 16
          }
          return lanes.sum()
        }
        if dot > top { (top, best) = (dot, at) }
      }
    }
    return best
  }

  /// The whole words of the table of word vectors.
  static func vocabulary() -> [String] {
    let bytes = UnsafeBufferPointer(start: stemma_word_vectors(), count: stemma_word_vectors_size())
    func word(_ at: Int) -> Int {
      Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
    }
    let text = String(decoding: bytes[64..<64 + word(28)], as: UTF8.self)
    return text.split(separator: "\n").map(String.init).filter { piece in
      !piece.hasPrefix("##") && !piece.hasPrefix("[") && piece.utf8.allSatisfy { $0 < 128 } && piece.utf8.count > 1
        && piece.first!.isLetter
    }
  }
}

import CWordVectors
import Foundation

/// Says how far two words may stand for one another, from the table of vectors that is compiled in.
package enum WordVectors {
  package static let dimensions = 256
  /// Pieces longer than this are not in the table.
  private static let longestPiece = 24

  /// A word's direction, a signed byte a dimension and 127 long; nil where the table does not know the word.
  ///
  /// - Parameter key: lower case.
  package static func direction(of key: String) -> [Int8]? {
    guard let pieces = pieces(of: plain(key)), !pieces.isEmpty else { return nil }
    var sum = [Float](repeating: 0, count: dimensions)
    for piece in pieces { Table.shared.add(piece, to: &sum) }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return nil }
    return sum.map { Int8(($0 / length * 127).rounded()) }
  }

  /// How rare a word is in the language at large, in nats, from where it stands in the table: its rows are in order of
  /// frequency. What is not there whole is as rare as the last.
  package static func rarity(of key: String) -> Double {
    guard let pieces = pieces(of: plain(key)), pieces.count == 1 else { return log(Double(Table.shared.rows)) }
    return log(Double(max(commonWords, pieces[0] - firstWord)))
  }

  /// Gives each whole word of the table, lower case, with its rank by frequency: 1 for the commonest.
  package static func eachWord(_ body: (_ word: UnsafeBufferPointer<UInt8>, _ rank: Int) -> Void) {
    for id in firstWord..<Table.shared.rows {
      let word = Table.shared.piece(id)
      if word.first != UInt8(ascii: "#") { body(word, id - firstWord + 1) }
    }
  }

  /// The rows before this one are marks, letters of other scripts and reserved.
  private static let firstWord = 1990
  /// So many words are the commonest, without order.
  private static let commonWords = 50

  /// The cosine of two directions.
  package static func cosine(_ a: [Int8], _ b: [Int8]) -> Double {
    precondition(a.count == b.count)
    return Double(stemma_dot(a, b, a.count)) / (127 * 127)
  }

  /// The numbers of a word's pieces: the longest known piece first, then the rest; nil where a rest is unknown.
  ///
  /// - Complexity: O(*n*) pieces of bounded length in the bytes of the word.
  package static func pieces(of word: [UInt8]) -> [Int]? {
    guard !word.isEmpty, word.count <= 100 else { return nil }
    var pieces: [Int] = []
    var start = 0
    while start < word.count {
      var end = min(word.count, start + longestPiece)
      while end > start {
        if let id = Table.shared.id(of: word[start..<end], inside: start > 0) {
          pieces.append(id)
          break
        }
        end -= 1
      }
      guard end > start else { return nil }
      start = end
    }
    return pieces
  }

  /// Without accents, as the table's vocabulary is.
  private static func plain(_ key: String) -> [UInt8] {
    if key.utf8.allSatisfy({ $0 < 128 }) { return Array(key.utf8) }
    return Array(key.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).utf8)
  }
}

/// The table's bytes, and where each piece stands in them.
private struct Table: Sendable {
  static let shared = Table()

  let rows: Int
  private let scales: Int
  private let matrix: Int
  /// Open addressing over the pieces: their numbers, −1 for an empty place.
  private let slots: [Int32]
  /// Where each piece begins, and one beyond the last.
  private let starts: [Int32]

  /// A constant of the program: it is there, unchanged, as long as the program runs.
  private static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: stemma_word_vectors(), count: stemma_word_vectors_size())
  }

  init() {
    let bytes = Self.bytes
    func word(_ at: Int) -> Int {
      Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
    }
    rows = word(12)
    scales = word(32)
    matrix = word(32) + 4 * word(12)
    precondition(word(16) == WordVectors.dimensions, "the table was built with other dimensions")
    let end = 64 + word(28)
    var starts: [Int32] = [64]
    starts.reserveCapacity(rows + 1)
    for i in 64..<end where bytes[i] == UInt8(ascii: "\n") { starts.append(Int32(i + 1)) }
    if starts.count == rows { starts.append(Int32(end + 1)) }
    var slots = [Int32](repeating: -1, count: 1 << 17)
    for id in 0..<rows {
      var slot = Self.hash(bytes[Int(starts[id])..<(Int(starts[id + 1]) - 1)]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
    self.starts = starts
    self.slots = slots
  }

  func id(of piece: ArraySlice<UInt8>, inside: Bool) -> Int? {
    let piece = inside ? [35, 35] + piece : Array(piece)
    var slot = Self.hash(piece[...]) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      let range = Int(starts[id])..<(Int(starts[id + 1]) - 1)
      if range.count == piece.count, Self.bytes[range].elementsEqual(piece) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The bytes of a piece; what stands inside a word only begins with ##.
  func piece(_ id: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: Self.bytes[Int(starts[id])..<(Int(starts[id + 1]) - 1)])
  }

  func scale(_ id: Int) -> Float {
    let bytes = Self.bytes
    let at = scales + 4 * id
    return Float(
      bitPattern: UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
        | UInt32(bytes[at + 3]) << 24)
  }

  func add(_ id: Int, to sum: inout [Float]) {
    let scale = scale(id)
    let row = matrix + id * WordVectors.dimensions
    for i in 0..<WordVectors.dimensions { sum[i] += scale * Float(Int8(bitPattern: Self.bytes[row + i])) }
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }
}

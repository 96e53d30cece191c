import Foundation
import StemmaSyntax

/// A model under construction: its tables, laid out as `Model` reads them.
struct ModelBytes {
  struct Sizes {
    var wordBits: UInt32 = 16
    var tagBits: UInt32 = 15
    var roleBits: UInt32 = 14
    var relationBits: UInt32 = 14
    var actionBits: UInt32 = 18
  }

  static let top8: Float = 127
  static let top16: Float = 480

  var sizes: Sizes
  var words: WordList
  var tags: [Int16]
  var roles: [Int16]
  var relations: [Int16]
  var actions: [Int16]

  func data() -> Data {
    var data = Data(count: 64)
    var offsets: [UInt32] = []
    func append(_ bytes: UnsafeRawBufferPointer, _ data: inout Data) {
      while data.count % 64 != 0 { data.append(0) }
      offsets.append(UInt32(data.count))
      data.append(contentsOf: bytes)
    }
    words.slots(bits: sizes.wordBits).withUnsafeBytes { append($0, &data) }
    words.coarse.withUnsafeBytes { append($0, &data) }
    tags.map { Int8($0) }.withUnsafeBytes { append($0, &data) }
    relations.map { Int8($0) }.withUnsafeBytes { append($0, &data) }
    // Actions, then roles.
    actions.withUnsafeBytes { append($0, &data) }
    roles.map { Int8($0) }.withUnsafeBytes { append($0, &data) }
    data.replaceSubrange(0..<8, with: Array("STEMSYN1".utf8))
    let bits = [sizes.wordBits, sizes.tagBits, sizes.relationBits, sizes.actionBits]
    for (at, bit) in bits.enumerated() { data[8 + at] = UInt8(bit) }
    data[12] = UInt8(sizes.roleBits)
    for (at, offset) in offsets.enumerated() {
      for byte in 0..<4 { data[16 + 4 * at + byte] = UInt8(truncatingIfNeeded: offset >> (8 * UInt32(byte))) }
    }
    return data
  }

  /// A model over a copy of these bytes that lives as long as the program.
  func model() -> Model {
    let data = data()
    let copy = UnsafeMutableRawPointer.allocate(byteCount: data.count, alignment: 64)
    data.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    return Model(UnsafeRawPointer(copy))
  }
}

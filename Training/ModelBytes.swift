import Foundation
import StemmaSyntax

/// A model under construction: its tables, laid out as `Model` reads them.
struct ModelBytes {
  /// Logarithms of the numbers of places.
  struct Sizes {
    var words: UInt32 = 16
    var tags: UInt32 = 15
    var roles: UInt32 = 15
    var relations: UInt32 = 15
    var actions: UInt32 = 18
  }

  var sizes: Sizes
  var words: WordList
  var tags: Packing.Choice
  var roles: Packing.Choice
  var relations: Packing.Choice
  var actions: [UInt32]

  /// A model that knows words and has no weights.
  init(_ words: WordList) {
    sizes = Sizes(words: 16, tags: 1, roles: 1, relations: 1, actions: 1)
    self.words = words
    (tags, roles, relations) = (Packing.Choice(bits: 1), Packing.Choice(bits: 1), Packing.Choice(bits: 1))
    actions = [0x0080_0080, 0x0080_0080]
  }

  func data() -> Data {
    var data = Data(count: 64)
    var offsets: [UInt32] = []
    func append(_ table: [some BitwiseCopyable]) {
      while data.count % 64 != 0 { data.append(0) }
      offsets.append(UInt32(data.count))
      table.withUnsafeBytes { data.append(contentsOf: $0) }
    }
    append(words.slots(bits: sizes.words))
    append(words.coarse)
    for choice in [tags, roles, relations] {
      append(choice.marks)
      append(choice.rows)
    }
    append(actions)
    data.replaceSubrange(0..<8, with: Array("STEMSYN2".utf8))
    for (at, bits) in [sizes.words, sizes.tags, sizes.roles, sizes.relations, sizes.actions].enumerated() {
      data[8 + at] = UInt8(bits)
    }
    for (at, offset) in offsets.enumerated() {
      for byte in 0..<4 { data[16 + 4 * at + byte] = UInt8(truncatingIfNeeded: offset >> (8 * UInt32(byte))) }
    }
    return data
  }

  func model() -> Model { Self.model(of: data()) }

  /// A model over a copy of these bytes that lives as long as the program.
  static func model(of data: Data) -> Model {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: data.count, alignment: 64)
    data.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    return Model(UnsafeRawPointer(copy))
  }
}

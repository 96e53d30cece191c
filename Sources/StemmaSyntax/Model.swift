import CSyntaxModel

/// The weights that tagger and parser read, wherever they lie.
///
/// Layout, little-endian: bytes 0–7 `STEMSYN1`; then 32-bit words: at 8 the logarithms of the numbers of words, of tag
/// rows, of relation rows and of action rows (one byte each), from 16 the offsets of the five tables. Every table
/// begins at a multiple of 64.
package struct Model: @unchecked Sendable {
  /// What is known of one word, 8 bytes: the hash of its folded spelling, then one byte each.
  package struct Entry {
    package var hash: UInt32
    /// From word vectors: words of like meaning and use share it; 0 where none is known.
    package var cluster: UInt8
    /// The tag it has most often; 255 where training never met it.
    package var tag: UInt8
    package var traits: UInt8
    package var spare: UInt8

    package init(hash: UInt32, cluster: UInt8, tag: UInt8, traits: UInt8) {
      (self.hash, self.cluster, self.tag, self.traits, spare) = (hash, cluster, tag, traits, 0)
    }

    /// Frequent enough in training to be a feature by itself.
    package static let known: UInt8 = 1
    /// In small letters it never has another tag.
    package static let certain: UInt8 = 2
    /// Nor with a capital.
    package static let certainCapital: UInt8 = 4
  }

  package static let noTag: UInt8 = 255

  // The tables are written once, before the model is made, and never again: that makes it safe to share.
  let words: UnsafePointer<Entry>
  let wordBits: UInt32
  /// The groups of a cluster, coarser: one byte a cluster.
  let coarse: UnsafePointer<UInt8>
  let tagRows: UnsafePointer<Int8>
  let tagBits: UInt32
  let roleRows: UnsafePointer<Int8>
  let roleBits: UInt32
  let relationRows: UnsafePointer<Int8>
  let relationBits: UInt32
  let actionRows: UnsafePointer<SIMD4<Int16>>
  let actionBits: UInt32

  /// The model that is compiled in.
  package static let english = Model(UnsafeRawPointer(stemma_syntax_model()))

  /// - Parameter bytes: aligned to 64, laid out as above, and there as long as the model is used.
  package init(_ bytes: UnsafeRawPointer) {
    func word(_ at: Int) -> Int { Int(UInt32(littleEndian: bytes.load(fromByteOffset: at, as: UInt32.self))) }
    precondition(word(0) == 0x4D45_5453 && word(4) == 0x314E_5953, "not a model of this version")
    let bits = word(8)
    wordBits = UInt32(bits & 255)
    tagBits = UInt32(bits >> 8 & 255)
    relationBits = UInt32(bits >> 16 & 255)
    actionBits = UInt32(bits >> 24 & 255)
    roleBits = UInt32(word(12) & 255)
    words = (bytes + word(16)).assumingMemoryBound(to: Entry.self)
    coarse = (bytes + word(20)).assumingMemoryBound(to: UInt8.self)
    tagRows = (bytes + word(24)).assumingMemoryBound(to: Int8.self)
    relationRows = (bytes + word(28)).assumingMemoryBound(to: Int8.self)
    roleRows = (bytes + word(36)).assumingMemoryBound(to: Int8.self)
    actionRows = (bytes + word(32)).assumingMemoryBound(to: SIMD4<Int16>.self)
  }

  /// The entry of a word by the hash of its folded spelling, or nil.
  @inline(__always)
  func entry(_ hash: UInt32) -> Entry? {
    let mask = (1 << Int(wordBits)) - 1
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B1) >> (32 - wordBits))
    while true {
      let entry = words[slot]
      if entry.hash == hash { return entry }
      // The table is never full: an empty place ends the search.
      if entry.hash == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

extension Model {
  /// No model: for callers that bring their own weights.
  package static let none = Model(UnsafeRawPointer(Empty.shared.bytes))

  private final class Empty: @unchecked Sendable {
    static let shared = Empty()
    let bytes: UnsafeMutableRawPointer

    init() {
      bytes = .allocate(byteCount: 1024, alignment: 64)
      bytes.initializeMemory(as: UInt8.self, repeating: 0, count: 1024)
      for (at, byte) in "STEMSYN1".utf8.enumerated() { bytes.storeBytes(of: byte, toByteOffset: at, as: UInt8.self) }
    }
  }
}

import CSyntaxModel

/// The weights that tagger and parser read, wherever they lie.
///
/// Layout, little-endian: bytes 0–7 `STEMSYN2`; from 8 a byte each, the logarithms of the numbers of words and of rows
/// for tags, roles, relations and actions; from 16 the offsets, 32 bits each, of the words, the coarse clusters, marks
/// and rows of tags, roles and relations, and the rows of actions. Every table begins at a multiple of 64.
package struct Model: @unchecked Sendable {
  /// What is known of one word, 8 bytes: the hash of its folded spelling, then one byte each.
  package struct Entry: BitwiseCopyable {
    package var hash: UInt32
    /// From word vectors: words of like meaning and use share it; 0 where none is known.
    package var cluster: UInt8
    /// The tag it has most often; 255 where training never met it.
    package var tag: UInt8
    package var traits: UInt8
    /// The only relation that it ever has to its head; 255 where there are more.
    package var relation: UInt8

    package init(hash: UInt32, cluster: UInt8, tag: UInt8, traits: UInt8) {
      (self.hash, self.cluster, self.tag, self.traits, relation) = (hash, cluster, tag, traits, Model.none)
    }

    /// Frequent enough in training to be a feature by itself.
    package static let known: UInt8 = 1
    /// In small letters it never has another tag.
    package static let certain: UInt8 = 2
    /// Nor with a capital.
    package static let certainCapital: UInt8 = 4
  }

  /// No tag, or no relation.
  package static let none: UInt8 = 255

  /// A table of rows of weights for a choice of 32.
  struct Choice {
    var marks: UnsafePointer<UInt16>
    var rows: UnsafePointer<Int8>
    var bits: UInt32

    /// The choice that features speak for most.
    @inline(__always)
    func best(_ features: UnsafePointer<UInt32>, _ count: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: stemma_syntax_best(marks, rows, bits, features, count))
    }
  }

  // The tables are written once, before the model is made, and never again: that makes it safe to share.
  let words: UnsafePointer<Entry>
  let wordBits: UInt32
  /// The groups of a cluster, coarser: one byte a cluster.
  let coarse: UnsafePointer<UInt8>
  let tags: Choice
  let roles: Choice
  let relations: Choice
  let actionRows: UnsafePointer<UInt32>
  let actionBits: UInt32

  /// The model that is compiled in.
  package static let english = Model(UnsafeRawPointer(stemma_syntax_model()))

  /// - Parameter bytes: aligned to 64, laid out as above, and there as long as the model is used.
  package init(_ bytes: UnsafeRawPointer) {
    func word(_ at: Int) -> Int { Int(UInt32(littleEndian: bytes.load(fromByteOffset: at, as: UInt32.self))) }
    func bits(_ at: Int) -> UInt32 { UInt32(bytes.load(fromByteOffset: at, as: UInt8.self)) }
    func choice(_ bit: Int, _ offset: Int) -> Choice {
      Choice(
        marks: (bytes + word(offset)).assumingMemoryBound(to: UInt16.self),
        rows: (bytes + word(offset + 4)).assumingMemoryBound(to: Int8.self), bits: bits(bit))
    }
    precondition(word(0) == 0x4D45_5453 && word(4) == 0x324E_5953, "not a model of this version")
    wordBits = bits(8)
    words = (bytes + word(16)).assumingMemoryBound(to: Entry.self)
    coarse = (bytes + word(20)).assumingMemoryBound(to: UInt8.self)
    tags = choice(9, 24)
    roles = choice(10, 32)
    relations = choice(11, 40)
    actionBits = bits(12)
    actionRows = (bytes + word(48)).assumingMemoryBound(to: UInt32.self)
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

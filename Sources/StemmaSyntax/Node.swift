/// A token while it is tagged and parsed: what its word gives features, and the part of the tree below it.
///
/// Node 0 of a sentence is the place that is no token; tokens count from 1, so that a look beyond an end needs no test.
package struct Node {
  // What features are made of: hashes, so that a few of them add up to the place of a weight.
  package var word: UInt32 = 0
  package var suffix: UInt32 = 0
  package var cluster: UInt32 = 0
  package var coarse: UInt32 = 0
  package var shape: UInt32 = 0
  /// Of the tag that the word has most often.
  package var guess: UInt32 = 0
  package var tag: UInt32 = 0

  /// Of the role, with the tag in it.
  package var role: UInt32 = 0
  package var roleIndex: UInt8 = 0
  package var tagIndex: UInt8 = 0
  /// The only tag that the word ever has, or `Model.none`.
  package var certainTag: UInt8 = Model.none
  /// The only relation that the word ever has, or `Model.none`.
  package var certainRelation: UInt8 = Model.none
  package var form: Form = []
  package var relation: UInt8 = 0

  // The tree so far.
  package var head: UInt16 = 0
  package var firstLeft: UInt16 = 0
  package var secondLeft: UInt16 = 0
  package var lastRight: UInt16 = 0
  package var beforeLastRight: UInt16 = 0
  package var begin: UInt16 = 0
  package var end: UInt16 = 0
  package var leftCount: UInt8 = 0
  package var rightCount: UInt8 = 0
  /// The relations of the dependents on a side, hashed together.
  package var leftRelations: UInt32 = 0
  package var rightRelations: UInt32 = 0
  /// Commas and quotation marks before the token.
  package var commas: UInt8 = 0
  package var quotes: UInt8 = 0

  package init() {}

  package var isPunctuation: Bool {
    tagIndex >= PartOfSpeech.stop.rawValue && tagIndex != PartOfSpeech.currency.rawValue
  }

  /// A verb or a modal.
  var isVerbal: Bool { tagIndex >= PartOfSpeech.vb.rawValue && tagIndex <= PartOfSpeech.md.rawValue }

  /// How a token is written.
  package struct Form: OptionSet {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    static let lower = Form(rawValue: 1)
    static let upper = Form(rawValue: 2)
    static let digit = Form(rawValue: 4)
    static let inner = Form(rawValue: 8)
    /// Beyond ASCII.
    static let wide = Form(rawValue: 16)
    /// It begins with a capital.
    static let capital = Form(rawValue: 32)
    static let possessive = Form(rawValue: 64)
    static let mark = Form(rawValue: 128)
  }
}

/// Spreads a small number over 32 bits.
@inline(__always)
func spread(_ value: UInt32) -> UInt32 {
  var hash = value &* 0x9E37_79B1
  hash ^= hash >> 15
  hash = hash &* 0x85EB_CA77
  hash ^= hash >> 13
  return hash
}

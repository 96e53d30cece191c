import StemmaModel

/// A turn of words that pages use around articles, and what a block that has it is.
struct Phrase: Sendable {
  enum Place: Sendable {
    /// The block says this and nothing else, numbers and marks aside.
    case whole
    /// The block begins with it.
    case start
    case anywhere
    case end
    /// The last sentence of the block, and its whole.
    case close
  }

  let words: [String]
  let place: Place
  let kind: Report.Furniture.Kind
  /// Longer blocks are not judged by this phrase; in words.
  let limit: Int
  /// A heading of its own, after which what belongs to it follows.
  let isHeading: Bool

  init(_ text: String, _ place: Place, _ kind: Report.Furniture.Kind, limit: Int, isHeading: Bool = false) {
    words = text.split(separator: " ").map(String.init)
    self.place = place
    self.kind = kind
    self.limit = limit
    self.isHeading = isHeading
  }
}

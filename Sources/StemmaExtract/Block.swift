import StemmaModel

/// A line, a paragraph, a heading: what a page is made of before it is known which blocks are the article.
struct Block: Sendable {
  enum Shape: Sendable, Equatable {
    case line, paragraph, item, quote, caption, code, rule
    case heading(Int)
  }

  /// What a block turned out to be.
  enum Role: Sendable, Equatable {
    case unknown, title, byline, date, paragraph, subheading
    case furniture(Report.Furniture.Kind)
  }

  /// What does not change once a block is made: copies of a block share it.
  private final class Content: Sendable {
    let strand: Strand
    let tokens: [Token]
    let words: [Int]
    let measure: Measure
    let likeness: UInt64

    init(_ strand: Strand) {
      self.strand = strand
      tokens = Token.tokens(of: strand.bytes)
      var words: [Int] = []
      words.reserveCapacity(tokens.count)
      var hash = TextHash()
      for number in tokens.indices where tokens[number].kind != .mark {
        words.append(number)
        hash.add(tokens[number].hash)
      }
      self.words = words
      likeness = words.isEmpty ? 0 : hash.value
      measure = Measure(strand.bytes, tokens)
    }
  }

  private let content: Content
  /// In the original, marks of Markdown included, white space around it not.
  var span: TextSpan
  var shape: Shape
  /// Bytes of the reading text that are links.
  var linkBytes: Int
  /// Empty lines before it.
  var gap: Int
  /// Where in the reading text a stretch in bold begins that reaches to the end: photo credits like to.
  var boldTail: Int?
  /// Outside the part of a page that holds the article, the kind of furniture that its container suggests.
  var outside: Report.Furniture.Kind?
  /// Stands above the element that holds the article, and was taken in with the headline.
  var isHead = false
  var role = Role.unknown

  var strand: Strand { content.strand }
  var tokens: [Token] { content.tokens }
  /// The words' and numbers' places in `tokens`.
  var words: [Int] { content.words }
  var measure: Measure { content.measure }
  /// Equal for blocks that say the same in words, of 64 bits; 0 for those without words.
  var likeness: UInt64 { content.likeness }

  init(
    _ strand: Strand, span: TextSpan, shape: Shape, linkBytes: Int = 0, gap: Int = 0, boldTail: Int? = nil,
    outside: Report.Furniture.Kind? = nil
  ) {
    content = Content(strand)
    self.span = span
    self.shape = shape
    self.linkBytes = linkBytes
    self.gap = gap
    self.boldTail = boldTail
    self.outside = outside
  }

  var text: String { strand.string }
  var isHeading: Bool { if case .heading = shape { true } else { false } }
  var linkShare: Double { strand.isEmpty ? 0 : Double(linkBytes) / Double(strand.count) }
  var furniture: Report.Furniture.Kind? { if case .furniture(let kind) = role { kind } else { nil } }
  var isBody: Bool { role == .paragraph || role == .subheading }

  /// The keys of its words, joined: equal for blocks that say the same.
  var key: String { words.map { tokens[$0].key }.joined(separator: " ") }

  func key(_ word: Int) -> String { word < words.count ? tokens[words[word]].key : "" }

  /// A block of a part of this one.
  func part(_ range: Range<Int>) -> Block? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, strand.bytes[lower] == 32 { lower += 1 }
    while upper > lower, strand.bytes[upper - 1] == 32 { upper -= 1 }
    let piece = strand.cut(lower..<upper)
    guard let at = piece.span else { return nil }
    let span = TextSpan(
      lower == 0 ? min(span.start, at.start) : at.start, upper == strand.count ? max(span.end, at.end) : at.end)
    var block = Block(piece, span: span, shape: shape, gap: gap, outside: outside)
    block.role = role
    return block
  }
}

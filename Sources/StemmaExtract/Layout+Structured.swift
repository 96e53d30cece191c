import StemmaModel

/// What markup tells of a page beyond its text: which blocks are links, which stand in the element of the article.
extension Layout {
  /// A line below the headline, outside of the element of the text, is the headline's and not the text's; a whole
  /// paragraph there is the article's lead.
  mutating func dropStandfirst() {
    for number in blocks.indices
    where blocks[number].isHead && blocks[number].isBody && blocks[number].measure.words <= 22 {
      blocks[number].role = .furniture(.other)
    }
  }

  /// Other articles' headlines, each a link with a line or two of its text, behind the last paragraph.
  mutating func markLinkedHeadlines() {
    guard let start = blocks.firstIndex(where: { $0.isBody }) else { return }
    var end = blocks.count
    var links = 0
    var words = 0
    var first: Int?
    while end > start {
      let block = blocks[end - 1]
      if block.isBody {
        if block.isHeading, block.linkShare > 0.8, block.measure.words >= 3 {
          links += 1
          words = 0
          first = end - 1
        } else {
          words += block.measure.words
          if words > 50 || isProse(block) { break }
        }
      }
      end -= 1
    }
    guard let first, links >= 2 else { return }
    for number in first..<blocks.count where blocks[number].isBody { blocks[number].role = .furniture(.related) }
  }

  /// A heading is the article's where something of the article stands below it, and not first a box of links.
  mutating func dropEmptyHeadings() {
    var next: Block.Role?
    var isLast = true
    for number in blocks.indices.reversed() {
      let block = blocks[number]
      switch block.role {
      case .subheading, .paragraph:
        let isLabel =
          block.role == .subheading
          || block.measure.words <= 6 && !block.measure.endsSentence && block.shape != .item && block.shape != .quote
        if isLabel, isLast || next == .furniture(.related) || next == .furniture(.tags) {
          blocks[number].role = .furniture(block.isHeading || isLast ? .related : .other)
        } else {
          isLast = false
          next = block.role
        }
      case .furniture(.caption), .furniture(.banner), .furniture(.credit): break
      case .furniture: if block.outside == nil || block.measure.words >= 3 { next = block.role }
      default: next = block.role
      }
    }
  }
}

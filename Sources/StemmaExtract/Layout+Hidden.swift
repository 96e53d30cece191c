import StemmaModel

/// Text of the article that a page holds and does not show.
extension Layout {
  var bodyWords: Int { blocks.reduce(0) { $0 + ($1.isBody ? $1.measure.words : 0) } }

  /// Takes hidden paragraphs as the body where the page shows next to none.
  mutating func takeHidden(_ paragraphs: [Block]) {
    let hidden = paragraphs.reduce(0) { $0 + $1.measure.words }
    guard hidden >= 30, bodyWords * 4 < hidden, let start = paragraphs.first?.span.start else { return }
    for number in blocks.indices where blocks[number].isBody { blocks[number].role = .furniture(.other) }
    let place = blocks.firstIndex { $0.span.start >= start } ?? blocks.count
    let count = paragraphs.count
    func moved(_ number: Int) -> Int { number >= place ? number + count : number }
    title = title.map { (moved($0.block), $0.range) }
    byline = byline.map { (moved($0.block), $0.range) }
    bylineOutlet = bylineOutlet.map { (moved($0.block), $0.range) }
    dates = dates.map { (moved($0.block), $0.found) }
    captions = captions.map(moved)
    headings = Set(headings.map(moved))
    blocks.insert(contentsOf: paragraphs, at: place)
    for number in place..<(place + count) {
      let isBare = !isProse(blocks[number]) && !blocks[number].measure.endsSentence
      blocks[number].role = isBare && blocks[number].measure.words <= 14 ? .subheading : .paragraph
    }
    first = place
    last = place + count - 1
  }
}

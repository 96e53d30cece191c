import StemmaCopies
import StemmaStories

/// What the store keeps of a report for near-copies and stories: a sketch and traits, 2 kB for 500 words.
struct DeskTraces {
  var sketch: CopySketch
  var traits: StoryTraits

  /// Of a report without words.
  static let none = DeskTraces(sketch: CopySketch(""), traits: StoryTraits(title: "", text: ""))

  init(sketch: CopySketch, traits: StoryTraits) {
    (self.sketch, self.traits) = (sketch, traits)
  }

  /// The sketch behind its length in four bytes, the lowest first; then the traits.
  var bytes: [UInt8] {
    let sketch = sketch.bytes
    let length = UInt32(sketch.count)
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: length >> $0) } + sketch + traits.bytes
  }

  /// Nil for bytes that are not of traces.
  init?(bytes: [UInt8]) {
    guard bytes.count >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    guard length <= bytes.count - 4, let sketch = CopySketch(bytes: Array(bytes[4..<4 + length])),
      let traits = StoryTraits(bytes: bytes[(4 + length)...])
    else { return nil }
    self.init(sketch: sketch, traits: traits)
  }
}

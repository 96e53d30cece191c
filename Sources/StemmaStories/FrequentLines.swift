/// Lines that come again in reports of other stories: notices, forms, menus. They say nothing of a story.
///
/// A table of fixed size: a line that came once gives its place to the next one that needs it.
struct FrequentLines: Sendable {
  private var keys: [UInt32]
  private var stories: [UInt32]
  private var others: [UInt8]
  /// In so many further stories a line must have stood.
  private let least: UInt8

  init(logarithm: Int = 20, least: UInt8 = 1) {
    keys = [UInt32](repeating: 0, count: 1 << logarithm)
    stories = [UInt32](repeating: 0, count: 1 << logarithm)
    others = [UInt8](repeating: 0, count: 1 << logarithm)
    self.least = least
  }

  /// Whether a line is known to be of many stories.
  func contains(_ line: UInt32) -> Bool {
    let slot = place(line)
    return keys[slot] == line && others[slot] >= least
  }

  /// Remembers that a line stood in a report of a story.
  mutating func note(_ line: UInt32, story: UInt32) {
    let slot = place(line)
    if keys[slot] != line {
      if others[slot] > 0 {
        others[slot] -= 1
        return
      }
      (keys[slot], stories[slot]) = (line, story)
    } else if stories[slot] != story {
      stories[slot] = story
      if others[slot] < 200 { others[slot] += 1 }
    }
  }

  private func place(_ line: UInt32) -> Int { Int((line &* 0x9E37_79B1) >> 8) & (keys.count - 1) }
}

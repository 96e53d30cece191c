/// Writes texts of made-up words, the same for the same seed.
struct Writer {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  mutating func word() -> String {
    let syllables = ["ka", "lo", "mi", "ter", "sun", "ve", "dra", "pol", "ni", "gar", "et", "os"]
    return (0..<1 + next(4)).map { _ in syllables[next(syllables.count)] }.joined()
  }

  mutating func sentence() -> String {
    let words = (0..<9 + next(8)).map { _ in word() }
    return words[0].prefix(1).uppercased() + words[0].dropFirst() + " " + words.dropFirst().joined(separator: " ") + "."
  }

  mutating func sentences(_ count: Int) -> [String] { (0..<count).map { _ in sentence() } }

  mutating func text(_ count: Int) -> String { sentences(count).joined(separator: " ") }
}

/// Words of one dimension, from weak to strong.
enum Scale {
  static func degree(of key: String) -> (scale: Int, strength: Int)? { degrees[key] }

  static let words = Set(degrees.keys)

  private static let degrees: [String: (scale: Int, strength: Int)] = {
    var table: [String: (scale: Int, strength: Int)] = [:]
    for (scale, levels) in scales.enumerated() {
      for (strength, words) in levels.enumerated() {
        for word in words.split(separator: " ") { table[String(word)] = (scale, strength) }
      }
    }
    return table
  }()

  private static let scales: [[String]] = [
    [
      "eased dipped slipped easing slipping",
      "declined declining decline fell fallen falling dropped dropping decreased decreasing decrease diminished shrank shrinking",
      "slumped tumbled sank slump", "plunged plummeted plummeting plunging collapsed collapse crashed crash nosedived",
    ],
    [
      "edged", "rose risen rising increased increasing grew grown growing climbed climbing gained",
      "jumped leapt leaped jump", "soared surged soaring surging rocketed skyrocketed exploded ballooned",
    ],
    [
      "continued", "firm strong solid steady", "staunch steadfast robust resolute",
      "unwavering unshakeable unshakable unconditional unlimited absolute boundless",
    ],
    ["slight minor small", "large big considerable sizeable", "huge major", "massive enormous vast gigantic colossal"],
    ["damaged", "battered", "devastated ravaged", "destroyed obliterated annihilated razed"],
    ["criticised criticized", "condemned denounced", "slammed blasted lambasted savaged"],
    ["worried uneasy", "frightened scared afraid", "terrified petrified horrified"],
  ]
}

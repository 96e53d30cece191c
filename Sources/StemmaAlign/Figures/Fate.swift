import StemmaModel
import StemmaText

/// What became of the people that are counted.
package enum Fate: Hashable {
  case dead, hurt, missing, held, moved

  private static let byStem: [String: Fate] = [
    "kill": .dead, "die": .dead, "drown": .dead, "fatalit": .dead, "fataliti": .dead, "slain": .dead, "murder": .dead,
    "perish": .dead, "life": .dead, "lif": .dead,
    "injure": .hurt, "injur": .hurt, "wound": .hurt, "hurt": .hurt, "treat": .hurt, "hospitaliz": .hurt,
    "miss": .missing,
    "arrest": .held, "detain": .held, "jail": .held, "evacuat": .moved, "displac": .moved, "fle": .moved,
    "flee": .moved,
  ]

  /// Tokens behind and before a number in which the word is looked for.
  private static let reachBehind = 6
  private static let reachBefore = 4

  package init?(stem: String) {
    guard let fate = Self.byStem[stem] else { return nil }
    self = fate
  }

  /// That of the word nearest to the number, behind it rather than before it.
  ///
  /// - Parameters:
  ///   - own: the tokens of the amount.
  ///   - near: tokens that may speak of it.
  ///   - fate: that of the word at a token.
  package static func of(_ own: Range<Int>, within near: Range<Int>, fate: (Int) -> Fate?) -> Fate? {
    for index in own { if let fate = fate(index) { return fate } }
    for index in own.upperBound..<max(own.upperBound, min(near.upperBound, own.upperBound + reachBehind)) {
      if let fate = fate(index) { return fate }
    }
    for index in stride(from: own.lowerBound - 1, through: max(near.lowerBound, own.lowerBound - reachBefore), by: -1) {
      if let fate = fate(index) { return fate }
    }
    return nil
  }
}

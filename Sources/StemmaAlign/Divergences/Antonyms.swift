/// Words that cannot both be said of one thing at one time. Written down for their sense; opposites of degree or of
/// place ("old" and "new", "north" and "south") stand side by side in one story too often to tell anything.
package enum Antonyms {
  /// Each pair a word is in, with its side.
  package static func sides(of key: String) -> [(pair: Int, side: Int)] { table[key] ?? [] }

  static let words = Set(table.keys)

  private static let table: [String: [(pair: Int, side: Int)]] = {
    var table: [String: [(pair: Int, side: Int)]] = [:]
    for (pair, line) in pairs.split(separator: "\n").enumerated() {
      for (side, words) in line.split(separator: "|").enumerated() {
        for word in words.split(separator: " ") { table[String(word), default: []].append((pair, side)) }
      }
    }
    return table
  }()

  private static let pairs = """
    accepted accepts accept accepting | rejected rejects reject rejecting refused refuses
    admitted admits admit | denied denies deny
    confirmed confirms confirm | denied denies deny refuted
    approved approves approve approval | rejected rejects vetoed disapproved
    supported supports support backed backs | opposed opposes oppose rejected
    allowed allows permitted permits | banned bans barred prohibited forbade forbids
    legal lawful | illegal unlawful
    guilty | innocent
    convicted | acquitted cleared
    passed passes | failed fails
    won wins winning | lost loses losing
    succeeded succeeds success | failed fails failure
    survived survives | died dies killed
    alive | dead
    increased increases increase rose rises risen climbed grew | decreased decreases decrease fell falls fallen declined dropped shrank
    raised raises | lowered lowers cut cuts reduced
    strengthened | weakened
    improved improves | worsened worsens deteriorated
    opened opens open reopened | closed closes shut
    included includes including | excluded excludes excluding
    present | absent
    armed | unarmed
    conscious | unconscious
    locked | unlocked
    safe | unsafe dangerous
    connected linked related | unconnected unrelated
    intentional deliberate intentionally deliberately | accidental unintentional accidentally unintentionally
    satisfied | dissatisfied unsatisfied
    majority | minority
    profit profits | loss losses
    joined joins | quit quits resigned
    landed | crashed
    agreed agrees | disagreed disagrees refused
    cooperated | resisted
    on-duty | off-duty
    """
}

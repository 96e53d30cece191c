import StemmaModel
import StemmaText

/// Which words of a story are names, and of what: a claim may be typed without its capitals.
struct StoryNames {
  private var named: [String: Int] = [:]
  private var seen: [String: Int] = [:]
  private var kinds: [String: [Entity.Kind: Int]] = [:]

  /// Words that stand before another in a person's name.
  private var firsts: Set<[String]> = []

  /// - Complexity: O(tokens of the story).
  init(_ story: Story) {
    for report in story.reports {
      for token in report.tokens where token.kind == .word {
        seen[token.key, default: 0] += 1
        if token.isName { named[token.key, default: 0] += 1 }
      }
      for name in report.names {
        let kind = report.entities[name.entity].kind
        if kind == .person {
          let words = report.entities[name.entity].name.lowercased().split(separator: " ").map(String.init)
          if let last = words.last { for first in words.dropLast() { firsts.insert([first, last]) } }
        }
        for token in report.tokenRange(of: name.span) where report.tokens[token].kind == .word {
          kinds[report.tokens[token].key, default: [:]][kind, default: 0] += 1
        }
      }
    }
  }

  /// Whether it is one nearly wherever it stands.
  func isName(_ key: String) -> Bool { named[key, default: 0] * 4 >= 3 * seen[key, default: 0] && named[key] != nil }

  func isFirstName(_ key: String, of last: String) -> Bool { firsts.contains([key, last]) }

  func isKnown(_ key: String) -> Bool { seen[key] != nil }

  /// What a name is of, by its last word that is known.
  func kind(of keys: [String]) -> Entity.Kind? {
    for key in keys.reversed() {
      if let votes = kinds[key] {
        return [Entity.Kind.person, .organization, .place, .other].max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
      }
    }
    return nil
  }
}

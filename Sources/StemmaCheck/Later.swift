import StemmaAlign
import StemmaModel
import StemmaText

/// Tolls that move: an ordinal counts as a number does.
enum Later {
  /// Words between an ordinal and what became of the person.
  private static let reach = 7

  static func isToll(_ report: AnnotatedReport) -> Bool {
    report.tokens.contains { Fate(stem: WordStem.of($0.key)) == .dead }
  }

  /// "A fifth person has died" where four were counted.
  static func oneMore(than count: Int, in report: AnnotatedReport) -> Range<Int>? {
    for statement in report.statements {
      for token in statement.tokens {
        guard let value = ordinals.firstIndex(of: report.tokens[token].key), value + 1 > count, value + 1 <= count * 2
        else { continue }
        let rest = (token + 1)..<min(statement.tokens.upperBound, token + 1 + reach)
        guard let person = rest.first(where: { persons.contains(report.tokens[$0].key) }), person <= token + 2,
          let end = rest.first(where: { Fate(stem: WordStem.of(report.tokens[$0].key)) == .dead })
        else { continue }
        return max(statement.tokens.lowerBound, token - 1)..<(end + 1)
      }
    }
    return nil
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
  ]
  private static let persons: Set<String> = [
    "person", "victim", "man", "woman", "child", "boy", "girl", "body", "death", "patient", "passenger", "worker",
    "soldier",
    "civilian", "resident", "student", "miner", "officer", "firefighter", "protester", "hostage", "casualty",
  ]
}

import Foundation

/// What a person typed as a claim, made into what can be asserted: a question is read as its assertion, a mere form is
/// taken off, and what asks without asserting is told apart.
struct ClaimText {
  /// Claims longer than this, in UTF-8 bytes, are no claim but a text; the rest is not read.
  static let longest = 2000

  /// What is looked for.
  private(set) var text: String
  /// What was done to get there, in sentences.
  private(set) var notes: [String] = []
  /// Who, what, when, how many: it asserts nothing.
  private(set) var asksOpenly = false

  init(_ typed: String) {
    text = Self.plain(typed)
    if text.utf8.count > Self.longest {
      text = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
      notes.append("The claim is longer than \(Self.longest) bytes; only its beginning was read.")
    }
    takeOffForms()
    readColon()
    readQuestion()
  }

  var isEmpty: Bool { !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }

  /// On one line, without what cannot be seen.
  private static func plain(_ typed: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
      case .format, .surrogate, .unassigned, .privateUse: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// "It is claimed that", "Claim:".
  private mutating func takeOffForms() {
    var changed = true
    while changed {
      changed = false
      let lower = text.lowercased()
      for form in Self.forms where lower.hasPrefix(form) && lower.utf8.count == text.utf8.count {
        text = String(text.dropFirst(form.count)).trimmingCharacters(in: .whitespaces)
        changed = true
        break
      }
    }
  }

  private static let forms = [
    "claim:", "fact check:", "fact-check:", "it is claimed that ", "it is true that ", "it is said that ",
    "it has been reported that ", "it is reported that ", "it was reported that ", "i heard that ", "i read that ",
    "apparently, ",
  ]

  /// "Ada Quill: the bridge is safe" is what she says.
  private mutating func readColon() {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return }
    let (before, behind) = (text[..<colon], text[text.index(after: colon)...])
    let words = before.split(separator: " ")
    guard behind.first == " ", words.count <= 5, before.first!.isUppercase,
      !before.contains(where: { ",.;“”\"".contains($0) }), !Self.saying.contains(words.last!.lowercased()),
      behind.split(separator: " ").count > 2
    else { return }
    let rest = behind.drop { $0 == " " }
    text = rest.first.map { "“\"".contains($0) } == true ? "\(before) said: \(rest)" : "\(before) said that \(rest)"
  }

  private static let saying: Set<String> = ["said", "says", "say", "told", "added", "asked", "wrote", "stated", "that"]

  private mutating func readQuestion() {
    guard text.hasSuffix("?") else { return }
    while let last = text.last, "?! ".contains(last) { text.removeLast() }
    let words = text.split(separator: " ")
    guard let first = words.first?.lowercased() else { return }
    if Self.asking.contains(first)
      || words.count > 1 && Self.prepositions.contains(first)
        && Self.asking.contains(words[1].lowercased())
    {
      asksOpenly = true
      return
    }
    let lower = text.lowercased()
    if let opening = Self.openings.first(where: lower.hasPrefix), lower.utf8.count == text.utf8.count {
      text = String(text.dropFirst(opening.count))
    } else if Self.doing.contains(first) {
      text = words.dropFirst().joined(separator: " ")
    }
    notes.append("Read as the assertion that its question asks about: “\(text)”.")
  }

  private static let asking: Set<String> = [
    "who", "whom", "whose", "what", "which", "when", "where", "why", "how",
  ]
  private static let prepositions: Set<String> = ["in", "on", "at", "by", "for", "to", "from", "with", "of"]
  private static let openings = [
    "is it true that ", "is it the case that ", "is it correct that ", "was it reported that ", "did they say that ",
  ]
  /// Helping words that a question sets in front of its subject. "Is" and "was" stay: a sentence without its verb is none.
  private static let doing: Set<String> = ["did", "do", "does"]
}

import Foundation

/// What a user typed, as a query that SQLite's index understands.
///
/// All words must be there. `"two words"` stand side by side, `-word` must not be there, `wor*` begins so (three letters at least), `a OR b` is either, and
/// `title:word` stands in the title. Anything else is taken for words: no input is an error of syntax.
struct SearchWords {
  /// Words beyond these are left out: nobody types so many, and a pasted article would take seconds.
  static let termLimit = 32
  /// Fewer are taken for a word: half of all words begin with one letter or another, and SQLite gathers all their places.
  private static let leastPrefix = 3

  /// Nil if there is no word that is wanted.
  let query: String?
  /// The same, of reports that have the wanted words in their titles; unwanted words may stand nowhere.
  let titleQuery: String?
  /// Whether the index of titles alone cannot answer `titleQuery`: it does not know what stands in texts.
  let needsTexts: Bool
  /// What passages are to show.
  let finder: PassageFinder

  init(_ input: String) { self.init(input) { _ in nil } }

  /// - Parameter endings: the words of the index that begin with some letters, nil where they are many.
  init<Trouble: Error>(
    _ input: String, endings: (_ start: String) throws(Trouble) -> [String]?
  ) throws(Trouble) {
    var wanted: [String] = []
    var unwanted: [String] = []
    var joinsNext = false
    var words: [String] = []
    var prefixes: [String] = []
    for term in Self.terms(input).prefix(Self.termLimit) {
      if term.text == "OR", !term.isQuoted, !term.isUnwanted {
        joinsNext = !wanted.isEmpty
        continue
      }
      guard let (phrase, isPrefix) = try Self.phrase(term, endings) else { continue }
      if !term.isUnwanted { isPrefix ? prefixes.append(term.text) : words.append(term.text) }
      if term.isUnwanted {
        unwanted.append(phrase)
      } else if joinsNext, let last = wanted.popLast() {
        wanted.append("\(last) OR \(phrase)")
      } else {
        wanted.append(phrase)
      }
      joinsNext = false
    }
    finder = PassageFinder(words: words, prefixes: prefixes)
    guard !wanted.isEmpty else {
      (query, titleQuery, needsTexts) = (nil, nil, false)
      return
    }
    let all = wanted.map { "(\($0))" }.joined(separator: " AND ")
    let none = unwanted.isEmpty ? "" : " NOT (\(unwanted.joined(separator: " OR ")))"
    query = unwanted.isEmpty ? all : "(\(all))\(none)"
    titleQuery = "(title : (\(all)))\(none)"
    needsTexts = !unwanted.isEmpty
  }

  private struct Term {
    var text: String
    var isQuoted = false
    var isUnwanted = false
    var isOfTitle = false
  }

  private static func terms(_ input: String) -> [Term] {
    var terms: [Term] = []
    var rest = input.prefix(4096)[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { return terms }
      var term = Term(text: "")
      if rest.first == "-" {
        term.isUnwanted = true
        rest = rest.dropFirst()
      }
      if rest.lowercased().hasPrefix("title:") {
        term.isOfTitle = true
        rest = rest.dropFirst("title:".count)
      }
      if let mark = rest.first, "\"“”„«".contains(mark) {
        term.isQuoted = true
        rest = rest.dropFirst()
        let end = rest.firstIndex { "\"”“»".contains($0) } ?? rest.endIndex
        term.text = String(rest[..<end])
        rest = rest[end...].dropFirst()
      } else {
        let end = rest.firstIndex { $0.isWhitespace } ?? rest.endIndex
        term.text = String(rest[..<end])
        rest = rest[end...]
      }
      terms.append(term)
    }
  }

  /// A phrase in SQLite's words; nil if it has no letter and no digit.
  private static func phrase<Trouble: Error>(
    _ term: Term, _ endings: (String) throws(Trouble) -> [String]?
  ) throws(Trouble) -> (phrase: String, isPrefix: Bool)? {
    guard term.text.unicodeScalars.contains(where: isWord) else { return nil }
    let isPrefix =
      !term.isQuoted && term.text.hasSuffix("*")
      && term.text.dropLast().unicodeScalars.suffix(Self.leastPrefix).count(where: isWord) == Self.leastPrefix
    let column = term.isOfTitle ? "title : " : ""
    if isPrefix, let start = plainStart(term.text), let words = try endings(start), !words.isEmpty {
      return (column + "(" + words.map { "\"\($0)\"" }.joined(separator: " OR ") + ")", true)
    }
    // A zero byte would end the query where SQLite reads it.
    let text = IndexedWords.parted(term.text).replacing("\"", with: " ").replacing("\0", with: " ")
    return (column + "\"\(text)\"" + (isPrefix ? " *" : ""), isPrefix)
  }

  /// The letters before the star, as the index has them; nil for others than those of ASCII, and for more words than one.
  private static func plainStart(_ text: String) -> String? {
    let start = text.utf8.dropLast()
    let isPlain = start.allSatisfy { $0 | 32 >= 97 && $0 | 32 <= 122 || $0 >= 48 && $0 <= 57 }
    return isPlain ? String(decoding: start.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }, as: UTF8.self) : nil
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// News agencies: the usual short name of each, and the names by which texts call it.
///
/// A name in capitals counts only when written in capitals: "TT" is an agency, "tt" is not. One with an ambiguous name
/// counts only where its surroundings say that an agency is meant.
struct Agencies: Sendable {
  struct Found: Sendable {
    var name: String
    /// In the tokens.
    var tokens: Range<Int>
    /// A short name that is a common word or abbreviation too.
    var isAmbiguous: Bool
  }

  static let known = Agencies()

  private struct Entry: Sendable {
    var words: [String]
    var name: String
    var isUpper: Bool
    var isLower: Bool
    var isAmbiguous: Bool
  }

  /// By the hash of the first word.
  private let byFirst: WordTable<[Entry]>

  private init() {
    var byFirst: [String: [Entry]] = [:]
    for line in Self.names.split(separator: "\n") {
      let names = line.split(separator: "|").map { String($0) }
      for name in names {
        let isAmbiguous = name.hasPrefix("?")
        let bare = isAmbiguous ? String(name.dropFirst()) : name
        let tokens = Token.tokens(of: Array(bare.utf8)).filter { $0.kind != .mark }
        let usual = names[0].hasPrefix("?") ? String(names[0].dropFirst()) : names[0]
        let entry = Entry(
          words: tokens.map(\.key), name: usual, isUpper: tokens.count == 1 && tokens[0].isUpper,
          isLower: tokens.count == 1 && !tokens[0].startsUpper, isAmbiguous: isAmbiguous)
        byFirst[entry.words[0], default: []].append(entry)
      }
    }
    let sorted = byFirst.map { (TextHash.of($0), $1.sorted { $0.words.count > $1.words.count }) }
    self.byFirst = WordTable(Dictionary(uniqueKeysWithValues: sorted))
  }

  private static let agencyWord = TextHash.of("agency")
  private static let serviceWord = TextHash.of("service")

  /// The agencies that a text names, in order; nested names count once.
  func all(in tokens: [Token]) -> [Found] {
    var found: [Found] = []
    var at = 0
    let mayBeGeneric = tokens.contains { token in
      token.kind == .word && token.range.count >= 4
        && (token.hash == Self.agencyWord || token.hash == Self.serviceWord
          || token.range.count <= 24 && token.key.utf8.last == UInt8(ascii: "e") && token.key.hasSuffix("wire"))
    }
    while at < tokens.count {
      guard mayBegin(tokens, at) else {
        at += 1
        continue
      }
      if let one = match(tokens, at) ?? (mayBeGeneric ? generic(tokens, at) : nil) {
        found.append(one)
        at = one.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// The agency whose name a whole text is.
  func named(_ text: String) -> String? {
    let tokens = Token.tokens(of: Array(text.utf8))
    guard let first = tokens.first, first.kind != .mark, let found = match(tokens, 0) ?? generic(tokens, 0),
      found.tokens.upperBound == tokens.count
    else { return nil }
    return found.name
  }

  private func match(_ tokens: [Token], _ at: Int) -> Found? {
    guard mayBegin(tokens, at) else { return nil }
    let key = tokens[at].key
    let mayElide = tokens[at].range.count > 3 && key.utf8.contains(UInt8(ascii: "'"))
    let apostrophe = mayElide ? key.utf8.lastIndex(of: UInt8(ascii: "'")) : nil
    guard apostrophe != nil || byFirst.contains(tokens[at].hash) else { return nil }
    let bare = apostrophe != nil && key.utf8.count > 2 && key.hasSuffix("'s") ? String(key.dropLast(2)) : key
    // "l'AFP", "dell'ANSA": the article sticks to the name.
    if let mark = apostrophe, ["l", "d", "dell", "all", "dall", "nell"].contains(key[..<mark]) {
      let elided = String(key[key.index(after: mark)...])
      if let entry = byFirst[TextHash.of(elided)]?.first(where: { $0.words.count == 1 }) {
        return Found(name: entry.name, tokens: at..<(at + 1), isAmbiguous: entry.isAmbiguous)
      }
    }
    for candidate in key == bare ? [key] : [key, bare] {
      for entry in byFirst[TextHash.of(candidate)] ?? [] where entry.words[0] == candidate {
        if entry.isUpper, !tokens[at].isUpper, !(key != bare && tokens[at].startsUpper) { continue }
        if entry.isUpper, key != bare, !Self.isUpperBeforePossessive(tokens[at], bare) { continue }
        if !entry.isLower, !tokens[at].startsUpper { continue }
        if let end = end(of: entry, tokens, at) {
          return Found(name: entry.name, tokens: at..<end, isAmbiguous: entry.isAmbiguous)
        }
      }
    }
    return nil
  }

  /// Most words are small ones and begin no name: only "dpa", "l'AFP" and names of scripts without capitals do.
  private func mayBegin(_ tokens: [Token], _ at: Int) -> Bool {
    guard tokens[at].kind == .word else { return false }
    if tokens[at].startsUpper { return true }
    let key = tokens[at].key.utf8
    guard let first = key.first else { return false }
    if first >= 0xD0 { return true }
    if key.count <= 3 { return byFirst.contains(tokens[at].hash) }
    let isArticle =
      first == UInt8(ascii: "l") || first == UInt8(ascii: "d") || first == UInt8(ascii: "a")
      || first == UInt8(ascii: "n")
    return isArticle && key.prefix(5).contains(UInt8(ascii: "'"))
  }

  /// "AFP's" has one small letter at most.
  private static func isUpperBeforePossessive(_ token: Token, _ bare: String) -> Bool {
    token.isUpper || token.range.count <= bare.utf8.count + 4 && token.startsUpper && bare.utf8.count <= 4
  }

  private func end(of entry: Entry, _ tokens: [Token], _ start: Int) -> Int? {
    var at = start + 1
    for word in entry.words.dropFirst() {
      while at < tokens.count, tokens[at].key == "-" || tokens[at].key == "." { at += 1 }
      guard at < tokens.count, tokens[at].key == word || tokens[at].key == word + "'s",
        tokens[at].startsUpper || word == "de"
      else { return nil }
      at += 1
    }
    return at
  }

  /// Capitalised words before "News Agency", "Press Agency", "Newswire" and the like, or a name that ends in "wire".
  private func generic(_ tokens: [Token], _ at: Int) -> Found? {
    guard tokens[at].isWord, tokens[at].startsUpper, !Self.articles.contains(tokens[at].key) else { return nil }
    if at > 0, tokens[at - 1].isWord, tokens[at - 1].startsUpper, !Self.articles.contains(tokens[at - 1].key) {
      return nil
    }
    var end = at
    while end < tokens.count, end - at < 5, tokens[end].isWord, tokens[end].startsUpper { end += 1 }
    let keys = tokens[at..<end].map(\.key)
    for count in stride(from: keys.count, to: 0, by: -1) {
      let last = keys[count - 1]
      let isWire =
        last.utf8.count > 5 && last.hasSuffix("wire") && last != "newswire" || last == "newswire" && count > 1
      let before = count > 1 ? keys[count - 2] : ""
      let isAgency =
        count > 2 && (last == "agency" || last == "service")
        && ["news", "press", "wire", "information", "telegraph", "telegraphic"].contains(before)
        || count > 1 && last == "wire"
      guard isWire || isAgency else { continue }
      return Found(name: name(tokens, at..<(at + count)), tokens: at..<(at + count), isAmbiguous: false)
    }
    // "the Northern news agency", "Orbita state news agency": the name is what is capitalised.
    var next = end
    if next < tokens.count, tokens[next].key == "state" { next += 1 }
    if end > at, next + 1 < tokens.count, ["news", "press"].contains(tokens[next].key),
      ["agency", "service", "wire"].contains(tokens[next + 1].key),
      !keys.contains(where: { Self.nationalities.contains($0) })
    {
      return Found(name: name(tokens, at..<end), tokens: at..<(next + 2), isAmbiguous: false)
    }
    return nil
  }

  private func name(_ tokens: [Token], _ range: Range<Int>) -> String {
    // Tokens keep no text of their own: the key, with its capitals put back.
    tokens[range].map { $0.isUpper ? $0.key.uppercased() : $0.key.prefix(1).uppercased() + $0.key.dropFirst() }.joined(
      separator: " ")
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "its", "said", "by", "from", "and", "of", "in", "on", "state", "official", "according", "source",
    "photo",
  ]

  /// "Russian news agencies" and "the Chinese news agency" name nobody.
  private static let nationalities: Set<String> = Set(
    "russian chinese iranian turkish german french spanish italian british american japanese korean indian pakistani israeli arab syrian iraqi saudi egyptian ukrainian polish european african local foreign international cuban vietnamese sudanese"
      .split(separator: " ").map(String.init))
}

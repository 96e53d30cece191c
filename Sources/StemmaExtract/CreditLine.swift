/// Tells the lines that say whose work a text is: "Source: Xinhua", "With inputs from PTI", "AFP/dpa/jd", "Distributed by …".
struct CreditLine {
  /// Words that lead to the name of a source, in the languages of the world's newsrooms.
  private static let cues: Set<String> = Set(
    """
    source sources quelle quellen fuente fuentes fonte fonti bron źródło kaynak источник источники джерело zdroj kilde källa lähde forrás sursa izvor πηγή
    المصدر منبع स्रोत সূত্র 来源 來源 出典 출처 sumber pinagmulan nguồn inputs input information material materials files reporting contribution
    contributions feed distributed provided supplied syndicated courtesy informações información informazioni informations matériau materiaal
    originally contributed copyright wires wire ht informasi
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  /// The same where they open the line: "With AFP", "via Reuters".
  private static let openers: Set<String> = [
    "with", "avec", "mit", "con", "com", "met", "via", "from", "par", "ht", "z", "с", "med",
  ]
  /// What a line speaks of that tells where it is from.
  private static let selves: Set<String> = [
    "report", "story", "article", "dispatch", "text", "artikel", "artículo", "nota", "matéria",
  ]

  private let block: Block

  init(_ block: Block) {
    self.block = block
  }

  /// Whether the line credits the agencies it names.
  ///
  /// - Parameter isText: the line stands in the article's text, where a sentence can have the same words.
  func credits(_ agencies: [Agencies.Found], isText: Bool) -> Bool {
    let tokens = block.tokens
    guard let agency = agencies.first, block.measure.words <= (isText ? 30 : 60) else { return false }
    let isShort = block.measure.words <= 30
    if isSigned(agencies) { return true }
    // "The-CNN-Wire™ & © 2024 …"
    if agency.tokens.lowerBound <= 2, tokens.contains(where: { $0.key == "©" }), !isText { return true }
    guard isShort else { return false }
    let before = tokens[..<agency.tokens.lowerBound]
    let words = before.filter { $0.kind == .word }.map(\.key)
    if words.count <= 2, let first = words.first, Self.openers.contains(first), block.measure.words <= 12 {
      return true
    }
    if words.prefix(2) == ["h", "t"] { return true }
    guard words.suffix(8).contains(where: { Self.cues.contains($0) }) else { return false }
    guard isText else { return true }
    if words.suffix(3).contains(where: { ["distributed", "syndicated"].contains($0) }) { return true }
    let opens = words.prefix(3).contains { Self.cues.contains($0) } && block.measure.words <= 14
    return opens || words.contains { Self.selves.contains($0) } && block.measure.words <= 20
  }

  /// "AFP/dpa/jd", "dpa, AFP (jd)": agencies and initials, nothing else.
  private func isSigned(_ agencies: [Agencies.Found]) -> Bool {
    let tokens = block.tokens
    guard block.measure.words <= 6, let first = agencies.first,
      tokens[..<first.tokens.lowerBound].allSatisfy({ $0.kind == .mark })
    else { return false }
    return tokens.indices.allSatisfy { at in
      tokens[at].kind == .mark || agencies.contains { $0.tokens.contains(at) }
        || tokens[at].range.count <= 4 && at > 0 && ["/", "(", ",", "-"].contains(tokens[at - 1].key)
    }
  }
}

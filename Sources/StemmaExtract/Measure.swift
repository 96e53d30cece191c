/// What can be told of a text by counting.
struct Measure: Sendable {
  /// Words, or what would be words in scripts without spaces.
  var words = 0
  var capitals = 0
  /// Words of which capitals are to be expected only in headlines: four letters and more.
  var long = 0
  var longCapitals = 0
  var commas = 0
  var endsSentence = false
  /// Ends with a comma, a colon or the like: a sentence goes on.
  var endsOpen = false
  var isAllUpper = false

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    var unspaced = 0
    for token in tokens {
      switch token.kind {
      case .word:
        words += 1
        if token.startsUpper { capitals += 1 }
        if token.range.count >= 4 {
          long += 1
          if token.startsUpper { longCapitals += 1 }
        }
        if Scalars.isUnspaced(Scalars.decode(bytes, token.range.lowerBound).0) { unspaced += token.range.count }
      case .number: words += 1
      case .mark: if token.key == "," || token.key == "，" || token.key == "、" { commas += 1 }
      }
    }
    words += unspaced / 6
    let spelled = tokens.filter(\.isWord)
    isAllUpper = !spelled.isEmpty && spelled.allSatisfy(\.isUpper) && spelled.contains { $0.range.count > 1 }
    for token in tokens.reversed() {
      guard token.kind == .mark else { break }
      let scalar = Scalars.decode(bytes, token.range.lowerBound).0
      if Scalars.isQuote(scalar) || token.key == ")" || token.key == "]" || token.key == "*" { continue }
      endsSentence = [".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔"].contains(token.key)
      endsOpen = [",", ":", ";", "，", "："].contains(token.key)
      break
    }
    if !endsSentence, !endsOpen { endsSentence = Self.endsInCredit(tokens) }
  }

  /// A sentence and a short credit behind it: "… on Monday. — AFP", "… on Monday. (Reuters)".
  private static func endsInCredit(_ tokens: [Token]) -> Bool {
    var at = tokens.count - 1
    var words = 0
    while at > 0, words <= 4,
      tokens[at].isWord && tokens[at].startsUpper || ["/", ")", "]", "dpa"].contains(tokens[at].key)
    {
      if tokens[at].isWord { words += 1 }
      at -= 1
    }
    guard at > 0, words >= 1, words <= 4, ["-", "–", "—", "(", "["].contains(tokens[at].key), tokens[at].isSpaced else {
      return false
    }
    return [".", "!", "?", "”", "\"", "。"].contains(tokens[at - 1].key)
  }
}

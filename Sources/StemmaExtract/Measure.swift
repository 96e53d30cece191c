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
    var isUpper = true
    var isSpelled = false
    for token in tokens {
      switch token.kind {
      case .word:
        words += 1
        let count = token.range.count
        if token.startsUpper { capitals += 1 }
        if count >= 4 {
          long += 1
          if token.startsUpper { longCapitals += 1 }
        }
        isUpper = isUpper && token.isUpper
        isSpelled = isSpelled || count > 1
        if bytes[token.range.lowerBound] >= 0xE0,
          Scalars.isUnspaced(Scalars.decode(bytes, token.range.lowerBound).0)
        {
          unspaced += count
        }
      case .number: words += 1
      case .mark: if token.mark == 0x2C || token.mark == 0xFF0C || token.mark == 0x3001 { commas += 1 }
      }
    }
    words += unspaced / 6
    isAllUpper = isUpper && isSpelled
    for token in tokens.reversed() {
      guard token.kind == .mark else { break }
      let scalar = Scalars.decode(bytes, token.range.lowerBound).0
      if Scalars.isQuote(scalar) || scalar == 41 || scalar == 93 || scalar == 42 { continue }
      endsSentence = Self.sentenceEnds.contains(scalar)
      endsOpen = Self.openEnds.contains(scalar)
      break
    }
    if !endsSentence, !endsOpen { endsSentence = Self.endsInCredit(tokens) }
  }

  private static let sentenceEnds: [UInt32] = [".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔"].map(
    \Unicode.Scalar.value)
  private static let openEnds: [UInt32] = [",", ":", ";", "，", "："].map(\Unicode.Scalar.value)

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

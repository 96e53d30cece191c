/// The place, day and agency before the first sentence: "JUBA, Nov 10 (Reuters) —".
struct Dateline {
  /// In the block's reading text, without the dash.
  let range: Range<Int>
  let tokens: Range<Int>
  /// The name in the bracket where no known agency has it.
  let unknownAgency: Range<Int>?

  init?(_ block: Block) {
    let tokens = block.tokens
    var open: Int?
    var close: Int?
    var dash: Int?
    for at in tokens.indices.prefix(26) {
      let token = tokens[at]
      if token.key == "(", open == nil { open = at }
      if token.key == ")", open != nil, close == nil { close = at }
      if ["—", "–", "―", "-", "--", ":"].contains(token.key), token.isSpaced || close == at - 1 || token.key == "—",
        at > 0
      {
        if token.key == ":", close == nil { continue }
        dash = at
        break
      }
      // A sentence before any dash: no dateline. Abbreviated months and initials have dots as well.
      if token.key == ".", at > 0, tokens[at - 1].range.count > 4 { break }
    }
    // A bracket without a dash: "(AFP) Text begins".
    let end: Int
    if let dash {
      end = dash
    } else if let close, open == 0 || close < tokens.count - 3 && tokens[close + 1].startsUpper {
      end = close + 1
    } else {
      return nil
    }
    guard end > 0, end < tokens.count - 4 else { return nil }
    let head = tokens[..<end]
    let words = head.filter(\.isWord)
    guard !words.isEmpty, words.count <= 12,
      words.allSatisfy({
        $0.startsUpper || $0.key == "and" || DateReader.months[$0.key] != nil || NameWords.particles.contains($0.key)
          || $0.key == "dpa"
      })
    else { return nil }
    let known = Agencies.known.all(in: Array(head))
    var unknown: Range<Int>?
    if known.isEmpty {
      // Only a bracket after a place, or a place in capitals, makes an unknown name an agency's.
      guard let open, let close, close == end - 1, close > open + 1, close - open <= 5, dash != nil else { return nil }
      let inside = tokens[(open + 1)..<close]
      guard inside.allSatisfy({ $0.isWord && $0.startsUpper }), open > 0 ? tokens[0].isUpper || open <= 6 : true else {
        return nil
      }
      unknown = inside.first!.range.lowerBound..<inside.last!.range.upperBound
    } else if open == nil {
      // Without brackets the agency closes the dateline: "JUBA - AFP -", "Juba/AFP –", "AFP –".
      guard known.last!.tokens.upperBound == end || words.first!.isUpper else { return nil }
    }
    self.tokens = 0..<end
    range = tokens[0].range.lowerBound..<tokens[end - 1].range.upperBound
    unknownAgency = unknown
  }
}

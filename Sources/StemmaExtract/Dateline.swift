/// The place, day and agency before the first sentence: "JUBA, Nov 10 (Reuters) —".
struct Dateline {
  /// In the block's reading text, without the dash.
  let range: Range<Int>
  let tokens: Range<Int>
  /// The name in the bracket where no known agency has it.
  let unknownAgency: Range<Int>?

  init?(_ block: Block) {
    guard let found = Self.bracketed(block) ?? Self.slashed(block) ?? Self.dashed(block) ?? Self.unspaced(block) else {
      return nil
    }
    self = found
  }

  private init(_ tokens: [Token], _ last: Int, unknownAgency: Range<Int>? = nil) {
    let end = last > 1 && tokens[last - 1].key == "." ? last - 1 : last
    self.tokens = 0..<end
    range = tokens[0].range.lowerBound..<tokens[end - 1].range.upperBound
    self.unknownAgency = unknownAgency
  }

  /// "JUBA, Nov 10 (Reuters) —", "Veldra, 24 may (EFE).-", "(AFP) Text begins".
  private static func bracketed(_ block: Block) -> Dateline? {
    let tokens = block.tokens
    var open: Int?
    var close: Int?
    var dash: Int?
    for at in tokens.indices.prefix(26) {
      let token = tokens[at]
      if token.kind != .mark { continue }
      if token.mark == 0x28, open == nil { open = at }
      if token.mark == 0x29, open != nil, close == nil { close = at }
      let isBehindBracket = close == at - 1 || close == at - 2 && tokens[at - 1].mark == 0x2E
      // Dashes, the longest first; a hyphen, a colon.
      if [0x2014, 0x2013, 0x2015, 0x2D, 0x3A].contains(token.mark),
        token.isSpaced || isBehindBracket || token.mark == 0x2014, at > 0
      {
        if token.mark == 0x3A, close == nil { continue }
        dash = at
        break
      }
      // A sentence before any dash: no dateline. Abbreviated months and initials have dots as well.
      if token.mark == 0x2E, at > 0, tokens[at - 1].range.count > 4 { break }
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
    let inBracket = open.flatMap { open in close.map { open..<$0 } }
    // "(dpa/tmn)": a service's short name behind the agency's.
    let words = head.indices.filter { at in
      head[at].isWord && !(inBracket?.contains(at) == true && at > 0 && head[at - 1].key == "/")
    }.map { head[$0] }
    guard !words.isEmpty, words.count <= 12,
      words.allSatisfy({
        $0.startsUpper || $0.key == "and" || DateReader.months[$0.key] != nil || NameWords.particles.contains($0.key)
          || $0.key == "dpa" || $0.key == "epd" || Self.isCaseless($0)
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
    return Dateline(tokens, end, unknownAgency: unknown)
  }

  /// "МОСКВА, 24 мая. /ТАСС/."
  private static func slashed(_ block: Block) -> Dateline? {
    let tokens = block.tokens
    guard let open = tokens.indices.prefix(16).first(where: { tokens[$0].key == "/" }), open > 0,
      let close = tokens[(open + 1)...].prefix(6).firstIndex(where: { $0.key == "/" }), close + 4 < tokens.count,
      isPlaceAndDay(tokens[..<open]), !Agencies.known.all(in: Array(tokens[(open + 1)..<close])).isEmpty
    else { return nil }
    return Dateline(tokens, close + 1)
  }

  /// "МОСКВА, 24 мая — РИА Новости.": the agency behind the dash, a full stop behind it.
  private static func dashed(_ block: Block) -> Dateline? {
    let tokens = block.tokens
    guard
      let dash = tokens.indices.prefix(16).first(where: {
        tokens[$0].kind == .mark && tokens[$0].isSpaced && ["—", "–", "-"].contains(tokens[$0].key)
      }),
      dash > 0, isPlaceAndDay(tokens[..<dash]),
      let agency = Agencies.known.all(in: Array(tokens[(dash + 1)...].prefix(5))).first, agency.tokens.lowerBound == 0
    else { return nil }
    let end = dash + 1 + agency.tokens.upperBound
    guard end + 4 < tokens.count, tokens[end].key == "." else { return nil }
    return Dateline(tokens, end)
  }

  /// 新华社北京5月24日电 · 【ワシントン共同】 · (서울=연합뉴스): no spaces part the agency from its place.
  private static func unspaced(_ block: Block) -> Dateline? {
    let tokens = block.tokens
    guard let first = tokens.first else { return nil }
    if ["【", "(", "（", "["].contains(first.key) {
      guard let close = tokens.indices.prefix(12).first(where: { ["】", ")", "）", "]"].contains(tokens[$0].key) }),
        close > 1, close + 2 < tokens.count, tokens[1..<close].contains(where: { unspacedAgency($0) != nil })
      else { return nil }
      return Dateline(tokens, close + 1)
    }
    guard unspacedAgency(first) != nil,
      let end = tokens.indices.prefix(10).first(where: { at in
        tokens[at].key.unicodeScalars.contains { "电電讯訊".unicodeScalars.contains($0) }
      })
    else { return nil }
    return Dateline(tokens, end + 1)
  }

  /// The agency that a run of characters without spaces begins or ends with.
  static func unspacedAgency(_ token: Token) -> String? {
    guard token.isWord, isCaseless(token) else { return nil }
    return unspacedNames.first { token.key.hasPrefix($0.written) || token.key.hasSuffix($0.written) }?.name
  }

  private static let unspacedNames: [(written: String, name: String)] = [
    ("新华社", "Xinhua"), ("新華社", "Xinhua"), ("中新社", "CNS"), ("法新社", "AFP"), ("路透社", "Reuters"), ("美联社", "AP"),
    ("中央社", "CNA"), ("共同", "Kyodo"), ("時事", "Jiji"), ("ロイター", "Reuters"), ("연합뉴스", "Yonhap"), ("뉴시스", "Newsis"),
    ("뉴스1", "News1"),
  ]

  /// Letters of a script without capitals.
  private static func isCaseless(_ token: Token) -> Bool {
    guard let first = token.key.unicodeScalars.first else { return false }
    return first.value >= 0x0590 && !(0x10A0...0x10FF).contains(first.value) && !(0x1E00...0x1FFF).contains(first.value)
  }

  private static func isPlaceAndDay(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter(\.isWord)
    return !words.isEmpty && words.count <= 8
      && words.allSatisfy { $0.startsUpper || DateReader.months[$0.key] != nil || NameWords.particles.contains($0.key) }
  }
}

import StemmaModel

/// Finds every number, and every amount with its unit, comparator and direction of change.
struct QuantityRecognizer {
  /// What is counted, and paid in, goes on from sentence to sentence of a passage.
  struct Memory {
    var counted: String?
    var unit: (name: String, kind: QuantityMention.Kind)?
    var currency: String?
    var passage = -1
  }

  private static let lookBehind = 10

  func recognize(in text: SegmentedText, times: [Draft.Time]) -> ([Draft.Number], [Draft.Quantity]) {
    var numbers: [Draft.Number] = []
    var quantities: [Draft.Quantity] = []
    var memory = Memory()
    var time = 0
    for sentence in text.sentences {
      while time < times.count, times[time].lexemes.upperBound <= sentence.lexemes.lowerBound { time += 1 }
      guard let first = firstNumber(text, sentence.lexemes) else { continue }
      if memory.passage != sentence.passage { memory = Memory(passage: sentence.passage) }
      (memory.counted, memory.unit) = (nil, nil)
      var start = max(sentence.lexemes.lowerBound, first - Self.lookBehind)
      // Not from the middle of an address.
      while start > sentence.lexemes.lowerBound, !text.lexemes[start].shape.contains(.spaced) { start -= 1 }
      let fine = FineText(text, start..<sentence.lexemes.upperBound)
      var own = time
      while own < times.count, times[own].lexemes.lowerBound < sentence.lexemes.upperBound { own += 1 }
      var reader = QuantityReader(
        text: text, fine: fine, times: times[time..<own], memory: memory,
        isTitle: text.passages[sentence.passage].kind == .title,
        opens: start == sentence.lexemes.lowerBound)
      reader.read()
      memory = reader.memory
      for number in reader.numbers where reader.isListed(number) {
        numbers.append(Draft.Number(range: reader.range(number), value: reader.value(number)))
      }
      quantities += reader.quantities
    }
    return (numbers, quantities)
  }

  /// The first lexeme that something of a number can stand in.
  private func firstNumber(_ text: SegmentedText, _ lexemes: Range<Int>) -> Int? {
    for at in lexemes {
      let lexeme = text.lexemes[at]
      switch lexeme.kind {
      case .number: return at
      case .word:
        if !lexeme.word.isDisjoint(with: .number) { return at }
        let first = text.bytes[lexeme.range.lowerBound]
        let last = text.bytes[lexeme.range.upperBound - 1]
        if first &- 0x30 < 10 || last &- 0x30 < 10 { return at }
        if lexeme.shape.contains(.hyphenated),
          lexeme.range.contains(where: { text.bytes[$0] &- 0x30 < 10 }) || spells(lexeme.key)
        {
          return at
        }
        if lexeme.word.contains(.ordinal), ["a", "an"].contains(text.key(at - 1)) { return at }
      case .mark:
        if lexeme.mark == .other, NumberReader.share(lexeme.key) != nil { return at }
      }
    }
    return nil
  }

  /// "three-foot", "half-million": a number word before the first hyphen.
  private func spells(_ key: WordKey) -> Bool {
    guard let dash = key.utf8.firstIndex(of: 0x2D), let word = NumberWord.of(key.prefix(dash)) else { return false }
    return word.kind == .ones || word.kind == .tens || word.kind == .half || word.kind == .hundred
  }
}

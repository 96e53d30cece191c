/// The letters and words that multiply digits: "3.5m", "10k", "2 bn".
extension NumberReader {
  /// A product that reads as it was written: 65.4 billion is 65,400,000,000.
  func scaled(_ value: Double, _ scale: Double) -> Double {
    let product = value * scale
    return product < 1e12 ? (product * 1000).rounded() / 1000 : product < 1e15 ? product.rounded() : product
  }

  /// "3.5m", "10k", "2 bn", "1MM": letters behind digits, and where they end.
  func shortScale(_ at: Int, _ digits: Digits) -> (Double, Int)? {
    guard fine.isWord(at) else { return nil }
    let piece = fine.pieces[at]
    guard piece.range.count <= 3 else { return nil }
    let letters = String(decoding: fine.bytes[piece.range], as: UTF8.self)
    let isAttached = fine.isAttached(at)
    guard !fine.isDigits(at + 1) || !fine.isAttached(at + 1) else { return nil }
    // "3G", "5G" are networks.
    if letters == "G", digits.isInteger, digits.value < 7 { return nil }
    if letters == "T", digits.count < 2 { return nil }
    if let scale = NumberWord.shortScale(letters[...]) {
      switch letters {
      case "m", "mm": break
      case "k", "K", "M", "B", "G", "b", "MM", "T":
        if isAttached {
          return letters == "K" && isMoney(at) || letters != "K" || digits.isInteger ? (scale, at + 1) : nil
        }
        return letters == "k" && (!fine.isWord(at + 1))
          || letters != "b" && letters != "T" && letters != "K" && closes(at + 1) ? (scale, at + 1) : nil
      default: return (scale, at + 1)
      }
    }
    // "$3.5m" is money and "1.2m tons" a weight, but "100m" is a length.
    if letters == "m", isAttached, isMoney(at) || counts(at + 1) { return (1e6, at + 1) }
    return nil
  }

  func closes(_ at: Int) -> Bool {
    !fine.has(at) || fine.isMark(at) || fine.key(at) == "people" || !fine.word(at).isDisjoint(with: .function)
  }

  /// Whether a currency stands before the digits that end before a piece.
  func isMoney(_ end: Int) -> Bool {
    var at = end - 1
    while at > 0,
      fine.isDigits(at) || fine.mark(at) == .stop || fine.mark(at) == .comma || fine.key(at) == ","
        || fine.key(at) == "."
    {
      at -= 1
    }
    if fine.mark(at) == .dash { at -= 1 }
    if fine.mark(at) == .currency { return true }
    guard fine.isCapital(at) else { return false }
    return Currencies.codes[fine.key(at)] != nil || fine.mark(at - 1) == .currency
  }

  func counts(_ at: Int) -> Bool {
    guard fine.isWord(at), !fine.isCapital(at), fine.word(at).isDisjoint(with: .function) else { return false }
    let key = fine.key(at)
    if ["metres", "meters", "hurdles"].contains(key) { return false }
    if key.hasSuffix("ed"), fine.mark(at - 3) == .stop || fine.key(at - 3) == "." { return true }
    return Units.measures[key] != nil || Nouns.isPlural(key) || Currencies.ofWord(key, nation: WordKey()) != nil
      || Nouns.isPlural(fine.key(at + 1)) && fine.word(at).contains(.adjective)
  }
}

/// Which numbers stand by themselves, and which way their sign points.
extension QuantityReader {
  /// Whether a number is one by itself: not "180ml", "the one", "this one".
  func isListed(_ number: Number) -> Bool {
    if number.isVague || number.isBare && number.end - number.start == 1 && !number.isFraction { return false }
    if isPronoun(number) { return false }
    if number.isDigits, fine.isWord(number.end), fine.isAttached(number.end) { return isCode(number.end) }
    return !(number.isDigits && isAttachedLetters(number.start) && !isCode(number.start - 1))
  }

  func isCode(_ at: Int) -> Bool { Currencies.codes[fine.key(at)] != nil }

  /// "A320", "i4"
  func isAttachedLetters(_ start: Int) -> Bool { fine.isAttached(start) && fine.isWord(start - 1) }

  func isPronoun(_ number: Number) -> Bool {
    guard number.value == 1, number.end - number.start == 1, fine.key(number.start) == "one" else { return false }
    let before = fine.key(number.start - 1)
    if [
      "another", "each", "every", "any", "no", "some", "previous", "next", "such", "either", "neither", "whichever",
      "which",
    ].contains(before) {
      return true
    }
    if ["the", "this", "that", "only", "new", "good", "bad"].contains(before) {
      // "that one is", but "said that one bomb fell"
      return !fine.isWord(number.end) || !fine.word(number.end).isDisjoint(with: .function)
    }
    return fine.key(number.end) == "another" || fine.key(number.end) == "day" && number.start == 0
  }

  /// Inside "http://…" or "name@host": what stands before without space is looked at once.
  func isInAddress(_ number: Number, _ address: inout (end: Int, isOne: Bool)) -> Bool {
    for at in address.end..<max(address.end, number.start + 1) {
      if fine.pieces[at].isSpaced { address.isOne = false }
      if fine.mark(at) == .slash && fine.mark(at - 1) == .slash && fine.isAttached(at) || fine.key(at) == "@" {
        address.isOne = true
      }
    }
    address.end = max(address.end, number.start + 1)
    return address.isOne && fine.isAttached(number.start)
  }

  /// The piece of the minus or "minus" that belongs to a number.
  func sign(_ number: Number) -> Int? {
    let before = number.start - 1
    if fine.key(before) == "minus" || fine.key(before) == "negative" {
      // "plus or minus"
      return ["or", "and"].contains(fine.key(before - 1)) || fine.mark(before - 1) == .slash ? nil : before
    }
    if fine.isDash(before), fine.isAttached(number.start) {
      if ["minus", "negative"].contains(fine.key(before - 1)) { return before - 1 }
      // " -5", "$-5", "(-5)", "<-5"
      let isFree =
        fine.pieces[before].isSpaced || before == 0 || fine.mark(before - 1) == .currency
        || fine.mark(before - 1) == .openParenthesis || ["<", ">", "="].contains(fine.key(before - 1))
      if isFree, number.isDigits, fine.pieces[before].range.count == 1 || before == 0 { return before }
      if isFree, number.isDigits, fine.pieces[before].range.count == 3, !fine.isDigits(before - 1) { return before }
    }
    if before == 0, opens, fine.isDash(0), number.isDigits, fine.pieces[0].range.count == 1,
      fine.count <= number.end + 3
    {
      return 0
    }
    return nil
  }

  func value(_ number: Number) -> Double { sign(number) == nil ? number.value : -number.value }

  func range(_ number: Number) -> Range<Int> {
    guard let sign = sign(number), fine.mark(sign + 1) != .currency else { return number.range }
    return fine.pieces[sign].range.lowerBound..<number.range.upperBound
  }
}

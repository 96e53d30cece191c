/// Reads a number in digits or words, with its multiplier: "23,000", "3.5m", "two dozen", "one hundred and five",
/// "two and a half million", "3/4", "one out of three".
struct NumberReader {
  struct Number {
    var value: Double
    /// Pieces.
    var start: Int
    var end: Int
    /// In the reading text.
    var range: Range<Int>
    /// Begins with digits.
    var isDigits = false
    /// No decimals, no multiplier, no separators.
    var isPlain = false
    var isGrouped = false
    /// Digits before the decimal sign.
    var count = 0
    /// Has a multiplier: it is no year, age or list number.
    var isScaled = false
    /// "half", "two-thirds".
    var isFraction = false
    /// "dozens", "tens of thousands": a lower bound.
    var isVague = false
    /// "twenty-first": no number.
    var isOrdinal = false
    /// The words are a multiplier alone: "million", "half".
    var isBare = false

    /// Written in words and at most ten: often no amount but a way of speaking.
    var isSmallWord: Bool { !isDigits && !isFraction && !isVague && value <= 10 && value == value.rounded() }
  }

  let fine: FineText
  /// So that a run of number words is read once: no number has more.
  private static let longest = 16

  /// The number at a piece; an ordinal that is none; nil where nothing of a number stands.
  func read(_ at: Int) -> Number? {
    guard fine.has(at) else { return nil }
    let piece = fine.pieces[at]
    if piece.kind == .mark {
      if let share = Self.share(piece.key) { return number(at, at + 1, share, isFraction: true) }
      // ".5", but not the ".168" of an address
      if piece.mark == .stop, fine.isDigits(at + 1), fine.isAttached(at + 1),
        !fine.isAttached(at) || !fine.isDigits(at - 1)
      {
        return cardinalOrPart(at)
      }
      return nil
    }
    guard piece.kind == .digits || piece.number != nil else { return nil }
    if let vague = vague(at) { return vague }
    return half(at) ?? cardinalOrPart(at)
  }

  func number(_ start: Int, _ end: Int, _ value: Double, isFraction: Bool = false) -> Number {
    Number(value: value, start: start, end: end, range: fine.bytes(start..<end), isFraction: isFraction)
  }

  // MARK: whole numbers

  private enum Last {
    case nothing, digits, ones, tens, hundred, scale, dozen
  }

  /// Digits or words with their multipliers: "21", "3.5m", "twenty-one trillion three hundred".
  func cardinal(_ start: Int, isLed: Bool = true) -> Number? {
    var total = 0.0
    var group: Double?
    var least = Double.infinity
    var last = Last.nothing
    var at = start
    var result = Number(value: 0, start: start, end: start, range: 0..<0)
    var end = 0
    reading: while at < fine.count, at - start < Self.longest {
      let piece = fine.pieces[at]
      if piece.kind == .digits || piece.mark == .stop && at == start {
        guard group == nil || last == .hundred && fine.key(at - 1) == "and", let digits = digits(piece.range.lowerBound)
        else { break }
        if last == .nothing {
          result.isDigits = true
          result.isPlain = digits.isInteger && !digits.isGrouped
          result.isGrouped = digits.isGrouped
          result.count = digits.count
        } else if !digits.isInteger || digits.value >= least || digits.count > 3
          || !goesOn(at, digits, last == .hundred)
        {
          break
        }
        group = (group ?? 0) + digits.value
        end = digits.end
        at = fine.piece(from: digits.end, after: at)
        last = .digits
        if let (scale, next) = shortScale(at, digits) {
          (total, group, least) = (total + scaled(digits.value, scale), nil, scale)
          (result.isScaled, result.isPlain) = (true, false)
          end = fine.pieces[next - 1].range.upperBound
          at = next
          last = .scale
        }
        continue
      }
      if piece.mark == .dash {
        // "fifty-two", "ninety - five", "two-hundred"
        guard let next = fine.number(at + 1) else { break }
        if last == .tens, next.kind == .ordinal || next.kind == .part && !next.isPlural && next.value < 10 {
          (result.isOrdinal, result.end) = (true, at + 2)
          return result
        }
        let joins =
          last == .tens && next.kind == .ones && (1..<10).contains(next.value)
          || next.kind == .hundred && fine.isAttached(at) && fine.isAttached(at + 1)
          || next.kind == .scale && last != .scale && fine.isAttached(at)
        guard joins else { break }
        at += 1
        continue
      }
      guard let word = piece.number else { break }
      switch word.kind {
      case .article:
        guard at == start, let next = fine.number(at + 1), [.hundred, .scale, .dozen].contains(next.kind) else {
          break reading
        }
        group = 1
        last = .ones
      case .ones, .tens:
        if group == nil {
          if total > 0, word.value >= least { break reading }
          group = word.value
        } else if last == .hundred || last == .tens && word.kind == .ones && (1..<10).contains(word.value) {
          group! += word.value
        } else {
          break reading
        }
        last = word.kind == .ones ? .ones : .tens
      case .hundred:
        if group == nil {
          guard total == 0, fine.number(at + 1)?.kind == .scale else { break reading }
          (group, result.isBare) = (100, true)
        } else {
          guard last != .hundred, group! < 100 || last == .digits else { break reading }
          group! *= 100
        }
        last = .hundred
        result.isPlain = false
      case .scale:
        if let whole = group {
          guard word.value < least else { break reading }
          total += scaled(whole, word.value)
        } else if last == .scale, word.value == 1e7, least == 1e5 {
          total *= word.value
        } else {
          break reading
        }
        (group, least, last) = (nil, word.value, .scale)
        (result.isScaled, result.isPlain) = (true, false)
      case .dozen:
        guard let whole = group, last != .hundred else { break reading }
        group = last == .ones && whole > 100 ? whole + (whole.truncatingRemainder(dividingBy: 100)) * 11 : whole * 12
        result.isPlain = false
        at += 1
        end = fine.pieces[at - 1].range.upperBound
        last = .dozen
        break reading
      case .and:
        guard last == .hundred || last == .scale && group == nil, isLed || last == .hundred else { break reading }
        guard joinsWithAnd(at, last == .hundred ? 100 : least) else { break reading }
        at += 1
        continue
      case .ordinal, .part:
        if last == .tens, word.value < 10, !word.isPlural, fine.number(at - 1)?.kind == .tens || fine.isDash(at - 1) {
          result.isOrdinal = true
          result.end = at + 1
          return result
        }
        break reading
      case .vague:
        // "3 dozens"
        guard piece.key == "dozens", let whole = group else { break reading }
        group = last == .ones && whole > 100 ? whole + whole.truncatingRemainder(dividingBy: 100) * 11 : whole * 12
        result.isPlain = false
        at += 1
        end = piece.range.upperBound
        last = .dozen
        break reading
      case .half: break reading
      }
      at += 1
      end = fine.pieces[at - 1].range.upperBound
    }
    guard last != .nothing else { return nil }
    // Back over "and" and hyphens that led nowhere.
    while at > start + 1, fine.pieces[at - 1].range.upperBound > end { at -= 1 }
    result.value = total + (group ?? 0)
    result.end = max(at, start + 1)
    result.range = fine.pieces[start].range.lowerBound..<max(end, fine.pieces[start].range.lowerBound + 1)
    guard result.value.isFinite else { return nil }
    return result
  }

  /// "4 thousand 3 hundred", "3 hundred and 21", but "nine million 400 ml jars" has two numbers.
  private func goesOn(_ at: Int, _ digits: Digits, _ isUnderHundred: Bool) -> Bool {
    if fine.key(at - 1) == "and" { return true }
    guard let next = fine.number(fine.piece(from: digits.end, after: at)) else { return false }
    return !isUnderHundred && (next.kind == .hundred || next.kind == .scale)
  }

  /// Whether "and" goes on with a number: "two hundred and five", but not "three hundred and two hundred".
  private func joinsWithAnd(_ at: Int, _ least: Double) -> Bool {
    if fine.isDigits(at + 1) {
      guard let digits = digits(fine.pieces[at + 1].range.lowerBound), digits.isInteger, !digits.isGrouped else {
        return false
      }
      let next = fine.piece(from: digits.end, after: at + 1)
      if let after = fine.number(next), after.kind == .hundred || after.kind == .scale { return false }
      return digits.value < min(least, 100) && digits.value > 0 && fine.mark(next) != .percent
    }
    guard let first = fine.number(at + 1), first.kind == .ones || first.kind == .tens, first.value > 0 else {
      return false
    }
    var next = at + 2
    if first.kind == .tens {
      if fine.isDash(next), fine.number(next + 1)?.kind == .ones { next += 1 }
      if let ones = fine.number(next), ones.kind == .ones, (1..<10).contains(ones.value) { next += 1 }
    }
    guard let after = fine.number(next) else { return true }
    switch after.kind {
    case .hundred: return least > 100
    case .scale: return least <= 100 || after.value < least
    case .part: return first.kind == .tens && after.value < 100
    case .half: return false
    default: return true
    }
  }
}

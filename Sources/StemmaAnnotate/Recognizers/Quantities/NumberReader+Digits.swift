/// Numbers in digits: "1,234.5", "12,34,567", "40 000", "5,00", "1.3e6", "2 1/4".
extension NumberReader {
  struct Digits {
    var value: Double
    /// In the reading text.
    var end: Int
    var isInteger: Bool
    /// Has separators of thousands.
    var isGrouped = false
    /// Before the decimal sign.
    var count: Int
  }

  /// More digits than any amount has are a code.
  static let mostDigits = 24
  private static let mostGroups = 8

  /// The number whose digits begin at a byte. Bounded: at most `mostGroups` groups of `mostDigits` are looked at.
  func digits(_ start: Int) -> Digits? {
    let limit = fine.range.upperBound
    var first = run(start, limit)
    guard first.count > 0, first.count <= Self.mostDigits else {
      if first.count == 0, byte(start) == 0x2E, isDigit(start + 1) { return decimals(0, 0, start, limit) }
      return nil
    }
    let count = first.count
    // Of "192.168.1.2" each number is one.
    let isAfterDot = start >= 2 && byte(start - 1) == 0x2E && isDigit(start - 2)
    let isAfterComma = start >= 2 && byte(start - 1) == 0x2C && isDigit(start - 2)
    if byte(first.end) == 0x2C, isDigit(first.end + 1), !isAfterComma,
      let grouped = grouped(first, separator: 0x2C, limit)
    {
      first = grouped
    } else if byte(first.end) == 0x2E, isDigit(first.end + 1), !isAfterDot {
      if let grouped = grouped(first, separator: 0x2E, limit) {
        first = grouped
      } else {
        let after = run(first.end + 1, limit)
        if byte(after.end) == 0x2E, isDigit(after.end + 1) {
          return Digits(value: first.value, end: first.end, isInteger: true, count: count)
        }
      }
    } else if count <= 3, let grouped = spaced(first, limit) {
      first = grouped
    }
    if first.isDecimal { return Digits(value: first.value, end: first.end, isInteger: false, count: count) }
    let isGrouped = first.groups > 0
    if byte(first.end) == (first.separator == 0x2E ? 0x2C : 0x2E), isDigit(first.end + 1), !isAfterDot,
      var decimal = decimals(first.value, count, first.end, limit)
    {
      decimal.isGrouped = isGrouped
      decimal.count = count
      return decimal
    }
    var whole = Digits(value: first.value, end: first.end, isInteger: true, isGrouped: isGrouped, count: count)
    if !isGrouped { power(&whole, limit) }
    return whole
  }

  private struct Run {
    var value: Double
    var count: Int
    var end: Int
    var groups = 0
    var separator: UInt8 = 0
    var isDecimal = false
  }

  private func run(_ start: Int, _ limit: Int) -> Run {
    var at = start
    var value = 0.0
    while at < limit, at - start <= Self.mostDigits, isDigit(at) {
      value = value * 10 + Double(fine.bytes[at] - 0x30)
      at += 1
    }
    return Run(value: value, count: at - start, end: at)
  }

  /// Groups of thousands, Indian groups, or one decimal comma; nil where the commas are a list's.
  private func grouped(_ first: Run, separator: UInt8, _ limit: Int) -> Run? {
    var groups: [Run] = []
    var at = first.end
    while byte(at) == separator, isDigit(at + 1), groups.count < Self.mostGroups {
      groups.append(run(at + 1, limit))
      at = groups[groups.count - 1].end
    }
    let last = groups[groups.count - 1]
    let isThousands = first.count <= 3 && groups.allSatisfy { $0.count == 3 }
    let isIndian =
      separator == 0x2C && first.count <= 2 && groups.count > 1 && last.count == 3
      && groups.dropLast().allSatisfy { $0.count == 2 }
    if isThousands || isIndian {
      // "1.500" is one and a half, "1.500.000" is not.
      if separator == 0x2E, groups.count == 1, !(byte(at) == 0x2C && isDigit(at + 1)) { return nil }
      let value = groups.reduce(first.value) { $0 * ($1.count == 3 ? 1000 : 100) + $1.value }
      return Run(value: value, count: first.count, end: at, groups: groups.count, separator: separator)
    }
    guard separator == 0x2C, groups.count == 1, last.count <= 2, first.count <= 4, byte(at) != 0x2E || !isDigit(at + 1)
    else { return nil }
    let value = first.value + last.value / (last.count == 1 ? 10 : 100)
    return Run(value: value, count: first.count, end: at, isDecimal: true)
  }

  /// "40 000", "1 234 567": groups of three behind single spaces.
  private func spaced(_ first: Run, _ limit: Int) -> Run? {
    var at = first.end
    var value = first.value
    var groups = 0
    while groups < Self.mostGroups {
      let gap =
        byte(at) == 0x20
        ? 1
        : byte(at) == 0xC2 && byte(at + 1) == 0xA0
          ? 2 : byte(at) == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0x89 || byte(at + 2) == 0xAF) ? 3 : 0
      guard gap > 0 else { break }
      let group = run(at + gap, limit)
      guard group.count == 3, !isLetter(group.end), byte(group.end) != 0x2D, byte(group.end) != 0x2C,
        byte(group.end) != 0x2F
      else { break }
      value = value * 1000 + group.value
      groups += 1
      at = group.end
    }
    // "7 500 people" may be two numbers; where a fourth digit follows it is.
    guard groups > 0, first.value > 0, !isDigit(at + 1) || byte(at) != 0x20 else { return nil }
    return Run(value: value, count: first.count, end: at, groups: groups, separator: 0x20)
  }

  private func decimals(_ whole: Double, _ count: Int, _ point: Int, _ limit: Int) -> Digits? {
    var mantissa = whole
    var places = 0
    var at = point + 1
    while at < limit, isDigit(at), places < 15 {
      mantissa = mantissa * 10 + Double(fine.bytes[at] - 0x30)
      places += 1
      at += 1
    }
    while at < limit, isDigit(at), at - point < Self.mostDigits { at += 1 }
    var number = Digits(value: mantissa / Self.powers[places], end: at, isInteger: false, count: count)
    power(&number, limit)
    return number
  }

  /// "1e10", "2.4^7", "6.02×10^23".
  private func power(_ number: inout Digits, _ limit: Int) {
    var at = number.end
    var isPlain = false
    switch byte(at) {
    case 0x65, 0x45: at += 1
    case 0x5E:
      at += 1
      isPlain = true
    case 0x78 where byte(at + 1) == 0x31 && byte(at + 2) == 0x30: at += 3
    case 0xC3 where byte(at + 1) == 0x97 && byte(at + 2) == 0x31 && byte(at + 3) == 0x30: at += 4
    default: return
    }
    if !isPlain, byte(at) == 0x5E { at += 1 }
    var isNegative = false
    if byte(at) == 0x2B {
      at += 1
    } else if byte(at) == 0x2D {
      isNegative = true
      at += 1
    } else if byte(at) == 0xE2, byte(at + 1) == 0x88, byte(at + 2) == 0x92 {
      isNegative = true
      at += 3
    }
    let exponent = run(at, limit)
    guard exponent.count > 0, exponent.count <= 3, !isLetter(exponent.end) else { return }
    let size = Int(exponent.value)
    if isPlain {
      number.value = Self.raised(number.value, size, isNegative)
    } else {
      guard size <= 300 else { return }
      number.value =
        isNegative ? number.value / Self.raised(10, size, false) : number.value * Self.raised(10, size, false)
    }
    number.isInteger = false
    number.end = exponent.end
  }

  private static func raised(_ base: Double, _ exponent: Int, _ isNegative: Bool) -> Double {
    var value = 1.0
    for _ in 0..<exponent where value.isFinite { value *= base }
    return isNegative ? 1 / value : value
  }

  func byte(_ at: Int) -> UInt8 { fine.range.contains(at) ? fine.bytes[at] : 0 }
  func isDigit(_ at: Int) -> Bool { fine.range.contains(at) && fine.isDigit(fine.bytes[at]) }
  private func isLetter(_ at: Int) -> Bool { (byte(at) | 0x20) >= 0x61 && (byte(at) | 0x20) <= 0x7A }

  private static let powers: [Double] = (0...15).map { raised(10, $0, false) }
}

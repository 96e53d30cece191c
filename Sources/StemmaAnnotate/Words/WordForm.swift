import StemmaText

/// The form in which words are compared: lower case, curly apostrophes and odd hyphens as ASCII ones, without a possessive
/// 's; initials without their full stops; numbers without their commas.
enum WordForm {
  /// Calls with the folded bytes of a word, and whether a possessive ending was taken off.
  ///
  /// - Complexity: O(*n*); short words are folded on the stack.
  static func withFolded<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isDotted: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { folded in
      CaseFolding.fold(bytes, range, to: folded)
      var count = straighten(folded)
      let isPossessive = count > 2 && folded[count - 1] == 0x73 && folded[count - 2] == 0x27
      if isPossessive { count -= 2 }
      if isDotted { count = without(0x2E, folded, count) }
      return body(UnsafeBufferPointer(rebasing: folded[..<count]), isPossessive)
    }
  }

  /// Calls with the bytes of a number, its commas left out.
  static func withDigits<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { digits in
      _ = digits.initialize(from: bytes[range])
      let count = without(0x2C, digits, digits.count)
      return body(UnsafeBufferPointer(rebasing: digits[..<count]))
    }
  }

  private static func without(_ byte: UInt8, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    var end = 0
    for at in 0..<count where buffer[at] != byte {
      buffer[end] = buffer[at]
      end += 1
    }
    return end
  }

  /// Curly apostrophes and odd hyphens as ASCII ones; what is left of the length.
  private static func straighten(_ folded: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var end = 0
    var at = 0
    while at < folded.count {
      if folded[at] == 0xE2, at + 2 < folded.count, folded[at + 1] == 0x80 {
        let last = folded[at + 2]
        if last == 0x98 || last == 0x99 || last == 0x90 || last == 0x91 {
          folded[end] = last >= 0x98 ? 0x27 : 0x2D
          end += 1
          at += 3
          continue
        }
      }
      folded[end] = folded[at]
      end += 1
      at += 1
    }
    return end
  }
}

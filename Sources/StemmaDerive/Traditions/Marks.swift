/// A set of small numbers that is gone through in ascending order: bits, and bits that say where there are any.
struct Marks {
  private var bits: [UInt64]
  private var groups: [UInt64]

  init(count: Int) {
    bits = Array(repeating: 0, count: count / 64 + 1)
    groups = Array(repeating: 0, count: count / 4096 + 1)
  }

  /// - Returns: whether the number is new.
  @inline(__always)
  mutating func insert(_ number: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(number & 63)
    guard bits[number >> 6] & bit == 0 else { return false }
    bits[number >> 6] |= bit
    groups[number >> 12] |= 1 << UInt64((number >> 6) & 63)
    return true
  }

  /// Moves all numbers to a list, ascending.
  ///
  /// - Complexity: O(numbers + largest possible number / 4096).
  mutating func drain(into list: inout [Int32]) {
    for group in groups.indices where groups[group] != 0 {
      var words = groups[group]
      groups[group] = 0
      while words != 0 {
        let word = group << 6 + words.trailingZeroBitCount
        words &= words - 1
        var left = bits[word]
        bits[word] = 0
        while left != 0 {
          list.append(Int32(word << 6 + left.trailingZeroBitCount))
          left &= left - 1
        }
      }
    }
  }
}

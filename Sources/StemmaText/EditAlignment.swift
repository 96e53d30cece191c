/// The longest common subsequence of two short sequences, as pairs of positions.
package enum EditAlignment {
  /// Positions that agree, in order.
  ///
  /// - Complexity: O(*n* × *m*) time and space; beyond `limit` cells nothing is aligned but a common head and tail.
  package static func common<Element: Equatable>(
    _ a: [Element], _ b: [Element], limit: Int = 4_000_000
  ) -> [(a: Int, b: Int)] {
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    var pairs = (0..<head).map { (a: $0, b: $0) }
    let n = a.count - head - tail
    let m = b.count - head - tail
    if n > 0, m > 0, n * m <= limit {
      var lengths = [Int32](repeating: 0, count: (n + 1) * (m + 1))
      for i in stride(from: n - 1, through: 0, by: -1) {
        for j in stride(from: m - 1, through: 0, by: -1) {
          lengths[i * (m + 1) + j] =
            a[head + i] == b[head + j]
            ? lengths[(i + 1) * (m + 1) + j + 1] + 1
            : max(lengths[(i + 1) * (m + 1) + j], lengths[i * (m + 1) + j + 1])
        }
      }
      var (i, j) = (0, 0)
      while i < n, j < m {
        if a[head + i] == b[head + j] {
          pairs.append((head + i, head + j))
          (i, j) = (i + 1, j + 1)
        } else if lengths[(i + 1) * (m + 1) + j] >= lengths[i * (m + 1) + j + 1] {
          i += 1
        } else {
          j += 1
        }
      }
    }
    pairs += (0..<tail).map { (a.count - tail + $0, b.count - tail + $0) }
    return pairs
  }
}

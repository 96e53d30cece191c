import StemmaModel

/// Stretches of one text, to be found by what they overlap.
struct SpanIndex {
  /// In order of their start, with the farthest end up to each.
  private let starts: [Int]
  private let ends: [Int]
  private let farthest: [Int]
  private let order: [Int]

  init(_ spans: [TextSpan]) {
    order = spans.indices.sorted { (spans[$0].start, $0) < (spans[$1].start, $1) }
    starts = order.map { spans[$0].start }
    ends = order.map { spans[$0].end }
    var far = 0
    farthest = ends.map {
      far = max(far, $0)
      return far
    }
  }

  /// Places in the array this was made from, in order.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* found, where none spans many others.
  func overlapping(_ span: TextSpan) -> [Int] {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < span.end { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    var index = low - 1
    while index >= 0, farthest[index] > span.start {
      if min(ends[index], span.end) > max(starts[index], span.start) { found.append(order[index]) }
      index -= 1
    }
    return found.sorted()
  }
}

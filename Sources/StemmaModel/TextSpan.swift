/// A stretch of one report's original text: UTF-8 byte offsets, 0-based, half-open.
public struct TextSpan: Hashable, Comparable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span must not end before it starts")
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  public var range: Range<Int> { start..<end }
  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  /// How many bytes two spans of one report have in common.
  public func shared(with other: TextSpan) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }

  public func overlaps(_ other: TextSpan) -> Bool { shared(with: other) > 0 }
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// The smallest span that holds both.
  public func joined(with other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }

  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

/// A span of one of the reports of a story.
public struct Place: Hashable, Comparable, Sendable {
  public var report: Siglum
  public var span: TextSpan

  public init(_ report: Siglum, _ span: TextSpan) {
    self.report = report
    self.span = span
  }

  public static func < (a: Place, b: Place) -> Bool {
    a.report != b.report ? a.report < b.report : a.span < b.span
  }
}

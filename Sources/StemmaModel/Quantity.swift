/// A number in the text, in digits or words: "23,000", "two dozen", "three and a half".
public struct NumberMention: Hashable, Sendable {
  public var span: TextSpan
  public var value: Double

  public init(span: TextSpan, value: Double) {
    self.span = span
    self.value = value
  }
}

/// Any amount in the text with its unit: besides what a figure is also lengths of time, ages and numbers of nothing named.
/// Years, dates, ordinals and numbers that are names are none.
public struct QuantityMention: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case money
    /// Percent, percentage points, basis points.
    case percentage
    /// In a unit of length, weight, power and the like.
    case measure
    /// Of people or things.
    case count
    /// A length of time.
    case duration
    /// Years, months … of age.
    case age
    /// Of nothing that is named.
    case number
  }

  /// Which way something went by that much.
  public enum Change: String, Sendable {
    case up, down
  }

  /// The number with its unit and comparator.
  public var span: TextSpan
  /// The number, or both of a range with what is between them.
  public var number: TextSpan
  public var value: Double
  /// The upper end of a range.
  public var high: Double?
  public var kind: Kind
  /// ISO 4217, "percent", SI, or a counted noun in the plural; empty where there is none.
  public var unit: String
  /// The unit in the words of the report: "league games", "US$"; nil where it is told elsewhere.
  public var unitSpan: TextSpan?
  /// What it is for each of: "month", "gram".
  public var per: String?
  public var comparator: FigureMention.Comparator
  public var comparatorSpan: TextSpan?
  public var change: Change?
  /// In the report's `figures`; nil where it is none.
  public var figure: Int?

  public init(
    span: TextSpan, number: TextSpan, value: Double, high: Double? = nil, kind: Kind, unit: String,
    unitSpan: TextSpan? = nil, per: String? = nil, comparator: FigureMention.Comparator = .equal,
    comparatorSpan: TextSpan? = nil, change: Change? = nil, figure: Int? = nil
  ) {
    self.span = span
    self.number = number
    self.value = value
    self.high = high
    self.kind = kind
    self.unit = unit
    self.unitSpan = unitSpan
    self.per = per
    self.comparator = comparator
    self.comparatorSpan = comparatorSpan
    self.change = change
    self.figure = figure
  }
}

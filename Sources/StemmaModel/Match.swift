/// Two stretches of two reports that share matter.
public struct Match: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// The same words in the same order.
    case wording
    /// The same words, inside quotation marks in both.
    case quotedWording
    /// Other words for the same, as far as words can tell.
    case meaning
  }

  public var kind: Kind
  /// Indices of the reports in the array that was matched, `a < b`.
  public var a: Int
  public var b: Int
  /// In the tokens of `a` and of `b`.
  public var aTokens: Range<Int>
  public var bTokens: Range<Int>
  /// Of wording: how unlikely the run is by chance, in nats. Of meaning: likeness, 0…1.
  public var weight: Double

  public init(_ kind: Kind, a: Int, b: Int, aTokens: Range<Int>, bTokens: Range<Int>, weight: Double) {
    self.kind = kind
    self.a = a
    self.b = b
    self.aTokens = aTokens
    self.bTokens = bTokens
    self.weight = weight
  }
}

/// The same words in the same order in two reports.
public struct Match: Hashable, Sendable {
  /// Indices of the reports in the array that was matched, `a < b`.
  public var a: Int
  public var b: Int
  /// In the tokens of `a` and of `b`; words and numbers only were compared, marks in between do not count.
  public var aTokens: Range<Int>
  public var bTokens: Range<Int>
  /// Words and numbers in common.
  public var words: Int
  /// How much the run says beyond chance, in nats, under the word frequencies of the reports matched.
  public var nats: Double
  /// Inside quotation marks in both: a shared public quote is not derivation.
  public var isQuoted: Bool

  public init(
    a: Int, b: Int, aTokens: Range<Int>, bTokens: Range<Int>, words: Int, nats: Double, isQuoted: Bool
  ) {
    self.a = a
    self.b = b
    self.aTokens = aTokens
    self.bTokens = bTokens
    self.words = words
    self.nats = nats
    self.isQuoted = isQuoted
  }
}

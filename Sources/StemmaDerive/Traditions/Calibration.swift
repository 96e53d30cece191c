/// What the shares of samples mean, learned from stories whose truth is known.
enum Calibration {
  /// The shares of samples that a claim's `least` and `most` leave out below and above.
  static let below = knob("below", 0.05)
  static let above = knob("above", 0.95)

  /// The probability of an edge that so many of the samples have.
  static func edge(_ share: Double) -> Double { share }
}

import Foundation

/// What the shares of drawn stemmata mean, learned from simulated stories whose truth is known: 60 stories from seed 1000 of each of
/// eight conditions (25 reports; no noise, 15 and 35 % of claims lost, three in ten reports contaminated, 15 claims, undated,
/// one head and six) and 6 of 200 reports. `README.md` says how to make these numbers anew.
enum Calibration {
  /// The shares of the draws that may lie below a claim's `least` and above its `most`.
  static let below = 0.02
  static let above = 0.05
  /// Where the draws are not of one mind, one line fewer than the best must be reckoned with: a chain of draws does not see all
  /// that is possible, and to call one line two is the worst error.
  static let sure = 0.999
  /// Where fewer of them agree on the best count, one line more must be.
  static let fairlySure = 0.8

  /// The probability of an edge: a logistic regression on the log-odds of the share of draws that have it, the logarithm of the
  /// number of claims of the report that hangs by it, and the lost texts for each report (where there are many, the few
  /// edges between reports are the surer).
  static func edge(share: Double, claims: Int, lostShare: Double) -> Double {
    let share = min(0.99, max(0.02, share))
    let odds = -1.768 + 0.587 * log(share / (1 - share)) + 0.609 * log(Double(max(1, claims))) + 2.072 * lostShare
    return 1 / (1 + exp(-odds))
  }
}

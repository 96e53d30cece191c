import Foundation

/// How freely the writers of a story treat what they draw on: a distribution over rates, learned from the story, of leaving a
/// claim out and of wording it anew. Each writer has rates of their own.
struct Habits: Sendable {
  /// A rate's possible values, how likely each is, and the likelihood of counts with the rate summed out.
  struct Rate: Sendable {
    var values: [Double]
    var weights: [Double]
    private var prior: [Double]
    private var size: Int
    private var table: [Double] = []

    init(values: [Double], prior: [Double], size: Int) {
      self.values = values
      let sum = prior.reduce(0, +)
      self.prior = prior
      weights = prior.map { $0 / sum }
      self.size = size + 2
      fill()
    }

    private mutating func fill() {
      let powers = values.map { value in
        (no: (0..<size).map { pow(1 - value, Double($0)) }, yes: (0..<size).map { pow(value, Double($0)) })
      }
      table = Array(repeating: 0, count: size * size)
      for no in 0..<size {
        for yes in 0..<size {
          var sum = 0.0
          for (weight, power) in zip(weights, powers) { sum += weight * power.no[no] * power.yes[yes] }
          table[no * size + yes] = log(max(sum, 1e-300))
        }
      }
    }

    /// Log-likelihood of so many that were kept and so many that were not; counts may be fractions.
    func logLikelihood(no: Double, yes: Double) -> Double {
      let i = Int(no)
      let j = Int(yes)
      guard i + 1 < size, j + 1 < size else { return exact(no, yes) }
      let a = no - Double(i)
      let b = yes - Double(j)
      let at = i * size + j
      let low = table[at] + (table[at + 1] - table[at]) * b
      guard a > 0 else { return low }
      let high = table[at + size] + (table[at + size + 1] - table[at + size]) * b
      return low + (high - low) * a
    }

    private func exact(_ no: Double, _ yes: Double) -> Double {
      let terms = zip(values, weights).map { log($1) + no * log(1 - $0) + yes * log($0) }
      let top = terms.max()!
      return top + log(terms.reduce(0) { $0 + exp($1 - top) })
    }

    /// How likely each value is after such counts.
    func posterior(no: Double, yes: Double) -> [Double] {
      let terms = zip(values, weights).map { log($1) + no * log(1 - $0) + yes * log($0) }
      let top = terms.max()!
      let masses = terms.map { exp($0 - top) }
      let sum = masses.reduce(0, +)
      return masses.map { $0 / sum }
    }

    func mean(no: Double, yes: Double) -> Double {
      zip(values, posterior(no: no, yes: yes)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Learns the distribution from the posteriors of all edges, beside the prior.
    mutating func learn(_ sums: [Double]) {
      let all = zip(prior, sums).map { $0 + $1 }
      let total = all.reduce(0, +)
      weights = all.map { max(1e-6, $0 / total) }
      fill()
    }
  }

  var omission: Rate
  var change: Rate

  /// - Parameter size: the claims of the longest text.
  init(size: Int) {
    let size = min(size, 120)
    // The weights are counts of imagined edges: they count as much as so many edges of the story.
    omission = Rate(
      values: [0.02, 0.06, 0.12, 0.2, 0.28, 0.36, 0.44, 0.52, 0.62, 0.75, 0.88],
      prior: [0.2, 0.4, 1, 1.2, 1.2, 1.2, 1.2, 1.1, 0.5, 0.3, 0.1], size: size)
    change = Rate(
      values: [0.01, 0.03, 0.06, 0.12, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9],
      prior: [0.5, 1.5, 1.5, 0.7, 1.8, 0.7, 0.6, 2, 0.1, 0.01], size: size)
  }
}

import Foundation

/// How freely the writers of a story treat what they draw on: a distribution over rates, learned from the story, of leaving a
/// claim out and of wording it anew. Each writer has rates of their own.
struct Habits {
  /// A rate's possible values, how likely each is, and the likelihood of counts with the rate summed out.
  struct Rate {
    let values: [Double]
    private(set) var weights: [Double]
    private let prior: [Double]
    private let size: Int
    private let logValues: [Double]
    private let logRests: [Double]
    private var logWeights: [Double]
    private var lattice: Lattice

    init(values: [Double], prior: [Double], size: Int) {
      self.values = values
      self.prior = prior
      self.size = size + 2
      let sum = prior.reduce(0, +)
      weights = prior.map { $0 / sum }
      logValues = values.map { log($0) }
      logRests = values.map { log(1 - $0) }
      logWeights = weights.map { log($0) }
      lattice = Lattice(size: size + 2)
    }

    /// Log-likelihood of so many that were kept and so many that were not; counts may be fractions.
    func logLikelihood(no: Double, yes: Double) -> Double {
      interpolated(lattice.likelihoods, no, yes) { exact($0, $1) }
    }

    /// The rate that is expected after such counts.
    func mean(no: Double, yes: Double) -> Double {
      interpolated(lattice.means, no, yes) { no, yes in
        zip(values, posterior(no: no, yes: yes)).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }

    /// Between the whole numbers about the counts; what is asked for the first time is worked out and kept.
    @inline(__always)
    private func interpolated(
      _ table: UnsafeMutablePointer<Double>, _ no: Double, _ yes: Double, exact: (Double, Double) -> Double
    ) -> Double {
      let i = Int(no)
      let j = Int(yes)
      guard i + 1 < size, j + 1 < size else { return exact(no, yes) }
      func value(_ i: Int, _ j: Int) -> Double {
        let at = i * size + j
        if table[at].isNaN { table[at] = exact(Double(i), Double(j)) }
        return table[at]
      }
      let a = no - Double(i)
      let b = yes - Double(j)
      var low = value(i, j)
      if b > 0 { low += (value(i, j + 1) - low) * b }
      guard a > 0 else { return low }
      var high = value(i + 1, j)
      if b > 0 { high += (value(i + 1, j + 1) - high) * b }
      return low + (high - low) * a
    }

    private func exact(_ no: Double, _ yes: Double) -> Double {
      var top = -Double.infinity
      for place in values.indices {
        top = max(top, logWeights[place] + no * logRests[place] + yes * logValues[place])
      }
      var sum = 0.0
      for place in values.indices {
        sum += exp(logWeights[place] + no * logRests[place] + yes * logValues[place] - top)
      }
      return top + log(sum)
    }

    /// How likely each value is after such counts.
    func posterior(no: Double, yes: Double) -> [Double] {
      var masses = values.indices.map { logWeights[$0] + no * logRests[$0] + yes * logValues[$0] }
      let top = masses.max()!
      var sum = 0.0
      for place in masses.indices {
        masses[place] = exp(masses[place] - top)
        sum += masses[place]
      }
      for place in masses.indices { masses[place] /= sum }
      return masses
    }

    /// Learns the distribution from the posteriors of all edges, beside the prior.
    mutating func learn(_ sums: [Double]) {
      let all = zip(prior, sums).map { $0 + $1 }
      let total = all.reduce(0, +)
      weights = all.map { max(1e-6, $0 / total) }
      logWeights = weights.map { log($0) }
      lattice = Lattice(size: size)
    }
  }

  /// What has been worked out for whole numbers of counts; NaN where nothing has been yet. A story asks for few of them, again
  /// and again.
  private final class Lattice {
    let likelihoods: UnsafeMutablePointer<Double>
    let means: UnsafeMutablePointer<Double>

    init(size: Int) {
      let count = size * size
      likelihoods = .allocate(capacity: 2 * count)
      likelihoods.initialize(repeating: .nan, count: 2 * count)
      means = likelihoods + count
    }

    deinit { likelihoods.deallocate() }
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

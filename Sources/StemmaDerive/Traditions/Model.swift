import Foundation

/// The rates of a story: what a step of transmission does, and how likely each thing is.
struct Model {
  var habits: Habits
  /// The probability that a text has a claim of its own which its parents lack, for any one claim.
  var own = 0.04
  /// The probability that a claim of the second parent, which a text has not from the first, is taken over.
  var taken = 0.3
  /// The log-odds of having a certain second parent, before any claim is seen.
  var secondPrior = -5.0
  /// A quoted claim is reworded so much more rarely.
  static let quotedChange = 0.4
  /// A new wording is one of so many that are equally likely.
  static let wordings = 60.0
  /// The share of rewordings that are the obvious one.
  static let obvious = 0.25
  /// How often a first report of public speech has the public wording.
  static let publicWording = 0.8
  /// The share of what can be said that the head of a line says.
  static let coverage = 0.57
  /// A claim that so small a share of the reports has is as likely somebody's own as one for everybody.
  static let ownShare = 0.04
  /// The log-odds of a node being the head of a line, before anything is seen.
  var headPrior = -5.0
  /// The same for there being one more lost text.
  var lostPrior = -4.5

  /// Log-probability of a first wording, by reading.
  var birth: [Double]
  /// The probability of having a claim of one's own in a reading.
  var owned: [Double]
  var logOwned: [Double]
  /// The same for a wording anew, with all who chose it and with one less of them.
  var anew: [Double]
  var anewWithout: [Double]
  /// The probability that a rewording comes out as the reading does.
  var anewChance: [Double] = []
  var anewWithoutChance: [Double] = []
  /// The log-odds that the head of a line has a claim, and the log-probability that it has none.
  var coverageOdds: [Double]
  /// By reading, the odds that the head of a line has the claim, times the probability that it words it so.
  var headOdds: [Double] = []
  var nothing: Double
  /// Hours from a report to one that draws on it, on the mean; nil where the times do not tell.
  var delay: Double?
  /// The hours between the first report and the last.
  var span: Double

  /// A text of which nothing is known yet.
  var usual = Writer(drop: 0.33, rate: 0.25)

  init(_ table: ReadingTable) {
    owned = []
    logOwned = []
    habits = Habits(size: (table.entries.map(\.count).max() ?? 0) * 2)
    let own = own
    birth = Array(repeating: 0, count: table.readingCount)
    for entries in table.entries {
      for entry in entries {
        let share = Double(table.holders[Int(entry.reading)]) / Double(table.witnesses[Int(entry.claim)])
        birth[Int(entry.reading)] = log(
          table.isQuoted[Int(entry.claim)]
            ? Self.publicWording * share + (1 - Self.publicWording) / Self.wordings : 1 / Self.wordings)
      }
    }
    let fresh = log(Self.obvious / Self.wordings + (1 - Self.obvious) / Self.wordings)
    anew = Array(repeating: fresh, count: table.readingCount)
    anewWithout = anew
    owned = Array(repeating: 0, count: table.readingCount)
    for entries in table.entries {
      for entry in entries {
        let others = Double(table.witnesses[Int(entry.claim)] - 1)
        owned[Int(entry.reading)] = own / (1 + others) * exp(birth[Int(entry.reading)])
      }
    }
    logOwned = owned.map { log($0) }
    anewChance = anew.map { exp($0) }
    anewWithoutChance = anewChance
    let count = Double(table.reportCount)
    let covers = table.witnesses.map { Self.coverage * Double($0) / (Double($0) + Self.ownShare * count) }
    coverageOdds = covers.map { log(max(1e-9, $0) / (1 - $0)) }
    headOdds = birth
    for entries in table.entries {
      for entry in entries {
        headOdds[Int(entry.reading)] = exp(coverageOdds[Int(entry.claim)] + birth[Int(entry.reading)])
      }
    }
    nothing = covers.reduce(0) { $0 + log(1 - $1) }
    let times = table.times.compactMap { $0 }
    span = (times.max() ?? 0) - (times.min() ?? 0)
    delay = times.count > 1 && span > 0 ? span / 4 : nil
  }

  /// Learns how obvious each wording is from how often it was chosen anew.
  mutating func learn(choices: [Int32: Int], of table: ReadingTable, claimOf: [Int32]) {
    let ratio = 1 + Self.obvious * Self.wordings / (1 - Self.obvious)
    let fresh = log(Self.obvious / Self.wordings + (1 - Self.obvious) / Self.wordings)
    for reading in anew.indices {
      anew[reading] = fresh
      anewWithout[reading] = fresh
    }
    var sums: [Int32: Double] = [:]
    func power(_ times: Int) -> Double { pow(ratio, Double(min(times, 60))) }
    for (reading, times) in choices { sums[claimOf[Int(reading)], default: Self.wordings] += power(times) - 1 }
    func probability(_ times: Int, _ sum: Double) -> Double {
      log(Self.obvious * power(times) / sum + (1 - Self.obvious) / Self.wordings)
    }
    for (claim, sum) in sums {
      // Those not chosen yet are the less likely the surer another is.
      for reading in readings(of: claim, claimOf) {
        let times = choices[Int32(reading)] ?? 0
        anew[reading] = probability(times, sum)
        anewWithout[reading] = times > 0 ? probability(times - 1, sum - power(times) + power(times - 1)) : anew[reading]
      }
    }
    anewChance = anew.map { exp($0) }
    anewWithoutChance = anewWithout.map { exp($0) }
  }

  /// The readings of a claim stand together.
  private func readings(of claim: Int32, _ claimOf: [Int32]) -> Range<Int> {
    var low = 0
    var high = claimOf.count
    while low < high {
      let middle = (low + high) / 2
      if claimOf[middle] < claim { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < claimOf.count, claimOf[end] == claim { end += 1 }
    return low..<end
  }

  /// How much likelier two times are if one report drew on the other, than if they have nothing to do with each other.
  ///
  /// The delay is exponential, and both times are a little wrong; what is far too early has a floor, since times may be
  /// quite wrong.
  func timing(_ source: Double?, _ copy: Double?) -> Double {
    guard let source, let copy, let delay else { return 0 }
    let error = max(1e-9, delay * Self.timeError)
    let gap = copy - source
    // Log of an exponentially modified Gaussian's density.
    let z = error / delay - gap / error
    let tail = z > 6 ? -z * z / 2 - log(z * 2.5066) : log(max(1e-300, 0.5 * erfc(z / 2.0.squareRoot())))
    let density = -log(delay) - gap / delay + error * error / (2 * delay * delay) + tail
    return max(Self.wrongTime, density + log(span + delay))
  }

  /// The error of the difference of two times, as a share of the mean delay.
  static let timeError = 0.15
  /// Nats against a source that came out later: one report in a hundred and fifty is dated wrongly.
  static let wrongTime = -5.0
}

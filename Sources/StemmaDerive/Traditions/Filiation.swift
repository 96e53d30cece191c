/// Who hangs from whom in a tradition, and through how many lines each claim came: what `FiliationFinder` finds.
package struct Filiation: Sendable {
  package enum Parent: Sendable, Hashable {
    /// An index into the tradition's reports.
    case report(Int)
    /// An index into `lost`.
    case lost(Int)
    /// It is the head of a line.
    case none
  }

  /// Where a text hangs.
  package struct Place: Sendable {
    package var parent: Parent
    /// Probability that the parent is this one; for a lost parent or none, that it is no report of the tradition.
    package var confidence: Double
    /// The next likely report to be its parent, if any has been seen as such, and its probability.
    package var rival: (report: Int, probability: Double)?
    /// Probability that it is the head of a line: that nothing stands above it, neither a report nor a lost text.
    package var headProbability: Double
    /// Texts it took some claims from beside its parent, where that is more likely than not, the likeliest first.
    package var seconds: [Second]
  }

  /// A second parent: a text that some claims were taken from.
  package struct Second: Sendable {
    package var parent: Parent
    package var probability: Double
    /// The claims it explains, ascending.
    package var claims: [Int]
  }

  /// A text that is not among the reports, inferred from what its descendants have in common.
  package struct LostText: Sendable {
    /// A report, another lost text, or none.
    package var parent: Parent
    /// What it must have said, by claim; only readings that are more likely than not.
    package var readings: [Tradition.Reading]
    /// The reports and lost texts that hang from it, reports first, ascending.
    package var children: [Parent]
    /// Probability that its reports hang from one text that is not among the reports.
    package var confidence: Double
  }

  /// How many independent lines brought a claim.
  package struct Lines: Sendable, Hashable {
    package var least: Int
    package var best: Int
    package var most: Int

    package init(least: Int, best: Int, most: Int) {
      self.least = least
      self.best = best
      self.most = most
    }

    /// Nobody has the claim.
    package static let none = Lines(least: 0, best: 0, most: 0)
  }

  /// One for each report. There is no cycle among them and `lost`.
  package var places: [Place]
  package var lost: [LostText]
  /// One for each claim; 1 ≤ least ≤ best ≤ most, or `none` for a claim without witnesses.
  package var lines: [Lines]
  /// For each claim the share of the drawn stemmata in which it has one line, two, and so on; empty without witnesses.
  package var lineShares: [[Double]]
  /// For each claim its witnesses, ascending, in as many groups as `lines.best` says: those of one line stand together, each
  /// line in order of its first witness.
  package var witnessesByLine: [[[Int]]]
  /// How many independent heads the whole story has.
  package var storyLines: Lines
}

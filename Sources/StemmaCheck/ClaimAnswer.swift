package import StemmaModel

/// What the reports of one story say to a claim.
package struct ClaimAnswer: Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    /// At least two lines and two origins, whatever the texts leave open.
    case corroborated
    /// Said, and all that says so may rest on one.
    case singleOrigin
    /// Some report has it otherwise, or nobody says so and some have something else in its place.
    case disputed
    case notFound
    /// The claim is none that reports could bear out, or the texts do not show how many stand behind it.
    case cannotBeMeasured
  }

  /// One assertion of the claim.
  package struct Part: Sendable {
    package var text: String
    package var verdict: Verdict
    /// Found, but with something else in its place everywhere: it is nowhere confirmed.
    package var isDistorted = false
    /// Told truly once and overtaken by later reports.
    package var isSuperseded = false
    /// Said of somebody's words: that they were said may be borne out by more lines than what they say.
    package var isOfWords = false
    package var lines: CountRange?
    package var lineNodes: [Stemma.Node] = []
    package var origins: CountRange?
    package var originIndices: [Int] = []
    package var publishers = 0
    /// One a report at the most, in order.
    package var passages: [Passage] = []
    /// The claim's words that no passage has.
    package var nobodyHas: [String] = []
    /// Why, in sentences.
    package var reasons: [String] = []

    package init(text: String, verdict: Verdict) {
      self.text = text
      self.verdict = verdict
    }
  }

  /// That of the weakest part.
  package var verdict: Verdict
  package var parts: [Part]
  /// What was done to the claim before it was looked for.
  package var notes: [String]

  package init(verdict: Verdict, parts: [Part], notes: [String]) {
    self.verdict = verdict
    self.parts = parts
    self.notes = notes
  }

  /// How much of the claim its story has: by it the answers of several stories are ranked.
  package var strength: Double {
    parts.reduce(0) { sum, part in
      let found = part.passages.map { $0.coverage + ($0.stance == .says ? 1 : 0) }.max() ?? 0
      return sum + found
    }
  }
}

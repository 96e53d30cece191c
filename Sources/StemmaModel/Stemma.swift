/// Who drew on whom in one story, and through how many lines, from how many origins, each claim came.
public struct Stemma: Sendable {
  /// A text of the stemma: one of the story's reports, or a lost one that its descendants let us infer.
  public enum Node: Hashable, Comparable, Sendable {
    case report(Siglum)
    /// An index into `lost`.
    case lost(Int)
  }

  public struct LostReport: Sendable {
    /// What the evidence lets us call it.
    public var label: String
    public var evidence: [Place]

    public init(label: String, evidence: [Place]) {
      self.label = label
      self.evidence = evidence
    }
  }

  /// Reports of one line.
  public struct Family: Sendable {
    public var reports: [Siglum]
    public var confidence: Double

    public init(reports: [Siglum], confidence: Double) {
      self.reports = reports
      self.confidence = confidence
    }
  }

  /// What the texts do not decide.
  public struct Question: Sendable {
    public var reports: [Siglum]
    public var question: String
    public var note: String?

    public init(reports: [Siglum], question: String, note: String?) {
      self.reports = reports
      self.question = question
      self.note = note
    }
  }

  public var lost: [LostReport] = []
  /// In order of `from`, then `to`.
  public var derivations: [Derivation] = []
  public var families: [Family] = []
  public var undecided: [Question] = []
  public var origins: [Origin] = []
  /// One for each claim of the collation.
  public var supports: [Support] = []
  /// Of the whole story; nil where it cannot be told.
  public var lines: CountRange?
  public var originsOfStory: CountRange?

  public init() {}
}

/// "`to` drew on `from`", with what shows it.
public struct Derivation: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case copied, rewritten, translated
    /// A second parent.
    case drewOn
  }

  public var from: Stemma.Node
  public var to: Stemma.Node
  /// Probability.
  public var confidence: Double
  public var kind: Kind
  public var evidence: [Evidence]
  /// Whether a person decided it, whatever the texts show.
  public var isByHand: Bool

  public init(
    from: Stemma.Node, to: Stemma.Node, confidence: Double, kind: Kind, evidence: [Evidence], isByHand: Bool = false
  ) {
    self.from = from
    self.to = to
    self.confidence = confidence
    self.kind = kind
    self.evidence = evidence
    self.isByHand = isByHand
  }
}

/// Something that speaks for or against a derivation.
public struct Evidence: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case credit, told, sharedWording, sharedOrder, sharedQuoteCut, sharedInnovation, exclusive, timing, containment
    case counter
  }

  public var kind: Kind
  public var weight: LogOdds
  public var note: String
  public var places: [Place]

  public init(_ kind: Kind, weight: LogOdds, note: String, places: [Place]) {
    self.kind = kind
    self.weight = weight
    self.note = note
    self.places = places
  }

  /// Of what a person decided and no text shows.
  public static let byHand = Evidence(.containment, weight: .none, note: "decided by hand", places: [])
}

/// What a line of reporting rests on.
public struct Origin: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case speech, document, witness, ownReporting, unknown
  }

  public var label: String
  public var kind: Kind
  /// Those that rest on it.
  public var reports: [Siglum]
  /// Those that brought it.
  public var lines: [Stemma.Node]
  /// Where the reports name it.
  public var evidence: [Place]

  public init(label: String, kind: Kind, reports: [Siglum], lines: [Stemma.Node], evidence: [Place]) {
    self.label = label
    self.kind = kind
    self.reports = reports
    self.lines = lines
    self.evidence = evidence
  }
}

/// At least, best, at most; 1 ≤ `least` ≤ `best` ≤ `most`.
public struct CountRange: Hashable, Sendable {
  public var least: Int
  public var best: Int
  public var most: Int

  public init(least: Int, best: Int, most: Int) {
    precondition(1 <= least && least <= best && best <= most, "a range must hold its best and begin at one")
    self.least = least
    self.best = best
    self.most = most
  }
}

/// What stands behind one claim, on three levels that never mix: publishers, lines, origins.
public struct Support: Sendable {
  public var publishers: Int
  /// Nil where it cannot be told.
  public var lines: CountRange?
  /// The ones that `best` counts.
  public var lineNodes: [Stemma.Node]
  public var origins: CountRange?
  /// In the stemma's `origins`.
  public var originIndices: [Int]

  public init(
    publishers: Int, lines: CountRange?, lineNodes: [Stemma.Node], origins: CountRange?, originIndices: [Int]
  ) {
    self.publishers = publishers
    self.lines = lines
    self.lineNodes = lineNodes
    self.origins = origins
    self.originIndices = originIndices
  }
}

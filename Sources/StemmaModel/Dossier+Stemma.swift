/// How the reports came of one another, and what stands behind each claim, as the contract has it.
extension Dossier {
  /// At least, best, at most; `ids` are the ones that `best` counts.
  public struct Count: Codable, Sendable, Equatable {
    public var least: Int
    public var best: Int
    public var most: Int
    public var ids: [String]

    public init(least: Int, best: Int, most: Int, ids: [String]) {
      self.least = least
      self.best = best
      self.most = most
      self.ids = ids
    }
  }

  public struct Support: Codable, Sendable, Equatable {
    public var reports: Int
    public var publishers: Int
    @Null public var lines: Count?
    @Null public var origins: Count?
    public var primarySources: [String]

    public init(reports: Int, publishers: Int, lines: Count?, origins: Count?, primarySources: [String]) {
      self.reports = reports
      self.publishers = publishers
      self.lines = lines
      self.origins = origins
      self.primarySources = primarySources
    }
  }

  public struct Stemma: Codable, Sendable, Equatable {
    public struct Node: Codable, Sendable, Equatable {
      public enum Kind: String, Codable, Sendable {
        case report, lost
      }

      public var id: String
      public var kind: Kind
      /// Of a lost one: what the evidence lets us call it.
      public var label: String?
      public var labelEvidence: [Span]?

      public init(id: String, kind: Kind, label: String? = nil, labelEvidence: [Span]? = nil) {
        self.id = id
        self.kind = kind
        self.label = label
        self.labelEvidence = labelEvidence
      }
    }

    public struct Evidence: Codable, Sendable, Equatable {
      public var kind: String
      /// Log-odds in nats; negative speaks against the edge.
      public var weight: Double
      public var note: String
      public var spans: [Span]

      public init(kind: String, weight: Double, note: String, spans: [Span]) {
        self.kind = kind
        self.weight = weight
        self.note = note
        self.spans = spans
      }
    }

    public struct Edge: Codable, Sendable, Equatable {
      public var from: String
      public var to: String
      public var confidence: Double
      public var kind: String
      public var evidence: [Evidence]
      /// True where a person decided it; else absent.
      public var byHand: Bool?

      public init(
        from: String, to: String, confidence: Double, kind: String, evidence: [Evidence], byHand: Bool? = nil
      ) {
        self.from = from
        self.to = to
        self.confidence = confidence
        self.kind = kind
        self.evidence = evidence
        self.byHand = byHand
      }
    }

    public struct Family: Codable, Sendable, Equatable {
      public var reports: [String]
      public var confidence: Double

      public init(reports: [String], confidence: Double) {
        self.reports = reports
        self.confidence = confidence
      }
    }

    public struct Undecided: Codable, Sendable, Equatable {
      public var reports: [String]
      public var question: String
      @Null public var note: String?

      public init(reports: [String], question: String, note: String?) {
        self.reports = reports
        self.question = question
        self.note = note
      }
    }

    public var nodes: [Node] = []
    public var edges: [Edge] = []
    public var families: [Family] = []
    public var undecided: [Undecided] = []

    public init() {}
  }

  public struct Origin: Codable, Sendable, Equatable {
    public var id: String
    public var label: String
    public var kind: String
    public var reports: [String]
    public var lines: [String]
    public var evidence: [Span]

    public init(id: String, label: String, kind: String, reports: [String], lines: [String], evidence: [Span]) {
      self.id = id
      self.label = label
      self.kind = kind
      self.reports = reports
      self.lines = lines
      self.evidence = evidence
    }
  }
}

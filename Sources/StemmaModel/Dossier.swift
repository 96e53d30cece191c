/// What Stemma says of one story: the contract `stemma-dossier/1`, field for field.
///
/// Faces show it and infer nothing. The pipeline makes it; see `Documentation/Formats.md` for what each field means.
public struct Dossier: Codable, Sendable, Equatable {
  public static let schemaName = "stemma-dossier/1"

  public var schema = Dossier.schemaName
  public var generator: Generator
  public var story: Story
  public var reports: [Report]
  public var quotes: [Quote] = []
  public var figures: [Figure] = []
  public var claims: [Claim] = []
  public var divergences: [Divergence] = []
  public var stemma: Stemma
  public var origins: [Origin] = []
  public var summary: Summary
  public var caveats: [Caveat] = []

  public init(generator: Generator, story: Story, reports: [Report], stemma: Stemma, summary: Summary) {
    self.generator = generator
    self.story = story
    self.reports = reports
    self.stemma = stemma
    self.summary = summary
  }

  public struct Generator: Codable, Sendable, Equatable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  public struct Story: Codable, Sendable, Equatable {
    public var id: String
    public var title: String
    @Null public var firstReported: String?
    @Null public var lastReported: String?

    public init(id: String, title: String, firstReported: String?, lastReported: String?) {
      self.id = id
      self.title = title
      self.firstReported = firstReported
      self.lastReported = lastReported
    }
  }

  /// A stretch of a report's original, byte for byte; offsets null where it cannot be mapped.
  public struct Span: Codable, Sendable, Hashable {
    public var report: String
    @Null public var start: Int?
    @Null public var end: Int?
    public var exact: String
    /// What a reader sees, where that differs from `exact`.
    public var text: String?

    public init(report: String, start: Int?, end: Int?, exact: String, text: String? = nil) {
      self.report = report
      self.start = start
      self.end = end
      self.exact = exact
      self.text = text
    }

    /// What a reader sees.
    public var shown: String { text ?? exact }
  }

  public struct Report: Codable, Sendable, Equatable {
    public var id: String
    public var source: String
    /// The body as a reader sees it; where a report stands by itself.
    public var text: String?
    public var sha256: String
    @Null public var outlet: Outlet?
    @Null public var title: Title?
    @Null public var byline: Title?
    @Null public var published: Published?
    @Null public var language: String?
    public var credits: [Credit] = []
    public var body: [Span] = []
    public var furniture: [Furniture] = []
    // Beside the contract, and left out where the page says nothing of it.
    public var modified: Published?
    /// Canonical.
    public var address: String?
    public var section: String?
    public var tags: [String]?
    public var declared: [Declaration]?
    /// Where a report stands by itself; else they are the dossier's.
    public var caveats: [Caveat]?

    public init(id: String, source: String, sha256: String) {
      self.id = id
      self.source = source
      self.sha256 = sha256
      _outlet = Null(wrappedValue: nil)
      _title = Null(wrappedValue: nil)
      _byline = Null(wrappedValue: nil)
      _published = Null(wrappedValue: nil)
      _language = Null(wrappedValue: nil)
    }
  }

  /// What markup, a record or a feed says of a report, believed or not.
  public struct Declaration: Codable, Sendable, Equatable {
    public var field: String
    public var value: String
    /// Who says so: record, feed, linkedData, microdata, openGraph, meta, visible, transport, address.
    public var by: String
    @Null public var span: Span?

    public init(field: String, value: String, by: String, span: Span?) {
      self.field = field
      self.value = value
      self.by = by
      _span = Null(wrappedValue: span)
    }
  }

  public struct Outlet: Codable, Sendable, Equatable {
    public var name: String
    @Null public var evidence: Span?

    public init(name: String, evidence: Span?) {
      self.name = name
      self.evidence = evidence
    }
  }

  public struct Title: Codable, Sendable, Equatable {
    public var text: String
    public var span: Span

    public init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  public struct Published: Codable, Sendable, Equatable {
    public var value: String
    public var precision: String
    /// To the second, in UTC, where `value` has the day alone: where UTC is in another day than the readers were.
    public var time: String?
    @Null public var evidence: Span?

    public init(value: String, precision: String, time: String? = nil, evidence: Span?) {
      self.value = value
      self.precision = precision
      self.time = time
      self.evidence = evidence
    }
  }

  public struct Credit: Codable, Sendable, Equatable {
    public var agency: String
    public var kind: String
    public var span: Span

    public init(agency: String, kind: String, span: Span) {
      self.agency = agency
      self.kind = kind
      self.span = span
    }
  }

  public struct Furniture: Codable, Sendable, Equatable {
    public var kind: String
    public var span: Span

    public init(kind: String, span: Span) {
      self.kind = kind
      self.span = span
    }
  }

  public enum Relation: String, Codable, Sendable {
    case verbatim, paraphrase, altered
  }

  public struct Quote: Codable, Sendable, Equatable {
    public struct Speaker: Codable, Sendable, Equatable {
      public var name: String
      @Null public var mention: Span?

      public init(name: String, mention: Span?) {
        self.name = name
        self.mention = mention
      }
    }

    public struct Variant: Codable, Sendable, Equatable {
      public var report: String
      public var span: Span
      public var form: String
      @Null public var cue: String?
      @Null public var speaker: String?
      @Null public var addressee: String?
      public var channel: [String]
      public var relation: Relation

      public init(
        report: String, span: Span, form: String, cue: String?, speaker: String?, addressee: String?,
        channel: [String], relation: Relation
      ) {
        self.report = report
        self.span = span
        self.form = form
        self.cue = cue
        self.speaker = speaker
        self.addressee = addressee
        self.channel = channel
        self.relation = relation
      }
    }

    public var id: String
    @Null public var speaker: Speaker?
    @Null public var addressee: String?
    public var channel: [String]
    public var variants: [Variant]

    public init(id: String, speaker: Speaker?, addressee: String?, channel: [String], variants: [Variant]) {
      self.id = id
      self.speaker = speaker
      self.addressee = addressee
      self.channel = channel
      self.variants = variants
    }
  }

  public struct Figure: Codable, Sendable, Equatable {
    public struct Variant: Codable, Sendable, Equatable {
      public var report: String
      public var span: Span
      public var value: Double
      @Null public var high: Double?
      public var unit: String
      public var comparator: String
      @Null public var period: String?
      @Null public var attributedTo: String?
      public var relation: Relation

      public init(
        report: String, span: Span, value: Double, high: Double?, unit: String, comparator: String, period: String?,
        attributedTo: String?, relation: Relation
      ) {
        self.report = report
        self.span = span
        self.value = value
        self.high = high
        self.unit = unit
        self.comparator = comparator
        self.period = period
        self.attributedTo = attributedTo
        self.relation = relation
      }
    }

    public var id: String
    public var quantity: String
    public var value: Double
    @Null public var high: Double?
    public var unit: String
    @Null public var period: String?
    public var comparator: String
    @Null public var attributedTo: String?
    public var variants: [Variant]

    public init(
      id: String, quantity: String, value: Double, high: Double?, unit: String, period: String?, comparator: String,
      attributedTo: String?, variants: [Variant]
    ) {
      self.id = id
      self.quantity = quantity
      self.value = value
      self.high = high
      self.unit = unit
      self.period = period
      self.comparator = comparator
      self.attributedTo = attributedTo
      self.variants = variants
    }
  }

  public struct Claim: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable {
      case statement, quote, figure
    }

    public struct Witness: Codable, Sendable, Equatable {
      public var report: String
      public var span: Span
      public var relation: Relation

      public init(report: String, span: Span, relation: Relation) {
        self.report = report
        self.span = span
        self.relation = relation
      }
    }

    public struct Variant: Codable, Sendable, Equatable {
      public var text: String
      public var witnesses: [Witness]

      public init(text: String, witnesses: [Witness]) {
        self.text = text
        self.witnesses = witnesses
      }
    }

    public var id: String
    public var kind: Kind
    public var lemma: String
    @Null public var quote: String?
    @Null public var figure: String?
    public var variants: [Variant]
    public var absentFrom: [String]
    public var support: Support

    public init(
      id: String, kind: Kind, lemma: String, quote: String?, figure: String?, variants: [Variant],
      absentFrom: [String], support: Support
    ) {
      self.id = id
      self.kind = kind
      self.lemma = lemma
      self.quote = quote
      self.figure = figure
      self.variants = variants
      self.absentFrom = absentFrom
      self.support = support
    }
  }

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

  public struct Divergence: Codable, Sendable, Equatable {
    public var id: String
    public var kind: String
    public var severity: String
    @Null public var claim: String?
    public var reports: [String]
    public var against: [String]
    public var spans: [Span]
    public var explanation: String

    public init(
      id: String, kind: String, severity: String, claim: String?, reports: [String], against: [String], spans: [Span],
      explanation: String
    ) {
      self.id = id
      self.kind = kind
      self.severity = severity
      self.claim = claim
      self.reports = reports
      self.against = against
      self.spans = spans
      self.explanation = explanation
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

      public init(from: String, to: String, confidence: Double, kind: String, evidence: [Evidence]) {
        self.from = from
        self.to = to
        self.confidence = confidence
        self.kind = kind
        self.evidence = evidence
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

  public struct Range: Codable, Sendable, Equatable {
    public var least: Int
    public var best: Int
    public var most: Int

    public init(least: Int, best: Int, most: Int) {
      self.least = least
      self.best = best
      self.most = most
    }
  }

  public struct Summary: Codable, Sendable, Equatable {
    public var reports: Int
    public var publishers: Int
    @Null public var lines: Range?
    @Null public var origins: Range?

    public init(reports: Int, publishers: Int, lines: Range?, origins: Range?) {
      self.reports = reports
      self.publishers = publishers
      self.lines = lines
      self.origins = origins
    }
  }

  public struct Caveat: Codable, Sendable, Equatable {
    public var kind: String
    @Null public var report: String?
    @Null public var span: Span?
    public var note: String

    public init(kind: String, report: String?, span: Span?, note: String) {
      self.kind = kind
      self.report = report
      self.span = span
      self.note = note
    }
  }
}

/// What the reports assert in common and how they differ, as the contract has it.
extension Dossier {
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

    /// A run of words that a wording has as the lemma has them, or not.
    public struct Change: Codable, Sendable, Equatable {
      public enum Kind: String, Codable, Sendable {
        case kept, leftOut, added, replaced
      }

      public var kind: Kind
      /// The lemma's words; null where some were added.
      @Null public var lemma: Span?
      /// The first witness's words; null where some were left out.
      @Null public var here: Span?
      /// Of replaced words, where it can be told: number, form, related.
      public var nature: String?

      public init(kind: Kind, lemma: Span?, here: Span?, nature: String? = nil) {
        self.kind = kind
        _lemma = Null(wrappedValue: lemma)
        _here = Null(wrappedValue: here)
        self.nature = nature
      }
    }

    public struct Variant: Codable, Sendable, Equatable {
      public var text: String
      public var witnesses: [Witness]
      /// From the lemma to the first witness, in reading order; absent for the lemma's own words.
      public var changes: [Change]?

      public init(text: String, witnesses: [Witness], changes: [Change]? = nil) {
        self.text = text
        self.witnesses = witnesses
        self.changes = changes
      }
    }

    public var id: String
    public var kind: Kind
    public var lemma: String
    @Null public var quote: String?
    @Null public var figure: String?
    public var variants: [Variant]
    public var absentFrom: [String]
    /// Nil where the collation stands by itself: a dossier's claims have it.
    public var support: Support?

    public init(
      id: String, kind: Kind, lemma: String, quote: String?, figure: String?, variants: [Variant],
      absentFrom: [String], support: Support?
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
}

/// All claims of one story, with every wording of them and where they stand.
public struct Collation: Sendable {
  public var story: Story
  public var quotes: [Quote] = []
  public var figures: [Figure] = []
  public var claims: [Claim] = []
  public var divergences: [Divergence] = []

  public init(_ story: Story) {
    self.story = story
  }
}

/// How a witness stands to its claim's lemma.
public enum Relation: String, Sendable, CaseIterable {
  /// The same words but for case, punctuation, spacing and quotation marks.
  case verbatim
  /// The same content.
  case paraphrase
  /// The content differs.
  case altered
}

/// What statements across a story assert in common.
public struct Claim: Sendable {
  public enum Kind: String, Sendable {
    case statement, quote, figure
  }

  /// A place that carries the claim.
  public struct Witness: Hashable, Sendable {
    public var place: Place
    /// In the report's tokens.
    public var tokens: Range<Int>
    public var relation: Relation
    /// How much of the lemma's weight its words have, 0…1.
    public var likeness: Double
    /// The weight of the lemma's words that it has, in nats: a claim of two common words is soon found again.
    public var nats: Double
    /// Who says so here, in the report's `attributions`; nil where the report says it itself.
    public var attribution: Int?

    public init(
      place: Place, tokens: Range<Int>, relation: Relation, likeness: Double, nats: Double, attribution: Int?
    ) {
      self.place = place
      self.tokens = tokens
      self.relation = relation
      self.likeness = likeness
      self.nats = nats
      self.attribution = attribution
    }
  }

  /// A run of words that a wording has as the lemma has them, or not.
  public struct Change: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case kept, leftOut, added, replaced
    }

    /// What can be told of words that stand for others.
    public enum Nature: String, Sendable {
      /// Other values.
      case number
      /// Another form of the same word.
      case form
      /// Words that stand in like places, by the vectors; they may say the same or the opposite.
      case related
    }

    public var kind: Kind
    /// In the lemma's report; nil where words were added.
    public var lemma: TextSpan?
    /// In the report of the wording's first witness; nil where words were left out.
    public var here: TextSpan?
    /// Of replaced words, where it can be told.
    public var nature: Nature?

    public init(_ kind: Kind, lemma: TextSpan?, here: TextSpan?, nature: Nature? = nil) {
      self.kind = kind
      self.lemma = lemma
      self.here = here
      self.nature = nature
    }
  }

  /// One wording of the claim.
  public struct Variant: Sendable {
    public var text: String
    /// In order of place.
    public var witnesses: [Witness]
    /// From the lemma to the first witness, in reading order, what was kept between them; empty for the same words.
    public var changes: [Change] = []

    public init(text: String, witnesses: [Witness]) {
      self.text = text
      self.witnesses = witnesses
    }
  }

  public var kind: Kind
  /// The wording nearest the origin.
  public var lemma: String
  /// Where that stands.
  public var lemmaPlace: Place
  /// In order of their first place.
  public var variants: [Variant]
  /// In the collation's `quotes`, set where `kind` is quote.
  public var quote: Int?
  /// In the collation's `figures`, set where `kind` is figure.
  public var figure: Int?

  public init(
    kind: Kind, lemma: String, lemmaPlace: Place, variants: [Variant], quote: Int? = nil, figure: Int? = nil
  ) {
    self.kind = kind
    self.lemma = lemma
    self.lemmaPlace = lemmaPlace
    self.variants = variants
    self.quote = quote
    self.figure = figure
  }

  /// In order of place.
  public var witnesses: [Witness] {
    variants.flatMap(\.witnesses).sorted { $0.place < $1.place }
  }

  /// The reports that carry it, each once, in order.
  public var reports: [Siglum] {
    Set(variants.flatMap(\.witnesses).map(\.place.report)).sorted()
  }
}

/// One utterance in all its reports.
public struct Quote: Sendable {
  public struct Variant: Hashable, Sendable {
    public var report: Siglum
    /// In the report's `quotes`.
    public var mention: Int
    public var relation: Relation

    public init(report: Siglum, mention: Int, relation: Relation) {
      self.report = report
      self.mention = mention
      self.relation = relation
    }
  }

  /// In order of place.
  public var variants: [Variant]
  /// The index in `variants` of the best-attested reading: whose speaker, addressee and channel are shown.
  public var best: Int

  public init(variants: [Variant], best: Int) {
    self.variants = variants
    self.best = best
  }
}

/// One quantity in all its reports.
public struct Figure: Sendable {
  public struct Variant: Hashable, Sendable {
    public var report: Siglum
    /// In the report's `figures`.
    public var mention: Int
    public var relation: Relation

    public init(report: Siglum, mention: Int, relation: Relation) {
      self.report = report
      self.mention = mention
      self.relation = relation
    }
  }

  /// In order of place.
  public var variants: [Variant]
  /// The index in `variants` of the best-attested reading.
  public var best: Int

  public init(variants: [Variant], best: Int) {
    self.variants = variants
    self.best = best
  }
}

/// Something that reports of one story have differently.
public struct Divergence: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case figure, period, date, comparator, unit, attribution, addressee, anonymized, hedge, intensity, wording
    case quoteAltered, pseudoQuote, dangling, contradiction, addition, omission
  }

  public enum Severity: String, Sendable, CaseIterable {
    case high, medium, low
  }

  public var kind: Kind
  public var severity: Severity
  /// In the collation's `claims`.
  public var claim: Int?
  /// The ones that differ, in order.
  public var reports: [Siglum]
  /// The ones they differ from.
  public var against: [Siglum]
  /// The passages at odds, in order.
  public var places: [Place]
  /// A sentence that can be understood without the program.
  public var explanation: String

  public init(
    _ kind: Kind, _ severity: Severity, claim: Int?, reports: [Siglum], against: [Siglum], places: [Place],
    explanation: String
  ) {
    self.kind = kind
    self.severity = severity
    self.claim = claim
    self.reports = reports
    self.against = against
    self.places = places
    self.explanation = explanation
  }
}

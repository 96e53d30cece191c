/// What the reports say to one claim: `stemma-check/1`. See `Documentation/Checking.md` for the rules and the fields.
public struct ClaimCheck: Codable, Sendable, Equatable {
  public static let schemaName = "stemma-check/1"

  public enum Verdict: String, Codable, Sendable, CaseIterable {
    case corroborated, singleOrigin, disputed, notFound, cannotBeMeasured
  }

  public var schema = ClaimCheck.schemaName
  public var generator: Dossier.Generator
  /// As it was typed.
  public var claim: String
  /// That of the weakest assertion.
  public var verdict: Verdict
  /// What was done to the claim before it was looked for.
  public var notes: [String]
  public var story: Dossier.Story
  public var assertions: [Assertion]
  /// Those that a passage is of.
  public var reports: [Report]
  /// The lines and origins that the assertions name.
  public var lines: [Line]
  public var origins: [Origin]
  public var caveats: [Dossier.Caveat]

  public init(
    generator: Dossier.Generator, claim: String, verdict: Verdict, notes: [String], story: Dossier.Story,
    assertions: [Assertion], reports: [Report], lines: [Line], origins: [Origin], caveats: [Dossier.Caveat]
  ) {
    self.generator = generator
    self.claim = claim
    self.verdict = verdict
    self.notes = notes
    self.story = story
    self.assertions = assertions
    self.reports = reports
    self.lines = lines
    self.origins = origins
    self.caveats = caveats
  }

  /// One thing that the claim asserts.
  public struct Assertion: Codable, Sendable, Equatable {
    public var text: String
    public var verdict: Verdict
    /// Reports have it, but with something else in its place.
    public var distorted: Bool
    /// Said once, and overtaken by later reports.
    public var superseded: Bool
    /// Of somebody's words: that they were said is another matter than what they say.
    public var ofWords: Bool
    /// Reports that say so, and their publishers.
    public var says: Int
    public var publishers: Int
    /// Null where it cannot be told, or nobody says so.
    @Null public var lines: Dossier.Count?
    @Null public var origins: Dossier.Count?
    /// Why, in sentences.
    public var reasons: [String]
    /// The claim's words that no passage has.
    public var nobodyHas: [String]
    /// One a report at the most, in order.
    public var passages: [Passage]

    public init(
      text: String, verdict: Verdict, distorted: Bool, superseded: Bool, ofWords: Bool, says: Int, publishers: Int,
      lines: Dossier.Count?, origins: Dossier.Count?, reasons: [String], nobodyHas: [String], passages: [Passage]
    ) {
      self.text = text
      self.verdict = verdict
      self.distorted = distorted
      self.superseded = superseded
      self.ofWords = ofWords
      self.says = says
      self.publishers = publishers
      _lines = Null(wrappedValue: lines)
      _origins = Null(wrappedValue: origins)
      self.reasons = reasons
      self.nobodyHas = nobodyHas
      self.passages = passages
    }
  }

  public struct Passage: Codable, Sendable, Equatable {
    /// says, partly, differs
    public var stance: String
    /// The words that were compared.
    public var span: Dossier.Span
    /// The sentence around them.
    public var sentence: Dossier.Span
    /// How much of the claim's weight it has, 0…1.
    public var coverage: Double
    /// Who says so there; null where the report says it itself.
    @Null public var source: String?
    /// The claims of the dossier that it is of.
    public var claims: [String]
    /// The claim's words that it does not have.
    public var missing: [String]
    public var differences: [Difference]

    public init(
      stance: String, span: Dossier.Span, sentence: Dossier.Span, coverage: Double, source: String?, claims: [String],
      missing: [String], differences: [Difference]
    ) {
      self.stance = stance
      self.span = span
      self.sentence = sentence
      self.coverage = coverage
      _source = Null(wrappedValue: source)
      self.claims = claims
      self.missing = missing
      self.differences = differences
    }
  }

  public struct Difference: Codable, Sendable, Equatable {
    /// number, date, actor, place, role, polarity, opposite, denial, certainty, scope, attribution, superseded
    public var kind: String
    @Null public var claimed: String?
    @Null public var found: String?
    public var note: String

    public init(kind: String, claimed: String?, found: String?, note: String) {
      self.kind = kind
      _claimed = Null(wrappedValue: claimed)
      _found = Null(wrappedValue: found)
      self.note = note
    }
  }

  public struct Report: Codable, Sendable, Equatable {
    public var id: String
    public var source: String
    @Null public var outlet: String?
    @Null public var published: String?

    public init(id: String, source: String, outlet: String?, published: String?) {
      self.id = id
      self.source = source
      _outlet = Null(wrappedValue: outlet)
      _published = Null(wrappedValue: published)
    }
  }

  public struct Line: Codable, Sendable, Equatable {
    public var id: String
    public var label: String

    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  public struct Origin: Codable, Sendable, Equatable {
    public var id: String
    public var label: String
    public var kind: String

    public init(id: String, label: String, kind: String) {
      self.id = id
      self.label = label
      self.kind = kind
    }
  }
}

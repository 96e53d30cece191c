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

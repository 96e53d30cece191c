/// A stretch of the original with what it says; without a span where it cannot be mapped to the original.
public struct Excerpt: Hashable, Sendable {
  public var span: TextSpan?
  /// What a reader sees there.
  public var text: String

  public init(_ text: String, at span: TextSpan?) {
    self.text = text
    self.span = span
  }
}

/// One article: what is to be read of it, and what it says of itself.
public struct Report: Sendable {
  /// A stretch that belongs to the article and is read.
  public struct Passage: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case title, subheading, paragraph, caption
    }

    public var kind: Kind
    /// In `text.bytes`.
    public var range: Range<Int>
    /// In `original`.
    public var span: TextSpan

    public init(_ kind: Kind, range: Range<Int>, span: TextSpan) {
      self.kind = kind
      self.range = range
      self.span = span
    }
  }

  /// What stands on the page and is not the article.
  public struct Furniture: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case menu, banner, promo, authorBio, caption, credit, tags, related, widget, link, other
    }

    public var kind: Kind
    public var span: TextSpan

    public init(_ kind: Kind, at span: TextSpan) {
      self.kind = kind
      self.span = span
    }
  }

  /// A mark of provenance: evidence to weigh, never a verdict.
  public struct Credit: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case byline, creditLine, dateline, photo, told, cited
    }

    /// The agency by its usual name: AFP, Reuters, AP, …
    public var agency: String
    public var kind: Kind
    public var place: Excerpt

    public init(agency: String, kind: Kind, place: Excerpt) {
      self.agency = agency
      self.kind = kind
      self.place = place
    }
  }

  public struct Outlet: Hashable, Sendable {
    public var name: String
    /// Nil where the name comes from the address or a record's field.
    public var evidence: Excerpt?

    public init(name: String, evidence: Excerpt?) {
      self.name = name
      self.evidence = evidence
    }
  }

  public struct Publication: Hashable, Sendable {
    /// In UTC; but where UTC is in another day than the readers were, the readers' day: a date that reads wrong is worse
    /// than one that is less precise.
    public var moment: Moment
    /// The time in UTC, where `moment` is the readers' day for that reason.
    public var time: Moment?
    public var evidence: Excerpt?

    /// - Parameter day: the readers', where it is known beside the moment.
    public init(_ moment: Moment, day: Moment? = nil, evidence: Excerpt?) {
      self.moment = moment
      if let day, moment.day != nil, day.dayNumber != moment.dayNumber {
        self.moment = day
        time = moment.secondOfDay == nil ? nil : moment
      }
      self.evidence = evidence
    }
  }

  public var source: String
  public var sha256: String
  public var original: String
  /// Title, body and captions in order, as a reader sees them.
  public var text: ReadingText
  /// In the order of `text`; the body is its paragraphs and subheadings.
  public var passages: [Passage]
  public var outlet: Outlet?
  public var title: Excerpt?
  public var byline: Excerpt?
  public var published: Publication?
  /// The last change that the page owns up to.
  public var modified: Publication?
  /// The canonical address.
  public var address: String?
  public var section: String?
  public var tags: [String]
  /// BCP 47, lower case; "und" where it cannot be told.
  public var language: String
  public var credits: [Credit]
  public var furniture: [Furniture]
  /// All that the page and its container declare, also what was not believed.
  public var testimony: [Testimony]
  public var caveats: [Caveat]

  public init(source: String, sha256: String, original: String) {
    self.source = source
    self.sha256 = sha256
    self.original = original
    text = ReadingText()
    passages = []
    language = "und"
    tags = []
    credits = []
    furniture = []
    testimony = []
    caveats = []
  }

  /// The passages that are the article: paragraphs and subheadings.
  public var body: [Passage] {
    passages.filter { $0.kind == .paragraph || $0.kind == .subheading }
  }

  /// The original bytes of a span, unchanged.
  public func exact(_ span: TextSpan) -> String {
    let utf8 = original.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    return String(decoding: utf8[start..<utf8.index(start, offsetBy: span.length)], as: UTF8.self)
  }

  /// What a reader sees of a span.
  public func reading(_ span: TextSpan) -> String { text.string(of: span) }
}

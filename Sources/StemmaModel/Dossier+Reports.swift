/// The reports of a story as the contract has them.
extension Dossier {
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
}

/// One document as it was read: decoded text, and what its container declared of it.
public struct Page: Sendable {
  public enum Form: String, Sendable {
    case plain, markdown, html
  }

  /// What a record or a feed says of the text it carries. Testimony, not fact.
  public struct Declared: Sendable, Equatable {
    public var title: String?
    public var outlet: String?
    public var byline: String?
    /// As written; the extractor parses it.
    public var published: String?
    public var language: String?
    public var address: String?
    /// Credit and source lines, as written.
    public var credits: [String] = []

    public init() {}
  }

  /// The path or address as given; a record's has `#` and its number, from 1.
  public var source: String
  /// SHA-256 of the bytes as read, lower-case hexadecimal; of a record's decoded text.
  public var sha256: String
  /// All offsets are UTF-8 bytes into this. A byte-order mark is part of it.
  public var text: String
  public var form: Form
  public var declared: Declared
  public var caveats: [Caveat]

  public init(
    source: String, sha256: String, text: String, form: Form, declared: Declared = Declared(), caveats: [Caveat] = []
  ) {
    self.source = source
    self.sha256 = sha256
    self.text = text
    self.form = form
    self.declared = declared
    self.caveats = caveats
  }
}

/// One document as it was read: decoded text, and what its container declared of it.
public struct Page: Sendable {
  public enum Form: String, Sendable {
    case plain, markdown, html
  }

  /// The path or address as given; a record's has `#` and its number, from 1.
  public var source: String
  /// SHA-256 of the bytes as read, lower-case hexadecimal; of a record's decoded text.
  public var sha256: String
  /// All offsets are UTF-8 bytes into this. A byte-order mark is part of it.
  public var text: String
  public var form: Form
  /// What the record, the feed or the transport that brought the page declares of it.
  public var testimony: [Testimony]
  /// What the record that brought the page calls itself.
  public var recordID: RecordID?
  public var caveats: [Caveat]

  public init(
    source: String, sha256: String, text: String, form: Form, testimony: [Testimony] = [], caveats: [Caveat] = []
  ) {
    self.source = source
    self.sha256 = sha256
    self.text = text
    self.form = form
    self.testimony = testimony
    self.caveats = caveats
  }
}

/// Trouble with the data that did not stop the run. It travels to the dossier and is shown there.
public struct Caveat: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A path given twice, read once.
    case repeatedPath
    /// Two reports with the same bytes: two publishers perhaps, one line.
    case sameBytes
    /// An input that gave no report; `note` says why and what to do.
    case unreadable
    /// Bytes that are not UTF-8 were replaced.
    case encoding
    /// Text cut at a limit.
    case cutShort
    case noBody
    case noDate
    /// Declared and visible data disagree; both are kept.
    case disagreement
    case language
    /// A single report: nothing can be compared.
    case alone
    /// Reports forced into one story that share nothing.
    case unrelated
    case other
  }

  public var kind: Kind
  /// The input that has the trouble, as it was given; nil where it is of the story.
  public var source: String?
  public var span: TextSpan?
  /// One sentence: what, where, what to try.
  public var note: String

  public init(_ kind: Kind, source: String? = nil, span: TextSpan? = nil, note: String) {
    self.kind = kind
    self.source = source
    self.span = span
    self.note = note
  }
}

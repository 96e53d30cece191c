/// One thing that markup, a record or a feed declares of a report: testimony, never fact.
public struct Testimony: Hashable, Sendable {
  public enum Field: String, Sendable, CaseIterable {
    case title, outlet, byline, published, modified, language, address, section, tag, credit
    /// A work that the report says it rests on, or names as a reference.
    case basedOn, citation
    case correction
    /// Who carried the report to us and did not publish it: a feed, an aggregator.
    case carrier
    /// The place from which the report was sent: what a dateline says.
    case located
  }

  /// Who says so; the first is believed most.
  public enum Voice: String, Sendable, CaseIterable, Comparable {
    case record, feed, linkedData, microdata, openGraph, meta
    /// What the page shows a reader.
    case visible
    case transport
    /// The wording of the page's own address.
    case address

    public static func < (a: Voice, b: Voice) -> Bool { a.rank < b.rank }

    /// 0 for the voice that is believed most, then up without gaps.
    public var rank: Int {
      switch self {
      case .record: 0
      case .feed: 1
      case .linkedData: 2
      case .microdata: 3
      case .openGraph: 4
      case .meta: 5
      case .visible: 6
      case .transport: 7
      case .address: 8
      }
    }
  }

  public var field: Field
  /// As written, white space folded.
  public var value: String
  public var voice: Voice
  /// Where in the page's text it stands; nil where the container says it.
  public var span: TextSpan?

  public init(_ field: Field, _ value: String, by voice: Voice, at span: TextSpan? = nil) {
    self.field = field
    self.value = value
    self.voice = voice
    self.span = span
  }
}

extension [Testimony] {
  /// All that is said of a field, the most trusted first; among equals in order.
  public func all(_ field: Testimony.Field) -> [Testimony] {
    enumerated().filter { $0.element.field == field }
      .sorted { ($0.element.voice, $0.offset) < ($1.element.voice, $1.offset) }.map(\.element)
  }

  /// What the most trusted voice says of a field.
  public func first(_ field: Testimony.Field) -> String? { all(field).first?.value }

  /// Each value once, by its most trusted voice; the fields mixed as they were, more trusted voices first.
  public func deduplicated() -> [Testimony] {
    var seen: Set<String> = []
    return enumerated().sorted { ($0.element.voice, $0.offset) < ($1.element.voice, $1.offset) }.map(\.element).filter {
      seen.insert($0.field.rawValue + "\u{0}" + $0.value).inserted
    }
  }
}

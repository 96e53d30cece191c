public import StemmaModel

/// The stories of a flood, in order of their first report's time; each is written down when it is asked for.
public struct StoryList: Sendable {
  struct Entry: Sendable {
    var story: Int
    /// By time, those without one last.
    var reports: [Int]
    var nearCopies: [[Int]]
    var history: [Event]
  }

  struct Event: Sendable {
    var kind: StoryLine.Event.Kind
    var story: Int
    var report: Int?
  }

  /// Reports in all.
  public let reports: Int
  let entries: [Entry]
  private let openedBy: [Int]
  private let ledger: ReportLedger

  init(count: Int, entries: [Entry], openedBy: [Int], ledger: ReportLedger) {
    reports = count
    (self.entries, self.openedBy, self.ledger) = (entries, openedBy, ledger)
  }

  public var count: Int { entries.count }

  /// Near-copy groups in all.
  public var groups: Int { entries.reduce(0) { $0 + $1.nearCopies.count } }

  /// A story as `stemma-stories/1`.
  public subscript(index: Int) -> StoryLine {
    let entry = entries[index]
    let dated = entry.reports.filter { ledger.time(of: $0) != nil }
    var publishers: [String] = []
    var seen: Set<UInt32> = []
    for report in entry.reports {
      if let name = ledger.outletName(of: report), seen.insert(ledger.outlet(of: report)).inserted {
        publishers.append(name)
      }
    }
    return StoryLine(
      id: id(of: entry.story),
      title: entry.reports.lazy.map { ledger.title(of: $0) }.first { !$0.isEmpty } ?? "untitled",
      reports: entry.reports.map { ledger.name(of: $0) },
      nearCopies: entry.nearCopies.map { $0.map { ledger.name(of: $0) } }, publishers: publishers,
      first: dated.first.flatMap { ledger.moment(of: $0)?.description },
      last: dated.last.flatMap { ledger.moment(of: $0)?.description },
      history: entry.history.map {
        StoryLine.Event(kind: $0.kind, story: id(of: $0.story), report: $0.report.map { ledger.name(of: $0) })
      })
  }

  /// By the report that opened it, whose number in the corpus is its own: the id stays when the corpus grows at its end.
  private func id(of story: Int) -> String { "story-\(openedBy[story] + 1)" }
}

/// One story of a flood, a line of `stemma-stories/1`.
public struct StoryLine: Encodable, Sendable {
  public struct Event: Encodable, Sendable {
    public enum Kind: String, Encodable, Sendable {
      /// Another story went into this one, when a report fitted both.
      case merged
      /// Some reports of this one became another story, when a report showed that there were two.
      case dividedInto
      /// This one was part of another before.
      case dividedFrom
    }

    public var kind: Kind
    /// The other story; of one that went into this, nothing else is left.
    public var story: String
    /// The report by which it happened.
    public var report: RecordID?
  }

  public let schema = "stemma-stories/1"
  public var id: String
  /// Of its first report that has one; else how that report begins.
  public var title: String
  /// By time; those without a date last.
  public var reports: [RecordID]
  /// Reports that share their wording, the earliest of each group first.
  public var nearCopies: [[RecordID]]
  /// In the order in which they came to the story.
  public var publishers: [String]
  /// Times of the first and of the last report, as precisely as they are known; nil where no report has a date.
  public var first: String?
  public var last: String?
  public var history: [Event]

  private enum CodingKeys: String, CodingKey {
    case schema, id, title, reports, nearCopies, publishers, first, last, history
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(reports, forKey: .reports)
    try container.encode(nearCopies, forKey: .nearCopies)
    try container.encode(publishers, forKey: .publishers)
    // Null is written: no date is known, and none was forgotten.
    try container.encode(first, forKey: .first)
    try container.encode(last, forKey: .last)
    try container.encode(history, forKey: .history)
  }
}

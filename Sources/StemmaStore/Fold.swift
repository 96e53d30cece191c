/// A report as the fold sees it.
package struct FoldReport: Sendable, Equatable {
  /// Its number in the store: the order of arrival, and never given twice.
  package var number: Int64
  /// Seconds since 1970; see `StoredReport.time`.
  package var time: Int64
  /// Of publication, of a coarse time its beginning; nil if it is unknown or lies more than a day ahead of the arrival.
  package var published: Int64?
  /// The publisher by the table of outlets, else the outlet's name, else empty.
  package var publisher: String
  /// BCP 47, or "und".
  package var language: String
  /// What `Fold.traces` gave for it.
  package var traces: [UInt8]

  package init(
    number: Int64, time: Int64, published: Int64?, publisher: String, language: String, traces: [UInt8]
  ) {
    self.number = number
    self.time = time
    self.published = published
    self.publisher = publisher
    self.language = language
    self.traces = traces
  }
}

/// Where a report stands.
package struct FoldPlace: Sendable, Hashable {
  /// The number of the report that opened the story.
  package var story: Int64
  /// The earliest of the near-copies that it belongs to; nil if it heads them or has none.
  package var copyOf: Int64?
  /// The part of the shorter text that both have in common, 0…1; 0 without `copyOf`.
  package var share: Double

  package init(story: Int64, copyOf: Int64? = nil, share: Double = 0) {
    self.story = story
    self.copyOf = copyOf
    self.share = share
  }
}

/// What the arrival of one report changed.
package struct FoldOutcome: Sendable, Equatable {
  /// One story became part of another. The history says so.
  package struct Merge: Sendable, Hashable {
    package var story: Int64
    package var into: Int64

    package init(story: Int64, into: Int64) {
      self.story = story
      self.into = into
    }
  }

  /// Reports of one story became a story of their own. The history says so.
  package struct Division: Sendable, Hashable {
    package var story: Int64
    package var reports: [Int64]
    /// The number of one of the reports, which no other story with reports has; it may have been that of a story before.
    package var into: Int64

    package init(story: Int64, reports: [Int64], into: Int64) {
      self.story = story
      self.reports = reports
      self.into = into
    }
  }

  /// Another report that is now a near-copy of another head than before, or of none.
  package struct Regrouping: Sendable, Hashable {
    package var report: Int64
    package var copyOf: Int64?
    package var share: Double

    package init(report: Int64, copyOf: Int64?, share: Double) {
      self.report = report
      self.copyOf = copyOf
      self.share = share
    }
  }

  /// Of the report that arrived. A story whose number is the report's own was opened by it.
  package var place: FoldPlace
  /// In the order in which they happened; `place.story` is a story that is still there behind them.
  package var merges: [Merge]
  /// Behind the merges, in the order in which they happened. The report that arrived may be among those that went.
  package var divisions: [Division]
  package var regroupings: [Regrouping]

  package init(place: FoldPlace, merges: [Merge] = [], divisions: [Division] = [], regroupings: [Regrouping] = []) {
    self.place = place
    self.merges = merges
    self.divisions = divisions
    self.regroupings = regroupings
  }
}

/// What was decided by hand of two reports' stories. The later decision holds.
package struct FoldPin: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case together, apart
  }

  package var kind: Kind
  package var a: Int64
  package var b: Int64

  package init(_ kind: Kind, _ a: Int64, _ b: Int64) {
    self.kind = kind
    self.a = a
    self.b = b
  }
}

/// How much of the past a fold looks back upon: nothing older is given back to it when a store is opened.
package struct FoldMemory: Sendable, Hashable {
  /// Before the latest report's time.
  package var seconds: Int64
  /// The latest by arrival.
  package var reports: Int

  package init(seconds: Int64, reports: Int) {
    self.seconds = seconds
    self.reports = reports
  }
}

/// Near-copies and stories, folded one report at a time. The store keeps what it says and gives it back on opening.
///
/// The same reports in the same order give the same places, however they are cut into batches, and whether they were
/// `add`ed now or `remember`ed.
package protocol Fold: SendableMetatype {
  /// Traces of another version are made anew from the text.
  static var traceVersion: Int { get }
  /// What is to be known of a report, as bytes. Pure, and called from several threads at once.
  static func traces(of report: NewReport) -> [UInt8]

  init()

  var memory: FoldMemory { get }
  /// A report of the store, with its place in it. In the order of arrival, before any report that is new.
  mutating func remember(_ report: FoldReport, at place: FoldPlace)
  /// A decision, in the order in which they were made. Its reports may be unknown, or come later.
  mutating func pin(_ pin: FoldPin)
  /// Stories that were found to be two stay two. In the order in which that was found, behind all reports and before the pins.
  mutating func keepApart(_ story: Int64, _ other: Int64)
  /// Another process found that a story is part of another.
  mutating func merge(_ merge: FoldOutcome.Merge)
  /// A report that is new.
  mutating func add(_ report: FoldReport) -> FoldOutcome
}

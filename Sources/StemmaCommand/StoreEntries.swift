import Foundation
import StemmaModel
import StemmaPresent
import StemmaStore

/// What commands write of a store as JSON, one object a line. Fields keep the order in which they are declared.
enum StoreEntries {
  struct Ingested: Encodable {
    let id: String
    let isNew: Bool
    let story: String
    @Null var copyOf: String? = nil
    let source: String
  }

  struct Story: Encodable {
    let id: String
    @Null var title: String? = nil
    let reports: Int
    let first: String
    let last: String
    let version: Int

    init(_ story: StoredStory) {
      id = story.id
      title = story.title
      reports = story.reports
      first = StoreAccess.written(story.first)
      last = StoreAccess.written(story.last)
      version = story.version
    }
  }

  struct Report: Encodable {
    let id: String
    @Null var story: String? = nil
    let byHand: Bool
    @Null var copyOf: String? = nil
    @Null var share: Double? = nil
    @Null var published: String? = nil
    let arrived: String
    @Null var outlet: String? = nil
    @Null var publisher: String? = nil
    @Null var title: String? = nil
    @Null var byline: String? = nil
    let language: String
    let source: String
    @Null var address: String? = nil
    let kept: Bool

    init(_ report: StoredReport) {
      id = report.id
      story = report.story
      byHand = report.isByHand
      copyOf = report.copyOf
      share = report.copyOf == nil ? nil : (report.share * 1000).rounded() / 1000
      published = report.published
      arrived = StoreAccess.written(report.arrived)
      outlet = report.outlet
      publisher = report.publisher
      title = report.title
      byline = report.byline
      language = report.language
      source = report.source
      address = report.address
      kept = report.isKept
    }
  }

  struct Decided: Encodable {
    let number: Int64
    let kind: String
    let time: String
    @Null var note: String? = nil
    let reports: [String]

    init(_ decision: Decision) {
      number = decision.number
      kind = decision.kind.rawValue
      time = StoreAccess.written(decision.time)
      note = decision.note
      reports = decision.reports
    }
  }

  struct WatchedFeed: Encodable {
    let address: String
    @Null var title: String? = nil
    @Null var polled: String? = nil
    @Null var changed: String? = nil
    @Null var next: String? = nil
    let failures: Int
    @Null var trouble: String? = nil

    init(_ feed: Feed) {
      address = feed.address
      title = feed.title
      polled = feed.polled.map(StoreAccess.written)
      changed = feed.changed.map(StoreAccess.written)
      next = feed.isPaused ? nil : StoreAccess.written(feed.next)
      failures = feed.failures
      trouble = feed.trouble
    }
  }

  struct Event: Encodable {
    let kind: String
    let time: String
    @Null var story: String? = nil
    @Null var other: String? = nil
    @Null var report: String? = nil
    @Null var decision: Int64? = nil

    init(_ event: StoryEvent) {
      kind = event.kind.rawValue
      time = StoreAccess.written(event.time)
      story = event.story
      other = event.other
      report = event.report
      decision = event.decision
    }
  }

  /// A report with its text.
  struct WholeReport: Encodable {
    let report: Report
    let text: String
    let copies: [String]
    let sightings: [String]
    let decisions: [Decided]

    init(_ contents: ReportContents) {
      report = Report(contents.report)
      text = contents.text
      copies = contents.copies.map(\.id)
      sightings = contents.sightings
      decisions = contents.decisions.map(Decided.init)
    }
  }

  /// A story with its reports and what happened to it.
  struct WholeStory: Encodable {
    let story: Story
    let formerIDs: [String]
    let reports: [Report]
    let decisions: [Decided]
    let history: [Event]

    init(_ contents: StoryContents) {
      story = Story(contents.story)
      formerIDs = contents.formerIDs
      reports = contents.reports.map(Report.init)
      decisions = contents.decisions.map(Decided.init)
      history = contents.events.map(Event.init)
    }
  }

  struct Hit: Encodable {
    let report: Report
    let passage: String
    /// Where the words stand in the passage, in UTF-8 bytes: beginnings and ends.
    let marks: [[Int]]

    init(_ hit: SearchHit) {
      report = Report(hit.report)
      passage = hit.passage
      marks = hit.marks.map { [$0.lowerBound, $0.upperBound] }
    }
  }

  struct Found: Encodable {
    let level: String
    let topic: String
    let text: String

    init(_ finding: Finding) {
      level = finding.level.rawValue
      topic = finding.topic
      text = finding.text
    }
  }

  /// One line.
  static func line(_ value: some Encodable) throws -> Data {
    Data(try DossierJSON.encoder(pretty: false).encode(value) + [10])
  }
}

import StemmaCopies
import StemmaModel
import StemmaStories

/// Folds reports, one after another, through the index of near-copies and the index of stories.
struct CorpusFold {
  /// What is told one by one; the rest is counted.
  private static let toldOneByOne = 20

  private var copies = CopyIndex()
  private var stories = StoryIndex()
  private var ledger = ReportLedger()
  /// By story: the report that opened it, also of stories that went into others.
  private var openedBy: [Int] = []
  private var repeatedIDs = 0

  var count: Int { ledger.count }

  /// Takes the next report.
  ///
  /// - Returns: a sentence where its id was another's as well.
  mutating func add(_ report: SeenReport) -> String? {
    let number = ledger.count
    let other = ledger.add(report)
    let seconds = ledger.time(of: number)
    let found = copies.add(report.sketch, time: seconds.map { Int($0) }, outlet: report.outlet)
    let original = copies.plainOriginal(found, outlets: ledger.outlet(of:))
    let place = stories.add(
      report.traits, published: seconds, outlet: ledger.outlet(of: number), nearCopyOf: original)
    if place.opened { openedBy.append(number) }
    for event in place.divided { openedBy.append(stories.reports(of: event.story)[0]) }
    guard let other else { return nil }
    repeatedIDs += 1
    guard repeatedIDs <= Self.toldOneByOne else { return nil }
    return "\(ledger.source(of: number)) has the id of \(ledger.source(of: other)), \(ledger.name(of: number)): "
      + "both are kept."
  }

  /// What is to be said of all reports at the end.
  func remarks(now: Int64) -> [String] {
    var remarks: [String] = []
    if repeatedIDs > Self.toldOneByOne {
      remarks.append("\(repeatedIDs - Self.toldOneByOne) more reports have ids of others: all are kept.")
    }
    let times = (0..<count).map { ledger.time(of: $0) }
    let missing = times.count(where: { $0 == nil })
    if missing > 0 {
      remarks.append(
        "\(missing) of \(count) reports have no date: their stories are told without, and they stand last in them.")
    }
    let future = times.count(where: { $0.map { $0 > now + 86_400 } ?? false })
    if future > 0 {
      remarks.append(
        "\(future) of \(count) reports are dated in the future: their dates are kept as they were given.")
    }
    return remarks
  }

  // MARK: - Stories

  /// The stories, in order of their first report's time; without a time last; else in the order of the reports.
  func list() -> StoryList {
    let storyOf = (0..<count).map { stories.story(of: $0) }
    // A group's members in another story are near-copies there: wording that two events share makes them no one event.
    var groups: [Int: [[Int]]] = [:]
    for group in copies.allGroups() {
      var parts: [Int: [Int]] = [:]
      for member in group { parts[storyOf[member], default: []].append(member) }
      for (story, part) in parts where part.count > 1 { groups[story, default: []].append(part) }
    }
    var members: [Int: [Int]] = [:]
    for (report, story) in storyOf.enumerated() { members[story, default: []].append(report) }
    var histories: [Int: [StoryList.Event]] = [:]
    func note(_ kind: StoryLine.Event.Kind, _ story: Int, _ other: Int, _ report: Int?) {
      histories[stories.story(now: story), default: []].append(
        StoryList.Event(kind: kind, story: other, report: report))
    }
    for event in stories.history {
      if event.kind == .divided {
        note(.dividedInto, event.other, event.story, event.report)
        note(.dividedFrom, event.story, event.other, event.report)
      } else {
        note(.merged, event.story, event.other, event.report)
      }
    }
    let ordered = members.map { story, reports in
      (story: story, reports: reports.sorted { ledger.standsBefore($0, $1) })
    }.sorted { ledger.standsBefore($0.reports[0], $1.reports[0]) }
    return StoryList(
      count: count,
      entries: ordered.map { story, reports in
        StoryList.Entry(
          story: story, reports: reports,
          nearCopies: (groups[story] ?? []).sorted { ledger.standsBefore($0[0], $1[0]) },
          history: histories[story] ?? [])
      }, openedBy: openedBy, ledger: ledger)
  }
}

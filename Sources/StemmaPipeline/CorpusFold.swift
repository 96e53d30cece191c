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
    _ = copies.add(report.sketch, time: seconds.map { Int($0) }, outlet: report.outlet)
    let group = copies.members(of: number)
    // A late report may be the earliest by its date: then the next of its group stands for the original.
    let original = group.count > 1 ? group.first { $0 != number } : nil
    let place = stories.add(
      report.traits, published: seconds, outlet: ledger.outlet(of: number), nearCopyOf: original)
    if place.opened { openedBy.append(number) }
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
    var groups: [Int: [Int]] = [:]
    for group in copies.allGroups() { groups[group[0]] = group }
    // Near-copies stay together: a group is where its earliest is, wherever its members were before the group was one.
    var storyOf = (0..<count).map { stories.story(of: $0) }
    for group in groups.values {
      for member in group { storyOf[member] = stories.story(of: group[0]) }
    }
    var members: [Int: [Int]] = [:]
    for (report, story) in storyOf.enumerated() { members[story, default: []].append(report) }
    var merges: [Int: [StoryEvent]] = [:]
    for event in stories.history { merges[stories.story(now: event.story), default: []].append(event) }
    let ordered = members.map { story, reports in
      (story: story, reports: reports.sorted { ledger.standsBefore($0, $1) })
    }.sorted { ledger.standsBefore($0.reports[0], $1.reports[0]) }
    return StoryList(
      count: count,
      entries: ordered.map { story, reports in
        StoryList.Entry(
          story: story, reports: reports,
          nearCopies: reports.compactMap { groups[$0] },
          moved: reports.filter { stories.story(of: $0) != story }.map { (report: $0, from: stories.story(of: $0)) },
          merges: merges[story] ?? [])
      }, openedBy: openedBy, ledger: ledger)
  }
}

import StemmaCopies
import StemmaStore
import StemmaStories

/// Near-copies and stories as the store folds them: `CopyIndex` and `StoryIndex`, each with the same reports in the same order.
///
/// The store numbers reports and stories with gaps, the indexes without: here the one is said of the other.
struct DeskFold: Fold {
  static let traceVersion = 1

  /// Nothing older is given back when a store is opened. Follow-ups come within weeks, copies within days; so many reports take
  /// some seconds.
  let memory = FoldMemory(seconds: 60 * 86_400, reports: 100_000)

  private var copies = CopyIndex(window: 500_000)
  private var stories: StoryIndex
  /// The store's number of each report, ascending.
  private var numbers: [Int64] = []
  /// The report that heads each report's near-copies, by the index's numbers; itself where it has none.
  private var heads: [Int32] = []
  /// Reports that the store knows as near-copies of one that was not given back.
  private var headsBefore: [Int: Int64] = [:]
  /// The store's number of each story, by the index's.
  private var storyNumbers: [Int64] = []
  private var storyPlaces: [Int64: Int] = [:]
  private var publishers: [String: UInt32] = [:]
  /// The outlet of each report, 0 where it is unknown.
  private var outlets: [UInt32] = []
  /// What was decided of reports that are still to come, by the report that was taken out.
  private var pins: [Int64: [FoldPin]] = [:]

  init() { self.init(rule: .learned) }

  init(rule: StoryRule) { stories = StoryIndex(rule: rule) }

  static func traces(of report: NewReport) -> [UInt8] {
    DeskTraces(
      sketch: CopySketch(report.text), traits: StoryTraits(title: report.title ?? "", text: report.text)
    ).bytes
  }

  mutating func remember(_ report: FoldReport, at place: FoldPlace) {
    let traces = DeskTraces(bytes: report.traces) ?? .none
    let (finding, original) = addCopy(traces.sketch, report)
    if let head = place.copyOf, self.place(of: head) == nil { headsBefore[finding.report] = head }
    _ = updateHeads(finding)
    stories.restore(
      traces.traits, published: report.published, outlet: outlets[finding.report], nearCopyOf: original,
      story: storyPlace(place.story))
  }

  mutating func pin(_ pin: FoldPin) {
    // Where both are known, their places in the store say already what was decided.
    if let a = place(of: pin.a), let b = place(of: pin.b) {
      heed(pin.kind, stories.story(of: a), stories.story(of: b))
    } else {
      pins[pin.a, default: []].append(pin)
    }
  }

  mutating func keepApart(_ story: Int64, _ other: Int64) {
    guard let a = storyPlaces[story], let b = storyPlaces[other] else { return }
    stories.keepApart(stories.story(now: a), stories.story(now: b))
  }

  mutating func merge(_ merge: FoldOutcome.Merge) {
    let (from, into) = (storyPlace(merge.story), storyPlace(merge.into))
    rename(stories.follow(from, into), merge.into)
  }

  mutating func add(_ report: FoldReport) -> FoldOutcome {
    let traces = DeskTraces(bytes: report.traces) ?? .none
    let (finding, original) = addCopy(traces.sketch, report)
    var changes = updateHeads(finding).map { regrouping($0, $1, finding) }
    let placed = stories.add(
      traces.traits, published: report.published, outlet: outlets[finding.report], nearCopyOf: original)
    if placed.opened { open(report.number) }
    let merges = placed.merged.map { event in
      let pair = [storyNumbers[event.story], storyNumbers[event.other]]
      rename(event.story, pair.min()!)
      return FoldOutcome.Merge(story: pair.max()!, into: pair.min()!)
    }
    let divisions = divisions(placed)
    heedPins(of: report.number, at: finding.report)
    let own = changes.lastIndex { $0.report == report.number }.map { changes.remove(at: $0) }
    return FoldOutcome(
      place: FoldPlace(
        story: storyNumbers[stories.story(of: finding.report)], copyOf: own?.copyOf,
        share: own?.copyOf == nil ? 0 : own?.share ?? 0),
      merges: merges, divisions: divisions, regroupings: changes)
  }

  // MARK: - Near-copies

  /// The finding, and the report with which the story goes, as in a corpus that is folded without a store.
  private mutating func addCopy(_ sketch: CopySketch, _ report: FoldReport) -> (CopyIndex.Finding, original: Int?) {
    let finding = copies.add(
      sketch, time: report.published.map { Int($0) }, outlet: report.publisher.isEmpty ? nil : report.publisher)
    numbers.append(report.number)
    heads.append(Int32(finding.report))
    outlets.append(outlet(report.publisher))
    return (finding, copies.plainOriginal(finding) { outlets[$0] })
  }

  /// Takes over the heads of the groups that a report touched, and says which changed; of the new report always.
  private mutating func updateHeads(_ finding: CopyIndex.Finding) -> [(member: Int, head: Int)] {
    var changes: [(member: Int, head: Int)] = []
    let new = finding.report
    let head = copies.head(of: new)
    // One group that only grew: nobody else's head is another one.
    if finding.groupsBefore.count > 1 || finding.groupsAfter.count > 1 || finding.groupsBefore.first != head {
      let touched = Set(finding.groupsBefore + finding.groupsAfter + [head]).filter { $0 >= copies.firstKept }
      for member in Set(touched.flatMap { copies.members(of: $0) }).sorted() where member != new {
        let now = copies.head(of: member)
        guard heads[member] != now else { continue }
        heads[member] = Int32(now)
        headsBefore[member] = nil
        changes.append((member, now))
      }
    }
    heads[new] = Int32(head)
    return changes + [(new, head)]
  }

  private func regrouping(_ member: Int, _ head: Int, _ finding: CopyIndex.Finding) -> FoldOutcome.Regrouping {
    let number = numbers[member]
    let target = headsBefore[head] ?? numbers[head]
    guard target != number else { return FoldOutcome.Regrouping(report: number, copyOf: nil, share: 0) }
    // What the new report shares with the other one; where they were not compared, with any of their kind.
    let other = member == finding.report ? head : member
    let share =
      finding.copies.first { $0.report == other }?.ofShorter
      ?? (finding.twin != nil ? 1 : finding.copies.map(\.ofShorter).max() ?? 0)
    return FoldOutcome.Regrouping(report: number, copyOf: target, share: share)
  }

  // MARK: - Stories

  private mutating func heed(_ kind: FoldPin.Kind, _ a: Int, _ b: Int) {
    switch kind {
    case .apart: stories.keepApart(a, b)
    case .together: if a == b { stories.keepTogether(a) }
    }
  }

  /// A report that a decision took out of a story stays out of it when all is worked out anew. The store carries decisions out
  /// behind that again: this keeps what is like the report from going back with it.
  private mutating func heedPins(of number: Int64, at report: Int) {
    guard let pins = pins.removeValue(forKey: number) else { return }
    for pin in pins {
      guard let other = place(of: pin.b), stories.story(of: other) == stories.story(of: report) else { continue }
      if pin.kind == .together {
        stories.keepTogether(stories.story(of: report))
        continue
      }
      let home = stories.story(of: other)
      let peers = pins.filter { $0.kind == .together }.compactMap { place(of: $0.b) }
      let target = stories.move(report, to: peers.map { stories.story(of: $0) }.first { $0 != home })
      if target == storyNumbers.count { open(number) }
    }
  }

  /// As the store is to carry them out, one after another.
  private mutating func divisions(_ place: StoryPlace) -> [FoldOutcome.Division] {
    let events = place.divided
    // What went from a new story later went into it first.
    var went: [Int: [Int]] = [:]
    for event in events.reversed() {
      let reports = (stories.reports(of: event.story) + (went[event.story] ?? [])).sorted()
      went[event.story] = reports
      if events.contains(where: { $0.story == event.other }) { went[event.other, default: []] += reports }
    }
    return events.map { event in
      let reports = went[event.story, default: []].map { numbers[$0] }
      // A story bears the number of one of its reports. That of a report which was moved away by hand may still be its old story's.
      let number = reports.first { storyPlaces[$0].map { stories.reports(of: $0).isEmpty } ?? true } ?? reports[0]
      open(number)
      return FoldOutcome.Division(story: storyNumbers[event.other], reports: reports, into: number)
    }
  }

  private mutating func open(_ number: Int64) {
    storyPlaces[number] = storyNumbers.count
    storyNumbers.append(number)
  }

  private mutating func rename(_ story: Int, _ number: Int64) {
    storyNumbers[story] = number
    storyPlaces[number] = story
  }

  /// The index's number of a story of the store: the next one where it is new.
  private mutating func storyPlace(_ number: Int64) -> Int {
    if let known = storyPlaces[number] { return stories.story(now: known) }
    // Stories are numbered as they come: an empty one takes its place.
    let story = stories.openEmptyStory()
    open(number)
    return story
  }

  // MARK: - Numbers

  private func place(of number: Int64) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  private mutating func outlet(_ publisher: String) -> UInt32 {
    guard !publisher.isEmpty else { return 0 }
    return publishers[publisher]
      ?? {
        let number = UInt32(publishers.count + 1)
        publishers[publisher] = number
        return number
      }()
  }
}

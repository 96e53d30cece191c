import StemmaModel
import StemmaStore

/// A stand-in for near-copies and stories, by a rule that tests can read: a report's topics stand before the first colon of its title.
/// `flood: …` is of the story flood; `flood+strike: …` joins two; `flood/strike: …` finds that those of the strike are a story of
/// their own, and is of the flood itself. The same text again is a near-copy.
struct TopicFold: Fold {
  static let traceVersion = 1

  static func traces(of report: NewReport) -> [UInt8] {
    let topics = report.title?.prefix { $0 != ":" } ?? ""
    return Array("\(topics)\n\(report.text)".utf8)
  }

  var memory = FoldMemory(seconds: 1 << 40, reports: 1 << 40)
  private var stories: [String: Int64] = [:]
  private var heads: [String: Int64] = [:]
  private var placeOf: [Int64: Int64] = [:]
  private var topicOf: [Int64: String] = [:]
  private var pins: [FoldPin] = []
  private var isApart = false

  init() {}

  mutating func remember(_ report: FoldReport, at place: FoldPlace) {
    let (topics, text) = Self.read(report.traces)
    // A report that was moved by hand says nothing about its topic.
    for topic in topics where stories[topic] == nil { stories[topic] = place.story }
    if heads[text] == nil { heads[text] = place.copyOf ?? report.number }
    placeOf[report.number] = place.story
    topicOf[report.number] = topics.first ?? ""
  }

  mutating func keepApart(_ story: Int64, _ other: Int64) { isApart = isApart || story != other }

  mutating func pin(_ pin: FoldPin) { pins.append(pin) }

  mutating func merge(_ merge: FoldOutcome.Merge) { replace(merge.story, by: merge.into) }

  mutating func add(_ report: FoldReport) -> FoldOutcome {
    let (topics, text) = Self.read(report.traces)
    if let first = topics.first, first.contains("/") { return divide(first, report.number) }
    let known = Set(topics.compactMap { stories[$0] }).sorted()
    let story = known.first ?? report.number
    // Once two were found to be two, nothing makes them one.
    let merges = (isApart ? [] : known.dropFirst()).map { FoldOutcome.Merge(story: $0, into: story) }
    for merge in merges { replace(merge.story, by: merge.into) }
    for topic in topics { stories[topic] = story }
    placeOf[report.number] = story
    topicOf[report.number] = topics.first ?? ""
    let head = heads[text]
    if head == nil { heads[text] = report.number }
    return FoldOutcome(place: FoldPlace(story: story, copyOf: head, share: head == nil ? 0 : 1), merges: merges)
  }

  private mutating func divide(_ topics: String, _ report: Int64) -> FoldOutcome {
    let parts = topics.split(separator: "/").map(String.init)
    let story = stories[parts[0]]!
    let goes = placeOf.keys.filter { placeOf[$0] == story && topicOf[$0] == parts[1] }.sorted()
    for number in goes { placeOf[number] = goes[0] }
    stories[parts[1]] = goes[0]
    (placeOf[report], topicOf[report]) = (story, parts[0])
    isApart = true
    return FoldOutcome(
      place: FoldPlace(story: story), divisions: [.init(story: story, reports: goes, into: goes[0])])
  }

  private mutating func replace(_ story: Int64, by target: Int64) {
    for (topic, other) in stories where other == story { stories[topic] = target }
    for (report, other) in placeOf where other == story { placeOf[report] = target }
  }

  private static func read(_ traces: [UInt8]) -> (topics: [String], text: String) {
    let parts = String(decoding: traces, as: UTF8.self).split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0].split(separator: "+").map(String.init), String(parts[1]))
  }
}

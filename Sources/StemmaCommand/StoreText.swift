import Foundation
import StemmaPipeline
import StemmaStore

/// What commands show of a store on a terminal: lines that a person reads, with ids that can be copied.
enum StoreText {
  /// So much of an id is shown where it is only to be told from others: enough among a million.
  static func short(_ id: String) -> String { String(id.prefix(13)) }

  static func line(_ story: StoredStory) -> String {
    "\(short(story.id))  \(span(story))  \(counted(story.reports, "report"))  \(plain(story.title ?? "untitled"))"
  }

  static func line(_ report: StoredReport) -> String {
    var parts = [short(report.id), day(report)]
    parts.append(plain(report.outlet ?? "unknown outlet"))
    parts.append(plain(report.title ?? "untitled"))
    if let head = report.copyOf {
      parts.append("[near-copy of \(short(head)), \(Int((report.share * 100).rounded())) %]")
    }
    if report.isByHand { parts.append("[placed by hand]") }
    return parts.joined(separator: "  ")
  }

  static func hit(_ hit: SearchHit) -> String {
    let story = hit.report.story.map { "  in \(short($0))" } ?? ""
    return line(hit.report) + story + "\n    " + plain(marked(hit)) + "\n"
  }

  /// A feed's title with its address; the address alone where it has none.
  static func name(_ feed: Feed) -> String { feed.title.map { "\(plain($0)) (\(feed.address))" } ?? feed.address }

  /// When a feed is asked again.
  static func next(_ feed: Feed) -> String {
    feed.isPaused ? "not asked again" : "again at \(StoreAccess.written(feed.next))"
  }

  static func line(_ feed: Feed) -> String {
    let state = feed.trouble ?? feed.polled.map { "asked at \(StoreAccess.written($0))" } ?? "not asked yet"
    return "\(name(feed))  \(plain(state))" + (feed.polled == nil ? "" : "  \(next(feed))")
  }

  static func event(_ event: StoryEvent) -> String {
    let ids = [event.report, event.other].compactMap { $0.map(short) }.joined(separator: " ")
    let hand = event.decision.map { "  by hand (decision \($0))" } ?? ""
    return "\(StoreAccess.written(event.time))  \(event.kind.rawValue)  \(ids)\(hand)"
  }

  /// A story's own lines, before its dossier.
  static func head(_ contents: StoryContents) -> String {
    var lines = [
      "\(contents.story.id)", plain(contents.story.title ?? "untitled"),
      "\(counted(contents.reports.count, "report")), of them \(contents.reports.count { $0.copyOf != nil }) near-copies; \(span(contents.story))",
    ]
    lines += contents.formerIDs.map { "Was also \($0)." }
    lines += contents.decisions.map { plain($0.sentence) }
    return lines.joined(separator: "\n") + "\n"
  }

  static func whole(_ contents: ReportContents) -> String {
    let report = contents.report
    var lines = [report.id, plain(report.title ?? "untitled")]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(plain(value))") }
    }
    add("Story", report.story.map { $0 + (report.isByHand ? " (placed by hand)" : "") })
    add("Near-copy of", report.copyOf)
    add("Outlet", report.outlet)
    add("Publisher", report.publisher)
    add("Published", report.published)
    add("Arrived", StoreAccess.written(report.arrived))
    add("By", report.byline)
    add("Language", report.language)
    add("Source", report.source)
    add("Address", report.address)
    for source in contents.sightings { add("Also at", source) }
    add("Credits", report.credits.map { "\($0.agency) (\($0.kind))" }.joined(separator: ", "))
    for copy in contents.copies { add("Copied by", line(copy)) }
    lines += contents.decisions.map { plain($0.sentence) }
    return lines.joined(separator: "\n") + "\n\n" + plain(contents.text, keepingLines: true) + "\n"
  }

  /// Text of others, without what drives a terminal.
  static func plain(_ text: String, keepingLines: Bool = false) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == "\n", keepingLines { return scalar }
      if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
      return scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The words that were searched for between marks.
  private static func marked(_ hit: SearchHit) -> String {
    let bytes = Array(hit.passage.utf8)
    var parts = ""
    var at = 0
    for mark in hit.marks where mark.lowerBound >= at && mark.upperBound <= bytes.count {
      parts += String(decoding: bytes[at..<mark.lowerBound], as: UTF8.self)
      parts += "[" + String(decoding: bytes[mark], as: UTF8.self) + "]"
      at = mark.upperBound
    }
    return parts + String(decoding: bytes[at...], as: UTF8.self)
  }

  private static func day(_ report: StoredReport) -> String {
    report.published ?? "arrived " + String(StoreAccess.written(report.arrived).prefix(10))
  }

  private static func span(_ story: StoredStory) -> String {
    let (first, last) = (StoreAccess.written(story.first).prefix(10), StoreAccess.written(story.last).prefix(10))
    return first == last ? String(first) : "\(first) to \(last)"
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

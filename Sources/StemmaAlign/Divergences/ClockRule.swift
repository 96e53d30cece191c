import StemmaModel
import StemmaText

/// The same hour, a little off: "at about 6:40 p.m." against a clock that stopped at 6:52.
///
/// A report that gives one time of day only gives the time of the event; two such times that are near and not the same
/// are of one event.
struct ClockRule: DivergenceRule {
  /// Minutes apart up to which two times are of one event.
  static let nearest = 30
  /// Minutes that a rounded time may be off: a call at 5:35, a shot at about 5:30.
  static let rounding = 5

  func divergences(in view: CollationView) -> [Divergence] {
    var clocks: [Siglum: (minute: Int, place: Place)] = [:]
    for siglum in view.story.sigla {
      let times = times(of: view.story[siglum])
      guard Set(times.map(\.minute)).count == 1 else { continue }
      clocks[siglum] = (times[0].minute, Place(siglum, view.story[siglum].span(of: times[0].tokens)))
    }
    guard let usual = view.commonest(clocks.mapValues(\.minute)) else { return [] }
    let against = clocks.keys.filter { clocks[$0]!.minute == usual }.sorted()
    let differ = clocks.keys.filter { report in
      let apart = abs(clocks[report]!.minute - usual)
      let around = min(apart, 720 - apart)
      return around > Self.rounding && around <= Self.nearest
    }.sorted()
    guard !differ.isEmpty else { return [] }
    let said = differ.map { "\($0) has \(view.quoted(clocks[$0]!.place))" }.joined(separator: ", ")
    return [
      Divergence(
        .date, isOfOneScene(differ + against, clocks, in: view) ? .medium : .low,
        claim: view.claim(at: clocks[differ[0]]!.place), differ: differ, from: against,
        at: (differ + against).map { clocks[$0]!.place },
        "\(said); \(view.list(against, "has", "have")) \(view.quoted(clocks[against[0]]!.place)).")
    ]
  }

  /// Whether the sentences around the times have a word of matter in common: the call, the shot, the crash.
  private func isOfOneScene(
    _ reports: [Siglum], _ clocks: [Siglum: (minute: Int, place: Place)], in view: CollationView
  ) -> Bool {
    let matters = reports.prefix(12).compactMap { report in
      view.statement(clocks[report]!.place).map { view.matter(of: $0.tokens, report.index) }
    }
    return matters.dropFirst().contains { matters[0].shared(with: $0).count > 0 }
  }

  /// Times of day in the paragraphs, in minutes of half a day: who writes 6:52 does not say which half.
  private func times(of report: AnnotatedReport) -> [(minute: Int, tokens: Range<Int>)] {
    report.statements.filter { report.report.passages[$0.passage].kind == .paragraph }.flatMap { sentence in
      sentence.tokens.compactMap { index -> (minute: Int, tokens: Range<Int>)? in
        guard report.tokens[index].kind != .mark, let first = report.tokens[index].key.utf8.first,
          (48...57).contains(first),
          let (minute, end) = clock(report.tokens, index, sentence.tokens.upperBound)
        else { return nil }
        return (minute, max(sentence.tokens.lowerBound, index - 2)..<end)
      }
    }
  }

  private func clock(_ tokens: [Token], _ index: Int, _ limit: Int) -> (Int, Int)? {
    let parts = tokens[index].key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let hour = Int(parts[0]), (0...24).contains(hour) else { return nil }
    let minute = parts.count == 2 ? Int(parts[1]) : 0
    guard let minute, (0..<60).contains(minute), parts.count == 1 || parts[1].count == 2 else { return nil }
    // "p.m.", "pm", "p.m": the marks between may be tokens of their own.
    var end = index + 1
    var letters = ""
    while end < limit, end <= index + 4, letters.count < 2 {
      let key = tokens[end].key.filter { $0 != "." }
      guard key.isEmpty || "apm".contains(key.first!) && key.count <= 2 else { break }
      letters += key
      end += 1
    }
    let isHalf = letters == "am" || letters == "pm"
    if !isHalf { end = index + 1 }
    guard parts.count == 2 || isHalf else { return nil }
    // Another zone's time, or a length in minutes and seconds, is no second opinion.
    if end < limit, ["gmt", "utc", "est", "edt", "cet", "cest", "bst"].contains(tokens[end].key) { return nil }
    return ((hour % 12) * 60 + minute, end)
  }
}

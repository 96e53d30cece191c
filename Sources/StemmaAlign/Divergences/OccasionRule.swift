import StemmaModel

/// The same words of the same speaker, on another day: the day stands with the words in one report, with the speaker in
/// another.
struct OccasionRule: DivergenceRule {
  /// Reports that one with a day is compared with.
  static let mostCompared = 12
  /// Words between a day and the verb that it is of.
  static let reach = 5
  /// Bytes from a name to the day on which its bearer speaks.
  static let farthest = 110

  private static let repeating: Set<String> = ["every", "each", "first", "second", "third", "fourth", "last", "most"]

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<String> = []
    var found: [Divergence] = []
    for claim in view.readings.indices where view.readings[claim].count > 1 && view.classes[claim].contains(.timed) {
      for reading in view.readings[claim] where reading.sentence.contains(.timed) {
        let siglum = reading.report
        guard let speaker = speaker(reading, in: view), let sentence = view.statement(reading),
          let own = day(in: sentence.span, of: siglum, in: view),
          view.attribution(reading).map({ !$0.content.overlaps(own.time.span) }) ?? true
        else { continue }
        for second in view.readings[claim].prefix(Self.mostCompared)
        where second.report != siglum && view.areKin(reading, second, in: claim) {
          let other = second.report
          guard let name = self.speaker(second, in: view), view.mayBeOne(speaker, name),
            let there = view.statement(second), day(in: there.span, of: other, in: view) == nil,
            let day = onlyDay(of: name, siglum: other, in: view), TimeLikeness.of(own.time, day.time) == .other,
            seen.insert("\(siglum) \(own.time.span)").inserted
          else { continue }
          found.append(
            Divergence(
              .date, .medium, claim: claim, differ: [siglum], from: [other], at: [own.place, day.place],
              "\(siglum) has \(speaker) say so \(view.quoted(own.place)); \(other) has \(view.quoted(day.place))."))
        }
      }
    }
    return found
  }

  private func speaker(_ reading: Reading, in view: CollationView) -> String? {
    guard let source = view.attribution(reading)?.source, source.kind == .person else { return nil }
    return source.name
  }

  /// The only weekday of a sentence, outside the words said, with what stands around it.
  private func day(in span: TextSpan, of siglum: Siglum, in view: CollationView) -> (time: TimeMention, place: Place)? {
    let report = view.story[siglum]
    let days = view.times(siglum, in: span).filter { $0.weekday != nil }
    guard days.count == 1, let time = days.first, !view.isMarked(Place(siglum, time.span)) else { return nil }
    // "on the second Tuesday of every month", "every Monday": a rule, not a day.
    let first = report.tokenRange(of: time.span).lowerBound
    guard first == 0 || !Self.repeating.contains(report.tokens[first - 1].key) else { return nil }
    return (time, Place(siglum, time.span))
  }

  /// Whether the day stands by the verb of saying: "said on Monday"; not "said he planned to march on Tuesday".
  private func isOfSaying(_ time: TimeMention, _ sentence: Statement, _ siglum: Siglum, in view: CollationView) -> Bool
  {
    let tokens = view.story[siglum].tokenRange(of: time.span)
    let near =
      max(
        sentence.tokens.lowerBound, tokens.lowerBound - Self.reach)..<min(
        sentence.tokens.upperBound, tokens.upperBound + Self.reach)
    return !near.contains { view.story[siglum].tokens[$0].key == "to" || view.story[siglum].tokens[$0].key == "plan" }
      || view.vocabulary.classes(siglum.index, near).contains(.cue)
  }

  /// The one weekday that a report sets beside a speaker's name, wherever it does.
  private func onlyDay(
    of name: String, siglum: Siglum, in view: CollationView
  ) -> (time: TimeMention, place: Place)? {
    let report = view.story[siglum]
    let wanted = view.nameWords(name)
    var found: (time: TimeMention, place: Place)?
    for (number, sentence) in report.statements.enumerated()
    where view.sentences[siglum.index][number].contains(.timed) && report.isParagraph(sentence) {
      guard
        let first = sentence.tokens.first(where: { report.tokens[$0].isName && wanted.contains(report.tokens[$0].key) }
        ),
        let day = day(in: sentence.span, of: siglum, in: view),
        !view.attributions(siglum, in: day.time.span).contains(where: { $0.content.overlaps(day.time.span) }),
        report.tokens[first].span.joined(with: day.time.span).length <= Self.farthest,
        isOfSaying(day.time, sentence, siglum, in: view)
      else { continue }
      if let found, TimeLikeness.of(found.time, day.time) == .other { return nil }
      found = found ?? (day.time, Place(siglum, report.tokens[first].span.joined(with: day.time.span)))
    }
    return found
  }
}

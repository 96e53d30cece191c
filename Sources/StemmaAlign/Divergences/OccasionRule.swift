import StemmaModel

/// The same words of the same speaker, on another day: the day stands with the words in one report, with the speaker in
/// another.
struct OccasionRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<String> = []
    var found: [Divergence] = []
    for claim in view.collation.claims.indices where view.witnesses[claim].count > 1 {
      let witnesses = view.witnesses[claim]
      for siglum in witnesses.keys.sorted() {
        guard let speaker = speaker(witnesses[siglum]!, in: view),
          let sentence = view.statement(witnesses[siglum]!.place),
          let own = day(in: sentence.span, of: siglum, in: view)
        else { continue }
        for other in witnesses.keys.sorted().prefix(12) where other != siglum && view.areKin(siglum, other, in: claim) {
          guard let name = self.speaker(witnesses[other]!, in: view), view.mayBeOne(speaker, name),
            let there = view.statement(witnesses[other]!.place), day(in: there.span, of: other, in: view) == nil,
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

  private func speaker(_ witness: Claim.Witness, in view: CollationView) -> String? {
    guard let source = view.attribution(witness)?.source, source.kind == .person else { return nil }
    return source.name
  }

  /// The only weekday of a sentence, outside the words said, with what stands around it.
  private func day(in span: TextSpan, of siglum: Siglum, in view: CollationView) -> (time: TimeMention, place: Place)? {
    let report = view.story[siglum]
    let days = report.times.filter { $0.weekday != nil && span.overlaps($0.span) }
    guard days.count == 1, let time = days.first,
      !report.quotes.contains(where: { $0.form != .indirect && $0.span.overlaps(time.span) })
    else { return nil }
    return (time, Place(siglum, time.span))
  }

  /// The one weekday that a report sets beside a speaker's name, wherever it does.
  private func onlyDay(
    of name: String, siglum: Siglum, in view: CollationView
  ) -> (time: TimeMention, place: Place)? {
    let report = view.story[siglum]
    let wanted = view.nameWords(name)
    var found: (time: TimeMention, place: Place)?
    for sentence in report.statements where report.report.passages[sentence.passage].kind == .paragraph {
      guard
        let first = sentence.tokens.first(where: { report.tokens[$0].isName && wanted.contains(report.tokens[$0].key) }
        ),
        let day = day(in: sentence.span, of: siglum, in: view)
      else { continue }
      if let found, TimeLikeness.of(found.time, day.time) == .other { return nil }
      found = found ?? (day.time, Place(siglum, report.tokens[first].span.joined(with: day.time.span)))
    }
    return found
  }
}

import StemmaModel

/// The rules by which passages become an answer. Documentation/Checking.md says them in words.
struct ClaimVerdict {
  /// The share of the claim that a passage must have for its difference to stand against passages that say so.
  static let leastAgainst = 0.75
  /// The share of it that somebody must have for the claim to be found at all, though with something else in its place.
  static let leastInPlace = 0.6

  let collation: Collation
  let stemma: Stemma
  let assertion: Assertion
  let text: String

  func part(_ all: [Passage]) -> ClaimAnswer.Part {
    var part = ClaimAnswer.Part(text: text, verdict: .notFound)
    let saying = all.filter { $0.stance == .says }
    let differing = all.filter { $0.stance == .differs }
    part.isOfWords = assertion.attribution != nil
    if assertion.isOpinion, saying.allSatisfy({ $0.source == nil }) {
      part.verdict = .cannotBeMeasured
      part.passages = all.filter { $0.stance == .says }
      part.reasons = ["“\(text)” is an opinion: reports can bear out only that somebody holds it."]
      return part
    }
    if saying.isEmpty {
      nobodySays(&part, differing, all.filter { $0.stance == .partly })
      return part
    }
    let count = SupportCounter(collation: collation, stemma: stemma).count(saying)
    (part.lines, part.lineNodes, part.origins, part.originIndices, part.publishers) = (
      count.lines, count.lineNodes, count.origins, count.originIndices, count.publishers
    )
    if part.isOfWords, let origins = part.origins {
      // Words are one utterance, whoever carries them.
      part.origins = CountRange(least: 1, best: 1, most: origins.most)
      part.originIndices = Array(part.originIndices.prefix(1))
    }
    let against = differing.filter { $0.coverage >= Self.leastAgainst && !$0.lacksAnchor && contradicts($0) }
    part.passages = (saying + against).sorted { $0.place < $1.place }
    if !against.isEmpty {
      disputed(&part, saying, against)
      return part
    }
    if let later = superseding(saying) {
      part.verdict = .disputed
      part.isSuperseded = true
      part.passages = (saying + [later]).sorted { $0.place < $1.place }
      part.reasons = later.differences.map(\.note)
      return part
    }
    counted(&part, saying)
    return part
  }

  // MARK: Nobody says so

  private func nobodySays(_ part: inout ClaimAnswer.Part, _ differing: [Passage], _ partly: [Passage]) {
    let inPlace = differing.filter { $0.coverage >= Self.leastInPlace }
    let best = max(partly.map(\.coverage).max() ?? 0, inPlace.map(\.coverage).max() ?? 0)
    // What has most of it tells what is meant.
    if !inPlace.isEmpty, inPlace.contains(where: { $0.coverage >= (partly.map(\.coverage).max() ?? 0) - 0.1 }) {
      part.verdict = .disputed
      part.isDistorted = true
      part.passages = inPlace.filter { $0.coverage >= best - 0.35 }
      part.reasons = ["No report says so."] + Array(notes(part.passages).prefix(4))
      return
    }
    part.passages = partly.filter { $0.coverage >= best - 0.2 }
    guard !part.passages.isEmpty else {
      part.reasons = ["No report says so."]
      return
    }
    let lacking = part.passages.map { Set($0.missing) }
    let nobody = lacking.dropFirst().reduce(lacking[0]) { $0.intersection($1) }
    part.nobodyHas = assertion.parts.map { assertion.words($0) }.filter { nobody.contains($0) }
    if part.isOfWords, part.nobodyHas.isEmpty {
      part.reasons = ["Reports say it, but none lays it to “\(assertion.attribution!.source.name)”."]
    } else {
      let words = part.nobodyHas.map { "“\($0)”" }.joined(separator: ", ")
      part.reasons = [
        words.isEmpty ? "Reports say a part of it, each another." : "Reports say a part of it; nobody has \(words)."
      ]
    }
  }

  private func notes(_ passages: [Passage]) -> [String] {
    var seen: Set<String> = []
    var notes: [String] = []
    for passage in passages {
      for difference in passage.differences where seen.insert("\(difference.kind) \(difference.found ?? "")").inserted {
        notes.append(difference.note)
      }
    }
    return notes
  }

  // MARK: Some have it otherwise

  /// Whether a passage and one that says so cannot both be right: another source, or a doubt, is no contradiction.
  private func contradicts(_ passage: Passage) -> Bool {
    passage.differences.contains {
      switch $0.kind {
      case .number, .date, .polarity, .opposite, .denial, .role, .superseded: true
      case .actor, .place, .certainty, .scope, .attribution: false
      }
    }
  }

  private func disputed(_ part: inout ClaimAnswer.Part, _ saying: [Passage], _ against: [Passage]) {
    part.verdict = .disputed
    let numbers = against.filter { $0.differences.contains { $0.kind == .number } }
    if numbers.count == against.count, let last = days(saying).max(), let first = days(against).min(), last < first {
      part.isSuperseded = true
      part.reasons = ["Said up to \(last), and otherwise from \(first) on: a count that moved with time."]
    } else {
      part.reasons = [
        "\(list(saying)) \(saying.count == 1 ? "says" : "say") so, \(list(against)) \(against.count == 1 ? "has" : "have") it otherwise."
      ]
    }
    part.reasons += notes(against).prefix(4)
  }

  private func days(_ passages: [Passage]) -> [String] {
    let days = passages.map { collation.story[$0.place.report].report.published?.moment }
    guard days.allSatisfy({ $0?.day != nil }) else { return [] }
    return days.map { Moment(dayNumber: $0!.dayNumber).description }
  }

  /// A later report that counts one more: "a fifth person has died".
  private func superseding(_ saying: [Passage]) -> Passage? {
    guard let amount = assertion.parts.first(where: { $0.kind == .amount })?.index.map({ assertion.amounts[$0] }),
      amount.value >= 1, amount.value < 20, amount.high == nil,
      Later.isToll(assertion.claim)
    else { return nil }
    let days = days(saying)
    for siglum in collation.story.sigla where !saying.contains(where: { $0.place.report == siglum }) {
      let report = collation.story[siglum]
      if let day = report.report.published?.moment, day.day != nil, let first = days.min(),
        Moment(dayNumber: day.dayNumber).description < first
      {
        continue
      }
      if let tokens = Later.oneMore(than: Int(amount.value), in: report) {
        let place = Place(siglum, report.span(of: tokens))
        let words = report.report.reading(place.span)
        var passage = Passage(stance: .differs, place: place, tokens: tokens, coverage: 1)
        passage.differences = [
          Passage.Difference(
            kind: .superseded, claimed: nil, found: words, note: "\(siglum) has “\(words)”: the count moved on.")
        ]
        return passage
      }
    }
    return nil
  }

  // MARK: How many stand behind it

  private func counted(_ part: inout ClaimAnswer.Part, _ saying: [Passage]) {
    guard let lines = part.lines, let origins = part.origins else {
      if saying.count == 1 {
        part.verdict = .singleOrigin
        part.reasons = ["\(list(saying)) alone says so."]
      } else {
        part.verdict = .cannotBeMeasured
        part.reasons = ["\(list(saying)) say so, and the texts do not show whether they reached it without each other."]
      }
      return
    }
    if lines.least >= 2, origins.least >= 2 {
      part.verdict = .corroborated
    } else if lines.best >= 2, origins.best >= 2 {
      part.verdict = .cannotBeMeasured
      part.reasons = ["It may rest on several lines and origins, or on one: the texts do not decide."]
    } else {
      part.verdict = .singleOrigin
      if origins.best == 1, lines.least >= 2 {
        part.reasons = [
          part.isOfWords
            ? "That it was said comes through \(lines.least) lines at least; what was said rests on one origin."
            : "\(lines.least) lines at least carry it, and all rest on one origin."
        ]
      } else if lines.most > 1 || origins.most > 1 {
        part.reasons = ["Perhaps more than one: the texts leave it open."]
      }
    }
  }

  private func list(_ passages: [Passage]) -> String {
    let names = passages.map { $0.place.report.description }
    return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.last!
  }
}

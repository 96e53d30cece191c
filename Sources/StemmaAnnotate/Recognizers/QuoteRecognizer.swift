import StemmaModel

/// Makes quotes of what stands in marks and of what is reported, and lays each to its attribution.
struct QuoteRecognizer {
  private static let mostScareWords = 5

  /// A stretch in marks with the attribution it has found so far.
  private var attributionOf: [Int: Int] = [:]
  /// For those without: the speaker who was last heard before.
  private var fallbackOf: [Int: Int] = [:]
  private var indirect: [Draft.Quote] = []
  /// The last sentence that somebody is said to have spoken in.
  private var lastSaid: (sentence: Int, attribution: Int)?

  /// Notes what the events of one sentence say of the stretches in marks, and reports the rest.
  mutating func read(
    _ text: SegmentedText, sentence: Int, events: [AttributionRecognizer.Event], firstAttribution: Int,
    marks: [QuoteMarks.Passage],
    quoteOf: [Int], isBody: Bool, memory: SpeakerMemory
  ) {
    let lexemes = text.sentences[sentence].lexemes
    var inside: [Int] = []
    for at in lexemes where quoteOf[at] >= 0 && inside.last != quoteOf[at] { inside.append(quoteOf[at]) }
    for quote in inside {
      let range = marks[quote].lexemes
      let shared = range.clamped(to: lexemes)
      // The narrowest content that holds it; a tag behind wins over one before.
      let candidates = events.indices.filter {
        events[$0].content.overlaps(shared) || events[$0].content.overlaps(marks[quote].outer.clamped(to: lexemes))
      }
      if let best = candidates.min(by: { (events[$0].content.count, $0) < (events[$1].content.count, $1) }) {
        var best = best
        // Speech within speech: the words are laid to the one who is named.
        if events[best].isNested, let outer = candidates.first(where: { !events[$0].isNested }),
          events[best].source.source.kind != .person
        {
          best = outer
        }
        attributionOf[quote] = firstAttribution + best
        lastSaid = (sentence, firstAttribution + best)
      } else if attributionOf[quote] == nil, coversSentence(text, marks[quote], lexemes), let last = memory.lastSpeaker,
        let attribution = last.attribution, goesOnWith(attribution, at: marks[quote], sentence, text)
      {
        // A quotation on its own goes on with the last speaker.
        if fallbackOf[quote] == nil { fallbackOf[quote] = attribution }
        lastSaid = (sentence, attribution)
      }
    }
    // A name behind a dash signs the marked words of the line before.
    for (at, event) in events.enumerated() where event.content.upperBound <= lexemes.lowerBound {
      let quote = quoteOf[event.content.lowerBound]
      if quote >= 0, attributionOf[quote] == nil { attributionOf[quote] = firstAttribution + at }
    }
    if !events.isEmpty { lastSaid = (sentence, firstAttribution + events.count - 1) }
    guard isBody else { return }
    for (at, event) in events.enumerated() {
      var event = event
      // `The road was shut, she said, "for good".`: what stands before the tag is reported.
      if event.place == .after, event.content.upperBound > event.tag.upperBound,
        event.tag.lowerBound - event.content.lowerBound > 4,
        (event.tag.upperBound..<event.content.upperBound).first(where: { text.lexemes[$0].kind != .mark }).map({
          quoteOf[$0] >= 0
        }) == true
      {
        var end = event.tag.lowerBound
        while end > event.content.lowerBound, text.mark(end - 1) == .comma { end -= 1 }
        event.content = event.content.lowerBound..<end
      }
      guard event.content.count >= 3, !event.content.contains(where: { quoteOf[$0] >= 0 }), event.content != event.cue
      else { continue }
      // Of speech within speech only the inner words are quoted, as the outer speaker's.
      if events.contains(where: { $0.isNested && event.content.contains($0.cue.lowerBound) }) { continue }
      if event.isRelay, events.contains(where: { !$0.isRelay }) { continue }
      let outer = event.isNested ? events.firstIndex { !$0.isNested && $0.content.contains(event.cue.lowerBound) } : nil
      for piece in pieces(text, event.content, text.sentences[sentence]) {
        indirect.append(
          Draft.Quote(range: text.bytesOf(piece), form: .indirect, attribution: firstAttribution + (outer ?? at)))
      }
    }
  }

  /// A quotation without a tag goes on with whoever spoke in its paragraph, or closed the one before.
  private func goesOnWith(
    _ attribution: Int, at quote: QuoteMarks.Passage, _ sentence: Int, _ text: SegmentedText
  ) -> Bool {
    guard let lastSaid else { return false }
    let said = text.sentences[lastSaid.sentence].passage
    return said == quote.passage || lastSaid.sentence == sentence - 1 && quote.passage - said == 1
  }

  /// Reported words, cut where a participle adds a statement of its own: "…, representing a rise of …".
  private func pieces(_ text: SegmentedText, _ content: Range<Int>, _ sentence: Sentence) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = content.lowerBound
    for clause in sentence.clauses
    where clause.lowerBound > content.lowerBound + 2 && clause.lowerBound < content.upperBound - 2 {
      let first = text.lexemes[clause.lowerBound]
      guard first.key.utf8.count > 4, first.key.hasSuffix("ing") || first.key.hasSuffix("ed"),
        text.mark(clause.lowerBound - 1) == .comma
      else { continue }
      pieces.append(start..<clause.lowerBound - 1)
      start = clause.lowerBound
    }
    pieces.append(start..<content.upperBound)
    return pieces.filter { !$0.isEmpty }
  }

  /// Whether nothing but the quotation stands in its part of the sentence.
  private func coversSentence(_ text: SegmentedText, _ quote: QuoteMarks.Passage, _ sentence: Range<Int>) -> Bool {
    let outer = quote.outer
    let rest = sentence.filter { !outer.contains($0) && text.lexemes[$0].kind != .mark }
    return rest.isEmpty
  }

  /// All quotes in order of place.
  mutating func finish(
    _ text: SegmentedText, _ marks: [QuoteMarks.Passage], _ attributions: inout [Draft.AttributionDraft]
  ) -> [Draft.Quote] {
    // The pieces of one quotation that runs through paragraphs share what one of them has.
    var at = 0
    while at < marks.count {
      var end = at + 1
      while end < marks.count, marks[end].isContinued || goesOn(text, marks[end - 1], marks[end]) { end += 1 }
      let found = (at..<end).compactMap { attributionOf[$0] }.first ?? (at..<end).compactMap { fallbackOf[$0] }.first
      for piece in at..<end where attributionOf[piece] == nil { attributionOf[piece] = found }
      at = end
    }
    // A tag in the last sentence of a quotation is the tag of all of it, and of what goes on behind it in its paragraph.
    for (at, mark) in marks.enumerated() {
      guard let attribution = attributionOf[at], !mark.lexemes.isEmpty else { continue }
      let outer = text.bytesOf(mark.outer)
      let content = attributions[attribution].content
      if outer.overlaps(content), outer.lowerBound < content.lowerBound {
        attributions[attribution].content = outer.lowerBound..<max(content.upperBound, outer.upperBound)
      } else if outer.lowerBound >= content.upperBound, text.passages[mark.passage].range.contains(content.lowerBound) {
        attributions[attribution].content = content.lowerBound..<outer.upperBound
      }
    }
    var quotes: [Draft.Quote] = []
    var lastForm: (passage: Int, form: QuoteMention.Form, attribution: Int?)?
    for (at, mark) in marks.enumerated() {
      guard text.lexemes[mark.lexemes].contains(where: { $0.kind != .mark }) else { continue }
      var form = self.form(text, mark)
      // The second half of a broken quotation is of the form of the first.
      if let last = lastForm, last.passage == mark.passage, last.attribution == attributionOf[at], form == .partial,
        let first = text.lexemes[mark.outer].first,
        text.mark(mark.outer.lowerBound - 1) == .comma, first.mark.isQuote, last.form == .direct
      {
        form = .direct
      }
      if attributionOf[at] == nil, isScare(text, mark) { form = .scare }
      lastForm = (mark.passage, form, attributionOf[at])
      quotes.append(Draft.Quote(range: text.bytesOf(mark.lexemes), form: form, attribution: attributionOf[at]))
    }
    quotes.append(contentsOf: indirect)
    return quotes.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// A few words in marks within the reporter's own sentence that nobody is said to have said: `the so-called "lock war"`.
  private func isScare(_ text: SegmentedText, _ mark: QuoteMarks.Passage) -> Bool {
    guard mark.isClosed, !mark.isContinued, text.passages[mark.passage].kind == .paragraph,
      text.lexemes[mark.lexemes].count(where: { $0.kind != .mark }) <= Self.mostScareWords,
      let last = mark.lexemes.last, !text.mark(last).endsSentence, text.mark(last) != .comma
    else { return false }
    let before = mark.outer.lowerBound - 1
    return text.isWord(before) && text.sentenceOf[before] == text.sentenceOf[mark.outer.lowerBound]
      && text.word(before).isDisjoint(with: .speech)
  }

  /// A paragraph left open and the next one opened anew: one quotation.
  private func goesOn(_ text: SegmentedText, _ mark: QuoteMarks.Passage, _ next: QuoteMarks.Passage) -> Bool {
    !mark.isClosed && next.passage == mark.passage + 1
      && (next.outer.lowerBound == 0
        || text.sentences[text.sentenceOf[next.outer.lowerBound - 1]].passage == mark.passage)
  }

  /// Marked words of a language whose rules we do not have.
  func unattributed(_ marks: [QuoteMarks.Passage], in text: SegmentedText) -> [Draft.Quote] {
    marks.filter { text.lexemes[$0.lexemes].contains { $0.kind != .mark } }
      .map { Draft.Quote(range: text.bytesOf($0.lexemes), form: form(text, $0), attribution: nil) }
  }

  /// Direct: whole sentences; partial: words within the reporter's sentence.
  private func form(_ text: SegmentedText, _ mark: QuoteMarks.Passage) -> QuoteMention.Form {
    if mark.isContinued || !mark.isClosed { return .direct }
    if text.passages[mark.passage].kind != .paragraph { return .partial }
    let first = mark.lexemes.first { text.lexemes[$0].kind != .mark } ?? mark.lexemes.lowerBound
    let opener = mark.outer.lowerBound
    let sentence = text.sentences[text.sentenceOf[opener]].lexemes
    let before = opener - 1
    let startsSentence = opener <= sentence.lowerBound
    let isCapital = text.isCapital(first) || text.lexemes[first].kind == .number
    guard isCapital else {
      return text.mark(before) == .colon && mark.lexemes.count > 8 || startsSentence && mark.lexemes.count > 4
        ? .direct : .partial
    }
    let isWhole =
      mark.isClosed && mark.lexemes.last.map { text.mark($0).endsSentence || text.mark($0) == .comma } ?? false
    if startsSentence {
      return isWhole || mark.lexemes.count > 3 || mark.outer.upperBound >= sentence.upperBound ? .direct : .partial
    }
    let led = text.mark(before) == .comma || text.mark(before) == .colon || !text.word(before).isDisjoint(with: .speech)
    return led && mark.lexemes.count > 2 ? .direct : .partial
  }
}

import StemmaModel

/// Finds who is said to have said what: the cue, its source, the words it governs, the hearer and the channel.
///
/// A sentence is read once for **cues** outside quotation marks: verbs of speech, "according to", "citing",
/// "for X, an analyst, …". Each
/// cue gives an *event*: the cue, its source, the words it governs, a hearer and a channel.
///
/// 1. **Source.** The noun phrase before the verb, over adverbs, appositions, brackets and relative clauses;
///    behind it in
///    `…," said Jane Roe`; the subject of the sentence for ", saying that". `SourceReader` tells what the
///    phrase is: a person, a body, a
///    paper, an agency, the reporter, or people without a name. Verbs that are nouns as well ("reports",
///    "state") count only behind
///    a subject of the right number. What is denied, wished or yet to come ("did not say", "will respond")
///    is no event.
/// 2. **Content.** "X said (that) …" governs what follows, up to the next cue; "… , X said" what stands
///    before; "A, X said, B" both.
/// 3. **Settling.** Pronouns take the last speaker of their kind. An agency or a paper beside a speaker becomes the
///    speaker's channel; alone it is the source. Of speech within speech the inner words are laid to the
///    outer speaker,
///    who is the one the report names. The same speaker going on keeps hearer and channel.
/// 4. **Quotes.** A stretch in marks is laid to the narrowest content that holds it; pieces of one quotation
///    share what one of
///    them found; a paragraph that is nothing but a quotation goes on with the last speaker. Reported words
///    without marks are
///    indirect quotes, cut where a participle adds a statement of its own.
///
/// Every look-ahead is capped, sentences are cut at 400 lexemes, and an open quotation is given up after four
/// paragraphs, so
/// the whole is linear in the length of the report.
struct AttributionRecognizer {
  /// One cue with what belongs to it, in lexemes.
  struct Event {
    enum Place {
      /// "X said that …", "… , X said", or in between.
      case before, after
    }

    var cue: Range<Int>
    /// From the source's first lexeme to the cue's last, or the other way round.
    var tag: Range<Int>
    var content: Range<Int>
    var source: SourceReader.Phrase
    var place: Place
    var addressee: String?
    /// When and where it was said: "at a forum in Northport on Tuesday".
    var occasion: Range<Int>?
    var channel: [Range<Int>] = []
    var channelNames: [String] = []
    /// "according to", "citing": can be the channel of another's words.
    var isRelay = false
    var isNested = false
    var isInTurn = false
    /// Inherited from an earlier sentence.
    var carriedAddressee: String?
    var carriedChannel: [(String, Range<Int>)] = []

    /// Joins what stands side by side; of what stands apart the first is kept.
    mutating func noteOccasion(_ range: Range<Int>) {
      guard let known = occasion else { return occasion = range }
      if known.upperBound == range.lowerBound { occasion = known.lowerBound..<range.upperBound }
    }
  }

  let text: SegmentedText
  let book: EntityBook
  let marks: [QuoteMarks.Passage]
  let sources: SourceReader
  /// The stretch in marks that each lexeme stands in, -1 for none. The marks themselves belong to it.
  let quoteOf: [Int]
  /// In order of their cues.
  let ascriptions: [Draft.AscriptionDraft]

  init(
    _ text: SegmentedText, _ book: EntityBook, _ marks: [QuoteMarks.Passage], quoteOf: [Int],
    ascriptions: [Draft.AscriptionDraft]
  ) {
    self.text = text
    self.book = book
    self.marks = marks
    self.quoteOf = quoteOf
    self.ascriptions = ascriptions
    sources = SourceReader(text: text, book: book)
  }

  func recognize() -> ([Draft.AttributionDraft], [Draft.Quote]) {
    var quotes = QuoteRecognizer()
    var memory = SpeakerMemory()
    var attributions: [Draft.AttributionDraft] = []
    var nextAscription = 0
    for (at, sentence) in text.sentences.enumerated() {
      let isBody = text.passages[sentence.passage].kind == .paragraph
      memory.enter(sentence, text, book, quoteOf: quoteOf)
      var events = self.events(
        sentence.lexemes,
        isHeadline: text.passages[sentence.passage].kind == .title
          || text.passages[sentence.passage].kind == .subheading)
      let firstAscription = nextAscription
      while nextAscription < ascriptions.count,
        ascriptions[nextAscription].cue.lowerBound < sentence.lexemes.upperBound
      { nextAscription += 1 }
      add(ascriptions[firstAscription..<nextAscription], to: &events, sentence.lexemes)
      if let relay = loneRelay(events, sentence.lexemes) {
        // A paragraph that only says where the last one came from.
        memory.relayLast(relay, text, &attributions)
        continue
      }
      settle(&events, sentence.lexemes, &memory)
      // "However, according to the plan.": somebody is named, and nothing is laid to them.
      events.removeAll { event in
        event.content.allSatisfy { at in
          quoteOf[at] < 0 && (text.lexemes[at].kind == .mark || text.word(at).contains(.adverb))
        }
      }
      let first = attributions.count
      for event in events {
        attributions.append(draft(event))
        memory.spoke(event, attribution: attributions.count - 1, passage: sentence.passage, attributions)
      }
      quotes.read(
        text, sentence: at, events: events, firstAttribution: first, marks: marks, quoteOf: quoteOf, isBody: isBody,
        memory: memory)
    }
    let found = quotes.finish(text, marks, &attributions)
    return (attributions, found)
  }

  func draft(_ event: Event) -> Draft.AttributionDraft {
    Draft.AttributionDraft(
      content: text.bytesOf(event.content), source: event.source.source, phrase: text.bytesOf(event.source.lexemes),
      cue: text.words(event.cue),
      cueRange: text.bytesOf(event.cue),
      addressee: event.addressee ?? event.carriedAddressee, occasion: event.occasion.map(text.bytesOf),
      channel: event.channelNames + event.carriedChannel.map(\.0),
      channelRanges: event.channel.map(text.bytesOf) + event.carriedChannel.map(\.1))
  }

  /// Marked words that no event has are laid to whom the tree of the sentence lays them.
  private func add(
    _ ascriptions: ArraySlice<Draft.AscriptionDraft>, to events: inout [Event], _ sentence: Range<Int>
  ) {
    let known = events
    for one in ascriptions where one.isSpeech {
      guard let source = one.source, let first = one.content.first, let last = one.content.last,
        let marked = one.content.first(where: { quoteOf[$0.lowerBound] >= 0 || quoteOf[$0.upperBound - 1] >= 0 }),
        !known.contains(where: { $0.cue.overlaps(one.cue) || $0.content.overlaps(marked) })
      else { continue }
      let tag = min(one.cue.lowerBound, source.lowerBound)..<max(one.cue.upperBound, source.upperBound)
      events.append(
        Event(
          cue: one.cue, tag: tag, content: first.lowerBound..<last.upperBound,
          source: sources.read(source, in: sentence),
          place: first.lowerBound < tag.lowerBound ? .after : .before))
    }
    events.sort { $0.cue.lowerBound < $1.cue.lowerBound }
  }

  // MARK: finding cues

  func events(_ sentence: Range<Int>, isHeadline: Bool) -> [Event] {
    var found: [Event] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let lexeme = text.lexemes[at]
      if lexeme.mark == .dash, let event = signature(at, sentence) {
        found.append(event)
        at = event.tag.upperBound
        continue
      }
      guard lexeme.kind == .word, quoteOf[at] < 0, book.mention(at: at) == nil || !lexeme.isCapital else {
        at += 1
        continue
      }
      if let event = relay(at, sentence) {
        found.append(event)
        at = max(at + 1, event.cue.upperBound)
        continue
      }
      if at == sentence.lowerBound, lexeme.key == "for", let event = opinion(at, sentence) {
        found.append(event)
        at = event.content.lowerBound
        continue
      }
      if !lexeme.word.isDisjoint(with: .speech), !lexeme.isCapital || isHeadline,
        let event = spoken(at, sentence, found)
      {
        found.append(event)
        at = max(at + 1, event.cue.upperBound)
        continue
      }
      at += 1
    }
    return found
  }

  /// `"We were lucky." – Jane Roe`: a name behind a dash that closes the paragraph signs the quotation before it.
  func signature(_ at: Int, _ sentence: Range<Int>) -> Event? {
    guard at > 0, quoteOf[at] < 0, quoteOf[at - 1] >= 0, let mention = book.mention(at: at + 1),
      marks[quoteOf[at - 1]].outer.upperBound == at, mention.from == at + 1,
      sentence.upperBound - at <= 14, book.entities[mention.entity].kind != .place,
      sentence.upperBound == mention.lexemes.upperBound || text.mark(mention.lexemes.upperBound) != .none
    else { return nil }
    let quote = marks[quoteOf[at - 1]]
    let entry = book.entities[mention.entity]
    let kind: Source.Kind = entry.kind == .organization ? .organization : .person
    let phrase = SourceReader.Phrase(
      source: Draft.SourceDraft(
        kind: kind, name: entry.name, mention: text.bytesOf(mention.lexemes), entity: mention.entity),
      lexemes: mention.lexemes)
    return Event(
      cue: at..<at + 1, tag: at..<sentence.upperBound, content: quote.outer, source: phrase, place: .after)
  }

  /// "according to X", "as stated in X", "citing X", "quoted by X".
  func relay(_ at: Int, _ sentence: Range<Int>) -> Event? {
    var cueEnd = at
    switch text.key(at) {
    case "according" where text.key(at + 1) == "to": cueEnd = at + 2
    case "citing", "quoting": cueEnd = at + 1
    case "cited",
      "quoted" where ["by", "in"].contains(text.key(at + 1)):
      cueEnd = at + 2
    case "as" where !text.word(at + 1).isDisjoint(with: .says) && ["in", "by", "on"].contains(text.key(at + 2)):
      cueEnd = at + 3
    case "in" where text.key(at + 1) == "the" && text.key(at + 2) == "words" && text.key(at + 3) == "of":
      cueEnd = at + 4
    default: return nil
    }
    guard cueEnd < sentence.upperBound,
      let phrase = sources.phrase(startingAt: cueEnd, in: sentence) ?? anyPhrase(cueEnd, sentence)
    else { return nil }
    let tag = at..<phrase.lexemes.upperBound
    let content: Range<Int>
    if at <= sentence.lowerBound + 1 {
      var start = tag.upperBound
      while start < sentence.upperBound, text.mark(start) == .comma { start += 1 }
      content = start..<trimmed(start, sentence.upperBound)
    } else {
      content = sentence.lowerBound..<trimmed(sentence.lowerBound, at)
    }
    return Event(
      cue: at..<cueEnd, tag: tag, content: content, source: phrase,
      place: at <= sentence.lowerBound + 1 ? .before : .after, isRelay: true)
  }

  /// After "according to" every noun phrase is a source.
  func anyPhrase(_ start: Int, _ sentence: Range<Int>) -> SourceReader.Phrase? {
    var end = start
    while end < sentence.upperBound, end - start < 12, text.isWord(end) || book.mention(at: end) != nil,
      text.word(end).isDisjoint(with: [.auxiliary, .subordinator]) || text.word(end).contains(.preposition)
    { end += 1 }
    guard end > start else { return nil }
    return SourceReader.Phrase(
      source: Draft.SourceDraft(kind: .unnamed, name: text.words(start..<end), mention: text.bytesOf(start..<end)),
      lexemes: start..<end)
  }

  /// "For Jane Roe, an analyst at the institute, the rise is …"
  func opinion(_ at: Int, _ sentence: Range<Int>) -> Event? {
    guard let mention = book.mention(at: at + 1), book.entities[mention.entity].kind == .person,
      text.mark(mention.lexemes.upperBound) == .comma
    else { return nil }
    var start = mention.lexemes.upperBound + 1
    // Past the apposition.
    if text.word(start).contains(.determiner) {
      var comma = start
      while comma < min(sentence.upperBound, start + 16), text.mark(comma) != .comma { comma += 1 }
      if text.mark(comma) == .comma, (start..<comma).contains(where: { text.word($0).contains(.title) }) {
        start = comma + 1
      }
    }
    guard start < sentence.upperBound - 3, start > mention.lexemes.upperBound + 1 else { return nil }
    let entry = book.entities[mention.entity]
    let phrase = SourceReader.Phrase(
      source: Draft.SourceDraft(
        kind: .person, name: entry.name, mention: text.bytesOf(mention.lexemes), entity: mention.entity),
      lexemes: mention.lexemes)
    return Event(
      cue: at..<at + 1, tag: at..<start, content: start..<trimmed(start, sentence.upperBound), source: phrase,
      place: .before)
  }
}

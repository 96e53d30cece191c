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

  /// A verb of speech with its subject.
  func spoken(_ at: Int, _ sentence: Range<Int>, _ earlier: [Event]) -> Event? {
    let verb = text.lexemes[at]
    let before = at > sentence.lowerBound ? text.lexemes[at - 1] : nil
    var cue = at..<at + 1
    // "called for", "talked of", "pointed out", "expressed confidence"
    let next = text.key(at + 1)
    if ["for", "on"].contains(next), ["called", "calls", "call", "calling"].contains(verb.key) { cue = at..<at + 2 }
    if ["of", "about"].contains(next),
      ["talked", "talks", "talking", "spoke", "speaks", "speaking", "complained", "warned", "warning", "warns"]
        .contains(verb.key)
    {
      cue = at..<at + 2
    }
    if ["spoke", "speaks", "speaking", "talked", "talks", "talking"].contains(verb.key), cue.count == 1 { return nil }
    if ["confidence", "concern", "hope", "regret", "support", "doubt", "doubts", "fears", "satisfaction"].contains(
      next), ["expressed", "expresses", "expressing", "voiced", "voicing", "offered", "expresses"].contains(verb.key)
    {
      cue = at..<at + 2
    }
    if ["pointed", "points", "pointing"].contains(verb.key) {
      guard next == "out" else { return nil }
      cue = at..<at + 2
    }
    // "put the damage at 4 million", "valued the boat at": only with an amount behind it.
    if Self.appraisals.contains(verb.key), !isAppraisal(at, sentence) { return nil }
    // "went on to say", "was quoted as saying"
    var subjectEnd = at
    if before?.key == "to", text.key(at - 2) == "on", ["went", "goes"].contains(text.key(at - 3)) {
      subjectEnd = at - 3
    } else if before?.key == "as", ["quoted", "cited"].contains(text.key(at - 2)) {
      subjectEnd = at - 2
    } else if let before {
      if before.key == "to" || before.key == "by" { return nil }
      let isNoun =
        !before.word.isDisjoint(with: [.determiner, .preposition]) && before.word.isDisjoint(with: [.pronoun, .adverb])
        || before.shape.contains(.possessive)
      if isNoun, verb.key != "said" { return nil }
    }
    subjectEnd = backOverAdverbs(subjectEnd, sentence)
    // "was described as" has no speaker.
    let auxiliaries = (subjectEnd..<at).filter { text.word($0).contains(.auxiliary) }
    if let last = auxiliaries.last, ["is", "are", "was", "were", "been", "be", "being"].contains(text.key(last)),
      !verb.key.hasSuffix("ing"), text.key(at - 1) != "as"
    {
      return nil
    }
    // "did not say", "will respond": nothing has been said.
    if verb.word.isDisjoint(with: .speaksOf) || verb.word.contains(.says),
      (subjectEnd..<at).contains(where: {
        text.word($0).contains(.negation) || Self.modals.contains(text.key($0)) || text.key($0).hasSuffix("n't")
      })
    {
      return nil
    }
    let inTurn =
      text.mark(subjectEnd - 1) == .comma && text.key(subjectEnd - 2) == "turn" && text.key(subjectEnd - 3) == "in"
    if inTurn {
      subjectEnd -= 3
      if text.mark(subjectEnd - 1) == .comma { subjectEnd -= 1 }
    }
    let isParticiple = verb.word.contains(.speechParticiple) && auxiliaries.isEmpty

    var phrase: SourceReader.Phrase?
    var isInverted = false
    if !isParticiple, let inverted = inverted(cue, sentence) {
      phrase = inverted
      isInverted = true
    } else if isParticiple {
      phrase = participleSubject(at, subjectEnd, sentence, earlier)
    } else if before?.word.contains(.conjunction) == true
      || subjectEnd > sentence.lowerBound && text.word(subjectEnd - 1).contains(.conjunction)
    {
      // "X hailed the deal and stressed that": the subject of the verb before.
      phrase = earlier.last { $0.tag.upperBound <= at }?.source ?? sentenceSubject(sentence, at)
    } else {
      phrase = sources.phrase(endingAt: subjectEnd, in: sentence)
      if phrase == nil, Self.speakersVerbs.contains(verb.key) {
        phrase = sources.anySpeaker(endingAt: subjectEnd, in: sentence)
      }
    }
    guard let phrase else { return nil }
    // "state", "reports": verbs only behind a subject of the right number.
    if verb.word.contains(.weakSpeech), let before, !isInverted, !verb.key.hasSuffix("ed"), !verb.key.hasSuffix("ing") {
      let isPlural =
        before.key.hasSuffix("s") && book.mention(at: at - 1) == nil
        || ["they", "we", "i", "people", "police", "who"].contains(before.key)
      let isPast = verb.key == "found" && text.key(at + 1) == "that"
      if verb.key.hasSuffix("s") ? isPlural && before.key != "who" : !isPlural && !isPast { return nil }
      if text.mark(at + 1) == .comma || ["of", "by", "from", "in"].contains(text.key(at + 1)) { return nil }
    }
    if verb.word.contains(.weakSpeech), phrase.pronoun == nil, !isInverted,
      phrase.source.kind == .unnamed || phrase.source.kind == .organization, !governsClause(at + 1, sentence),
      cue.count == 1, verb.word.isDisjoint(with: .speaksOf) || book.mention(at: subjectEnd - 1) == nil
    {
      return nil
    }
    if phrase.pronoun == "it" || phrase.pronoun == "we" || phrase.pronoun == "i", !verb.word.contains(.says),
      text.key(at + 1) != "that"
    {
      return nil
    }
    let tag = min(phrase.lexemes.lowerBound, at)..<max(phrase.lexemes.upperBound, cue.upperBound)
    var event = Event(
      cue: cue, tag: isParticiple && !phrase.lexemes.contains(at - 1) ? cue : tag, content: cue, source: phrase,
      place: .before)
    event.isInTurn = inTurn
    if isParticiple || before?.word.contains(.conjunction) == true { event.tag = at..<cue.upperBound }
    guard govern(&event, verb, isInverted, sentence) else { return nil }
    return event
  }

  /// Verbs whose subject speaks, whatever it is.
  static let speakersVerbs: Set<String> = [
    "said", "says", "told", "tells", "added", "adds", "explained", "replied", "recalled", "fumed", "informed",
  ]
  static let dayParts: Set<String> = ["morning", "afternoon", "evening", "night", "noon"]
  static let modals: Set<String> = [
    "will", "would", "should", "could", "can", "may", "might", "must", "shall", "won't",
  ]

  static let appraisals: Set<String> = ["put", "puts", "valued", "values"]

  func isAppraisal(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for next in at + 2..<max(at + 2, min(sentence.upperBound - 1, at + 8)) {
      if text.lexemes[next].kind == .mark { return false }
      guard text.key(next) == "at" else { continue }
      return (next + 1..<min(sentence.upperBound, next + 4)).contains {
        text.lexemes[$0].kind == .number || text.mark($0) == .currency || text.word($0).contains(.number)
      }
    }
    return false
  }

  func backOverAdverbs(_ end: Int, _ sentence: Range<Int>) -> Int {
    var at = end
    while at > sentence.lowerBound, end - at < 6, text.isWord(at - 1), book.mention(at: at - 1) == nil,
      !text.word(at - 1).isDisjoint(with: [.adverb, .auxiliary, .negation]),
      text.word(at - 1).isDisjoint(with: [.preposition, .pronoun, .people])
    {
      at -= 1
    }
    // "Roe on Tuesday said"
    if at - 2 > sentence.lowerBound, !text.word(at - 1).isDisjoint(with: [.weekday, .timeWord]) {
      at -= text.key(at - 2) == "on" ? 2 : 1
    }
    return at
  }

  /// `…," said Jane Roe`, `… , said officials.`
  func inverted(_ cue: Range<Int>, _ sentence: Range<Int>) -> SourceReader.Phrase? {
    let before =
      text.lexemes.indices.contains(cue.lowerBound - 1) && cue.lowerBound > sentence.lowerBound
      ? text.lexemes[cue.lowerBound - 1] : nil
    guard let before,
      before.mark == .comma || before.mark.isQuote || before.mark == .question || before.mark == .exclamation
    else { return nil }
    guard text.word(cue.lowerBound).contains(.says), cue.upperBound < sentence.upperBound,
      !text.word(cue.upperBound).contains(.preposition) || book.mention(at: cue.upperBound) != nil,
      let phrase = sources.phrase(startingAt: cue.upperBound, in: sentence)
    else { return nil }
    // What follows the speaker must not be a clause that the verb governs.
    let after = phrase.lexemes.upperBound
    if after < sentence.upperBound, text.isWord(after), !text.word(after).isDisjoint(with: .finite),
      text.word(after).isDisjoint(with: [.preposition, .subordinator])
    {
      return nil
    }
    if before.mark == .comma, quoteOf[cue.lowerBound - 1] < 0 {
      // Without marks before it, the comma may close an apposition: "Roe, the mayor, said Friday".
      let hasQuote = (sentence.lowerBound..<cue.lowerBound).contains { quoteOf[$0] >= 0 }
      let isIntroduced =
        phrase.source.kind == .person && text.mark(after) == .comma && text.word(after + 1).contains(.determiner)
      guard hasQuote || after >= sentence.upperBound - 1 || isIntroduced else { return nil }
    }
    return phrase
  }

  /// ", saying that": the subject of the sentence; "with Roe noting": Roe.
  func participleSubject(_ at: Int, _ subjectEnd: Int, _ sentence: Range<Int>, _ earlier: [Event])
    -> SourceReader.Phrase?
  {
    guard at > sentence.lowerBound else { return nil }
    if text.mark(subjectEnd - 1) == .comma || text.mark(at - 1) == .comma {
      return earlier.last(where: { !$0.isRelay && $0.tag.upperBound <= at && $0.place == .before })?.source
        ?? sentenceSubject(sentence, at) ?? earlier.last?.source
    }
    if text.word(at - 1).contains(.conjunction) { return earlier.last?.source }
    if let mention = book.mention(at: at - 1), text.word(mention.from - 1).contains(.preposition) {
      return sources.phrase(endingAt: at, in: sentence)
    }
    if text.key(at - 1) == "as" { return sources.phrase(endingAt: subjectEnd, in: sentence) }
    // "a paper calling for", "issued a statement condemning"
    if !text.word(at - 1).isDisjoint(with: .document) || backToDocument(at, sentence) {
      return sentenceSubject(sentence, at)
    }
    return nil
  }

  func backToDocument(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for back in max(sentence.lowerBound, at - 4)..<at where text.word(back).contains(.document) { return true }
    return false
  }

  /// The first name or speaker of a sentence that has its verb behind it.
  func sentenceSubject(_ sentence: Range<Int>, _ at: Int) -> SourceReader.Phrase? {
    for verb in sentence.lowerBound..<at {
      let lexeme = text.lexemes[verb]
      guard lexeme.kind == .word, !lexeme.isCapital, quoteOf[verb] < 0, verb > sentence.lowerBound else { continue }
      let isVerb = !lexeme.word.isDisjoint(with: .finite) || lexeme.key.hasSuffix("ed") && lexeme.key.utf8.count > 4
      guard isVerb else { continue }
      return sources.phrase(endingAt: backOverAdverbs(verb, sentence), in: sentence)
    }
    return nil
  }

  /// Whether a clause or quotation follows: "states that", "states: …".
  func governsClause(_ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at < sentence.upperBound else { return true }
    let mark = text.mark(at)
    if mark == .comma || mark == .colon || mark.isQuote || mark.endsSentence { return true }
    if text.key(at) == "that" { return true }
    for next in at..<min(sentence.upperBound, at + 10) {
      if text.mark(next) == .comma { return false }
      if text.lexemes[next].kind == .word, !text.word(next).isDisjoint(with: [.auxiliary, .verb]), next > at {
        return true
      }
    }
    return false
  }
}

import StemmaModel

/// Finds who is said to have said what: the cue, the source before or after it, the words it governs, the hearer
/// and the channel.
///
/// Sentence by sentence; what a sentence leaves open (a pronoun, a quotation without a tag) is filled from the
/// last speaker.
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
    var channel: [Range<Int>] = []
    var channelNames: [String] = []
    /// "according to", "citing": can be the channel of another's words.
    var isRelay = false
    var isNested = false
    var isInTurn = false
    /// Inherited from an earlier sentence.
    var carriedAddressee: String?
    var carriedChannel: [(String, Range<Int>)] = []
  }

  let text: SegmentedText
  let book: EntityBook
  let marks: [QuoteMarks.Passage]
  private let sources: SourceReader
  /// The stretch in marks that each lexeme stands in, -1 for none. The marks themselves belong to it.
  private let quoteOf: [Int]

  init(_ text: SegmentedText, _ book: EntityBook, _ marks: [QuoteMarks.Passage]) {
    self.text = text
    self.book = book
    self.marks = marks
    sources = SourceReader(text: text, book: book)
    var quoteOf = Array(repeating: -1, count: text.lexemes.count)
    for (at, mark) in marks.enumerated() {
      for lexeme in mark.outer { quoteOf[lexeme] = at }
    }
    self.quoteOf = quoteOf
  }

  func recognize() -> ([Draft.AttributionDraft], [Draft.Quote]) {
    var quotes = QuoteRecognizer()
    var memory = SpeakerMemory()
    var attributions: [Draft.AttributionDraft] = []
    for (at, sentence) in text.sentences.enumerated() {
      let isBody = text.passages[sentence.passage].kind == .paragraph
      memory.enter(sentence, text, book)
      var events = self.events(
        sentence.lexemes,
        isHeadline: text.passages[sentence.passage].kind == .title
          || text.passages[sentence.passage].kind == .subheading)
      if let relay = loneRelay(events, sentence.lexemes) {
        // A paragraph that only says where the last one came from.
        memory.relayLast(relay, text, &attributions)
        continue
      }
      settle(&events, sentence.lexemes, &memory)
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

  private func draft(_ event: Event) -> Draft.AttributionDraft {
    Draft.AttributionDraft(
      content: text.bytesOf(event.content), source: event.source.source, cue: text.words(event.cue),
      cueRange: text.bytesOf(event.cue),
      addressee: event.addressee ?? event.carriedAddressee, channel: event.channelNames + event.carriedChannel.map(\.0),
      channelRanges: event.channel.map(text.bytesOf) + event.carriedChannel.map(\.1))
  }

  // MARK: finding cues

  private func events(_ sentence: Range<Int>, isHeadline: Bool) -> [Event] {
    var found: [Event] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let lexeme = text.lexemes[at]
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

  /// "according to X", "as stated in X", "citing X", "quoted by X".
  private func relay(_ at: Int, _ sentence: Range<Int>) -> Event? {
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
  private func anyPhrase(_ start: Int, _ sentence: Range<Int>) -> SourceReader.Phrase? {
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
  private func opinion(_ at: Int, _ sentence: Range<Int>) -> Event? {
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
  private func spoken(_ at: Int, _ sentence: Range<Int>, _ earlier: [Event]) -> Event? {
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
    }
    guard let phrase else { return nil }
    // "state", "reports": verbs only behind a subject of the right number.
    if verb.word.contains(.weakSpeech), let before, !isInverted, !verb.key.hasSuffix("ed"), !verb.key.hasSuffix("ing") {
      let isPlural =
        before.key.hasSuffix("s") && book.mention(at: at - 1) == nil
        || ["they", "we", "i", "people", "police", "who"].contains(before.key)
      if verb.key.hasSuffix("s") ? isPlural && before.key != "who" : !isPlural { return nil }
      if text.mark(at + 1) == .comma || ["of", "by", "from", "in"].contains(text.key(at + 1)) { return nil }
    }
    if verb.word.contains(.weakSpeech), phrase.pronoun == nil,
      phrase.source.kind == .unnamed || phrase.source.kind == .organization, !governsClause(at + 1, sentence),
      cue.count == 1, verb.word.isDisjoint(with: .speaksOf) || book.mention(at: subjectEnd - 1) == nil
    {
      return nil
    }
    if phrase.pronoun == "it" || phrase.pronoun == "we" || phrase.pronoun == "i", !verb.word.contains(.says) {
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

  private static let dayParts: Set<String> = ["morning", "afternoon", "evening", "night", "noon"]
  private static let modals: Set<String> = [
    "will", "would", "should", "could", "can", "may", "might", "must", "shall", "won't",
  ]

  private func backOverAdverbs(_ end: Int, _ sentence: Range<Int>) -> Int {
    var at = end
    while at > sentence.lowerBound, end - at < 6, text.isWord(at - 1), book.mention(at: at - 1) == nil,
      !text.word(at - 1).isDisjoint(with: [.adverb, .auxiliary, .negation]),
      text.word(at - 1).isDisjoint(with: [.preposition, .pronoun, .people])
    {
      at -= 1
    }
    return at
  }

  /// `…," said Jane Roe`, `… , said officials.`
  private func inverted(_ cue: Range<Int>, _ sentence: Range<Int>) -> SourceReader.Phrase? {
    let before =
      text.lexemes.indices.contains(cue.lowerBound - 1) && cue.lowerBound > sentence.lowerBound
      ? text.lexemes[cue.lowerBound - 1] : nil
    guard let before,
      before.mark == .comma || before.mark.isQuote || before.mark == .question || before.mark == .exclamation
    else { return nil }
    guard text.word(cue.lowerBound).contains(.says), cue.upperBound < sentence.upperBound,
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
      guard hasQuote || phrase.source.kind == .person && after >= sentence.upperBound - 1 else { return nil }
    }
    return phrase
  }

  /// ", saying that": the subject of the sentence; "with Li noting": Li.
  private func participleSubject(_ at: Int, _ subjectEnd: Int, _ sentence: Range<Int>, _ earlier: [Event])
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

  private func backToDocument(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for back in max(sentence.lowerBound, at - 4)..<at where text.word(back).contains(.document) { return true }
    return false
  }

  /// The first name or speaker of a sentence that has its verb behind it.
  private func sentenceSubject(_ sentence: Range<Int>, _ at: Int) -> SourceReader.Phrase? {
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
  private func governsClause(_ at: Int, _ sentence: Range<Int>) -> Bool {
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

  // MARK: what a cue governs

  private func govern(_ event: inout Event, _ verb: Lexeme, _ isInverted: Bool, _ sentence: Range<Int>) -> Bool {
    var at = isInverted ? event.tag.upperBound : event.cue.upperBound
    let tells = verb.word.contains(.tells) && !isInverted
    if tells, let (name, range, end, isAgency) = addressee(at, sentence) {
      event.addressee = name
      if isAgency {
        event.channelNames.append(text.words(event.cue) + " " + text.words(range))
        event.channel.append(event.cue.lowerBound..<range.upperBound)
      }
      at = end
    } else if verb.word.contains(.tells), verb.word.isDisjoint(with: [.says, .speaksOf]), !isInverted {
      return false
    }
    let afterHearer = at
    let isObject = verb.word.contains(.speaksOf)
    // "said on Friday in Juba that", "stated at the forum that", "said in a statement"
    let (adjunctEnd, that) = adjuncts(at, sentence, &event)
    let ends = adjunctEnd >= sentence.upperBound || isEnd(adjunctEnd, sentence)
    if that {
      event.content = adjunctEnd..<contentEnd(adjunctEnd, sentence, event)
    } else if text.mark(adjunctEnd) == .colon {
      event.content = adjunctEnd + 1..<contentEnd(adjunctEnd + 1, sentence, event)
    } else if ends || isInverted {
      return after(&event, at: isInverted ? event.tag.upperBound : adjunctEnd, sentence)
    } else if text.mark(adjunctEnd) == .comma {
      if adjunctEnd + 1 < sentence.upperBound, text.mark(adjunctEnd + 1).isQuote, quoteOf[adjunctEnd + 1] >= 0,
        !hasContentBefore(event, sentence)
      {
        event.content = adjunctEnd + 1..<contentEnd(adjunctEnd + 1, sentence, event)
      } else {
        return after(&event, at: adjunctEnd, sentence)
      }
    } else {
      var start = isObject && verb.word.isDisjoint(with: .says) ? afterHearer : adjunctEnd
      if tells, text.key(start) == "of" || text.key(start) == "about" { start += 1 }  // "assured her of support"
      event.content = start..<contentEnd(start, sentence, event)
    }
    guard !event.content.isEmpty else { return false }
    // An object alone, as in "reported the matter", is no speech for verbs of saying.
    if !isObject, !tells, !that, quoteOf[event.content.lowerBound] < 0,
      !event.content.contains(where: { isClauseVerb($0) }), text.mark(event.content.lowerBound - 1) != .colon
    {
      return event.content.contains { quoteOf[$0] >= 0 } || verb.key == "said"
    }
    return true
  }

  private func isClauseVerb(_ at: Int) -> Bool {
    let lexeme = text.lexemes[at]
    guard lexeme.kind == .word, quoteOf[at] < 0 else { return quoteOf[at] >= 0 }
    return !lexeme.word.isDisjoint(with: .finite) || lexeme.key.hasSuffix("ed") && lexeme.key.utf8.count > 4
      || lexeme.key.hasSuffix("ing") && lexeme.key.utf8.count > 5
  }

  private func hasContentBefore(_ event: Event, _ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<event.tag.lowerBound).contains { quoteOf[$0] >= 0 }
  }

  /// A tag behind, or in the middle of, what is said.
  private func after(_ event: inout Event, at: Int, _ sentence: Range<Int>) -> Bool {
    event.place = .after
    var start = sentence.lowerBound
    while start < event.tag.lowerBound, text.word(start).contains(.conjunction), text.lexemes[start].kind == .word {
      start += 1
    }
    let end = trimmed(start, event.tag.lowerBound)
    guard end > start else {
      // "He added:" with the words in the next paragraph; "Mr Roe said." says nothing.
      guard text.mark(sentence.upperBound - 1) == .colon || text.mark(at) == .comma else { return false }
      event.content = event.cue
      return text.mark(sentence.upperBound - 1) == .colon
    }
    event.content = start..<end
    // "A," he said, "B."
    if text.mark(at) == .comma, at + 2 < sentence.upperBound {
      let next = text.word(at + 1).contains(.conjunction) ? at + 2 : at + 1
      if quoteOf.indices.contains(next), quoteOf[next] >= 0 || quoteOf[at + 1] >= 0 {
        event.content = start..<contentEnd(at + 1, sentence, event)
      } else if goesOn(at + 1, sentence) {
        event.content = start..<contentEnd(at + 1, sentence, event)
      }
    }
    return true
  }

  /// "Too often, Roe said, the debate is …": what follows the tag goes on with what stood before it.
  private func goesOn(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let first = text.lexemes[at]
    guard quoteOf[at] < 0, first.kind != .mark, !first.key.hasSuffix("ing"),
      first.word.isDisjoint(with: [.conjunction, .subordinator]) || first.key == "that"
    else { return false }
    return (at..<min(sentence.upperBound, at + 14)).contains {
      !text.word($0).isDisjoint(with: [.auxiliary, .verb]) || text.key($0).hasSuffix("ed")
    }
  }

  /// The hearer after "told".
  private func addressee(_ at: Int, _ sentence: Range<Int>) -> (String, Range<Int>, Int, Bool)? {
    guard at < sentence.upperBound, quoteOf[at] < 0 else { return nil }
    if text.lexemes[at].word.contains(.pronoun), text.key(at) != "this", text.key(at) != "there" {
      return (text.words(at..<at + 1), at..<at + 1, at + 1, false)
    }
    var end = at
    var sawMention = false
    while end < min(sentence.upperBound, at + 14) {
      let lexeme = text.lexemes[end]
      if let mention = book.mention(at: end) {
        // "told Roe Northland would": a second name begins the clause.
        if sawMention, text.isWord(end - 1),
          text.word(end - 1).isDisjoint(with: [.preposition, .title, .bodyNoun]) || book.mention(at: end - 1) != nil
        {
          break
        }
        sawMention = true
        end = mention.lexemes.upperBound
        if text.lexemes[end - 1].shape.contains(.possessive) { continue }
        continue
      }
      if lexeme.kind == .mark, lexeme.mark != .slash { break }
      if lexeme.key == "that"
        || !lexeme.word.isDisjoint(with: [.subordinator, .auxiliary, .weekday, .timeWord])
          && lexeme.word.isDisjoint(with: .preposition)
      {
        break
      }
      if ["on", "during", "after", "before", "following", "by", "to", "as", "over"].contains(lexeme.key) { break }
      if ["of", "for", "about"].contains(lexeme.key), sawMention { break }
      if lexeme.key == "in", text.word(end + 1).contains(.determiner), text.key(end + 1) != "the" { break }
      if sawMention,
        lexeme.word.contains(.determiner)
          || end > at && lexeme.word.contains(.pronoun) && lexeme.word.isDisjoint(with: .determiner)
      {
        break
      }
      if end > at, ["he", "she", "they", "it", "we", "i", "there"].contains(lexeme.key) { break }
      if end > at, lexeme.word.contains(.determiner), !text.word(end - 1).contains(.preposition) { break }
      end += 1
    }
    while end > at, text.word(end - 1).contains(.preposition) { end -= 1 }
    guard end > at else { return nil }
    let range = at..<end
    let isAgency = range.contains {
      text.word($0).contains(.agency) && text.isCapital($0)
        || text.key($0) == "news" && text.key($0 + 1).hasPrefix("agenc")
    }
    // The fullest name, where the hearer is a person.
    if let mention = book.mention(at: end - 1) ?? book.mention(at: at), book.entities[mention.entity].kind == .person,
      range.count <= mention.lexemes.count + 6
    {
      return (book.entities[mention.entity].name, range, end, false)
    }
    return (text.words(range), range, end, isAgency)
  }

  /// Skips time and place after a cue up to the clause; notes a hearer or a channel in them.
  private func adjuncts(_ start: Int, _ sentence: Range<Int>, _ event: inout Event) -> (Int, Bool) {
    var at = start
    let limit = min(sentence.upperBound, start + 30)
    while at < limit, quoteOf[at] < 0 {
      let lexeme = text.lexemes[at]
      if lexeme.key == "that", lexeme.kind == .word { return (at + 1, true) }
      if lexeme.word.contains(.weekday) || lexeme.word.contains(.timeWord) || Self.dayParts.contains(lexeme.key) {
        at += 1
        continue
      }
      if ["last", "this", "late", "early"].contains(lexeme.key),
        !text.word(at + 1).isDisjoint(with: [.timeUnit, .weekday, .month]) || Self.dayParts.contains(text.key(at + 1))
      {
        at += 2
        continue
      }
      // "said of the plan, '…'"
      if lexeme.key == "of" || lexeme.key == "about", at == event.cue.upperBound {
        var end = at + 1
        while end < min(sentence.upperBound, at + 12), text.isWord(end) { end += 1 }
        guard end >= sentence.upperBound || text.lexemes[end].kind == .mark else { break }
        at = end
        continue
      }
      if lexeme.word.contains(.adverb), lexeme.word.isDisjoint(with: [.preposition]),
        !["there", "here", "only", "nearly", "almost", "more", "just", "even", "about", "roughly", "most"].contains(
          lexeme.key)
      {
        at += 1
        continue
      }
      if lexeme.key == "at", ["least", "most"].contains(text.key(at + 1)) { break }
      guard
        ["on", "in", "at", "during", "after", "while", "following", "to", "via", "as", "before", "through", "over"]
          .contains(lexeme.key)
      else { break }
      // A phrase that ends at "that", a mark or the end is an adjunct; one that runs into a verb is the clause.
      var end = at + 1
      var sawVerb = false
      while end < min(sentence.upperBound, at + 18), text.lexemes[end].kind != .mark || text.mark(end) == .slash,
        quoteOf[end] < 0, text.key(end) != "that"
      {
        if book.mention(at: end) == nil, !text.word(end).isDisjoint(with: [.auxiliary]) { sawVerb = true }
        end += 1
        if text.word(end - 1).contains(.weekday), end - at == 2 { break }
      }
      let isOnDay = text.word(at + 1).contains(.weekday)
      let closes = end >= sentence.upperBound || text.key(end) == "that" || text.lexemes[end].kind == .mark || isOnDay
      guard closes, !sawVerb || text.key(end) == "that" else { break }
      if end < sentence.upperBound, text.mark(end) == .comma, !isOnDay, !event.cue.isEmpty,
        end + 1 < sentence.upperBound, !text.mark(end + 1).isQuote, text.isWord(end + 1),
        text.word(end + 1).contains(.determiner) || text.isCapital(end + 1)
      {
        break
      }
      if !isOnDay { noteOccasion(at..<end, &event) }
      at = end
    }
    return (at, false)
  }

  private static let occasions: Set<String> = [
    "forum", "summit", "rally", "parliament", "meeting", "congress", "conference", "hearing", "assembly", "panel",
    "seminar", "session", "gathering",
  ]
  private static let outlets: Set<String> = [
    "statement", "interview", "letter", "tweet", "post", "report", "email", "e-mail", "speech", "address", "release",
    "article", "briefing",
    "communique", "communiqué", "message", "memo", "video", "filing", "twitter", "facebook", "telegram", "television",
    "radio", "note", "blog", "editorial",
    "instagram", "weibo", "x", "paper", "affidavit", "dispatch",
  ]

  private func noteOccasion(_ range: Range<Int>, _ event: inout Event) {
    let body = range.lowerBound + 1..<range.upperBound
    guard !body.isEmpty else { return }
    if ["at", "to", "in"].contains(text.key(range.lowerBound)), event.addressee == nil,
      let head = body.first(where: { Self.occasions.contains(text.key($0)) }),
      !["news", "press"].contains(text.key(head - 1))
    {
      event.addressee = text.words(body.lowerBound..<head + 1)
    } else if body.contains(where: { Self.outlets.contains(text.key($0)) })
      || body.contains(where: { Self.occasions.contains(text.key($0)) })
    {
      event.channelNames.append(text.words(body))
      event.channel.append(body)
    } else if text.key(range.lowerBound) == "to", event.addressee == nil {
      event.addressee = text.words(body)
    }
    if let partner = partner(in: range) { event.addressee = event.addressee ?? partner }
  }

  private func isEnd(_ at: Int, _ sentence: Range<Int>) -> Bool {
    text.mark(at).endsSentence || text.mark(at) == .semicolon || text.mark(at) == .closeParenthesis
      || at == sentence.upperBound - 1 && text.lexemes[at].kind == .mark && text.mark(at) != .colon && quoteOf[at] < 0
  }

  /// Where the words governed from `start` on end: at the next tag, or with the sentence.
  private func contentEnd(_ start: Int, _ sentence: Range<Int>, _ event: Event) -> Int {
    var at = start
    let isRelative =
      ["who", "which", "whom"].contains(text.key(event.source.lexemes.lowerBound)) && event.source.lexemes.count == 1
    while at < sentence.upperBound {
      if quoteOf[at] < 0 {
        let key = text.key(at)
        // "the ministry, which said it was safe, declined": the comma closes the relative clause.
        if isRelative, at > start + 1, text.mark(at) == .comma, at + 1 < sentence.upperBound,
          !text.word(at + 1).contains(.conjunction),
          isClauseVerb(at + 1) || text.word(at + 1).contains(.auxiliary)
        {
          return trimmed(start, at)
        }
        if at > start,
          key == "according" && text.key(at + 1) == "to" || key == "citing"
            || key == "as" && !text.word(at + 1).isDisjoint(with: .says) && text.key(at + 2) == "in"
        {
          return trimmed(start, at)
        }
        // "and stressed that": the next verb of the same speaker.
        if at > start, text.lexemes[at].word.contains(.conjunction) || text.mark(at) == .comma,
          at + 1 < sentence.upperBound, !text.isCapital(at + 1)
        {
          let next = text.word(at + 1).contains(.adverb) ? at + 2 : at + 1
          let word = text.word(next)
          if text.mark(at) == .comma, word.contains(.speechParticiple) { return trimmed(start, at) }
          if text.mark(at) == .comma, ["but", "while", "although"].contains(key == "," ? text.key(at + 1) : key),
            tagAhead(at + 2, sentence)
          {
            return trimmed(start, at)
          }
          if text.lexemes[at].word.contains(.conjunction), !word.isDisjoint(with: [.says]),
            word.isDisjoint(with: [.weakSpeech, .speechParticiple]),
            text.key(next).hasSuffix("ed") || text.key(next) == "said"
          {
            return trimmed(start, at)
          }
        }
      }
      at += 1
    }
    return trimmed(start, sentence.upperBound)
  }

  /// Whether a speaker with a verb follows shortly.
  private func tagAhead(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for next in at..<max(at, min(sentence.upperBound, at + 10)) {
      if text.lexemes[next].kind == .mark { return false }
      if !text.word(next).isDisjoint(with: [.says, .tells]), text.word(next).isDisjoint(with: .weakSpeech) {
        return true
      }
    }
    return false
  }

  /// The end of `start..<end` without marks and conjunctions at its end.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      let last = text.lexemes[end - 1]
      let isMark =
        last.mark == .comma || last.mark.endsSentence || last.mark == .semicolon || last.mark == .dash
        || last.mark == .colon
      guard quoteOf[end - 1] < 0, isMark || last.word.contains(.conjunction) && last.kind == .word else { break }
      end -= 1
    }
    return end
  }

  // MARK: how the cues of a sentence belong together

  private func loneRelay(_ events: [Event], _ sentence: Range<Int>) -> Event? {
    guard events.count == 1, let event = events.first, event.isRelay, event.content.isEmpty,
      event.tag.count >= sentence.count - 2
    else { return nil }
    return event
  }

  private func settle(_ events: inout [Event], _ sentence: Range<Int>, _ memory: inout SpeakerMemory) {
    // Pronouns, in order: a speaker named in the sentence is known to the pronouns behind it.
    var known = memory
    for at in events.indices {
      if let pronoun = events[at].source.pronoun {
        guard let (source, addressee, channel, isCarried) = known.speaker(for: pronoun, events[at], text, book) else {
          continue
        }
        events[at].source.source = Draft.SourceDraft(
          kind: source.kind, name: source.name, mention: nil, entity: source.entity)
        if isCarried, events[at].addressee == nil {
          events[at].carriedAddressee = addressee
          if events[at].channel.isEmpty { events[at].carriedChannel = channel }
        }
      } else if !events[at].isRelay {
        known.heard(events[at].source.source)
      }
    }
    for at in events.indices {
      // "…, but Roe said": the words of the speaker before end here.
      for outer in 0..<at
      where events[outer].place == .before && events[outer].content.contains(events[at].tag.lowerBound) {
        let conjunction = events[at].tag.lowerBound - 1
        guard ["but", "while", "although", "though", "whereas", "and"].contains(text.key(conjunction)),
          text.mark(conjunction - 1) == .comma
        else { continue }
        events[outer].content =
          events[outer].content.lowerBound..<trimmed(events[outer].content.lowerBound, conjunction)
      }
      // "The readout said, 'Roe stated that …'": Roe said it, the readout passes it on.
      let kind = events[at].source.source.kind
      if kind == .document || kind == .agency, events[at].place == .before,
        let first = events[at].content.first(where: { text.lexemes[$0].kind != .mark }), quoteOf[first] >= 0,
        let mention = book.mention(at: first),
        book.entities[mention.entity].kind == .person, !text.word(mention.lexemes.upperBound).isDisjoint(with: .says)
      {
        events[at].channelNames.append(text.words(events[at].source.lexemes))
        events[at].channel.append(events[at].source.lexemes)
        events[at].source.source = Draft.SourceDraft(
          kind: .person, name: book.entities[mention.entity].name, mention: text.bytesOf(mention.lexemes),
          entity: mention.entity)
      }
    }
    // Whoever passes words on is the channel of the one who said them.
    let speakers = events.indices.filter {
      !events[$0].isRelay && events[$0].source.source.kind != .agency && events[$0].source.source.kind != .document
    }
    var dropped: Set<Int> = []
    for at in events.indices where !speakers.contains(at) {
      let inner = speakers.filter {
        events[at].place == .before
          ? events[$0].cue.lowerBound > events[at].cue.lowerBound && events[at].isRelay == false
            || events[at].isRelay && events[$0].cue.lowerBound < events[at].cue.lowerBound
            || events[at].isRelay && events[at].tag.lowerBound <= sentence.lowerBound + 1
          : events[$0].cue.lowerBound < events[at].cue.lowerBound
      }
      guard let speaker = inner.last else { continue }
      // "Roe said, citing doctors": the doctors are the source, Roe passes it on.
      if text.key(events[at].cue.lowerBound) == "citing" {
        events[at].channelNames.append(events[speaker].source.source.name)
        events[at].content = events[speaker].content
        continue
      }
      for speaker in inner {
        events[speaker].channelNames.append(text.words(events[at].source.lexemes))
        events[speaker].channel.append(events[at].source.lexemes)
      }
      dropped.insert(at)
    }
    for at in events.indices where !dropped.contains(at) {
      // One speaker in one sentence uses one channel.
      if events[at].channel.isEmpty,
        let earlier = events[..<at].last(where: {
          $0.source.source.name == events[at].source.source.name && !$0.channel.isEmpty
        })
      {
        events[at].channelNames = earlier.channelNames
        events[at].channel = earlier.channel
      }
      // Speech within speech: the inner words belong to both.
      if let outer = events.indices.first(where: {
        $0 < at && !dropped.contains($0) && events[$0].content.contains(events[at].cue.lowerBound)
          && events[$0].place == .before && events[at].place == .before
      }) {
        events[at].isNested = true
        if events[outer].source.source.name != events[at].source.source.name {
          events[at].channelNames.append(events[outer].source.source.name)
        }
      }
      if events[at].addressee == nil, events[at].carriedAddressee == nil {
        events[at].addressee = partner(
          in: sentence.lowerBound..<sentence.upperBound, notes: events[at].source.source.entity)
      }
      if events[at].isInTurn, events[at].addressee == nil, let last = memory.lastSpeaker,
        last.source.entity != events[at].source.source.entity
      {
        events[at].carriedAddressee = last.source.name
      }
      if let opening = openingChannel(sentence, events[at]) ?? laterChannel(sentence, events[at]) {
        events[at].channelNames.append(text.words(opening))
        events[at].channel.append(opening)
      }
      // What speaks for others is itself the way their words came.
      if [.agency, .document].contains(events[at].source.source.kind), events[at].channel.isEmpty,
        events[at].source.pronoun == nil
      {
        events[at].channelNames.append(text.words(events[at].source.lexemes))
        events[at].channel.append(events[at].source.lexemes)
      }
      // The same speaker goes on: to the same hearer, through the same channel.
      if let last = memory.lastSpeaker, last.source.name == events[at].source.source.name, memory.isNear(last),
        !events[at].isNested
      {
        if events[at].addressee == nil, events[at].carriedAddressee == nil {
          events[at].carriedAddressee = last.addressee
        }
        if events[at].channel.isEmpty, events[at].carriedChannel.isEmpty { events[at].carriedChannel = last.channel }
      }
    }
    events = events.indices.filter { !dropped.contains($0) }.map { events[$0] }
  }

  /// "met with Jane Roe", "during a meeting with Jane Roe", "talks with Jane Roe": whom the speaker spoke to.
  private func partner(in range: Range<Int>, notes speaker: Int? = nil) -> String? {
    for at in range
    where ["met", "meeting", "talks", "meets", "talk", "conversation", "call"].contains(text.key(at)) && quoteOf[at] < 0
    {
      var with = at + 1
      while with < min(range.upperBound, at + 5), text.key(with) != "with" { with += 1 }
      guard text.key(with) == "with", with < range.upperBound else { continue }
      for next in with + 1..<max(with + 1, min(range.upperBound, with + 8)) {
        if text.lexemes[next].kind == .mark && text.mark(next) != .stop { break }
        if let mention = book.mention(at: next), book.entities[mention.entity].kind == .person {
          if mention.entity != speaker,
            text.mark(mention.lexemes.upperBound) != .comma
              || text.key(at - 1) != "before" && text.key(at - 1) != "after"
          {
            return book.entities[mention.entity].name
          }
          break
        }
      }
    }
    return nil
  }

  /// "denied the claims in a statement Thursday"
  private func laterChannel(_ sentence: Range<Int>, _ event: Event) -> Range<Int>? {
    guard !event.isRelay, event.channel.isEmpty, event.place == .before else { return nil }
    for at in event.cue.upperBound..<max(event.cue.upperBound, min(sentence.upperBound, event.cue.upperBound + 40)) {
      if quoteOf[at] >= 0 { continue }
      if text.lexemes[at].kind == .mark { return nil }
      guard ["in", "via", "on"].contains(text.key(at)), text.word(at + 1).contains(.determiner), quoteOf[at] < 0 else {
        continue
      }
      for head in at + 2..<max(at + 2, min(sentence.upperBound, at + 6)) where Self.outlets.contains(text.key(head)) {
        return at + 1..<head + 1
      }
    }
    return nil
  }

  /// "In a statement before the bombing, …", "Speaking in the capital, …".
  private func openingChannel(_ sentence: Range<Int>, _ event: Event) -> Range<Int>? {
    guard event.place == .before, event.channel.isEmpty, event.tag.lowerBound > sentence.lowerBound + 2 else {
      return nil
    }
    let isSpeaking = text.key(sentence.lowerBound) == "speaking"
    guard isSpeaking || ["in", "on", "at"].contains(text.key(sentence.lowerBound)) else { return nil }
    var end = sentence.lowerBound + 1
    while end < min(event.tag.lowerBound, sentence.lowerBound + 14), text.mark(end) != .comma { end += 1 }
    guard text.mark(end) == .comma else { return nil }
    if isSpeaking {
      if text.mark(end + 2) == .comma, end + 2 < event.tag.lowerBound { end += 2 }
      return sentence.lowerBound..<end
    }
    guard
      (sentence.lowerBound..<end).contains(where: {
        Self.outlets.contains(text.key($0)) || text.key($0) == "conference"
      })
    else { return nil }
    return sentence.lowerBound + 1..<end
  }
}

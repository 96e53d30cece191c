import StemmaModel

/// Speakers and their verbs: "X said", "said X", ", saying", "the report put".
extension AttributionRecognizer {
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

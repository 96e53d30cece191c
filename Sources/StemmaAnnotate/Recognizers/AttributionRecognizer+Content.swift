import StemmaModel

/// What a cue governs: the words, the hearer, and the time and place between.
extension AttributionRecognizer {
  func govern(_ event: inout Event, _ verb: Lexeme, _ isInverted: Bool, _ sentence: Range<Int>) -> Bool {
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
    if isInverted { at = behindSpeaker(at, sentence, &event) }
    let afterHearer = at
    let isObject = verb.word.contains(.speaksOf)
    // "said on Friday in Juba that", "stated at the forum that", "said in a statement"
    let (adjunctEnd, that) = adjuncts(at, sentence, &event)
    let ends = adjunctEnd >= sentence.upperBound || isEnd(adjunctEnd, sentence)
    if that {
      event.content = adjunctEnd..<contentEnd(adjunctEnd, sentence, event)
    } else if text.mark(adjunctEnd) == .colon {
      event.content = adjunctEnd + 1..<contentEnd(adjunctEnd + 1, sentence, event)
    } else if ends || isInverted || closesQuote(event, verb, sentence) {
      return after(&event, at: isInverted ? at : ends ? adjunctEnd : tagEnd(adjunctEnd, sentence), sentence)
    } else if text.mark(adjunctEnd) == .comma {
      if !event.isRelay, reportsBefore(event, sentence) { return after(&event, at: adjunctEnd, sentence) }
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
    // "agreed to send", "asked not to be named": a wish, not words; but "vowed to return" is said.
    let start = event.content.lowerBound
    let isInfinitive = text.key(start) == "to" || text.key(start) == "not" && text.key(start + 1) == "to"
    if isInfinitive || event.addressee == "not", tells || !isObject {
      return event.addressee != nil && event.addressee != "not"
    }
    // An object alone, as in "reported the matter", is no speech for verbs of saying.
    if !isObject, !tells, !that, quoteOf[event.content.lowerBound] < 0,
      !event.content.contains(where: { isClauseVerb($0) }), text.mark(event.content.lowerBound - 1) != .colon
    {
      // "reported a loss of 4 million" says so much.
      return event.content.contains { quoteOf[$0] >= 0 || text.lexemes[$0].kind == .number } || verb.key == "said"
    }
    return true
  }

  /// `…," said Jane Roe, who keeps the lock, before the press`: past what is said of the speaker, to hearer and channel.
  func behindSpeaker(_ start: Int, _ sentence: Range<Int>, _ event: inout Event) -> Int {
    var at = start
    for _ in 0..<3 where text.mark(at) == .comma && at + 1 < sentence.upperBound && quoteOf[at] < 0 {
      let opener = text.key(at + 1)
      if ["before", "in", "to", "during", "via", "on", "at"].contains(opener) {
        let (end, _) = adjuncts(at + 1, sentence, &event)
        // Only time and place before the end or the next comma.
        guard end > at + 1, end >= sentence.upperBound || text.lexemes[end].kind == .mark else { return start }
        at = end
      } else {
        var end = at + 1
        while end < min(sentence.upperBound, at + 18), text.mark(end) != .comma, quoteOf[end] < 0 { end += 1 }
        guard text.mark(end) == .comma, quoteOf[end] < 0, end + 1 < sentence.upperBound,
          ["before", "in", "to", "during"].contains(text.key(end + 1))
        else { return at == start ? start : at }
        at = end
      }
    }
    return at
  }

  /// `"We were lucky," Roe said with a shrug`: a tag right behind marks belongs to them, whatever follows.
  private func closesQuote(_ event: Event, _ verb: Lexeme, _ sentence: Range<Int>) -> Bool {
    let before = event.tag.lowerBound - 1
    return before >= sentence.lowerBound && quoteOf[before] >= 0
      && marks[quoteOf[before]].outer.upperBound == before + 1
      && !verb.word.isDisjoint(with: [.says, .tells]) && verb.word.isDisjoint(with: [.speechParticiple])
  }

  /// The comma or the end behind a tag.
  private func tagEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var at = start
    while at < sentence.upperBound, text.mark(at) != .comma || quoteOf[at] >= 0 { at += 1 }
    return at
  }

  /// `The road had been shut, she said, "for good"`: whether a clause of reported words stands before the tag.
  private func reportsBefore(_ event: Event, _ sentence: Range<Int>) -> Bool {
    let end = event.tag.lowerBound
    guard end - sentence.lowerBound > 4, text.mark(end - 1) == .comma, !hasContentBefore(event, sentence) else {
      return false
    }
    let first = text.lexemes[sentence.lowerBound]
    guard first.kind == .word, first.word.isDisjoint(with: [.preposition, .subordinator, .conjunction, .adverb]),
      !first.key.hasSuffix("ing"), !first.key.hasSuffix("ed")
    else { return false }
    return (sentence.lowerBound + 1..<end - 1).contains {
      !text.isCapital($0) && !text.word($0).isDisjoint(with: [.auxiliary, .verb])
    }
  }

  func isClauseVerb(_ at: Int) -> Bool {
    let lexeme = text.lexemes[at]
    guard lexeme.kind == .word, quoteOf[at] < 0 else { return quoteOf[at] >= 0 }
    return !lexeme.word.isDisjoint(with: .finite) || lexeme.key.hasSuffix("ed") && lexeme.key.utf8.count > 4
      || lexeme.key.hasSuffix("ing") && lexeme.key.utf8.count > 5
  }

  func hasContentBefore(_ event: Event, _ sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<event.tag.lowerBound).contains { quoteOf[$0] >= 0 }
  }

  /// A tag behind, or in the middle of, what is said.
  func after(_ event: inout Event, at: Int, _ sentence: Range<Int>) -> Bool {
    event.place = .after
    var start = sentence.lowerBound
    start = behindDateline(start, sentence)
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

  /// "NORTHPORT (AFP) - ": where and whose, no part of what is said.
  private func behindDateline(_ start: Int, _ sentence: Range<Int>) -> Int {
    guard text.lexemes[start].shape.contains(.allCapitals) else { return start }
    for at in start + 1..<max(start + 1, min(sentence.upperBound - 1, start + 9)) where text.mark(at) == .dash {
      return text.lexemes[at].shape.contains(.spaced) ? at + 1 : start
    }
    return start
  }

  /// "Too often, Roe said, the debate is …": what follows the tag goes on with what stood before it.
  func goesOn(_ at: Int, _ sentence: Range<Int>) -> Bool {
    let first = text.lexemes[at]
    guard quoteOf[at] < 0, first.kind != .mark, !first.key.hasSuffix("ing"),
      first.word.isDisjoint(with: [.conjunction, .subordinator]) || first.key == "that"
    else { return false }
    return (at..<min(sentence.upperBound, at + 14)).contains {
      !text.word($0).isDisjoint(with: [.auxiliary, .verb]) || text.key($0).hasSuffix("ed")
    }
  }

  /// The hearer after "told".
  func addressee(_ at: Int, _ sentence: Range<Int>) -> (String, Range<Int>, Int, Bool)? {
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
      // "told reporters 60 dogs had drowned"
      if end > at, lexeme.kind == .number || lexeme.word.contains(.number), text.isWord(end - 1),
        text.word(end - 1).isDisjoint(with: [.determiner, .preposition, .title]), !sawMention || end > at + 1
      {
        break
      }
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
  func adjuncts(_ start: Int, _ sentence: Range<Int>, _ event: inout Event) -> (Int, Bool) {
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
      if lexeme.key == "by" || lexeme.key == "over", Self.wires.contains(text.key(at + 1)) {
        at += 2
        continue
      }
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
      if isOnDay {
        event.noteOccasion(at..<end)
      } else {
        noteOccasion(at..<end, &event)
      }
      at = end
    }
    return (at, false)
  }

  static let wires: Set<String> = ["telephone", "phone", "email", "e-mail", "letter", "text", "fax", "radio"]
  /// Whom one speaks before.
  static let hearers: Set<String> = [
    "press", "judge", "court", "parliament", "congress", "senate", "committee", "commission", "reporters",
    "journalists", "deputies", "lawmakers", "senators", "audience", "crowd", "cameras", "supporters", "media",
    "assembly", "jury", "tribunal", "council", "delegates", "investors", "shareholders", "inquiry", "microphones",
  ]
  static let remarks: Set<String> = ["statements", "declarations", "remarks", "comments", "statement", "words"]
  static let occasions: Set<String> = [
    "forum", "summit", "rally", "parliament", "meeting", "congress", "conference", "hearing", "assembly", "panel",
    "seminar", "session", "gathering",
  ]
  static let outlets: Set<String> = [
    "statement", "interview", "letter", "tweet", "post", "report", "email", "e-mail", "speech", "address", "release",
    "article", "briefing",
    "communique", "communiqué", "message", "memo", "video", "filing", "twitter", "facebook", "telegram", "television",
    "radio", "note", "blog", "editorial",
    "instagram", "weibo", "x", "paper", "affidavit", "dispatch",
  ]

  func noteOccasion(_ range: Range<Int>, _ event: inout Event) {
    let body = range.lowerBound + 1..<range.upperBound
    guard !body.isEmpty else { return }
    if body.contains(where: { Self.occasions.contains(text.key($0)) || text.key($0) == "interview" }) {
      event.noteOccasion(range)
    }
    // "before the press in Northport", "in declarations to the agency"
    if text.key(range.lowerBound) == "before", event.addressee == nil {
      if body.contains(where: { Self.hearers.contains(text.key($0)) }) { event.addressee = text.words(body) }
      return
    }
    if event.addressee == nil, let to = body.first(where: { text.key($0) == "to" }), to + 1 < body.upperBound,
      Self.remarks.contains(text.key(to - 1))
    {
      event.addressee = text.words(to + 1..<body.upperBound)
      return
    }
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

  func isEnd(_ at: Int, _ sentence: Range<Int>) -> Bool {
    text.mark(at).endsSentence || text.mark(at) == .semicolon || text.mark(at) == .closeParenthesis
      || at == sentence.upperBound - 1 && text.lexemes[at].kind == .mark && text.mark(at) != .colon && quoteOf[at] < 0
  }

  /// Where the words governed from `start` on end: at the next tag, or with the sentence.
  func contentEnd(_ start: Int, _ sentence: Range<Int>, _ event: Event) -> Int {
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
          if text.lexemes[at].word.contains(.conjunction), !word.isDisjoint(with: .speech),
            word.isDisjoint(with: [.weakSpeech, .speechParticiple]),
            text.key(next).hasSuffix("ed") && !Self.appraisals.contains(text.key(next)) || text.key(next) == "said"
              || Self.appraisals.contains(text.key(next)) && isAppraisal(next, sentence)
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
  func tagAhead(_ at: Int, _ sentence: Range<Int>) -> Bool {
    for next in at..<max(at, min(sentence.upperBound, at + 10)) {
      if text.lexemes[next].kind == .mark { return false }
      if !text.word(next).isDisjoint(with: [.says, .tells]), text.word(next).isDisjoint(with: .weakSpeech) {
        return true
      }
    }
    return false
  }

  /// The end of `start..<end` without marks and conjunctions at its end.
  func trimmed(_ start: Int, _ end: Int) -> Int {
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
}

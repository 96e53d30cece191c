import StemmaModel

/// Reads the noun phrase that speaks: a name, a title, "two officials", "a report by the ministry", "he".
struct SourceReader {
  /// A speaker, and the lexemes of the phrase that names it.
  struct Phrase {
    var source: Draft.SourceDraft
    var lexemes: Range<Int>
    var pronoun: String?
  }

  private static let longestPhraseWords = 24

  let text: SegmentedText
  let book: EntityBook

  // MARK: before the verb

  /// The phrase that ends right before `end`, as the subject of a verb.
  func phrase(endingAt end: Int, in sentence: Range<Int>) -> Phrase? {
    var last = end - 1
    guard last >= sentence.lowerBound else { return nil }
    let floor = max(sentence.lowerBound, end - Self.longestPhraseWords)
    // "Roe (Northport) said", "Roe - author of a book - said"
    if text.mark(last) == .closeParenthesis || text.mark(last) == .dash {
      let opening: Mark = text.mark(last) == .dash ? .dash : .openParenthesis
      var open = last - 1
      while open > floor, text.mark(open) != opening { open -= 1 }
      guard text.mark(open) == opening, open > sentence.lowerBound else { return nil }
      last = open - 1
      if text.mark(last) == .comma { last -= 1 }
    }
    // "Jane Roe, the governor of Northport, said": back over what stands between commas.
    var hops = 0
    while last >= floor, text.mark(last) == .comma, hops < 3 {
      var comma = last - 1
      while comma >= floor, text.mark(comma) != .comma {
        if text.mark(comma) == .closeQuote || text.mark(comma) == .straightQuote { return nil }
        comma -= 1
      }
      guard comma > sentence.lowerBound, text.mark(comma) == .comma else {
        // One comma only: "On Friday, said" has no subject.
        return nil
      }
      // The name may stand in the apposition: "The governor of Northport, Jane Roe, said".
      if let person = person(in: comma + 1..<last),
        person.lexemes.lowerBound == comma + 1 || text.word(comma + 1).contains(.courtesy) || person.from == comma + 1
      {
        return named(person.entity, mention: person.lexemes, phrase: start(of: comma, floor)..<last)
      }
      // "Tom Ash's lawyer, Jane Roe, said": so may one that is only likely somebody's.
      if let person = book.mention(at: comma + 1), person.lexemes == comma + 1..<last,
        book.mention(at: comma - 1) == nil,
        book.entities[person.entity].mayBePerson, book.entities[person.entity].kind == .other,
        !text.word(comma - 1).isDisjoint(with: [.title, .people, .relation])
      {
        return named(person.entity, mention: person.lexemes, phrase: start(of: comma, floor)..<last)
      }
      // "The operator, Oleva Lines, said": so may a body's.
      if let body = book.mention(at: comma + 1), body.lexemes == comma + 1..<last,
        book.entities[body.entity].kind == .organization,
        text.word(comma - 1).isDisjoint(with: .people)
          || !text.word(comma - 1).isDisjoint(with: [.bodyRole, .bodyNoun]), book.mention(at: comma - 1) == nil
      {
        return named(body.entity, mention: body.lexemes, phrase: start(of: comma, floor)..<last)
      }
      last = comma - 1
      hops += 1
    }
    guard last >= sentence.lowerBound,
      text.isWord(last) || text.lexemes[last].kind == .number || text.mark(last) == .closeParenthesis
    else { return nil }
    // "one of them said": of those who were named last.
    if text.key(last) == "them", text.key(last - 1) == "of", last - 2 >= sentence.lowerBound,
      ["one", "some", "many", "most", "several", "two", "three", "another"].contains(text.key(last - 2))
    {
      let lexemes = last - 2..<last + 1
      return Phrase(
        source: Draft.SourceDraft(
          kind: .unnamed, name: text.words(lexemes), mention: text.bytesOf(lexemes), isPlural: true), lexemes: lexemes,
        pronoun: "they")
    }
    if text.word(last).contains(.pronoun) || ["which", "whom"].contains(text.key(last)), book.mention(at: last) == nil {
      return pronoun(last, sentence)
    }
    if let mention = book.mention(at: last), book.entities[mention.entity].kind == .person {
      return named(mention.entity, mention: mention.lexemes, phrase: mention.from..<last + 1)
    }
    // "an activist who spoke to doctors there later said": the one before "who".
    for relative in stride(from: last, through: max(floor, last - 14), by: -1) {
      if text.lexemes[relative].kind == .mark { break }
      if text.key(relative) == "who", relative > sentence.lowerBound, text.isWord(relative - 1), relative < last {
        return phrase(endingAt: relative, in: sentence)
      }
      if !text.word(relative).isDisjoint(with: [.says]), text.word(relative).isDisjoint(with: .weakSpeech),
        !text.isCapital(relative)
      {
        break
      }
    }
    let start = start(of: last + 1, floor)
    guard start <= last else { return nil }
    return phrase(start..<last + 1)
  }

  /// Before a verb that only speakers take, every noun phrase of one thing is one: "the coastguard said".
  func anySpeaker(endingAt end: Int, in sentence: Range<Int>) -> Phrase? {
    var end = end
    // "Two dockers, who asked not to be named, said"
    if end - 1 > sentence.lowerBound, text.mark(end - 1) == .comma {
      var comma = end - 2
      while comma > sentence.lowerBound, end - comma < 16, text.mark(comma) != .comma { comma -= 1 }
      guard text.mark(comma) == .comma, text.key(comma + 1) == "who" else { return nil }
      end = comma
    }
    let start = start(of: end, max(sentence.lowerBound, end - 8))
    guard start < end,
      text.word(start).contains(.determiner) || text.word(start).contains(.number) && text.key(end - 1).hasSuffix("s"),
      text.word(start).isDisjoint(with: .pronoun), end - start >= 2, text.isWord(end - 1)
    else { return nil }
    // The head stands before the first preposition.
    let head = (start + 1..<end).first { text.word($0).contains(.preposition) } ?? end
    let noun = text.lexemes[head - 1]
    guard head - 1 > start, noun.kind == .word,
      noun.word.isDisjoint(with: [.function, .timeUnit, .timeWord, .weekday, .month, .number, .ordinal, .adjective])
    else { return nil }
    let range = start..<end
    let isPlural = noun.key.hasSuffix("s") && !noun.key.hasSuffix("ss")
    let kind: Source.Kind = noun.word.isDisjoint(with: [.bodyNoun, .bodyRole]) ? .unnamed : .organization
    return Phrase(
      source: Draft.SourceDraft(
        kind: kind, name: text.words(range), mention: text.bytesOf(range), isPlural: isPlural), lexemes: range)
  }

  /// Where the noun phrase that ends before `end` begins.
  private func start(of end: Int, _ floor: Int) -> Int {
    var start = end
    while start > floor {
      let before = start - 1
      if let mention = book.mention(at: before) {
        start = max(floor, min(mention.lexemes.lowerBound, mention.from))
        continue
      }
      let lexeme = text.lexemes[before]
      guard
        lexeme.kind != .mark || lexeme.mark == .slash || lexeme.mark == .stop && text.word(before - 1).contains(.leads)
      else { break }
      if lexeme.word.contains(.conjunction) {
        // "officials and witnesses said", but not "and officials said".
        let left = before - 1
        guard lexeme.key == "and", left >= floor, !text.word(left).isDisjoint(with: [.people, .bodyNoun]),
          book.mention(at: start) != nil || text.word(start).contains(.people)
        else { break }
        start = before
        continue
      }
      let isFunction =
        !lexeme.word.isDisjoint(with: [.subordinator, .auxiliary, .pronoun, .weekday])
        && lexeme.word.isDisjoint(with: [.determiner, .preposition])
      let isVerb =
        !lexeme.word.isDisjoint(with: .finite)
        && lexeme.word.isDisjoint(with: [.weakSpeech, .people, .document, .title]) && !lexeme.isCapital
      if isFunction || isVerb { break }
      if lexeme.word.contains(.preposition),
        !["of", "for", "in", "at", "from", "by", "with", "inside", "on", "near"].contains(lexeme.key)
      {
        break
      }
      start = before
    }
    // A phrase does not begin with a preposition: "after the talks officials said".
    while start < end, text.word(start).contains(.preposition), book.mention(at: start) == nil {
      // "In Juba officials said": drop the preposition with its noun.
      start += 1
    }
    return start
  }

  private func pronoun(_ at: Int, _ sentence: Range<Int>) -> Phrase? {
    let key = text.key(at)
    switch key {
    case "he", "she", "they", "it", "we", "i":
      return Phrase(
        source: Draft.SourceDraft(kind: .unnamed, name: text.words(at..<at + 1), mention: text.lexemes[at].range),
        lexemes: at..<at + 1,
        pronoun: text.keyString(at))
    case "who", "which", "whom":
      // What stands before the comma: "the ministry, which said".
      var end = at
      if key == "whom" {  // "five workers, all of whom said"
        while end > sentence.lowerBound, at - end < 4, text.mark(end) != .comma { end -= 1 }
        end += 1
      }
      if text.mark(end - 1) == .comma { end -= 1 }
      guard end > sentence.lowerBound else { return nil }
      if let mention = book.mention(at: end - 1) {
        return named(mention.entity, mention: mention.lexemes, phrase: at..<at + 1)
      }
      let start = start(of: end, max(sentence.lowerBound, end - 10))
      // The head of the antecedent, else the nearest people in it.
      for head in stride(from: end - 1, through: max(sentence.lowerBound, start), by: -1)
      where text.word(head).contains(.people) {
        var first = head
        while first > start,
          !text.word(first - 1).isDisjoint(with: [.adjective, .number, .determiner]) || text.key(first - 1) == "aid"
        { first -= 1 }
        return Phrase(
          source: Draft.SourceDraft(
            kind: .unnamed, name: text.words(first..<head + 1), mention: text.bytesOf(first..<head + 1),
            isPlural: true),
          lexemes: at..<at + 1)
      }
      return start < end ? phrase(start..<end).map { Phrase(source: $0.source, lexemes: at..<at + 1) } : nil
    default: return nil
    }
  }

  // MARK: after a cue

  /// The phrase that begins at `start`, as after "according to" or "said".
  func phrase(startingAt start: Int, in sentence: Range<Int>) -> Phrase? {
    var at = start
    let limit = min(sentence.upperBound, start + Self.longestPhraseWords)
    while at < limit {
      let lexeme = text.lexemes[at]
      if let mention = book.mention(at: at) {
        at = mention.lexemes.upperBound
        continue
      }
      if lexeme.kind == .mark, !(lexeme.mark == .stop && text.word(at - 1).contains(.leads)), lexeme.mark != .slash {
        break
      }
      let isVerb =
        !lexeme.word.isDisjoint(with: .finite)
        && lexeme.word.isDisjoint(with: [.weakSpeech, .people, .document, .title])
      if isVerb || lexeme.word.contains(.subordinator) && !lexeme.word.contains(.preposition) && lexeme.key != "that" {
        break
      }
      if lexeme.word.contains(.weekday) || lexeme.key == "that" || lexeme.key == "but" { break }
      if lexeme.key == "on", text.word(at + 1).contains(.weekday) { break }
      if lexeme.key == "as" || lexeme.key == "after" || lexeme.key == "before" || lexeme.key == "during" { break }
      at += 1
    }
    guard at > start else { return nil }
    if at == start + 1, text.word(start).contains(.pronoun), book.mention(at: start) == nil {
      return pronoun(start, sentence)
    }
    var phrase = phrase(start..<at)
    // "said a government spokesman, Jane Roe": the name in the apposition.
    if let found = phrase, found.source.kind != .person, text.mark(at) == .comma,
      let mention = (at + 1..<at + 5).lazy.compactMap({ book.mention(at: $0) }).first, mention.from == at + 1,
      book.entities[mention.entity].kind == .person, !text.word(start).contains(.document),
      found.lexemes.contains(where: { !text.word($0).isDisjoint(with: [.people, .title]) })
    {
      phrase = named(mention.entity, mention: mention.lexemes, phrase: start..<mention.lexemes.upperBound)
    }
    return phrase
  }

  // MARK: what it is

  private func person(in lexemes: Range<Int>) -> EntityBook.Mention? {
    for at in lexemes {
      // "Roe's spokesman" is not Roe.
      if let mention = book.mention(at: at), book.entities[mention.entity].kind == .person,
        !text.lexemes[mention.lexemes.upperBound - 1].shape.contains(.possessive)
          || mention.lexemes.upperBound == lexemes.upperBound
      {
        return mention
      }
    }
    return nil
  }

  private func named(_ entity: Int, mention: Range<Int>, phrase: Range<Int>) -> Phrase {
    let entry = book.entities[entity]
    let isPerson = entry.kind == .person || entry.kind == .other && entry.mayBePerson
    let kind: Source.Kind = isPerson ? .person : entry.isAgency ? .agency : .organization
    return Phrase(
      source: Draft.SourceDraft(kind: kind, name: entry.name, mention: text.bytesOf(mention), entity: entity),
      lexemes: phrase)
  }

  /// What a whole noun phrase is; nil where it is nobody and nothing that speaks.
  private func phrase(_ lexemes: Range<Int>) -> Phrase? {
    var lexemes = lexemes
    while lexemes.count > 1, !text.word(lexemes.lowerBound).isDisjoint(with: [.adverb, .conjunction]),
      book.mention(at: lexemes.lowerBound) == nil
    {
      lexemes = lexemes.lowerBound + 1..<lexemes.upperBound
    }
    guard !lexemes.isEmpty else { return nil }
    // The head stands before the first preposition.
    let head =
      lexemes.first { text.word($0).contains(.preposition) && book.mention(at: $0) == nil && $0 > lexemes.lowerBound }
      ?? lexemes.upperBound
    func unnamed(_ kind: Source.Kind) -> Phrase {
      let last = text.key(head - 1)
      let isPlural =
        last.hasSuffix("s") && !last.hasSuffix("ss") || last == "people" || last == "police" || last.hasSuffix("men")
      return Phrase(
        source: Draft.SourceDraft(
          kind: kind, name: text.words(lexemes), mention: text.bytesOf(lexemes), isPlural: isPlural), lexemes: lexemes)
    }
    let front = lexemes.lowerBound..<head
    if front.contains(where: { text.word($0).contains(.reporter) && book.mention(at: $0) == nil }) {
      if let person = person(in: front) { return named(person.entity, mention: person.lexemes, phrase: lexemes) }
      let isAgency = front.contains { text.word($0).contains(.agency) && text.isCapital($0) }
      return unnamed(isAgency ? .agency : .reporter)
    }
    if let person = person(in: front) { return named(person.entity, mention: person.lexemes, phrase: lexemes) }
    let isMedia = front.contains {
      ["media", "newspaper", "newspapers", "television", "broadcaster", "radio"].contains(text.key($0))
    }
    let isAgency =
      front.contains { text.word($0).contains(.agency) && text.isCapital($0) }
      || front.contains { text.key($0) == "news" && text.key($0 + 1).hasPrefix("agenc") }
    let last = head - 1
    if text.word(last).contains(.people), book.mention(at: last) == nil {
      if isMedia { return unnamed(.agency) }
      if [
        "government", "army", "military", "police", "ministry", "company", "council", "agency", "group", "authorities",
        "firm", "union", "companies", "state", "team", "campaign", "office", "camp", "opposition", "coastguard",
        "operator", "regulator", "prosecution", "defence",
      ].contains(text.key(last)) {
        return unnamed(isAgency ? .agency : .organization)
      }
      if text.key(last).hasPrefix("report") || text.key(last) == "reports" { return unnamed(.document) }
      if front.contains(where: {
        text.word($0).contains(.agency) && text.isCapital($0) && ["witness", "witnesses"].contains(text.key(last))
      }) {
        return unnamed(.agency)
      }
      return unnamed(.unnamed)
    }
    if text.word(last).contains(.document) || text.word(last).contains(.document) && text.isCapital(last) {
      return unnamed(.document)
    }
    if isMedia || isAgency && head == lexemes.upperBound { return unnamed(.agency) }
    if isAgency { return unnamed(.agency) }
    if front.contains(where: { text.word($0).contains(.people) && book.mention(at: $0) == nil }) {
      return unnamed(.unnamed)
    }
    if let mention = book.mention(at: last) {
      let entry = book.entities[mention.entity]
      if entry.kind != .place || lexemes.count <= mention.lexemes.count + 1 {
        return named(mention.entity, mention: mention.lexemes, phrase: lexemes)
      }
    }
    if text.word(last).contains(.title), book.mention(at: last) == nil { return unnamed(.unnamed) }
    if !text.word(last).isDisjoint(with: [.bodyNoun, .bodyRole]) { return unnamed(.organization) }
    if text.key(last).hasSuffix("body") || text.key(last) == "one" || text.key(last) == "others"
      || text.key(last) == "many" || text.key(last) == "some"
    {
      return unnamed(.unnamed)
    }
    return nil
  }
}

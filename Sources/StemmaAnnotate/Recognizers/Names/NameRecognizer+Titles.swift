import StemmaModel

/// What a run is made of, and the titles that stand around it.
extension NameRecognizer {
  /// A run as a title and a name; a bare title gives nothing here.
  func cut(_ text: SegmentedText, _ run: Range<Int>, _ sentence: Sentence, _ isHeadline: Bool) -> [Run] {
    let lexemes = text.lexemes
    var name = run.lowerBound
    var hasTitle = false
    var gender: EntityBook.Gender?
    for at in run where at >= name {
      let word = lexemes[at]
      if word.word.contains(.courtesy)
        || word.mark == .stop && at > run.lowerBound && lexemes[at - 1].word.contains(.leads) && name == at
      {
        name = at + 1
        hasTitle = true
        if ["mr", "sir", "lord"].contains(word.key) { gender = .male }
        if ["mrs", "ms", "miss", "dame", "lady", "madam"].contains(word.key) { gender = .female }
      } else if word.word.contains(.title), !word.word.contains(.bodyNoun) || at == name, !isSurname(text, at, run) {
        // A title counts where only titles, demonyms and bodies stand before it.
        name = at + 1
        hasTitle = true
        if text.key(name) == "of", Self.offices.contains(text.key(name + 1)), name + 2 < run.upperBound { name += 2 }
      }
    }
    while name < run.upperBound, lexemes[name].mark != .none { name += 1 }
    if !hasTitle {
      name = run.lowerBound
      // "Danish Navy": a demonym before a body is part of its name; alone it is no name.
      if lexemes[run.upperBound - 1].word.contains(.demonym),
        lexemes[run.upperBound - 1].word.isDisjoint(with: [.place, .placeNoun])
      {
        return []
      }
    }
    if let first = firstName(text, name..<run.upperBound) { name = first }
    if name >= run.upperBound {
      // "Russian Prime Minister" and no name; but what stands before a title can be a body: "UNHCR Director".
      return []
    }
    var found: [Run] = []
    var person = Run(title: run.lowerBound..<name, name: name..<run.upperBound, isHeadline: isHeadline)
    person.gender = gender
    if hasTitle {
      person.kind = isBody(text, person.name) ? nil : .person
      let words = (run.lowerBound..<name).filter { !lexemes[$0].word.contains(.courtesy) && lexemes[$0].kind == .word }
      if let first = words.first, let last = words.last {
        person.titleWords = text.words(first..<last + 1)
        person.titleKeys = words.map { lexemes[$0].key }
      }
    }
    if person.titleWords == nil, !isHeadline { lowerCaseTitle(text, sentence, &person, &found) }
    if person.kind == nil, !isHeadline { apposition(text, sentence, &person) }
    if !isHeadline { relation(text, sentence, &person) }
    if person.kind == nil { person.kind = kind(text, person.name) }
    found.append(person)
    return found
  }

  /// "Republican Jane Roe", "Universe Jane Roe": where the first name stands behind a word or two that are no names.
  private func firstName(_ text: SegmentedText, _ name: Range<Int>) -> Int? {
    guard name.count > 2, text.word(name.lowerBound).isDisjoint(with: [.firstName, .bodyNoun, .placeNoun]) else {
      return nil
    }
    for at in name.dropFirst().dropLast().prefix(2) {
      let word = text.lexemes[at]
      guard word.kind == .word, word.isCapital else { return nil }
      if word.word.contains(.firstName), word.word.isDisjoint(with: .place) {
        let follows = text.lexemes[at + 1]
        let isName =
          follows.isCapital && follows.word.isDisjoint(with: [.bodyNoun, .placeNoun, .title])
          || follows.word.contains(.particle)
        let isLed = name.lowerBound..<at
        return isName
          && isLed.allSatisfy {
            Self.camps.contains(text.key($0)) || !text.word($0).isDisjoint(with: [.demonym, .place])
          }
          ? at : nil
      }
    }
    return nil
  }

  /// What people are called by before their names, of parties and prizes.
  private static let camps: WordSet = [
    "republican", "republicans", "democrat", "democrats", "democratic", "conservative", "conservatives", "labour",
    "labor",
    "tory", "liberal", "libertarian", "independent", "green", "communist", "socialist", "nationalist", "unionist",
    "universe", "world", "christian", "muslim", "jewish", "catholic", "buddhist", "hindu", "olympian", "nobel",
  ]

  /// "Martin Luther King Jr.", "the Department of Justice", "the Justice Department": no titles.
  private func isSurname(_ text: SegmentedText, _ at: Int, _ run: Range<Int>) -> Bool {
    var last = run.upperBound - 1
    while last > at, text.mark(last) == .stop || Self.suffixes.contains(text.key(last)) { last -= 1 }
    if at == last {
      if last < run.upperBound - 1, at == run.lowerBound { return true }
      if text.key(at - 1) == "of", at - 2 >= run.lowerBound, text.word(at - 2).contains(.bodyNoun) { return true }
      return (run.lowerBound..<at).contains {
        text.word($0).contains(.firstName) && text.word($0).isDisjoint(with: .place)
      }
    }
    return at + 1 == last && text.word(last).contains(.bodyNoun) && text.word(last).isDisjoint(with: .title)
  }

  /// "Northland's president Ada Roe", "Harbour Board spokesman Tom Ash".
  func lowerCaseTitle(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run, _ found: inout [Run]) {
    let end = run.title.lowerBound
    guard end > sentence.lexemes.lowerBound, text.word(end - 1).contains(.title), text.isWord(end - 1),
      !text.isCapital(end - 1) || end - 1 == sentence.lexemes.lowerBound, !isBody(text, run.name),
      !run.name.contains(where: { text.word($0).contains(.agency) })
    else { return }
    var start = end - 1
    while start > sentence.lexemes.lowerBound, end - start < Self.longestTitleWords {
      let before = text.lexemes[start - 1]
      guard before.kind == .word else { break }
      let fits =
        before.isCapital || !before.word.isDisjoint(with: [.title, .adjective]) || before.shape.contains(.possessive)
        || before.word.contains(.bodyNoun) || ["citizen", "army", "party", "opposition", "rebel"].contains(before.key)
      guard fits, before.word.isDisjoint(with: [.determiner, .preposition, .conjunction, .auxiliary]) else { break }
      start -= 1
    }
    run.title = start..<end
    run.titleWords = text.words(start..<end)
    run.titleKeys = (start..<end).map { text.lexemes[$0].key }
    run.kind = .person
  }

  /// "his wife, Jane Roe", "the daughter Jane": the word before tells that it is a person, and often which sort.
  func relation(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run) {
    guard !isBody(text, run.name) else { return }
    var before = run.title.lowerBound - 1
    if text.mark(before) == .comma { before -= 1 }
    guard before >= sentence.lexemes.lowerBound, text.isWord(before), !text.isCapital(before) else { return }
    let word = text.word(before)
    guard !word.isDisjoint(with: [.relation, .female, .male]), !text.lexemes[before].shape.contains(.possessive) else {
      return
    }
    run.kind = .person
    run.gender = run.gender ?? (word.contains(.female) ? .female : word.contains(.male) ? .male : nil)
  }

  /// "Jane Roe, the governor of Northport," and "The governor of Northport, Jane Roe,".
  func apposition(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run) {
    guard !isBody(text, run.name), !isPlaceByPreposition(text, run.name) else { return }
    var after = run.name.upperBound
    // "Jane Roe, 34, a teacher"
    if text.mark(after) == .comma, text.lexemes.indices.contains(after + 2), text.lexemes[after + 1].kind == .number,
      text.mark(after + 2) == .comma
    {
      after += 2
    }
    if text.mark(after) == .comma, after + 1 < sentence.lexemes.upperBound {
      let limit = min(sentence.lexemes.upperBound, after + 16)
      var at = after + 1
      var title: Int?
      while at < limit, text.mark(at) == .none || text.mark(at) == .slash {
        let word = text.lexemes[at]
        if title == nil,
          word.word.contains(.courtesy)
            || !word.word.isDisjoint(with: [.says, .tells]) && word.word.isDisjoint(with: .weakSpeech)
        {
          break
        }
        // An apposition begins as a noun phrase does, and the title is its head: "the mayor of", not "the
        // refugee camp".
        if at == after + 1, !word.isCapital, word.word.isDisjoint(with: [.determiner, .title, .adjective, .demonym]),
          !word.shape.contains(.possessive)
        {
          break
        }
        // "In Northport, Mayor Jane Roe": a capitalised title before a name is that name's.
        if word.isCapital, word.word.contains(.title), text.isCapital(at + 1),
          text.word(at + 1).isDisjoint(with: .title)
        {
          break
        }
        if title == nil, word.word.contains(.title), isHead(text, at) { title = at }
        if title == nil,
          at > after + 6
            || !word.word.isDisjoint(with: [.auxiliary, .subordinator, .conjunction, .preposition]) && word.key != "of"
        {
          break
        }
        if title != nil, !word.word.isDisjoint(with: [.says, .tells]), !word.word.contains(.weakSpeech) { break }
        if word.word.contains(.subordinator), word.key != "that" || title == nil, word.key != "since", word.key != "as"
        {
          break
        }
        at += 1
      }
      if let title, at > title {
        var first = after + 1
        if text.word(first).contains(.determiner), !text.lexemes[first].shape.contains(.possessive) { first += 1 }
        if first < at, at - first <= 14 {
          run.titleWords = text.words(first..<at)
          run.titleKeys = (first..<at).map { text.lexemes[$0].key }
          run.kind = .person
          return
        }
      }
    }
    // The title stands before, from the last determiner on.
    let before = run.title.lowerBound - 1
    guard before > sentence.lexemes.lowerBound, text.mark(before) == .comma else { return }
    var at = before - 1
    let limit = max(sentence.lexemes.lowerBound, before - 9)
    var hasTitle = false
    while at >= limit {
      let word = text.lexemes[at]
      if word.kind == .mark { return }
      if word.word.contains(.auxiliary) || word.word.contains(.verb) && !word.word.contains(.title) { return }
      if word.word.contains(.title) { hasTitle = true }
      if hasTitle, word.word.contains(.determiner) {
        run.titleWords = text.words(at + 1..<before)
        run.titleKeys = (at + 1..<before).map { text.lexemes[$0].key }
        run.kind = .person
        return
      }
      at -= 1
    }
  }

  /// "in Maresk,": nobody is stood in.
  func isPlaceByPreposition(_ text: SegmentedText, _ name: Range<Int>) -> Bool {
    name.count == 1 && ["in", "near", "at"].contains(text.key(name.lowerBound - 1))
  }

  /// Whether a noun phrase ends with this word: no further noun follows.
  func isHead(_ text: SegmentedText, _ at: Int) -> Bool {
    let next = text.word(at + 1)
    return text.mark(at + 1) != .none
      || !next.isDisjoint(with: [.preposition, .conjunction, .subordinator, .title, .auxiliary])
      || text.isCapital(at + 1) || at + 1 >= text.lexemes.count
  }
}

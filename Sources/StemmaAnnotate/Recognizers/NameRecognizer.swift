import StemmaModel

/// Finds names by their capitals, tells people from bodies and places by what stands around, and joins a surname,
/// a first
/// name or a title to the fuller form the report has.
struct NameRecognizer {
  /// A run of capitalised words, cut into a title and a name.
  private struct Run {
    var title: Range<Int>
    var name: Range<Int>
    var titleWords: String?
    var titleKeys: [WordKey] = []
    var kind: Entity.Kind?
    var gender: EntityBook.Gender?
    var isHeadline: Bool
  }

  private static let longestNameWords = 10
  private static let longestTitleWords = 8
  /// More people of one surname, or more people with titles, than any report has: a bound on work.
  private static let mostNamesakes = 64

  private let lexicon: Lexicon

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  func recognize(in text: inout SegmentedText) -> EntityBook {
    var runs: [Run] = []
    let capitalInside = wordsCapitalisedInside(text)
    for sentence in text.sentences.indices {
      collect(text, text.sentences[sentence], capitalInside, &runs)
    }
    var book = enter(runs, text)
    book.index(lexemes: text.lexemes.count)
    addTitlesThatStandAlone(text, &book)
    book.index(lexemes: text.lexemes.count)
    for sentence in text.sentences {
      for at in sentence.lexemes where text.lexemes[at].kind == .word {
        let isInside = text.lexemes[at].isCapital && at > sentence.lexemes.lowerBound
        text.lexemes[at].isName = book.mentionOf[at] >= 0 || isInside && !isHeadline(text, sentence)
      }
    }
    return book
  }

  // MARK: runs

  private func wordsCapitalisedInside(_ text: SegmentedText) -> Set<WordKey> {
    var found: Set<WordKey> = []
    for sentence in text.sentences where !isHeadline(text, sentence) {
      for at in sentence.lexemes.dropFirst() where text.lexemes[at].isCapital && !text.lexemes[at - 1].mark.isQuote {
        found.insert(text.lexemes[at].key)
      }
    }
    return found
  }

  /// In headlines a capital says little.
  private func isHeadline(_ text: SegmentedText, _ sentence: Sentence) -> Bool {
    guard text.passages[sentence.passage].kind == .title || text.passages[sentence.passage].kind == .subheading else {
      return false
    }
    let words = sentence.lexemes.filter { text.lexemes[$0].kind == .word && text.lexemes[$0].key.utf8.count > 3 }
    return words.count { text.lexemes[$0].isCapital } * 2 > words.count
  }

  private func collect(_ text: SegmentedText, _ sentence: Sentence, _ inside: Set<WordKey>, _ runs: inout [Run]) {
    let isHeadline = isHeadline(text, sentence)
    var at = sentence.lexemes.lowerBound
    while at < sentence.lexemes.upperBound {
      guard begins(text, at, sentence, inside, isHeadline) else {
        at += 1
        continue
      }
      let end = self.end(text, at, sentence, isHeadline, inside)
      runs.append(contentsOf: cut(text, at..<end, sentence, isHeadline))
      at = end
    }
  }

  private func begins(
    _ text: SegmentedText, _ at: Int, _ sentence: Sentence, _ inside: Set<WordKey>, _ isHeadline: Bool
  ) -> Bool {
    let word = text.lexemes[at]
    guard word.kind == .word, word.isCapital, word.word.isDisjoint(with: [.weekday]), word.key != "i" else {
      return false
    }
    if word.word.contains(.month) { return false }
    // "Oslo-based" is no name.
    if word.shape.contains(.hyphenated), let last = word.key.parts.last, Self.compounds.contains(last) {
      return false
    }
    if word.word.contains(.pronoun), !word.shape.contains(.allCapitals) { return false }
    let known: WordClass = [.title, .demonym, .place, .agency, .firstName, .courtesy]
    if isHeadline { return inside.contains(word.key) || !word.word.isDisjoint(with: [.place, .agency, .courtesy]) }
    let isFirst = at == sentence.lexemes.lowerBound || text.mark(at - 1).isQuote || text.mark(at - 1) == .colon
    guard isFirst else {
      return word.word.isDisjoint(with: [.determiner, .conjunction]) || word.shape.contains(.allCapitals)
    }
    if !word.word.isDisjoint(with: [
      .determiner, .preposition, .conjunction, .subordinator, .auxiliary, .adverb, .number,
    ]) {
      return false
    }
    if !word.word.isDisjoint(with: known) || word.shape.contains(.possessive) || word.shape.contains(.dotted) {
      return true
    }
    if word.word.contains(.commonOpener) { return inside.contains(word.key) && text.isCapital(at + 1) }
    if inside.contains(word.key) || word.shape.contains(.allCapitals) { return true }
    // "Jonathan Hutson, a spokesman": two capitals in a row at the start of a sentence.
    if text.isCapital(at + 1), text.word(at + 1).isDisjoint(with: [.weekday, .month, .demonym]) { return true }
    return !word.word.isDisjoint(with: .bodyNoun)
      ? false
      : speechFollows(text, at + 1)
        || word.word.isEmpty && (Self.deeds.contains(text.key(at + 1)) || text.word(at + 1).contains(.speaksOf))
  }

  private static let compounds: WordSet = [
    "based", "led", "backed", "born", "run", "style", "made", "held", "controlled", "area", "can", "or",
  ]
  private static let deeds: WordSet = [
    "thanked", "met", "visited", "arrived", "travelled", "traveled", "signed", "resigned", "joined", "attended",
    "voted", "won", "appeared",
    "spoke", "flew", "left", "returned", "hosted", "invited", "chaired", "succeeded", "promised", "ordered",
  ]

  private func speechFollows(_ text: SegmentedText, _ at: Int) -> Bool {
    !text.word(at).isDisjoint(with: [.says, .tells]) && !text.isCapital(at) && !text.word(at).contains(.weakSpeech)
  }

  private func end(
    _ text: SegmentedText, _ start: Int, _ sentence: Sentence, _ isHeadline: Bool, _ inside: Set<WordKey>
  ) -> Int {
    var at = start + 1
    let limit = min(sentence.lexemes.upperBound, start + Self.longestNameWords)
    while at < limit {
      let before = text.lexemes[at - 1]
      if before.shape.contains(.possessive) { break }
      let word = text.lexemes[at]
      if word.mark == .stop, !word.shape.contains(.spaced), at + 1 < limit, text.isCapital(at + 1) {
        // "Mr. Roe", "Jane A. Roe"
        let isInitial = before.range.count == 1 && before.isCapital
        guard isInitial || before.word.contains(.leads) else { break }
        at += 1
        continue
      }
      // "People's" with the apostrophe behind: "the Workers' Party".
      if word.mark == .straightSingle || word.mark == .closeSingle, !word.shape.contains(.spaced),
        before.key.hasSuffix("s"), at + 1 < limit, text.isCapital(at + 1),
        text.lexemes[at + 1].shape.contains(.spaced),
        text.word(at + 1).contains(.bodyNoun) || text.word(at + 2).contains(.bodyNoun)
      {
        at += 1
        continue
      }
      guard word.kind == .word else { break }
      if word.isCapital {
        // "told Roe China would": the hearer, then what is said.
        if at == start + 1, word.word.contains(.place), text.word(start - 1).contains(.tells),
          before.word.isDisjoint(with: [.place, .placeNoun, .bodyNoun, .agency])
        {
          break
        }
        if !word.word.isDisjoint(with: [.weekday, .month]) && before.mark == .none && !word.word.contains(.firstName) {
          break
        }
        if isHeadline, !inside.contains(word.key), word.word.isDisjoint(with: [.place, .agency, .firstName, .title]) {
          break
        }
        if isHeadline, !word.word.isDisjoint(with: [.says, .tells, .speaksOf]), !word.word.contains(.title) { break }
        at += 1
        continue
      }
      // "Great Hall of the People", "Republic of Northland"
      if word.key == "of", !before.word.isDisjoint(with: [.bodyNoun, .placeNoun, .title]) || before.key == "hall" {
        let next = text.key(at + 1) == "the" ? at + 2 : at + 1
        let isTitle = before.word.contains(.title) && !before.word.contains(.bodyNoun)
        guard next < limit, text.isCapital(next), !isTitle else { break }
        at = next + 1
        continue
      }
      if word.word.contains(.particle), at + 1 < limit, text.isCapital(at + 1), !word.word.contains(.preposition) {
        at += 2
        continue
      }
      // "Karim al-Masri"
      if word.shape.contains(.hyphenated), word.key.hasPrefix("al-") || word.key.hasPrefix("el-") {
        at += 1
        continue
      }
      break
    }
    return at
  }

  /// A run as a title and a name; a bare title gives nothing here.
  private func cut(_ text: SegmentedText, _ run: Range<Int>, _ sentence: Sentence, _ isHeadline: Bool) -> [Run] {
    let lexemes = text.lexemes
    var name = run.lowerBound
    var hasTitle = false
    var gender: EntityBook.Gender?
    for at in run {
      let word = lexemes[at]
      if word.word.contains(.courtesy)
        || word.mark == .stop && at > run.lowerBound && lexemes[at - 1].word.contains(.leads) && name == at
      {
        name = at + 1
        hasTitle = true
        if ["mr", "sir", "lord"].contains(word.key) { gender = .male }
        if ["mrs", "ms", "miss", "dame", "lady", "madam"].contains(word.key) { gender = .female }
      } else if word.word.contains(.title), !word.word.contains(.bodyNoun) || at == name,
        !(at == run.upperBound - 1 && at > name && lexemes[at - 1].word.contains(.firstName))
      {
        // A title counts where only titles, demonyms and bodies stand before it.
        name = at + 1
        hasTitle = true
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

  /// "Northland's president Ada Roe", "Harbour Board spokesman Tom Ash".
  private func lowerCaseTitle(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run, _ found: inout [Run]) {
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
  private func relation(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run) {
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
  private func apposition(_ text: SegmentedText, _ sentence: Sentence, _ run: inout Run) {
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
  private func isPlaceByPreposition(_ text: SegmentedText, _ name: Range<Int>) -> Bool {
    name.count == 1 && ["in", "near", "at"].contains(text.key(name.lowerBound - 1))
  }

  /// Whether a noun phrase ends with this word: no further noun follows.
  private func isHead(_ text: SegmentedText, _ at: Int) -> Bool {
    let next = text.word(at + 1)
    return text.mark(at + 1) != .none
      || !next.isDisjoint(with: [.preposition, .conjunction, .subordinator, .title, .auxiliary])
      || text.isCapital(at + 1) || at + 1 >= text.lexemes.count
  }

  private func isBody(_ text: SegmentedText, _ name: Range<Int>) -> Bool {
    guard name.count > 1 else { return false }
    return name.contains { text.lexemes[$0].word.contains(.bodyNoun) && text.lexemes[$0].isCapital }
  }

  private func kind(_ text: SegmentedText, _ name: Range<Int>) -> Entity.Kind? {
    let last = text.lexemes[name.upperBound - 1]
    let first = text.lexemes[name.lowerBound]
    if name.contains(where: { text.lexemes[$0].word.contains(.agency) && text.lexemes[$0].isCapital }) {
      return .organization
    }
    if isBody(text, name) { return .organization }
    if name.contains(where: { text.lexemes[$0].word.contains(.place) }) {
      return name.count <= 2 || last.word.contains(.placeNoun) ? .place : .other
    }
    if last.word.contains(.placeNoun), name.count > 1 { return .place }
    let next = text.lexemes.indices.contains(name.upperBound) ? text.lexemes[name.upperBound] : nil
    if let next, next.word.contains(.placeNoun), !next.isCapital { return .place }
    if first.word.contains(.firstName), name.count > 1, name.count <= 4 { return .person }
    if first.shape.contains(.allCapitals), name.count == 1 { return .organization }
    if let next, next.word.contains(.bodyNoun), !next.isCapital { return .organization }
    if text.word(name.lowerBound - 1).contains(.preposition),
      ["in", "near", "at"].contains(text.key(name.lowerBound - 1))
    {
      return .place
    }
    return nil
  }

  // MARK: entities

  private func enter(_ runs: [Run], _ text: SegmentedText) -> EntityBook {
    var book = EntityBook()
    var byName: [[WordKey]: Int] = [:]
    // Persons by each word of their names, latest last.
    var byWord: [WordKey: [Int]] = [:]
    func keys(_ run: Run) -> [WordKey] {
      run.name.filter { text.lexemes[$0].kind == .word }.map { bare(text.lexemes[$0].key) }
    }

    // Surnames that stand alone beside a courtesy or a verb of speech vouch for the full name they are from.
    var alone: Set<WordKey> = []
    for run in runs where run.name.count == 1 {
      let at = run.name.lowerBound
      if run.kind == .person || Self.deeds.contains(text.key(at + 1)) || speechFollows(text, at + 1)
        || text.word(at - 1).contains(.says) && text.mark(at - 2).isQuote
      {
        if text.lexemes[at].word.isDisjoint(with: [.place, .agency, .demonym]) {
          alone.insert(bare(text.lexemes[at].key))
        }
      }
    }
    // "Roe" alone, behind no article, is how a report goes on about a person it has named in full.
    var surnames: Set<WordKey> = []
    for run in runs where run.name.count == 1 && !run.isHeadline {
      let at = run.name.lowerBound
      if text.lexemes[at].word.isEmpty, text.key(at - 1) != "the", text.word(at - 1).isDisjoint(with: .preposition) {
        surnames.insert(bare(text.lexemes[at].key))
      }
    }
    // First the full names, then what refers to them: a headline may have the surname before the body has the name.
    var entityOf = Array(repeating: -1, count: runs.count)
    for (at, run) in runs.enumerated() where run.name.count > 1 {
      let words = keys(run)
      var kind = run.kind
      let mayBePerson = (kind == nil || kind == .other) && words.count >= 2 && words.count <= 4
      let isVouched = alone.contains(words.last!) || alone.contains(words[0]) || surnames.contains(words.last!)
      if mayBePerson, isPerson(text, run, isVouched) { kind = .person }
      if let known = byName[words] {
        entityOf[at] = known
      } else {
        byName[words] = book.entities.count
        entityOf[at] = book.entities.count
        var entry = EntityBook.Entry(kind: kind ?? .other, name: shown(text, run.name), keys: words)
        entry.isAgency = run.name.contains { text.lexemes[$0].word.contains(.agency) }
        entry.mayBePerson =
          words.count <= 3 && run.name.allSatisfy { text.lexemes[$0].word.isEmpty }
          && text.key(run.name.lowerBound - 1) != "the"
        book.entities.append(entry)
      }
      if kind == .person, book.entities[entityOf[at]].kind == .other { book.entities[entityOf[at]].kind = .person }
      note(run, entityOf[at], &book)
      if book.entities[entityOf[at]].kind == .person {
        for word in words where byWord[word]?.last != entityOf[at] && byWord[word]?.count ?? 0 < Self.mostNamesakes {
          byWord[word, default: []].append(entityOf[at])
        }
      }
    }
    // A shorter form of a longer name of a person: "Karim Masri" of "Karim Adel al-Masri".
    var latest: [WordKey: Int] = [:]
    for (at, run) in runs.enumerated() {
      let words = keys(run)
      guard let first = words.first, let last = words.last else { continue }
      if run.name.count > 1 {
        if book.entities[entityOf[at]].kind == .person {
          latest[first] = entityOf[at]
          latest[last] = entityOf[at]
        }
        continue
      }
      let isPlaceOrBody =
        !text.lexemes[run.name.lowerBound].word.isDisjoint(with: [.place, .agency]) && run.kind != .person
      let candidates =
        isPlaceOrBody
        ? []
        : (byWord[last] ?? []).filter { book.entities[$0].keys.first == last || book.entities[$0].keys.last == last }
      if let entity = latest[last].flatMap({ candidates.contains($0) ? $0 : nil }) ?? candidates.first {
        entityOf[at] = entity
        note(run, entity, &book)
        continue
      }
      if let known = byName[words] {
        entityOf[at] = known
      } else {
        let kind = run.kind ?? (alone.contains(last) ? .person : .other)
        byName[words] = book.entities.count
        entityOf[at] = book.entities.count
        var entry = EntityBook.Entry(kind: kind, name: shown(text, run.name), keys: words)
        entry.isAgency = text.lexemes[run.name.lowerBound].word.contains(.agency)
        book.entities.append(entry)
      }
      if run.kind == .person { book.entities[entityOf[at]].kind = .person }
      note(run, entityOf[at], &book)
    }
    tellBodies(runs, entityOf, text, &book)
    for entity in book.entities.indices where book.entities[entity].kind == .person {
      tellGender(&book.entities[entity])
    }
    for (at, run) in runs.enumerated() where entityOf[at] >= 0 {
      if run.isHeadline, book.entities[entityOf[at]].kind == .other { continue }
      book.mentions.append(EntityBook.Mention(lexemes: run.name, entity: entityOf[at], from: run.title.lowerBound))
    }
    return book
  }

  /// What a report says of a name can tell that it is no person: "the operator, Oleva Lines", "Oleva Lines, which",
  /// "Oleva Lines said in a statement", "shares in Oleva Lines", "the Gazette".
  private func tellBodies(_ runs: [Run], _ entityOf: [Int], _ text: SegmentedText, _ book: inout EntityBook) {
    for (at, run) in runs.enumerated() where entityOf[at] >= 0 && !run.isHeadline {
      let entity = entityOf[at]
      guard book.entities[entity].kind == .other || book.entities[entity].kind == .person,
        book.entities[entity].title == nil, book.entities[entity].gender == nil,
        text.lexemes[run.name.lowerBound].word.isDisjoint(with: .firstName)
      else { continue }
      let end = run.name.upperBound
      let before = run.name.lowerBound - 1
      let isIntroduced =
        text.mark(before) == .comma && text.mark(end) == .comma && isBodyPhrase(text, before - 1)
        || isBodyWord(text, before) && text.isWord(before) && text.word(before - 1).contains(.determiner)
      let isExplained =
        text.mark(end) == .comma && text.word(end + 1).contains(.determiner)
        && (end + 2..<end + 6).contains { isBodyWord(text, $0) && !text.isCapital($0) && text.mark($0 + 1) != .none }
      let isThing = text.mark(end) == .comma && text.key(end + 1) == "which"
      let speaksInPaper =
        !text.word(end).isDisjoint(with: .says) && text.key(end + 1) == "in" && text.key(end + 2) == "a"
        && ["statement", "filing", "release", "communique", "communiqué"].contains(text.key(end + 3))
        && run.name.count > 1
      let isOwned = ["in", "of"].contains(text.key(before)) && text.key(before - 1) == "shares"
      if isIntroduced || isExplained || isThing || speaksInPaper || isOwned {
        book.entities[entity].kind = .organization
      }
      let told = text.key(before) == "the" ? before - 1 : before
      let isTold = text.word(told).contains(.tells) && text.isWord(told)
      if isTold, run.name.count == 1, book.entities[entity].kind == .other {
        book.entities[entity].kind = .organization
      }
    }
  }

  private func isBodyWord(_ text: SegmentedText, _ at: Int) -> Bool {
    !text.word(at).isDisjoint(with: [.bodyRole, .bodyNoun])
  }

  /// "The operator", and not "the head of the operator".
  private func isBodyPhrase(_ text: SegmentedText, _ head: Int) -> Bool {
    guard isBodyWord(text, head) else { return false }
    var at = head - 1
    while at > head - 4, text.isWord(at), text.word(at).isDisjoint(with: [.determiner, .preposition]) { at -= 1 }
    return text.word(at).contains(.determiner) && !text.word(at - 1).contains(.preposition)
  }

  private func tellGender(_ entry: inout EntityBook.Entry) {
    guard entry.gender == nil else { return }
    let said = entry.titleKeys.sorted().map(lexicon.classes)
    let given = entry.keys.first.map(lexicon.classes) ?? []
    for word in [given] + said {
      if word.contains(.female) != word.contains(.male) {
        entry.gender = word.contains(.female) ? .female : .male
        return
      }
    }
  }

  private func note(_ run: Run, _ entity: Int, _ book: inout EntityBook) {
    if let title = run.titleWords, !run.isHeadline {
      if book.entities[entity].title == nil { book.entities[entity].title = title }
      book.entities[entity].titleKeys.formUnion(run.titleKeys)
    }
    if let gender = run.gender { book.entities[entity].gender = gender }
  }

  private func isPerson(_ text: SegmentedText, _ run: Run, _ isVouched: Bool) -> Bool {
    if run.name.contains(where: { !text.lexemes[$0].word.isDisjoint(with: [.bodyNoun, .placeNoun, .demonym, .place]) })
    {
      return false
    }
    if isVouched || text.lexemes[run.name.lowerBound].word.contains(.firstName) { return true }
    let end = run.name.upperBound
    if text.mark(end) == .comma,
      text.key(end + 1) == "who"
        || text.lexemes.indices.contains(end + 2)
          && text.lexemes[end + 1].kind == .number && text.mark(end + 2) == .comma
    {
      return true
    }
    return speechFollows(text, end) || speechFollows(text, run.name.lowerBound - 1)
  }

  /// "al-Masri" and "Masri" are one surname.
  private func bare(_ key: WordKey) -> WordKey {
    key.hasPrefix("al-") || key.hasPrefix("el-") ? key.dropFirst(3) : key
  }

  /// The name as the report has it, without a possessive ending.
  private func shown(_ text: SegmentedText, _ name: Range<Int>) -> String {
    let range = text.bytesOf(name)
    guard text.lexemes[name.upperBound - 1].shape.contains(.possessive) else { return text.string(range) }
    var end = range.upperBound - 1  // the s
    while end > range.lowerBound, text.bytes[end - 1] >= 0x80 || text.bytes[end - 1] == 0x27 {
      end -= 1
      if text.bytes[end] == 0x27 || text.bytes[end] == 0xE2 { break }
    }
    return text.string(range.lowerBound..<end)
  }

  // MARK: titles alone

  /// "the Russian premier", "the governor": the one person of the report that has this title, else the last named.
  private func addTitlesThatStandAlone(_ text: SegmentedText, _ book: inout EntityBook) {
    var found: [EntityBook.Mention] = []
    var lastNamed: [Int: Int] = [:]
    let titled = book.entities.indices.filter {
      book.entities[$0].kind == .person && !book.entities[$0].titleKeys.isEmpty
    }
    .prefix(Self.mostNamesakes)
    for at in text.lexemes.indices {
      if let entity = book.entity(at: at), book.entities[entity].kind == .person { lastNamed[entity] = at }
      let head = text.lexemes[at]
      guard head.word.contains(.title), head.kind == .word, book.mentionOf[at] < 0, !head.word.contains(.adjective),
        !head.shape.contains(.possessive), head.key != "former", head.key != "minister" || text.key(at - 1) == "prime",
        text.mark(at + 1) != .none || !text.word(at + 1).contains(.title), book.mention(at: at + 1) == nil
      else { continue }
      var start = at
      while start > 0, at - start < 4, text.isWord(start - 1),
        !text.word(start - 1).isDisjoint(with: [.title, .demonym, .bodyNoun])
          || text.isCapital(start - 1) && book.mentionOf[start - 1] >= 0
      {
        start -= 1
      }
      // "Northland's president", "the president"
      let isOwned =
        start > 0 && text.lexemes[start - 1].shape.contains(.possessive)
        || text.lexemes[start].shape.contains(.possessive) && start < at
      let owner = text.lexemes[start].shape.contains(.possessive) ? start : start - 1
      if isOwned, text.isCapital(owner) {
        let chosen = titled.filter {
          book.entities[$0].titleKeys.contains(head.key) && !conflicts(book.entities[$0].titleKeys, text.key(owner))
        }
        if chosen.count == 1 { found.append(EntityBook.Mention(lexemes: at..<at + 1, entity: chosen[0], from: owner)) }
        continue
      }
      guard start > 0, text.key(start - 1) == "the",
        !text.word(at + 1).contains(.preposition) || text.key(at + 1) == "in" || text.key(at + 1) == "of"
      else { continue }
      // "the president of Northland": the country must not speak against it.
      let country =
        text.key(at + 1) == "of" && text.isCapital(at + 2) ? text.key(text.isCapital(at + 3) ? at + 3 : at + 2) : nil
      guard text.key(at + 1) != "of" || country != nil else { continue }
      let words = (start...at).map { text.lexemes[$0].key }
      let wanted = synonyms(words)
      // Two titles are one person's if the words of the reference are all among the person's.
      let candidates = titled.filter { entity in
        let keys = book.entities[entity].titleKeys
        guard wanted.allSatisfy({ $0.contains(where: keys.contains) }) else { return false }
        return country.map { !conflicts(keys, $0) } ?? true
      }
      let chosen =
        candidates.count == 1
        ? candidates[0] : candidates.filter { lastNamed[$0] != nil }.max { lastNamed[$0]! < lastNamed[$1]! }
      if let chosen { found.append(EntityBook.Mention(lexemes: start..<at + 1, entity: chosen, from: start - 1)) }
    }
    book.mentions.append(contentsOf: found.filter { mention in mention.lexemes.allSatisfy { book.mentionOf[$0] < 0 } })
  }

  /// Whether a title is of another country: "French president" and "Northland".
  private func conflicts(_ title: Set<WordKey>, _ country: WordKey) -> Bool {
    let said = title.filter { !lexicon.classes(of: $0).isDisjoint(with: [.demonym, .place]) }
    return !said.isEmpty && !said.contains { $0.prefix(4) == country.prefix(4) }
  }

  private func synonyms(_ words: [WordKey]) -> [[WordKey]] {
    words.compactMap { word in
      switch word {
      case "premier", "pm": ["premier", "minister", "pm"]
      case "prime": nil
      case "minister": ["minister", "premier", "pm"]
      case "leader": ["leader", "president", "minister", "premier", "chancellor", "chairman", "general"]
      case "official": ["official", "commissioner", "spokesman", "spokeswoman", "secretary", "director"]
      default: [word]
      }
    }
  }
}

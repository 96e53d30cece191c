import StemmaModel

/// Names that mean the same, joined: the surname, the first name, the acronym to the fuller form that the report has.
struct NameJoiner {
  private let text: SegmentedText
  private let lexicon: Lexicon
  var book = EntityBook()
  /// The entity of each run, -1 for none.
  private(set) var entityOf: [Int]
  private var byName: [[WordKey]: Int] = [:]
  /// Persons by each word of their names, in the order in which the report comes to name them.
  private var people: [WordKey: [Int]] = [:]
  /// Bodies by their initials: a report may have the letters in brackets, or simply go on with them.
  private var bodies: [WordKey: Int] = [:]
  /// Where a person was last named in full: the number of the run.
  private var namedInFull: [Int: Int] = [:]
  /// Words that stand alone where a person would, and so vouch for the full name they are from.
  private var alone: Set<WordKey> = []
  private var surnames: Set<WordKey> = []

  init(_ text: SegmentedText, _ lexicon: Lexicon, _ runs: [NameRecognizer.Run]) {
    self.text = text
    self.lexicon = lexicon
    entityOf = Array(repeating: -1, count: runs.count)
    let recognizer = NameRecognizer(lexicon: lexicon)
    for run in runs where run.name.count == 1 { vouch(run, recognizer) }
    // First the full names, then what refers to them: a headline may have the surname before the body has the name.
    let words = runs.map { keys($0) }
    let cores = words.map { core($0) }
    for (at, run) in runs.enumerated() where cores[at].count > 1 {
      entityOf[at] = full(run, words[at], cores[at], recognizer)
    }
    for (at, run) in runs.enumerated() {
      guard entityOf[at] < 0 else {
        if isPerson(book.entities[entityOf[at]].kind) { namedInFull[entityOf[at]] = at }
        continue
      }
      guard !cores[at].isEmpty else { continue }
      entityOf[at] = short(run, words[at], cores[at], recognizer)
    }
  }

  private func isPerson(_ kind: Entity.Kind?) -> Bool { kind == .person }

  // MARK: words

  private func keys(_ run: NameRecognizer.Run) -> [WordKey] {
    if run.name.count == 1 { return [bare(text.lexemes[run.name.lowerBound].key)] }
    return run.name.filter { text.lexemes[$0].kind == .word }.map { bare(text.lexemes[$0].key) }
  }

  /// The words that tell a person: without "von der", initials, "Jr."; "al-Masri" and "Masri" are one surname.
  private func core(_ words: [WordKey]) -> [WordKey] {
    func tells(_ word: WordKey) -> Bool {
      word.count > 1 && !NameRecognizer.suffixes.contains(word) && !lexicon.classes(of: word).contains(.particle)
    }
    guard words.count > 1, !words.allSatisfy(tells) else { return words }
    let core = words.filter(tells)
    return core.isEmpty ? words : core
  }

  private func bare(_ key: WordKey) -> WordKey {
    key.hasPrefix("al-") || key.hasPrefix("el-") ? key.dropFirst(3) : key
  }

  private mutating func vouch(_ run: NameRecognizer.Run, _ recognizer: NameRecognizer) {
    let at = run.name.lowerBound
    let word = text.lexemes[at].word
    if run.kind == .person || recognizer.actsAlone(text, at), word.isDisjoint(with: [.place, .agency, .demonym]) {
      alone.insert(bare(text.lexemes[at].key))
    }
    // "Roe" alone, behind no article, is how a report goes on about a person it has named in full.
    if !run.isHeadline, word.isEmpty, text.key(at - 1) != "the", text.word(at - 1).isDisjoint(with: .preposition) {
      surnames.insert(bare(text.lexemes[at].key))
    }
  }

  // MARK: full names

  private mutating func full(
    _ run: NameRecognizer.Run, _ words: [WordKey], _ core: [WordKey], _ recognizer: NameRecognizer
  ) -> Int {
    var kind = run.kind
    let mayBePerson =
      words.count <= 3
      && run.name.allSatisfy {
        text.lexemes[$0].word.isEmpty
          && (!text.lexemes[$0].shape.contains(.allCapitals) || text.lexemes[$0].key.count == 1)
      }
      && text.key(run.name.lowerBound - 1) != "the"
    if kind == nil || kind == .other, (2...4).contains(core.count), let last = core.last {
      let isVouched = alone.contains(last) || alone.contains(core[0]) || surnames.contains(last)
      // Two or three capitals that mean nothing else, behind no article and no preposition, are somebody's name.
      let isNameAlone =
        kind == nil && mayBePerson && !run.isHeadline && !text.word(run.name.lowerBound - 1).contains(.preposition)
      if recognizer.isPerson(text, run, isVouched) || isNameAlone { kind = .person }
    }
    let known = byName[words] ?? (isPerson(kind) ? samePerson(core, run) : nil)
    let entity = known ?? add(run, words, core, kind)
    if known == nil { book.entities[entity].mayBePerson = mayBePerson }
    if isPerson(kind), book.entities[entity].kind == .other { book.entities[entity].kind = .person }
    note(run, entity)
    if book.entities[entity].kind == .person {
      enter(entity, core)
    } else {
      noteInitials(run, entity)
    }
    return entity
  }

  private mutating func enter(_ person: Int, _ core: [WordKey]) {
    tellGender(person)
    for word in core where people[word]?.last != person && people[word]?.count ?? 0 < NameRecognizer.mostNamesakes {
      people[word, default: []].append(person)
    }
  }

  /// "Robert Scott" of "Robert C. Scott", "García Márquez" of "Luis García Márquez".
  private func samePerson(_ core: [WordKey], _ run: NameRecognizer.Run) -> Int? {
    (people[core[core.count - 1]] ?? []).last { entity in
      let full = book.entities[entity].core
      guard full.count >= core.count, full.last == core.last, agrees(entity, run) else { return false }
      if full.count == core.count { return full == core }
      var at = 0
      for word in full where at < core.count && word == core[at] { at += 1 }
      return at == core.count
    }
  }

  private mutating func add(
    _ run: NameRecognizer.Run, _ words: [WordKey], _ core: [WordKey], _ kind: Entity.Kind?
  ) -> Int {
    byName[words] = book.entities.count
    var entry = EntityBook.Entry(kind: kind ?? .other, name: text.name(run.name), keys: words, core: core)
    entry.isAgency = run.name.contains { text.lexemes[$0].word.contains(.agency) }
    book.entities.append(entry)
    return book.entities.count - 1
  }

  // MARK: what is short for them

  private mutating func short(
    _ run: NameRecognizer.Run, _ words: [WordKey], _ core: [WordKey], _ recognizer: NameRecognizer
  ) -> Int {
    let word = text.lexemes[run.name.lowerBound]
    // "in Houston", but "Houston sang" where the report has named Whitney Houston.
    let isPlaceOrBody =
      !word.word.isDisjoint(with: [.place, .agency]) && run.kind != .person
      && (word.word.contains(.agency) || text.word(run.name.lowerBound - 1).contains(.preposition)
        || text.word(run.name.upperBound).contains(.placeNoun))
    if !isPlaceOrBody, let entity = person(core[core.count - 1], run) {
      note(run, entity)
      return entity
    }
    if word.shape.contains(.allCapitals), run.kind != .person, let body = bodies[word.key] { return body }
    let known = byName[words]
    let isPerson =
      alone.contains(core[core.count - 1])
      || words.count > 1 && run.kind == nil && recognizer.isPerson(text, run, false)
    let entity = known ?? add(run, words, core, run.kind ?? (isPerson ? .person : .other))
    if run.kind == .person { book.entities[entity].kind = .person }
    note(run, entity)
    // "J. R. R. Tolkien" is full enough.
    if known == nil, words.count > 1, book.entities[entity].kind == .person { enter(entity, core) }
    return entity
  }

  /// The person whose first or last name it is: whom a courtesy does not gainsay, and of several the one last named in full
  /// before it.
  private func person(_ word: WordKey, _ run: NameRecognizer.Run) -> Int? {
    let bearers = (people[word] ?? []).filter { entity in
      let core = book.entities[entity].core
      // In "Luis García Márquez" the second word is a surname, too.
      return (core.first == word || core.last == word || core.count == 3) && agrees(entity, run)
    }
    guard bearers.count > 1 else { return bearers.first }
    let sure = run.gender == nil ? [] : bearers.filter { book.entities[$0].gender == run.gender }
    let meant = sure.isEmpty ? bearers : sure
    return meant.filter { namedInFull[$0] != nil }.max { namedInFull[$0]! < namedInFull[$1]! } ?? meant.first
  }

  private func agrees(_ entity: Int, _ run: NameRecognizer.Run) -> Bool {
    guard let gender = book.entities[entity].gender, let said = run.gender else { return true }
    return gender == said
  }

  /// "World Health Organization (WHO)", and the letters alone where they are those of a body with three words and more.
  private mutating func noteInitials(_ run: NameRecognizer.Run, _ entity: Int) {
    let words = run.name.filter { text.lexemes[$0].kind == .word }
    let capitals = words.filter { text.lexemes[$0].isCapital }
    guard capitals.count > 1, capitals.count <= 10 else { return }
    let end = run.name.upperBound
    if text.mark(end) == .openParenthesis, text.mark(end + 2) == .closeParenthesis, text.isWord(end + 1),
      text.lexemes[end + 1].shape.contains(.allCapitals)
    {
      let letters = text.key(end + 1)
      var at = 0
      for word in words where at < letters.count && text.key(word).utf8.first == letters.utf8[at] { at += 1 }
      if at == letters.count { bodies[letters] = bodies[letters] ?? entity }
    }
    guard capitals.count > 2, book.entities[entity].kind == .organization else { return }
    // "US Food and Drug Administration" is "FDA".
    let isNational = !text.word(capitals[0]).isDisjoint(with: [.place, .demonym])
    let initials = capitals.map { text.key($0).prefix(1).string }
    for from in 0..<(isNational && capitals.count > 3 ? 2 : 1) {
      let letters = WordKey(initials[from...].joined())
      bodies[letters] = bodies[letters] ?? entity
    }
  }

  // MARK: what is said of them

  private mutating func note(_ run: NameRecognizer.Run, _ entity: Int) {
    if let title = run.titleWords, !run.isHeadline {
      if book.entities[entity].title == nil { book.entities[entity].title = title }
      book.entities[entity].titleKeys.formUnion(run.titleKeys)
    }
    if let gender = run.gender { book.entities[entity].gender = gender }
  }

  /// By the first name, else by a title: "spokeswoman".
  mutating func tellGender(_ entity: Int) {
    let entry = book.entities[entity]
    guard entry.gender == nil else { return }
    for word in entry.keys.prefix(1) + entry.titleKeys.sorted() {
      let word = lexicon.classes(of: word)
      if word.contains(.female) != word.contains(.male) {
        book.entities[entity].gender = word.contains(.female) ? .female : .male
        return
      }
    }
  }
}

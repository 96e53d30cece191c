import StemmaModel

/// Names that mean the same, joined.
extension NameRecognizer {
  func enter(_ runs: [Run], _ text: SegmentedText) -> EntityBook {
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

  func note(_ run: Run, _ entity: Int, _ book: inout EntityBook) {
    if let title = run.titleWords, !run.isHeadline {
      if book.entities[entity].title == nil { book.entities[entity].title = title }
      book.entities[entity].titleKeys.formUnion(run.titleKeys)
    }
    if let gender = run.gender { book.entities[entity].gender = gender }
  }

  /// "al-Masri" and "Masri" are one surname.
  func bare(_ key: WordKey) -> WordKey {
    key.hasPrefix("al-") || key.hasPrefix("el-") ? key.dropFirst(3) : key
  }

  /// The name as the report has it, without a possessive ending.
  func shown(_ text: SegmentedText, _ name: Range<Int>) -> String {
    let range = text.bytesOf(name)
    guard text.lexemes[name.upperBound - 1].shape.contains(.possessive) else { return text.string(range) }
    var end = range.upperBound - 1  // the s
    while end > range.lowerBound, text.bytes[end - 1] >= 0x80 || text.bytes[end - 1] == 0x27 {
      end -= 1
      if text.bytes[end] == 0x27 || text.bytes[end] == 0xE2 { break }
    }
    return text.string(range.lowerBound..<end)
  }
}

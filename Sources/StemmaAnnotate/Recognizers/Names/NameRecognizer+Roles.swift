import StemmaModel

/// Titles that stand for a person the report has named: "the Russian premier", "the governor".
extension NameRecognizer {
  /// "the Russian premier", "the governor": the one person of the report that has this title, else the last named.
  func addTitlesThatStandAlone(_ text: SegmentedText, _ book: inout EntityBook) {
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
        if chosen.count == 1 {
          found.append(EntityBook.Mention(lexemes: min(at, owner + 1)..<at + 1, entity: chosen[0], from: owner))
        }
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
  func conflicts(_ title: Set<WordKey>, _ country: WordKey) -> Bool {
    let said = title.filter { !lexicon.classes(of: $0).isDisjoint(with: [.demonym, .place]) }
    return !said.isEmpty && !said.contains { $0.prefix(4) == country.prefix(4) }
  }

  func synonyms(_ words: [WordKey]) -> [[WordKey]] {
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

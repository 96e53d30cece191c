import StemmaModel

/// Person, body or place: by the words of a name, and by what the report says of it.
extension NameRecognizer {
  func isBody(_ text: SegmentedText, _ name: Range<Int>) -> Bool {
    guard name.count > 1 else { return false }
    return name.contains { text.lexemes[$0].word.contains(.bodyNoun) && text.lexemes[$0].isCapital }
  }

  func kind(_ text: SegmentedText, _ name: Range<Int>) -> Entity.Kind? {
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

  /// What a report says of a name can tell that it is no person: "the operator, Oleva Lines", "Oleva Lines, which",
  /// "Oleva Lines said in a statement", "shares in Oleva Lines", "the Gazette".
  func tellBodies(_ runs: [Run], _ entityOf: [Int], _ text: SegmentedText, _ book: inout EntityBook) {
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

  func isBodyWord(_ text: SegmentedText, _ at: Int) -> Bool {
    !text.word(at).isDisjoint(with: [.bodyRole, .bodyNoun])
  }

  /// "The operator", and not "the head of the operator".
  func isBodyPhrase(_ text: SegmentedText, _ head: Int) -> Bool {
    guard isBodyWord(text, head) else { return false }
    var at = head - 1
    while at > head - 4, text.isWord(at), text.word(at).isDisjoint(with: [.determiner, .preposition]) { at -= 1 }
    return text.word(at).contains(.determiner) && !text.word(at - 1).contains(.preposition)
  }

  func tellGender(_ entry: inout EntityBook.Entry) {
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

  func isPerson(_ text: SegmentedText, _ run: Run, _ isVouched: Bool) -> Bool {
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
}

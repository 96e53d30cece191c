import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// Holds one assertion against one sentence of a report.
struct Comparison {
  /// The share of the assertion's words, by weight, that a sentence must have to say it.
  static let leastWords = 0.7
  /// The share of all else at which a passage that differs is about the same, and at which one says a part of it.
  static let leastShared = 0.6
  static let leastPart = 0.5
  /// Sentences before and behind in which somebody may be named who is meant by "he".
  static let reach = 2

  let assertion: Assertion
  let report: AnnotatedReport
  let siglum: Siglum
  let statement: Int
  let names: StoryNames

  private var sentence: Statement { report.statements[statement] }
  private var claim: AnnotatedReport { assertion.claim }

  /// Nil where the sentence has little of the assertion.
  ///
  /// - Parameter isHeldSame: the collation has it as another wording of what says so: other words are then expected.
  func passage(_ likeness: inout WordLikeness, _ parser: inout Parser, isHeldSame: Bool = false) -> Passage? {
    var found = Alignment(parts: assertion.parts.count, tokens: claim.tokens.count)
    alignWords(&found, &likeness)
    alignNames(&found)
    let span = found.region(in: sentence, of: report)
    var tree = SentenceTree(sentence.tokens, of: report, by: &parser)
    tree.keys = report.tokens[sentence.tokens].map(\.key)
    alignNumbers(&found, tree)
    alignTimes(&found, tree)
    guard found.weight(assertion, .word) > 0 || !assertion.parts.contains(where: { $0.kind == .word }) else {
      return nil
    }
    let got = assertion.parts.indices.reduce(0.0) { $0 + found.worth[$1] * assertion.parts[$1].weight }
    guard got >= (isHeldSame ? 0.15 : 0.3) * assertion.weight else { return nil }

    var differences = found.differences
    let region = found.region(in: sentence, of: report) ?? span ?? sentence.tokens
    differences += opposites(found, &likeness)
    differences += denials(found, region, tree)
    differences += moods(found, region, tree)
    differences += scope(found, region)
    differences += roles(found, tree)
    if differences.isEmpty { differences += places(&found, tree) }
    let source = attribution(of: region)
    let (told, attributed) = attributions(found, region, source)
    differences += told

    var missing: [Int] = []
    var apart: Double = 0
    for (index, part) in assertion.parts.enumerated() where found.worth[index] < 0.4 {
      if found.conflicts.contains(index) { apart += part.weight } else { missing.append(index) }
    }
    let shared = assertion.weight > apart ? got / (assertion.weight - apart) : 0
    let words = share(found) { $0.kind == .word }
    let core = assertion.parts.indices.allSatisfy { !assertion.parts[$0].isCore || found.worth[$0] >= 0.4 }
    let hasStranger = isHeldSame && [Entity.Kind.person, .other].contains { stranger(ofKind: $0) != nil }
    let anchors = missing.allSatisfy {
      assertion.parts[$0].kind == .word
        || isHeldSame && assertion.parts[$0].kind == .name && !hasStranger
    }
    let stance: Passage.Stance
    if !differences.isEmpty {
      guard shared >= Self.leastShared, core || found.conflicts.contains(where: { assertion.parts[$0].isCore }) else {
        return nil
      }
      stance = .differs
    } else if anchors, attributed, isAttached(found, tree), isHeldSame || core && words >= Self.leastWords {
      stance = .says
    } else if shared >= Self.leastPart {
      stance = .partly
    } else {
      return nil
    }
    return Passage(
      stance: stance, place: Place(siglum, report.span(of: region)), tokens: sentence.tokens, coverage: min(1, shared),
      differences: differences, missing: missing.map { assertion.words(assertion.parts[$0]) },
      lacksAnchor: missing.contains { assertion.parts[$0].kind != .word }, source: source?.source.name,
      isByWording: isHeldSame && !(core && words >= Self.leastWords))
  }

  private func share(_ found: Alignment, _ chosen: (Assertion.Part) -> Bool) -> Double {
    var (all, got) = (0.0, 0.0)
    for (index, part) in assertion.parts.enumerated() where chosen(part) {
      all += part.weight
      got += part.weight * found.worth[index]
    }
    return all > 0 ? got / all : 1
  }

  // MARK: Words and names

  private func alignWords(_ found: inout Alignment, _ likeness: inout WordLikeness) {
    for (index, part) in assertion.parts.enumerated() where part.kind == .word || part.kind == .ordinal {
      let own = claim.tokens[part.tokens[0]]
      var best: (worth: Double, token: Int)?
      for token in sentence.tokens where report.tokens[token].kind != .mark {
        let other = report.tokens[token]
        let worth: Double
        if part.kind == .ordinal {
          worth = own.key == other.key ? 1 : 0
        } else {
          guard !FunctionWords.contains(other.key) else { continue }
          worth = likeness(own, other)
        }
        if worth > best?.worth ?? 0 { best = (worth, token) }
      }
      if let best { found.match(index, part.tokens[0], best.token, best.worth) }
    }
  }

  private func alignNames(_ found: inout Alignment) {
    for (index, part) in assertion.parts.enumerated() where part.kind == .name {
      let keys = part.tokens.map { claim.tokens[$0].key }
      var matched: [(Int, Int)] = []
      for (at, key) in zip(part.tokens, keys) {
        if let token = sentence.tokens.first(where: { isSameName(key, report.tokens[$0]) && !isOtherPlace($0, keys) }) {
          matched.append((at, token))
        }
      }
      if suffices(matched.map(\.0), part), isTogether(matched.map(\.1), part) {
        for (at, token) in matched { found.match(index, at, token, 1) }
        continue
      }
      if let near = named(keys, part) {
        found.worth[index] = near
        found.isNear[index] = true
        continue
      }
    }
  }

  private func isSameName(_ key: String, _ token: Token) -> Bool {
    token.kind != .mark && (token.key == key || token.isName && WordLikeness.areOfOnePlace(key, token.key))
  }

  /// "South Sudan" is not "Sudan".
  private func isOtherPlace(_ token: Int, _ keys: [String]) -> Bool {
    func parts(_ at: Int) -> Bool {
      report.tokens.indices.contains(at) && report.tokens[at].isName && Self.parting.contains(report.tokens[at].key)
        && !keys.contains(report.tokens[at].key)
    }
    if parts(token - 1) { return true }
    // "Upper" alone is not "Upper Nile".
    return keys.count == 1 && Self.parting.contains(keys[0])
      && report.tokens.indices.contains(token + 1) && report.tokens[token + 1].isName
  }

  private static let parting: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "upper", "lower", "great",
    "greater",
    "central",
  ]

  /// The words of a name that is no person's stand in order and near each other.
  private func isTogether(_ tokens: [Int], _ part: Assertion.Part) -> Bool {
    guard part.entity != .person, tokens.count > 1 else { return true }
    return zip(tokens, tokens.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 <= 4 }
  }

  /// A surname is enough for a person, unless the sentence has it with another first name; of others every word counts.
  private func suffices(_ matched: [Int], _ part: Assertion.Part) -> Bool {
    guard !matched.isEmpty else { return false }
    if matched.count == part.tokens.count { return true }
    guard part.entity == .person else {
      return part.tokens.allSatisfy { matched.contains($0) || !claim.tokens[$0].isName }
    }
    // What is known as a name by itself is no first name that may be left out.
    return matched.contains(part.tokens.last!)
      && part.tokens.allSatisfy {
        matched.contains($0) || !names.isName(claim.tokens[$0].key)
          || names.isFirstName(claim.tokens[$0].key, of: claim.tokens[part.tokens.last!].key)
      }
  }

  /// Who is meant by a pronoun, or is the speaker, is named before; a place or a body, where no other is named here.
  private func named(_ keys: [String], _ part: Assertion.Part) -> Double? {
    let last = keys.last!
    if assertion.attribution == nil, let source = attribution(of: sentence.tokens)?.source,
      source.kind == .person || source.kind == .organization,
      source.name.lowercased().split(separator: " ").contains(where: { $0 == last })
    {
      return 0.9
    }
    guard stranger(of: part) == nil else { return nil }
    let isPerson = part.entity == .person
    let hasPronoun = report.tokens[sentence.tokens].contains { Self.pronouns.contains($0.key) }
    if isPerson, !hasPronoun { return nil }
    let passage = sentence.passage
    for distance in 1...Self.reach {
      let near = statement - distance
      guard near >= 0 else { break }
      let other = report.statements[near]
      guard other.passage == passage || distance == 1 && isPerson else { break }
      let tokens = report.tokens[other.tokens]
      let isThere = keys.allSatisfy { key in tokens.contains { isSameName(key, $0) } }
      if isThere, !isPerson { return 0.6 }
      let own = report.names.filter { other.span.contains($0.span) && report.entities[$0.entity].kind == .person }
      // Somebody else beside him, or in between, may be who is meant.
      if isThere {
        return own.allSatisfy { report.entities[$0.entity].name.lowercased().contains(last) } ? 0.8 : nil
      }
      if isPerson,
        report.names.contains(where: { other.span.contains($0.span) && report.entities[$0.entity].kind == .person })
      {
        break
      }
    }
    return nil
  }

  private static let pronouns: Set<String> = [
    "he", "she", "his", "her", "him", "hers", "they", "their", "i", "we", "my", "our", "it", "its",
  ]

  /// A name of the same kind in the sentence that no part of the claim has.
  private func stranger(of part: Assertion.Part) -> TextSpan? {
    part.entity.flatMap { stranger(ofKind: $0) }
  }

  private func stranger(ofKind kind: Entity.Kind) -> TextSpan? {
    let own = Set(assertion.parts.filter { $0.kind == .name }.flatMap { $0.tokens.map { claim.tokens[$0].key } })
    return report.names.first { name in
      guard sentence.span.contains(name.span), Self.areOfOneKind(report.entities[name.entity].kind, kind) else {
        return false
      }
      let words = report.tokens[report.tokenRange(of: name.span)].map(\.key)
      let whole = report.entities[name.entity].name.lowercased().split(separator: " ").map(String.init)
      return !(words + whole).contains { own.contains($0) }
    }?.span
  }

  private static func areOfOneKind(_ a: Entity.Kind, _ b: Entity.Kind) -> Bool {
    a == b || a != .person && b != .person
  }

  // MARK: Numbers and times

  private func alignNumbers(_ found: inout Alignment, _ tree: SentenceTree) {
    let here = Amounts.all(of: report, in: sentence.span)
    var used: Set<TextSpan> = []
    for (index, part) in assertion.parts.enumerated() where part.kind == .amount {
      let own = assertion.amounts[part.index!]
      let ownFate = fate(own, claim, claim.tokens.indices)
      var rival: QuantityMention?
      for theirs in here where Amounts.areOfOneKind(own, theirs) && !used.contains(theirs.span) {
        let theirFate = ownFate == nil ? nil : fate(theirs, report, sentence.tokens)
        if let ownFate, let theirFate, theirFate != ownFate { continue }
        switch Amounts.compare(own, theirs) {
        case .same:
          let token = report.tokenRange(of: theirs.number).first ?? sentence.tokens.lowerBound
          if found.worth[index] < 1 { used.insert(theirs.span) }
          found.match(index, part.tokens[0], token, 1)
        case .vaguer: found.worth[index] = max(found.worth[index], 0.39)
        case .other:
          // In the place of the claim's number: of the same fate, of the same noun or of the same deed.
          if rival == nil, ownFate != nil && theirFate == ownFate || stands(theirs, for: part, found, tree) {
            rival = theirs
          }
        }
      }
      guard found.worth[index] < 0.39, let rival else { continue }
      differ(&found, index, .number, report.report.reading(rival.span))
    }
    for (index, part) in assertion.parts.enumerated() where part.kind == .clock {
      guard let minute = ClockTime.minute(at: part.tokens[0], in: claim.tokens) else { continue }
      for token in sentence.tokens where report.tokens[token].kind == .number {
        guard let other = ClockTime.minute(at: token, in: report.tokens) else { continue }
        if other == minute {
          found.conflicts.remove(index)
          found.match(index, part.tokens[0], token, 1)
          found.differences.removeAll { $0.claimed == assertion.words(part) }
        } else if found.worth[index] == 0, !found.conflicts.contains(index) {
          differ(&found, index, .date, report.report.reading(report.tokens[token].span))
        }
      }
    }
  }

  /// Whether an amount is of the noun, or of the deed, that the claim's number is of.
  private func stands(_ theirs: QuantityMention, for part: Assertion.Part, _ found: Alignment, _ tree: SentenceTree)
    -> Bool
  {
    guard let own = part.tokens.last(where: { claim.tokens[$0].kind != .mark }),
      let there = report.tokenRange(of: theirs.number).last
    else { return false }
    for (mine, other) in zip(assertion.tree.slots(of: own), tree.slots(of: there)) {
      if let mine, let other, found.tokens[mine] == other { return true }
    }
    return false
  }

  private func differ(_ found: inout Alignment, _ index: Int, _ kind: Passage.Difference.Kind, _ theirs: String) {
    found.conflicts.insert(index)
    let mine = assertion.words(assertion.parts[index])
    found.differences.append(
      Passage.Difference(kind: kind, claimed: mine, found: theirs, note: "\(siglum) has “\(theirs)”, not “\(mine)”."))
  }

  private func fate(_ amount: QuantityMention, _ report: AnnotatedReport, _ near: Range<Int>) -> Fate? {
    Fate.of(report.tokenRange(of: amount.span), within: near) { Fate(stem: WordStem.of(report.tokens[$0].key)) }
  }

  private func alignTimes(_ found: inout Alignment, _ tree: SentenceTree) {
    let here = report.times.filter { sentence.span.contains($0.span) }
    var used: Set<TextSpan> = []
    for (index, part) in assertion.parts.enumerated() where part.kind == .time {
      let own = claim.times[part.index!]
      let namesDay = part.tokens.contains { claim.tokens[$0].kind == .number }
      // Two times of the claim are two of the sentence.
      if let same = here.first(where: { !used.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .same }
      ) {
        used.insert(same.span)
        found.match(index, part.tokens[0], report.tokenRange(of: same.span).first ?? sentence.tokens.lowerBound, 1)
        continue
      }
      if let rival = here.first(where: {
        !used.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .other
          && isOfDeed($0, part, found, tree, alone: here.count == 1)
      }) {
        differ(&found, index, .date, report.report.reading(rival.span))
        continue
      }
      // Said once for what is told around it.
      let near = report.statements.indices.filter {
        abs($0 - statement) <= 1 && report.statements[$0].passage == sentence.passage
      }
      if used.isEmpty,
        near.contains(where: { at in
          at != statement
            && report.times.contains {
              report.statements[at].span.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .same
            }
        })
      {
        found.worth[index] = 0.6
      }
    }
  }

  /// Whether a time is that of the deed whose time the claim says.
  private func isOfDeed(
    _ time: TimeMention, _ part: Assertion.Part, _ found: Alignment, _ tree: SentenceTree, alone: Bool
  ) -> Bool {
    guard let own = part.tokens.last, let there = report.tokenRange(of: time.span).last else { return false }
    let deeds = ([assertion.tree.governor(of: own)] + assertion.tree.above(own).map { $0 }).compactMap { $0 }
    let matched = deeds.compactMap { found.tokens[$0] }
    if matched.isEmpty { return alone }
    return tree.above(there).prefix(while: { !tree.tag($0).isVerb }).contains(where: matched.contains)
      || tree.above(there).first { tree.tag($0).isVerb }.map(matched.contains) ?? false
  }

  // MARK: What turns the sense

  private func opposites(_ found: Alignment, _ likeness: inout WordLikeness) -> [Passage.Difference] {
    let matchedThere = Set(found.tokens.compactMap { $0 })
    for own in claim.tokens.indices where found.tokens[own] == nil && claim.tokens[own].kind == .word {
      guard !sentence.tokens.contains(where: { report.tokens[$0].key == claim.tokens[own].key }) else { continue }
      for token in sentence.tokens
      where !matchedThere.contains(token) && Opposites.exclude(claim.tokens[own].key, report.tokens[token].key) {
        // They stand in one place: beside words that both have.
        let near = claim.tokens.indices.contains { other in
          guard let there = found.tokens[other] else { return false }
          return abs(other - own) <= 4 && abs(there - token) <= 5
        }
        guard near else { continue }
        let (mine, theirs) = (
          claim.report.reading(claim.tokens[own].span), report.report.reading(report.tokens[token].span)
        )
        return [
          Passage.Difference(
            kind: .opposite, claimed: mine, found: theirs, note: "\(siglum) has “\(theirs)”, not “\(mine)”.")
        ]
      }
    }
    return []
  }

  /// The clauses that the matched words stand in.
  private func clauses(_ region: Range<Int>) -> Range<Int> {
    let touched = sentence.clauses.filter { $0.overlaps(region) }
    return (touched.first?.lowerBound ?? region.lowerBound)..<(touched.last?.upperBound ?? region.upperBound)
  }

  private func denials(_ found: Alignment, _ region: Range<Int>, _ tree: SentenceTree) -> [Passage.Difference] {
    let matched = Set(found.tokens.compactMap { $0 })
    let around = clauses(region)
    let wide = max(around.lowerBound, region.lowerBound - 4)..<min(around.upperBound, region.upperBound + 2)
    var differences: [Passage.Difference] = []
    if !assertion.disowns, !assertion.isDenied {
      let reach =
        max(sentence.tokens.lowerBound, region.lowerBound - 12)..<min(sentence.tokens.upperBound, region.upperBound + 5)
      if let token = reach.first(where: { token in
        guard !matched.contains(token),
          Markers.disowns(report.tokens[token].key) || Markers.isRumour(report.tokens[token].key)
        else { return false }
        return token >= region.lowerBound || governs(token, found, tree)
          || !report.tokens[token..<region.lowerBound].contains { $0.kind == .mark }
      }) {
        let word = report.report.reading(report.tokens[token].span)
        differences.append(
          Passage.Difference(kind: .denial, claimed: nil, found: word, note: "\(siglum) mentions it with “\(word)”."))
      }
    }
    let denying = wide.filter { Assertion.isDenial(at: $0, in: report.tokens, wide) && !isMatchedDenial($0, found) }
    if (denying.count % 2 == 1) != assertion.isDenied, differences.isEmpty {
      let word = denying.first.map { report.report.reading(report.tokens[$0].span) }
      differences.append(
        Passage.Difference(
          kind: .polarity, claimed: nil, found: word,
          note: assertion.isDenied
            ? "\(siglum) says that it is so, the claim that it is not."
            : "\(siglum) says “\(word ?? "not")”, the claim does not."))
    }
    return differences
  }

  /// "refused" in both.
  private func isMatchedDenial(_ token: Int, _ found: Alignment) -> Bool {
    guard let own = found.tokens.firstIndex(of: token) else { return false }
    return !Assertion.isDenial(at: own, in: claim.tokens, claim.tokens.indices)
  }

  private func moods(_ found: Alignment, _ region: Range<Int>, _ tree: SentenceTree) -> [Passage.Difference] {
    let matched = Set(found.tokens.compactMap { $0 })
    let around = clauses(region)
    let wide = max(sentence.tokens.lowerBound, min(region.lowerBound - 6, around.lowerBound))..<region.upperBound
    var theirs: (mood: Markers.Mood, token: Int)?
    for token in wide where !matched.contains(token) {
      guard let mood = Assertion.mood(at: token, in: report), governs(token, found, tree) else { continue }
      if mood > theirs?.mood ?? .plain { theirs = (mood, token) }
    }
    guard let theirs else {
      guard assertion.mood > .plain, assertion.mood != .wanted, !hasMatchedMood(found), !hasMood(assertion.mood) else {
        return []
      }
      return [
        Passage.Difference(
          kind: .certainty, claimed: nil, found: nil,
          note: "\(siglum) says it as a fact; the claim has it \(assertion.mood.words).")
      ]
    }
    guard theirs.mood != assertion.mood, !claim.tokens.contains(where: { $0.key == report.tokens[theirs.token].key })
    else { return [] }
    // "is expected to" and "will" are one, and so are "may" and "possibly".
    if assertion.mood > .plain, abs(theirs.mood.rawValue - assertion.mood.rawValue) == 1, theirs.mood != .wanted {
      return []
    }
    let word = report.report.reading(report.tokens[theirs.token].span)
    return [
      Passage.Difference(
        kind: .certainty, claimed: nil, found: word, note: "\(siglum) has it \(theirs.mood.words), with “\(word)”.")
    ]
  }

  /// Whether the sentence has a word of that mood anywhere: of what it is, is not told then.
  private func hasMood(_ mood: Markers.Mood) -> Bool {
    sentence.tokens.contains { Assertion.mood(at: $0, in: report) == mood }
  }

  private func hasMatchedMood(_ found: Alignment) -> Bool {
    claim.tokens.indices.contains { found.tokens[$0] != nil && Markers.mood(of: claim.tokens[$0].key) != nil }
  }

  /// Whether a marker is of what was matched: it hangs on the deed, or the deed on it, with no clause of its own in between.
  private func governs(_ token: Int, _ found: Alignment, _ tree: SentenceTree) -> Bool {
    let predicate = assertion.predicate.flatMap { assertion.parts[$0].tokens.first }.flatMap { found.tokens[$0] }
    let starts = predicate.map { [$0] } ?? found.tokens.compactMap { $0 }
    for start in starts where sentence.tokens.contains(start) {
      var at: Int? = start
      var steps = 0
      while let current = at, steps < 8 {
        if current == token { return true }
        if tree.dependents(of: current).contains(token) {
          return [.aux, .advmod, .mark, .discourse, .amod].contains(tree.relation(token)) || tree.head(current) == token
        }
        if [.relcl, .parataxis].contains(tree.relation(current)) { break }
        at = tree.head(current)
        steps += 1
      }
    }
    return false
  }

  private func scope(_ found: Alignment, _ region: Range<Int>) -> [Passage.Difference] {
    guard assertion.quantifier == 3 else { return [] }
    let around = clauses(region)
    let theirs = around.compactMap { Markers.quantifier(report.tokens[$0].key) }.max()
    guard theirs != 3 else { return [] }
    let word = claim.tokens.first { Markers.quantifier($0.key) == 3 }.map { claim.report.reading($0.span) } ?? "all"
    return [
      Passage.Difference(kind: .scope, claimed: word, found: nil, note: "\(siglum) does not say it of “\(word)”.")
    ]
  }

  /// Who did it to whom.
  private func roles(_ found: Alignment, _ tree: SentenceTree) -> [Passage.Difference] {
    let actors = assertion.parts.indices.filter {
      assertion.parts[$0].kind == .name && !found.isNear[$0] && found.worth[$0] > 0
    }
    for index in actors {
      let part = assertion.parts[index]
      guard let own = part.tokens.compactMap({ assertion.tree.part(of: $0) }).first, let deed = found.tokens[own.deed],
        let there = part.tokens.compactMap({ found.tokens[$0] }).compactMap({ tree.part(of: $0) }).first,
        there.deed == deed, there.part != own.part
      else { continue }
      return [role(part)]
    }
    // Two names on both sides of the deed, in the other order and without a passive.
    for (a, b) in zip(actors, actors.dropFirst()) {
      guard let predicate = assertion.predicate, let own = assertion.parts[predicate].tokens.first,
        let deed = found.tokens[own],
        let x = assertion.parts[a].tokens.last, let y = assertion.parts[b].tokens.first, x < own, own < y,
        let p = assertion.parts[a].tokens.compactMap({ found.tokens[$0] }).first,
        let q = assertion.parts[b].tokens.compactMap({ found.tokens[$0] }).first, q < deed, deed < p
      else { continue }
      let isPassive =
        report.tokens[deed..<p].contains { $0.key == "by" } || claim.tokens[own..<y].contains { $0.key == "by" }
      if !isPassive { return [role(assertion.parts[a])] }
    }
    return []
  }

  /// What stands where the claim has a name or a number: "the invasion of Ukraine" has somebody else in the place of "the
  /// invasion of China", though the sentence names China as well.
  private func places(_ found: inout Alignment, _ tree: SentenceTree) -> [Passage.Difference] {
    for (index, part) in assertion.parts.enumerated()
    where part.kind == .name || part.kind == .amount && found.worth[index] > 0.39 {
      guard !found.isNear[index], let own = part.tokens.last, let governor = assertion.tree.governor(of: own),
        let deed = found.tokens[governor]
      else { continue }
      let there = part.tokens.compactMap { found.tokens[$0] }
      if there.contains(where: { token in
        tree.governor(of: token) == deed
          || tree.above(token).prefix { $0 == deed || !tree.tag($0).isVerb }.contains(deed)
      }) {
        continue
      }
      guard let other = part.kind == .name ? rivalName(part, at: deed, tree) : rivalAmount(part, at: deed, tree) else {
        continue
      }
      let kind: Passage.Difference.Kind = part.kind == .amount ? .number : part.entity == .place ? .place : .actor
      differ(&found, index, kind, report.report.reading(other))
      return [found.differences.removeLast()]
    }
    return []
  }

  /// "The meeting was in Northport": a name stands with something that was found, and not elsewhere in the sentence.
  private func isAttached(_ found: Alignment, _ tree: SentenceTree) -> Bool {
    let matched = Set(
      assertion.parts.indices.filter { assertion.parts[$0].kind == .word }.flatMap { assertion.parts[$0].tokens }
        .compactMap { found.tokens[$0] })
    guard !matched.isEmpty else { return true }
    for (index, part) in assertion.parts.enumerated()
    where part.kind == .name && !found.isNear[index] && found.worth[index] > 0 {
      let there = part.tokens.compactMap { found.tokens[$0] }
      let isHeld = there.contains { token in
        tree.above(token).contains(where: matched.contains) || matched.contains { tree.above($0).contains(token) }
      }
      if !isHeld { return false }
    }
    // "Four landed": a number of nothing that is named is that of its deed.
    for (index, part) in assertion.parts.enumerated() where part.kind == .amount && found.worth[index] > 0.39 {
      let amount = assertion.amounts[part.index!]
      guard amount.unit.isEmpty, amount.value < 1000, let own = part.tokens.last,
        let governor = assertion.tree.governor(of: own),
        let deed = found.tokens[governor], let there = part.tokens.compactMap({ found.tokens[$0] }).first
      else { continue }
      let path = tree.above(there).prefix { $0 == deed || !tree.tag($0).isVerb }
      if !path.contains(deed) { return false }
    }
    return true
  }

  private func rivalName(_ part: Assertion.Part, at deed: Int, _ tree: SentenceTree) -> TextSpan? {
    let own = Set(assertion.parts.filter { $0.kind == .name }.flatMap { $0.tokens.map { claim.tokens[$0].key } })
    return report.names.first { name in
      guard sentence.span.contains(name.span), let kind = part.entity,
        Self.areOfOneKind(report.entities[name.entity].kind, kind)
      else { return false }
      let tokens = report.tokenRange(of: name.span)
      guard let last = tokens.last, tree.governor(of: last) == deed || last > deed && tokens.lowerBound - deed <= 3
      else { return false }
      let whole = report.entities[name.entity].name.lowercased().split(separator: " ").map(String.init)
      return !(report.tokens[tokens].map(\.key) + whole).contains { own.contains($0) }
    }?.span
  }

  private func rivalAmount(_ part: Assertion.Part, at deed: Int, _ tree: SentenceTree) -> TextSpan? {
    let own = assertion.amounts[part.index!]
    return Amounts.all(of: report, in: sentence.span).first { other in
      guard Amounts.areOfOneKind(own, other), Amounts.compare(own, other) == .other,
        let token = report.tokenRange(of: other.number).first
      else { return false }
      return tree.governor(of: token) == deed
    }?.span
  }

  private func role(_ part: Assertion.Part) -> Passage.Difference {
    Passage.Difference(
      kind: .role, claimed: assertion.words(part), found: nil,
      note: "\(siglum) has it the other way round: “\(assertion.words(part))” is on the other side of the deed.")
  }

  // MARK: By whose word

  private func attribution(of region: Range<Int>) -> Attribution? {
    let span = report.span(of: region)
    let told = report.attributions.filter { $0.content.overlaps(span) }
      .max { $0.content.shared(with: span) < $1.content.shared(with: span) }
    if let told { return told }
    return report.quotes.first { $0.span.overlaps(span) && $0.attribution != nil }.map {
      report.attributions[$0.attribution!]
    }
  }

  private func attributions(_ found: Alignment, _ region: Range<Int>, _ theirs: Attribution?) -> (
    [Passage.Difference], isTold: Bool
  ) {
    guard let own = assertion.attribution else { return ([], true) }
    let name = own.source.name
    guard let theirs else { return ([], false) }
    if Sources.mayBeOne(own.source, theirs.source, likeTitles: titles(of: theirs.source)) {
      guard let mine = own.addressee, let other = theirs.addressee,
        Set(Sources.words(mine)).isDisjoint(with: Sources.words(other))
      else { return ([], true) }
      return (
        [
          Passage.Difference(
            kind: .attribution, claimed: mine, found: other,
            note: "\(siglum) has it said to “\(other)”, not to “\(mine)”.")
        ], true
      )
    }
    // The one that the claim names is beside the one that the report does: a spokesman of the ministry.
    let keys = Sources.words(name)
    let beside = report.tokens[sentence.tokens].map(\.key)
    if !keys.isEmpty, keys.allSatisfy({ beside.contains($0) }) { return ([], true) }
    let other = theirs.source.name
    if Assertion.pronouns.contains(other.lowercased()) { return ([], false) }
    return (
      [
        Passage.Difference(
          kind: .attribution, claimed: name, found: other, note: "\(siglum) lays it to “\(other)”, not to “\(name)”.")
      ], true
    )
  }

  private func titles(of source: Source) -> [String] {
    guard let entity = source.entity, let title = report.entities[entity].title else { return [] }
    return title.lowercased().split(separator: " ").map(String.init)
  }
}

/// What of an assertion was found in a sentence, and where.
struct Alignment {
  /// For each part, 0…1.
  var worth: [Double]
  /// For each part: found beside the sentence, not in it.
  var isNear: [Bool]
  /// For each of the claim's tokens, the report's.
  var tokens: [Int?]
  /// Parts for which the sentence has something else.
  var conflicts: Set<Int> = []
  var differences: [Passage.Difference] = []

  init(parts: Int, tokens: Int) {
    worth = Array(repeating: 0, count: parts)
    isNear = Array(repeating: false, count: parts)
    self.tokens = Array(repeating: nil, count: tokens)
  }

  mutating func match(_ part: Int, _ own: Int, _ there: Int, _ worth: Double) {
    self.worth[part] = max(self.worth[part], worth)
    tokens[own] = there
  }

  func weight(_ assertion: Assertion, _ kind: Assertion.Kind) -> Double {
    assertion.parts.indices.reduce(0) { $0 + (assertion.parts[$1].kind == kind ? worth[$1] : 0) }
  }

  /// From the first to the last matched token.
  func region(in sentence: Statement, of report: AnnotatedReport) -> Range<Int>? {
    let there = tokens.compactMap { $0 }
    guard let low = there.min(), let high = there.max() else { return nil }
    return low..<(high + 1)
  }
}

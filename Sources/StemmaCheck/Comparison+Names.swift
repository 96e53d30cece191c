import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// What of the assertion's words and names a sentence has.
extension Comparison {
  func alignWords(_ found: inout Alignment, _ likeness: inout WordLikeness) {
    for (index, part) in assertion.parts.enumerated() where part.kind == .word || part.kind == .ordinal {
      let own = claim.tokens[part.tokens[0]]
      var best: (worth: Double, token: Int)?
      for token in sentence.tokens where report.tokens[token].kind != .mark {
        let other = report.tokens[token]
        let worth: Double
        if part.kind == .ordinal {
          worth = own.key == other.key ? 1 : 0
        } else {
          guard !FunctionWords.contains(other.key) || other.key == "within" else { continue }
          worth = likeness(own, other)
        }
        if worth > best?.worth ?? 0 { best = (worth, token) }
      }
      if let best { found.match(index, part.tokens[0], best.token, best.worth) }
    }
  }

  func alignNames(_ found: inout Alignment) {
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
      if let near = named(keys, part) ?? called(keys, part) {
        found.worth[index] = near
        found.isNear[index] = true
        continue
      }
    }
  }

  /// "The mill" of a report that has one mill, "the Tarn mill".
  func called(_ keys: [String], _ part: Assertion.Part) -> Double? {
    guard let own = part.tokens.last else { return nil }
    func isWord(_ token: Int) -> Bool { assertion.parts.contains { $0.kind == .word && $0.tokens == [token] } }
    guard let noun = isWord(own + 1) ? own + 1 : assertion.tree.governor(of: own), isWord(noun) else { return nil }
    let stem = WordStem.of(claim.tokens[noun].key)
    func isNoun(_ token: Int) -> Bool { WordStem.of(report.tokens[token].key) == stem }
    let here = sentence.tokens.filter(isNoun)
    guard !here.isEmpty else { return nil }
    // "exports to China" leaves no room for "exports to Moscow".
    let isBehind = noun < own
    let taken = here.contains { at in
      let beside =
        isBehind ? (at + 1)..<min(at + 4, sentence.tokens.upperBound) : max(at - 1, sentence.tokens.lowerBound)..<at
      return beside.contains { report.tokens[$0].isName }
    }
    if taken { return nil }
    var isCalled = false
    for (index, token) in report.tokens.enumerated() where token.kind == .word && isNoun(index) {
      let near = max(0, index - 3)..<min(report.tokens.count, index + 4)
      let names = near.filter { report.tokens[$0].isName && $0 != index }
      if keys.allSatisfy({ key in names.contains { isSameName(key, report.tokens[$0]) } }) {
        isCalled = true
      } else if index > 0, report.tokens[index - 1].isName {
        // There is another.
        return nil
      }
    }
    return isCalled ? 0.7 : nil
  }

  func isSameName(_ key: String, _ token: Token) -> Bool {
    token.kind != .mark
      && (token.key == key || token.key.filter { $0 != "." } == key.filter { $0 != "." }
        || token.isName && WordLikeness.areOfOnePlace(key, token.key))
  }

  /// "South Sudan" is not "Sudan".
  func isOtherPlace(_ token: Int, _ keys: [String]) -> Bool {
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
  func isTogether(_ tokens: [Int], _ part: Assertion.Part) -> Bool {
    guard part.entity != .person, tokens.count > 1 else { return true }
    return zip(tokens, tokens.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 <= 4 }
  }

  /// A surname is enough for a person, unless the sentence has it with another first name; of others every word counts.
  func suffices(_ matched: [Int], _ part: Assertion.Part) -> Bool {
    guard !matched.isEmpty else { return false }
    if matched.count == part.tokens.count { return true }
    guard part.entity == .person else {
      // "the Yida camp" is "the Yida refugee camp": what is no name by itself may be left out.
      return part.tokens.allSatisfy {
        matched.contains($0) || names.isKnown(claim.tokens[$0].key) && !names.isName(claim.tokens[$0].key)
      } && matched.contains { names.isName(claim.tokens[$0].key) }
    }
    // What is known as a name by itself is no first name that may be left out.
    return matched.contains(part.tokens.last!)
      && part.tokens.allSatisfy {
        matched.contains($0) || !names.isName(claim.tokens[$0].key)
          || names.isFirstName(claim.tokens[$0].key, of: claim.tokens[part.tokens.last!].key)
      }
  }

  /// Who is meant by a pronoun, or is the speaker, is named before; a place or a body, where no other is named here.
  func named(_ keys: [String], _ part: Assertion.Part) -> Double? {
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
  func stranger(of part: Assertion.Part) -> TextSpan? {
    part.entity.flatMap { stranger(ofKind: $0) }
  }

  func stranger(ofKind kind: Entity.Kind) -> TextSpan? {
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

  static func areOfOneKind(_ a: Entity.Kind, _ b: Entity.Kind) -> Bool {
    a == b || a != .person && b != .person
  }
}

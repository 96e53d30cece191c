import StemmaModel
import StemmaSyntax
import StemmaText

/// Whether what was found stands together as the claim has it: the same one does the same to the same.
extension Comparison {
  /// Nil where the sentence has the claim's words in another build, and nothing in it shows another doer: then it says a part.
  func structure(_ found: Alignment, _ tree: SentenceTree, _ likeness: inout WordLikeness) -> [Passage.Difference]? {
    guard let predicate = assertion.predicate, let own = assertion.parts[predicate].tokens.first,
      let deed = found.tokens[own],
      sentence.tokens.contains(deed)
    else { return [] }
    var isLoose = false
    let pairs = [
      (assertion.tree.doer(of: own), tree.doer(of: deed)), (assertion.tree.sufferer(of: own), tree.sufferer(of: deed)),
      (assertion.tree.possessor(of: own), tree.possessor(of: deed)),
    ]
    for (mine, theirs) in pairs {
      guard let mine, let part = partOf(mine) else { continue }
      let there = assertion.parts[part].tokens.compactMap { found.tokens[$0] }
      if let theirs {
        let extent = tree.extent(theirs)
        // "who", "he" stand for somebody.
        if Self.isStandIn(tree.tag(theirs)) || there.contains(where: extent.contains)
          || has(assertion.parts[part], in: extent, &likeness)
        {
          continue
        }
        if there.isEmpty, assertion.parts[part].kind == .word { continue }
        if found.isNear[part] { continue }
        // Somebody else by name does it.
        if let other = name(in: extent), assertion.parts[part].kind == .name {
          let (mine, theirs) = (assertion.words(assertion.parts[part]), report.report.reading(other))
          return [
            Passage.Difference(
              kind: .role, claimed: mine, found: theirs, note: "\(siglum) has “\(theirs)” there, not “\(mine)”.")
          ]
        }
        isLoose = true
      } else if let token = there.first, !isBound(token, to: deed, tree) {
        isLoose = true
      }
    }
    return isLoose || hasOtherCompound(found, tree) ? nil : turned(found, tree)
  }

  /// Whether what the claim has stands in a phrase, though it was first found elsewhere in the sentence.
  private func has(_ part: Assertion.Part, in extent: Range<Int>, _ likeness: inout WordLikeness) -> Bool {
    if part.kind == .name {
      let keys = part.tokens.map { claim.tokens[$0].key }
      return keys.allSatisfy { key in extent.contains { isSameName(key, report.tokens[$0]) && !isOtherPlace($0, keys) }
      }
    }
    let own = claim.tokens[part.tokens.last!]
    return extent.contains { report.tokens[$0].kind != .mark && likeness(own, report.tokens[$0]) >= 0.4 }
  }

  private static func isStandIn(_ tag: PartOfSpeech) -> Bool {
    [.prp, .wp, .wdt, .dt, .ex].contains(tag)
  }

  private func partOf(_ token: Int) -> Int? {
    let extent =
      [token]
      + assertion.tree.dependents(of: token).filter { [.flat, .compound].contains(assertion.tree.relation($0)) }
    return assertion.parts.firstIndex { part in
      (part.kind == .name || part.kind == .word) && part.tokens.contains { extent.contains($0) }
    }
  }

  private func name(in extent: Range<Int>) -> TextSpan? {
    let span = report.span(of: extent)
    return report.names.first { span.contains($0.span) }?.span
  }

  /// Whether a word belongs to a deed: below it, above it, or the subject that the deed shares with the one it is joined to.
  private func isBound(_ token: Int, to deed: Int, _ tree: SentenceTree) -> Bool {
    if token == deed || tree.above(token).prefix(5).contains(deed) {
      // Not across a verb with a part of its own.
      let between = tree.above(token).prefix { $0 != deed }
      return !between.contains { tree.tag($0).isVerb && tree.doer(of: $0) != nil && tree.part(of: token)?.deed == $0 }
    }
    if tree.above(deed).prefix(4).contains(token) { return true }
    guard let other = tree.part(of: token)?.deed else { return false }
    var at = deed
    for _ in 0..<4 {
      guard [.conj, .xcomp, .advcl, .acl].contains(tree.relation(at)), tree.doer(of: at) == nil, let up = tree.head(at)
      else {
        return false
      }
      if up == other { return true }
      at = up
    }
    return false
  }

  /// "wheat exports" where the report has "millet exports".
  private func hasOtherCompound(_ found: Alignment, _ tree: SentenceTree) -> Bool {
    assertion.parts.contains { part in
      guard part.kind == .word, let own = part.tokens.first, found.tokens[own] == nil,
        assertion.tree.relation(own) == .compound, let noun = assertion.tree.head(own), let there = found.tokens[noun]
      else { return false }
      let theirs = tree.dependents(of: there).filter { tree.relation($0) == .compound && !report.tokens[$0].isName }
      return !theirs.isEmpty && !theirs.contains { found.tokens.contains($0) }
    }
  }

  /// "exports to Russia" where the report has "Russian exports to China".
  private func turned(_ found: Alignment, _ tree: SentenceTree) -> [Passage.Difference] {
    for (index, part) in assertion.parts.enumerated()
    where part.kind == .name && found.worth[index] > 0 && !found.isNear[index] {
      guard let own = part.tokens.last, let word = assertion.tree.preposition(of: own), Self.directed.contains(word),
        let governor = assertion.tree.governor(of: own), let deed = found.tokens[governor],
        let there = part.tokens.compactMap({ found.tokens[$0] }).last, tree.preposition(of: there) != word
      else { continue }
      for name in report.names where sentence.span.contains(name.span) {
        guard let last = report.tokenRange(of: name.span).last, tree.preposition(of: last) == word,
          tree.governor(of: last) == deed, last != there
        else { continue }
        let (mine, theirs) = (assertion.words(part), report.report.reading(name.span))
        return [
          Passage.Difference(
            kind: .role, claimed: "\(word) \(mine)", found: "\(word) \(theirs)",
            note: "\(siglum) has “\(word) \(theirs)”, not “\(word) \(mine)”.")
        ]
      }
    }
    return []
  }

  private static let directed: Set<String> = ["to", "from", "by", "against", "for", "with", "over", "into", "on"]
}

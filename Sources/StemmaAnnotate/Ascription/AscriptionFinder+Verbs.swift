import StemmaModel
import StemmaSyntax

/// Cues that are verbs.
extension AscriptionFinder {
  func verb(
    _ at: Int, _ tree: SentenceSyntax, after last: Draft.AscriptionDraft?, _ merged: inout Set<Int>
  ) -> Draft.AscriptionDraft? {
    let frame = lexicon.verb(text.key(at))
    guard !frame.isEmpty, !isAuxiliary(at, tree) else { return nil }
    let isSaying = frame.isSuperset(of: [.speech, .clause])
    // `…," said Jane Roe`: whatever the tree makes of it.
    let isInverted =
      isSaying && at > tree.lexemes.lowerBound && quoteOf[at - 1] >= 0 && text.isWord(at + 1)
      && (tree.tag(at) == .vbd || tree.tag(at) == .vbz || tree.tag(at) == .vbn || tree.tag(at) == .vbp)
    let relation = tree.relation(at)
    // "the proposed law", "a known risk"
    if !isInverted, [.amod, .compound, .case, .fixed, .mark].contains(relation) { return nil }
    let dependents = tree.dependents(of: at)
    let isPassive =
      !isInverted
      && (dependents.contains { tree.relation($0) == .auxPass || tree.relation($0) == .nsubjPass }
        || relation == .acl && tree.tag(at) == .vbn)
    var (governors, cueStart) = verbGroup(at, tree, dependents)
    // The subject of a participle stands before it, whatever the tree makes of it.
    let subject =
      (isInverted ? besideSubject(at, cueStart, tree) : nil)
      ?? subject(of: at, tree).flatMap { tree.tag(at) == .vbg && $0 > at ? nil : $0 }
      ?? (isSaying && !isPassive ? nearSubject(at, cueStart, after: last, tree) : nil)

    var content: [Range<Int>]
    var cueEnd = at + 1
    if let particle = dependents.first(where: { tree.relation($0) == .particle && $0 == cueEnd }) {
      cueEnd = particle + 1
    }
    var source = subject
    if isPassive {
      guard let (pieces, agent, end) = passive(at, frame, subject, dependents, cueEnd, tree) else { return nil }
      content = pieces
      source = agent
      cueEnd = end
    } else {
      if let (pieces, end) = governed(at, frame, dependents, cueStart, cueEnd, subject, tree) {
        content = pieces
        cueEnd = end
      } else if isSaying, let subject {
        content = surroundings(cueStart..<cueEnd, subject, tree)
      } else {
        return nil
      }
      if let subject {
        guard maySpeak(subject, frame, tree) else { return nil }
      } else {
        // An order, or a fragment: nobody is said to say so; but words in marks are somebody's.
        guard isSaying, content.contains(where: { quoteOf[$0.lowerBound] >= 0 }) else { return nil }
      }
    }
    // "refused to disclose", "went on to say": the verbs before belong to the cue, and are none by themselves.
    if frame.contains(.merges) {
      merged.formUnion(governors)
    } else if !governors.isEmpty {
      governors = []
      cueStart = verbGroup(at, tree, dependents, climbs: false).1
    }
    guard !content.isEmpty else { return nil }
    let extent = source.map { sourceExtent($0, cue: cueStart..<cueEnd, tree) }
    return Draft.AscriptionDraft(
      cue: cueStart..<cueEnd, head: at, source: extent, sourceHead: source, content: joined(content),
      isSpeech: frame.contains(.speech) || frame.contains(.papers))
  }

  /// "has said", "will be asked": a verb that only helps another.
  private func isAuxiliary(_ at: Int, _ tree: SentenceSyntax) -> Bool {
    let relation = tree.relation(at)
    return relation == .aux || relation == .auxPass || relation == .cop
  }

  /// The verbs above that only lead to this one, and where the group begins: "has repeatedly refused to say".
  private func verbGroup(_ at: Int, _ tree: SentenceSyntax, _ dependents: [Int], climbs: Bool = true) -> ([Int], Int) {
    var governors: [Int] = []
    var start = groupStart(at, tree, dependents)
    var verb = at
    while climbs, tree.relation(verb) == .xcomp, let head = tree.head(verb), head < start, governors.count < 3,
      tree.tag(head).isVerb || tree.tag(head) == .jj, quoteOf[head] < 0,
      // Nothing but adverbs between: "asked her to say" is an order.
      (head + 1..<start).allSatisfy({
        tree.relation($0) == .advmod || tree.relation($0) == .mark || tree.relation($0) == .particle
      })
    {
      governors.append(head)
      start = groupStart(head, tree, tree.dependents(of: head))
      verb = head
    }
    return (governors, start)
  }

  /// Back over auxiliaries, adverbs and "to".
  private func groupStart(_ at: Int, _ tree: SentenceSyntax, _ dependents: [Int]) -> Int {
    var start = at
    while start > tree.lexemes.lowerBound, quoteOf[start - 1] < 0 {
      let before = start - 1
      guard text.isWord(before),
        dependents.contains(before) || tree.head(before).map({ $0 > before && $0 < at }) == true
          || tree.head(at) == before,
        [.aux, .auxPass, .advmod, .cop].contains(tree.relation(before))
          || tree.relation(before) == .mark && text.key(before) == "to"
          || tree.head(at) == before && text.word(before).contains(.auxiliary),
        !["when", "where", "why", "how", "while"].contains(text.key(before))
      else { break }
      start = before
    }
    return start
  }
}

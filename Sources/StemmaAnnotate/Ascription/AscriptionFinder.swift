import StemmaModel
import StemmaSyntax

/// Finds where a report lays words, thoughts or attitudes to somebody, over the tree of each sentence.
///
/// A cue is a verb, a noun, an adjective or a preposition of `CueLexicon`. Its **source** is the subject of the verb, of
/// the verb it is joined to or governed by, or the noun that a participle belongs to; behind "according to" what
/// follows; of a noun its possessor or agent. Its **content** is what its frames let it govern: a clause, an object, an
/// infinitive, a prepositional phrase, and what stands in quotation marks beside it.
///
/// Words in quotation marks are somebody else's: nothing is looked for in them.
struct AscriptionFinder {
  let text: SegmentedText
  let book: EntityBook
  let marks: [QuoteMarks.Passage]
  let quoteOf: [Int]
  let lexicon = CueLexicon.english

  /// The ascriptions of one sentence, in the order of their cues.
  ///
  /// - Complexity: O(*n* · *d*) for *n* lexemes and trees of depth *d*, which the parser bounds.
  func ascriptions(_ tree: SentenceSyntax) -> [Draft.AscriptionDraft] {
    var found: [Draft.AscriptionDraft] = []
    var merged: Set<Int> = []
    for at in tree.lexemes where quoteOf[at] < 0 && text.isWord(at) {
      if let relay = relay(at, tree) {
        found.append(relay)
      } else if tree.tag(at).isVerb {
        if let one = verb(at, tree, after: found.last, &merged) { found.append(one) }
      } else if tree.tag(at) == .jj || tree.tag(at) == .jjr {
        if let one = adjective(at, tree) ?? plainVerb(at, tree) { found.append(one) }
      } else if tree.tag(at).isNoun {
        if let one = plainVerb(at, tree) ?? noun(at, tree) { found.append(one) }
      }
    }
    found.removeAll { merged.contains($0.head) }
    if let heading = heading(tree) ?? signature(tree) { found.insert(heading, at: 0) }
    cut(&found, tree)
    return separated(found)
  }

  /// Where another's words or a new verb of the same speaker begin, the words before end: "…, arguing that", "…, though she
  /// noted", "…, the paper said".
  private func cut(_ found: inout [Draft.AscriptionDraft], _ tree: SentenceSyntax) {
    for inner in found where inner.isSpeech {
      let source = inner.source ?? inner.cue
      let isTag = source.lowerBound < inner.cue.lowerBound && inner.cue.lowerBound - source.upperBound < 3
      let start = isTag ? source.lowerBound : inner.cue.lowerBound
      guard start > tree.lexemes.lowerBound, let edge = edge(before: start, inner, tree) else { continue }
      for outer in found.indices where found[outer].head != inner.head && found[outer].cue.upperBound <= edge {
        found[outer].content = found[outer].content.map { piece in
          guard piece.contains(start), piece.lowerBound < edge else { return piece }
          return trimmed(piece.lowerBound..<edge)
        }
      }
    }
  }

  /// The comma that parts an ascription from what stands before it, or nil.
  private func edge(before start: Int, _ inner: Draft.AscriptionDraft, _ tree: SentenceSyntax) -> Int? {
    let before = start - 1
    guard before > tree.lexemes.lowerBound, quoteOf[before] < 0 else { return nil }
    if text.mark(before) == .comma {
      let endsSentence = max(inner.cue.upperBound, inner.source?.upperBound ?? 0) >= tree.lexemes.upperBound - 1
      return tree.tag(inner.head) == .vbg || endsSentence && inner.content.contains { $0.lowerBound < start }
        ? before : nil
    }
    guard ["but", "though", "although", "while", "whereas", "and"].contains(text.key(before)) else { return nil }
    if text.mark(before - 1) == .comma { return before - 1 }
    // "said it was safe and urged her to stay"
    return start == inner.cue.lowerBound && tree.tag(inner.head).isFinite && text.key(before) == "and" ? before : nil
  }

  /// Every word belongs to one part: a relative clause that ascribes something is no part of the source it hangs on.
  private func separated(_ found: [Draft.AscriptionDraft]) -> [Draft.AscriptionDraft] {
    found.map { one in
      var one = one
      if let source = one.source {
        // A source ends before the first cue or source of another inside it.
        let inner = found.filter { $0.head != one.head && source.contains($0.cue.lowerBound) }
          .map {
            min(
              $0.cue.lowerBound,
              $0.source.map {
                source.contains($0.lowerBound) && $0.lowerBound > source.lowerBound ? $0.lowerBound : .max
              } ?? .max)
          }
          .min()
        if let inner, inner > source.lowerBound {
          one.source = trimmed(source.lowerBound..<inner)
        }
        one.source = one.source.map(closed)
      }
      one.content = one.content.map(trimmed).filter { !$0.isEmpty }
      return one
    }.filter { !$0.content.isEmpty }
  }

  /// With the bracket behind it, and the comma that closes an apposition: "Jane Roe (Northport)", "Jane Roe, the mayor,".
  private func closed(_ source: Range<Int>) -> Range<Int> {
    var source = source
    if text.mark(source.upperBound) == .openParenthesis,
      let close = closing(source.upperBound, 0..<text.lexemes.count)
    {
      source = source.lowerBound..<close + 1
    }
    guard text.mark(source.upperBound) == .comma, quoteOf[source.upperBound] < 0,
      source.contains(where: { text.mark($0) == .comma && !text.word($0 + 1).contains(.conjunction) })
    else { return source }
    return source.lowerBound..<source.upperBound + 1
  }

  /// The bracket that closes one, a short way off.
  func closing(_ open: Int, _ sentence: Range<Int>) -> Int? {
    (open + 1..<max(open + 1, min(sentence.upperBound, open + 12))).first { text.mark($0) == .closeParenthesis }
  }

  /// A range without the marks at its ends that are not its own.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isLoose(_ at: Int) -> Bool {
      let mark = text.mark(at)
      return text.lexemes[at].kind == .mark && quoteOf[at] < 0 && mark != .openParenthesis && mark != .currency
        && mark != .percent && mark != .closeParenthesis
    }
    while start < end, isLoose(start) { start += 1 }
    while end > start, isLoose(end - 1) { end -= 1 }
    return start..<end
  }
}

import StemmaModel
import StemmaSyntax

/// Draws the tree of every sentence that has a cue, and finds what is laid to whom.
struct Ascriber {
  /// How many ascriptions back the speaker of a quotation without a tag is looked for.
  private static let reach = 16

  private let finder: AscriptionFinder
  private var text: SegmentedText { finder.text }

  init(_ finder: AscriptionFinder) {
    self.finder = finder
  }

  /// All ascriptions of a report, in order of their cues.
  func ascriptions() -> [Draft.AscriptionDraft] {
    var parser = Parser()
    var syntax = Syntax()
    var ranges: [Range<Int>] = []
    var found: [Draft.AscriptionDraft] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences where mayHaveCue(sentence.lexemes) {
        let places = places(in: sentence.lexemes)
        guard !places.isEmpty else { continue }
        ranges.removeAll(keepingCapacity: true)
        for place in places { ranges.append(text.lexemes[place].range) }
        ranges.withUnsafeBufferPointer { parser.parse(bytes, $0, into: &syntax) }
        found += finder.ascriptions(SentenceSyntax(syntax, of: places, in: sentence.lexemes))
      }
    }
    goOn(&found)
    return found
  }

  /// Most sentences say nothing of what anybody says; no tree is drawn of them.
  private func mayHaveCue(_ sentence: Range<Int>) -> Bool {
    sentence.contains { at in
      let lexeme = text.lexemes[at]
      guard finder.quoteOf[at] < 0 else { return false }
      if lexeme.kind == .mark {
        return lexeme.mark == .colon && at - sentence.lowerBound < 6
          || lexeme.mark == .dash && at == sentence.lowerBound && sentence.count < 9
      }
      return lexeme.key == "according" || finder.lexicon.isCue(lexeme.key)
    }
  }

  /// The words that make up a sentence's own grammar: no quotation that stands by itself, nothing in brackets, no
  /// quotation marks.
  private func places(in sentence: Range<Int>) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(sentence.count)
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let lexeme = text.lexemes[at]
      if finder.quoteOf[at] >= 0 {
        let outer = finder.marks[finder.quoteOf[at]].outer.clamped(to: sentence)
        if outer.lowerBound == at, standsAlone(outer, sentence) {
          // Its end is left, so that a tag behind it does not look like a beginning.
          places += (max(at, outer.upperBound - 2)..<outer.upperBound).filter { text.lexemes[$0].kind == .mark }
          at = outer.upperBound
          continue
        }
      }
      if lexeme.mark == .openParenthesis, let close = finder.closing(at, sentence) {
        at = close + 1
        continue
      }
      if !lexeme.mark.isQuote { places.append(at) }
      at += 1
    }
    return places
  }

  /// Between commas, or a comma and an end of the sentence: no part of another phrase.
  private func standsAlone(_ outer: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = text.mark(outer.lowerBound - 1)
    let opens =
      outer.lowerBound == sentence.lowerBound || before == .comma || before == .colon || before == .dash
      || text.lexemes[outer.lowerBound - 1].kind == .mark
    let last = outer.upperBound - 1
    let inner = text.lexemes[last].mark.isQuote ? text.mark(last - 1) : text.mark(last)
    let closes =
      outer.upperBound >= sentence.upperBound - 1 || inner == .comma || inner.endsSentence
      || text.mark(outer.upperBound) == .comma
    return opens && closes
  }

  /// A quotation without a tag goes on with whoever spoke right before it.
  private func goOn(_ found: inout [Draft.AscriptionDraft]) {
    var taken = Array(repeating: false, count: finder.marks.count)
    for one in found {
      for piece in one.content {
        for at in piece where finder.quoteOf[at] >= 0 { taken[finder.quoteOf[at]] = true }
      }
    }
    var last = -1
    for (quote, mark) in finder.marks.enumerated() {
      while last + 1 < found.count, found[last + 1].cue.lowerBound < mark.outer.lowerBound { last += 1 }
      guard !taken[quote], last >= 0, coversSentences(mark) else { continue }
      let near = max(0, last - Self.reach)...last
      guard let speaker = near.last(where: { found[$0].isSpeech && isNear(found[$0], mark) }) else { continue }
      found[speaker].content.append(mark.outer)
    }
  }

  /// Whether nothing but the quotation stands in its sentences.
  private func coversSentences(_ mark: QuoteMarks.Passage) -> Bool {
    guard !mark.outer.isEmpty else { return false }
    let first = text.sentences[text.sentenceOf[mark.outer.lowerBound]].lexemes
    let last = text.sentences[text.sentenceOf[mark.outer.upperBound - 1]].lexemes
    return (first.lowerBound..<mark.outer.lowerBound).allSatisfy { text.lexemes[$0].kind == .mark }
      && (mark.outer.upperBound..<last.upperBound).allSatisfy { text.lexemes[$0].kind == .mark }
  }

  /// In the same passage, or at the end of the one before.
  private func isNear(_ one: Draft.AscriptionDraft, _ mark: QuoteMarks.Passage) -> Bool {
    let ends = max(one.cue.upperBound, one.content.last?.upperBound ?? 0)
    let passage = text.sentences[text.sentenceOf[max(0, ends - 1)]].passage
    return mark.passage - passage <= 1
  }
}

import StemmaModel

/// Cuts a report into lexemes, sentences and clauses.
struct Segmenter {
  private let lexicon: Lexicon
  private let isEnglish: Bool

  init(lexicon: Lexicon, isEnglish: Bool) {
    self.lexicon = lexicon
    self.isEnglish = isEnglish
  }

  func segment(_ report: Report) -> SegmentedText {
    var text = SegmentedText(bytes: report.text.bytes, passages: report.passages)
    let tokenizer = Tokenizer(bytes: text.bytes, lexicon: lexicon)
    let rules = SentenceRules()
    for (passage, place) in report.passages.enumerated() {
      let start = text.lexemes.count
      tokenizer.append(place.range, to: &text.lexemes)
      let range = start..<text.lexemes.count
      guard !range.isEmpty else { continue }
      // A headline or a line between paragraphs is one statement, whatever its marks.
      let isLine = place.kind == .title || place.kind == .subheading
      for sentence in isLine && range.count < 100 ? [range] : rules.sentences(text.lexemes, range) {
        text.sentenceOf.append(contentsOf: repeatElement(text.sentences.count, count: sentence.count))
        text.sentences.append(Sentence(passage: passage, lexemes: sentence, range: text.bytesOf(sentence)))
      }
    }
    let clauses = ClauseRules()
    for at in text.sentences.indices {
      let sentence = text.sentences[at].lexemes
      text.sentences[at].clauses = isEnglish ? clauses.clauses(text.lexemes, sentence) : [sentence]
    }
    return text
  }
}

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
    report.text.bytes.withUnsafeBufferPointer { read($0, into: &text) }
    let clauses = ClauseRules()
    for at in text.sentences.indices {
      let sentence = text.sentences[at].lexemes
      text.sentences[at].clauses = isEnglish ? clauses.clauses(text.lexemes, sentence) : [sentence]
    }
    return text
  }

  /// The lexemes and sentences of each passage.
  private func read(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout SegmentedText) {
    // A word and the space behind it are five bytes and more.
    text.lexemes.reserveCapacity(bytes.count / 5 + 16)
    text.sentenceOf.reserveCapacity(bytes.count / 5 + 16)
    let tokenizer = Tokenizer(bytes: bytes, lexicon: lexicon)
    let rules = SentenceRules()
    for (passage, place) in text.passages.enumerated() {
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
  }
}

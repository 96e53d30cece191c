package import StemmaModel

/// Reads a report: its words, sentences and clauses, and what is mentioned in them.
package struct Annotator {
  package init() {}

  /// What it had to give up is a caveat of the report annotated.
  ///
  /// - Complexity: O(*n*) in the length of the report; every rule's look-ahead is capped.
  package func annotate(_ report: Report) -> AnnotatedReport {
    var caveats: [Caveat] = []
    var (text, isEnglish) = segmented(report, &caveats)
    var draft = Draft()
    let marks = QuoteMarks().passages(text)
    if isEnglish {
      draft.book = NameRecognizer(lexicon: .english).recognize(in: &text)
      draft.times = TimeRecognizer(published: report.published?.moment).recognize(in: text)
      (draft.numbers, draft.quantities) = QuantityRecognizer().recognize(in: text, times: draft.times)
      draft.figures = FigureRecognizer().recognize(in: text, times: draft.times, quantities: &draft.quantities)
      (draft.attributions, draft.quotes) = AttributionRecognizer(text, draft.book, marks).recognize()
      draft.layFiguresToSources()
    } else {
      draft.quotes = QuoteRecognizer().unattributed(marks, in: text)
    }
    var annotated = draft.annotated(report, text)
    annotated.caveats = caveats
    return annotated
  }

  /// English rules stay silent in other languages: a wrong mention is worse than none.
  private func segmented(_ report: Report, _ caveats: inout [Caveat]) -> (SegmentedText, isEnglish: Bool) {
    let isEnglish = report.language == "und" || report.language == "en" || report.language.hasPrefix("en-")
    var text = Segmenter(lexicon: isEnglish ? .english : .none, isEnglish: isEnglish).segment(report)
    let isForeign = isEnglish && LanguageEvidence(text).isPlainlyNotEnglish
    if isForeign { text = Segmenter(lexicon: .none, isEnglish: false).segment(report) }
    if !isEnglish || isForeign, !text.lexemes.isEmpty {
      let language = isForeign ? "plainly not English" : "“\(report.language)”"
      caveats.append(
        Caveat(
          .language, source: report.source,
          note:
            "the language of the text is \(language): names, figures, dates and speakers are looked for in English only"
        ))
    }
    if let long = text.sentences.first(where: { $0.lexemes.count >= SentenceRules.longestSentence }) {
      caveats.append(
        Caveat(
          .other, source: report.source, span: report.text.original(long.range),
          note:
            "\(SentenceRules.longestSentence) words and marks and more without the end of a sentence: read in pieces"))
    }
    return (text, isEnglish && !isForeign)
  }
}

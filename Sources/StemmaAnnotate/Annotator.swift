package import StemmaModel

/// Reads a report: its words, sentences and clauses, and what is mentioned in them.
package struct Annotator {
  private let lexicon = Lexicon.english

  package init() {}

  /// - Complexity: O(*n*) in the length of the report; every rule's look-ahead is capped.
  package func annotate(_ report: Report) -> AnnotatedReport {
    // English rules stay silent in other languages: a wrong mention is worse than none.
    let isEnglish = report.language == "und" || report.language == "en" || report.language.hasPrefix("en-")
    let lexicon = isEnglish ? lexicon : .none
    var text = Segmenter(lexicon: lexicon, isEnglish: isEnglish).segment(report)
    var draft = Draft()
    let marks = QuoteMarks().passages(text)
    if isEnglish {
      draft.book = NameRecognizer(lexicon: lexicon).recognize(in: &text)
      draft.times = TimeRecognizer(published: report.published?.moment).recognize(in: text)
      (draft.numbers, draft.quantities) = QuantityRecognizer().recognize(in: text, times: draft.times)
      draft.figures = FigureRecognizer().recognize(in: text, times: draft.times, quantities: &draft.quantities)
      (draft.attributions, draft.quotes) = AttributionRecognizer(text, draft.book, marks).recognize()
      draft.layFiguresToSources()
    } else {
      draft.quotes = QuoteRecognizer().unattributed(marks, in: text)
    }
    return draft.annotated(report, text)
  }
}

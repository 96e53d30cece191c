import StemmaModel
import StemmaText

/// Quotation marks around what the others narrate, or report in other words: nobody may have said it so.
struct PseudoQuoteRule: DivergenceRule {
  static let fewestWords = 2

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Divergence] = []
    for match in view.story.matches {
      for (own, other, ownTokens, otherTokens) in [
        (match.a, match.b, match.aTokens, match.bTokens), (match.b, match.a, match.bTokens, match.aTokens),
      ] {
        let report = view.story.reports[own]
        let run = report.span(of: ownTokens)
        let otherPlace = Place(Siglum(other), view.story.reports[other].span(of: otherTokens))
        for mention in report.quotes
        where mention.form != .indirect && mention.span.shared(with: run) * 3 > mention.span.length * 2 {
          guard report.tokenRange(of: mention.span).count >= Self.fewestWords, !view.isMarked(otherPlace),
            !isSpeech(otherPlace, in: view)
          else { continue }
          found.append(divergence(Place(Siglum(own), mention.span), otherPlace, .medium, in: view))
        }
      }
    }
    for quote in view.collation.quotes { found += reworded(quote, in: view) }
    return once(found)
  }

  /// A whole sentence in marks that no other report has in marks, but reports.
  private func reworded(_ quote: Quote, in view: CollationView) -> [Divergence] {
    let marked = quote.variants.filter { mention($0, view).form != .indirect }
    let reported = quote.variants.filter { mention($0, view).form == .indirect }
    guard Set(marked.map(\.report)).count == 1, let own = marked.first, mention(own, view).attribution != nil else {
      return []
    }
    let rest = reported.filter { $0.report != own.report }
    guard let other = rest.first, Set(rest.map(\.report)).count >= 2 else { return [] }
    return [
      divergence(
        Place(own.report, mention(own, view).span), Place(other.report, mention(other, view).span), .medium, in: view)
    ]
  }

  private func mention(_ variant: Quote.Variant, _ view: CollationView) -> QuoteMention {
    view.story[variant.report].quotes[variant.mention]
  }

  /// What is laid to a named speaker is speech, marks or not.
  private func isSpeech(_ place: Place, in view: CollationView) -> Bool {
    view.story[place.report].attributions.contains {
      $0.source.kind == .person && $0.content.shared(with: place.span) * 2 > place.span.length
    }
  }

  private func divergence(
    _ own: Place, _ other: Place, _ severity: Divergence.Severity, in view: CollationView
  ) -> Divergence {
    Divergence(
      .pseudoQuote, severity, claim: view.claim(at: own), reports: [own.report], against: [other.report],
      places: [own, other].sorted(),
      explanation:
        "\(own.report) puts “\(view.reading(own))” in quotation marks; in \(other.report) it is no quotation.")
  }

  /// One for each passage in marks, against all that have it without.
  private func once(_ found: [Divergence]) -> [Divergence] {
    var merged: [Place: Divergence] = [:]
    for divergence in found {
      let own = divergence.places.first { $0.report == divergence.reports[0] }!
      if var known = merged[own] {
        known.against = Set(known.against + divergence.against).sorted()
        known.places = Set(known.places + divergence.places).sorted()
        merged[own] = known
      } else {
        merged[own] = divergence
      }
    }
    return merged.sorted { $0.key < $1.key }.map(\.value)
  }
}

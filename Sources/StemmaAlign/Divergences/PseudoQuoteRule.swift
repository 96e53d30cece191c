import StemmaModel
import StemmaText

/// Quotation marks around what the others narrate: nobody may have said it so. One divergence for each report.
struct PseudoQuoteRule: DivergenceRule {
  static let fewestWords = 2
  /// Places with the same words without marks that are looked at.
  static let mostCounterparts = 12

  func divergences(in view: CollationView) -> [Divergence] {
    let bare = narratedElsewhere(in: view)
    let narrated = narration(in: view)
    return view.story.sigla.flatMap { siglum -> [Divergence] in
      [bare[siglum].map { divergence($0, siglum, in: view) }, narrated[siglum]].compactMap { $0 }
    }
  }

  private func divergence(_ pairs: [(own: Place, other: Place)], _ siglum: Siglum, in view: CollationView) -> Divergence
  {
    let against = Set(pairs.map(\.other.report)).sorted()
    let passages = Set(pairs.map(\.own)).sorted().map(view.quoted).joined(separator: ", ")
    return Divergence(
      .pseudoQuote, .medium, claim: view.claim(at: pairs[0].own), differ: [siglum], from: against,
      at: pairs.flatMap { [$0.own, $0.other] },
      "\(siglum) puts \(passages) in quotation marks; \(view.list(against, "has", "have")) the words as narration.")
  }

  /// Passages in marks of nobody in particular that stand without marks elsewhere, and nowhere else with them.
  private func narratedElsewhere(in view: CollationView) -> [Siglum: [(own: Place, other: Place)]] {
    let candidates = view.story.sigla.map { self.candidates(of: $0, in: view) }
    let indexes = candidates.map { SpanIndex($0) }
    var bare: [Place: [Place]] = [:]
    var marked: Set<Place> = []
    for match in view.story.matches {
      for (own, other, ownTokens, otherTokens) in [
        (match.a, match.b, match.aTokens, match.bTokens), (match.b, match.a, match.bTokens, match.aTokens),
      ] where !candidates[own].isEmpty {
        let report = view.story.reports[own]
        for number in indexes[own].overlapping(report.span(of: ownTokens)) {
          let place = Place(Siglum(own), candidates[own][number])
          guard !marked.contains(place), bare[place, default: []].count < Self.mostCounterparts,
            let there = counterpart(of: report.tokenRange(of: place.span), ownTokens, otherTokens, own, other, in: view)
          else { continue }
          if view.isMarked(there) { marked.insert(place) } else { bare[place, default: []].append(there) }
        }
      }
    }
    var found: [Siglum: [(own: Place, other: Place)]] = [:]
    for place in bare.keys.sorted() where !marked.contains(place) {
      for other in bare[place]!.sorted() where view.isParagraph(other) && !isSpeech(other, in: view) {
        found[place.report, default: []].append((place, other))
      }
    }
    return found
  }

  /// The passages in marks in the body that are nobody's words in particular.
  private func candidates(of siglum: Siglum, in view: CollationView) -> [TextSpan] {
    let report = view.story[siglum]
    return report.quotes.filter {
      $0.form != .indirect && isNobodys($0, in: report) && view.isParagraph(Place(siglum, $0.span))
    }.map(\.span)
  }

  /// Laid to no named speaker. What is quoted from a paper or an agency is quoted.
  private func isNobodys(_ mention: QuoteMention, in report: AnnotatedReport) -> Bool {
    let tokens = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }
    guard tokens.count >= Self.fewestWords, !tokens.allSatisfy(\.isName),
      // Nobody narrates as "I"; what ends in "Ott said" has its marks in disorder; a title is no narration.
      !tokens.contains(where: { Self.firstPersons.contains($0.key) }),
      !tokens.suffix(2).contains(where: { Self.sayings.contains($0.key) }), !isTitle(mention, in: report)
    else { return false }
    guard let source = mention.attribution.map({ report.attributions[$0].source }) else { return true }
    guard source.kind == .unnamed || source.kind == .document || source.kind == .agency else { return false }
    guard let span = source.mention else { return source.kind == .unnamed }
    return !report.tokens[report.tokenRange(of: span)].contains(where: \.isName)
  }

  /// Every word but the small ones with a capital: "The Long Way Home".
  private func isTitle(_ mention: QuoteMention, in report: AnnotatedReport) -> Bool {
    let words = report.report.reading(mention.span).split(whereSeparator: \.isWhitespace)
    return words.allSatisfy { word in
      word.first { $0.isLetter }.map { $0.isUppercase } ?? true || FunctionWords.contains(word.lowercased())
    }
  }

  private static let firstPersons: Set<String> = [
    "i", "i'm", "i've", "i'd", "me", "my", "we", "we're", "we've", "our", "us",
  ]

  /// The same words in the other report, where the run has at least two thirds of them.
  private func counterpart(
    of quote: Range<Int>, _ ownTokens: Range<Int>, _ otherTokens: Range<Int>, _ own: Int, _ other: Int,
    in view: CollationView
  ) -> Place? {
    func words(_ report: Int, _ range: Range<Int>) -> [Int] {
      range.filter { view.story.reports[report].tokens[$0].kind != .mark }
    }
    let (mine, theirs) = (words(own, ownTokens), words(other, otherTokens))
    let inside = mine.indices.filter { quote.contains(mine[$0]) }
    guard mine.count == theirs.count, let first = inside.first, let last = inside.last,
      inside.count * 3 >= words(own, quote).count * 2
    else { return nil }
    return Place(Siglum(other), view.story.reports[other].span(of: theirs[first]..<(theirs[last] + 1)))
  }

  /// What is laid to a named speaker is speech, marks or not.
  private func isSpeech(_ place: Place, in view: CollationView) -> Bool {
    view.attributions(place.report, in: place.span).contains {
      $0.source.kind == .person && $0.content.shared(with: place.span) * 2 > place.span.length
    }
  }

  // MARK: Narration about the speaker, in the speaker's marks

  /// "“Smith stated that …”, the statement said": whoever quotes Smith does not write so.
  private func narration(in view: CollationView) -> [Siglum: Divergence] {
    var found: [Siglum: Divergence] = [:]
    for quote in view.collation.quotes {
      for variant in quote.variants where found[variant.report] == nil {
        let mention = view.story[variant.report].quotes[variant.mention]
        guard Self.isNarrated(mention, in: view.story[variant.report]) else { continue }
        let place = Place(variant.report, mention.span)
        let matter = view.matter(place)
        let others = quote.variants.lazy.filter { $0.report != variant.report }.map { other in
          Place(other.report, view.story[other.report].quotes[other.mention].span)
        }.filter { view.isParagraph($0) && matter.shared(with: view.matter($0)).count >= 2 }
          .prefix(Self.mostCounterparts)
        guard let other = others.first else { continue }
        found[variant.report] = Divergence(
          .pseudoQuote, .high, claim: view.claim(at: place), differ: [variant.report], from: others.map(\.report),
          at: [place] + others,
          "\(variant.report) puts a sentence about the speaker in quotation marks, \(view.quoted(place)); "
            + "\(other.report) has \(view.quoted(other)).")
      }
    }
    return found
  }

  /// Whether words in marks begin with a name and a verb of saying: "Smith stated that".
  static func isNarrated(_ mention: QuoteMention, in report: AnnotatedReport) -> Bool {
    guard mention.form != .indirect else { return false }
    let tokens = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }.prefix(6)
    guard let first = tokens.first, first.isName, let verb = tokens.firstIndex(where: { !$0.isName }) else {
      return false
    }
    let speaker = mention.attribution.map { report.attributions[$0].source }
    if let speaker, speaker.kind == .person,
      !speaker.name.lowercased().split(separator: " ").contains(where: { $0 == first.key })
    {
      return false
    }
    return sayings.contains(tokens[verb].key) && tokens.dropFirst(verb - tokens.startIndex + 1).first?.key == "that"
  }

  private static let sayings: Set<String> = [
    "said", "stated", "noted", "stressed", "added", "declared", "announced", "emphasized", "emphasised", "explained",
    "pointed", "believes", "says",
  ]
}

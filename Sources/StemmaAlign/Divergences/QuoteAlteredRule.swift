import StemmaModel
import StemmaText

/// Other words inside the quotation marks. A report that has all its quotations in other words is another translation:
/// one item of low severity.
struct QuoteAlteredRule: DivergenceRule {
  /// Words in common, of the shorter passage, below which two passages are not one quotation.
  static let leastCommon = 0.3
  static let fewestWords = 4
  /// Quotations of one speaker that are compared with one another.
  static let mostOfSpeaker = 48
  /// Quotations in other words at which a report is a translation, if it has hardly any word for word.
  static let translated = 3

  private struct Passage {
    var place: Place
    var keys: [String]
  }

  private struct Change {
    var own: Passage
    var other: Passage
    var claim: Int?
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var changes: [Siglum: [Change]] = [:]
    var kept: [Siglum: Int] = [:]
    for quote in view.collation.quotes + strays(in: view) {
      let marked = passages(quote, in: view)
      guard let standard = standard(marked, quote, in: view) else { continue }
      for own in marked where own.place.report != standard.place.report {
        let rest = marked.filter { $0.place.report != own.place.report }
        if rest.contains(where: { isCut(own.keys, of: $0.keys) || isCut($0.keys, of: own.keys) }) {
          kept[own.place.report, default: 0] += 1
          continue
        }
        // Its counterpart is the passage it has most words in common with.
        guard let other = rest.max(by: { common(own, $0) < common(own, $1) }),
          common(own, other) >= Self.leastCommon, areAlike(own, other, in: view)
        else { continue }
        changes[own.place.report, default: []].append(
          Change(own: own, other: other, claim: view.claim(at: own.place)))
      }
    }
    return changes.keys.sorted().flatMap { report in
      let own = changes[report]!
      return own.count >= Self.translated && own.count > kept[report, default: 0]
        ? [translation(own, in: view)] : own.map { edit($0, in: view) }
    }
  }

  /// Quotations that stand alone, each with one of the same speaker that has the same matter.
  private func strays(in view: CollationView) -> [Quote] {
    func mention(_ variant: Quote.Variant) -> QuoteMention { view.story[variant.report].quotes[variant.mention] }
    var bySpeaker: [String: [(variant: Quote.Variant, isAlone: Bool)]] = [:]
    for quote in view.collation.quotes {
      let isAlone = Set(quote.variants.filter { mention($0).form != .indirect }.map(\.report)).count == 1
      for variant in quote.variants where mention(variant).form != .indirect {
        guard let source = mention(variant).attribution.map({ view.story[variant.report].attributions[$0].source }),
          source.kind == .person, let name = source.name.lowercased().split(separator: " ").last
        else { continue }
        bySpeaker[String(name), default: []].append((variant, isAlone))
      }
    }
    return bySpeaker.keys.sorted().flatMap { name -> [Quote] in
      let all = bySpeaker[name]!.prefix(Self.mostOfSpeaker)
      return all.filter(\.isAlone).compactMap { own -> Quote? in
        let matter = view.matter(Place(own.variant.report, mention(own.variant).span))
        let other = all.first { other in
          other.variant.report != own.variant.report
            && matter.isKin(to: view.matter(Place(other.variant.report, mention(other.variant).span)))
        }
        guard let other, !other.isAlone || other.variant.report < own.variant.report else { return nil }
        return Quote(variants: [other.variant, own.variant], best: 0)
      }
    }
  }

  private func passages(_ quote: Quote, in view: CollationView) -> [Passage] {
    quote.variants.compactMap { variant in
      let report = view.story[variant.report]
      let mention = report.quotes[variant.mention]
      let place = Place(variant.report, mention.span)
      guard mention.form != .indirect, view.isParagraph(place), !PseudoQuoteRule.isNarrated(mention, in: report) else {
        return nil
      }
      let keys = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }
        .map { WordStem.of($0.key) }
      return keys.count >= Self.fewestWords ? Passage(place: place, keys: keys) : nil
    }
  }

  private func translation(_ changes: [Change], in view: CollationView) -> Divergence {
    let report = changes[0].own.place.report
    let against = Set(changes.map(\.other.place.report)).sorted()
    return Divergence(
      .quoteAltered, .low, claim: changes[0].claim, differ: [report], from: against,
      at: changes.flatMap { [$0.own.place, $0.other.place] },
      "\(report) gives \(changes.count) quotations in other words, as another translation would: "
        + "\(view.quoted(changes[0].own.place)) where \(changes[0].other.place.report) has "
        + "\(view.quoted(changes[0].other.place)).")
  }

  private func edit(_ change: Change, in view: CollationView) -> Divergence {
    let (own, other) = (change.own.place, change.other.place)
    let words = differences(own, other, in: view)
    return Divergence(
      .quoteAltered, .medium, claim: change.claim, differ: [own.report], from: [other.report], at: [own, other],
      words.map { mine, theirs in
        "Inside the quotation marks \(own.report) has \(mine) where \(other.report) has \(theirs): \(view.quoted(own))."
      }
        ?? "\(own.report) has other words inside the quotation marks, \(view.quoted(own)), than \(other.report): "
        + "\(view.quoted(other)).")
  }

  /// The words that stand for one another; nil where hardly any word is kept.
  private func differences(_ own: Place, _ other: Place, in view: CollationView) -> (String, String)? {
    func words(_ place: Place) -> [Token] {
      let report = view.story[place.report]
      return report.tokens[report.tokenRange(of: place.span)].filter { $0.kind != .mark }
    }
    let (a, b) = (words(own), words(other))
    let pairs = EditAlignment.common(a.map(\.key), b.map(\.key))
    guard pairs.count * 10 >= 6 * min(a.count, b.count) else { return nil }
    var mine: [String] = []
    var theirs: [String] = []
    for (left, right) in zip(pairs, pairs.dropFirst()) where mine.count < 3 {
      let x = a[(left.a + 1)..<right.a].map(\.span)
      let y = b[(left.b + 1)..<right.b].map(\.span)
      guard let first = x.first, let second = y.first else { continue }
      mine.append(view.quoted(Place(own.report, first.joined(with: x.last!))))
      theirs.append(view.quoted(Place(other.report, second.joined(with: y.last!))))
    }
    return mine.isEmpty ? nil : (mine.joined(separator: ", "), theirs.joined(separator: ", "))
  }

  /// The passage most others agree with; of equals the one where the quotation is best attested, then the longest.
  private func standard(_ marked: [Passage], _ quote: Quote, in view: CollationView) -> Passage? {
    guard Set(marked.map(\.place.report)).count > 1 else { return nil }
    let best = quote.variants[quote.best].report
    func rank(_ item: Passage) -> (Int, Int, Int) {
      (marked.count { $0.keys == item.keys }, item.place.report == best ? 1 : 0, item.keys.count)
    }
    return marked.enumerated().max { x, y in
      let (a, b) = (rank(x.element), rank(y.element))
      return a != b ? a < b : x.offset > y.offset
    }?.element
  }

  private func common(_ a: Passage, _ b: Passage) -> Double {
    Double(EditAlignment.common(a.keys, b.keys).count) / Double(max(1, min(a.keys.count, b.keys.count)))
  }

  private func areAlike(_ a: Passage, _ b: Passage, in view: CollationView) -> Bool {
    view.matter(a.place).shared(with: view.matter(b.place)).count >= 2
  }

  private func isCut(_ short: [String], of long: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
  }
}

import StemmaModel
import StemmaText

/// Other words inside the quotation marks. A report that has all its quotations in other words is another translation:
/// one item of low severity.
struct QuoteAlteredRule: DivergenceRule {
  /// Words in common, of the shorter passage, below which two passages are not one quotation.
  static let leastCommon = 0.3
  /// At which one is the other with a few words changed.
  static let leastKept = 0.6
  /// Words of the shorter in the longer, where something was left out or put in and marked as such.
  static let leastOfCut = 0.9
  /// The share of the lighter passage's matter that two passages of one quotation have in common.
  static let leastMatter = 0.4
  static let fewestWords = 4
  /// Wordings of one quotation that are compared, the best attested first.
  static let mostWordings = 24
  /// Quotations of one speaker that are compared with one another.
  static let mostOfSpeaker = 48
  /// Quotations in other words at which a report is a translation, if it has hardly any word for word.
  static let translated = 3

  private struct Passage {
    var place: Place
    /// Its words, by the number of their form.
    var keys: [Int32]
    var speaker: String?
    var matter: Matter
    /// Whether it has "…" or "[the mayor]" in it.
    var isMarkedAsCut: Bool
    /// Other reports with the same words in the marks.
    var copies: [Place] = []

    var reports: [Siglum] { [place.report] + copies.map(\.report) }
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
      guard let standard = standard(marked, quote) else { continue }
      for own in marked where own.place != standard.place {
        let rest = marked.filter { $0.place != own.place && !Set($0.reports).isSubset(of: own.reports) }
        if rest.contains(where: { isCut(own, of: $0) || isCut($0, of: own) }) {
          kept[own.place.report, default: 0] += 1
          continue
        }
        // Its counterpart is the passage it has most words in common with.
        let shares = rest.map { common(own, $0) }
        guard let best = shares.indices.max(by: { (shares[$0], $1) < (shares[$1], $0) }),
          shares[best] >= Self.leastCommon, areOneQuotation(own, rest[best], in: view)
        else { continue }
        changes[own.place.report, default: []].append(
          Change(own: own, other: rest[best], claim: view.claim(at: own.place)))
      }
    }
    return changes.keys.sorted().flatMap { report in
      let own = changes[report]!
      return own.count >= Self.translated && own.count > kept[report, default: 0]
        ? [translation(own, in: view)] : own.compactMap { edit($0, in: view) }
    }
  }

  /// Of the same speaker, if both have one, and with a good part of the matter in common.
  private func areOneQuotation(_ a: Passage, _ b: Passage, in view: CollationView) -> Bool {
    if let x = a.speaker, let y = b.speaker, !view.mayBeOne(x, y) { return false }
    let shared = a.matter.shared(with: b.matter)
    return shared.count >= 2 && shared.weight >= Self.leastMatter * min(a.matter.weight, b.matter.weight)
  }

  // MARK: Passages

  private func mention(_ variant: Quote.Variant, in view: CollationView) -> QuoteMention {
    view.story[variant.report].quotes[variant.mention]
  }

  /// Quotations that stand alone, each with one of the same speaker that has the same matter.
  private func strays(in view: CollationView) -> [Quote] {
    typealias Stray = (variant: Quote.Variant, isAlone: Bool)
    var bySpeaker: [String: [Stray]] = [:]
    for quote in view.collation.quotes {
      var marked: [Quote.Variant] = []
      var isAlone = true
      for variant in quote.variants where mention(variant, in: view).form != .indirect {
        isAlone = isAlone && (marked.first.map { $0.report == variant.report } ?? true)
        // Of a quotation that many have a few prints will do.
        if marked.count < 2 { marked.append(variant) }
      }
      for variant in marked {
        guard let name = speaker(variant, in: view)?.lowercased().split(separator: " ").last else { continue }
        bySpeaker[String(name), default: []].append((variant, isAlone))
      }
    }
    return bySpeaker.keys.sorted().flatMap { name -> [Quote] in
      let all = bySpeaker[name]!.prefix(Self.mostOfSpeaker).map { item in
        (
          item: item,
          matter: view.matter(Place(item.variant.report, mention(item.variant, in: view).span))
        )
      }
      return all.filter(\.item.isAlone).compactMap { own -> Quote? in
        let other = all.first {
          $0.item.variant.report != own.item.variant.report && own.matter.isKin(to: $0.matter)
        }
        guard let other, !other.item.isAlone || other.item.variant.report < own.item.variant.report else { return nil }
        return Quote(variants: [other.item.variant, own.item.variant], best: 0)
      }
    }
  }

  private func speaker(_ variant: Quote.Variant, in view: CollationView) -> String? {
    guard
      let source = mention(variant, in: view).attribution.map({ view.story[variant.report].attributions[$0].source }),
      source.kind == .person
    else { return nil }
    return source.name
  }

  /// The wordings in marks, each once with who has it.
  private func passages(_ quote: Quote, in view: CollationView) -> [Passage] {
    var found: [Passage] = []
    var byKeys: [[Int32]: Int] = [:]
    for variant in quote.variants {
      let report = view.story[variant.report]
      let mention = mention(variant, in: view)
      let place = Place(variant.report, mention.span)
      guard mention.form != .indirect, view.isParagraph(place), !PseudoQuoteRule.isNarrated(mention, in: report) else {
        continue
      }
      let keys = words(place, in: view).map { view.vocabulary.form(variant.report.index, $0) }
      guard keys.count >= Self.fewestWords else { continue }
      if let known = byKeys[keys] {
        found[known].copies.append(place)
      } else {
        byKeys[keys] = found.count
        found.append(
          Passage(
            place: place, keys: keys, speaker: speaker(variant, in: view), matter: view.matter(place),
            isMarkedAsCut: report.tokens[report.tokenRange(of: place.span)].contains {
              $0.kind == .mark && ($0.key == "[" || $0.key == "…" || $0.key.hasPrefix(".."))
            }))
      }
    }
    guard found.count > Self.mostWordings else { return found }
    return found.indices.sorted { (-found[$0].copies.count, $0) < (-found[$1].copies.count, $1) }
      .prefix(Self.mostWordings).sorted().map { found[$0] }
  }

  /// The tokens inside the marks, without marks and without what the report says it put in: "[the mayor]".
  private func words(_ place: Place, in view: CollationView) -> [Int] {
    let report = view.story[place.report]
    var depth = 0
    return report.tokenRange(of: place.span).filter { index in
      let token = report.tokens[index]
      if token.kind == .mark {
        if token.key == "[" { depth += 1 }
        if token.key == "]" { depth = max(0, depth - 1) }
        return false
      }
      return depth == 0
    }
  }

  /// The passage most others agree with; of equals the one where the quotation is best attested, then the longest.
  private func standard(_ marked: [Passage], _ quote: Quote) -> Passage? {
    guard Set(marked.flatMap(\.reports)).count > 1 else { return nil }
    let best = quote.variants[quote.best].report
    func rank(_ item: Passage) -> (Int, Int, Int) {
      (item.copies.count, item.reports.contains(best) ? 1 : 0, item.keys.count)
    }
    return marked.enumerated().max { x, y in
      let (a, b) = (rank(x.element), rank(y.element))
      return a != b ? a < b : x.offset > y.offset
    }?.element
  }

  private func common(_ a: Passage, _ b: Passage) -> Double {
    Double(EditAlignment.common(a.keys, b.keys).count) / Double(max(1, min(a.keys.count, b.keys.count)))
  }

  /// Whether one is the other cut short, or, where marks or brackets tell that something was left out or put in, with
  /// nothing but that.
  private func isCut(_ short: Passage, of long: Passage) -> Bool {
    guard short.keys.count <= long.keys.count else { return false }
    if short.isMarkedAsCut || long.isMarkedAsCut {
      let kept = Double(EditAlignment.common(short.keys, long.keys).count)
      return kept >= Self.leastOfCut * Double(short.keys.count)
    }
    let (a, b) = (short.keys, long.keys)
    return (0...(b.count - a.count)).contains { b[$0..<($0 + a.count)].elementsEqual(a) }
  }

  // MARK: Telling

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

  /// Nil where hardly any word is kept and not even the matter: another quotation, or another half of it.
  private func edit(_ change: Change, in view: CollationView) -> Divergence? {
    let (own, other) = (change.own, change.other)
    let reports = Set(own.reports).sorted()
    let against = Set(other.reports).subtracting(reports).sorted()
    guard !against.isEmpty else { return nil }
    let places = [own.place, other.place] + own.copies + other.copies
    guard let (mine, theirs) = differences(own.place, other.place, in: view) else {
      guard own.matter.isClose(to: other.matter) else { return nil }
      return Divergence(
        .quoteAltered, own.speaker != nil && other.speaker != nil ? .medium : .low, claim: change.claim,
        differ: reports, from: against, at: places,
        "\(view.list(reports, "has", "have")) other words inside the quotation marks, \(view.quoted(own.place)), than "
          + "\(view.list(against)): \(view.quoted(other.place)).")
    }
    return Divergence(
      .quoteAltered, .medium, claim: change.claim, differ: reports, from: against, at: places,
      "Inside the quotation marks \(view.list(reports, "has", "have")) \(mine) where "
        + "\(view.list(against, "has", "have")) \(theirs): \(view.quoted(own.place)).")
  }

  /// The words that stand for one another; nil where too few are kept.
  private func differences(_ own: Place, _ other: Place, in view: CollationView) -> (String, String)? {
    let (a, b) = (words(own, in: view), words(other, in: view))
    let (x, y) = (view.story[own.report].tokens, view.story[other.report].tokens)
    let pairs = EditAlignment.common(
      a.map { view.vocabulary.form(own.report.index, $0) }, b.map { view.vocabulary.form(other.report.index, $0) })
    guard Double(pairs.count) >= Self.leastKept * Double(min(a.count, b.count)) else { return nil }
    var mine: [String] = []
    var theirs: [String] = []
    var gaps = pairs.map { ($0.a, $0.b) }
    gaps.append((a.count, b.count))
    var last = (-1, -1)
    for next in gaps where mine.count < 3 {
      let (left, right) = (a[(last.0 + 1)..<next.0], b[(last.1 + 1)..<next.1])
      last = next
      guard let first = left.first, let second = right.first else { continue }
      // Where they begin and end is a matter of the cut: another small word there is none.
      let isEdge = first == a[0] || left.last == a.last
      if isEdge, left.count + right.count <= 3,
        (left.map { x[$0] } + right.map { y[$0] }).allSatisfy({ FunctionWords.contains($0.key) })
      {
        continue
      }
      mine.append(view.quoted(Place(own.report, x[first].span.joined(with: x[left.last!].span))))
      theirs.append(view.quoted(Place(other.report, y[second].span.joined(with: y[right.last!].span))))
    }
    return mine.isEmpty ? nil : (mine.joined(separator: ", "), theirs.joined(separator: ", "))
  }
}

import StemmaModel
import StemmaText

/// Other words inside the quotation marks.
struct QuoteAlteredRule: DivergenceRule {
  /// Words in common, of the shorter passage, at which it is the same passage edited; below, it is another translation.
  static let edited = 0.6
  static let fewestWords = 4

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Divergence] = []
    var translated: [Siglum: [(own: Place, other: Place)]] = [:]
    for quote in view.collation.quotes {
      let marked = quote.variants.compactMap { variant -> (place: Place, keys: [String])? in
        let report = view.story[variant.report]
        let mention = report.quotes[variant.mention]
        guard mention.form != .indirect else { return nil }
        let keys = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
        return keys.count >= Self.fewestWords ? (Place(variant.report, mention.span), keys) : nil
      }
      guard let standard = standard(marked) else { continue }
      for own in marked where own.place.report != standard.place.report {
        // Its counterpart is the passage it has most words in common with.
        let rest = marked.filter { $0.place.report != own.place.report }
        if rest.contains(where: { isCut(own.keys, of: $0.keys) || isCut($0.keys, of: own.keys) }) { continue }
        guard let other = rest.max(by: { common(own.keys, $0.keys) < common(own.keys, $1.keys) }) else { continue }
        let share = common(own.keys, other.keys)
        if share >= Self.edited {
          found.append(
            Divergence(
              .quoteAltered, .medium, claim: view.claim(at: own.place), reports: [own.place.report],
              against: [other.place.report], places: [own.place, other.place].sorted(),
              explanation:
                "\(own.place.report) puts other words between the same quotation marks: “\(view.reading(own.place))”; "
                + "\(other.place.report) has “\(view.reading(other.place))”."))
        } else {
          translated[own.place.report, default: []].append((own.place, other.place))
        }
      }
    }
    for (report, pairs) in translated.sorted(by: { $0.key < $1.key }) {
      found.append(
        Divergence(
          .quoteAltered, pairs.count > 1 ? .low : .medium, claim: view.claim(at: pairs[0].own), reports: [report],
          against: Set(pairs.map(\.other.report)).sorted(), places: pairs.flatMap { [$0.own, $0.other] }.sorted(),
          explanation: pairs.count > 1
            ? "\(report) gives \(pairs.count) quotations in other words, as another translation would."
            : "\(report) gives the quotation in other words: “\(view.reading(pairs[0].own))”."))
    }
    return found
  }

  /// The passage most others agree with, else the longest.
  private func standard(_ marked: [(place: Place, keys: [String])]) -> (place: Place, keys: [String])? {
    guard Set(marked.map(\.place.report)).count > 1 else { return nil }
    return marked.enumerated().max { x, y in
      let rank = { (item: [String]) in marked.filter { $0.keys == item }.count }
      return (rank(x.element.keys), x.element.keys.count, y.offset) < (
        rank(y.element.keys), y.element.keys.count, x.offset
      )
    }?.element
  }

  private func common(_ a: [String], _ b: [String]) -> Double {
    Double(EditAlignment.common(a, b).count) / Double(max(1, min(a.count, b.count)))
  }

  private func isCut(_ short: [String], of long: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
  }
}

import StemmaModel
import StemmaText

/// A term in quotation marks with another word in it: "reckless savings" becomes "imprudent savings".
struct QuotedTermRule: DivergenceRule {
  static let mostWords = 3
  /// Terms of one quotation that are compared.
  static let mostTerms = 40

  private struct Term {
    var keys: [String]
    var place: Place
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<String> = []
    return view.collation.quotes.flatMap { quote -> [Divergence] in
      let terms = quote.variants.compactMap { term($0, in: view) }.prefix(Self.mostTerms)
      guard terms.count > 1 else { return [] }
      return terms.compactMap { own -> Divergence? in
        // The form that more reports have is the standard; of equals the one read first.
        let votes = reports(terms, own.keys).count
        let others = terms.filter {
          isOneWordOff($0.keys, own.keys) && !reports(terms, $0.keys).contains(own.place.report)
            && haveMore(own.place, $0.place, in: view)
        }
        guard
          let other = others.max(by: {
            (reports(terms, $0.keys).count, $1.place) < (reports(terms, $1.keys).count, $0.place)
          })
        else { return nil }
        let standing = reports(terms, other.keys)
        guard (standing.count, own.place) > (votes, other.place),
          seen.insert("\(own.place.report) \(own.keys)").inserted
        else { return nil }
        let mine = terms.filter { $0.place.report == own.place.report && $0.keys == own.keys }.map(\.place)
        let theirs = standing.compactMap { report in
          terms.first { $0.place.report == report && $0.keys == other.keys }?.place
        }
        return Divergence(
          .wording, .medium, claim: view.claim(at: own.place), differ: [own.place.report], from: standing,
          at: mine + theirs,
          "\(own.place.report) has \(view.quoted(own.place)) in quotation marks where "
            + "\(view.list(standing, "has", "have")) \(view.quoted(other.place)).")
      }
    }
  }

  private func term(_ variant: Quote.Variant, in view: CollationView) -> Term? {
    let report = view.story[variant.report]
    let mention = report.quotes[variant.mention]
    guard mention.form != .indirect else { return nil }
    let tokens = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }
    guard (2...Self.mostWords).contains(tokens.count), tokens.allSatisfy({ !FunctionWords.contains($0.key) }) else {
      return nil
    }
    return Term(keys: tokens.map { WordStem.of($0.key) }, place: Place(variant.report, mention.span))
  }

  private func reports(_ terms: ArraySlice<Term>, _ keys: [String]) -> [Siglum] {
    Set(terms.filter { $0.keys == keys }.map(\.place.report)).sorted()
  }

  /// Whether their sentences have more in common than the other word of the term.
  private func haveMore(_ a: Place, _ b: Place, in view: CollationView) -> Bool {
    guard let x = view.statement(a), let y = view.statement(b) else { return false }
    return view.matter(of: x.tokens, a.report.index).shared(with: view.matter(of: y.tokens, b.report.index)).count > 1
  }

  private func isOneWordOff(_ a: [String], _ b: [String]) -> Bool {
    a.count == b.count && zip(a, b).count { $0 != $1 } == 1
  }
}

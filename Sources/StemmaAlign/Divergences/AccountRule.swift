import StemmaModel
import StemmaText

/// One event at one time, of which two accounts are given.
struct AccountRule: DivergenceRule {
  /// "passed its inspection in November" against "the inspection in November never went below": the same thing at the
  /// same time, with a denial on one side.
  func divergences(in view: CollationView) -> [Divergence] {
    struct Account {
      var report: Siglum
      var isDenial: Bool
      var place: Place
    }
    var accounts: [String: [Account]] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for time in report.times where time.weekday == nil {
        guard let sentence = report.statement(around: time.span), let moment = time.moment,
          moment.precision == .month || moment.precision == .year,
          report.report.passages[sentence.passage].kind == .paragraph
        else { continue }
        let tokens = report.tokenRange(of: time.span)
        guard let first = tokens.first, first > sentence.tokens.lowerBound,
          ["in", "of", "from"].contains(report.tokens[first - 1].key)
        else { continue }
        let from = max(sentence.tokens.lowerBound, first - 3)
        let clause = sentence.clauses.first { $0.contains(first) } ?? sentence.tokens
        // Up to the end of the sentence: "The inspection in November, she said, never went …".
        let whole = min(from, clause.lowerBound)..<sentence.tokens.upperBound
        let denial = (tokens.upperBound..<max(tokens.upperBound, whole.upperBound)).first {
          report.tokens[$0].key == "never" || report.tokens[$0].key == "not"
        }
        let end = min(whole.upperBound, (denial ?? tokens.upperBound) + 5)
        let place = Place(
          siglum, report.span(of: (denial == nil ? max(from, whole.lowerBound) : from)..<max(end, tokens.upperBound)))
        for index in from..<(first - 1) {
          guard let stem = Matter.stem(report.tokens[index]), Self.checks.contains(stem) else { continue }
          accounts["\(stem) \(moment.description)", default: []].append(
            Account(report: siglum, isDenial: denial != nil, place: place))
        }
      }
    }
    return accounts.keys.sorted().compactMap { key in
      let all = accounts[key]!
      let denials = all.filter(\.isDenial)
      let plain = all.filter { own in !own.isDenial && !denials.contains { $0.report == own.report } }
      guard let first = denials.first, let other = plain.first else { return nil }
      let (reports, against) = (Set(denials.map(\.report)).sorted(), Set(plain.map(\.report)).sorted())
      return Divergence(
        .contradiction, .medium, claim: view.claim(at: first.place), differ: reports, from: against,
        at: (denials + plain).map(\.place),
        "\(view.list(reports, "has", "have")) \(view.quoted(first.place)); \(view.list(against, "has", "have")) "
          + "\(view.quoted(other.place)): two accounts of the same.")
    }
  }

  /// What is passed or failed, held or not held.
  private static let checks = Set(
    """
    inspection test audit review check examination survey trial vote election referendum agreement treaty deal contract
    order warning permit approval licence license payment meeting hearing report study
    """.split(whereSeparator: \.isWhitespace).map { Matter.stem(String($0)) })
}

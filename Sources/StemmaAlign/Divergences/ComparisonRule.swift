import StemmaModel
import StemmaText

/// A comparison made stronger: "more by A than by B" becomes "A rather than B"; "the highest since 1934" becomes "never
/// seen before"; "the highest by an official" becomes "the highest".
struct ComparisonRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Place]> = []
    return view.readings.indices.flatMap { claim -> [Divergence] in
      guard view.readings[claim].count > 1, view.classes[claim].contains(.comparison) else { return [] }
      return [strengthened(claim, in: view), scope(claim, in: view)].compactMap { $0 }
        .filter { seen.insert($0.places).inserted }
    }
  }

  // MARK: Weak and strong comparisons

  private enum Form: Hashable { case more, instead, since, ever }

  private func strengthened(_ claim: Int, in view: CollationView) -> Divergence? {
    var forms: [Siglum: (form: Form, place: Place)] = [:]
    var bare: [Siglum: Place] = [:]
    for reading in view.readings[claim] {
      guard reading.isParagraph, let sentence = view.statement(reading) else { continue }
      let siglum = reading.report
      let report = view.story[siglum]
      if let (form, tokens) = form(report.tokens, sentence.tokens) {
        forms[siglum] = (form, Place(siglum, report.span(of: tokens)))
      } else if !report.tokens[sentence.tokens].contains(where: { $0.key == "than" }) {
        bare[siglum] = reading.place
      }
    }
    for (weak, strong) in [(Form.more, Form.instead), (.since, .ever)] {
      let mild = forms.keys.filter { forms[$0]!.form == weak }.sorted()
      guard let first = mild.first else { continue }
      let firm = forms.keys.filter { own in
        forms[own]!.form == strong && mild.contains { isKin(own, $0, claim, view) }
      }.sorted()
      guard let lead = firm.first else { continue }
      // Who has only the first half of "more by A than by B" says it stronger still.
      let half = weak == .more ? bare.keys.filter { view.areKin($0, first, in: claim) }.sorted() : []
      return Divergence(
        .intensity, .medium, claim: claim, differ: firm + half, from: mild,
        at: firm.map { forms[$0]!.place } + half.map { bare[$0]! } + mild.map { forms[$0]!.place },
        "\(view.list(firm, "has", "have")) \(view.quoted(forms[lead]!.place)) where "
          + "\(view.list(mild, "has", "have")) \(view.quoted(forms[first]!.place))"
          + (half.isEmpty ? "." : "; \(view.list(half, "leaves", "leave")) the comparison out."))
    }
    return nil
  }

  private func isKin(_ a: Siglum, _ b: Siglum, _ claim: Int, _ view: CollationView) -> Bool {
    view.areKin(a, b, in: claim)
      || view.sentenceMatter(view.reading(a, of: claim)!).isKin(to: view.sentenceMatter(view.reading(b, of: claim)!))
  }

  private func form(_ tokens: [Token], _ sentence: Range<Int>) -> (Form, Range<Int>)? {
    for index in sentence {
      let rest = (index + 1)..<max(index + 1, min(sentence.upperBound, index + 14))
      func following(_ key: String) -> Int? { rest.first { tokens[$0].key == key } }
      switch tokens[index].key {
      case "more":
        if let than = following("than"), than > index + 1, than + 1 < sentence.upperBound,
          tokens[than + 1].kind == .word
        {
          return (.more, index..<min(sentence.upperBound, than + 4))
        }
      case "rather", "instead":
        if index + 1 < sentence.upperBound, ["than", "of"].contains(tokens[index + 1].key) {
          return (.instead, index..<min(sentence.upperBound, index + 4))
        }
      case "never":
        if let before = rest.first(where: { ["before", "ever", "previously"].contains(tokens[$0].key) }),
          before <= index + 5
        {
          return (.ever, max(sentence.lowerBound, index - 2)..<(before + 1))
        }
      case "unprecedented":
        return (.ever, max(sentence.lowerBound, index - 1)..<min(sentence.upperBound, index + 2))
      default:
        if Self.isSuperlative(tokens[index].key), let since = following("since"), since <= index + 10 {
          return (.since, index..<min(sentence.upperBound, since + 5))
        }
      }
    }
    return nil
  }

  static func isSuperlative(_ key: String) -> Bool {
    let word = key.split(separator: "-").first.map(String.init) ?? key
    return superlatives.contains(word)
  }

  static let words = superlatives.union(["more", "rather", "instead", "never", "unprecedented"])

  private static let superlatives = Set(
    """
    highest lowest largest biggest smallest greatest longest shortest deadliest worst best strongest weakest heaviest
    hottest coldest wettest driest fastest slowest oldest youngest richest poorest deepest steepest sharpest bloodiest
    busiest costliest fiercest toughest tallest widest wealthiest closest gravest fewest most
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  // MARK: How far a superlative reaches

  /// "the highest visit by an official to the country since" without "to the country".
  private func scope(_ claim: Int, in view: CollationView) -> Divergence? {
    var scopes: [Siglum: (head: String, within: Set<String>, place: Place)] = [:]
    for reading in view.readings[claim] where reading.isParagraph {
      let siglum = reading.report
      let report = view.story[siglum]
      guard let sentence = view.statement(reading),
        let start = sentence.tokens.first(where: {
          Self.isSuperlative(report.tokens[$0].key) && report.tokens[$0].key != "most"
        })
      else { continue }
      let rest = (start + 1)..<min(sentence.tokens.upperBound, start + 16)
      guard let since = rest.first(where: { report.tokens[$0].key == "since" }) else { continue }
      let words = (start..<since).filter {
        !FunctionWords.contains(report.tokens[$0].key) && report.tokens[$0].kind != .mark
      }
      let end = min(sentence.tokens.upperBound, since + 4)
      scopes[siglum] = (
        report.tokens[start].key, Set(words.map { WordStem.of(report.tokens[$0].key) }),
        Place(siglum, report.span(of: start..<end))
      )
    }
    // The narrowest is what the wider ones were made from.
    guard
      let narrow = scopes.keys.sorted().max(by: {
        (scopes[$0]!.within.count, $1) < (scopes[$1]!.within.count, $0)
      })
    else { return nil }
    let whole = scopes[narrow]!
    let wide = scopes.keys.filter {
      scopes[$0]!.head == whole.head && scopes[$0]!.within.isStrictSubset(of: whole.within)
    }.sorted()
    guard let first = wide.first else { return nil }
    let against = scopes.keys.filter { scopes[$0]!.within == whole.within }.sorted()
    return Divergence(
      .wording, .medium, claim: claim, differ: wide, from: against,
      at: (wide + against).map { scopes[$0]!.place },
      "\(view.list(wide, "has", "have")) \(view.quoted(scopes[first]!.place)) without limits that "
        + "\(view.list(against, "has", "have")): \(view.quoted(whole.place)).")
  }
}

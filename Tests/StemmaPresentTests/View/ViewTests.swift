import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct MarkedReadingTests {
  /// The lemma is report A's text, the wording report B's; runs are "old|new", "old|" and "|new", or what is kept.
  private func variant(_ runs: String...) -> Dossier.Claim.Variant {
    var texts = (lemma: "", here: "")
    func span(_ report: String, _ words: Substring, in text: WritableKeyPath<(lemma: String, here: String), String>)
      -> Dossier.Span?
    {
      guard !words.isEmpty else { return nil }
      if !texts[keyPath: text].isEmpty { texts[keyPath: text] += " " }
      let start = texts[keyPath: text].utf8.count
      texts[keyPath: text] += words
      return Dossier.Span(report: report, start: start, end: start + words.utf8.count, exact: String(words))
    }
    let changes = runs.map { run in
      let parts = run.split(separator: "|", omittingEmptySubsequences: false)
      let lemma = span("A", parts[0], in: \.lemma)
      let here = span("B", parts.last!, in: \.here)
      let kind: Dossier.Claim.Change.Kind =
        parts.count == 1 ? .kept : lemma == nil ? .added : here == nil ? .leftOut : .replaced
      return Dossier.Claim.Change(kind: kind, lemma: lemma, here: here)
    }
    return Dossier.Claim.Variant(text: texts.here, witnesses: [], changes: changes)
  }

  private func shown(_ variant: Dossier.Claim.Variant) -> String {
    MarkedReading(variant).pieces.map {
      switch $0.kind {
      case .same: $0.text
      case .removed: "[-\($0.text)-]"
      case .added: "{+\($0.text)+}"
      }
    }.joined()
  }

  @Test func `the lemma's own words are shown as they are`() {
    #expect(shown(.init(text: "The hull is sound.", witnesses: [])) == "The hull is sound.")
  }

  @Test func `changed words stand old before new`() {
    #expect(
      shown(variant("Repairs cost", "|over", "4.2 million crowns")) == "Repairs cost {+over +}4.2 million crowns")
    #expect(shown(variant("more than|about", "30% above")) == "[-more than -]{+about +}30% above")
  }

  @Test func `words at the end do not run together`() {
    #expect(shown(variant("since the invasion", "of Ukraine|")) == "since the invasion [-of Ukraine-]")
  }

  @Test func `what stands together in the text stays together`() {
    var reading = variant("a", "37|38", "year-old")
    reading.changes![2].here = .init(report: "B", start: reading.changes![1].here!.end, end: 12, exact: "-year-old")
    #expect(shown(reading) == "a [-37 -]{+38+}-year-old")
  }

  @Test func `what shares little is not marked`() {
    #expect(MarkedReading(variant("one two three|four five six", "seven")).isTooFar == true)
    #expect(MarkedReading(variant("one|two", "three four five")).isTooFar == false)
  }
}

@Suite struct DescentTests {
  private func descent(_ nodes: String, _ edges: [(String, String, Double, String)]) -> Descent {
    var stemma = Dossier.Stemma()
    stemma.nodes = nodes.map { .init(id: String($0), kind: .report) }
    stemma.edges = edges.map { .init(from: $0.0, to: $0.1, confidence: $0.2, kind: $0.3, evidence: []) }
    return Descent(stemma)
  }

  @Test func `a node stands under its surest parent and keeps the others`() {
    let tree = descent("ABC", [("A", "C", 0.6, "drewOn"), ("B", "C", 0.5, "copied")])
    #expect(tree.roots == ["A", "B"])
    #expect(tree.children["B"]?.map(\.to) == ["C"])
    #expect(tree.seconds["C"]?.map(\.from) == ["A"])
  }

  @Test func `a ring in a damaged dossier is opened`() {
    let tree = descent(
      "ABC",
      [
        ("A", "B", 1, "copied"), ("B", "C", 1, "copied"), ("C", "A", 1, "copied"), ("X", "A", 1, "copied"),
        ("A", "A", 1, "copied"),
      ])
    #expect(tree.roots.count == 1)
  }
}

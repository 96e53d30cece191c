import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct WordDifferenceTests {
  private func shown(_ old: String, _ new: String) -> String {
    WordDifference(from: old, to: new).pieces.map {
      switch $0.kind {
      case .same: $0.text
      case .removed: "[-\($0.text)-]"
      case .added: "{+\($0.text)+}"
      }
    }.joined()
  }

  @Test func `case, punctuation and quotation marks are no difference`() {
    #expect(shown("The hull is “sound”", "the hull is \"sound\",") == "the hull is \"sound\",")
    #expect(shown("a – b", "a b") == "a b")
  }

  @Test func `changed words stand old before new`() {
    #expect(
      shown("Repairs cost 4.2 million crowns", "Repairs cost over 4.2 million crowns")
        == "Repairs cost {+over +}4.2 million crowns")
    #expect(shown("more than 30% above", "about 30% above") == "[-more than -]{+about +}30% above")
  }

  @Test func `words at the end do not run together`() {
    #expect(shown("since the invasion of Ukraine", "since the invasion") == "since the invasion [-of Ukraine-]")
  }

  @Test func `scripts without spaces are compared by character`() {
    #expect(shown("中国支持俄罗斯", "中国坚定支持俄罗斯") == "中国{+坚定+}支持俄罗斯")
  }

  @Test func `nothing and everything`() {
    #expect(shown("", "") == "")
    #expect(shown("a b", "") == "[-a b-]")
    #expect(WordDifference(from: "one two", to: "three four").likeness == 0)
    let long = (0..<4000).map { "w\($0)" }.joined(separator: " ")
    let other = (0..<4000).map { "v\($0)" }.joined(separator: " ")
    #expect(WordDifference(from: long, to: other).pieces.count == 2)
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

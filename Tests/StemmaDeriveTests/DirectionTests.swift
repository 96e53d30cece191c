import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaDerive

/// Versions of one page and prints of one dispatch, in our own words.
struct DirectionTests {
  private static let first = """
    The old mill stands on the river bank below the village church.
    It was built by a miller who came from the north in 1821.
    The wheel is probably the oldest in the valley.
    """
  private static let second = """
    The old mill stands on the river bank below the village church.
    It was built by a miller who came from the north in 1821.
    A fire took the roof in 1874 and the owners put slates in the place of straw.
    The wheel is the oldest in the valley.
    """
  private static let third = """
    The old mill stands on the river bank below the village church.
    It was built by a miller (a native of Sundby) who came from the north in 1821.
    A fire took the roof in 1874 and the owners put slates in the place of straw.
    The wheel is the oldest in the valley and was mended in 2004.
    Visitors come to see it on summer Sundays.
    """

  private func descents(_ texts: [String], claims: [Claim] = []) -> Descents {
    let reports = texts.enumerated().map { annotated($1, source: "\($0).txt") }
    var collation = Collation(Story(reports: reports, matches: []))
    collation.claims = claims
    return DescentFinder(collation).descents(of: Array(reports.indices))
  }

  @Test func `versions that grow are a chain from the shortest`() {
    let tree = descents([Self.second, Self.third, Self.first]).tree()
    #expect(tree.map(\.parent) == [2, 0])
    #expect(tree.map(\.child) == [0, 1])
    #expect(tree.allSatisfy { $0.directed > 0.6 && (0...1).contains($0.probability) })
  }

  @Test func `the order of the reports does not matter`() {
    let texts = [Self.first, Self.second, Self.third]
    let straight = descents(texts)
    let turned = descents(texts.reversed())
    for edge in straight.edges {
      let other = turned.edges.first { $0.parent == 2 - edge.parent && $0.child == 2 - edge.child }
      #expect(other != nil)
      #expect(abs((other?.direction.nats ?? 0) - edge.direction.nats) < 1e-9)
      #expect(abs((other?.probability ?? 0) - edge.probability) < 1e-9)
    }
  }

  @Test func `direction turns its sign with the pair and nearness does not`() {
    let found = descents([Self.first, Self.second])
    #expect(found.edges.count == 2)
    #expect(abs(found.edges[0].direction.nats + found.edges[1].direction.nats) < 1e-9)
    #expect(found.edges[0].nearness == found.edges[1].nearness)
    #expect(found.edges[0].distance == found.edges[1].distance)
  }

  @Test func `a later year and a dropped doubt speak with their passages`() {
    let edge = descents([Self.first, Self.third]).edges.first { $0.parent == 0 }
    #expect(edge?.evidence.contains { $0.kind == .timing && $0.note.contains("2004") } == true)
    let places = edge?.evidence.flatMap(\.places) ?? []
    #expect(!places.isEmpty)
    for place in places { #expect(place.span.end <= Self.third.utf8.count) }
  }

  @Test func `what two texts have in common is shown in both`() {
    let item = descents([Self.first, Self.second]).edges.first?.evidence.last
    #expect(item?.kind == .sharedWording)
    #expect(item?.places.map(\.report.index) == [0, 1])
    #expect(item?.places.first?.span.start == 0)
  }

  @Test func `the same text twice is joined and says nothing of its order`() {
    let found = descents([Self.first, Self.first])
    #expect(found.edges.allSatisfy { $0.distance == 0 && $0.direction == .none })
    #expect(found.tree().count == 1)
    #expect(abs((found.tree().first?.directed ?? 0) - 0.5) < 1e-9)
  }

  @Test func `nothing, one report and empty reports are no trouble`() {
    #expect(descents([]).tree().isEmpty)
    #expect(descents([Self.first]).tree().isEmpty)
    #expect(descents(["", ""]).tree().count <= 1)
    #expect(descents(["", Self.first, "."]).tree().count <= 2)
  }

  @Test func `unrelated texts are far`() {
    let other = """
      Seven ferries lie idle in the harbour since the strike began.
      The union wants shorter nights and the owners refuse to talk.
      """
    #expect(descents([Self.first, other]).edges.allSatisfy { $0.distance > 3 })
  }

  @Test func `a star of copies with slips of their own hangs from the text in the middle`() {
    let words = (0..<120).map { "word\($0)" }
    func copy(_ place: Int, _ slip: String) -> String {
      var words = words
      words[place] = slip
      return words.joined(separator: " ") + "."
    }
    let texts = [
      copy(10, "slipone"), copy(40, "sliptwo"), words.joined(separator: " ") + ".", copy(70, "slipthree"),
      copy(100, "slipfour"),
    ]
    for branch in descents(texts).tree() { #expect(branch.parent == 2 || branch.child == 2) }
  }

  @Test func `two reports that each have what a third has are children of a lost text`() {
    let texts = [
      "The minister said the dam would hold, officials told reporters. Engineers said the gates were open.",
      "The minister said the dam would hold, officials told reporters. Farmers said the fields were lost.",
      "Engineers said the gates were open, officials told reporters. Farmers said the fields were lost.",
    ]
    func claim(_ reports: [Int]) -> Claim {
      let witnesses = reports.map {
        Claim.Witness(
          place: Place(Siglum($0), TextSpan(0, 12)), tokens: 0..<2, relation: .verbatim, likeness: 1, nats: 20,
          attribution: nil)
      }
      return Claim(
        kind: .statement, lemma: "claim", lemmaPlace: witnesses[0].place,
        variants: [Claim.Variant(text: "claim", witnesses: witnesses)])
    }
    let shared = (0..<4).flatMap { _ in [claim([0, 1]), claim([0, 2]), claim([1, 2])] }
    let found = descents(texts, claims: shared)
    #expect(found.newsShare == 1)
    for edge in found.edges {
      #expect(edge.directness.nats < 0 && edge.probability < 0.5)
      #expect(edge.evidence.contains { $0.kind == .counter && !$0.places.isEmpty })
    }
  }

  @Test func `a source that is dropped makes the report that drops it the younger`() {
    let texts = [
      "The harbour is closed, the pilot office said on Monday, according to its duty officer.",
      "The harbour is closed until Monday, officials said, and nobody told the crews.",
    ]
    let reports = texts.enumerated().map { annotated($1, source: "\($0).txt") }
    var collation = Collation(Story(reports: reports, matches: []))
    let places = [Place(Siglum(0), TextSpan(0, 21)), Place(Siglum(1), TextSpan(0, 21))]
    collation.divergences = [
      Divergence(
        .attribution, .medium, claim: nil, reports: [Siglum(1)], against: [Siglum(0)], places: places,
        explanation: "B says without a source what A lays to the pilot office.")
    ]
    let plain = DescentFinder(Collation(Story(reports: reports, matches: []))).descents(of: [0, 1])
    let told = DescentFinder(collation).descents(of: [0, 1])
    let (before, after) = (plain.edges.first { $0.parent == 0 }, told.edges.first { $0.parent == 0 })
    #expect((after?.direction ?? .none) > (before?.direction ?? .none))
    #expect(after?.evidence.contains { $0.kind == .sharedInnovation && $0.places == places } == true)
  }
}

/// The difference of two texts, against what must hold of any.
struct TextDifferenceTests {
  private func texts(_ a: String, _ b: String) -> (FamilyText, FamilyText) {
    var vocabulary = FamilyVocabulary()
    let texts = FamilyText.texts(
      of: [annotated(a, source: "a.txt"), annotated(b, source: "b.txt")], at: [0, 1], vocabulary: &vocabulary)
    return (texts[0], texts[1])
  }

  @Test func `what lies between changes is the same in both`() {
    var random = SeededRandom(7)
    for _ in 0..<60 {
      let words = (0..<80).map { _ in "w\(Int.random(in: 0..<30, using: &random))" }
      var changed = words
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let at = Int.random(in: 0..<changed.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed.remove(at: at)
        case 1: changed.insert("new\(at)", at: at)
        default: changed[at] = "other\(at)"
        }
      }
      let (a, b) = texts(words.joined(separator: " ") + ".", changed.joined(separator: " ") + ".")
      let difference = TextDifference(a, b)
      var (i, j) = (0, 0)
      for change in difference.changes {
        #expect(Array(a.words[i..<change.a.lowerBound]) == Array(b.words[j..<change.b.lowerBound]))
        (i, j) = (change.a.upperBound, change.b.upperBound)
      }
      #expect(Array(a.words[i...]) == Array(b.words[j...]))
    }
  }

  @Test func `a sentence put in is one change with nothing on the other side`() {
    let (a, b) = texts(
      "One two three four five six. Seven eight nine ten eleven twelve.",
      "One two three four five six. Quite new words stand here now. Seven eight nine ten eleven twelve.")
    let difference = TextDifference(a, b)
    #expect(difference.changes.map(\.a.count) == [0])
    #expect(difference.changes.map(\.b.count) == [6])
    #expect(difference.kept == 12)
  }

  @Test func `a passage that only moved is seen as moved`() {
    let (a, b) = texts(
      "Alpha beta gamma delta epsilon zeta eta theta. One two three four five six seven eight nine.",
      "One two three four five six seven eight nine. Alpha beta gamma delta epsilon zeta eta theta.")
    #expect(TextDifference(a, b).changes.allSatisfy { ($0.a.isEmpty || $0.aMoved) && ($0.b.isEmpty || $0.bMoved) })
  }
}

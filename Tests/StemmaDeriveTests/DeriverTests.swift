import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaDerive

/// Stories made by hand: their claims are given, so that only the derivation is tested.
struct DeriverTests {
  let dispatch = """
    The bridge at Torvik was closed on Monday after divers found a crack in its third pier.
    Traffic is led over the old ferry quay until the autumn.
    The town counts nine thousand cars a day on that road.
    Repairs will cost four million crowns and take five months.
    The bridge was built by a shipyard that closed long ago.
    """

  private func credit(_ agency: String, _ kind: Report.Credit.Kind) -> Report.Credit {
    Report.Credit(agency: agency, kind: kind, place: Excerpt(agency, at: nil))
  }

  /// Every statement of the reports is a claim of its own group number.
  func collation(_ reports: [AnnotatedReport], matches: [Match] = [], groups: [[Int]]) -> Collation {
    let story = Story(reports: reports, matches: matches)
    var collation = Collation(story)
    let count = (groups.flatMap { $0 }.max() ?? -1) + 1
    for number in 0..<count {
      var witnesses: [Claim.Witness] = []
      for (index, report) in reports.enumerated() {
        for (statement, group) in zip(report.statements, groups[index]) where group == number {
          let attribution = report.attributions.firstIndex { $0.content.overlaps(statement.span) }
          witnesses.append(
            Claim.Witness(
              place: Place(Siglum(index), statement.span), tokens: statement.tokens, relation: .verbatim, likeness: 1,
              nats: 20, attribution: attribution))
        }
      }
      guard let first = witnesses.first else { continue }
      collation.claims.append(
        Claim(
          kind: .statement, lemma: "claim \(number)", lemmaPlace: first.place,
          variants: [Claim.Variant(text: "claim \(number)", witnesses: witnesses)]))
    }
    return collation
  }

  func copy(_ words: Int, a: Int = 0, b: Int = 1, isQuoted: Bool = false) -> Match {
    Match(a: a, b: b, aTokens: 0..<words, bTokens: 0..<words, words: words, nats: Double(words) * 5, isQuoted: isQuoted)
  }

  @Test func `two prints of one dispatch are one family, one line and one lost parent with its label`() {
    var first = annotated(dispatch, source: "a.txt")
    let second = annotated(dispatch, source: "b.txt")
    first.report.credits = [credit("Halewire", .byline)]
    let stemma = Deriver().derive(
      collation([first, second], matches: [copy(40)], groups: [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]))
    #expect(stemma.families.map(\.reports) == [[Siglum(0), Siglum(1)]])
    #expect(stemma.lost.map(\.label) == ["Halewire dispatch"])
    #expect(stemma.supports.allSatisfy { $0.lines?.best == 1 && $0.origins?.best == 1 })
    #expect(stemma.derivations.allSatisfy { !$0.evidence.isEmpty && (0...1).contains($0.confidence) })
  }

  @Test func `without a credit the lost parent has no name`() {
    let reports = [annotated(dispatch, source: "a.txt"), annotated(dispatch, source: "b.txt")]
    let stemma = Deriver().derive(
      collation(reports, matches: [copy(40)], groups: [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]))
    #expect(stemma.lost.map(\.label) == ["lost report"])
  }

  @Test func `a photograph's credit makes no dispatch`() {
    var alone = annotated(dispatch, source: "a.txt")
    alone.report.credits = [credit("Halewire", .photo)]
    #expect(Deriver().derive(collation([alone], groups: [[0, 1, 2, 3, 4]])).lost.isEmpty)
    alone.report.credits = [credit("Halewire", .dateline)]
    #expect(Deriver().derive(collation([alone], groups: [[0, 1, 2, 3, 4]])).lost.map(\.label) == ["Halewire dispatch"])
  }

  @Test func `reports that share the news and nothing of its wording are two lines`() {
    let other = annotated(
      """
      Engineers have shut the crossing at Torvik for fear that a pier may give way.
      Shopkeepers on the far bank expect a poor summer.
      A ferry that has not sailed for years is being painted.
      """, source: "b.txt")
    let stemma = Deriver().derive(
      collation([annotated(dispatch, source: "a.txt"), other], groups: [[0, 1, 2, 3, 4], [0, 5, 6]]))
    #expect(stemma.families.count == 2)
    #expect(stemma.lines?.best == 2)
    #expect(stemma.supports[0].lines?.best == 2)
    #expect(stemma.supports[1].lines == CountRange(least: 1, best: 1, most: 1))
  }

  @Test func `a speech has one origin through two lines`() throws {
    func spoken(_ text: String, _ source: String, by name: String) -> AnnotatedReport {
      var report = annotated(text, source: source)
      report.attributions = [
        Attribution(
          content: report.statements[0].span, source: Source(kind: .person, name: name, mention: nil), cue: "said")
      ]
      return report
    }
    let reports = [
      spoken(
        "Nobody will cross until the pier is sound.\nCars queue at the quay.\nThe ferry is full.", "a.txt",
        by: "Liv Aas"),
      spoken(
        "Nobody will cross until the pier is sound.\nA baker counts his loaves.\nRain is due.", "b.txt", by: "Aas"),
    ]
    let stemma = Deriver().derive(
      collation(reports, matches: [copy(8, isQuoted: true)], groups: [[0, 1, 2], [0, 3, 4]]))
    #expect(stemma.supports[0].lines?.best == 2)
    #expect(stemma.supports[0].origins?.best == 1)
    let origin = try #require(stemma.supports[0].originIndices.first.map { stemma.origins[$0] })
    #expect(origin.label == "remarks of Liv Aas")
    #expect(origin.reports == [Siglum(0), Siglum(1)])
  }

  @Test func `a passage that crosses from one family into another is a second parent, and no line of its own`() {
    let own = annotated(
      """
      The keeper heard the pier groan twice before dawn and wrote it down.
      She has sold eggs from her kitchen since the toll house closed.
      Her dog is old and sleeps through most things.
      On the wall hangs a photograph of the opening day with a brass band.
      Nobody from the road office ever asked to see her notebook.
      The pages smell of paraffin and go back eleven years.
      A nephew comes on Sundays to mend the fence.
      He says the river has moved since he was a boy.
      She thinks the river is where it always was.
      """, source: "own.txt")
    let mixed = annotated(
      dispatch + "\nThe keeper heard the pier groan twice before dawn and wrote it down.", source: "x.txt")
    let wire = annotated(dispatch, source: "wire.txt")
    let start = mixed.statements.last!.tokens
    let stemma = Deriver().derive(
      collation(
        [own, wire, mixed],
        matches: [
          Match(a: 0, b: 2, aTokens: own.statements[0].tokens, bTokens: start, words: 13, nats: 60, isQuoted: false),
          copy(50, a: 1, b: 2),
        ], groups: [Array(5...13), [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]]))
    #expect(stemma.families.map(\.reports) == [[Siglum(0)], [Siglum(1), Siglum(2)]])
    let second = stemma.derivations.filter { $0.kind == .drewOn }
    #expect(second.map(\.to) == [.report(Siglum(2))])
    #expect(second.map(\.from) == [.report(Siglum(0))])
    #expect(stemma.supports[5].lines?.best == 1)
  }

  @Test func `nothing descends from itself, whatever the credits say`() {
    var reports = (0..<4).map { annotated(dispatch, source: "\($0).txt") }
    for index in reports.indices { reports[index].report.credits = [credit("Wire \(index)", .creditLine)] }
    let matches = (0..<4).flatMap { b in (0..<b).map { copy(40, a: $0, b: b) } }
    let stemma = Deriver().derive(
      collation(reports, matches: matches, groups: Array(repeating: [0, 1, 2, 3, 4], count: 4)))
    for edge in stemma.derivations {
      var above: Set<Stemma.Node> = [edge.from]
      var todo = [edge.from]
      while let node = todo.popLast() {
        for next in stemma.derivations where next.to == node && above.insert(next.from).inserted {
          todo.append(next.from)
        }
      }
      #expect(!above.contains(edge.to))
    }
  }
}

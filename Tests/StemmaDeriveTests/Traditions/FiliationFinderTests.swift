import StemmaTestSupport
import Testing

@testable import StemmaDerive

@Suite struct FiliationFinderTests {
  /// Reports from lists of readings by claim; nil where a claim is missing.
  private func tradition(_ reports: [[Int?]], quoted: Set<Int> = [], times: [Double?]? = nil) -> Tradition {
    let claims = reports.map(\.count).max() ?? 0
    return Tradition(
      claims: (0..<claims).map { .init(isQuoted: quoted.contains($0)) },
      reports: reports.enumerated().map { place, report in
        .init(
          time: times?[place],
          readings: report.enumerated().compactMap { claim, wording in
            wording.map { .init(claim: claim, wording: $0) }
          })
      })
  }

  private func find(_ tradition: Tradition) -> Filiation { FiliationFinder().find(in: tradition) }

  /// No cycle, ranges in order, and as many groups of witnesses as the best count.
  private func check(_ found: Filiation, _ tradition: Tradition) {
    #expect(found.places.count == tradition.reports.count)
    #expect(found.lines.count == tradition.claims.count)
    for start in found.places {
      var parent = start.parent
      var steps = 0
      while parent != .none, steps <= found.places.count + found.lost.count {
        switch parent {
        case .report(let report): parent = found.places[report].parent
        case .lost(let lost): parent = found.lost[lost].parent
        case .none: break
        }
        steps += 1
      }
      #expect(parent == .none, "a cycle")
      #expect((0...1).contains(start.confidence) && (0...1).contains(start.headProbability))
    }
    for (claim, lines) in found.lines.enumerated() {
      let witnesses = tradition.reports.indices.filter { report in
        tradition.reports[report].readings.contains { $0.claim == claim }
      }
      if witnesses.isEmpty {
        #expect(lines == .none)
      } else {
        #expect(1 <= lines.least && lines.least <= lines.best && lines.best <= lines.most)
        #expect(lines.most <= witnesses.count)
        #expect(found.witnessesByLine[claim].count == lines.best)
        #expect(found.witnessesByLine[claim].flatMap { $0 }.sorted() == witnesses)
      }
    }
    for (place, lost) in found.lost.enumerated() {
      for child in lost.children {
        switch child {
        case .report(let report): #expect(found.places[report].parent == .lost(place))
        case .lost(let other): #expect(found.lost[other].parent == .lost(place))
        case .none: Issue.record("none is no child")
        }
      }
    }
  }

  /// A text of its own: each claim with a wording that nobody else comes upon.
  private func text(_ number: Int, claims: Int) -> [Int?] { (0..<claims).map { 1000 * number + $0 } }

  @Test func `a chain of copies hangs together in order`() {
    // Each drops claims and rewords some; what one has lost none below it has.
    var reports = [text(1, claims: 24)]
    for step in 1..<5 {
      var next = reports[step - 1]
      for claim in 0..<24 where claim % 8 == step { next[claim] = nil }
      for claim in 0..<24 where claim % 8 == 7 - step / 2 && claim / 8 == step % 3 { next[claim] = 50 + step }
      reports.append(next)
    }
    let given = tradition(reports, times: [0, 1, 2, 3, 4])
    let found = find(given)
    check(found, given)
    #expect(found.places.map(\.parent) == [.none, .report(0), .report(1), .report(2), .report(3)])
    #expect(found.lines.allSatisfy { $0.best == 1 && $0.least == 1 })
    #expect(found.storyLines.best == 1)
  }

  @Test func `rewrites of one dispatch point to a text that is not there`() {
    let dispatch = text(1, claims: 30)
    let reports = (0..<6).map { report in
      dispatch.enumerated().map { claim, wording in (claim * 7 + report * 5) % 6 < 2 ? nil : wording }
    }
    let given = tradition(reports)
    let found = find(given)
    check(found, given)
    #expect(found.lost.count == 1)
    #expect(found.places.allSatisfy { $0.parent == .lost(0) })
    #expect(found.lines.allSatisfy { $0.best == 1 })
    #expect(found.storyLines.best == 1)
    let rebuilt = found.lost.first?.readings.filter { dispatch[$0.claim] == $0.wording }.count ?? 0
    #expect(rebuilt >= 28)
  }

  @Test func `reports that share only public speech are lines of their own`() {
    // Ten sentences of one speech, which all have word for word, and other claims that each has in its own words.
    let reports = (1...3).map { number in
      (0..<40).map { claim -> Int? in claim < 10 ? 0 : (claim + number * 5) % 9 < 4 ? nil : number * 100 + claim }
    }
    let given = tradition(reports, quoted: Set(0..<10))
    let found = find(given)
    check(found, given)
    #expect(found.places.allSatisfy { $0.parent == .none })
    // Every witness is a line.
    #expect(found.lines.indices.allSatisfy { claim in found.lines[claim].best == reports.count { $0[claim] != nil } })
  }

  @Test func `a block from a second parent comes through that one's line`() {
    // Two lines that have some claims in common, each in its own words.
    let first: [Int?] = (0..<60).map { $0 % 10 < 6 ? 1000 + $0 : nil }
    let second: [Int?] = (0..<60).map { $0 % 10 > 3 ? 2000 + $0 : nil }
    func without(_ text: [Int?], _ rest: Int) -> [Int?] { text.enumerated().map { $0 % 7 == rest ? nil : $1 } }
    let block = (20..<50).filter { $0 % 10 > 6 }
    var spliced = without(first, 1)
    for claim in block { spliced[claim] = second[claim] }
    let reports = [
      first, second, spliced, without(first, 2), without(second, 3), without(first, 4), without(second, 5),
    ]
    let given = tradition(reports, times: [0, 0.1, 2, 1, 1, 1.5, 1.2])
    let found = find(given)
    check(found, given)
    #expect(found.places[2].parent == .report(0))
    #expect(found.places[2].seconds.map(\.parent) == [.report(1)])
    #expect(found.places[2].seconds.first?.claims == block)
    #expect(found.lines.map(\.best) == (0..<60).map { (4...5).contains($0 % 10) ? 2 : 1 })
  }

  @Test func `identical reports are one line and say little of who was first`() {
    let given = tradition(Array(repeating: text(1, claims: 12), count: 8))
    let found = find(given)
    check(found, given)
    #expect(found.lines.allSatisfy { $0.best == 1 && $0.most <= 2 })
    #expect(found.places.count { $0.confidence > 0.8 && $0.parent != .none } == 0)
  }

  @Test func `unrelated reports are each a line`() {
    let given = tradition((1...6).map { text($0, claims: 15) })
    let found = find(given)
    check(found, given)
    #expect(found.places.allSatisfy { $0.parent == .none })
    #expect(found.lines.allSatisfy { $0.best == 6 })
  }

  @Test(arguments: [
    Tradition(claims: [], reports: []),
    Tradition(claims: [.init()], reports: []),
    Tradition(claims: [], reports: [.init(readings: []), .init(time: 3, readings: [])]),
    Tradition(claims: [.init()], reports: [.init(readings: [.init(claim: 0, wording: 5)])]),
    Tradition(
      claims: [.init()],
      reports: [
        .init(
          time: .nan,
          readings: [.init(claim: 0, wording: .max), .init(claim: 0, wording: 1), .init(claim: 9, wording: 1)]),
        .init(time: .infinity, readings: [.init(claim: -1, wording: 1), .init(claim: 0, wording: .min)]),
      ], kinship: [.init(0, 0, nats: 3), .init(0, 7, nats: 3), .init(0, 1, nats: .nan)],
      direction: [.init(from: -1, to: 0, nats: 1), .init(from: 0, to: 1, nats: .infinity)]),
  ])
  func `a table with nothing to tell is no trouble`(_ given: Tradition) {
    let found = find(given)
    #expect(found.places.count == given.reports.count)
    #expect(found.lines.count == given.claims.count)
    #expect(found.places.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test func `contradictory times give way to the readings`() {
    // The copy of a copy is dated first, the source last.
    var reports = [text(1, claims: 30)]
    reports.append(reports[0].enumerated().map { $0 % 3 == 0 ? nil : $1 })
    reports.append(reports[1].enumerated().map { $0 % 4 == 0 ? nil : $1 })
    let given = tradition(reports, times: [1e9, 5, -1e9])
    let found = find(given)
    check(found, given)
    #expect(found.lines.allSatisfy { $0.best == 1 })
  }

  @Test func `outside evidence decides what the table leaves open`() {
    let reports = [text(1, claims: 10), text(1, claims: 10)]
    var given = tradition(reports)
    given.direction = [.init(from: 1, to: 0, nats: 8)]
    let found = find(given)
    check(found, given)
    #expect(found.places.map(\.parent) == [.report(1), .none])

    // Reports without a reading in common, of which the texts say that they are of one line.
    var apart = tradition([text(1, claims: 4), text(2, claims: 4)])
    #expect(find(apart).storyLines.best == 2)
    apart.kinship = [.init(0, 1, nats: 12)]
    #expect(find(apart).storyLines.best == 1)
  }

  @Test func `the same table gives the same stemma, whatever its readings are called`() {
    var random = SeededRandom(5)
    let reports = (0..<20).map { _ in
      (0..<25).map { _ in random.next() % 3 == 0 ? nil : Int(random.next() % 4) }
    }
    let found = find(tradition(reports))
    check(found, tradition(reports))
    let renamed = find(
      tradition(reports.map { $0.enumerated().map { claim, wording in wording.map { 7 - $0 * (claim + 1) } } }))
    for other in [find(tradition(reports)), renamed] {
      #expect(other.places.map(\.parent) == found.places.map(\.parent))
      #expect(other.places.map(\.confidence) == found.places.map(\.confidence))
      #expect(other.lines == found.lines)
    }
  }
}

import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaDerive

/// What a person decided holds, whatever the texts show.
struct DecidedRelationsTests {
  private let made = DeriverTests()

  private func derived(_ report: Int, _ other: Int) -> DecidedRelation {
    DecidedRelation(.derived, Siglum(report), Siglum(other))
  }

  private func independent(_ report: Int, _ other: Int) -> DecidedRelation {
    DecidedRelation(.independent, Siglum(report), Siglum(other))
  }

  /// Prints of one dispatch, word for word.
  private func prints(_ count: Int) -> Collation {
    made.collation(
      (0..<count).map { annotated(made.dispatch, source: "\($0).txt") },
      matches: (0..<count).flatMap { b in (0..<b).map { made.copy(40, a: $0, b: b) } },
      groups: Array(repeating: [0, 1, 2, 3, 4], count: count))
  }

  /// Reports that have nothing in common.
  private func strangers(_ count: Int) -> Collation {
    made.collation(
      (0..<count).map {
        annotated("Gate \($0) of the mill at Osk was painted.\nIt is \($0) paces wide.", source: "\($0).txt")
      },
      groups: (0..<count).map { [2 * $0, 2 * $0 + 1] })
  }

  private func edges(_ stemma: Stemma) -> [String] {
    stemma.derivations.map { edge in
      func name(_ node: Stemma.Node) -> String {
        switch node {
        case .report(let siglum): siglum.description
        case .lost(let lost): "L\(lost + 1)"
        }
      }
      return name(edge.from) + name(edge.to) + (edge.isByHand ? " by hand" : "")
    }
  }

  @Test func `later decisions have the last word, and what does not fit them is named`() {
    #expect(DecidedRelations([derived(0, 1), derived(1, 2), derived(2, 0)]).refused == [0])
    #expect(DecidedRelations([independent(0, 2), derived(0, 1), derived(1, 2)]).refused == [0])
    #expect(DecidedRelations([derived(0, 1), derived(1, 2), independent(2, 0)]).refused == [0])
    #expect(DecidedRelations([derived(0, 1), independent(0, 1), derived(3, 3)]).refused == [0, 2])
    let fine = DecidedRelations([independent(0, 1), derived(0, 2), derived(1, 2), derived(0, 3), derived(0, 2)])
    #expect(
      fine.refused.isEmpty && fine.sources == [0: [3, 2], 1: [2]],
      "two may be cut from one text and know nothing of each other")
    #expect(fine.parent(of: 0) == 3 && fine.areIndependent(1, 0) && fine.areDerived(2, 1) && !fine.areDerived(0, 1))
  }

  @Test func `two prints of one dispatch are two lines if somebody knows so`() {
    #expect(Deriver().derive(prints(2)).lines?.best == 1)
    let stemma = Deriver().derive(prints(2), decided: DecidedRelations([independent(1, 0)]))
    #expect(stemma.families.map(\.reports) == [[Siglum(0)], [Siglum(1)]])
    #expect(stemma.derivations.isEmpty && stemma.lost.isEmpty && stemma.undecided.isEmpty)
    #expect(stemma.lines?.least == 2 && stemma.lines?.best == 2)
    #expect(stemma.supports.allSatisfy { $0.lines?.least == 2 && $0.lines?.best == 2 })
  }

  @Test func `a third that is like both is of one of them`() {
    let stemma = Deriver().derive(prints(3), decided: DecidedRelations([independent(0, 2)]))
    #expect(stemma.families.count == 2 && stemma.lines?.least == 2)
    #expect(!edges(stemma).contains { $0.hasPrefix("AC") || $0.hasPrefix("CA") })
  }

  @Test func `reports with nothing in common are one line if one drew on the other`() {
    #expect(Deriver().derive(strangers(3)).families.count == 3)
    let stemma = Deriver().derive(strangers(3), decided: DecidedRelations([derived(0, 2)]))
    #expect(stemma.families.map(\.reports) == [[Siglum(0), Siglum(2)], [Siglum(1)]])
    #expect(edges(stemma) == ["CA by hand"])
    #expect(stemma.derivations[0].confidence == 1 && !stemma.derivations[0].evidence.isEmpty)
    #expect(stemma.lines?.best == 2)
  }

  @Test func `a second source that was decided is a second parent`() {
    let stemma = Deriver().derive(strangers(3), decided: DecidedRelations([derived(0, 2), derived(0, 1)]))
    #expect(edges(stemma) == ["BA by hand", "CA by hand"])
    #expect(stemma.derivations.map(\.kind) == [.drewOn, .rewritten])
    #expect(stemma.families.count == 2)
  }

  @Test(arguments: [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)])
  func `whoever drew on whom by the texts, a decision turns it round`(report: Int, other: Int) {
    let stemma = Deriver().derive(prints(3), decided: DecidedRelations([derived(report, other)]))
    #expect(edges(stemma).contains("\(Siglum(other))\(Siglum(report)) by hand"), "\(edges(stemma))")
    #expect(stemma.families.count == 1 && descends(stemma) == nil)
  }

  @Test(arguments: 0..<60) func `decisions hold in any story, and no report descends from itself`(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let count = 2 + Int(random.next() % 6)
    let collation = seed.isMultiple(of: 3) ? strangers(count) : prints(count)
    let relations = (0..<(1 + Int(random.next() % 8))).map { _ -> DecidedRelation in
      let (a, b) = (Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count)))
      return random.next() % 2 == 0 ? derived(a, b) : independent(a, b)
    }
    let decided = DecidedRelations(relations)
    let stemma = Deriver().derive(collation, decided: decided)
    #expect(descends(stemma) == nil)
    let byHand = Set(stemma.derivations.filter(\.isByHand).map { "\($0.from) \($0.to)" })
    let wanted = decided.derivations.map {
      "\(Stemma.Node.report(Siglum($0.source))) \(Stemma.Node.report(Siglum($0.report)))"
    }
    #expect(byHand == Set(wanted), "\(relations)")
    for edge in stemma.derivations {
      guard case .report(let from) = edge.from, case .report(let to) = edge.to else { continue }
      #expect(!decided.areIndependent(from.index, to.index), "\(relations)")
    }
    for (a, b) in decided.independentPairs {
      let isOneFamily = stemma.families.contains { $0.reports.contains(Siglum(a)) && $0.reports.contains(Siglum(b)) }
      #expect(!isOneFamily || top(a, decided) == top(b, decided), "\(relations)")
    }
    // Nothing is counted twice: each report hangs from one text, and is of one family.
    let firsts = stemma.derivations.filter { $0.kind != .drewOn }.map(\.to)
    #expect(Set(firsts).count == firsts.count)
    #expect(stemma.families.flatMap(\.reports).sorted() == (0..<count).map { Siglum($0) })
  }

  private func top(_ report: Int, _ decided: DecidedRelations) -> Int {
    decided.parent(of: report).map { top($0, decided) } ?? report
  }

  /// A node that descends from itself.
  private func descends(_ stemma: Stemma) -> Stemma.Node? {
    stemma.derivations.map(\.to).first { node in
      var above: Set<Stemma.Node> = []
      var todo = [node]
      while let next = todo.popLast() {
        for edge in stemma.derivations where edge.to == next && above.insert(edge.from).inserted {
          todo.append(edge.from)
        }
      }
      return above.contains(node)
    }
  }
}

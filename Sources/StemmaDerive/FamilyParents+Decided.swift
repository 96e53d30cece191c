import StemmaModel

extension [FamilyParents] {
  /// Hangs reports where a person put them, and cuts what the texts say against it: what would close a circle, and what would lead from
  /// one report to another that is independent of it. What is cut off heads its part of the family.
  ///
  /// - Complexity: O(decisions × reports).
  mutating func heed(_ decided: DecidedRelations, _ families: Families, _ kinship: Kinship) {
    guard !decided.isEmpty else { return }
    for (report, source) in decided.derivations where decided.parent(of: report) == source {
      let evidence = kinship[report, source]?.evidence ?? []
      self[families.of[report]].hang(report, from: source, otherwise: evidence)
    }
    let tree = Tree(families: families, decided: decided)
    for (report, source) in decided.derivations {
      while let way = tree.way(from: source, upTo: report, in: self), let edge = way.last(where: isInferred) {
        self[families.of[edge.below]].cut(edge.below)
      }
    }
    for (a, b) in decided.independentPairs {
      for (report, other) in [(a, b), (b, a)] {
        self[families.of[report]].passOver(other, besides: report)
        while let way = tree.way(from: report, upTo: other, in: self), let edge = way.first(where: isInferred) {
          self[families.of[edge.below]].cut(edge.below)
        }
      }
    }
    func isInferred(_ edge: Tree.Edge) -> Bool {
      let parent = self[families.of[edge.below]][edge.below]
      return parent?.parent == edge.above && parent?.isByHand == false
    }
  }

  /// The trees of all families, with the second parents that were decided.
  private struct Tree {
    typealias Edge = (below: Int, above: Int)

    let families: Families
    let decided: DecidedRelations

    /// The edges that lead from a report up to another, from below; nil where none do.
    func way(from report: Int, upTo ancestor: Int, in parents: [FamilyParents]) -> [Edge]? {
      var below: [Int: Int] = [:]
      var todo = [report]
      while let next = todo.popLast() {
        let above = [parents[families.of[next]][next]?.parent].compactMap(\.self) + (decided.sources[next] ?? [])
        for other in above where below[other] == nil {
          below[other] = next
          todo.append(other)
        }
      }
      guard below[ancestor] != nil else { return nil }
      var way: [Edge] = []
      var at = ancestor
      repeat {
        way.append((below[at]!, at))
        at = below[at]!
      } while at != report
      return way.reversed()
    }
  }
}

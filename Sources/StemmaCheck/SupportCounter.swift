import StemmaModel

/// Counts the lines and origins behind the reports that say what is claimed, from what the stemma has for the claims of the
/// collation that they stand in. Nothing is counted twice, and nothing unknown raises the lower end of a range.
struct SupportCounter {
  let collation: Collation
  let stemma: Stemma

  struct Count {
    var lines: CountRange?
    var lineNodes: [Stemma.Node] = []
    var origins: CountRange?
    var originIndices: [Int] = []
    var publishers = 0
  }

  /// - Parameter passages: those that say so, at most one a report.
  func count(_ passages: [Passage]) -> Count {
    let reports = Set(passages.map(\.place.report))
    var count = Count()
    guard !reports.isEmpty else { return count }
    count.publishers = publishers(reports)
    let known = Set(passages.flatMap(\.claims)).filter { stemma.supports.indices.contains($0) }.sorted()
    let covered = Set(passages.filter { !$0.claims.isEmpty }.map(\.place.report))
    let alone = reports.subtracting(covered)
    lines(&count, reports, known, alone)
    origins(&count, reports, known, alone)
    return count
  }

  // MARK: Lines

  private func lines(_ count: inout Count, _ reports: Set<Siglum>, _ claims: [Int], _ alone: Set<Siglum>) {
    var nodes: Set<Stemma.Node> = []
    var (least, most, isUndecided) = (0, 0, false)
    for claim in claims {
      let support = stemma.supports[claim]
      let own = reports.intersection(collation.claims[claim].reports)
      guard !own.isEmpty else { continue }
      guard let lines = support.lines else {
        isUndecided = true
        most += own.count
        continue
      }
      let reached = Set(own.flatMap { roots(of: $0, among: support.lineNodes) })
      nodes.formUnion(reached)
      // Reports of the claim that do not say so here carry lines that do not count.
      let isWhole = own.count == collation.claims[claim].reports.count
      least = max(least, isWhole ? lines.least : min(lines.least, max(1, min(reached.count, families(own)))))
      most += min(own.count, isWhole ? lines.most : max(lines.most, reached.count))
    }
    for report in alone.sorted() { nodes.formUnion(top(of: report)) }
    most = min(reports.count, most + alone.count)
    guard !(isUndecided && least == 0) else { return }
    let best = min(max(1, nodes.count), max(1, most))
    least = max(1, min(least, best))
    count.lines = CountRange(least: least, best: best, most: max(most, best))
    count.lineNodes = nodes.sorted()
  }

  /// Families among some reports, those joined that the texts do not decide on.
  private func families(_ reports: Set<Siglum>) -> Int {
    var group: [Siglum: Int] = [:]
    for (index, report) in reports.sorted().enumerated() { group[report] = index }
    func join(_ others: [Siglum]) {
      let own = others.filter(reports.contains).compactMap { group[$0] }
      guard let first = own.min() else { return }
      for (report, number) in group where own.contains(number) { group[report] = first }
    }
    for family in stemma.families { join(family.reports) }
    for question in stemma.undecided { join(question.reports) }
    return Set(group.values).count
  }

  /// The counted nodes that a report descends from, or is.
  private func roots(of report: Siglum, among counted: [Stemma.Node]) -> [Stemma.Node] {
    let above = ancestors(of: .report(report))
    return counted.filter(above.contains)
  }

  private func top(of report: Siglum) -> [Stemma.Node] {
    let above = ancestors(of: .report(report))
    let children = Set(stemma.derivations.map(\.to))
    return above.filter { !children.contains($0) }.sorted()
  }

  private func ancestors(of node: Stemma.Node) -> Set<Stemma.Node> {
    var above: Set<Stemma.Node> = [node]
    var open = [node]
    while let next = open.popLast() {
      for edge in stemma.derivations where edge.to == next && above.insert(edge.from).inserted {
        open.append(edge.from)
      }
    }
    return above
  }

  // MARK: Origins

  private func origins(_ count: inout Count, _ reports: Set<Siglum>, _ claims: [Int], _ alone: Set<Siglum>) {
    var indices: Set<Int> = []
    var (least, most, isUndecided) = (0, 0, false)
    for claim in claims {
      let support = stemma.supports[claim]
      let own = reports.intersection(collation.claims[claim].reports)
      guard !own.isEmpty else { continue }
      guard let origins = support.origins else {
        isUndecided = true
        most += own.count
        continue
      }
      let reached = Set(support.originIndices.filter { !own.isDisjoint(with: stemma.origins[$0].reports) })
      indices.formUnion(reached)
      let isWhole = own.count == collation.claims[claim].reports.count
      least = max(least, isWhole ? origins.least : min(origins.least, max(1, reached.count)))
      most += isWhole ? origins.most : max(1, min(origins.most, own.count))
    }
    most += alone.count
    guard !(isUndecided && least == 0), !(claims.isEmpty && !alone.isEmpty && reports.count > 1) else { return }
    let best = max(1, min(indices.count, most))
    least = max(1, min(least, best))
    count.origins = CountRange(least: least, best: best, most: max(most, best))
    count.originIndices = indices.sorted()
  }

  private func publishers(_ reports: Set<Siglum>) -> Int {
    Set(
      reports.map { siglum in
        let report = collation.story[siglum].report
        return report.outlet.map { "outlet " + $0.name.lowercased() } ?? "bytes " + report.sha256
      }
    ).count
  }
}

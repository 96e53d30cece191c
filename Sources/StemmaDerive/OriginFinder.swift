import Foundation
import StemmaModel

/// What the lines of each claim rest on: speakers, documents, witnesses, a line's own reporting.
struct OriginFinder {
  var collation: Collation
  var lines: LineCounter

  /// The chance that two lines that name no source, or none by name, rest on the same people. It makes the number
  /// expected of *n* lines (1 − (1 − p)ⁿ) / p. Set so that the counts of an annotated story of seven lines fall inside
  /// their annotators' intervals; see Evaluation/README.md.
  static let sharedUnnamed = 0.1

  func count(into stemma: inout Stemma) {
    var table = OriginTable(collation: collation, roots: lines.roots, lost: stemma.lost)
    for claim in collation.claims {
      let found = lines.lines(of: claim)
      let counted = origins(of: claim, through: found, table: &table)
      stemma.supports.append(
        Support(
          publishers: publishers(claim.reports), lines: lines.range(of: found),
          lineNodes: found.map { lines.roots[$0.family] }.sorted(), origins: counted.range, originIndices: counted.indices))
    }
    stemma.origins = table.origins
    stemma.lines = lines.ofStory()
    let used = Set(stemma.supports.flatMap(\.originIndices))
    if !used.isEmpty {
      let named = used.count { table.origins[$0].kind == .speech || table.origins[$0].kind == .document }
      stemma.originsOfStory = CountRange(least: max(1, named), best: used.count, most: used.count)
    }
  }

  private func publishers(_ reports: [Siglum]) -> Int {
    var seen: Set<String> = []
    for siglum in reports {
      let report = collation.story[siglum].report
      seen.insert(report.outlet.map { "outlet " + $0.name.lowercased() } ?? "bytes " + report.sha256)
    }
    return seen.count
  }

  private func origins(
    of claim: Claim, through found: [LineCounter.Line], table: inout OriginTable
  ) -> (range: CountRange, indices: [Int]) {
    // Each line by the source it names best; lines that name one source, or one and whoever speaks for it, are joined.
    var named: [(source: OriginTable.Source, line: LineCounter.Line)] = []
    var own: [LineCounter.Line] = []
    for line in found {
      if let source = table.source(of: line) { named.append((source, line)) } else { own.append(line) }
    }
    let groups = table.joined(named)
    let isSpeech = claim.kind == .quote || groups.contains { $0.lines.count > 1 } || found.count == 1
    if isSpeech, !groups.isEmpty {
      // Said in public by somebody: whoever does not name them dropped the name.
      let indices = groups.map { table.index(of: $0.source, lines: $0.lines) }
      for line in own { table.add(line, to: indices[0]) }
      let best = Set(indices).count
      let slack = own.isEmpty ? 0 : 1
      return (CountRange(least: 1, best: best, most: best + (best == 1 ? slack : 0)), Array(Set(indices)).sorted())
    }
    // Seen, counted or asked for by each: some of them saw with the same eyes.
    let expected = max(1, expectedOrigins(found.count))
    var indices: [Int] = []
    for group in groups { indices.append(table.index(of: group.source, lines: group.lines)) }
    for line in own { indices.append(table.indexOfUnnamed(line)) }
    indices = Array(Set(indices).sorted().prefix(expected))
    let best = indices.count
    return (CountRange(least: max(1, best - 1), best: best, most: best), indices)
  }

  private func expectedOrigins(_ lines: Int) -> Int {
    let p = Self.sharedUnnamed
    return Int(((1 - pow(1 - p, Double(lines))) / p).rounded())
  }
}

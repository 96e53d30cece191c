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
          lineNodes: found.map { node(of: $0) }.sorted(), origins: counted.range, originIndices: counted.indices))
    }
    stemma.origins = table.origins
    stemma.lines = lines.ofStory()
    let used = Set(stemma.supports.flatMap(\.originIndices))
    if !used.isEmpty {
      let named = used.count { table.origins[$0].kind == .speech || table.origins[$0].kind == .document }
      stemma.originsOfStory = CountRange(least: max(1, named), best: used.count, most: used.count)
    }
  }

  /// The line's root, or the report itself for what it alone adds to what the line brought.
  private func node(of line: (family: Int, witnesses: [Claim.Witness])) -> Stemma.Node {
    lines.roots[line.family]
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
    of claim: Claim, through found: [(family: Int, witnesses: [Claim.Witness])], table: inout OriginTable
  ) -> (range: CountRange, indices: [Int]) {
    // Each line by the best-named source any of its witnesses gives.
    var named: [OriginTable.Key: [Claim.Witness]] = [:]
    var unnamed: [(family: Int, witnesses: [Claim.Witness])] = []
    for line in found {
      let keys = line.witnesses.compactMap { witness in table.namedSource(of: witness).map { ($0, witness) } }
      if keys.isEmpty {
        unnamed.append(line)
      } else {
        for (key, witness) in keys { named[key, default: []].append(witness) }
      }
    }
    let speakers = table.joined(named)
    // Where most lines lay it to somebody, the others dropped the name; where few do, they have their own.
    let lineOfSpeech = found.count - unnamed.count
    let ownLines = !speakers.isEmpty && lineOfSpeech * 2 >= found.count ? [] : unnamed
    var indices = speakers.map { table.index(of: $0.key, witnesses: $0.witnesses, lines: found) }
    let expected = expectedOrigins(ownLines.count)
    for line in ownLines.prefix(expected) {
      indices.append(table.indexOfUnnamed(line, root: lines.roots[line.family]))
    }
    if !speakers.isEmpty {
      for line in unnamed where ownLines.isEmpty {
        for witness in line.witnesses { table.add(witness, to: indices[0], root: lines.roots[line.family]) }
      }
    }
    indices = Array(Set(indices)).sorted()
    let best = max(1, indices.count)
    let slack = ownLines.count > 1 ? 1 : 0
    return (
      CountRange(
        least: max(1, best - slack), best: best,
        most: max(best, min(best + slack, best + max(0, ownLines.count - expected)))), indices
    )
  }

  private func expectedOrigins(_ lines: Int) -> Int {
    guard lines > 0 else { return 0 }
    let p = Self.sharedUnnamed
    return Int(((1 - pow(1 - p, Double(lines))) / p).rounded())
  }
}

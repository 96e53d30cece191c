import Foundation
import StemmaModel

/// What the lines of each claim rest on: speakers, documents, witnesses, a line's own reporting.
struct OriginFinder {
  var collation: Collation
  var lines: LineCounter

  /// The chance that two lines that name no source, or none by name, rest on the same people. It makes the number
  /// expected of *n* lines (1 − (1 − p)ⁿ) / p. Set so that the counts of an annotated story of seven lines fall inside
  /// their annotators' intervals; see "Where the constants come from" in Evaluation/README.md.
  static let sharedUnnamed = 0.1

  func count(into stemma: inout Stemma) {
    var table = OriginTable(collation: collation, media: lines.media, lost: stemma.lost)
    for claim in collation.claims {
      let found = lines.lines(of: claim)
      let range = lines.range(of: found)
      let counted = origins(of: claim, through: found, atLeast: range.least, table: &table)
      stemma.supports.append(
        Support(
          publishers: publishers(claim.reports), lines: range,
          lineNodes: found.map(\.node).sorted(), origins: counted.range,
          originIndices: counted.indices))
    }
    stemma.origins = table.all
    stemma.lines = lines.ofStory()
    let used = Set(stemma.supports.flatMap(\.originIndices))
    if !used.isEmpty {
      let named = used.count { stemma.origins[$0].kind == .speech || stemma.origins[$0].kind == .document }
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
    of claim: Claim, through found: [LineCounter.Line], atLeast sure: Int, table: inout OriginTable
  ) -> (range: CountRange, indices: [Int]) {
    // Each line by the source it names best; lines that name one source, or one and whoever speaks for it, are joined.
    var named: [(source: OriginTable.Source, line: LineCounter.Line)] = []
    var unnamed: [LineCounter.Line] = []
    var bare: [LineCounter.Line] = []
    var circular: [LineCounter.Line] = []
    for line in found {
      if !line.circle.isEmpty {
        circular.append(line)
      } else if let source = table.source(of: line) {
        named.append((source, line))
      } else if table.hasUnnamedSource(line) {
        unnamed.append(line)
      } else {
        bare.append(line)
      }
    }
    var groups = table.joined(named)
    // What stands between quotation marks was said once, whoever is made out to have said it.
    if claim.kind == .quote { groups = table.one(of: groups) }
    var indices = groups.map { table.index(of: $0.source, lines: $0.lines) }
    var own = unnamed
    if !groups.isEmpty, claim.kind == .quote || named.count >= bare.count {
      // Said by somebody: who lays it to nobody has dropped the name.
      for line in bare { table.add(line, to: indices[0]) }
    } else {
      own += bare
    }
    // Seen, counted or asked for by each: some of them saw with the same eyes.
    let expected = own.isEmpty ? 0 : max(1, expectedOrigins(own.count))
    for line in own.sorted(by: { $0.family < $1.family }).prefix(expected) {
      indices.append(table.indexOfUnnamed(line))
    }
    // A rumour that each lays to the other rests on what others know, or on nobody that is named.
    for line in circular {
      if let first = indices.first { table.add(line, to: first) } else { indices.append(table.indexOfCircle(line)) }
    }
    indices = Array(Set(indices)).sorted()
    let best = indices.count
    // A line that is not sure brings no sure origin, and one that names nobody may have asked whom another names.
    let surelyNamed = groups.count { $0.lines.contains(where: lines.isSure) }
    let least = max(1, min(own.isEmpty ? surelyNamed : max(surelyNamed, best - 1), sure, best))
    let dropped = own.count < unnamed.count + bare.count && best == 1
    return (CountRange(least: least, best: best, most: best + (dropped ? 1 : 0)), indices)
  }

  private func expectedOrigins(_ lines: Int) -> Int {
    let p = Self.sharedUnnamed
    return Int(((1 - pow(1 - p, Double(lines))) / p).rounded())
  }
}

import StemmaModel

/// Through how many independent lines of reporting each claim came.
struct LineCounter {
  var collation: Collation
  var families: [[Int]]
  var kinship: Kinship
  var borrowings: [Borrowing]
  /// The node each family hangs from.
  var roots: [Stemma.Node]

  /// A line that brought a claim, with its witnesses.
  struct Line {
    var family: Int
    var witnesses: [Claim.Witness]
  }

  /// The share of the lemma that a witness must have to count for sure.
  static let sureLikeness = 0.5
  /// The words that make the lemma's own wording sure.
  static let sureWords = 5
  /// The nats of it that it must have.
  static let sureNats = 6.0

  /// The line that brought a witness: its family's, or that of the family a borrowed passage comes from.
  func line(of witness: Claim.Witness) -> Int {
    let report = witness.place.report.index
    let borrowed = borrowings.first {
      $0.borrower == report && $0.place.span.shared(with: witness.place.span) * 2 > witness.place.span.length
    }
    let source = borrowed?.lender ?? report
    return families.firstIndex { $0.contains(source) }!
  }

  /// The lines of a claim in order, each with its witnesses.
  func lines(of claim: Claim) -> [Line] {
    var byFamily: [Int: [Claim.Witness]] = [:]
    var bodyLine: [Siglum: Int] = [:]
    for witness in claim.witnesses where isBody(witness.place) { bodyLine[witness.place.report] = line(of: witness) }
    // A headline has what it says from the text below it.
    for witness in claim.witnesses {
      let line = isBody(witness.place) ? line(of: witness) : bodyLine[witness.place.report] ?? line(of: witness)
      byFamily[line, default: []].append(witness)
    }
    return byFamily.sorted { $0.key < $1.key }.map { Line(family: $0.key, witnesses: $0.value) }
  }

  private func isBody(_ place: Place) -> Bool {
    collation.story[place.report].report.passages.contains { $0.kind == .paragraph && $0.span.overlaps(place.span) }
  }

  func range(of lines: [Line]) -> CountRange {
    let best = lines.count
    // A line whose witness only may say the same, or that may be of another's family, does not count for sure.
    let sure = lines.filter { $0.witnesses.contains(where: isSure) }.map(\.family)
    let least = max(1, joined(sure.isEmpty ? [lines[0].family] : sure))
    return CountRange(least: min(best, least), best: best, most: best)
  }

  private func isSure(_ witness: Claim.Witness) -> Bool {
    if witness.relation == .verbatim { return witness.tokens.count >= Self.sureWords }
    return witness.likeness >= Self.sureLikeness && witness.nats >= Self.sureNats
  }

  /// The whole story's lines.
  func ofStory() -> CountRange {
    let least = joined(Array(families.indices))
    let weak = families.contains { $0.count > 1 && strength(of: $0) < Kinship.derivedAbove.nats + 1 }
    return CountRange(least: min(least, families.count), best: families.count, most: families.count + (weak ? 1 : 0))
  }

  /// How many are left when families that may be one are joined.
  private func joined(_ chosen: [Int]) -> Int {
    var group = Array(chosen.indices)
    func find(_ x: Int) -> Int { group[x] == x ? x : find(group[x]) }
    for i in chosen.indices {
      for j in chosen.indices where j > i {
        if mayBeOne(chosen[i], chosen[j]) { group[find(j)] = find(i) }
      }
    }
    return chosen.indices.count { group[$0] == $0 }
  }

  /// Whether the evidence on the mean leaves it open that two families are one.
  private func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    let pairs = families[a].flatMap { x in families[b].map { kinship[x, $0].logOdds.nats } }
    return pairs.reduce(0, +) / Double(max(1, pairs.count)) > Kinship.independentBelow.nats
  }

  private func strength(of family: [Int]) -> Double {
    family.map { report in
      family.filter { $0 != report }.map { kinship[report, $0].logOdds.nats }.max() ?? 0
    }.min() ?? 0
  }
}

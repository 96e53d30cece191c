import StemmaModel

/// Who carries each claim, and in which order each report has its claims.
struct ClaimTable {
  /// For each report, its claims with their first witness in the body, in order of place.
  private(set) var claims: [[(claim: Int, witness: Claim.Witness)]]
  /// For each report, its witness of a claim.
  private(set) var witness: [[Int: Claim.Witness]]
  /// Reports that carry each claim.
  private(set) var carriers: [Int]

  init(_ collation: Collation) {
    let count = collation.story.reports.count
    claims = Array(repeating: [], count: count)
    witness = Array(repeating: [:], count: count)
    carriers = collation.claims.map(\.reports.count)
    let bodies = collation.story.reports.map { report in report.report.body.map(\.span) }
    for (index, claim) in collation.claims.enumerated() {
      for found in claim.witnesses {
        let report = found.place.report.index
        // A headline repeats what the body says: its place tells nothing of the order.
        guard witness[report][index] == nil, bodies[report].contains(where: { $0.contains(found.place.span) }) else {
          continue
        }
        witness[report][index] = found
        claims[report].append((index, found))
      }
    }
    for report in claims.indices { claims[report].sort { $0.witness.place < $1.witness.place } }
  }

  /// Claims both carry, in the order of `a`.
  func shared(_ a: Int, _ b: Int) -> [Int] {
    claims[a].map(\.claim).filter { witness[b][$0] != nil }
  }
}

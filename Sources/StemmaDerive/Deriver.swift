package import StemmaModel

/// Makes the stemma of a collation: families, lost parents, edges, and the lines and origins behind each claim.
package struct Deriver: Sendable {
  package init() {}

  /// - Complexity: O(pairs of reports that share claims or wording).
  package func derive(_ collation: Collation) -> Stemma {
    let table = ClaimTable(collation)
    let kinship = Kinship(collation, table)
    let found = FamilyFinder(kinship: kinship, count: collation.story.reports.count).families()
    let families = Families(found, kinship: kinship)
    let borrowings = BorrowingFinder(collation: collation, families: families).borrowings()
    var stemma = Stemma()
    let tree = FamilyTree(collation: collation, kinship: kinship, families: families)
    tree.grow(into: &stemma, borrowings: borrowings)
    let lines = LineCounter(
      collation: collation, families: families, kinship: kinship, borrowings: borrowings, roots: tree.roots(in: stemma))
    OriginFinder(collation: collation, lines: lines).count(into: &stemma)
    return stemma
  }
}

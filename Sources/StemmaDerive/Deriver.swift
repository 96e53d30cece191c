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
    let dispatches = families.all.map(DispatchFinder(collation: collation).dispatch)
    var stemma = Stemma()
    FamilyTree(collation: collation, kinship: kinship, families: families).grow(into: &stemma, dispatches: dispatches)

    let borrowings = BorrowingFinder(collation: collation, families: families).borrowings()
    let media = CitedMedia(collation: collation, families: families, dispatches: dispatches)
    let releases = ReleaseFinder(collation: collation, families: families).releases()
    var seconds = SecondParents(collation: collation, families: families, stemma: stemma)
    seconds.add(borrowings)
    seconds.add(releases, to: &stemma)
    let absent = seconds.add(collation.claims, laidTo: media, to: &stemma)
    seconds.draw(into: &stemma)

    let lines = LineCounter(
      collation: collation, families: families, kinship: kinship, borrowings: borrowings, media: media, absent: absent,
      roots: seconds.roots)
    OriginFinder(collation: collation, lines: lines).count(into: &stemma)
    return stemma
  }
}

package import StemmaModel

/// Makes the stemma of a collation: families, lost parents, edges, and the lines and origins behind each claim.
package struct Deriver: Sendable {
  package init() {}

  /// - Parameter decided: what holds whatever the texts show.
  /// - Complexity: O(pairs of reports that share claims or wording).
  package func derive(_ collation: Collation, decided: DecidedRelations = .none) -> Stemma {
    let table = ClaimTable(collation)
    let kinship = Kinship(collation, table, decided)
    let found = FamilyFinder(kinship: kinship, count: collation.story.reports.count, decided: decided).families()
    let families = Families(found, kinship: kinship, decided: decided)
    let dispatches = families.all.map(DispatchFinder(collation: collation).dispatch)
    var stemma = Stemma()
    FamilyTree(collation: collation, kinship: kinship, families: families, decided: decided)
      .grow(into: &stemma, dispatches: dispatches)

    let borrowings = BorrowingFinder(collation: collation, families: families).borrowings()
      .filter { !decided.areIndependent($0.borrower, $0.lender) }
    let media = CitedMedia(collation: collation, families: families, dispatches: dispatches, decided: decided)
    let releases = ReleaseFinder(collation: collation, families: families).releases()
    var seconds = SecondParents(collation: collation, families: families, decided: decided, stemma: stemma)
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

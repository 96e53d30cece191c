import StemmaModel

/// A passage that one report has from another family: its second parent.
struct Borrowing {
  /// Who has it from elsewhere, and where.
  var borrower: Int
  var place: Place
  /// A report of the family it comes from, with the same passage.
  var lender: Int
  var lenderPlace: Place
  var words: Int
  var nats: Double
  /// The lender's agency where the borrower names it.
  var agency: String?
}

/// Finds passages that cross from one family into another: derivation is of passages, not only of reports.
struct BorrowingFinder {
  var collation: Collation
  var families: Families

  /// A run that long outside a public quote is not chance.
  static let fewestWords = 10
  static let leastNats = 22.0
  /// Words of a quotation that came along with a borrowed passage, and how many paragraphs from it.
  static let fewestQuoted = 5
  static let neighbourhood = 2

  func borrowings() -> [Borrowing] {
    let familyOf = families.of
    let narrated = collation.story.matches.compactMap { match -> Borrowing? in
      guard familyOf[match.a] != familyOf[match.b], !match.isQuoted, match.words >= Self.fewestWords,
        match.nats >= Self.leastNats
      else { return nil }
      let reports = collation.story.reports
      let placeA = Place(Siglum(match.a), reports[match.a].span(of: match.aTokens))
      let placeB = Place(Siglum(match.b), reports[match.b].span(of: match.bTokens))
      let (fromA, fromB) = (Citation(of: placeA, in: collation.story), Citation(of: placeB, in: collation.story))
      let aBorrows: Bool
      if fromA.strength != fromB.strength {
        aBorrows = fromA.strength > fromB.strength
      } else {
        aBorrows = borrowsRather(match.a, match.b)
      }
      return aBorrows
        ? Borrowing(
          borrower: match.a, place: placeA, lender: match.b, lenderPlace: placeB, words: match.words, nats: match.nats,
          agency: fromA.agency)
        : Borrowing(
          borrower: match.b, place: placeB, lender: match.a, lenderPlace: placeA, words: match.words, nats: match.nats,
          agency: fromB.agency)
    }
    return narrated + quotations(around: narrated)
  }

  /// Quotations that came along with a passage: they stand beside it in both reports.
  private func quotations(around narrated: [Borrowing]) -> [Borrowing] {
    struct Pair: Hashable {
      var a: Int
      var b: Int
    }
    let byPair = Dictionary(grouping: narrated) {
      Pair(a: min($0.borrower, $0.lender), b: max($0.borrower, $0.lender))
    }
    return collation.story.matches.compactMap { match -> Borrowing? in
      guard match.isQuoted, match.words >= Self.fewestQuoted, let near = byPair[Pair(a: match.a, b: match.b)] else {
        return nil
      }
      let reports = collation.story.reports
      let places = [
        match.a: Place(Siglum(match.a), reports[match.a].span(of: match.aTokens)),
        match.b: Place(Siglum(match.b), reports[match.b].span(of: match.bTokens)),
      ]
      guard
        let beside = near.first(where: { borrowing in
          guard let own = places[borrowing.borrower], let lent = places[borrowing.lender] else { return false }
          return areNeighbours(own, borrowing.place) && areNeighbours(lent, borrowing.lenderPlace)
        })
      else { return nil }
      return Borrowing(
        borrower: beside.borrower, place: places[beside.borrower]!, lender: beside.lender,
        lenderPlace: places[beside.lender]!, words: match.words, nats: match.nats, agency: beside.agency)
    }
  }

  private func areNeighbours(_ a: Place, _ b: Place) -> Bool {
    let passages = collation.story[a.report].report.passages
    guard let x = passages.firstIndex(where: { $0.span.overlaps(a.span) }),
      let y = passages.firstIndex(where: { $0.span.overlaps(b.span) })
    else { return false }
    return abs(x - y) <= Self.neighbourhood
  }

  /// The report that has more of its matter from others borrows this too; else the later, else the shorter.
  private func borrowsRather(_ a: Int, _ b: Int) -> Bool {
    func kin(_ report: Int) -> Int { families.all[families.of[report]].count }
    if kin(a) != kin(b) { return kin(a) > kin(b) }
    let reports = collation.story.reports
    if let x = reports[a].report.published?.moment, let y = reports[b].report.published?.moment, x != y { return x > y }
    return reports[a].tokens.count < reports[b].tokens.count
  }
}

import StemmaModel

/// Through how many independent lines of reporting each claim came.
struct LineCounter {
  var collation: Collation
  var families: Families
  var kinship: Kinship
  let media: CitedMedia
  /// The lost texts of media that are not here, by the medium's key.
  private let absent: [String: Stemma.Node]
  /// The node each family hangs from.
  private let roots: [Stemma.Node]
  /// By borrower.
  private let borrowings: [Int: [Borrowing]]

  init(
    collation: Collation, families: Families, kinship: Kinship, borrowings: [Borrowing], media: CitedMedia,
    absent: [String: Stemma.Node], roots: [Stemma.Node]
  ) {
    (self.collation, self.families, self.kinship, self.roots) = (collation, families, kinship, roots)
    (self.media, self.absent) = (media, absent)
    self.borrowings = Dictionary(grouping: borrowings, by: \.borrower)
  }

  /// A line that brought a claim, with its witnesses.
  struct Line {
    var family: Int
    var witnesses: [Claim.Witness]
    /// What it hangs from in the stemma.
    var node: Stemma.Node
    /// A report of each family that name one another for it, in a circle: nobody is known to have reached the matter.
    var circle: [Siglum] = []
  }

  /// Families up to which each two are looked at.
  private static let fewFamilies = 32

  /// The share of the lemma that a witness must have to count for sure.
  static let sureLikeness = 0.5
  /// The words that make the lemma's own wording sure.
  static let sureWords = 5
  /// The nats of it that it must have: a claim of three common words is soon found in another. Set so that no count of the annotated
  /// stories is too high at the least; at 6 one was.
  static let sureNats = 9.0

  /// The line that brought a witness: its family's, or that of the family a borrowed passage comes from.
  func line(of witness: Claim.Witness) -> Int {
    let report = witness.place.report.index
    let borrowed = borrowings[report]?.first {
      $0.place.span.shared(with: witness.place.span) * 2 > witness.place.span.length
    }
    return families.of[borrowed?.lender ?? report]
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
    return joined(byFamily)
  }

  /// Lines in order of family; what is laid to another medium goes to whoever reached the matter.
  private func joined(_ witnesses: [Int: [Claim.Witness]]) -> [Line] {
    let reaches = media.reaches(
      witnesses.mapValues { found in
        let body = found.filter { isBody($0.place) }
        return body.isEmpty ? found : body
      })
    var lines: [Line] = []
    func add(_ line: Line) {
      if let same = lines.firstIndex(where: { $0.node == line.node }) {
        lines[same].witnesses += line.witnesses
      } else {
        lines.append(line)
      }
    }
    for (family, found) in witnesses.sorted(by: { $0.key < $1.key }) {
      switch reaches[family] ?? .itself {
      case .itself: add(Line(family: family, witnesses: found, node: roots[family]))
      case .family(let other): add(Line(family: other, witnesses: found, node: roots[other]))
      case .absent(let key):
        add(Line(family: family, witnesses: found, node: absent[key] ?? roots[family]))
      case .circle(let ring):
        add(
          Line(
            family: ring[0], witnesses: found, node: roots[ring[0]], circle: ring.map { Siglum(families.all[$0][0]) }))
      }
    }
    return lines.sorted { $0.family < $1.family }
  }

  private func isBody(_ place: Place) -> Bool {
    collation.story[place.report].report.passages.contains { $0.kind == .paragraph && $0.span.overlaps(place.span) }
  }

  func range(of lines: [Line]) -> CountRange {
    let best = lines.count
    // A line whose witness only may say the same, or that may be of another's family, does not count for sure.
    let sure = lines.filter(isSure).map(\.family)
    let least = max(1, joined(sure.isEmpty ? [lines[0].family] : sure))
    return CountRange(least: min(best, least), best: best, most: best)
  }

  /// Whether one of its witnesses says the claim, and not only something like it.
  func isSure(_ line: Line) -> Bool { line.witnesses.contains(where: isSure) }

  private func isSure(_ witness: Claim.Witness) -> Bool {
    if witness.relation == .verbatim { return witness.tokens.count >= Self.sureWords }
    return witness.likeness >= Self.sureLikeness && witness.nats >= Self.sureNats
  }

  /// The whole story's lines.
  func ofStory() -> CountRange {
    let count = families.all.count
    let least = joined(Array(families.all.indices))
    let weak = families.all.contains { $0.count > 1 && strength(of: $0) < Kinship.derivedAbove.nats + 1 }
    return CountRange(least: min(least, count), best: count, most: count + (weak ? 1 : 0))
  }

  /// How many are left when families that may be one are joined.
  private func joined(_ chosen: [Int]) -> Int {
    var group: [Int: Int] = [:]
    for family in chosen { group[family] = family }
    func find(_ x: Int) -> Int {
      var x = x
      while let above = group[x], above != x { x = above }
      return x
    }
    var count = chosen.count
    if chosen.count <= Self.fewFamilies {
      for (i, a) in chosen.enumerated() { for b in chosen[(i + 1)...] where families.mayBeOne(a, b) { join(a, b) } }
    } else {
      for (a, b) in families.open where group[a] != nil && group[b] != nil { join(a, b) }
    }
    func join(_ a: Int, _ b: Int) {
      let (x, y) = (find(a), find(b))
      guard x != y else { return }
      group[max(x, y)] = min(x, y)
      count -= 1
    }
    // Through a second parent a line may have all from another.
    for (a, b) in families.crossing where group[a] != nil && group[b] != nil { join(a, b) }
    // Lines that a person keeps apart are two, whatever may join each of them with a third.
    let split = families.apart.filter { group[$0.a] != nil && group[$0.b] != nil && find($0.a) == find($0.b) }
    return count + Set(split.map { find($0.a) }).count
  }

  private func strength(of family: [Int]) -> Double {
    family.map { report in
      kinship.fellows(of: report).filter { families.of[$0.report] == families.of[report] }
        .map(\.pair.logOdds.nats).max() ?? 0
    }.min() ?? 0
  }
}

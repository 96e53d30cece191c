import StemmaModel

/// Draws what reports have from other families than their own: passages, what they name another medium for, and texts outside the
/// story that several lines share.
struct SecondParents {
  let collation: Collation
  let families: Families
  let decided: DecidedRelations
  /// The node each family hangs from.
  let roots: [Stemma.Node]

  /// Nats of "another medium has it", of a written statement that one names, and of each further passage of it.
  static let told = 2.5
  static let named = 2.0
  static let further = 0.5

  private struct Way: Hashable {
    var from: Stemma.Node
    var to: Stemma.Node
  }
  private var edges: [Way: [Evidence]] = [:]
  private var order: [Way] = []

  init(collation: Collation, families: Families, decided: DecidedRelations, stemma: Stemma) {
    (self.collation, self.families, self.decided) = (collation, families, decided)
    roots = Self.roots(of: families, in: stemma)
  }

  /// The node each family hangs from, by family.
  private static func roots(of families: Families, in stemma: Stemma) -> [Stemma.Node] {
    var above: [Stemma.Node: Stemma.Node] = [:]
    for edge in stemma.derivations where edge.kind != .drewOn { above[edge.to] = above[edge.to] ?? edge.from }
    return families.all.map { family in
      var node = Stemma.Node.report(Siglum(family[0]))
      while let next = above[node] { node = next }
      return node
    }
  }

  private mutating func add(_ evidence: Evidence, from: Stemma.Node, to: Stemma.Node) {
    let way = Way(from: from, to: to)
    if edges[way] == nil { order.append(way) }
    edges[way, default: []].append(evidence)
  }

  mutating func add(_ borrowings: [Borrowing]) {
    for borrowing in borrowings where roots[families.of[borrowing.lender]] != roots[families.of[borrowing.borrower]] {
      add(
        Evidence(
          .sharedWording, weight: LogOdds(borrowing.nats / 8).capped(SharedWording.most),
          note: "a passage of \(borrowing.words) words" + (borrowing.agency.map { ", for which it names \($0)" } ?? ""),
          places: [borrowing.place, borrowing.lenderPlace].sorted()),
        from: roots[families.of[borrowing.lender]], to: .report(Siglum(borrowing.borrower)))
    }
  }

  /// A witness that is laid to another medium.
  private struct Telling {
    var family: Int
    var siglum: Siglum
    var medium: CitedMedia.Medium
    var place: Place
  }

  private func evidence(_ telling: Telling) -> Evidence {
    Evidence(
      .told, weight: LogOdds(Self.told), note: "it lays this to \(telling.medium.name)",
      places: Set([telling.place, telling.medium.mention]).sorted())
  }

  /// A lost text for each written statement that several families share.
  mutating func add(_ releases: [Release], to stemma: inout Stemma) {
    for release in releases {
      let text = Stemma.Node.lost(stemma.lost.count)
      stemma.lost.append(Stemma.LostReport(label: release.label, evidence: release.evidence))
      for reader in release.readers {
        let places = Set(reader.places).sorted()
        add(
          Evidence(
            .sharedQuoteCut, weight: LogOdds(Self.named + Double(places.count / 2) * Self.further),
            note: "words of the \(release.label), which another line has alike", places: Array(places.prefix(4))),
          from: text, to: roots[reader.family])
      }
    }
  }

  /// Claims that a line lays to another medium: from that family, or, where several lay claims to one that is not here, from a
  /// lost text.
  ///
  /// - Returns: the lost texts of absent media, by the medium's key.
  mutating func add(_ claims: [Claim], laidTo media: CitedMedia, to stemma: inout Stemma) -> [String: Stemma.Node] {
    var absent: [String: [Telling]] = [:]
    var circles: [[Int]: Claim] = [:]
    var tellings: [Telling] = []
    for claim in claims {
      var witnesses: [Int: [Claim.Witness]] = [:]
      for witness in claim.witnesses { witnesses[families.of[witness.place.report.index], default: []].append(witness) }
      let reaches = media.reaches(witnesses)
      for family in witnesses.keys.sorted() {
        for witness in witnesses[family]! {
          guard let medium = media.medium(of: witness) else { continue }
          let telling = Telling(
            family: family, siglum: witness.place.report, medium: medium, place: witness.place)
          switch reaches[family] {
          case .family?:
            tellings.append(telling)
          case .absent(let key)?: absent[key, default: []].append(telling)
          case .circle(let ring)?: circles[ring] = circles[ring] ?? claim
          case .itself?, nil: continue
          }
        }
      }
    }
    // Whoever names the other as well has not told anything by it.
    for telling in tellings {
      guard let lender = telling.medium.family,
        !circles.keys.contains(where: { $0.contains(lender) && $0.contains(telling.family) })
      else { continue }
      add(evidence(telling), from: roots[lender], to: .report(telling.siglum))
    }
    for (ring, claim) in circles.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      stemma.undecided.append(
        Stemma.Question(
          reports: ring.map { Siglum(families.all[$0][0]) }.sorted(), question: "which of them had it first, if any",
          note: "each lays to the other that “\(claim.lemma)”"))
    }
    var nodes: [String: Stemma.Node] = [:]
    for key in absent.keys.sorted() {
      let tellings = absent[key]!
      guard Set(tellings.map(\.family)).count > 1 else { continue }
      let text = Stemma.Node.lost(stemma.lost.count)
      nodes[key] = text
      stemma.lost.append(
        Stemma.LostReport(
          label: "\(tellings[0].medium.name) report", evidence: Set(tellings.map(\.medium.mention)).sorted()))
      for telling in tellings {
        add(evidence(telling), from: text, to: .report(telling.siglum))
      }
    }
    return nodes
  }

  /// Adds what a person decided, and what was gathered, but nothing that would close a circle.
  func draw(into stemma: inout Stemma) {
    var drawn: Set<Way> = []
    for (report, source) in decided.derivations where decided.parent(of: report) != source {
      let way = Way(from: .report(Siglum(source)), to: .report(Siglum(report)))
      drawn.insert(way)
      stemma.derivations.append(
        Derivation(
          from: way.from, to: way.to, confidence: 1, kind: .drewOn,
          evidence: Array((edges[way] ?? [.byHand]).prefix(5)), isByHand: true))
    }
    for way in order.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) where !drawn.contains(way) {
      if case .report(let from) = way.from, case .report(let to) = way.to, decided.areIndependent(from.index, to.index)
      {
        continue
      }
      guard way.from != way.to, !Self.descends(way.from, from: way.to, in: stemma) else { continue }
      let evidence = edges[way]!.sorted { ($1.weight, $0.places[0]) < ($0.weight, $1.places[0]) }
      let odds = evidence.reduce(Kinship.prior) { $0 + $1.weight }
      stemma.derivations.append(
        Derivation(
          from: way.from, to: way.to, confidence: min(FamilyTree.mostConfidence, max(0.5, odds.probability)),
          kind: .drewOn, evidence: Array(evidence.prefix(5))))
    }
    stemma.derivations.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func descends(_ node: Stemma.Node, from ancestor: Stemma.Node, in stemma: Stemma) -> Bool {
    var seen: Set<Stemma.Node> = [node]
    var todo = [node]
    while let next = todo.popLast() {
      for edge in stemma.derivations where edge.to == next && seen.insert(edge.from).inserted { todo.append(edge.from) }
    }
    return seen.contains(ancestor)
  }
}

package import StemmaModel

/// What a person decided of two reports, whatever their texts show.
package struct DecidedRelation: Sendable, Hashable {
  package enum Kind: Sendable {
    /// Neither drew on the other.
    case independent
    /// `report` drew on `other`.
    case derived
  }

  package var kind: Kind
  package var report: Siglum
  package var other: Siglum

  package init(_ kind: Kind, _ report: Siglum, _ other: Siglum) {
    (self.kind, self.report, self.other) = (kind, report, other)
  }
}

/// What people decided of who drew on whom in one story, as far as it can hold together: a later decision has the last word.
///
/// `Kinship` takes a derived report for kin of what it derives from, and gives reports that are independent no kinship;
/// `FamilyFinder` begins with the ones in one family and never joins the others; `[FamilyParents].heed` hangs derived reports where
/// they were put; `SecondParents` draws what is left of them, and nothing between independent ones.
package struct DecidedRelations: Sendable {
  package static let none = DecidedRelations([])

  private struct Pair: Hashable {
    var a: Int
    var b: Int

    init(_ a: Int, _ b: Int) { (self.a, self.b) = (min(a, b), max(a, b)) }
  }

  /// By derived report what it drew on: its parent first, then its second parents.
  private(set) var sources: [Int: [Int]] = [:]
  private var independent: Set<Pair> = []
  /// Those that cannot hold beside later ones, by their place among all: a report would descend from itself, or from one that it is
  /// independent of.
  package private(set) var refused: [Int] = []

  /// - Parameter relations: in the order in which they were decided.
  /// - Complexity: O(*n*²) in the decisions of a story, which people make one by one.
  package init(_ relations: [DecidedRelation]) {
    for (place, relation) in relations.enumerated().reversed() {
      let (report, other) = (relation.report.index, relation.other.index)
      switch relation.kind {
      case .independent:
        guard report != other, !descends(report, from: other), !descends(other, from: report) else {
          refused.append(place)
          continue
        }
        independent.insert(Pair(report, other))
      case .derived:
        if sources[report]?.contains(other) ?? false { continue }
        // The first that was decided comes first: it is the parent.
        sources[report, default: []].insert(other, at: 0)
        guard isContradicted else { continue }
        sources[report]!.removeFirst()
        if sources[report]!.isEmpty { sources[report] = nil }
        refused.append(place)
      }
    }
    refused.reverse()
  }

  var isEmpty: Bool { sources.isEmpty && independent.isEmpty }

  func areIndependent(_ a: Int, _ b: Int) -> Bool { !independent.isEmpty && independent.contains(Pair(a, b)) }

  /// Whether one of them was said to have drawn on the other.
  func areDerived(_ a: Int, _ b: Int) -> Bool {
    !sources.isEmpty && ((sources[a]?.contains(b) ?? false) || (sources[b]?.contains(a) ?? false))
  }

  /// Every derived report with each of its sources, in order.
  var derivations: [(report: Int, source: Int)] {
    sources.keys.sorted().flatMap { report in sources[report]!.map { (report, $0) } }
  }

  /// The parent that a report was given.
  func parent(of report: Int) -> Int? { sources[report]?.first }

  /// Pairs that are independent, `a < b`, in order.
  var independentPairs: [(a: Int, b: Int)] { independent.map { ($0.a, $0.b) }.sorted { $0 < $1 } }

  private var isContradicted: Bool {
    sources.keys.contains { report in sources[report]!.contains { descends($0, from: report) } }
      || independent.contains { descends($0.a, from: $0.b) || descends($0.b, from: $0.a) }
  }

  /// Whether a report drew on another, directly or through others, as it was decided; or is that one itself.
  private func descends(_ report: Int, from ancestor: Int) -> Bool {
    var seen: Set<Int> = [report]
    var todo = [report]
    while let next = todo.popLast() {
      if next == ancestor { return true }
      todo += (sources[next] ?? []).filter { seen.insert($0).inserted }
    }
    return false
  }
}

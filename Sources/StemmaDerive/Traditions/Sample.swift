import Foundation

/// One drawn stemma, as it is kept.
struct Sample: Sendable {
  /// By node; `Chain.none` for the head of a line, `Chain.gone` for a lost text that is not there.
  var parents: [Int32]
  /// By node, with the claims taken from it; -1 for none.
  var seconds: [Int32]
  var gifts: [[Int32]]
  /// What the lost texts are believed to have had, by node less the reports.
  var lost: [[ReadingTable.Entry]]
  /// By claim, how many lines brought it.
  var lines: [Int16]
  /// For each report, by its entries, the node its claim began with.
  var sources: [[Int32]]
}

extension Chain {
  /// Keeps the stemma as it is.
  ///
  /// - Parameter witnesses: by claim, the reports that have it and its place among their entries.
  mutating func sample(_ witnesses: [[(report: Int32, place: Int32)]]) -> Sample {
    let tracer = LineTracer(&self)
    var lines = [Int16](repeating: 0, count: table.claimCount)
    var seen = [Int](repeating: -1, count: nodeCount)
    for claim in witnesses.indices {
      for (report, place) in witnesses[claim] {
        let source = Int(tracer.sources[Int(report)][Int(place)])
        if seen[source] != claim {
          seen[source] = claim
          lines[claim] += 1
        }
      }
    }
    var parents = parent.map { Int32($0) }
    for (lost, report) in twins() {
      for node in parents.indices where parents[node] == lost && node != report { parents[node] = Int32(report) }
      parents[report] = parents[lost]
      parents[lost] = Int32(Self.gone)
    }
    return Sample(
      parents: parents, seconds: second.map { Int32($0) },
      gifts: (0..<nodeCount).map { node in
        zip(content[node], tracer.gifts[node]).filter(\.1).map(\.0.claim)
      }, lost: Array(belief[reportCount...]), lines: lines, sources: Array(tracer.sources[..<reportCount]))
  }

  /// The lost texts that may well be a report of the tradition as it really was: where the table has gaps and errors, a report
  /// is not what others drew on, but nearly so.
  mutating func twins() -> [(lost: Int, report: Int)] {
    guard random.unit() < gapProbability else { return [] }
    var found: [(lost: Int, report: Int)] = []
    for lost in reportCount..<nodeCount where parent[lost] != Self.gone {
      let reports = children[lost].filter { !isLost($0) }
      var weights = [log(1 - Self.seen)]
      for report in reports {
        let way = edge(report, from: lost, gift: gift(to: report, from: second[report]), excluding: true)
        let asChild =
          model.habits.omission.logLikelihood(no: way.present, yes: way.absent)
          + model.habits.change.logLikelihood(no: way.kept, yes: way.changed)
        let asTwin =
          way.absent * log(Self.unread) + way.present * log(1 - Self.unread) + way.changed * log(Self.misread)
          + way.kept * log(1 - Self.misread)
        var timing = 0.0
        for other in reports where other != report { timing += model.timing(table.times[report], table.times[other]) }
        weights.append(log(Self.seen) + asTwin - asChild + timing)
      }
      if let chosen = random.choose(weights), chosen > 0 { found.append((lost, reports[chosen - 1])) }
    }
    return found
  }

  /// Log-odds of this kind count as if so large a share of the texts of a story were among the reports. Of .85 (the share in the
  /// simulated stories), .95 and .97 the second gave the best edges with 15 % of claims lost, from seed 1000.
  static let seen = 0.95
  /// The share of claims that such a table lacks, and that it has in a wrong reading; that of the noise the engine is for.
  static let unread = 0.15
  static let misread = 0.03
  /// Half of the stories with so many lost texts for each report have gaps. From seed 1000, a story without noise has .14 on the
  /// mean and .29 at most but one in twenty, one with 15 % of claims lost .29 and .20 at least but one in twenty.
  static let gapShare = 0.18

  /// How likely it is that the table has gaps, by how many lost texts it takes to explain it.
  var gapProbability: Double { 1 / (1 + exp((Self.gapShare - lostShare) / 0.02)) }
}

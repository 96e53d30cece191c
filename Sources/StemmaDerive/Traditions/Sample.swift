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
    let unread = knob("unread", 0.15)
    let misread = knob("misread", 0.03)
    for lost in reportCount..<nodeCount where parent[lost] != Self.gone {
      let reports = children[lost].filter { !isLost($0) }
      var weights = [log(1 - Self.seen)]
      for report in reports {
        let way = edge(report, from: lost, gift: gift(to: report, from: second[report]), excluding: true)
        let asChild =
          model.habits.omission.logLikelihood(no: way.present, yes: way.absent)
          + model.habits.change.logLikelihood(no: way.kept, yes: way.changed)
        let asTwin =
          way.absent * log(unread) + way.present * log(1 - unread) + way.changed * log(misread)
          + way.kept * log(1 - misread)
        var timing = 0.0
        for other in reports where other != report { timing += model.timing(table.times[report], table.times[other]) }
        weights.append(log(Self.seen) + asTwin - asChild + timing)
      }
      if let chosen = random.choose(weights), chosen > 0 { found.append((lost, reports[chosen - 1])) }
    }
    return found
  }

  /// The share of the texts of a story that are among the reports.
  static let seen = knob("seen", 0.95)

  /// How likely it is that the table has gaps, by how many lost texts it takes to explain it.
  var gapProbability: Double { 1 / (1 + exp((knob("gap", 0.2) - lostShare) / 0.02)) }
}

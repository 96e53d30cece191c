import Foundation
import StemmaText

/// Finds who hangs from whom in a table of readings.
package struct FiliationFinder: Sendable {
  /// What draws are made from; the same seed gives the same answer on any machine and number of threads.
  package var seed: UInt64
  package var burn = 12
  package var draws = 40
  package var chains = 2

  /// A chain begins so much less sure of what is likelier, and cools down to 1 while it burns in.
  private static let firstSharpness = 0.4

  package init(seed: UInt64 = 1) { self.seed = seed }

  /// The likeliest stemma of the tradition with what is sure of it. Every tradition has one: contradictory times, no claims,
  /// one report.
  package func find(in tradition: Tradition) -> Filiation {
    let table = ReadingTable(tradition)
    let evidence = OutsideEvidence(tradition)
    var near = Neighbours.find(in: table, count: tradition.reports.count > 400 ? 16 : 24)
    for report in near.indices {
      let known = Set(near[report])
      near[report] += evidence.others(of: report).filter { !known.contains($0) }
    }
    let neighbours = near
    let count = max(1, table.reportCount)
    let seed = seed
    let burn = max(3, min(burn, 2400 / count))
    let draws = max(5, min(draws, 4800 / count))
    guard table.reportCount > 0 else {
      return Filiation(
        places: [], lost: [], lines: tradition.claims.map { _ in .none },
        lineShares: tradition.claims.map { _ in [] }, witnessesByLine: tradition.claims.map { _ in [] },
        storyLines: .none)
    }
    var lists = [[(report: Int32, place: Int32)]](repeating: [], count: table.claimCount)
    for (report, entries) in table.entries.enumerated() {
      for (place, entry) in entries.enumerated() { lists[Int(entry.claim)].append((Int32(report), Int32(place))) }
    }
    let witnesses = lists
    let pairs = Pairs(table, neighbours: neighbours, logOwned: Model(table).logOwned)
    let samples = Parallel.map(chains) { number -> [Sample] in
      var chain = Chain(
        table: table, neighbours: neighbours, pairs: pairs, evidence: evidence, seed: seed &* 1000 &+ UInt64(number))
      chain.begin()
      var samples: [Sample] = []
      for round in 0..<(burn + draws) {
        chain.sharpness = min(1, Self.firstSharpness + (1 - Self.firstSharpness) * Double(round) / Double(burn))
        chain.sweep()
        if round < burn || round % 4 == 0 { chain.learn() }
        if round == burn / 3 && count <= 400 || round == burn * 2 / 3 { chain.proposeAll() }
        if round >= burn { samples.append(chain.sample(witnesses)) }
      }
      return samples
    }
    return Verdict(table: table, samples: samples.flatMap { $0 }).filiation()
  }
}

import Foundation
import StemmaText

/// Finds who hangs from whom in a table of readings.
package struct FiliationFinder: Sendable {
  /// What draws are made from; the same seed gives the same answer on any machine and number of threads.
  package var seed: UInt64
  package var burn = Int(knob("burn", 12))
  package var draws = Int(knob("draws", 40))
  package var chains = Int(knob("chains", 2))

  package init(seed: UInt64 = 1) { self.seed = seed }

  struct Run: Sendable {
    var parents: [[Int32]] = []
    var lines: [[Int16]] = []
    var heads: [Int] = []
  }

  /// The likeliest stemma of the tradition with what is sure of it. Every tradition has one: contradictory times, no claims,
  /// one report.
  package func find(in tradition: Tradition) -> Filiation {
    let table = ReadingTable(tradition)
    let evidence = OutsideEvidence(tradition)
    let neighbours = Neighbours.find(in: table, count: 24)
    let burn = burn, draws = draws, seed = seed
    var witnessesOf = [[(Int32, Int32)]](repeating: [], count: table.claimCount)
    for (report, entries) in table.entries.enumerated() {
      for (place, entry) in entries.enumerated() { witnessesOf[Int(entry.claim)].append((Int32(report), Int32(place))) }
    }
    let witnesses = witnessesOf
    let runs = Parallel.map(chains) { number -> Run in
      var chain = Chain(table: table, neighbours: neighbours, evidence: evidence, seed: seed &* 1000 &+ UInt64(number))
      chain.begin()
      var run = Run()
      for round in 0..<(burn + draws) {
        chain.sweep()
        if round < burn || round % 4 == 0 { chain.learn() }
        if round == burn / 3 || round == burn * 2 / 3 { chain.proposeAll() }
        guard round >= burn else { continue }
        run.parents.append(chain.parent.map { Int32($0) })
        let tracer = LineTracer(&chain)
        var lines = [Int16](repeating: 0, count: table.claimCount)
        var seen = [Int](repeating: -1, count: chain.nodeCount)
        for claim in 0..<table.claimCount {
          for (report, place) in witnesses[claim] {
            let source = Int(tracer.sources[Int(report)][Int(place)])
            if seen[source] != claim {
              seen[source] = claim
              lines[claim] += 1
            }
          }
        }
        run.lines.append(lines)
        run.heads.append(chain.parent.count { $0 == Chain.none })
      }
      if debugTraditions { FileHandle.standardError.write(Data("chain \(number) score \(chain.score()) heads \(run.heads.last!)\n".utf8)) }
      return run
    }
    return Verdict(table: table, runs: runs).filiation()
  }
}

struct Verdict {
  var table: ReadingTable
  var runs: [FiliationFinder.Run]
  func filiation() -> Filiation {
    let n = table.reportCount
    var votes = [[Int32: Int]](repeating: [:], count: n)
    var total = 0
    for run in runs { for parents in run.parents { total += 1; for v in 0..<n { votes[v][parents[v] >= n ? -9 : parents[v], default: 0] += 1 } } }
    // the sample that agrees most
    var best = (-1.0, runs[0].parents[0])
    for run in runs { for parents in run.parents {
      var sum = 0.0
      for v in 0..<n { sum += Double(votes[v][parents[v] >= n ? -9 : parents[v]] ?? 0) / Double(total) }
      if sum > best.0 { best = (sum, parents) }
    } }
    var places: [Filiation.Place] = []
    var lostNumber: [Int32: Int] = [:]
    for v in 0..<n {
      let p = best.1[v]
      let heads = Double(votes[v][-1] ?? 0) / Double(total)
      let lostP = Double(votes[v][-9] ?? 0) / Double(total)
      let parent: Filiation.Parent
      if p < 0 { parent = .none } else if p < n { parent = .report(Int(p)) } else {
        if lostNumber[p] == nil { lostNumber[p] = lostNumber.count }
        parent = .lost(lostNumber[p]!)
      }
      let c = p >= 0 && p < n ? Double(votes[v][p]!) / Double(total) : heads + lostP
      places.append(.init(parent: parent, confidence: c, rival: nil, headProbability: heads, seconds: []))
    }
    var lines: [Filiation.Lines] = []
    for claim in 0..<table.claimCount {
      var all: [Int] = []
      for run in runs { for l in run.lines { all.append(Int(l[claim])) } }
      all.sort()
      guard let top = all.last, top > 0 else { lines.append(.none); continue }
      var counts = [Int](repeating: 0, count: top + 1)
      for x in all { counts[x] += 1 }
      let mode = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }!
      let lo = all[Int(0.05 * Double(all.count))], hi = all[min(all.count - 1, Int(0.95 * Double(all.count)))]
      lines.append(.init(least: min(lo, mode), best: mode, most: max(hi, mode)))
    }
    return Filiation(places: places, lost: [], lines: lines, witnessesByLine: [], storyLines: .init(least: runs.flatMap(\.heads).min()!, best: runs.flatMap(\.heads).sorted()[total / 2], most: runs.flatMap(\.heads).max()!))
  }
}

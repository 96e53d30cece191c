import Foundation

/// What many drawn stemmata agree on.
struct Verdict {
  var table: ReadingTable
  var samples: [Sample]

  private var reportCount: Int { table.reportCount }

  /// For each report how often each other one was its parent, by report; and how often it headed a line.
  private struct Votes {
    var parents: [[Int32: Int]]
    var heads: [Int]
  }

  func filiation() -> Filiation {
    var votes = Votes(
      parents: Array(repeating: [:], count: reportCount), heads: Array(repeating: 0, count: reportCount))
    for sample in samples {
      for report in 0..<reportCount {
        let parent = sample.parents[report]
        if parent >= 0, parent < reportCount { votes.parents[report][parent, default: 0] += 1 }
        if parent == Int32(Chain.none) { votes.heads[report] += 1 }
      }
    }
    let chosen = samples[central(votes)]
    var filiation = Filiation(
      places: [], lost: [], lines: [], lineShares: [], witnessesByLine: [], storyLines: .none)
    let tree = Consensus(sample: chosen, reportCount: reportCount)
    filiation.lost = tree.lostTexts(table)
    let total = Double(samples.count)
    let lostShare = Double(filiation.lost.count) / Double(max(1, reportCount))
    for report in 0..<reportCount {
      let parent = tree.parent(of: report)
      let seen = votes.parents[report].reduce(0) { $0 + $1.value }
      var share = Double(samples.count - seen) / total
      if case .report(let other) = parent { share = Double(votes.parents[report][Int32(other)] ?? 0) / total }
      let rival = votes.parents[report].filter { parent != .report(Int($0.key)) }
        .max { ($0.value, $1.key) < ($1.value, $0.key) }
      filiation.places.append(
        Filiation.Place(
          parent: parent,
          confidence: isReport(parent)
            ? Calibration.edge(share: share, claims: table.entries[report].count, lostShare: lostShare) : share,
          rival: rival.map { (report: Int($0.key), probability: Double($0.value) / total) },
          headProbability: Double(votes.heads[report]) / total, seconds: seconds(of: report, tree)))
    }
    for lost in filiation.lost.indices { filiation.lost[lost].confidence = agreement(on: filiation.lost[lost]) }
    for claim in 0..<table.claimCount {
      let drawn = samples.map { Int($0.lines[claim]) }
      let witnesses = Int(table.witnesses[claim])
      filiation.lines.append(witnesses == 0 ? .none : range(drawn, most: witnesses))
      var shares = [Double](repeating: 0, count: witnesses == 0 ? 0 : drawn.max()!)
      if witnesses > 0 { for count in drawn { shares[count - 1] += 1 / total } }
      filiation.lineShares.append(shares)
    }
    filiation.witnessesByLine = groups(filiation.lines)
    let heads = samples.map { sample in sample.parents.count { $0 == Int32(Chain.none) } }
    filiation.storyLines = reportCount == 0 ? .none : range(heads, most: reportCount)
    return filiation
  }

  /// The sample that agrees most with all.
  private func central(_ votes: Votes) -> Int {
    var best = (sum: -1, place: 0)
    for (place, sample) in samples.enumerated() {
      var sum = 0
      for report in 0..<reportCount {
        let parent = sample.parents[report]
        sum +=
          parent >= 0 && parent < reportCount
          ? votes.parents[report][parent]! : samples.count - votes.parents[report].reduce(0) { $0 + $1.value }
      }
      if sum > best.sum { best = (sum, place) }
    }
    return best.place
  }

  /// Probability that the reports under a lost text hang from one text that is no report.
  private func agreement(on lost: Filiation.LostText) -> Double {
    let reports = lost.children.compactMap { child -> Int? in
      if case .report(let report) = child { report } else { nil }
    }
    guard reports.count > 1 else { return 0.5 }
    let agreeing = samples.count { sample in
      let parent = sample.parents[reports[0]]
      return parent >= reportCount && reports.allSatisfy { sample.parents[$0] == parent }
    }
    return Double(agreeing) / Double(samples.count)
  }

  private func seconds(of report: Int, _ tree: Consensus) -> [Filiation.Second] {
    let second = tree.sample.seconds[report]
    guard second >= 0, let parent = tree.node(Int(second)) else { return [] }
    let agreeing = samples.filter { $0.seconds[report] == second }
    let probability = Double(agreeing.count) / Double(samples.count)
    guard probability > 0.5 else { return [] }
    var counts: [Int32: Int] = [:]
    for sample in agreeing { for claim in sample.gifts[report] { counts[claim, default: 0] += 1 } }
    let claims = counts.filter { $0.value * 2 > agreeing.count }.map { Int($0.key) }.sorted()
    return claims.isEmpty ? [] : [Filiation.Second(parent: parent, probability: probability, claims: claims)]
  }

  /// The likeliest count, and what holds it with the asked probability.
  private func range(_ drawn: [Int], most witnesses: Int) -> Filiation.Lines {
    let sorted = drawn.sorted()
    var best = (count: 0, value: sorted[0])
    for (value, count) in Dictionary(grouping: sorted, by: { $0 }).mapValues(\.count).sorted(by: { $0.key < $1.key })
    where count > best.count {
      best = (count, value)
    }
    let count = Double(sorted.count)
    var low = sorted[min(sorted.count - 1, Int(Calibration.below * count))]
    var high = sorted[max(0, Int((1 - Calibration.above) * count + 1e-9) - 1)]
    let value = max(1, min(best.value, witnesses))
    if Double(best.count) < Calibration.sure * count { low = min(low, value - 1) }
    if Double(best.count) < Calibration.fairlySure * count { high = max(high, value + 1) }
    return Filiation.Lines(
      least: max(1, min(low, value)), best: value, most: min(witnesses, max(high, value)))
  }

  private func isReport(_ parent: Filiation.Parent) -> Bool {
    if case .report = parent { true } else { false }
  }

  /// The witnesses of each claim by line, from the sample that has as many lines as the best count and agrees with most.
  private func groups(_ lines: [Filiation.Lines]) -> [[[Int]]] {
    var witnesses = [[(report: Int, place: Int)]](repeating: [], count: table.claimCount)
    for (report, entries) in table.entries.enumerated() {
      for (place, entry) in entries.enumerated() { witnesses[Int(entry.claim)].append((report, place)) }
    }
    return witnesses.indices.map { claim in
      guard let sample = samples.last(where: { Int($0.lines[claim]) == lines[claim].best }) else {
        return witnesses[claim].isEmpty ? [] : [witnesses[claim].map(\.report)]
      }
      var order: [Int32] = []
      var groups: [Int32: [Int]] = [:]
      for (report, place) in witnesses[claim] {
        let source = sample.sources[report][place]
        if groups[source] == nil { order.append(source) }
        groups[source, default: []].append(report)
      }
      return order.map { groups[$0]! }
    }
  }
}

/// A sample's tree with its lost texts numbered.
struct Consensus {
  var sample: Sample
  var reportCount: Int
  private var numbers: [Int: Int] = [:]

  init(sample: Sample, reportCount: Int) {
    self.sample = sample
    self.reportCount = reportCount
    for node in sample.parents.indices where node >= reportCount && sample.parents[node] != Int32(Chain.gone) {
      numbers[node] = numbers.count
    }
  }

  /// Nil for a lost text that is not there.
  func node(_ node: Int) -> Filiation.Parent? {
    node < 0 ? Filiation.Parent.none : node < reportCount ? .report(node) : numbers[node].map { .lost($0) }
  }

  func parent(of node: Int) -> Filiation.Parent { self.node(Int(sample.parents[node])) ?? .none }

  func lostTexts(_ table: ReadingTable) -> [Filiation.LostText] {
    let nodes = numbers.sorted { $0.value < $1.value }.map(\.key)
    return nodes.map { node in
      Filiation.LostText(
        parent: parent(of: node),
        readings: sample.lost[node - reportCount].filter { $0.probability > 0.5 }.map {
          Tradition.Reading(claim: Int($0.claim), wording: table.wording[Int($0.reading)])
        },
        children: sample.parents.indices.filter { sample.parents[$0] == Int32(node) }.compactMap { self.node($0) },
        confidence: 0.5)
    }
  }
}

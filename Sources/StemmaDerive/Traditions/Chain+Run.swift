import Foundation

extension Chain {
  /// Begins with every report under the likeliest other, and lost texts where they explain what several share.
  mutating func begin() {
    var edges: [Arborescence.Edge] = []
    for node in 0..<reportCount {
      edges.append(
        .init(
          from: reportCount, to: node, weight: edge(node, from: Self.none, gift: nil, excluding: false).logLikelihood))
      for other in neighbours[node] {
        edges.append(
          .init(
            from: Int(other), to: node, weight: edge(node, from: Int(other), gift: nil, excluding: false).logLikelihood)
        )
      }
    }
    let parents = Arborescence.maximum(nodes: reportCount + 1, root: reportCount, edges: edges)
    for node in 0..<reportCount { hang(node, from: parents[node] == reportCount ? Self.none : parents[node]) }
    for node in 0..<reportCount { look(node) }
    learn()
    proposeAll()
  }

  /// Proposes a lost text for each report and its nearest few.
  mutating func proposeAll() {
    for node in 0..<reportCount {
      for other in neighbours[node].prefix(4)
      where other > node || !neighbours[Int(other)].prefix(4).contains(Int32(node)) {
        proposePair(node, Int(other), greedy: true)
      }
    }
  }

  /// Draws every part of the stemma once.
  mutating func sweep() {
    var order = (0..<nodeCount).filter { parent[$0] != Self.gone }
    for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    for node in order where parent[node] != Self.gone {
      moveParent(of: node)
      guard parent[node] != Self.gone else { continue }
      moveSecond(of: node)
      guard parent[node] != Self.gone else { continue }
      // These seldom come to anything where the stemma has settled.
      guard round < restless || random.unit() < 0.3 else { continue }
      moveUp(node)
      if node < reportCount { moveDown(node) }
    }
    for _ in 0..<max(2, reportCount / (round < restless ? 2 : 4)) { moveLost() }
    for _ in 0..<max(2, reportCount / 8) { moveMerge() }
    for node in 0..<nodeCount where parent[node] != Self.gone { rebuild(node) }
    for node in 0..<reportCount { look(node) }
    round += 1
    let lost = parent.indices.count { isLost($0) && parent[$0] != Self.gone }
    lostShare += (Double(lost) / Double(max(1, reportCount)) - lostShare) / 8
  }

  /// Learns the rates of the story from the stemma as it is.
  mutating func learn() {
    var omissions = [Double](repeating: 0, count: model.habits.omission.values.count)
    var changes = [Double](repeating: 0, count: model.habits.change.values.count)
    var choices: [Int32: Int] = [:]
    var delays = 0.0
    var dated = 0.0
    for node in 0..<nodeCount where parent[node] >= 0 {
      let above = parent[node]
      let found = edge(node, from: above, gift: gift(to: node, from: second[node]), excluding: isLost(above))
      for (place, chance) in model.habits.omission.posterior(no: found.present, yes: found.absent).enumerated() {
        omissions[place] += chance
      }
      for (place, chance) in model.habits.change.posterior(no: found.kept, yes: found.changed).enumerated() {
        changes[place] += chance
      }
      for (place, entry) in content[node].enumerated() where innovates[node][place] {
        choices[entry.reading, default: 0] += 1
      }
      if node < reportCount, above < reportCount, let a = table.times[above], let b = table.times[node] {
        delays += max(0, b - a)
        dated += 1
      }
    }
    model.habits.omission.learn(omissions)
    model.habits.change.learn(changes)
    model.learn(choices: choices, of: table, claimOf: claimOf)
    if model.delay != nil { model.delay = max(model.span / 100, (delays + model.span / 4) / (dated + 1)) }
  }
}

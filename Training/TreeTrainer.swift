import StemmaSyntax

/// Learns the weights of the parser: averaged perceptrons for actions and for relations, over the parser's own path.
///
/// - Source: Goldberg & Nivre 2013, a dynamic oracle with exploration.
struct TreeTrainer {
  let epochs: Int
  /// How often, from the second epoch on, the parser's own choice is followed although it is wrong.
  private let exploration = 0.9

  init(epochs: Int) { self.epochs = epochs }

  func train(_ actions: Weights, _ relations: Weights, _ samples: [Sample], seed: UInt64, log: (String) -> Void) {
    var random = SplitMix(seed)
    var order = Array(samples.indices)
    var stack = [UInt16](repeating: 0, count: Parser.longestPiece + 1)
    for epoch in 1...epochs {
      order.shuffle(using: &random)
      var tally = Tally()
      for at in order {
        let sample = samples[at]
        var nodes = sample.nodes(dropping: &random)
        nodes.withUnsafeMutableBufferPointer { nodes in
          stack.withUnsafeMutableBufferPointer { stack in
            let piece = Piece(nil, nodes.baseAddress!, stack.baseAddress!)
            for token in 1...sample.count { piece.setTag(token, sample.foundTags[token - 1]) }
            for token in 1...sample.count { piece.setRole(token, sample.foundRoles[token - 1]) }
            walk(
              sample, Transitions(nodes.baseAddress!, stack.baseAddress!, sample.count), actions, relations,
              explores: epoch > 1, &random, &tally)
          }
        }
      }
      actions.settle()
      relations.settle()
      log(
        "trees epoch \(epoch): \(tally.wrongActions) of \(tally.actions) actions and \(tally.wrongNames) of \(tally.names) relations wrong in training"
      )
    }
  }

  private struct Tally {
    var actions = 0
    var wrongActions = 0
    var names = 0
    var wrongNames = 0
  }

  private func walk(
    _ sample: Sample, _ start: Transitions, _ actions: Weights, _ relations: Weights, explores: Bool,
    _ random: inout SplitMix, _ tally: inout Tally
  ) {
    var state = start
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 128) { buffer in
      let rows = buffer.baseAddress!
      var sums = [Int32](repeating: 0, count: 32)
      while !state.isFinal {
        var action: Action
        if state.next > state.count {
          action = .right
        } else if state.depth == 0 {
          action = .shift
        } else {
          ActionFeatures.write(
            state.nodes, state.stacked(2), state.stacked(1), state.stacked(0), state.next, state.count,
            to: rows)
          let features = UnsafeBufferPointer(start: rows, count: ActionFeatures.count)
          sums.withUnsafeMutableBufferPointer { actions.sum(features, into: $0.baseAddress!) }
          var best = -1
          var bestRight = -1
          let costs = costs(state, sample)
          let least = costs.min()!
          for lane in 0..<3 where state.allows(Action(rawValue: lane)!) {
            if best < 0 || sums[lane] > sums[best] { best = lane }
            if costs[lane] == least, bestRight < 0 || sums[lane] > sums[bestRight] { bestRight = lane }
          }
          actions.tick()
          tally.actions += 1
          var rival = -1
          for lane in 0..<3 where state.allows(Action(rawValue: lane)!) && costs[lane] != least {
            if rival < 0 || sums[lane] > sums[rival] { rival = lane }
          }
          if costs[best] != least { tally.wrongActions += 1 }
          if rival >= 0, sums[bestRight] < sums[rival] + Weights.margin || costs[best] != least {
            actions.add(1, lane: bestRight, features)
            actions.add(-1, lane: rival, features)
          }
          let follows = costs[best] == least || explores && Double(random.next() >> 11) / 0x1p53 < exploration
          action = Action(rawValue: follows ? best : bestRight)!
        }
        guard action != .shift else {
          state.shift()
          continue
        }
        let (head, dependent) = state.arc(action)
        if state.nodes[dependent].certainRelation != Model.none {
          state.attach(dependent, to: head, state.nodes[dependent].certainRelation)
          continue
        }
        if state.nodes[dependent].isPunctuation {
          state.attach(dependent, to: head, Relation.punct.rawValue)
          continue
        }
        RelationFeatures.write(
          state.nodes, head: head, dependent: dependent, count: state.count, to: rows)
        let features = UnsafeBufferPointer(start: rows, count: RelationFeatures.count)
        var gold = Int(sample.relations[dependent - 1])
        if gold == Int(Relation.csubj.rawValue) { gold = Int(Relation.nsubj.rawValue) }
        if gold == Int(Relation.iobj.rawValue) { gold = Int(Relation.obj.rawValue) }
        let best = sums.withUnsafeMutableBufferPointer { sums in
          guard sample.heads[dependent] == head, gold < 32 else {
            relations.sum(features, into: sums.baseAddress!)
            return (0..<32).max { (sums[$0], -$0) < (sums[$1], -$1) }!
          }
          let best = relations.learn(features, right: gold, sums.baseAddress!)
          tally.names += 1
          if best != gold { tally.wrongNames += 1 }
          return best
        }
        state.attach(dependent, to: head, UInt8(best))
      }
    }
  }

  /// How many right arcs each action would put out of reach; a great number where it is not allowed.
  private func costs(_ state: Transitions, _ sample: Sample) -> [Int] {
    let heads = sample.heads
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let b0 = state.next
    var left = 0
    var right = 0
    var shift = 0
    let never = 1_000_000
    // Dependents of s0 still to come are lost by either arc; its head, where it is to come and is not b0.
    for token in b0...state.count where heads[token] == s0 {
      left += 1
      right += 1
    }
    // The root is what stays lowest on the stack: as if its head stood below all.
    if heads[s0] == s1 && s1 > 0 || heads[s0] > b0 || heads[s0] == 0 && s1 == 0 { left += 1 }
    if heads[s0] >= b0 { right += 1 }
    // b0 on the stack takes no dependents from it, and no head but s0.
    for at in 0..<state.depth where heads[Int(state.stack[at])] == b0 { shift += 1 }
    for at in 0..<max(0, state.depth - 1) where heads[b0] == Int(state.stack[at]) { shift += 1 }
    if heads[b0] == 0 { shift += 1 }
    return [shift, left, state.depth > 1 ? right : never]
  }
}

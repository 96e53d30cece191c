import Foundation

extension Chain {
  /// The nodes a node may hang from or borrow from: the nearest reports and the lost texts about them.
  ///
  /// Marks the node's descendants, which are left out.
  mutating func candidates(for node: Int) -> [Int] {
    scratch.seenStamp += 1
    let stamp = scratch.seenStamp
    var found: [Int] = []
    func take(_ other: Int, _ scratch: inout Scratch) {
      guard scratch.seen[other] != stamp else { return }
      scratch.seen[other] = stamp
      if scratch.mark[other] != scratch.stamp { found.append(other) }
    }
    if parent[node] >= 0 { take(parent[node], &scratch) }
    if isLost(node) {
      // Those about the reports below it.
      for child in children[node] where !isLost(child) {
        for near in neighbours[child].prefix(8) { take(Int(near), &scratch) }
      }
    } else {
      for near in neighbours[node] { take(Int(near), &scratch) }
    }
    for near in found {
      var above = parent[near]
      while above >= 0, isLost(above), scratch.seen[above] != stamp {
        take(above, &scratch)
        above = parent[above]
      }
    }
    return found
  }

  /// Whether a node looks at all candidates in this sweep, rather than at the likely ones.
  func looksAbout(_ node: Int) -> Bool { round < restless || (round + node) % Self.lookAbout == 0 }

  /// The first sweeps, in which all candidates are looked at.
  var restless: Int { reportCount > 400 ? 1 : 4 }
  /// Later every node looks at all once in so many sweeps.
  static let lookAbout = 6
  /// Candidates that are so many nats behind the best are left out until then.
  static let farBehind = 12.0

  func stillThere(_ likely: [Int]) -> [Int] {
    likely.filter { $0 < 0 || (parent[$0] != Self.gone && !isMarked($0)) }
  }

  /// Draws where a node hangs, with its second parent and with none.
  mutating func moveParent(of node: Int) {
    let old = parent[node]
    markDescendants(of: node)
    let all = looksAbout(node)
    var options: [Int]
    if all {
      options = candidates(for: node)
      options.append(Self.none)
    } else {
      options = stillThere(likelyParents[node])
      if !options.contains(old) { options.append(old) }
      // A lost text that has come since.
      for near in neighbours[isLost(node) ? 0 : node].prefix(4) {
        let above = parent[Int(near)]
        if above >= 0, isLost(above), !isMarked(above), !options.contains(above) { options.append(above) }
      }
    }
    let gift = gift(to: node, from: second[node])
    if !all, options.count == 1, gift == nil { return }
    var weights: [Double] = []
    weights.reserveCapacity(2 * options.count)
    for other in options {
      let excluding = other == old && other >= 0 && isLost(other)
      weights.append(weight(node, other, gift: nil, excluding: excluding))
    }
    if let gift {
      for other in options {
        let excluding = other == old && other >= 0 && isLost(other)
        weights.append(
          other == second[node] ? -.infinity : weight(node, other, gift: gift, excluding: excluding))
      }
    }
    if all {
      let top = weights.max()!
      likelyParents[node] = options.indices.filter { place in
        max(weights[place], gift == nil ? -.infinity : weights[place + options.count]) > top - Self.farBehind
      }.map { options[$0] }
    }
    guard let chosen = random.choose(weights.map { $0 * sharpness }) else { return }
    if chosen >= options.count || gift == nil {
      settle(node, parent: options[chosen % options.count], second: second[node])
    } else {
      settle(node, parent: options[chosen], second: Self.none)
    }
  }

  private func weight(_ node: Int, _ other: Int, gift: Gift?, excluding: Bool) -> Double {
    edge(node, from: other, gift: gift, excluding: excluding).logLikelihood + kinship(node, other)
  }

  /// Whether to look at all that hangs from a node again: the more there is, the less one more changes. So the work for all
  /// stays linear, however many hang from one.
  mutating func isWorthIt(_ node: Int) -> Bool {
    let count = children[node].count
    return count <= Self.fewChildren || random.below(count) < Self.fewChildren
  }

  private static let fewChildren = 16

  /// Hangs a node and brings what is known of it and of the lost texts about it up to date.
  mutating func settle(_ node: Int, parent new: Int, second other: Int) {
    let old = parent[node]
    let changed = old != new || second[node] != other
    if !changed, !isLost(node) { return }
    hang(node, from: new)
    borrow(node, from: other == new ? Self.none : other)
    look(node)
    if isLost(node) { rebuild(node) }
    guard changed else { return }
    if new >= 0, isWorthIt(new) { rebuild(new) }
    if old >= 0, old != new {
      if isLost(old), children[old].count < 2 { dissolve(old) } else if isWorthIt(old) { rebuild(old) }
    }
  }

  /// Proposes that a node and what it hangs from change places.
  mutating func moveUp(_ node: Int) {
    let old = parent[node]
    guard old >= 0, second[old] < 0, second[node] < 0 || !isLost(old) else { return }
    let above = parent[old]
    if isLost(old) {
      // A report in the place of the lost text.
      guard !isLost(node), isWorthIt(old) else { return }
      let siblings = children[old].filter { $0 != node }
      guard !siblings.contains(where: { second[$0] == node }) else { return }
      let found = reconstruct(above: above, below: children[old], writer: writers[old])
      var gain = edge(node, from: above, gift: nil, excluding: false).logLikelihood
      for sibling in siblings {
        gain +=
          edge(sibling, from: node, gift: gift(to: sibling, from: second[sibling]), excluding: false).logLikelihood
      }
      gain -= found.logLikelihood + model.lostPrior
      guard log(random.unit() + 1e-12) < gain * sharpness else { return }
      for sibling in siblings { hang(sibling, from: node) }
      dissolve(old)
      rebuild(node)
      for sibling in siblings { look(sibling) }
      look(node)
      return
    }
    guard !isLost(node) else { return }
    var after = edge(old, from: node, gift: nil, excluding: false).logLikelihood
    var lender = Self.none
    // What made it look like the source may be from a second parent.
    let more = surplus(of: old, under: node)
    if more.count > 1 {
      markDescendants(of: old)
      for other in lenders(of: more, to: old) {
        let found = edge(old, from: node, gift: gift(to: old, from: other), excluding: false).logLikelihood
        if found > after { (after, lender) = (found, other) }
      }
    }
    after += edge(node, from: above, gift: nil, excluding: false).logLikelihood
    guard log(random.unit() + 1e-12) < (after - held[node] - held[old]) * sharpness else { return }
    borrow(node, from: Self.none)
    hang(node, from: above)
    hang(old, from: node)
    borrow(old, from: lender)
    look(node)
    look(old)
    if above >= 0 { rebuild(above) }
  }

  /// Proposes that what hangs from a node hangs from a lost text beside it instead.
  mutating func moveDown(_ node: Int) {
    let below = children[node]
    guard !below.isEmpty, isWorthIt(node), second[node] < 0, borrowers[node].isEmpty else { return }
    propose([node] + below, above: parent[node], greedy: false)
  }

  /// What outside evidence says for a node's hanging from another, or standing alone.
  private func kinship(_ node: Int, _ other: Int) -> Double {
    guard !evidence.isEmpty, node < reportCount, other >= 0, !evidence.kin[node].isEmpty else { return 0 }
    if other < reportCount, let item = evidence.kin[node].first(where: { $0.other == other }) { return item.nats }
    let top = head(of: other)
    var strongest = 0.0
    for item in evidence.kin[node] where abs(item.nats) > abs(strongest) && head(of: item.other) == top {
      strongest = item.nats
    }
    return strongest
  }

  private func head(of node: Int) -> Int {
    var node = node
    while parent[node] >= 0 { node = parent[node] }
    return node
  }
}

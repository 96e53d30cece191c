import Foundation

extension Chain {
  /// Takes a lost text away; what hangs from it hangs from its parent.
  mutating func dissolve(_ node: Int) {
    let above = parent[node]
    for borrower in borrowers[node] { borrow(borrower, from: Self.none) }
    borrow(node, from: Self.none)
    let below = children[node]
    for child in below { hang(child, from: above) }
    hang(node, from: Self.none)
    parent[node] = Self.gone
    for child in below {
      if second[child] == above { borrow(child, from: Self.none) }
      look(child)
    }
    if above >= 0 {
      if isLost(above), children[above].count < 2 { dissolve(above) } else if isWorthIt(above) { rebuild(above) }
    }
    free.append(node)
  }

  /// A number for a new lost text.
  mutating func spare() -> Int {
    if let node = free.popLast() {
      parent[node] = Self.none
      writers[node] = model.usual
      return node
    }
    return add([])
  }

  /// Proposes a lost text as the parent of some nodes, and takes it if that is likelier, or by chance.
  ///
  /// - Parameters:
  ///   - greedy: whether to take it only if it is likelier, and to ask others about it to join.
  /// - Returns: whether it was taken.
  @discardableResult mutating func propose(_ members: [Int], above: Int, greedy: Bool) -> Bool {
    var members = members
    let joiners = reportCount > 400 ? 8 : 16
    var found = reconstruct(above: above, below: members, writer: model.usual)
    let prior = model.lostPrior
    func gain(_ found: Reconstruction, _ members: [Int], _ held: [Double]) -> Double {
      members.reduce(found.logLikelihood + prior) { $0 - held[$1] }
    }
    if greedy {
      let node = spare()
      defer {
        if parent[node] == Self.none && children[node].isEmpty {
          parent[node] = Self.gone
          free.append(node)
        }
      }
      for _ in 0..<3 {
        belief[node] = found.entries
        var joined = members
        scratch.seenStamp += 1
        for member in members { scratch.seen[member] = scratch.seenStamp }
        for member in members {
          for near in neighbours[member < reportCount ? member : 0].prefix(joiners) {
            let other = Int(near)
            guard other != above, scratch.seen[other] != scratch.seenStamp else { continue }
            scratch.seen[other] = scratch.seenStamp
            let joins = edge(other, from: node, gift: nil, excluding: false).logLikelihood
            if joins > held[other] + 1 && !reaches(other, above) { joined.append(other) }
          }
        }
        if joined.count == members.count { break }
        let better = reconstruct(above: above, below: joined, writer: model.usual)
        if gain(better, joined, held) < gain(found, members, held) { break }
        members = joined
        found = better
      }
      guard gain(found, members, held) > 0 else { return false }
      take(node, members, above: above)
      return true
    }
    guard log(random.unit() + 1e-12) < gain(found, members, held) * sharpness else { return false }
    take(spare(), members, above: above)
    return true
  }

  /// Whether a node's matter reaches another.
  mutating func reaches(_ node: Int, _ other: Int) -> Bool {
    guard other >= 0 else { return false }
    markDescendants(of: node)
    return isMarked(other)
  }

  mutating func take(_ node: Int, _ members: [Int], above: Int) {
    hang(node, from: above)
    var left: Set<Int> = []
    for member in members {
      if parent[member] >= 0, parent[member] != above { left.insert(parent[member]) }
      if second[member] == node { borrow(member, from: Self.none) }
      hang(member, from: node)
    }
    rebuild(node)
    for member in members { look(member) }
    rebuild(node)
    if above >= 0, isWorthIt(above) { rebuild(above) }
    for old in left.sorted() where parent[old] != Self.gone {
      if isLost(old), children[old].count < 2 { dissolve(old) } else if isWorthIt(old) { rebuild(old) }
    }
  }

  /// Proposes that a lost text was there or was not.
  mutating func moveLost() {
    let live = (reportCount..<nodeCount).filter { parent[$0] != Self.gone }
    if random.unit() < 0.5, !live.isEmpty {
      let node = live[random.below(live.count)]
      guard isWorthIt(node) else { return }
      let above = parent[node]
      let found = reconstruct(above: above, below: children[node], writer: writers[node])
      var loss = found.logLikelihood + model.lostPrior
      for child in children[node] {
        loss -= edge(child, from: above, gift: gift(to: child, from: second[child]), excluding: false).logLikelihood
      }
      if log(random.unit() + 1e-12) < -loss * sharpness { dissolve(node) }
    } else {
      let node = random.below(reportCount)
      let near = neighbours[node]
      guard !near.isEmpty else { return }
      let other = Int(near[random.below(min(6, near.count))])
      proposePair(node, other, greedy: false)
    }
  }

  /// Proposes a lost text above two nodes that neither hangs from the other.
  @discardableResult mutating func proposePair(_ a: Int, _ b: Int, greedy: Bool) -> Bool {
    markDescendants(of: a)
    if isMarked(b) {
      // The descendant may be the elder's sibling instead.
      let above = parent[a]
      guard second[a] != b, !(above >= 0 && reaches(b, above)) else { return false }
      return propose([a, b], above: above, greedy: greedy)
    }
    markDescendants(of: b)
    if isMarked(a) {
      guard !(parent[b] >= 0 && reaches(a, parent[b])) else { return false }
      return propose([b, a], above: parent[b], greedy: greedy)
    }
    var above = [parent[a], parent[b]]
    if random.unit() < 0.2 { above.append(Self.none) }
    let chosen = above[random.below(above.count)]
    guard !(chosen >= 0 && (reaches(a, chosen) || reaches(b, chosen))) else { return false }
    return propose([a, b], above: chosen, greedy: greedy)
  }
}

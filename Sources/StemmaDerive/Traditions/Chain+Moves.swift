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

  private func stillThere(_ likely: [Int]) -> [Int] {
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

  /// Draws from which text a node took claims beside its parent.
  mutating func moveSecond(of node: Int) {
    let old = parent[node]
    guard old >= 0 || second[node] >= 0 else { return }
    var options = [Self.none]
    let all = looksAbout(node)
    let more = surplus(of: node, under: old)
    if !more.isEmpty {
      markDescendants(of: node)
      options += (all ? lenders(of: more, to: node) : stillThere(likelySeconds[node])).filter { $0 != old && $0 >= 0 }
    }
    if second[node] >= 0, !options.contains(second[node]) { options.append(second[node]) }
    if all { likelySeconds[node] = [] }
    guard options.count > 1 else { return }
    let excluding = old >= 0 && isLost(old)
    let weights = options.map { other in
      edge(node, from: old, gift: gift(to: node, from: other), excluding: excluding).logLikelihood * sharpness
    }
    if all {
      let top = weights.max()!
      likelySeconds[node] = options.indices.filter { weights[$0] > top - Self.farBehind }.map { options[$0] }
    }
    guard let chosen = random.choose(weights), options[chosen] != second[node] else { return }
    settle(node, parent: old, second: options[chosen])
  }

  /// The readings of a node that another, should it hang from it, lacks and others have.
  private func surplus(of node: Int, under other: Int) -> [Int32] {
    let theirs = other >= 0 ? belief[other] : []
    var found: [Int32] = []
    var j = 0
    for entry in content[node] where table.holders[Int(entry.reading)] > 1 {
      while j < theirs.count, theirs[j].claim < entry.claim { j += 1 }
      var same: Float = 0
      var k = j
      while k < theirs.count, theirs[k].claim == entry.claim {
        if theirs[k].reading == entry.reading { same += theirs[k].probability }
        k += 1
      }
      if same < 0.5 { found.append(entry.reading) }
    }
    return found
  }

  /// The reports that have most of some readings, and the lost texts above them. Relies on the marks of the descendants.
  private mutating func lenders(of readings: [Int32], to node: Int) -> [Int] {
    scratch.seenStamp += 1
    var touched: [Int] = []
    for reading in readings {
      let list = table.holderLists[Int(reading)]
      let start = list.count > Self.longestLoan ? random.below(list.count) : 0
      // The rarer, the more it tells.
      let weight = 1 / Double(list.count + 1) + 0.05
      for step in 0..<min(list.count, Self.longestLoan) {
        let other = Int(list[(start + step) % list.count])
        if scratch.seen[other] != scratch.seenStamp {
          scratch.seen[other] = scratch.seenStamp
          scratch.overlap[other] = 0
          if !isMarked(other) { touched.append(other) }
        }
        scratch.overlap[other] += weight
      }
    }
    touched.sort { (scratch.overlap[$1], $0) < (scratch.overlap[$0], $1) }
    var found = Array(touched.prefix(Self.mostLenders))
    for near in found {
      var above = parent[near]
      while above >= 0, isLost(above), scratch.seen[above] != scratch.seenStamp {
        scratch.seen[above] = scratch.seenStamp
        if !isMarked(above) { found.append(above) }
        above = parent[above]
      }
    }
    return found
  }

  /// So many holders of a reading are looked at, beginning anywhere among them.
  private static let longestLoan = 64
  /// So many reports are weighed as a second parent.
  private static let mostLenders = 10

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
  private mutating func reaches(_ node: Int, _ other: Int) -> Bool {
    guard other >= 0 else { return false }
    markDescendants(of: node)
    return isMarked(other)
  }

  private mutating func take(_ node: Int, _ members: [Int], above: Int) {
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

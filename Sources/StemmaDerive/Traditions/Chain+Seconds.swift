extension Chain {
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
  func surplus(of node: Int, under other: Int) -> [Int32] {
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
  mutating func lenders(of readings: [Int32], to node: Int) -> [Int] {
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
}

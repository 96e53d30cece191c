import Foundation

/// Where each witness has each claim from, in one drawn stemma.
struct LineTracer {
  /// For each report, by its entries, the node its claim began with.
  var sources: [[Int32]]
  /// By report and entry: whether the second parent gave it.
  var gifts: [[Bool]]

  init(_ chain: inout Chain) {
    let count = chain.nodeCount
    sources = Array(repeating: [], count: count)
    gifts = Array(repeating: [], count: count)
    for node in Self.order(chain) { trace(node, &chain) }
  }

  /// Parents and second parents before those who draw on them.
  private static func order(_ chain: Chain) -> [Int] {
    var waiting = [Int](repeating: 0, count: chain.nodeCount)
    var order: [Int] = []
    for node in 0..<chain.nodeCount where chain.parent[node] != Chain.gone {
      waiting[node] = (chain.parent[node] >= 0 ? 1 : 0) + (chain.second[node] >= 0 ? 1 : 0)
      if waiting[node] == 0 { order.append(node) }
    }
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      for child in chain.children[node] + chain.borrowers[node] {
        waiting[child] -= 1
        if waiting[child] == 0 { order.append(child) }
      }
    }
    return order
  }

  private mutating func trace(_ node: Int, _ chain: inout Chain) {
    let mine = chain.content[node]
    let parent = chain.parent[node]
    let second = chain.second[node]
    let theirs = parent >= 0 ? chain.content[parent] : []
    let others = second >= 0 ? chain.content[second] : []
    let writer = chain.writers[node]
    var found: [Int32] = []
    var given: [Bool] = []
    found.reserveCapacity(mine.count)
    var j = 0
    var k = 0
    for entry in mine {
      while j < theirs.count, theirs[j].claim < entry.claim { j += 1 }
      while k < others.count, others[k].claim < entry.claim { k += 1 }
      let reading = Int(entry.reading)
      var inherited = 0.0
      var own = chain.model.owned[reading]
      if j < theirs.count, theirs[j].claim == entry.claim {
        let rate = chain.table.isQuoted[Int(entry.claim)] ? writer.quotedRate : writer.rate
        inherited =
          (1 - writer.drop) * (theirs[j].reading == entry.reading ? 1 - rate : rate * chain.model.anewChance[reading])
        own = 0
      } else if parent < 0 {
        own = chain.model.headOdds[reading]
      }
      var taken = 0.0
      if k < others.count, others[k].claim == entry.claim, others[k].reading == entry.reading {
        taken = chain.model.taken * (inherited > 0 ? writer.drop : 1)
      }
      var draw = chain.random.unit() * (inherited + own + taken)
      draw -= inherited
      if draw < 0 {
        found.append(sources[parent][j])
        given.append(false)
      } else if draw < taken {
        found.append(sources[second][k])
        given.append(true)
      } else {
        found.append(Int32(node))
        given.append(false)
      }
    }
    sources[node] = found
    gifts[node] = given
  }
}

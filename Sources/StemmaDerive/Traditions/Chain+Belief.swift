import Foundation

extension Chain {
  /// What a lost text is believed to have had, and the log-likelihood of all that shows it, with its own matter summed out.
  struct Reconstruction {
    var entries: [Entry]
    var logLikelihood: Double
  }

  /// Rebuilds a lost text from what hangs from it and what it hangs from.
  ///
  /// - Parameters:
  ///   - above: a node, or `none`.
  ///   - below: the nodes that hang from it.
  ///   - writer: how it treats what it hangs from.
  /// - Complexity: O(e) in the entries of all these.
  mutating func reconstruct(above: Int, below: [Int], writer: Writer) -> Reconstruction {
    var dropped = 0.0
    for child in below {
      dropped += writers[child].logDrop
      gather(from: child)
    }
    let source = above >= 0 ? belief[above] : []
    for entry in source where scratch.readings.insert(Int(entry.reading)) { scratch.bonus[Int(entry.reading)] = 0 }
    var readings: [Int32] = []
    readings.reserveCapacity(source.count + 64)
    scratch.readings.drain(into: &readings)
    var entries: [Entry] = []
    entries.reserveCapacity(readings.count)
    var total = above >= 0 ? 0 : model.nothing + model.headPrior
    var product = 1.0
    let drop = writer.drop
    var next = 0
    var j = 0
    while next < readings.count {
      let first = next
      let claimNumber = claimOf[Int(readings[first])]
      let claim = Int(claimNumber)
      let ifAbsent = scratch.absent[claim]
      let common = dropped + scratch.kept[claim]
      scratch.absent[claim] = 0
      scratch.kept[claim] = 0
      var top = ifAbsent
      while next < readings.count, claimOf[Int(readings[next])] == claimNumber {
        top = max(top, common + scratch.bonus[Int(readings[next])])
        next += 1
      }
      let start = j
      var has = 0.0
      while j < source.count, source[j].claim == claimNumber {
        has += Double(source[j].probability)
        j += 1
      }
      let rate = table.isQuoted[claim] ? writer.quotedRate : writer.rate
      var sum = (above >= 0 ? max(1e-9, has * drop + 1 - has) : 1) * exp(ifAbsent - top)
      let ofClaim = entries.count
      for reading in readings[first..<next] {
        let place = Int(reading)
        var before: Double
        if above >= 0 {
          var same = 0.0
          for entry in source[start..<j] where entry.reading == reading { same += Double(entry.probability) }
          before = same * (1 - drop) * (1 - rate)
          before += max(0, has - same) * (1 - drop) * rate * model.anewChance[place]
          before = max(1e-12, before + max(0, 1 - has) * model.owned[place])
        } else {
          before = model.headOdds[place]
        }
        let weight = before * exp(common + scratch.bonus[place] - top)
        sum += weight
        entries.append(Entry(claim: claimNumber, reading: reading, probability: Float(weight)))
      }
      // From weights to probabilities; what is next to impossible is left out.
      var kept = ofClaim
      for place in ofClaim..<entries.count {
        let probability = Double(entries[place].probability) / sum
        guard probability > 0.005 else { continue }
        entries[kept] = entries[place]
        entries[kept].probability = Float(min(0.9999999, probability))
        kept += 1
      }
      entries.removeLast(entries.count - kept)
      total += top
      product *= sum
      if product < 1e-200 || product > 1e200 {
        total += log(product)
        product = 1
      }
    }
    return Reconstruction(entries: entries, logLikelihood: total + log(product))
  }

  /// Adds up what a node's having its claims says of the one it hangs from, by claim and by reading.
  private mutating func gather(from child: Int) {
    let writer = writers[child]
    let entries = content[child]
    for place in entries.indices {
      let claim = Int(entries[place].claim)
      let reading = Int(entries[place].reading)
      let quoted = table.isQuoted[claim]
      if scratch.readings.insert(reading) { scratch.bonus[reading] = 0 }
      let anew = innovates[child][place] ? model.anewWithout[reading] : model.anew[reading]
      let worded = (quoted ? writer.logQuotedRate : writer.logRate) + anew
      scratch.absent[claim] += model.logOwned[reading]
      scratch.kept[claim] += writer.logKeep + worded - writer.logDrop
      scratch.bonus[reading] += (quoted ? writer.logQuotedSame : writer.logSame) - worded
    }
  }

  /// Rebuilds a lost text where it hangs, and draws its matter; a report is what it is.
  mutating func rebuild(_ node: Int) {
    guard isLost(node) else { return }
    let found = reconstruct(above: parent[node], below: children[node], writer: writers[node])
    belief[node] = found.entries
    draw(node)
    look(node)
  }

  /// Draws the matter of a lost text from what it is believed to have had.
  private mutating func draw(_ node: Int) {
    let all = belief[node]
    var drawn: [Entry] = []
    var i = 0
    while i < all.count {
      var left = Float(random.unit())
      let claim = all[i].claim
      var chosen: Entry?
      while i < all.count, all[i].claim == claim {
        if chosen == nil {
          left -= all[i].probability
          if left < 0 { chosen = all[i] }
        }
        i += 1
      }
      if var chosen {
        chosen.probability = 1
        drawn.append(chosen)
      }
    }
    content[node] = drawn
    innovates[node] = Array(repeating: false, count: drawn.count)
  }
}

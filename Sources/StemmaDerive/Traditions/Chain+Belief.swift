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
  ///   - report: the report whose text is asked for, which is read with gaps and errors; nil for a lost text.
  /// - Complexity: O(e log e) in the entries of all these.
  mutating func reconstruct(above: Int, below: [Int], writer: Writer, as report: Int? = nil) -> Reconstruction {
    scratch.round += 1
    scratch.touched.removeAll(keepingCapacity: true)
    let round = scratch.round
    let drop = writer.drop
    var dropped = 0.0
    for child in below {
      let below = writers[child]
      let innovations = innovates[child]
      dropped += below.logDrop
      for (place, entry) in content[child].enumerated() {
        let claim = Int(entry.claim)
        let reading = Int(entry.reading)
        let quoted = table.isQuoted[claim]
        if scratch.claimStamp[claim] != round { touch(entry.claim) }
        if scratch.readingStamp[reading] != round { touch(entry) }
        let anew = innovations[place] ? model.anewWithout[reading] : model.anew[reading]
        let worded = (quoted ? below.logQuotedRate : below.logRate) + anew
        scratch.absent[claim] += model.logOwned[reading]
        scratch.kept[claim] += below.logKeep + worded - below.logDrop
        scratch.bonus[reading] += (quoted ? below.logQuotedSame : below.logSame) - worded
      }
    }
    let source = above >= 0 ? belief[above] : []
    for entry in source where scratch.claimStamp[Int(entry.claim)] != round {
      touch(entry.claim)
    }
    for entry in source where scratch.readingStamp[Int(entry.reading)] != round { touch(entry) }
    scratch.touched.sort()
    var entries: [Entry] = []
    entries.reserveCapacity(scratch.touched.count)
    var total = above >= 0 ? 0 : model.nothing + model.headPrior
    var j = 0
    var weights: [Double] = []
    for touched in scratch.touched {
      let claim = Int(touched)
      while j < source.count, source[j].claim < touched { j += 1 }
      let start = j
      var has = 0.0
      while j < source.count, source[j].claim == touched {
        has += Double(source[j].probability)
        j += 1
      }
      let claimRate = table.isQuoted[claim] ? writer.quotedRate : writer.rate
      let none = above >= 0 ? log(max(1e-9, has * drop + 1 - has)) : 0
      var top = none + scratch.absent[claim]
      let ifAbsent = top
      weights.removeAll(keepingCapacity: true)
      let readings = scratch.readings[claim]
      for reading in readings {
        let before: Double
        if above >= 0 {
          var same = 0.0
          for entry in source[start..<j] where entry.reading == reading { same += Double(entry.probability) }
          let chance =
            same * (1 - drop) * (1 - claimRate)
            + max(0, has - same) * (1 - drop) * claimRate * model.anewChance[Int(reading)]
            + max(0, 1 - has) * model.owned[Int(reading)]
          before = log(max(1e-12, chance))
        } else {
          before = model.coverageOdds[claim] + model.birth[Int(reading)]
        }
        let weight = before + dropped + scratch.kept[claim] + scratch.bonus[Int(reading)]
        weights.append(weight)
        top = max(top, weight)
      }
      var sum = exp(ifAbsent - top)
      for weight in weights { sum += exp(weight - top) }
      total += top + log(sum)
      for (reading, weight) in zip(readings, weights) {
        let probability = exp(weight - top) / sum
        if probability > 0.005 {
          entries.append(Entry(claim: touched, reading: reading, probability: Float(min(0.9999999, probability))))
        }
      }
    }
    return Reconstruction(entries: entries, logLikelihood: total)
  }

  private mutating func touch(_ claim: Int32) {
    scratch.claimStamp[Int(claim)] = scratch.round
    scratch.absent[Int(claim)] = 0
    scratch.kept[Int(claim)] = 0
    scratch.readings[Int(claim)].removeAll(keepingCapacity: true)
    scratch.touched.append(claim)
  }

  private mutating func touch(_ entry: Entry) {
    scratch.readingStamp[Int(entry.reading)] = scratch.round
    scratch.bonus[Int(entry.reading)] = 0
    scratch.readings[Int(entry.claim)].append(entry.reading)
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

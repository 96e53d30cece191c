import Foundation

extension Chain {
  /// A belief above this is taken for certain where nothing of it comes from the one who asks: it saves a logarithm.
  static let sure = 0.98

  /// What a node would take from a second parent: for each of its entries the probability that it is a gift, and the
  /// log-likelihood of what the second parent has and the node has not.
  struct Gift {
    var chances: [Double]
    var missed: Double
  }

  /// What an edge comes to.
  struct Edge {
    var logLikelihood: Double
    var kept: Double
    var changed: Double
    /// Claims of the parent that the node has at all, and that it has not.
    var present: Double
    var absent: Double
  }

  /// The log-likelihood of a node's matter, if it hangs from another, its rates of omission and change summed out.
  ///
  /// - Parameters:
  ///   - other: a node, or `none`.
  ///   - gift: what its second parent gives.
  ///   - excluding: whether the node's own matter stands behind what the other is believed to have, and is to be left out.
  /// - Complexity: O(entries of both).
  func edge(_ node: Int, from other: Int, gift: Gift?, excluding: Bool) -> Edge {
    guard other >= 0 else { return head(node, gift: gift) }
    if gift == nil, node < reportCount, other < reportCount, let counts = pairs.counts(node, from: other) {
      return edge(node, from: other, counts)
    }
    return content[node].withUnsafeBufferPointer { mine in
      belief[other].withUnsafeBufferPointer { theirs in
        edge(node, mine, from: other, theirs, gift: gift, excluding: excluding)
      }
    }
  }

  /// The same between two reports of which it is known what they share.
  private func edge(_ node: Int, from other: Int, _ counts: Pairs.Counts) -> Edge {
    var sum = counts.owned
    for place in Int(counts.first)..<Int(counts.end) {
      let (reading, place) = pairs.anew[place]
      sum += innovates[node][Int(place)] ? model.anewWithout[Int(reading)] : model.anew[Int(reading)]
    }
    return finished(
      Edge(
        logLikelihood: sum, kept: counts.kept, changed: Double(counts.end - counts.first),
        present: Double(counts.present), absent: Double(counts.absent)), node, from: other)
  }

  /// An edge with the rates summed out, and what is known beside the readings.
  private func finished(_ found: Edge, _ node: Int, from other: Int) -> Edge {
    var found = found
    found.logLikelihood += model.habits.omission.logLikelihood(no: found.present, yes: found.absent)
    found.logLikelihood += model.habits.change.logLikelihood(no: found.kept, yes: found.changed)
    if node < reportCount, other < reportCount {
      found.logLikelihood += model.timing(table.times[other], table.times[node])
      if !evidence.isEmpty { found.logLikelihood += evidence.direction(from: other, to: node) }
    }
    return found
  }

  private func edge(
    _ node: Int, _ mine: UnsafeBufferPointer<Entry>, from other: Int, _ theirs: UnsafeBufferPointer<Entry>, gift: Gift?,
    excluding: Bool
  ) -> Edge {
    let innovations = innovates[node]
    let writer = writers[node]
    let drop = writer.drop
    let keep = 1 - drop
    var sum = 0.0
    var kept = 0.0
    var changed = 0.0
    var present = 0.0
    var absent = 0.0
    var product = 1.0
    var i = 0
    var j = 0
    let end = Int32.max
    while i < mine.count || j < theirs.count {
      let claim = i < mine.count ? mine[i].claim : end
      let their = j < theirs.count ? theirs[j].claim : end
      if claim < their {
        product *= model.owned[Int(mine[i].reading)] + (gift?.chances[i] ?? 0)
        i += 1
        if product < 1e-200 {
          sum += log(product)
          product = 1
        }
        continue
      }
      if their < claim {
        var has = 0.0
        while j < theirs.count, theirs[j].claim == their {
          has += Double(theirs[j].probability)
          j += 1
        }
        if has > Self.sure, !excluding {
          absent += 1
        } else {
          has = min(has, 0.9999999)
          let chance: Double
          let share: Double
          if excluding {
            chance = 1 / (has / drop + (1 - has))
            share = has
          } else {
            chance = has * drop + (1 - has)
            share = has * drop / chance
          }
          product *= chance
          sum -= share * writer.logDrop
          absent += share
        }
      } else {
        let quoted = table.isQuoted[Int(claim)]
        let rate = quoted ? writer.quotedRate : writer.rate
        let weight = quoted ? Model.quotedChange : 1
        let reading = mine[i].reading
        var same = 0.0
        var different = 0.0
        while j < theirs.count, theirs[j].claim == claim {
          if theirs[j].reading == reading {
            same += Double(theirs[j].probability)
          } else {
            different += Double(theirs[j].probability)
          }
          j += 1
        }
        let given = gift?.chances[i] ?? 0
        let isAnew = innovations[i]
        if same > Self.sure, !excluding {
          kept += weight
          present += 1
        } else if different > Self.sure, given == 0, !excluding {
          changed += 1
          present += 1
          sum += isAnew ? model.anewWithout[Int(reading)] : model.anew[Int(reading)]
        } else {
          let anew = isAnew ? model.anewWithoutChance[Int(reading)] : model.anewChance[Int(reading)]
          let ifSame = keep * (1 - rate) + drop * given
          let ifOther = keep * rate * anew + drop * given
          let ifNone = model.owned[Int(reading)] + given
          let none = max(0, 1 - same - different)
          let chance: Double
          let shareSame: Double
          let shareOther: Double
          if excluding {
            chance = 1 / (same / ifSame + different / ifOther + none / ifNone)
            shareSame = same
            shareOther = different
          } else {
            chance = same * ifSame + different * ifOther + none * ifNone
            shareSame = same * ifSame / chance
            shareOther = different * ifOther / chance
          }
          let changes = shareOther * keep * rate * anew / ifOther
          product *= chance
          sum -= (shareSame + changes) * writer.logKeep + shareSame * (quoted ? writer.logQuotedSame : writer.logSame)
          sum -= changes * (quoted ? writer.logQuotedRate : writer.logRate)
          sum -= (shareOther - changes) * writer.logDrop
          kept += weight * shareSame
          changed += changes
          present += shareSame + changes
          absent += shareOther - changes
        }
        i += 1
      }
      if product < 1e-200 {
        sum += log(product)
        product = 1
      }
    }
    sum += log(product) + (gift?.missed ?? 0)
    return finished(
      Edge(logLikelihood: sum, kept: kept, changed: changed, present: present, absent: absent), node, from: other)
  }

  /// The same for a node that heads a line.
  private func head(_ node: Int, gift: Gift?) -> Edge {
    var sum = model.nothing + model.headPrior + (gift?.missed ?? 0)
    var product = 1.0
    for (place, entry) in content[node].enumerated() {
      product *= model.headOdds[Int(entry.reading)] + (gift?.chances[place] ?? 0)
      if product < 1e-200 || product > 1e200 {
        sum += log(product)
        product = 1
      }
    }
    return Edge(logLikelihood: sum + log(product), kept: 0, changed: 0, present: 0, absent: 0)
  }

  /// What a node takes from a second parent, should it have that one; nil for none, or if it would take nothing.
  func gift(to node: Int, from other: Int) -> Gift? {
    guard other >= 0 else { return nil }
    let mine = content[node]
    let theirs = belief[other]
    var chances = [Double](repeating: 0, count: mine.count)
    var missed = model.secondPrior
    var product = 1.0
    var i = 0
    var j = 0
    while j < theirs.count {
      let claim = theirs[j].claim
      while i < mine.count, mine[i].claim < claim { i += 1 }
      let shared = i < mine.count && mine[i].claim == claim
      var has = 0.0
      while j < theirs.count, theirs[j].claim == claim {
        has += Double(theirs[j].probability)
        if shared, theirs[j].reading == mine[i].reading {
          chances[i] = model.taken * Double(theirs[j].probability)
        }
        j += 1
      }
      if !shared { product *= 1 - model.taken * has }
    }
    missed += log(product)
    return Gift(chances: chances, missed: missed)
  }

  /// Looks anew at the edge above a node: what it comes to, the node's rates, and what it words anew.
  mutating func look(_ node: Int) {
    let other = parent[node]
    let found = edge(
      node, from: other, gift: gift(to: node, from: second[node]), excluding: other >= 0 && isLost(other))
    held[node] = found.logLikelihood
    writers[node] = Writer(
      drop: model.habits.omission.mean(no: found.present, yes: found.absent),
      rate: model.habits.change.mean(no: found.kept, yes: found.changed))
    noteInnovations(node)
  }

  mutating func noteInnovations(_ node: Int) {
    for place in innovates[node].indices { innovates[node][place] = false }
    guard parent[node] >= 0 else { return }
    if node < reportCount, parent[node] < reportCount, let counts = pairs.counts(node, from: parent[node]) {
      for place in Int(counts.first)..<Int(counts.end) { innovates[node][Int(pairs.anew[place].place)] = true }
      return
    }
    belief[parent[node]].withUnsafeBufferPointer { theirs in
      var j = 0
      for i in content[node].indices {
        let entry = content[node][i]
        while j < theirs.count, theirs[j].claim < entry.claim { j += 1 }
        var different: Float = 0
        while j < theirs.count, theirs[j].claim == entry.claim {
          if theirs[j].reading != entry.reading { different += theirs[j].probability }
          j += 1
        }
        if different > 0.5 { innovates[node][i] = true }
      }
    }
  }
}

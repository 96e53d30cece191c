import CSyntaxModel

/// A sentence, or as much of it as is parsed at a time, in borrowed memory.
package struct Piece {
  /// Nil where the caller brings its own weights.
  let model: Model?
  let nodes: UnsafeMutablePointer<Node>
  let stack: UnsafeMutablePointer<UInt16>

  package init(_ model: Model?, _ nodes: UnsafeMutablePointer<Node>, _ stack: UnsafeMutablePointer<UInt16>) {
    (self.model, self.nodes, self.stack) = (model, nodes, stack)
  }

  /// Reads tokens into nodes 1 and on, `Parser.longestPiece` at most.
  ///
  /// - Returns: how many.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Range<Int>>) -> Int {
    let reader = WordReader(model!)
    nodes[0] = Node()
    var count = 0
    var words = 0
    var capitals = 0
    var commas: UInt8 = 0
    var quotes: UInt8 = 0
    for token in tokens {
      count += 1
      nodes[count] = Node()
      nodes[count].begin = UInt16(count)
      nodes[count].end = UInt16(count + 1)
      guard token.upperBound <= bytes.count, let base = bytes.baseAddress else { continue }
      reader.read(base, token.lowerBound, token.upperBound, into: &nodes[count])
      let form = nodes[count].form
      if form.contains(.mark) {
        let mark = PartOfSpeech.mark(base + token.lowerBound, token.count, opens: quotes & 1 == 0)
        nodes[count].certainTag = mark.rawValue
        if mark == .comma { commas &+= 1 }
        if isQuote(base, token) { quotes &+= 1 }
      } else if !form.isDisjoint(with: [.lower, .upper]) {
        words += 1
        if form.contains(.capital) { capitals += 1 }
      }
      nodes[count].commas = commas
      nodes[count].quotes = quotes
    }
    // In a headline a capital says nothing.
    let isHeadline = words >= 4 && capitals * 4 >= words * 3
    if isHeadline {
      for at in 1...count where nodes[at].form.contains(.capital) { nodes[at].shape ^= 0x5A5A_1234 }
    } else if count > 0 {
      nodes[1].shape ^= 0x1357_9BDF
    }
    return count
  }

  private func isQuote(_ bytes: UnsafePointer<UInt8>, _ token: Range<Int>) -> Bool {
    if token.count == 1 { return bytes[token.lowerBound] == 0x22 }
    guard token.count == 3, bytes[token.lowerBound] == 0xE2, bytes[token.lowerBound + 1] == 0x80 else { return false }
    let last = bytes[token.lowerBound + 2]
    return last == 0x9C || last == 0x9D
  }

  /// Gives nodes 1 to `count` their tags.
  package func tag(_ count: Int) {
    guard count > 0, let model else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TagFeatures.count) { rows in
      let rows = rows.baseAddress!
      for at in 1...count {
        var tag = UInt32(nodes[at].certainTag)
        if tag == UInt32(Model.none) {
          TagFeatures.write(nodes, at, count, to: rows)
          tag = UInt32(model.tags.best(rows, TagFeatures.count))
        }
        setTag(at, UInt8(tag))
      }
    }
  }

  @inline(__always)
  package func setTag(_ at: Int, _ tag: UInt8) {
    nodes[at].tagIndex = tag
    nodes[at].tag = spread(UInt32(tag) ^ 0x2200_0000)
  }

  /// Gives nodes 1 to `count`, which are tagged, their roles.
  package func assignRoles(_ count: Int) {
    guard let model else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RoleFeatures.count) { rows in
      let rows = rows.baseAddress!
      forEachRole(count, rows) { _ in model.roles.best(rows, RoleFeatures.count) }
    }
  }

  /// Goes from left to right, writes the features of each token that has a choice of roles, and sets what `choose` says.
  @inline(__always)
  package func forEachRole(
    _ count: Int, _ rows: UnsafeMutablePointer<UInt32>, _ choose: (Int) -> UInt8
  ) {
    guard count > 0 else { return }
    var before = 0
    var after = 1
    for at in 1...count {
      if after == at {
        after += 1
        while after <= count, !nodes[after].isVerbal { after += 1 }
      }
      if nodes[at].isPunctuation {
        setRole(at, Relation.punct.rawValue)
      } else if nodes[at].certainRelation != Model.none {
        setRole(at, nodes[at].certainRelation)
      } else {
        RoleFeatures.write(
          nodes, at, count, verbBefore: before, verbAfter: after <= count ? after : 0, to: rows)
        setRole(at, choose(at))
      }
      if nodes[at].isVerbal { before = at }
    }
  }

  @inline(__always)
  package func setRole(_ at: Int, _ role: UInt8) {
    nodes[at].roleIndex = role
    nodes[at].role = spread(UInt32(role) ^ 0x4400_0000)
  }

  /// Draws the tree over nodes 1 to `count`, which are tagged.
  package func draw(_ count: Int) {
    guard let model else { return }
    var state = Transitions(nodes, stack, count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ActionFeatures.count) { buffer in
      let rows = buffer.baseAddress!
      while !state.isFinal {
        let action: Action
        if state.next > count {
          action = .right
        } else if state.depth == 0 {
          action = .shift
        } else {
          ActionFeatures.write(
            nodes, state.stacked(2), state.stacked(1), state.stacked(0), state.next, count, to: rows)
          let best = stemma_syntax_action(
            model.actionRows, model.actionBits, rows, ActionFeatures.count, state.depth > 1 ? 1 : 0)
          action = Action(rawValue: Int(best))!
        }
        if action == .shift {
          state.shift()
        } else {
          let (head, dependent) = state.arc(action)
          var relation = UInt32(Relation.punct.rawValue)
          if nodes[dependent].certainRelation != Model.none {
            relation = UInt32(nodes[dependent].certainRelation)
          } else if !nodes[dependent].isPunctuation {
            RelationFeatures.write(nodes, head: head, dependent: dependent, count: count, to: rows)
            relation = UInt32(model.relations.best(rows, RelationFeatures.count))
          }
          if relation == UInt32(Relation.obj.rawValue), dependent > head {
            // Of two objects the first is whoever something is given to.
            let first = Int(nodes[head].lastRight)
            if first > 0, nodes[first].relation == UInt8(relation) { nodes[first].relation = Relation.iobj.rawValue }
          }
          state.attach(dependent, to: head, UInt8(relation))
        }
      }
    }
  }
}

import CSyntaxModel

/// Names the parts of speech of a sentence and draws its dependency tree.
///
/// One pass for the tags and one for the tree, both greedy: every choice is final. A parser keeps its memory from
/// sentence to sentence; use one per thread.
package struct Parser: Sendable {
  /// Longer sentences are parsed in pieces of this many tokens; each piece hangs on the root of the first.
  package static let longestPiece = 250

  private let model: Model
  private var nodes: [Node]
  private var stack: [UInt16]

  package init(_ model: Model = .english) {
    self.model = model
    nodes = Array(repeating: Node(), count: Self.longestPiece + 1)
    stack = Array(repeating: 0, count: Self.longestPiece + 1)
  }

  /// Parses one sentence.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, of the whole text; any bytes are good.
  ///   - tokens: where each token of the sentence stands in them.
  ///   - syntax: what it holds is replaced; its memory is used again.
  /// - Complexity: O(*n*) in tokens and their bytes; nothing is allocated once `syntax` has held a sentence as long.
  package mutating func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: some RandomAccessCollection<Range<Int>>, into syntax: inout Syntax
  ) {
    syntax.removeAll()
    var root = -1
    var start = tokens.startIndex
    let model = model
    nodes.withUnsafeMutableBufferPointer { nodes in
      stack.withUnsafeMutableBufferPointer { stack in
        while start < tokens.endIndex {
          let end = tokens.index(start, offsetBy: Self.longestPiece, limitedBy: tokens.endIndex) ?? tokens.endIndex
          let piece = Piece(model, nodes.baseAddress!, stack.baseAddress!)
          let count = piece.read(bytes, tokens[start..<end])
          piece.tag(count)
          piece.assignRoles(count)
          piece.draw(count)
          root = syntax.append(nodes.baseAddress!, count, root)
          start = end
        }
      }
    }
  }
}

/// A sentence, or as much of it as is parsed at a time, in borrowed memory.
package struct Piece {
  let model: Model
  let nodes: UnsafeMutablePointer<Node>
  let stack: UnsafeMutablePointer<UInt16>

  package init(_ model: Model, _ nodes: UnsafeMutablePointer<Node>, _ stack: UnsafeMutablePointer<UInt16>) {
    (self.model, self.nodes, self.stack) = (model, nodes, stack)
  }

  /// Reads tokens into nodes 1 and on, `Parser.longestPiece` at most.
  ///
  /// - Returns: how many.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: some Sequence<Range<Int>>) -> Int {
    let reader = WordReader(model)
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
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TagFeatures.count) { rows in
      let rows = rows.baseAddress!
      for at in 1...count {
        var tag = UInt32(nodes[at].certainTag)
        if tag == UInt32(Model.noTag) {
          TagFeatures.write(nodes, at, count, bits: model.tagBits, to: rows)
          tag = stemma_syntax_best(model.tagRows, rows, TagFeatures.count)
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
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RoleFeatures.count) { rows in
      let rows = rows.baseAddress!
      forEachRole(count, bits: model.roleBits, rows) { _ in
        UInt8(stemma_syntax_best(model.roleRows, rows, RoleFeatures.count))
      }
    }
  }

  /// Goes from left to right, writes the features of each token that has a choice of roles, and sets what `choose` says.
  @inline(__always)
  package func forEachRole(
    _ count: Int, bits: UInt32, _ rows: UnsafeMutablePointer<UInt32>, _ choose: (Int) -> UInt8
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
        setRole(at, 32)
      } else {
        RoleFeatures.write(
          nodes, at, count, verbBefore: before, verbAfter: after <= count ? after : 0, bits: bits, to: rows)
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
            nodes, state.stacked(2), state.stacked(1), state.stacked(0), state.next, count, bits: model.actionBits,
            to: rows)
          var sums = SIMD4<Int16>()
          for at in 0..<ActionFeatures.count { sums &+= model.actionRows[Int(rows[at])] }
          if state.depth > 1, sums[2] > sums[0], sums[2] > sums[1] {
            action = .right
          } else {
            action = sums[1] > sums[0] ? .left : .shift
          }
        }
        if action == .shift {
          state.shift()
        } else {
          let (head, dependent) = state.arc(action)
          var relation = UInt32(Relation.punct.rawValue)
          if !nodes[dependent].isPunctuation {
            RelationFeatures.write(
              nodes, head: head, dependent: dependent, count: count, bits: model.relationBits, to: rows)
            relation = stemma_syntax_best(model.relationRows, rows, RelationFeatures.count)
          }
          state.attach(dependent, to: head, UInt8(relation))
        }
      }
    }
  }
}

extension Syntax {
  mutating func removeAll() {
    tags.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    begins.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Appends a parsed piece.
  ///
  /// - Parameter root: of the sentence, −1 before the first piece.
  /// - Returns: the root of the sentence.
  mutating func append(_ nodes: UnsafePointer<Node>, _ count: Int, _ root: Int) -> Int {
    guard count > 0 else { return root }
    let offset = tags.count
    var root = root
    for at in 1...count {
      let node = nodes + at
      tags.append(PartOfSpeech(rawValue: node.pointee.tagIndex)!)
      var head = Int(node.pointee.head) - 1 + offset
      var relation = Relation(rawValue: node.pointee.relation)!
      if relation == .nsubj, tags[offset + at - 1].isVerb { relation = .csubj }
      if node.pointee.head == 0 {
        if root < 0 {
          (root, head, relation) = (offset + at - 1, -1, .root)
        } else {
          (head, relation) = (root, .parataxis)
        }
      }
      heads.append(Int32(head))
      relations.append(relation)
      begins.append(Int32(Int(node.pointee.begin) - 1 + offset))
      ends.append(Int32(Int(node.pointee.end) - 1 + offset))
    }
    if offset > 0 { ends[root] = Int32(tags.count) }
    return root
  }
}

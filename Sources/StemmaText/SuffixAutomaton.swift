/// All factors of a sequence of word numbers, in a graph of at most twice its length.
///
/// - Source: Blumer et al. 1985; built online, one state a word and some clones.
package struct SuffixAutomaton {
  /// A maximal stretch of `text` that also stands in the indexed sequence.
  package struct Run: Hashable {
    /// Where it stands in the sequence looked through.
    package var start: Int
    /// Where it first stands in the indexed sequence.
    package var indexedStart: Int
    package var length: Int
  }

  private var lengths: [Int32] = [0]
  private var links: [Int32] = [-1]
  /// Where the first occurrence of a state's factors ends.
  private var firstEnds: [Int32] = [-1]
  private var edges: [UInt64: Int32] = [:]
  /// For each state the words that lead out of it, needed only when it is cloned.
  private var outgoing: [[Int32]] = [[]]

  /// - Complexity: O(*n*) hashed steps.
  package init(_ words: [Int32]) {
    edges.reserveCapacity(words.count * 3)
    var last: Int32 = 0
    for (position, word) in words.enumerated() {
      let state = addState(length: lengths[Int(last)] + 1, firstEnd: Int32(position))
      var walker = last
      while walker != -1, edge(walker, word) == nil {
        setEdge(walker, word, state)
        walker = links[Int(walker)]
      }
      if walker == -1 {
        links[Int(state)] = 0
      } else {
        let next = edge(walker, word)!
        if lengths[Int(walker)] + 1 == lengths[Int(next)] {
          links[Int(state)] = next
        } else {
          let clone = addState(length: lengths[Int(walker)] + 1, firstEnd: firstEnds[Int(next)])
          links[Int(clone)] = links[Int(next)]
          for word in outgoing[Int(next)] { setEdge(clone, word, edge(next, word)!) }
          while walker != -1, edge(walker, word) == next {
            setEdge(walker, word, clone)
            walker = links[Int(walker)]
          }
          links[Int(next)] = clone
          links[Int(state)] = clone
        }
      }
      last = state
    }
  }

  /// The maximal common stretches of at least `minimum` words: none lies inside another.
  ///
  /// - Complexity: O(*m*) hashed steps.
  package func runs(in text: [Int32], atLeast minimum: Int) -> [Run] {
    var runs: [Run] = []
    var state: Int32 = 0
    var length = 0
    func keep(endingAt end: Int) {
      guard length >= minimum else { return }
      runs.append(Run(start: end - length, indexedStart: Int(firstEnds[Int(state)]) - length + 1, length: length))
    }
    for (position, word) in text.enumerated() {
      if let next = edge(state, word) {
        (state, length) = (next, length + 1)
        continue
      }
      keep(endingAt: position)
      while state != -1, edge(state, word) == nil { state = links[Int(state)] }
      if state == -1 {
        (state, length) = (0, 0)
      } else {
        length = Int(lengths[Int(state)]) + 1
        state = edge(state, word)!
      }
    }
    keep(endingAt: text.count)
    return runs
  }

  private func edge(_ state: Int32, _ word: Int32) -> Int32? {
    edges[UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))]
  }

  private mutating func setEdge(_ state: Int32, _ word: Int32, _ next: Int32) {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    if edges.updateValue(next, forKey: key) == nil { outgoing[Int(state)].append(word) }
  }

  private mutating func addState(length: Int32, firstEnd: Int32) -> Int32 {
    lengths.append(length)
    links.append(-1)
    firstEnds.append(firstEnd)
    outgoing.append([])
    return Int32(lengths.count - 1)
  }
}

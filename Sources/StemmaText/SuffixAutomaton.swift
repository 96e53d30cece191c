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
  private var edges: Edges

  /// - Complexity: O(*n*) hashed steps.
  package init(_ words: [Int32]) {
    edges = Edges(most: max(1, 3 * words.count))
    lengths.reserveCapacity(2 * words.count + 1)
    links.reserveCapacity(2 * words.count + 1)
    firstEnds.reserveCapacity(2 * words.count + 1)
    var last: Int32 = 0
    for (position, word) in words.enumerated() {
      let state = addState(length: lengths[Int(last)] + 1, firstEnd: Int32(position))
      var walker = last
      while walker != -1, edges.target(from: walker, by: word) < 0 {
        edges.set(from: walker, by: word, to: state)
        walker = links[Int(walker)]
      }
      if walker == -1 {
        links[Int(state)] = 0
      } else {
        let next = edges.target(from: walker, by: word)
        if lengths[Int(walker)] + 1 == lengths[Int(next)] {
          links[Int(state)] = next
        } else {
          let clone = addState(length: lengths[Int(walker)] + 1, firstEnd: firstEnds[Int(next)])
          links[Int(clone)] = links[Int(next)]
          edges.copy(from: next, to: clone)
          while walker != -1, edges.target(from: walker, by: word) == next {
            edges.set(from: walker, by: word, to: clone)
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
      var next = edges.target(from: state, by: word)
      if next < 0 {
        keep(endingAt: position)
        repeat { state = links[Int(state)] } while state != -1 && edges.target(from: state, by: word) < 0
        guard state != -1 else {
          (state, length) = (0, 0)
          continue
        }
        length = Int(lengths[Int(state)])
        next = edges.target(from: state, by: word)
      }
      (state, length) = (next, length + 1)
    }
    keep(endingAt: text.count)
    return runs
  }

  private mutating func addState(length: Int32, firstEnd: Int32) -> Int32 {
    lengths.append(length)
    links.append(-1)
    firstEnds.append(firstEnd)
    edges.addState()
    return Int32(lengths.count - 1)
  }
}

/// Which state a word leads to from another: a table with open addressing, and for each state a chain through it.
private struct Edges {
  /// State and word in one, neither of them negative; −1 for an empty place.
  private var keys: [Int64]
  private var targets: [Int32]
  /// The place of the next edge out of the same state.
  private var chain: [Int32]
  /// For each state the place of its last edge.
  private var heads: [Int32] = [-1]
  private let shift: Int

  /// - Parameter most: edges there will be, at the most; the table never grows.
  init(most: Int) {
    let bits = max(3, Int.bitWidth - (most + most / 3).leadingZeroBitCount)
    keys = [Int64](repeating: -1, count: 1 << bits)
    targets = [Int32](repeating: -1, count: 1 << bits)
    chain = [Int32](repeating: -1, count: 1 << bits)
    shift = 64 - bits
  }

  mutating func addState() { heads.append(-1) }

  /// Where the edge stands, or where it would.
  private func place(_ key: Int64) -> Int {
    var place = Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9e37_79b9_7f4a_7c15) >> UInt64(shift))
    while keys[place] != key, keys[place] != -1 { place = (place &+ 1) & (keys.count &- 1) }
    return place
  }

  private func key(_ state: Int32, _ word: Int32) -> Int64 { Int64(state) << 32 | Int64(word) }

  /// −1 where there is none.
  func target(from state: Int32, by word: Int32) -> Int32 { targets[place(key(state, word))] }

  mutating func set(from state: Int32, by word: Int32, to target: Int32) {
    let key = key(state, word)
    let place = place(key)
    if keys[place] == -1 {
      keys[place] = key
      chain[place] = heads[Int(state)]
      heads[Int(state)] = Int32(place)
    }
    targets[place] = target
  }

  mutating func copy(from state: Int32, to other: Int32) {
    var place = heads[Int(state)]
    while place >= 0 {
      set(from: other, by: Int32(truncatingIfNeeded: keys[Int(place)]), to: targets[Int(place)])
      place = chain[Int(place)]
    }
  }
}

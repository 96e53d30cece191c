import StemmaText

/// The wording that pairs of texts share.
struct RunFinder {
  /// Words that two texts share, by where they stand in each.
  struct Run {
    var first: Int32
    var second: Int32
    var length: Int32
  }

  let words: [[Int32]]
  let isFunctionWord: [Bool]

  /// For each pair the maximal runs, in order of their place in the first text.
  ///
  /// The longer text of a pair is indexed and the shorter looked through, so that a long one that many are near is read
  /// once.
  ///
  /// - Parameter pairs: texts; each pair once.
  /// - Complexity: O(*n*) hashed steps for the words of the longer texts, each once, and of the shorter one of each pair; in
  ///   parallel.
  func runs(of pairs: [(first: Int, second: Int)]) -> [[Run]] {
    // Pairs of one indexed text stand together.
    let order = pairs.indices.sorted { (indexed(pairs[$0]), $0) < (indexed(pairs[$1]), $1) }
    let starts = order.indices.filter { $0 == 0 || indexed(pairs[order[$0 - 1]]) != indexed(pairs[order[$0]]) }
    let found = Parallel.map(starts.count) { number in
      let own = order[starts[number]..<(number + 1 < starts.count ? starts[number + 1] : order.count)]
      let text = indexed(pairs[own.first!])
      let automaton = SuffixAutomaton(words[text])
      return own.map { find(pairs[$0], indexed: text, automaton) }
    }
    var runs = [[Run]](repeating: [], count: pairs.count)
    for (place, own) in zip(order, found.joined()) { runs[place] = own }
    return runs
  }

  private func indexed(_ pair: (first: Int, second: Int)) -> Int {
    words[pair.second].count > words[pair.first].count ? pair.second : pair.first
  }

  private func find(_ pair: (first: Int, second: Int), indexed: Int, _ automaton: SuffixAutomaton) -> [Run] {
    if pair.first == pair.second { return whole(words[indexed]) }
    let isFirst = indexed == pair.first
    return automaton.runs(in: words[isFirst ? pair.second : pair.first], atLeast: Matcher.leastWords).compactMap {
      run in
      let place = run.indexedStart..<(run.indexedStart + run.length)
      guard carriesMatter(words[indexed][place]) else { return nil }
      let (here, there) = (Int32(run.indexedStart), Int32(run.start))
      return Run(first: isFirst ? here : there, second: isFirst ? there : here, length: Int32(run.length))
    }
    .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func whole(_ words: [Int32]) -> [Run] {
    guard words.count >= Matcher.leastWords, carriesMatter(words[...]) else { return [] }
    return [Run(first: 0, second: 0, length: Int32(words.count))]
  }

  private func carriesMatter(_ words: ArraySlice<Int32>) -> Bool { words.contains { !isFunctionWord[Int($0)] } }
}

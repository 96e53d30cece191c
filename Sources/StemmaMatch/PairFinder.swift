import StemmaText

/// Which reports are compared with which.
struct PairFinder {
  let texts: DistinctTexts
  /// For each text the nearest others.
  let nearest: [[Int32]]
  /// Others that one report is compared with, at the most; those that have it among theirs come on top.
  let most: Int

  /// Pairs of reports, `a < b`, in order, each one of the other's nearest. Reports of one text are nearest of all; of
  /// several texts each is represented before any comes a second time, so that a thousand prints of one dispatch do
  /// not hide what else is near.
  ///
  /// - Complexity: O(*k*) for each report and *k* others that it is compared with, and a sort of the pairs.
  func pairs() -> [(a: Int, b: Int)] {
    let found = Parallel.flatMap(texts.reports.count, by: 32) { range in
      range.flatMap { ranks(of: $0) }
    }.sorted()
    var pairs: [(a: Int, b: Int)] = []
    pairs.reserveCapacity(found.count)
    for (index, pair) in found.enumerated() where index == 0 || found[index - 1] != pair {
      pairs.append((Int(pair >> 32), Int(pair & 0xffff_ffff)))
    }
    return pairs
  }

  /// Both numbers in one, the lower first.
  private func ranks(of text: Int) -> [UInt64] {
    // One more than is kept, since a report does not count as its own fellow.
    let fellows = fellows(of: text, most: most + 1)
    return texts.reports[text].flatMap { report in
      fellows.lazy.filter { $0 != report }.prefix(most).map { other in
        UInt64(min(report, other)) << 32 | UInt64(max(report, other))
      }
    }
  }

  private func fellows(of text: Int, most: Int) -> [Int] {
    var fellows: [Int] = []
    var groups = [texts.reports[text][...]] + nearest[text].map { texts.reports[Int($0)][...] }
    while !groups.isEmpty {
      for group in groups.indices {
        guard let report = groups[group].popFirst() else { continue }
        fellows.append(report)
        if fellows.count == most { return fellows }
      }
      groups.removeAll(where: \.isEmpty)
    }
    return fellows
  }
}

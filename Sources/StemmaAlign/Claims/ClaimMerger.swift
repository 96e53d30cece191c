import StemmaModel

/// Joins claims that stand on the same places: found from two sides, they are one.
struct ClaimMerger {
  var story: Story
  var words: StoryWords

  /// The share of the longer of two witnesses that they have in common where they are of one place.
  static let leastOverlap = 0.5
  /// The share of the reports of the lesser claim in which both stand in one place, and the least number of them.
  static let leastReports = 0.4
  static let leastCount = 2

  /// - Complexity: O(*w* log *w*) in the witnesses, and the pairs of them that overlap.
  func merged(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var root = Array(drafts.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index {
        root[index] = root[root[index]]
        index = root[index]
      }
      return index
    }
    let reports = drafts.map { $0.reports.count }
    for pair in pairs(drafts) {
      let (a, b) = (find(pair.a), find(pair.b))
      let least = Double(min(reports[pair.a], reports[pair.b])) * Self.leastReports
      guard a != b, pair.count >= Self.leastCount, Double(pair.count) >= least else { continue }
      root[max(a, b)] = min(a, b)
    }
    var witnesses = [[ClaimDraft.Witness]](repeating: [], count: drafts.count)
    for (index, draft) in drafts.enumerated() { witnesses[find(index)] += draft.witnesses }
    return drafts.indices.filter { root[$0] == $0 }.flatMap { index in
      let draft = ClaimDraft(
        witnesses[index].count > drafts[index].witnesses.count ? nearest(witnesses[index]) : drafts[index].witnesses,
        figure: drafts[index].figure)
      return hasBody(draft) || draft.reports.count == 1
        ? [draft] : draft.witnesses.map { ClaimDraft([$0], figure: draft.figure) }
    }
  }

  /// Of witnesses that overlap, the one that has most of what all have, and least besides.
  private func nearest(_ witnesses: [ClaimDraft.Witness]) -> [ClaimDraft.Witness] {
    let core = ClaimCore(of: witnesses, words: words)
    let value = Dictionary(uniqueKeysWithValues: core.values.map { ($0.word, $0.value) })
    func strength(_ witness: ClaimDraft.Witness) -> Double {
      words.distinct(witness.tokens, of: witness.report).reduce(0) { sum, word in
        sum + (value[word] ?? -WitnessFinder.gapCost * words.weights[Int(word)])
      }
    }
    var kept: [(witness: ClaimDraft.Witness, strength: Double)] = []
    for witness in Set(witnesses).sorted(by: {
      ($0.report, $0.tokens.lowerBound, $0.tokens.upperBound) < ($1.report, $1.tokens.lowerBound, $1.tokens.upperBound)
    }) {
      let next = (witness, strength(witness))
      guard let last = kept.last, last.witness.report == witness.report, last.witness.tokens.overlaps(witness.tokens)
      else {
        kept.append(next)
        continue
      }
      if next.1 > last.strength { kept[kept.count - 1] = next }
    }
    return kept.map(\.witness)
  }

  /// A headline or a caption repeats what the body says: it joins a claim and never makes one with another's.
  private func hasBody(_ draft: ClaimDraft) -> Bool {
    draft.witnesses.contains { $0.isBody(in: story) }
  }

  private struct Pair {
    var a: Int
    var b: Int
    /// The reports in which both stand in one place.
    var count: Int
  }

  /// Most reports first. Two amounts are two claims, wherever they stand.
  private func pairs(_ drafts: [ClaimDraft]) -> [Pair] {
    var places = [[(tokens: Range<Int>, draft: Int)]](repeating: [], count: story.reports.count)
    for (index, draft) in drafts.enumerated() where draft.figure == nil && draft.reports.count > 1 {
      for witness in draft.witnesses { places[witness.report].append((witness.tokens, index)) }
    }
    var common: [UInt64: (last: Int, count: Int)] = [:]
    for (report, unordered) in places.enumerated() {
      let list = unordered.sorted { ($0.tokens.lowerBound, $0.draft) < ($1.tokens.lowerBound, $1.draft) }
      for i in list.indices {
        for j in (i + 1)..<max(i + 1, list.count) {
          let (a, b) = (list[i], list[j])
          guard b.tokens.lowerBound < a.tokens.upperBound else { break }
          let overlap = min(a.tokens.upperBound, b.tokens.upperBound) - b.tokens.lowerBound
          guard a.draft != b.draft,
            Double(overlap) >= Self.leastOverlap * Double(max(a.tokens.count, b.tokens.count))
          else { continue }
          let key = UInt64(min(a.draft, b.draft)) << 32 | UInt64(max(a.draft, b.draft))
          let known = common[key] ?? (-1, 0)
          if known.last != report { common[key] = (report, known.count + 1) }
        }
      }
    }
    return common.map { Pair(a: Int($0.key >> 32), b: Int($0.key & 0xffff_ffff), count: $0.value.count) }
      .sorted { ($1.count, $0.a, $0.b) < ($0.count, $1.a, $1.b) }
  }
}

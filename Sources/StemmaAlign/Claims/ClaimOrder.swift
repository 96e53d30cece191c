import StemmaModel

/// In which order the reports have the claims: what stands between the same neighbours is likelier to be the same.
struct ClaimOrder: Sendable {
  /// For each report, the claims of several reports by where they begin.
  private var order: [[(start: Int, draft: Int32)]]
  /// For each claim, those that stand near it in some report, sorted.
  private var neighbours: [[Int32]]

  /// How many claims before and behind a place are near it.
  static let reach = 3
  /// Witnesses of a claim that are looked at: of more, the first.
  static let mostWitnesses = 32

  /// - Complexity: O(*w* log *w*) in the witnesses.
  init(_ drafts: [ClaimDraft], reports: Int) {
    order = Array(repeating: [], count: reports)
    neighbours = Array(repeating: [], count: drafts.count)
    for (index, draft) in drafts.enumerated() where draft.reports.count > 1 {
      for witness in draft.witnesses { order[witness.report].append((witness.tokens.lowerBound, Int32(index))) }
    }
    for report in order.indices { order[report].sort { ($0.start, $0.draft) < ($1.start, $1.draft) } }
    for (index, draft) in drafts.enumerated() {
      var found: Set<Int32> = []
      for witness in draft.witnesses.prefix(Self.mostWitnesses) {
        found.formUnion(near(witness.tokens.lowerBound, in: witness.report, but: Int32(index)))
      }
      neighbours[index] = found.sorted()
    }
  }

  /// How many of a claim's neighbours stand near a place as well.
  func support(for draft: Int, at token: Int, in report: Int) -> Int {
    near(token, in: report, but: Int32(draft)).count { candidate in
      var (low, high) = (0, neighbours[draft].count)
      while low < high {
        let middle = (low + high) / 2
        if neighbours[draft][middle] < candidate { low = middle + 1 } else { high = middle }
      }
      return low < neighbours[draft].count && neighbours[draft][low] == candidate
    }
  }

  /// The claims next to a place, each once.
  private func near(_ token: Int, in report: Int, but draft: Int32) -> [Int32] {
    let list = order[report]
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].start < token { low = middle + 1 } else { high = middle }
    }
    var found: [Int32] = []
    func take(_ indices: some Sequence<Int>) {
      var taken = 0
      for index in indices where taken < Self.reach && list[index].draft != draft {
        if !found.contains(list[index].draft) { found.append(list[index].draft) }
        taken += 1
      }
    }
    take(stride(from: low - 1, through: 0, by: -1))
    take(low..<list.count)
    return found
  }
}

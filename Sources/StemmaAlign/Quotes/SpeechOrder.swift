/// What each speaker says before and behind a passage: a speech is retold in its order.
struct SpeechOrder {
  /// For each passage the groups of those before it and behind it by the same speaker, in any report.
  private var before: [[Int]]
  private var behind: [[Int]]

  /// Places of one passage that are looked at.
  private static let mostPlaces = 8

  init(_ found: QuotePassages, _ linkage: AnchorLinkage) {
    before = Array(repeating: [], count: found.passages.count)
    behind = before
    for passages in found.passageOf {
      var last: [Int: Int] = [:]
      for passage in passages where passage >= 0 && found.passages[passage].source >= 0 {
        let source = found.passages[passage].source
        if let previous = last[source], previous != passage {
          if before[passage].count < Self.mostPlaces { before[passage].append(linkage.groupOf[previous]) }
          if behind[previous].count < Self.mostPlaces { behind[previous].append(linkage.groupOf[passage]) }
        }
        last[source] = passage
      }
    }
  }

  /// 0, 1 or 2: the sides on which both have the same.
  func commonNeighbours(_ a: Int, _ b: Int) -> Int {
    (before[a].contains { before[b].contains($0) } ? 1 : 0) + (behind[a].contains { behind[b].contains($0) } ? 1 : 0)
  }
}

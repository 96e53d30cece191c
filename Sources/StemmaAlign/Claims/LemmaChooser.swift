import StemmaModel

/// Chooses the wording that is shown for a claim: the one the others are nearest to.
struct LemmaChooser {
  var story: Story
  var words: StoryWords

  /// What a byline of the source adds to how central a wording is.
  static let sourceBonus = 0.35
  /// What being the first in print adds.
  static let firstBonus = 0.15
  /// What is left of it for a headline or a caption: the text says the claim in full.
  static let outsideShare = 0.5
  /// Wordings that vote: of more, the first.
  static let mostVoters = 48

  /// The index of the witness that others share most with, one that says it is the source's before others; among equals
  /// the longer wording, then the first.
  ///
  /// - Complexity: O(distinct wordings), each against a bounded number.
  func lemma(of draft: ClaimDraft) -> Int {
    guard draft.witnesses.count > 1 else { return 0 }
    var wordings: [(words: [Int32], weight: Double, reports: Int, first: Int, rank: Double)] = []
    var known: [[Int32]: Int] = [:]
    for (index, witness) in draft.witnesses.enumerated() {
      let own = words.distinct(witness.tokens, of: witness.report)
      let rank = sourceRank(witness.report)
      if let same = known[own] {
        wordings[same].reports += 1
        if rank > wordings[same].rank { (wordings[same].rank, wordings[same].first) = (rank, index) }
      } else {
        known[own] = wordings.count
        wordings.append((own, words.weight(own), 1, index, rank))
      }
    }
    let earliest = draft.witnesses.compactMap { story.reports[$0.report].report.published?.moment }.min()
    let voters = wordings.prefix(Self.mostVoters)
    var best = (index: 0, score: -1.0)
    for wording in wordings {
      var score = 0.0
      for voter in voters {
        let whole = wording.weight + voter.weight
        let common = whole > 0 ? 2 * words.weight(words.common(wording.words, voter.words)) / whole : 0
        score += common * Double(voter.first == wording.first ? voter.reports - 1 : voter.reports)
      }
      let published = story.reports[draft.witnesses[wording.first].report].report.published?.moment
      let isFirst = published != nil && published == earliest
      score *= 1 + Self.sourceBonus * wording.rank + (isFirst ? Self.firstBonus : 0)
      score += 1e-4 * wording.weight
      if !draft.witnesses[wording.first].isBody(in: story) { score *= Self.outsideShare }
      if score > best.score + 1e-9 { best = (wording.first, score) }
    }
    return best.index
  }

  /// How near a report says it is to the source: its text is an agency's by its byline or dateline, or with its help.
  private func sourceRank(_ report: Int) -> Double {
    story.reports[report].report.credits.reduce(0) { rank, credit in
      switch credit.kind {
      case .byline, .dateline: max(rank, 1)
      case .creditLine: max(rank, 0.4)
      case .photo, .told, .cited: rank
      }
    }
  }
}

import StemmaModel

/// How far two clauses say the same, as far as their words can tell: 0…1.
struct ClauseLikeness {
  private let story: Story
  private let words: StoryWords
  /// The sorts of amounts in the story, numbered.
  private let kinds: [QuantityKind: Int32]

  init(story: Story, words: StoryWords) {
    self.story = story
    self.words = words
    var kinds: [QuantityKind: Int32] = [:]
    for figure in story.reports.lazy.flatMap(\.figures) {
      let kind = QuantityKind(figure)
      if kinds[kind] == nil { kinds[kind] = Int32(kinds.count) }
    }
    self.kinds = kinds
  }

  /// - Complexity: O(words of both).
  func callAsFunction(_ a: Clause, _ b: Clause) -> Double {
    profile(a).likeness(to: profile(b), words: words)
  }

  func profile(_ clause: Clause) -> ClaimProfile {
    ClaimProfile(words: clause.words, weight: clause.weight, amounts: amounts(clause), isNegated: clause.isNegated)
  }

  /// The amounts in a clause, sorted.
  func amounts(_ clause: Clause) -> [ClaimProfile.Amount] {
    guard !clause.figures.isEmpty else { return [] }
    let mentions = clause.figures.map { story.reports[clause.report].figures[$0] }
    return Set(mentions.map { ClaimProfile.Amount(kind: kinds[QuantityKind($0)]!, value: $0.value) }).sorted()
  }
}

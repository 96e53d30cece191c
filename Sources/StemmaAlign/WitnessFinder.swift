import StemmaModel

/// Looks for a claim in the reports where no clause of their own was grouped with it: half of a longer clause, or words
/// on either side of a comma, carry it too.
struct WitnessFinder {
  var story: Story
  var words: StoryWords

  /// The share of the lemma's weight that a sentence must have to carry the claim.
  static let leastShare = 0.35
  /// The nats it must have of it.
  static let leastWeight = 4.0

  func complete(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    let statements = StatementIndex(story: story, words: words)
    return drafts.map { draft in
      var draft = draft
      let carried = Set(draft.witnesses.map(\.report))
      let lemma = draft.witnesses[draft.lemma].words
      for (report, tokens) in statements.carrying(lemma, leastShare: Self.leastShare, leastWeight: Self.leastWeight)
      where !carried.contains(report) {
        draft.witnesses.append(
          ClaimDraft.Witness(report: report, tokens: tokens, words: words.distinct(tokens, of: report)))
      }
      return draft
    }
  }
}

/// The sentences of a story by their words.
private struct StatementIndex {
  var story: Story
  var words: StoryWords
  private var postings: [Int32: [(report: Int, statement: Int)]] = [:]

  init(story: Story, words: StoryWords) {
    self.story = story
    self.words = words
    for (report, annotated) in story.reports.enumerated() {
      for (statement, sentence) in annotated.statements.enumerated() {
        for word in words.distinct(sentence.tokens, of: report) {
          postings[word, default: []].append((report, statement))
        }
      }
    }
  }

  /// In each report the sentence that has most of the words, cut to them.
  func carrying(_ lemma: [Int32], leastShare: Double, leastWeight: Double) -> [(report: Int, tokens: Range<Int>)] {
    let whole = words.weight(lemma)
    guard whole >= leastWeight else { return [] }
    var shared: [Int: Double] = [:]
    let stride = 1 << 20
    for word in lemma {
      guard let entries = postings[word], entries.count <= ClaimGrouper.commonest else { continue }
      for entry in entries {
        shared[entry.report * stride + entry.statement, default: 0] += words.weights[Int(word)]
      }
    }
    var best: [Int: (statement: Int, shared: Double)] = [:]
    for (key, weight) in shared.sorted(by: { $0.key < $1.key }) {
      let report = key / stride
      if weight > (best[report]?.shared ?? 0) { best[report] = (key % stride, weight) }
    }
    return best.sorted { $0.key < $1.key }.compactMap { report, found in
      guard found.shared >= leastShare * whole, found.shared >= leastWeight else { return nil }
      return (report, window(lemma, in: story.reports[report].statements[found.statement].tokens, of: report))
    }
  }

  /// The shortest stretch of a sentence that has all of the lemma's words that the sentence has; a word that stands
  /// twice does not stretch it.
  private func window(_ lemma: [Int32], in tokens: Range<Int>, of report: Int) -> Range<Int> {
    let wanted = Set(lemma + lemma.flatMap { words.synonyms.fellows[Int($0)].map(\.word) })
    let line = words.words[report]
    var missing = Set(line[tokens].filter { wanted.contains($0) }).count
    let needed = missing
    var held: [Int32: Int] = [:]
    var best = tokens
    var start = tokens.lowerBound
    for end in tokens {
      let word = line[end]
      if wanted.contains(word) {
        held[word, default: 0] += 1
        if held[word] == 1 { missing -= 1 }
      }
      while needed > 0, missing == 0 {
        if end + 1 - start < best.count { best = start..<(end + 1) }
        let first = line[start]
        if wanted.contains(first) {
          held[first]! -= 1
          if held[first] == 0 { missing += 1 }
        }
        start += 1
      }
    }
    return best
  }
}

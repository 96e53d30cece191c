import StemmaModel
import StemmaText

/// Looks for a claim in the reports where no clause of their own was grouped with it: half of a longer sentence, or words
/// on either side of a comma, carry it too.
struct WitnessFinder {
  var story: Story
  var words: StoryWords
  var quotes: [Quote] = []

  /// The share of a claim's core that a stretch must have to carry it.
  static let leastShare = 0.6
  /// The nats it must have of it.
  static let leastWeight = 7.0
  /// The same for a stretch that stands among the claim's neighbours, and how many of those it takes.
  static let leastShareInOrder = 0.5
  static let leastWeightInOrder = 6.0
  static let leastNeighbours = 3
  /// The same for what another report has of the utterance that the claim stands in.
  static let leastShareInUtterance = 0.3
  static let leastWeightInUtterance = 4.0
  /// Words of the core that a part of a clause must have: with fewer it names what the claim is about, and says another
  /// thing of it.
  static let fewestWords = 3
  /// Tokens beyond which a witness may say more than the claim.
  static let longWitness = 14
  /// What a word that is not of the claim takes from a stretch, of its weight.
  static let gapCost = 0.25

  /// Claims that one thread looks for in a row.
  private static let part = 128

  /// - Complexity: for each claim the sentences that have one of its rarer words, each distinct sentence once.
  func complete(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    let merger = ClaimMerger(story: story, words: words)
    let sentences = SentenceIndex(story: story, words: words)
    let found = merger.merged(completed(drafts, from: sentences, order: nil))
    let uttered = merger.merged(uttered(found, from: sentences))
    // Once the plain ones stand, the rest is found among them.
    let all = merger.merged(
      completed(uttered, from: sentences, order: ClaimOrder(uttered, reports: story.reports.count)))
    return trimmed(all, sentences: sentences)
  }

  /// Witnesses that say much besides, cut to what carries the claim.
  private func trimmed(_ drafts: [ClaimDraft], sentences: SentenceIndex) -> [ClaimDraft] {
    let reports = story.reports.count
    return Parallel.flatMap(drafts.count, by: Self.part) { part in
      var search = Search(sentences: sentences, words: words, reports: reports, order: nil)
      return part.map { search.trimmed(drafts[$0], in: story) }
    }
  }

  /// - Parameter order: where it is given, less of the core is enough for what stands among the claim's neighbours.
  private func completed(_ drafts: [ClaimDraft], from sentences: SentenceIndex, order: ClaimOrder?) -> [ClaimDraft] {
    let reports = story.reports.count
    let found = Parallel.flatMap(drafts.count, by: Self.part) { part in
      var search = Search(sentences: sentences, words: words, reports: reports, order: order)
      return part.map { search.witnesses(of: drafts[$0], number: $0) }
    }
    var drafts = drafts
    for index in drafts.indices where !found[index].isEmpty { drafts[index].add(found[index]) }
    return drafts
  }

  /// With what the other reports that have a claim's utterance say of it.
  private func uttered(_ drafts: [ClaimDraft], from sentences: SentenceIndex) -> [ClaimDraft] {
    let utterances = Utterances(quotes, of: story)
    guard !utterances.passages.isEmpty else { return drafts }
    let found = Parallel.flatMap(drafts.count, by: Self.part) { part in
      var search = Search(
        sentences: sentences, words: words, reports: story.reports.count, order: nil,
        leastShare: Self.leastShareInUtterance, leastWeight: Self.leastWeightInUtterance)
      return part.map { search.witnesses(of: drafts[$0], in: utterances, of: story) }
    }
    var drafts = drafts
    for index in drafts.indices where !found[index].isEmpty { drafts[index].add(found[index]) }
    return drafts
  }

  /// One thread's search, with what it writes on.
  private struct Search {
    let sentences: SentenceIndex
    let words: StoryWords
    /// By sentence: nats of the core in it.
    private var score: [Double]
    /// By word: what it brings to the claim that is looked for, and which word of the core that is.
    private var value: [Double]
    private var source: [Int32]
    /// By word of the core: the stretch in which it was last counted.
    private var counted: [Int] = []
    private var stretch = 0
    private let reports: Int
    private let amounts: StoryAmounts
    private let order: ClaimOrder?
    private let leastShare: Double
    private let leastWeight: Double
    /// Whether it looks inside of an utterance: there a few words tell.
    private let isUttered: Bool

    init(
      sentences: SentenceIndex, words: StoryWords, reports: Int, order: ClaimOrder?, leastShare: Double? = nil,
      leastWeight: Double? = nil
    ) {
      self.order = order
      isUttered = leastShare != nil
      self.leastShare = leastShare ?? (order == nil ? WitnessFinder.leastShare : WitnessFinder.leastShareInOrder)
      self.leastWeight = leastWeight ?? (order == nil ? WitnessFinder.leastWeight : WitnessFinder.leastWeightInOrder)
      self.sentences = sentences
      self.words = words
      self.reports = reports
      amounts = sentences.amounts
      score = Array(repeating: 0, count: sentences.all.count)
      value = Array(repeating: 0, count: words.weights.count)
      source = Array(repeating: 0, count: words.weights.count)
    }

    mutating func witnesses(of draft: ClaimDraft, number: Int) -> [ClaimDraft.Witness] {
      // An amount is found by itself, and order is told by several.
      guard draft.figure == nil, order == nil || draft.reports.count > 1 else { return [] }
      let core = ClaimCore(of: draft.witnesses, words: words)
      guard core.weight >= leastWeight, core.values.count > 1 else { return [] }
      open(core)
      defer { close(core) }
      let carried = ReportSet(draft.reports, of: reports)
      var best: [Int: (strength: Double, witness: ClaimDraft.Witness)] = [:]
      let amounts = self.amounts.amounts(of: draft.witnesses)
      for sentence in candidates(core) {
        guard let found = bestStretch(in: sentences.all[Int(sentence)], core: core) else { continue }
        if !amounts.isEmpty, found.words < WitnessFinder.fewestWords {
          // "Two of the masts fell" is not of the four that were raised.
          let whole = sentences.all[Int(sentence)]
          let low = whole.tokens.lowerBound + found.tokens.lowerBound
          let witness = ClaimDraft.Witness(report: whole.report, tokens: low..<(low + found.tokens.count))
          if StoryAmounts.clash(amounts, self.amounts.amounts(of: [witness])) { continue }
        }
        for place in sentences.places[Int(sentence)] where !carried.contains(place.report) {
          if found.strength > best[place.report]?.strength ?? 0 {
            let low = place.start + found.tokens.lowerBound
            if let order, order.support(for: number, at: low, in: place.report) < WitnessFinder.leastNeighbours {
              continue
            }
            best[place.report] = (
              found.strength, ClaimDraft.Witness(report: place.report, tokens: low..<(low + found.tokens.count))
            )
          }
        }
      }
      return best.keys.sorted().map { best[$0]!.witness }
    }

    mutating func witnesses(
      of draft: ClaimDraft, in utterances: Utterances, of story: Story
    ) -> [ClaimDraft.Witness] {
      guard draft.figure == nil else { return [] }
      let said = utterances.utterances(of: draft, in: story)
      guard !said.isEmpty else { return [] }
      let core = ClaimCore(of: draft.witnesses, words: words)
      open(core)
      defer { close(core) }
      let carried = ReportSet(draft.reports, of: reports)
      var best: [Int: (strength: Double, witness: ClaimDraft.Witness)] = [:]
      for utterance in said {
        for passage in utterances.passages[utterance] where !carried.contains(passage.report) {
          let report = story.reports[passage.report]
          let statements = StatementMentions.statements(of: report.span(of: passage.tokens), in: report)
          let clauses = statements.flatMap { report.statements[$0].clauses }.map { $0.clamped(to: passage.tokens) }
            .filter { !$0.isEmpty }
          let whole = SentenceIndex.Sentence(report: passage.report, tokens: passage.tokens, clauses: clauses)
          guard let found = bestStretch(in: whole, core: core), found.strength > best[passage.report]?.strength ?? 0
          else { continue }
          let low = passage.tokens.lowerBound + found.tokens.lowerBound
          best[passage.report] = (
            found.strength, ClaimDraft.Witness(report: passage.report, tokens: low..<(low + found.tokens.count))
          )
        }
      }
      return best.keys.sorted().map { best[$0]!.witness }
    }

    mutating func trimmed(_ draft: ClaimDraft, in story: Story) -> ClaimDraft {
      guard draft.figure == nil, draft.reports.count > 1,
        draft.witnesses.contains(where: { $0.tokens.count > WitnessFinder.longWitness })
      else { return draft }
      let core = ClaimCore(of: draft.witnesses, words: words)
      guard core.values.count > 1 else { return draft }
      open(core)
      defer { close(core) }
      return ClaimDraft(
        draft.witnesses.map { witness in
          guard witness.tokens.count > WitnessFinder.longWitness else { return witness }
          let report = story.reports[witness.report]
          let statements = StatementMentions.statements(of: report.span(of: witness.tokens), in: report)
          let clauses = statements.flatMap { report.statements[$0].clauses }.map { $0.clamped(to: witness.tokens) }
          let whole = SentenceIndex.Sentence(
            report: witness.report, tokens: witness.tokens, clauses: clauses.filter { !$0.isEmpty })
          guard let found = bestStretch(in: whole, core: core) else { return witness }
          let low = witness.tokens.lowerBound + found.tokens.lowerBound
          return ClaimDraft.Witness(report: witness.report, tokens: low..<(low + found.tokens.count))
        })
    }

    /// Lays the words of a core out, to be closed again.
    private mutating func open(_ core: ClaimCore) {
      for (index, entry) in core.values.enumerated() {
        value[Int(entry.word)] = entry.value
        source[Int(entry.word)] = Int32(core.sources[index])
      }
      counted = Array(repeating: -1, count: core.values.count)
    }

    private mutating func close(_ core: ClaimCore) {
      for entry in core.values { value[Int(entry.word)] = 0 }
    }

    /// The sentences that may have enough of the core, in order.
    private mutating func candidates(_ core: ClaimCore) -> [Int32] {
      let least = max(leastShare * core.weight, leastWeight)
      // A sentence that has only the commonest words of the core, and less than enough with them, need not be looked up.
      let byLength = core.values.indices.sorted {
        let (a, b) = (sentences.postings(core.values[$0].word).count, sentences.postings(core.values[$1].word).count)
        return (b, $0) < (a, $1)
      }
      var skipped = 0.0
      var open: [Int32] = []
      for index in byLength {
        let (word, value) = core.values[index]
        if skipped + value < least {
          skipped += value
          continue
        }
        for sentence in sentences.postings(word) {
          if score[Int(sentence)] == 0 { open.append(sentence) }
          score[Int(sentence)] += value
        }
      }
      let found = open.filter { score[Int($0)] + skipped >= least }.sorted()
      for sentence in open { score[Int(sentence)] = 0 }
      return found
    }

    /// The stretch of a sentence that has most of the core with least besides; nil where none has enough.
    ///
    /// - Returns: its strength, the words of the core in it, and its tokens counted from the sentence's first.
    private mutating func bestStretch(in sentence: SentenceIndex.Sentence, core: ClaimCore)
      -> (strength: Double, words: Int, tokens: Range<Int>)?
    {
      let list = words.words[sentence.report]
      var (sum, start) = (0.0, sentence.tokens.lowerBound)
      var (top, range) = (0.0, 0..<0)
      stretch += 1
      for token in sentence.tokens {
        let word = Int(list[token])
        guard word >= 0 else { continue }
        if sum <= 0 {
          (sum, start) = (0, token)
          stretch += 1
        }
        if value[word] > 0 {
          let of = Int(source[word])
          if counted[of] != stretch { sum += value[word] }
          counted[of] = stretch
        } else {
          sum -= WitnessFinder.gapCost * words.weights[word]
        }
        if sum > top { (top, range) = (sum, start..<(token + 1)) }
      }
      guard top > 0 else { return nil }
      var (got, count) = (0.0, 0)
      stretch += 1
      for token in range {
        let word = Int(list[token])
        guard word >= 0, value[word] > 0, counted[Int(source[word])] != stretch else { continue }
        counted[Int(source[word])] = stretch
        got += value[word]
        count += 1
      }
      guard count > 1, got >= leastShare * core.weight, got >= leastWeight,
        isUttered || core.essential.allSatisfy({ counted[$0] == stretch })
      else { return nil }
      if !isUttered, count < WitnessFinder.fewestWords, !fills(range, sentence, list) { return nil }
      range = sentence.rounded(range)
      return (top, count, range.lowerBound - sentence.tokens.lowerBound..<range.upperBound - sentence.tokens.lowerBound)
    }
    /// Whether a stretch has most of what its clause says, or its sentence where the clause says next to nothing; else
    /// it is what they are about.
    private func fills(_ stretch: Range<Int>, _ sentence: SentenceIndex.Sentence, _ list: [Int32]) -> Bool {
      func matter(_ tokens: Range<Int>) -> Int { tokens.count { list[$0] >= 0 } }
      var all = sentence.clauses.reduce(0) { $0 + ($1.overlaps(stretch) ? matter($1) : 0) }
      if all < WitnessFinder.fewestWords { all = matter(sentence.tokens) }
      return matter(stretch) * 2 >= all
    }
  }
}

/// The distinct sentences of a story by their words.
private struct SentenceIndex: Sendable {
  struct Sentence {
    var report: Int
    var tokens: Range<Int>
    var clauses: [Range<Int>]

    /// Words of a clause that a stretch may leave out at one end, where it has more of it.
    static let mostLeft = 4

    /// A stretch grown to the ends of the clauses that it nearly fills.
    func rounded(_ stretch: Range<Int>) -> Range<Int> {
      var (low, high) = (stretch.lowerBound, stretch.upperBound)
      for clause in clauses where clause.overlaps(stretch) {
        let filled = clause.clamped(to: stretch).count
        if clause.contains(low), low - clause.lowerBound <= Self.mostLeft, low - clause.lowerBound < filled {
          low = clause.lowerBound
        }
        if clause.contains(high - 1), clause.upperBound - high <= Self.mostLeft, clause.upperBound - high < filled {
          high = clause.upperBound
        }
      }
      return low..<high
    }
  }

  private(set) var all: [Sentence] = []
  let amounts: StoryAmounts
  /// For each sentence, the reports that have it and where it begins there.
  private(set) var places: [[(report: Int, start: Int)]] = []
  private var sentencesOf: [[Int32]]

  init(story: Story, words: StoryWords) {
    sentencesOf = Array(repeating: [], count: words.weights.count)
    amounts = StoryAmounts(story)
    var known: [UInt64: Int] = [:]
    for (report, annotated) in story.reports.enumerated() {
      for statement in annotated.statements {
        let print = words.fingerprint(statement.tokens, of: report, placed: true)
        if let same = known[print] {
          places[same].append((report, statement.tokens.lowerBound))
          continue
        }
        known[print] = all.count
        for word in words.distinct(statement.tokens, of: report) { sentencesOf[Int(word)].append(Int32(all.count)) }
        all.append(Sentence(report: report, tokens: statement.tokens, clauses: statement.clauses))
        places.append([(report, statement.tokens.lowerBound)])
      }
    }
  }

  func postings(_ word: Int32) -> [Int32] { sentencesOf[Int(word)] }
}

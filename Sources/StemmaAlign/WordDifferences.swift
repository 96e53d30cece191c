import StemmaModel
import StemmaText

/// Compares each wording of a claim with the lemma, word by word: what it keeps, leaves out, adds and replaces.
///
/// Case, marks, articles and how a number is written are no differences. What stands in common between two differences is
/// kept only if it carries matter: "of the" left standing between changed words would say nothing.
struct WordDifferences {
  /// Cosine at which two words that stand for one another are called related. "bombs" and "explosives" have .5, words
  /// that only stand in one kind of text seldom more than .4.
  static let related = 0.45

  private let story: Story
  /// Numbers of the words of the claim at hand.
  private var numbers: [String: Int32] = [:]

  init(_ story: Story) {
    self.story = story
  }

  /// Sets the changes of every wording that is not the lemma's own.
  ///
  /// - Complexity: O(*n* *d*) in the words of a wording and its distance from the lemma, for each distinct wording.
  static func mark(_ claims: inout [Claim], of story: Story) {
    var differences = WordDifferences(story)
    for index in claims.indices { differences.mark(&claims[index]) }
  }

  private mutating func mark(_ claim: inout Claim) {
    guard claim.variants.count > 1 || claim.variants.first?.witnesses.first?.place != claim.lemmaPlace else { return }
    numbers.removeAll(keepingCapacity: true)
    let lemma = words(claim.lemmaPlace)
    for index in claim.variants.indices {
      guard let witness = claim.variants[index].witnesses.first, witness.place != claim.lemmaPlace else { continue }
      claim.variants[index].changes = changes(from: lemma, to: words(witness.place))
    }
  }

  // MARK: - Words

  /// The words of a passage: what each is compared by, and where it stands in the report's tokens.
  private struct Words {
    var report: Int
    var keys: [Int32] = []
    var tokens: [Int] = []
    /// The token after the last of the passage.
    var end = 0
  }

  private mutating func words(_ place: Place) -> Words {
    let report = story[place.report]
    var words = Words(report: place.report.index)
    var amounts = report.numbers[report.firstNumber(from: place.span.start)...]
    let tokens = report.tokenRange(of: place.span)
    words.end = tokens.upperBound
    for index in tokens where report.tokens[index].kind != .mark {
      let token = report.tokens[index]
      while let first = amounts.first, first.span.end <= token.span.start { amounts.removeFirst() }
      if let amount = amounts.first, amount.span.overlaps(token.span) {
        // "four" and "4" are the same; of "two hundred" the first word stands for all.
        guard token.span.start <= amount.span.start else { continue }
        words.keys.append(number(of: "#\(amount.value)"))
      } else {
        words.keys.append(number(of: token.key))
      }
      words.tokens.append(index)
    }
    return words
  }

  private mutating func number(of key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }

  private func isSmall(_ token: Int, of words: Words) -> Bool {
    FunctionWords.contains(story.reports[words.report].tokens[token].key)
  }

  private func isArticle(_ token: Int, of words: Words) -> Bool {
    switch story.reports[words.report].tokens[token].key {
    case "a", "an", "the": true
    default: false
    }
  }

  // MARK: - Runs

  private func changes(from lemma: Words, to here: Words) -> [Claim.Change] {
    var runs = ShortestEdit.runs(lemma.keys, here.keys)
    for index in runs.indices where !runs[index].isCommon {
      let trifles =
        lemma.tokens[runs[index].a].allSatisfy { isArticle($0, of: lemma) }
        && here.tokens[runs[index].b].allSatisfy { isArticle($0, of: here) }
      if trifles { runs[index].isCommon = true }
    }
    for index in runs.indices.dropFirst().dropLast() where runs[index].isCommon {
      let isLoose = !runs[index - 1].isCommon && !runs[index + 1].isCommon && runs[index].b.count <= 2
      if isLoose, here.tokens[runs[index].b].allSatisfy({ isSmall($0, of: here) }) { runs[index].isCommon = false }
    }
    var joined: [ShortestEdit.Run] = []
    for run in runs {
      if let last = joined.last, last.isCommon == run.isCommon {
        joined[joined.count - 1].a = last.a.lowerBound..<run.a.upperBound
        joined[joined.count - 1].b = last.b.lowerBound..<run.b.upperBound
      } else {
        joined.append(run)
      }
    }
    guard joined.contains(where: { !$0.isCommon }) else { return [] }
    return joined.map { change($0, lemma, here) }
  }

  private func change(_ run: ShortestEdit.Run, _ lemma: Words, _ here: Words) -> Claim.Change {
    let kind: Claim.Change.Kind =
      run.isCommon ? .kept : run.a.isEmpty ? .added : run.b.isEmpty ? .leftOut : .replaced
    return Claim.Change(
      kind, lemma: span(run.a, of: lemma), here: span(run.b, of: here),
      nature: kind == .replaced ? nature(run, lemma, here) : nil)
  }

  /// From the first to the last word of a run, with the rest of a number in several words and the marks that cling to them.
  private func span(_ run: Range<Int>, of words: Words) -> TextSpan? {
    guard let first = run.first, let last = run.last else { return nil }
    let report = story.reports[words.report]
    var low = words.tokens[first]
    var high = words.tokens[last]
    let limit = last + 1 < words.tokens.count ? words.tokens[last + 1] : words.end
    while high + 1 < limit, report.tokens[high + 1].kind != .mark || clings(high, report) { high += 1 }
    let floor = first > 0 ? words.tokens[first - 1] + 1 : low
    while low > floor, report.tokens[low - 1].kind == .mark, clings(low - 1, report), !clings(low - 2, report) {
      low -= 1
    }
    return TextSpan(report.tokens[low].span.start, report.tokens[high].span.end)
  }

  /// Whether the next token follows without a space.
  private func clings(_ token: Int, _ report: AnnotatedReport) -> Bool {
    token >= 0 && token + 1 < report.tokens.count
      && report.tokens[token].span.end == report.tokens[token + 1].span.start
  }

  private func nature(_ run: ShortestEdit.Run, _ lemma: Words, _ here: Words) -> Claim.Change.Nature? {
    let (a, b) = (story.reports[lemma.report], story.reports[here.report])
    if hasNumber(span(run.a, of: lemma), a), hasNumber(span(run.b, of: here), b) { return .number }
    let content = (
      lemma.tokens[run.a].filter { !isSmall($0, of: lemma) }, here.tokens[run.b].filter { !isSmall($0, of: here) }
    )
    guard content.0.count == 1, content.1.count == 1 else { return nil }
    let (old, new) = (a.tokens[content.0[0]].key, b.tokens[content.1[0]].key)
    if WordStem.of(old) == WordStem.of(new) { return .form }
    guard let x = WordVectors.direction(of: old), let y = WordVectors.direction(of: new),
      !a.tokens[content.0[0]].isName, !b.tokens[content.1[0]].isName
    else { return nil }
    return WordVectors.cosine(x, y) >= Self.related ? .related : nil
  }

  private func hasNumber(_ span: TextSpan?, _ report: AnnotatedReport) -> Bool {
    guard let span else { return false }
    let first = report.firstNumber(from: span.start)
    return first < report.numbers.count && report.numbers[first].span.overlaps(span)
  }
}

extension AnnotatedReport {
  /// The first of the numbers that ends after an offset.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func firstNumber(from offset: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

import StemmaModel
import StemmaText

/// Compares each wording of a claim with the lemma, word by word: what it keeps, leaves out, adds and replaces.
///
/// Case, marks, articles and how a number is written are no differences. What stands in common between two differences is
/// kept only if it carries matter: "of the" left standing between changed words would say nothing.
struct WordDifferences {
  /// Cosine at which two words that stand for one another are called related. By the table, "injured" and "wounded" have .50,
  /// "boats" and "vessels" .59; "quay" and "pier" .40, "police" and "soldiers" .29, "rose" and "fell" .17.
  static let related = 0.45

  /// For each report. A report itself is large: to take one up a thousand times would cost more than the comparing.
  private let tokens: [[Token]]
  private let amounts: [[NumberMention]]
  /// Numbers of the words of the claim at hand.
  private var numbers: [String: Int32] = [:]
  /// Of the numbered words, which carry no matter, and which are articles.
  private var isSmall: [Bool] = []
  private var isArticle: [Bool] = []
  /// What was found of two words before.
  private var natures: [Pair: Claim.Change.Nature?] = [:]

  private struct Pair: Hashable {
    var old: String
    var new: String
  }

  init(_ story: Story) {
    tokens = story.reports.map(\.tokens)
    amounts = story.reports.map(\.numbers)
  }

  /// Sets the changes of every wording that is not the lemma's own.
  ///
  /// - Complexity: O(*n* *d*) in the words of a wording and its distance from the lemma, for each distinct wording.
  static func mark(_ claims: inout [Claim], of story: Story) {
    let whole = WordDifferences(story)
    let unmarked = claims
    claims = Parallel.flatMap(claims.count, by: 64) { part in
      var differences = whole
      return part.map { differences.marked(unmarked[$0]) }
    }
  }

  private mutating func marked(_ claim: Claim) -> Claim {
    guard claim.variants.count > 1 || claim.variants.first?.witnesses.first?.place != claim.lemmaPlace else {
      return claim
    }
    numbers.removeAll(keepingCapacity: true)
    isSmall.removeAll(keepingCapacity: true)
    isArticle.removeAll(keepingCapacity: true)
    let lemma = words(claim.lemmaPlace)
    var claim = claim
    for index in claim.variants.indices {
      guard let witness = claim.variants[index].witnesses.first, witness.place != claim.lemmaPlace else { continue }
      claim.variants[index].changes = changes(from: lemma, to: words(witness.place))
    }
    return claim
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
    let report = place.report.index
    var words = Words(report: report)
    var at = tokens[report].first(endingAfter: place.span.start) { $0.span }
    var amount = amounts[report].first(endingAfter: place.span.start) { $0.span }
    while at < tokens[report].count, tokens[report][at].span.start < place.span.end {
      defer { at += 1 }
      guard tokens[report][at].kind != .mark else { continue }
      let span = tokens[report][at].span
      while amount < amounts[report].count, amounts[report][amount].span.end <= span.start { amount += 1 }
      if amount < amounts[report].count, amounts[report][amount].span.overlaps(span) {
        // "four" and "4" are the same; of "two hundred" the first word stands for all.
        guard span.start <= amounts[report][amount].span.start else { continue }
        words.keys.append(number(of: "#\(amounts[report][amount].value)"))
      } else {
        words.keys.append(number(of: tokens[report][at].key))
      }
      words.tokens.append(at)
    }
    words.end = at
    return words
  }

  private mutating func number(of key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count)
    numbers[key] = number
    isSmall.append(FunctionWords.contains(key))
    isArticle.append(key == "a" || key == "an" || key == "the")
    return number
  }

  // MARK: - Runs

  private mutating func changes(from lemma: Words, to here: Words) -> [Claim.Change] {
    var runs = ShortestEdit.runs(lemma.keys, here.keys)
    for index in runs.indices where !runs[index].isCommon {
      let trifles =
        lemma.keys[runs[index].a].allSatisfy { isArticle[Int($0)] }
        && here.keys[runs[index].b].allSatisfy { isArticle[Int($0)] }
      if trifles { runs[index].isCommon = true }
    }
    for index in runs.indices.dropFirst().dropLast() where runs[index].isCommon {
      let isLoose = !runs[index - 1].isCommon && !runs[index + 1].isCommon && runs[index].b.count <= 2
      if isLoose, here.keys[runs[index].b].allSatisfy({ isSmall[Int($0)] }) { runs[index].isCommon = false }
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

  private mutating func change(_ run: ShortestEdit.Run, _ lemma: Words, _ here: Words) -> Claim.Change {
    let kind: Claim.Change.Kind =
      run.isCommon ? .kept : run.a.isEmpty ? .added : run.b.isEmpty ? .leftOut : .replaced
    return Claim.Change(
      kind, lemma: span(run.a, of: lemma), here: span(run.b, of: here),
      nature: kind == .replaced ? nature(run, lemma, here) : nil)
  }

  /// From the first to the last word of a run, with the rest of a number in several words and the marks that cling to them.
  private func span(_ run: Range<Int>, of words: Words) -> TextSpan? {
    guard let first = run.first, let last = run.last else { return nil }
    let report = words.report
    var low = words.tokens[first]
    var high = words.tokens[last]
    let limit = last + 1 < words.tokens.count ? words.tokens[last + 1] : words.end
    while high + 1 < limit, tokens[report][high + 1].kind != .mark || clings(high, report) { high += 1 }
    let floor = first > 0 ? words.tokens[first - 1] + 1 : low
    while low > floor, tokens[report][low - 1].kind == .mark, clings(low - 1, report), !clings(low - 2, report) {
      low -= 1
    }
    return TextSpan(tokens[report][low].span.start, tokens[report][high].span.end)
  }

  /// Whether the next token follows without a space.
  private func clings(_ token: Int, _ report: Int) -> Bool {
    token >= 0 && token + 1 < tokens[report].count
      && tokens[report][token].span.end == tokens[report][token + 1].span.start
  }

  private mutating func nature(_ run: ShortestEdit.Run, _ lemma: Words, _ here: Words) -> Claim.Change.Nature? {
    if hasNumber(span(run.a, of: lemma), lemma.report), hasNumber(span(run.b, of: here), here.report) { return .number }
    let old = run.a.filter { !isSmall[Int(lemma.keys[$0])] }
    let new = run.b.filter { !isSmall[Int(here.keys[$0])] }
    guard old.count == 1, new.count == 1 else { return nil }
    return nature(tokens[lemma.report][lemma.tokens[old[0]]], tokens[here.report][here.tokens[new[0]]])
  }

  private mutating func nature(_ old: Token, _ new: Token) -> Claim.Change.Nature? {
    let pair = Pair(old: old.key, new: new.key)
    let isName = old.isName || new.isName
    if let known = natures[pair] { return known == .related && isName ? nil : known }
    var nature: Claim.Change.Nature?
    if WordStem.of(old.key) == WordStem.of(new.key) {
      nature = .form
    } else if let x = WordVectors.direction(of: old.key), let y = WordVectors.direction(of: new.key),
      WordVectors.cosine(x, y) >= Self.related
    {
      nature = .related
    }
    natures[pair] = .some(nature)
    return nature == .related && isName ? nil : nature
  }

  private func hasNumber(_ span: TextSpan?, _ report: Int) -> Bool {
    guard let span else { return false }
    let first = amounts[report].first(endingAfter: span.start) { $0.span }
    return first < amounts[report].count && amounts[report][first].span.overlaps(span)
  }
}

extension Array {
  /// The first element whose span ends after an offset, of elements in order.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func first(endingAfter offset: Int, _ span: (Element) -> TextSpan) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if span(self[middle]).end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

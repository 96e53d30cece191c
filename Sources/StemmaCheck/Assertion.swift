import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// One thing that is asserted, taken apart into what a passage must have to say the same.
struct Assertion {
  enum Kind {
    case word, name, amount, time, clock, ordinal
  }

  /// What a passage must have.
  struct Part {
    var kind: Kind
    /// In the claim's tokens.
    var tokens: [Int]
    /// Nats.
    var weight: Double
    /// Words without which nothing is of the claim: who, did what, to whom.
    var isCore = false
    /// In `amounts`, or in the claim's `times`.
    var index: Int?
    /// What is named.
    var entity: Entity.Kind?
  }

  let claim: AnnotatedReport
  let parts: [Part]
  let amounts: [QuantityMention]
  let tree: SentenceTree
  /// By whose word, where the claim says so.
  let attribution: Attribution?
  let mood: Markers.Mood
  /// Whether an odd number of words deny it.
  let isDenied: Bool
  /// Says that somebody denies something, or that something is false.
  let disowns: Bool
  let quantifier: Int?
  /// The part that the rest hangs on.
  let predicate: Int?
  /// Nothing but a judgement: no name, number or date, and a word that judges.
  let isOpinion: Bool
  /// "There were no casualties": one word is the whole of it.
  let isExistential: Bool

  var weight: Double { parts.reduce(0) { $0 + $1.weight } }

  /// What a part is called in an explanation.
  func words(_ part: Part) -> String {
    var runs: [Range<Int>] = []
    for token in part.tokens.sorted() {
      if let last = runs.last, last.upperBound == token {
        runs[runs.count - 1] = last.lowerBound..<(token + 1)
      } else {
        runs.append(token..<(token + 1))
      }
    }
    return runs.map { claim.report.reading(claim.span(of: $0)) }.joined(separator: " … ")
  }

  init(_ claim: AnnotatedReport, names: StoryNames, likeness: inout WordLikeness, parser: inout Parser) {
    self.claim = claim
    let tokens = claim.tokens
    var tree = SentenceTree(tokens.indices, of: claim, by: &parser)
    tree.keys = tokens.map(\.key)
    var spoken: [Int] = []
    // Who is meant by "she" the claim does not say.
    let told = claim.attributions.max { $0.content.length < $1.content.length }
    let isPronoun = told.map { Self.pronouns.contains($0.source.name.lowercased()) } ?? false
    attribution = isPronoun ? nil : told
    if isPronoun, let told {
      for span in [told.source.phrase, told.cueSpan].compactMap({ $0 }) where !told.content.overlaps(span) {
        for token in claim.tokenRange(of: span) { spoken.append(token) }
      }
    }
    var taken = [Bool](repeating: false, count: tokens.count)
    for token in spoken { taken[token] = true }
    var parts: [Part] = []
    // Who says so, and that he says so, is no part of what is said.
    if let attribution {
      for span in [attribution.source.phrase ?? attribution.source.mention, attribution.cueSpan].compactMap({ $0 }) {
        for token in claim.tokenRange(of: span)
        where !attribution.content.contains(tokens[token].span)
          && (span != attribution.cueSpan || Self.isPlainCue(tokens[token].key))
        { taken[token] = true }
      }
      if attribution.source.phrase == nil, attribution.source.mention == nil {
        for name in claim.names
        where name.entity == attribution.source.entity && !attribution.content.contains(name.span) {
          for token in claim.tokenRange(of: name.span) { taken[token] = true }
        }
      }
    }
    for (index, time) in claim.times.enumerated() {
      let range = claim.tokenRange(of: time.span)
      guard !range.contains(where: { taken[$0] }), time.moment != nil || time.weekday != nil else { continue }
      for token in range { taken[token] = true }
      parts.append(Part(kind: .time, tokens: Array(range), weight: 3, index: index))
    }
    for token in tokens.indices where !taken[token] && tokens[token].kind == .number {
      guard ClockTime.minute(at: token, in: tokens) != nil else { continue }
      taken[token] = true
      if token + 1 < tokens.count, ["am", "pm"].contains(tokens[token + 1].key) { taken[token + 1] = true }
      parts.append(Part(kind: .clock, tokens: [token], weight: 3))
    }
    amounts = Amounts.all(of: claim, in: TextSpan(0, claim.report.original.utf8.count))
    for (index, amount) in amounts.enumerated() {
      let number = claim.tokenRange(of: amount.number)
      guard !number.contains(where: { taken[$0] }) else { continue }
      var own = Array(number)
      if let span = amount.comparatorSpan { own += claim.tokenRange(of: span) }
      if let span = amount.unitSpan, amount.kind != .count && amount.kind != .number {
        own += claim.tokenRange(of: span)
      }
      for token in own where token < taken.count { taken[token] = true }
      for token in claim.tokenRange(of: amount.span) where Self.anybody.contains(tokens[token].key) {
        taken[token] = true
      }
      parts.append(Part(kind: .amount, tokens: own.sorted(), weight: 4, index: index))
    }
    for name in claim.names {
      let range = claim.tokenRange(of: name.span).filter { !taken[$0] && tokens[$0].kind != .mark }
      let own = range.filter { !FunctionWords.contains(tokens[$0].key) && !Self.titles.contains(tokens[$0].key) }
      guard !own.isEmpty else { continue }
      for token in range { taken[token] = true }
      parts.append(
        Part(
          kind: .name, tokens: own, weight: 3,
          entity: names.kind(of: own.map { tokens[$0].key }) ?? claim.entities[name.entity].kind))
    }
    // A name that only the story knows as one, or a claim in lower case.
    var token = 0
    while token < tokens.count {
      guard !taken[token], tokens[token].kind == .word, names.isName(tokens[token].key),
        !FunctionWords.contains(tokens[token].key)
      else {
        token += 1
        continue
      }
      var end = token
      while end < tokens.count, !taken[end], tokens[end].kind == .word, names.isName(tokens[end].key) { end += 1 }
      let own = Array(token..<end).filter {
        !Self.titles.contains(tokens[$0].key) && !FunctionWords.contains(tokens[$0].key)
      }
      for index in token..<end { taken[index] = true }
      if !own.isEmpty {
        parts.append(
          Part(kind: .name, tokens: own, weight: 3, entity: names.kind(of: own.map { tokens[$0].key }) ?? .other))
      }
      token = end
    }
    for token in tokens.indices where !taken[token] && tokens[token].kind != .mark {
      let key = tokens[token].key
      if tokens[token].kind == .number {
        parts.append(Part(kind: .ordinal, tokens: [token], weight: 3))
        continue
      }
      if Self.ordinals.contains(key) { parts.append(Part(kind: .ordinal, tokens: [token], weight: 3)); continue }
      guard !FunctionWords.contains(key), !Self.light.contains(key), !Markers.denies(key), key.utf8.count > 1 else {
        continue
      }
      // What only says how sure it is, or whether it was, is compared as such.
      if let mood = Markers.mood(of: key), mood <= .future { continue }
      parts.append(Part(kind: .word, tokens: [token], weight: likeness.weight(of: key)))
    }
    parts.sort { $0.tokens[0] < $1.tokens[0] }
    var partOf = [Int?](repeating: nil, count: tokens.count)
    for (index, part) in parts.enumerated() { for token in part.tokens { partOf[token] = index } }
    // The predicate: the root, or what it leads to where the root itself is light or is the cue.
    var at = tree.root
    var steps = 0
    while let current = at, partOf[current].map({ parts[$0].kind }) != .word, steps < 4 {
      at =
        tree.dependents(of: current).first {
          [.ccomp, .xcomp, .parataxis].contains(tree.relation($0))
        } ?? tree.dependents(of: current).first { [.obj, .obl].contains(tree.relation($0)) && partOf[$0] != nil }
      steps += 1
    }
    predicate = at.flatMap { partOf[$0] }
    if let at, let own = partOf[at] {
      parts[own].isCore = true
      for dependent in tree.dependents(of: at)
      where [.nsubj, .nsubjPass, .obj, .xcomp].contains(tree.relation(dependent)) {
        if let index = partOf[dependent], parts[index].kind == .word { parts[index].isCore = true }
      }
    }
    self.parts = parts
    self.tree = tree
    let cue = attribution?.cueSpan
    let content = tokens.indices.filter { !(cue?.contains(tokens[$0].span) ?? false) }
    let moods = content.compactMap { Self.mood(at: $0, in: claim) }
    mood = moods.max() ?? .plain
    isDenied = content.count(where: { Self.isDenial(at: $0, in: tokens, 0..<tokens.count) }) % 2 == 1
    disowns = tokens.contains { Markers.disowns($0.key) }
    quantifier = content.compactMap { Markers.quantifier(tokens[$0].key) }.max()
    let judges = tokens.contains { JudgingWords.contains($0.key) || Self.judging.contains($0.key) }
    isExistential = tokens.first?.key == "there"
    isOpinion = judges && !parts.contains { $0.kind != .word } && parts.count <= 4
  }

  /// A word that denies what follows it, and is not the empty part of an idiom.
  static func isDenial(at token: Int, in tokens: [Token], _ region: Range<Int>) -> Bool {
    let next = token + 1 < tokens.count ? tokens[token + 1].key : ""
    if Markers.deniesDeed(tokens[token].key) { return next == "to" }
    return Markers.denies(tokens[token].key) && !Markers.isEmpty(tokens[token].key, before: next)
  }

  /// That of a word which is no month or name.
  static func mood(at token: Int, in report: AnnotatedReport) -> Markers.Mood? {
    guard let mood = Markers.mood(of: report.tokens[token].key) else { return nil }
    guard report.tokens[token].key == "may" else { return mood }
    return report.tokens[token].isName || report.times.contains { $0.span.overlaps(report.tokens[token].span) }
      ? nil : mood
  }

  static let pronouns: Set<String> = ["he", "she", "they", "it", "we", "i", "who", "you", "one"]

  static func isPlainCue(_ key: String) -> Bool { plainCues.contains(key) || FunctionWords.contains(key) }

  private static let plainCues: Set<String> = [
    "said", "says", "say", "saying", "told", "tells", "tell", "stated", "states", "according", "added", "adds",
    "reported",
    "reports", "announced", "announces", "noted", "notes", "explained", "explains", "claimed", "claims", "wrote",
    "remarked",
    "declared", "affirmed", "stressed", "quoted", ":", "to",
  ]
  /// Say nothing by themselves of what was done.
  static let light: Set<String> = [
    "took", "take", "takes", "taken", "place", "happened", "happen", "happens", "occurred", "occur", "occurs", "got",
    "get",
    "gets", "made", "make", "makes", "there", "one", "people", "person", "persons", "mr", "mrs", "ms", "dr",
    "include", "includes", "included", "including", "mark", "marks", "marked", "voice", "voiced", "voices", "let",
    "lets",
    "come", "comes", "came", "speak", "speaks", "spoke", "really", "actually", "indeed", "new", "late", "early", "also",
    "have", "number",
  ]
  private static let anybody: Set<String> = ["people", "persons", "person", "individuals"]
  static let titles: Set<String> = [
    "president", "minister", "prime", "premier", "chancellor", "mayor", "governor", "senator", "mr", "mrs", "ms", "dr",
    "sir",
    "professor", "general", "colonel", "captain", "king", "queen", "prince", "judge", "chief", "secretary",
    "commissioner",
    "opposition", "leader", "engineer", "spokesman", "spokeswoman", "pm",
  ]
  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "last", "only", "twice", "once", "half", "double", "triple", "quarter",
  ]
  /// Adjectives that judge, beyond those a report lays to somebody.
  static let judging: Set<String> = [
    "terrible", "horrible", "awful", "good", "bad", "great", "wonderful", "best", "worst", "beautiful", "ugly",
    "stupid", "wrong",
    "right", "sad", "tragic", "disgrace", "disgraceful", "shame", "amazing", "brilliant", "excellent", "fantastic",
    "boring",
    "ridiculous", "evil", "nice", "lovely", "incredible", "unbelievable", "scandal", "scandalous", "deserve",
    "deserved", "deserves",
    "better", "worse", "overrated", "unfortunate", "impressive", "embarrassing", "important", "interesting",
  ]
}

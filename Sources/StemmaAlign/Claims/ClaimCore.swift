import StemmaModel

/// What most wordings of a claim say: the words by which it is found again.
struct ClaimCore {
  /// With what each brings, in nats; the nearest fellows of its words bring a part of it.
  private(set) var values: [(word: Int32, value: Double)]
  /// The sum over its own words.
  private(set) var weight: Double
  /// The words of the core without which nothing is of the claim, as places in `values`: those that nearly all of several
  /// wordings have.
  private(set) var essential: [Int]
  /// For each word of `values` its own word's place: a word and its fellows bring their part once.
  private(set) var sources: [Int]

  /// The share of the wordings that has a word of the core.
  static let leastShare = 0.6
  /// That of an essential word, and the wordings it takes to tell.
  static let essentialShare = 0.85
  static let tellingWordings = 3.0
  /// What a fellow brings of the word it stands in for, by its likeness.
  static let fellowShare = 0.8
  /// Wordings that speak for a claim: of more, the first.
  static let mostWordings = 64

  init(of witnesses: [ClaimDraft.Witness], words: StoryWords) {
    var profile: ClaimProfile?
    var seen: Set<[Int32]> = []
    for witness in witnesses where seen.count < Self.mostWordings {
      let own = words.distinct(witness.tokens, of: witness.report)
      guard !own.isEmpty, seen.insert(own).inserted else { continue }
      let wording = ClaimProfile(words: own, weight: words.weight(own), amounts: [], isNegated: false)
      if profile == nil { profile = wording } else { profile!.join(wording, words: words) }
    }
    (values, sources, essential, weight) = ([], [], [], 0)
    guard let profile else { return }
    for index in profile.words.indices where profile.share(index) >= Self.leastShare {
      let word = profile.words[index]
      let value = words.weights[Int(word)] * profile.share(index)
      if profile.wordings >= Self.tellingWordings, profile.share(index) >= Self.essentialShare {
        essential.append(values.count)
      }
      values.append((word, value))
      sources.append(sources.count)
      weight += value
    }
    let own = values.count
    let known = Set(values.map(\.word))
    var added: Set<Int32> = []
    for source in 0..<own {
      for fellow in words.synonyms.fellows[Int(values[source].word)]
      where !known.contains(fellow.word) && added.insert(fellow.word).inserted {
        values.append((fellow.word, values[source].value * fellow.likeness * Self.fellowShare))
        sources.append(source)
      }
    }
  }
}

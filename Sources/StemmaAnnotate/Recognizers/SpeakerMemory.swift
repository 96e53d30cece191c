import StemmaModel

/// Who spoke last, to whom and through what: what pronouns and quotations without a tag refer to.
struct SpeakerMemory {
  struct Speaker {
    var source: Draft.SourceDraft
    var addressee: String?
    var channel: [(String, Range<Int>)] = []
    var attribution: Int?
    var passage: Int
  }

  /// How many passages back a speaker can be meant by "he".
  private static let reach = 4
  private static let singular: Set<Source.Kind> = [.person, .reporter, .unnamed, .agency]

  private(set) var lastSpeaker: Speaker?
  private var lastPerson: Speaker?
  private var lastMany: Speaker?
  private var lastBody: Speaker?
  private var passage = 0

  mutating func enter(_ sentence: Sentence, _ text: SegmentedText, _ book: EntityBook) {
    passage = sentence.passage
    if let mention = book.mention(at: sentence.lexemes.lowerBound) ?? titled(sentence, book),
      book.entities[mention.entity].kind == .organization
    {
      let source = Draft.SourceDraft(
        kind: .organization, name: book.entities[mention.entity].name, mention: nil, entity: mention.entity)
      lastBody = Speaker(source: source, passage: passage)
    }
    // A person who is the subject of a sentence can be meant by the next "he".
    if let mention = book.mention(at: sentence.lexemes.lowerBound) ?? titled(sentence, book),
      book.entities[mention.entity].kind == .person
    {
      let entry = book.entities[mention.entity]
      let source = Draft.SourceDraft(kind: .person, name: entry.name, mention: nil, entity: mention.entity)
      if lastPerson?.source.entity != mention.entity {
        lastPerson = Speaker(source: source, passage: passage)
      } else {
        lastPerson?.passage = passage
      }
    }
  }

  private func titled(_ sentence: Sentence, _ book: EntityBook) -> EntityBook.Mention? {
    for at in sentence.lexemes.prefix(5) {
      if let mention = book.mention(at: at), mention.from <= sentence.lexemes.lowerBound + 1 { return mention }
    }
    return nil
  }

  /// A speaker named earlier in the same sentence.
  mutating func heard(_ source: Draft.SourceDraft) {
    remember(Speaker(source: source, addressee: nil, attribution: nil, passage: passage), isSame: false)
  }

  mutating func spoke(
    _ event: AttributionRecognizer.Event, attribution: Int, passage: Int, _ attributions: [Draft.AttributionDraft]
  ) {
    guard !event.isNested else { return }
    let draft = attributions[attribution]
    let channel = Array(zip(draft.channel, draft.channelRanges)).map { ($0, $1) }
    let carries = draft.source.name == lastSpeaker?.source.name ? lastSpeaker?.addressee : nil
    remember(
      Speaker(
        source: draft.source, addressee: draft.addressee ?? carries, channel: channel, attribution: attribution,
        passage: passage),
      isSame: true)
  }

  private mutating func remember(_ speaker: Speaker, isSame: Bool) {
    switch speaker.source.kind {
    case .person, .reporter: lastPerson = speaker
    case .unnamed: if speaker.source.isPlural { lastMany = speaker } else { lastPerson = speaker }
    case .organization, .agency, .document: lastBody = speaker
    }
    if isSame { lastSpeaker = speaker }
  }

  /// A paragraph "according to …" is the channel of what was said before it.
  mutating func relayLast(
    _ relay: AttributionRecognizer.Event, _ text: SegmentedText, _ attributions: inout [Draft.AttributionDraft]
  ) {
    guard let last = lastSpeaker?.attribution, let spoken = lastSpeaker?.passage, passage - spoken <= 1 else { return }
    let name = text.words(relay.source.lexemes)
    let range = text.bytesOf(relay.source.lexemes)
    attributions[last].channel.append(name)
    attributions[last].channelRanges.append(range)
    lastSpeaker?.channel.append((name, range))
    lastPerson?.channel.append((name, range))
  }

  /// Whether a speaker spoke a moment ago.
  func isNear(_ speaker: Speaker) -> Bool { passage - speaker.passage <= 2 }

  func speaker(
    for pronoun: String, _ event: AttributionRecognizer.Event, _ text: SegmentedText, _ book: EntityBook
  ) -> (Draft.SourceDraft, String?, [(String, Range<Int>)], Bool)? {
    func near(_ speaker: Speaker?) -> Speaker? { speaker.flatMap { passage - $0.passage <= Self.reach ? $0 : nil } }
    func fits(_ speaker: Speaker) -> Bool {
      guard let entity = speaker.source.entity, let gender = book.entities[entity].gender else { return true }
      return pronoun != "he" && pronoun != "she" || (gender == .male) == (pronoun == "he")
    }
    let chosen: Speaker?
    switch pronoun {
    case "he", "she", "i":
      // The later of the two; both are the same most of the time.
      var best: Speaker?
      for candidate in [near(lastPerson), near(lastSpeaker)] {
        guard let candidate, fits(candidate), Self.singular.contains(candidate.source.kind), !candidate.source.isPlural
        else { continue }
        if best == nil || candidate.passage > best!.passage { best = candidate }
      }
      chosen = best
    case "they", "we": chosen = near(lastMany) ?? near(lastBody)
    default: chosen = near(lastBody)
    }
    return chosen.map { ($0.source, $0.addressee, $0.channel, true) }
  }
}

import StemmaModel

/// Who spoke last, to whom and through what: what pronouns and quotations without a tag refer to.
struct SpeakerMemory {
  struct Speaker {
    var source: Draft.SourceDraft
    var addressee: String?
    var channel: [(String, Range<Int>)] = []
    var attribution: Int?
    var passage: Int
    /// The lexeme that names it.
    var place = -1
  }

  /// How many passages back a speaker can be meant by "he".
  private static let reach = 4
  /// How many people are kept in mind.
  private static let mostPeople = 6
  private static let singular: Set<Source.Kind> = [.person, .reporter, .unnamed, .agency]

  private(set) var lastSpeaker: Speaker?
  /// Speakers and subjects of sentences, the last named last; each person stands once.
  private var people: [Speaker] = []
  /// Whoever was named last in any other place: "I reached Roe at home".
  private var lastNamed: Speaker?
  private var lastMany: Speaker?
  private var lastBody: Speaker?
  private var passage = 0
  /// What pronouns have shown.
  private var genders: [Int: EntityBook.Gender] = [:]

  // MARK: who is named

  /// Notes the subjects of a sentence before anything is said in it.
  mutating func enter(_ sentence: Sentence, _ text: SegmentedText, _ book: EntityBook, quoteOf: [Int]) {
    passage = sentence.passage
    if let mention = book.mention(at: sentence.lexemes.lowerBound) ?? titled(sentence, book),
      book.entities[mention.entity].kind == .organization
    {
      let source = Draft.SourceDraft(
        kind: .organization, name: book.entities[mention.entity].name, mention: nil, entity: mention.entity)
      lastBody = Speaker(source: source, passage: passage)
    }
    var hasVerb = false
    var at = sentence.lexemes.lowerBound
    while at < sentence.lexemes.upperBound {
      guard quoteOf[at] < 0 else {
        at += 1
        continue
      }
      if let mention = book.mention(at: at) {
        if isPersonLike(mention, text, book),
          !text.lexemes[mention.lexemes.upperBound - 1].shape.contains(.possessive)
        {
          let entry = book.entities[mention.entity]
          let source = Draft.SourceDraft(kind: .person, name: entry.name, mention: nil, entity: mention.entity)
          let person = Speaker(source: source, passage: passage, place: mention.lexemes.lowerBound)
          if isSubject(mention, sentence, text, book, hasVerb) { remember(person) } else { lastNamed = person }
        }
        at = max(at + 1, mention.lexemes.upperBound)
        continue
      }
      let word = text.lexemes[at]
      if word.kind == .word, !word.isCapital, !word.word.isDisjoint(with: .finite) || word.key.hasSuffix("ed") {
        hasVerb = true
      }
      at += 1
    }
  }

  private func titled(_ sentence: Sentence, _ book: EntityBook) -> EntityBook.Mention? {
    for at in sentence.lexemes.prefix(5) {
      if let mention = book.mention(at: at), mention.from <= sentence.lexemes.lowerBound + 1 { return mention }
    }
    return nil
  }

  /// Whether a person stands where a subject does: at the head of a clause, or behind an opening phrase.
  private func isSubject(
    _ mention: EntityBook.Mention, _ sentence: Sentence, _ text: SegmentedText, _ book: EntityBook, _ hasVerb: Bool
  ) -> Bool {
    let before = mention.from - 1
    let after = mention.lexemes.upperBound
    let isDoer =
      !text.isCapital(after) && !text.word(after).isDisjoint(with: .finite) || text.key(after).hasSuffix("ed")
    if book.entities[mention.entity].kind != .person, !isDoer { return false }
    guard before >= sentence.lexemes.lowerBound else { return true }
    let lead = text.lexemes[before]
    if lead.kind == .mark {
      if lead.mark != .comma { return true }
      // Behind a comma: "In Northport the minister, Jane Roe, met" but not "she met the minister, Jane Roe".
      return !hasVerb || isDoer
    }
    if lead.word.contains(.determiner), !hasVerb {
      return text.word(before - 1).isDisjoint(with: .preposition) || before == sentence.lexemes.lowerBound
    }
    if !lead.word.isDisjoint(with: [.conjunction, .subordinator, .weekday, .timeWord]) {
      return true
    }
    if before == sentence.lexemes.lowerBound { return lead.word.isDisjoint(with: [.preposition, .auxiliary]) }
    // "his daughter Mina", "In Northport Jane Roe"
    return !hasVerb
      && (!lead.word.isDisjoint(with: [.relation, .title, .female, .male]) || book.mention(at: before) != nil)
  }

  /// A person, or words that may well be one's name.
  private func isPersonLike(_ mention: EntityBook.Mention, _ text: SegmentedText, _ book: EntityBook) -> Bool {
    let entry = book.entities[mention.entity]
    return entry.kind == .person
      || entry.kind == .other && entry.mayBePerson
        && text.key(mention.lexemes.lowerBound - 1) != "the"
  }

  /// A speaker named earlier in the same sentence.
  mutating func heard(_ source: Draft.SourceDraft, at place: Int) {
    keep(Speaker(source: source, addressee: nil, attribution: nil, passage: passage, place: place))
  }

  mutating func spoke(
    _ event: AttributionRecognizer.Event, attribution: Int, passage: Int, _ attributions: [Draft.AttributionDraft]
  ) {
    guard !event.isNested else { return }
    let draft = attributions[attribution]
    let channel = Array(zip(draft.channel, draft.channelRanges)).map { ($0, $1) }
    let carries = draft.source.name == lastSpeaker?.source.name ? lastSpeaker?.addressee : nil
    let speaker = Speaker(
      source: draft.source, addressee: draft.addressee ?? carries, channel: channel, attribution: attribution,
      passage: passage, place: event.source.lexemes.lowerBound)
    keep(speaker)
    lastSpeaker = speaker
    if let entity = draft.source.entity, let pronoun = event.source.pronoun, pronoun == "he" || pronoun == "she" {
      genders[entity] = genders[entity] ?? (pronoun == "he" ? .male : .female)
    }
  }

  private mutating func keep(_ speaker: Speaker) {
    switch speaker.source.kind {
    case .person, .reporter: remember(speaker)
    case .unnamed: if speaker.source.isPlural { lastMany = speaker } else { remember(speaker) }
    case .organization, .agency, .document: lastBody = speaker
    }
  }

  /// Of one person the last hearer and channel stay known.
  private mutating func remember(_ speaker: Speaker) {
    var speaker = speaker
    if let known = people.lastIndex(where: {
      $0.source.entity == speaker.source.entity && $0.source.name == speaker.source.name
    }) {
      if speaker.attribution == nil {
        speaker.addressee = people[known].addressee
        speaker.channel = people[known].channel
        speaker.attribution = people[known].attribution
      }
      people.remove(at: known)
    }
    people.append(speaker)
    if people.count > Self.mostPeople { people.removeFirst() }
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
    for person in people.indices where people[person].attribution == last {
      people[person].channel.append((name, range))
    }
  }

  // MARK: who is meant

  /// Whether a speaker spoke a moment ago.
  func isNear(_ speaker: Speaker) -> Bool { passage - speaker.passage <= 2 }

  /// Whom a pronoun means: the person named last before it whose gender it does not gainsay.
  func speaker(
    for pronoun: String, _ event: AttributionRecognizer.Event, _ text: SegmentedText, _ book: EntityBook
  ) -> (Draft.SourceDraft, String?, [(String, Range<Int>)])? {
    func near(_ speaker: Speaker?) -> Speaker? { speaker.flatMap { passage - $0.passage <= Self.reach ? $0 : nil } }
    let chosen: Speaker?
    switch pronoun {
    case "he", "she", "i":
      chosen =
        people.last {
          near($0) != nil && $0.place < event.source.lexemes.lowerBound && fits($0, pronoun, book)
            && Self.singular.contains($0.source.kind) && !$0.source.isPlural
        }
        ?? lastNamed.flatMap {
          passage - $0.passage <= 1 && $0.place < event.source.lexemes.lowerBound && fits($0, pronoun, book) ? $0 : nil
        }
    case "they", "we": chosen = near(lastMany) ?? near(lastBody)
    default: chosen = near(lastBody)
    }
    return chosen.map { ($0.source, $0.addressee, $0.channel) }
  }

  private func fits(_ speaker: Speaker, _ pronoun: String, _ book: EntityBook) -> Bool {
    guard pronoun != "i", let entity = speaker.source.entity,
      let gender = book.entities[entity].gender ?? genders[entity]
    else { return true }
    return (gender == .male) == (pronoun == "he")
  }

  /// The body that was the subject or speaker a moment ago: what "the company" means.
  func body(_ book: EntityBook) -> Draft.SourceDraft? {
    guard let lastBody, passage - lastBody.passage <= 1, lastBody.source.kind == .organization,
      let entity = lastBody.source.entity, !book.entities[entity].isAgency
    else { return nil }
    return lastBody.source
  }

  /// The one person named in this passage and the one before: what "the 34-year-old" means.
  func onlyPerson(before place: Int) -> Draft.SourceDraft? {
    let near = people.filter { passage - $0.passage <= 1 && $0.place < place }
    guard near.count == 1, near[0].source.kind == .person else { return nil }
    return near[0].source
  }
}

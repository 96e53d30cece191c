import StemmaModel

/// How the cues of a sentence belong together: who passes on whose words, to whom, and through what.
extension AttributionRecognizer {
  func loneRelay(_ events: [Event], _ sentence: Range<Int>) -> Event? {
    guard events.count == 1, let event = events.first, event.isRelay, event.content.isEmpty,
      event.tag.count >= sentence.count - 2
    else { return nil }
    return event
  }

  func settle(_ events: inout [Event], _ sentence: Range<Int>, _ memory: inout SpeakerMemory) {
    // Pronouns, in order: a speaker named in the sentence is known to the pronouns behind it.
    var known = memory
    for at in events.indices {
      if let pronoun = events[at].source.pronoun {
        guard let (source, addressee, channel) = known.speaker(for: pronoun, events[at], text, book) else { continue }
        events[at].source.source = Draft.SourceDraft(
          kind: source.kind, name: source.name, mention: nil, entity: source.entity)
        if events[at].addressee == nil {
          events[at].carriedAddressee = addressee
          if events[at].channel.isEmpty { events[at].carriedChannel = channel }
        }
      } else if let source = meant(by: events[at], known) {
        events[at].source.source.name = source.name
        events[at].source.source.kind = source.kind
        events[at].source.source.entity = source.entity
      } else if !events[at].isRelay {
        known.heard(events[at].source.source, at: events[at].source.lexemes.lowerBound)
      }
    }
    for at in events.indices {
      // "…, but Roe said": the words of the speaker before end here.
      for outer in 0..<at
      where events[outer].place == .before && events[outer].content.contains(events[at].tag.lowerBound) {
        let conjunction = events[at].tag.lowerBound - 1
        guard ["but", "while", "although", "though", "whereas", "and"].contains(text.key(conjunction)),
          text.mark(conjunction - 1) == .comma
        else { continue }
        events[outer].content =
          events[outer].content.lowerBound..<trimmed(events[outer].content.lowerBound, conjunction)
      }
      // "Roe warned of war, the paper said": the tag behind is no part of the words before it.
      for outer in 0..<at where events[outer].place == .before && events[at].place == .after && !events[at].isRelay {
        guard events[outer].content.contains(events[at].tag.lowerBound),
          events[outer].content.lowerBound < events[at].tag.lowerBound,
          events[at].tag.upperBound >= events[outer].content.upperBound
        else { continue }
        let start = events[outer].content.lowerBound
        events[outer].content = start..<max(start + 1, trimmed(start, events[at].tag.lowerBound))
      }
      // "The readout said, 'Roe stated that …'": Roe said it, the readout passes it on.
      let kind = events[at].source.source.kind
      if kind == .document || kind == .agency, events[at].place == .before,
        let first = events[at].content.first(where: { text.lexemes[$0].kind != .mark }), quoteOf[first] >= 0,
        let mention = book.mention(at: first),
        book.entities[mention.entity].kind == .person, !text.word(mention.lexemes.upperBound).isDisjoint(with: .says)
      {
        events[at].channelNames.append(text.words(events[at].source.lexemes))
        events[at].channel.append(events[at].source.lexemes)
        events[at].source.source = Draft.SourceDraft(
          kind: .person, name: book.entities[mention.entity].name, mention: text.bytesOf(mention.lexemes),
          entity: mention.entity)
      }
    }
    // Whoever passes words on is the channel of the one who said them.
    let speakers = events.indices.filter {
      !events[$0].isRelay && events[$0].source.source.kind != .agency && events[$0].source.source.kind != .document
    }
    var dropped: Set<Int> = []
    for at in events.indices where !speakers.contains(at) {
      let inner = speakers.filter {
        events[at].place == .before
          ? events[$0].cue.lowerBound > events[at].cue.lowerBound && events[at].isRelay == false
            || events[at].isRelay && events[$0].cue.lowerBound < events[at].cue.lowerBound
            || events[at].isRelay && events[at].tag.lowerBound <= sentence.lowerBound + 1
          : events[$0].cue.lowerBound < events[at].cue.lowerBound
      }
      guard let speaker = inner.last else { continue }
      // "Roe said, citing doctors": the doctors are the source, Roe passes it on.
      if text.key(events[at].cue.lowerBound) == "citing" {
        events[at].channelNames.append(events[speaker].source.source.name)
        events[at].content = events[speaker].content
        continue
      }
      for speaker in inner {
        events[speaker].channelNames.append(text.words(events[at].source.lexemes))
        events[speaker].channel.append(events[at].source.lexemes)
      }
      dropped.insert(at)
    }
    for at in events.indices where !dropped.contains(at) {
      // One speaker in one sentence uses one channel.
      if events[at].channel.isEmpty,
        let earlier = events[..<at].last(where: {
          $0.source.source.name == events[at].source.source.name && !$0.channel.isEmpty
        })
      {
        events[at].channelNames = earlier.channelNames
        events[at].channel = earlier.channel
      }
      // Speech within speech: the inner words belong to both.
      if let outer = events.indices.first(where: {
        $0 < at && !dropped.contains($0) && events[$0].content.contains(events[at].cue.lowerBound)
          && events[$0].place == .before && events[at].place == .before
      }) {
        events[at].isNested = true
        if events[outer].source.source.name != events[at].source.source.name {
          events[at].channelNames.append(events[outer].source.source.name)
        }
      }
      if events[at].addressee == nil, events[at].carriedAddressee == nil {
        events[at].addressee = partner(
          in: sentence.lowerBound..<sentence.upperBound, notes: events[at].source.source.entity)
      }
      if events[at].isInTurn, events[at].addressee == nil, let last = memory.lastSpeaker,
        last.source.entity != events[at].source.source.entity
      {
        events[at].carriedAddressee = last.source.name
      }
      if let opening = openingChannel(sentence, events[at]) ?? laterChannel(sentence, events[at]) {
        events[at].channelNames.append(text.words(opening))
        events[at].channel.append(opening)
      }
      // What speaks for others is itself the way their words came.
      if [.agency, .document].contains(events[at].source.source.kind), events[at].channel.isEmpty,
        events[at].source.pronoun == nil
      {
        events[at].channelNames.append(text.words(events[at].source.lexemes))
        events[at].channel.append(events[at].source.lexemes)
      }
      // The same speaker goes on: to the same hearer, through the same channel.
      if let last = memory.lastSpeaker, last.source.name == events[at].source.source.name, memory.isNear(last),
        !events[at].isNested
      {
        if events[at].addressee == nil, events[at].carriedAddressee == nil {
          events[at].carriedAddressee = last.addressee
        }
        if events[at].channel.isEmpty, events[at].carriedChannel.isEmpty { events[at].carriedChannel = last.channel }
      }
    }
    events = events.indices.filter { !dropped.contains($0) }.map { events[$0] }
  }

  /// "the company", "the 34-year-old": the body or person that the report has just named.
  private func meant(by event: Event, _ memory: SpeakerMemory) -> Draft.SourceDraft? {
    let phrase = event.source.lexemes
    guard event.source.source.entity == nil, (2...4).contains(phrase.count), text.key(phrase.lowerBound) == "the",
      !event.isRelay
    else { return nil }
    let head = text.lexemes[phrase.upperBound - 1]
    if phrase.count == 2, head.word.contains(.bodyRole) { return memory.body(book) }
    if head.key.hasSuffix("-year-old") || head.word.isEmpty && isAgent(head.key) {
      return memory.onlyPerson(before: phrase.lowerBound)
    }
    return nil
  }

  /// "smuggler", "lock-keeper", "violinist": nouns for who does something.
  private func isAgent(_ key: WordKey) -> Bool {
    key.utf8.count > 5 && ["er", "or", "ist", "man", "woman"].contains { key.hasSuffix($0) }
  }

  /// "met with Jane Roe", "during a meeting with Jane Roe", "talks with Jane Roe": whom the speaker spoke to.
  func partner(in range: Range<Int>, notes speaker: Int? = nil) -> String? {
    for at in range
    where ["met", "meeting", "talks", "meets", "talk", "conversation", "call"].contains(text.key(at)) && quoteOf[at] < 0
    {
      var with = at + 1
      while with < min(range.upperBound, at + 5), text.key(with) != "with" { with += 1 }
      guard text.key(with) == "with", with < range.upperBound else { continue }
      for next in with + 1..<max(with + 1, min(range.upperBound, with + 8)) {
        if text.lexemes[next].kind == .mark && text.mark(next) != .stop { break }
        if let mention = book.mention(at: next), book.entities[mention.entity].kind == .person {
          if mention.entity != speaker,
            text.mark(mention.lexemes.upperBound) != .comma
              || text.key(at - 1) != "before" && text.key(at - 1) != "after"
          {
            return book.entities[mention.entity].name
          }
          break
        }
      }
    }
    return nil
  }

  /// "denied the claims in a statement Thursday"
  func laterChannel(_ sentence: Range<Int>, _ event: Event) -> Range<Int>? {
    guard !event.isRelay, event.channel.isEmpty, event.place == .before else { return nil }
    for at in event.cue.upperBound..<max(event.cue.upperBound, min(sentence.upperBound, event.cue.upperBound + 40)) {
      if quoteOf[at] >= 0 { continue }
      if text.lexemes[at].kind == .mark { return nil }
      guard ["in", "via", "on"].contains(text.key(at)), text.word(at + 1).contains(.determiner), quoteOf[at] < 0 else {
        continue
      }
      for head in at + 2..<max(at + 2, min(sentence.upperBound, at + 6)) where Self.outlets.contains(text.key(head)) {
        return at + 1..<head + 1
      }
    }
    return nil
  }

  /// "In a statement before the vote, …", "Speaking in the capital, …".
  func openingChannel(_ sentence: Range<Int>, _ event: Event) -> Range<Int>? {
    guard event.place == .before, event.channel.isEmpty, event.tag.lowerBound > sentence.lowerBound + 2 else {
      return nil
    }
    let isSpeaking = text.key(sentence.lowerBound) == "speaking"
    guard isSpeaking || ["in", "on", "at"].contains(text.key(sentence.lowerBound)) else { return nil }
    var end = sentence.lowerBound + 1
    while end < min(event.tag.lowerBound, sentence.lowerBound + 14), text.mark(end) != .comma { end += 1 }
    guard text.mark(end) == .comma else { return nil }
    if isSpeaking {
      if text.mark(end + 2) == .comma, end + 2 < event.tag.lowerBound { end += 2 }
      return sentence.lowerBound..<end
    }
    guard
      (sentence.lowerBound..<end).contains(where: {
        Self.outlets.contains(text.key($0)) || text.key($0) == "conference"
      })
    else { return nil }
    return sentence.lowerBound + 1..<end
  }
}

import StemmaModel

/// A written statement that lines of the story share and that is not among the reports.
struct Release {
  var label: String
  /// Where the reports name it.
  var evidence: [Place]
  /// By family, in order: words of it as the family has them, with the same words in another.
  var readers: [(family: Int, places: [Place])]
}

/// Finds written statements by the words that reports of several families quote from them. Speech is heard by many independently; a
/// paper is copied by all who quote it, so that to share its words is to have drawn on it.
struct ReleaseFinder {
  let collation: Collation
  let families: Families

  /// Words that two families must have alike.
  static let fewestWords = 6

  /// Releases in order of their first place.
  ///
  /// - Complexity: O(quotations).
  func releases() -> [Release] {
    var bySpeaker: [String: Release] = [:]
    for quote in collation.quotes {
      guard let found = release(of: quote) else { continue }
      guard var known = bySpeaker[found.speaker] else {
        bySpeaker[found.speaker] = found.release
        continue
      }
      known.evidence = Set(known.evidence + found.release.evidence).sorted()
      for reader in found.release.readers {
        if let at = known.readers.firstIndex(where: { $0.family == reader.family }) {
          known.readers[at].places += reader.places
        } else {
          known.readers.append(reader)
        }
      }
      known.readers.sort { $0.family < $1.family }
      bySpeaker[found.speaker] = known
    }
    return bySpeaker.values.sorted { $0.evidence[0] < $1.evidence[0] }
  }

  private func release(of quote: Quote) -> (speaker: String, release: Release)? {
    struct Passage {
      var family: Int
      var place: Place
      var keys: [String]
    }
    var passages: [Passage] = []
    var evidence: [Place] = []
    var speaker: String?
    for variant in quote.variants {
      let report = collation.story[variant.report]
      let mention = report.quotes[variant.mention]
      let attribution = mention.attribution.map { report.attributions[$0] }
      let place = attribution.flatMap { Self.writing($0, in: report) }
      if let attribution, place == nil, Self.isHeard(attribution, in: report) { return nil }
      guard mention.form == .direct || mention.form == .partial else { continue }
      if let attribution, let place {
        evidence.append(Place(variant.report, place))
        if attribution.source.kind == .person || attribution.source.kind == .organization {
          speaker = speaker ?? attribution.source.name
        }
      }
      let keys = report.tokens[report.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
      guard keys.count >= Self.fewestWords else { continue }
      passages.append(
        Passage(
          family: families.of[variant.report.index], place: Place(variant.report, mention.span), keys: keys))
    }
    guard let speaker, !evidence.isEmpty else { return nil }
    var readers: [(family: Int, places: [Place])] = []
    for family in Set(passages.map(\.family)).sorted() {
      // The same words, whole or cut at one end, in another family: ears and translators differ.
      let shared = passages.lazy.filter { $0.family == family }.compactMap { own -> [Place]? in
        passages.first { $0.family != family && (own.keys.holds($0.keys) || $0.keys.holds(own.keys)) }.map {
          [own.place, $0.place].sorted()
        }
      }.first
      if let shared { readers.append((family, shared)) }
    }
    guard readers.count > 1 else { return nil }
    return (
      OriginTable.folded(speaker),
      Release(label: "statement of \(speaker)", evidence: evidence.sorted(), readers: readers)
    )
  }

  /// Where a report says that words were written: "in a press release".
  static func writing(_ attribution: Attribution, in report: AnnotatedReport) -> TextSpan? {
    attribution.channelSpans.first { !words(of: $0, in: report).isDisjoint(with: written) }
  }

  /// Whether a report says that it was there to hear the words, or that somebody was.
  private static func isHeard(_ attribution: Attribution, in report: AnnotatedReport) -> Bool {
    if attribution.addressee != nil { return true }
    let spans = attribution.channelSpans + [attribution.occasion].compactMap { $0 }
    return spans.contains { !words(of: $0, in: report).isDisjoint(with: heard) }
  }

  private static func words(of span: TextSpan, in report: AnnotatedReport) -> Set<String> {
    Set(report.tokens[report.tokenRange(of: span)].map(\.key))
  }

  private static let written: Set<String> = [
    "statement", "release", "communique", "communiqué", "letter", "tweet", "post", "email", "e-mail", "filing", "memo",
    "blog", "memorandum", "notice", "circular",
  ]
  private static let heard: Set<String> = [
    "told", "interview", "conference", "briefing", "speech", "forum", "rally", "hearing", "parliament", "summit",
    "televised", "television", "radio", "address", "call", "telephone", "phone",
  ]
}

extension [String] {
  /// Whether it has the other's words in one run.
  fileprivate func holds(_ other: [String]) -> Bool {
    guard count >= other.count, !other.isEmpty else { return false }
    return (0...(count - other.count)).contains { self[$0..<($0 + other.count)].elementsEqual(other) }
  }
}

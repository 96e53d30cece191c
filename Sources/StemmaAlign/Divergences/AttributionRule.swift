import StemmaModel
import StemmaText

/// Somebody's word becomes the report's own: the source is dropped. One divergence for each source.
struct AttributionRule: DivergenceRule {
  /// Reports with a source that a bare one is compared with.
  static let mostCompared = 6
  static let fewestWords = 4

  private struct Drop {
    var source: Source
    var claim: Int
    var bare: Set<Siglum> = []
    var named: Set<Siglum> = []
    var places: [Place] = []
    var example: Place
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var drops: [Drop] = []
    var bySource: [String: Int] = [:]
    for claim in view.readings.indices where view.readings[claim].count > 1 {
      var named: [(reading: Reading, source: Source, place: Place)] = []
      var bare: [Reading] = []
      for reading in view.readings[claim] {
        if let attribution = view.attribution(reading) {
          guard isNamed(attribution.source) else { continue }
          let place = attribution.source.mention.map { Place(reading.report, $0) } ?? reading.place
          named.append((reading, attribution.source, place))
        } else if isBare(reading, in: view) {
          bare.append(reading)
        }
      }
      let home = view.collation.claims[claim].lemmaPlace.report
      guard !bare.isEmpty, let lead = named.first(where: { $0.reading.report == home }) ?? named.first else { continue }
      let compared = named.prefix(Self.mostCompared)
      let differ = bare.filter { own in
        compared.contains { view.areOne(own, $0.reading, in: claim) && !isBeside($0.source, own, in: view) }
      }
      guard let first = differ.first else { continue }
      // Where any of the sources was met before, it is the same phenomenon.
      let keys = ([lead.source] + named.map(\.source)).map { view.nameWords($0.name).sorted().joined(separator: " ") }
      let known = keys.lazy.compactMap { bySource[$0] }.first ?? drops.count
      bySource[keys[0]] = bySource[keys[0]] ?? known
      if known == drops.count { drops.append(Drop(source: lead.source, claim: claim, example: first.place)) }
      drops[known].bare.formUnion(differ.map(\.report))
      drops[known].named.formUnion(named.map(\.reading.report))
      drops[known].places += differ.map(\.place) + named.map(\.place)
    }
    return drops.compactMap { drop in
      let reports = drop.bare.sorted()
      let against = drop.named.subtracting(drop.bare).sorted()
      guard !against.isEmpty else { return nil }
      let more = Set(drop.places.filter { drop.bare.contains($0.report) }).count > reports.count ? ", among others" : ""
      // "police said" comes and goes; a name that goes is a loss.
      let isProper =
        drop.source.name.contains(where: \.isUppercase)
        && !drop.source.name.lowercased().split(separator: " ").allSatisfy { Self.bodies.contains(String($0)) }
      return Divergence(
        .attribution, isProper ? .medium : .low, claim: drop.claim, differ: reports, from: against, at: drop.places,
        "\(view.list(reports, "says", "say")) without a source what \(view.list(against, "lays", "lay")) to "
          + "\(drop.source.name): \(view.quoted(drop.example))\(more).")
    }
  }

  private func isNamed(_ source: Source) -> Bool {
    [.person, .organization, .document].contains(source.kind) && source.name.contains(where: \.isUppercase)
      || source.kind == .organization && source.name.utf8.count > 4
  }

  /// A sentence of the body that is not quoted and has neither a source nor a word that lays it to one.
  private func isBare(_ reading: Reading, in view: CollationView) -> Bool {
    reading.isParagraph && reading.sentence.isDisjoint(with: [.attributed, .cue]) && !view.isMarked(reading.place)
      && view.tokens(reading).count >= Self.fewestWords
  }

  /// Whether the sentence before or behind, in the same paragraph, is laid to the same source: the source is said there.
  private func isBeside(_ source: Source, _ reading: Reading, in view: CollationView) -> Bool {
    guard let own = reading.statement else { return false }
    let report = view.story[reading.report]
    let near = [own - 1, own + 1].filter {
      report.statements.indices.contains($0) && report.statements[$0].passage == report.statements[own].passage
    }
    return near.contains { number in
      view.attributions(reading.report, in: report.statements[number].span).contains {
        view.mayBeOne($0.source.name, source.name)
      }
    }
  }

  /// Names of nobody in particular, though a sentence may begin with them.
  private static let bodies: Set<String> = [
    "the", "police", "authorities", "officials", "investigators", "deputies", "prosecutors", "officers", "detectives",
    "state", "local", "county", "city", "sheriff's", "troopers", "court", "documents", "records", "government",
    "report",
    "army", "military", "ministry", "hospital", "firefighters", "rescuers", "lawyers", "and",
  ]

  /// Words that lay something to somebody, whoever that is.
  static let cues = Set(
    """
    said says say saying told tells tell telling stated states announced announces reported reports reportedly
    according insistence claim assertion accusation announcement denial promise warning allegation belief added adds
    argued argues claimed claims confirmed declared denied explained insisted maintained noted
    noting observed pointed recalled remarked stressed stressing suggested suggests testified warned wrote writes
    estimates estimated believe believes believed allegedly assured affirmed vowed promised accused accuses alleged
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

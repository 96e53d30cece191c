import StemmaModel
import StemmaText

/// Somebody's word becomes the report's own: the source is dropped. One divergence for each source.
struct AttributionRule: DivergenceRule {
  /// Reports with a source that a bare one is compared with.
  static let mostCompared = 6
  static let fewestWords = 4

  private struct Drop {
    var source: String
    var claim: Int
    var bare: Set<Siglum> = []
    var named: Set<Siglum> = []
    var places: [Place] = []
    var example: Place
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var drops: [Drop] = []
    var bySource: [String: Int] = [:]
    for claim in view.collation.claims.indices where view.witnesses[claim].count > 1 {
      let witnesses = view.witnesses[claim]
      var named: [Siglum: (source: Source, place: Place)] = [:]
      var bare: [Siglum: Place] = [:]
      for siglum in witnesses.keys.sorted() {
        let witness = witnesses[siglum]!
        if let attribution = view.attribution(witness) {
          guard isNamed(attribution.source) else { continue }
          named[siglum] = (attribution.source, attribution.source.mention.map { Place(siglum, $0) } ?? witness.place)
        } else if isBare(witness, in: view) {
          bare[siglum] = witness.place
        }
      }
      guard !bare.isEmpty, let lead = lead(named.keys, claim, view) else { continue }
      let compared = named.keys.sorted().prefix(Self.mostCompared)
      let differ = bare.keys.sorted().filter { own in compared.contains { view.areClose(own, $0, in: claim) } }
      guard let first = differ.first else { continue }
      let source = named[lead]!.source.name
      // Where any of the sources was met before, it is the same phenomenon.
      let keys = ([lead] + named.keys.sorted()).map {
        view.nameWords(named[$0]!.source.name).sorted().joined(separator: " ")
      }
      let known = keys.lazy.compactMap { bySource[$0] }.first ?? drops.count
      bySource[keys[0]] = bySource[keys[0]] ?? known
      if known == drops.count {
        drops.append(Drop(source: source, claim: claim, example: bare[first]!))
      }
      drops[known].bare.formUnion(differ)
      drops[known].named.formUnion(named.keys)
      drops[known].places += differ.map { bare[$0]! } + named.keys.sorted().map { named[$0]!.place }
    }
    return drops.compactMap { drop in
      let reports = drop.bare.sorted()
      let against = drop.named.subtracting(drop.bare).sorted()
      guard !against.isEmpty else { return nil }
      let more = Set(drop.places.filter { drop.bare.contains($0.report) }).count > reports.count ? ", among others" : ""
      return Divergence(
        .attribution, .medium, claim: drop.claim, differ: reports, from: against, at: drop.places,
        "\(view.list(reports, "says", "say")) without a source what \(view.list(against, "lays", "lay")) to "
          + "\(drop.source): \(view.quoted(drop.example))\(more).")
    }
  }

  private func isNamed(_ source: Source) -> Bool {
    [.person, .organization, .document].contains(source.kind) && source.name.contains(where: \.isUppercase)
      || source.kind == .organization && source.name.utf8.count > 4
  }

  /// The report whose source is shown: the lemma's, else the first.
  private func lead(
    _ named: Dictionary<Siglum, (source: Source, place: Place)>.Keys, _ claim: Int, _ view: CollationView
  ) -> Siglum? {
    let lemma = view.collation.claims[claim].lemmaPlace.report
    return named.contains(lemma) ? lemma : named.min()
  }

  /// A sentence of the body that is not quoted and has neither a source nor a word that lays it to one.
  private func isBare(_ witness: Claim.Witness, in view: CollationView) -> Bool {
    let report = view.story[witness.place.report]
    guard let statement = view.statement(witness.place), !view.isMarked(witness.place),
      view.tokens(witness).count >= Self.fewestWords,
      report.report.passages[statement.passage].kind == .paragraph
    else { return false }
    if report.attributions.contains(where: {
      $0.content.overlaps(statement.span) || ($0.cueSpan.map { statement.span.overlaps($0) } ?? false)
    }) {
      return false
    }
    return !report.tokens[statement.tokens].contains { Self.cues.contains($0.key) }
  }

  /// Words that lay something to somebody, whoever that is.
  private static let cues = Set(
    """
    said says say saying told tells tell telling stated states announced announces reported reports reportedly
    according insistence claim assertion accusation announcement denial promise warning allegation belief added adds argued argues claimed claims confirmed declared denied explained insisted maintained noted
    noting observed pointed recalled remarked stressed stressing suggested suggests testified warned wrote writes
    estimates estimated believe believes believed allegedly assured affirmed vowed promised
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

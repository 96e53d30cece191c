import StemmaModel
import StemmaText

/// A name or a role that the report has not introduced: it was introduced in the text this was cut from. One divergence
/// for each name.
struct DanglingRule: DivergenceRule {
  /// Words of "the chief engineer".
  static let mostWords = 4

  private struct Introduction {
    var siglum: Siglum
    var full: Entity
    var place: Place
  }

  func divergences(in view: CollationView) -> [Divergence] {
    surnames(in: view) + view.story.sigla.flatMap { roles($0, in: view) }
  }

  // MARK: Surnames

  /// A surname without given name or title, of somebody whom other reports introduce.
  private func surnames(in view: CollationView) -> [Divergence] {
    let introductions = introductions(in: view)
    guard !introductions.isEmpty else { return [] }
    var dangling: [String: [Place]] = [:]
    var order: [String] = []
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      var first: [Int: TextSpan]?
      for index in report.entities.indices {
        let entity = report.entities[index]
        guard entity.kind == .person || entity.kind == .other, !entity.name.contains(" "), entity.title == nil,
          let known = introductions[entity.name], known.siglum != siglum,
          !isIntroduced(known.full, siglum, in: view)
        else { continue }
        if first == nil { first = firstMentions(report) }
        guard let mention = first![index], !isAttribute(mention, report) else { continue }
        if dangling[entity.name] == nil { order.append(entity.name) }
        dangling[entity.name, default: []].append(Place(siglum, mention))
      }
    }
    return order.map { name in
      let (places, known) = (dangling[name]!, introductions[name]!)
      let reports = Set(places.map(\.report)).sorted()
      return Divergence(
        // Who heads a country is known to most readers.
        .dangling, isHead(known.full) ? .low : .medium, claim: view.claim(at: places[0]), differ: reports,
        from: [known.siglum], at: places + [known.place],
        "\(view.list(reports, "speaks", "speak")) of \(name) without saying who that is; \(known.siglum) introduces "
          + "\((known.full.title.map { $0 + " " } ?? "") + known.full.name).")
    }
  }

  private func isHead(_ entity: Entity) -> Bool {
    let words = (entity.title ?? "").lowercased()
    return ["president", "prime minister", "premier", "chancellor", "pope", "king", "queen"].contains {
      words.contains($0)
    }
  }

  /// "the Lind administration", "Lind Valley": of somebody or something else.
  private func isAttribute(_ mention: TextSpan, _ report: AnnotatedReport) -> Bool {
    let end = report.tokenRange(of: mention).upperBound
    guard end < report.tokens.count else { return false }
    let next = report.tokens[end]
    return next.isName || ["administration", "administrations", "government", "era", "years", "and"].contains(next.key)
  }

  /// Where each entity is first named in the body.
  private func firstMentions(_ report: AnnotatedReport) -> [Int: TextSpan] {
    let body = SpanIndex(report.report.body.map(\.span))
    var first: [Int: TextSpan] = [:]
    for mention in report.names where first[mention.entity] == nil && !body.overlapping(mention.span).isEmpty {
      first[mention.entity] = mention.span
    }
    return first
  }

  /// Whether a report has every word of somebody's name, in one place or several.
  private func isIntroduced(_ entity: Entity, _ report: Siglum, in view: CollationView) -> Bool {
    let words = view.vocabulary.words[report.index]
    return view.nameWords(entity.name).allSatisfy { word in
      guard let number = view.vocabulary.word(word) else { return false }
      return words.contains(number)
    }
  }

  /// For each surname, where its bearer is first introduced in full, by a report that then goes on with the surname or
  /// gives a title: a name met once may be no name.
  private func introductions(in view: CollationView) -> [String: Introduction] {
    var found: [String: Introduction] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      var mentions: [Int: (first: TextSpan, count: Int)] = [:]
      for name in report.names { mentions[name.entity, default: (name.span, 0)].count += 1 }
      for (index, entity) in report.entities.enumerated() where entity.kind == .person {
        let words = entity.name.split(separator: " ")
        guard (2...4).contains(words.count), let surname = words.last.map(String.init), found[surname] == nil,
          let mention = mentions[index], mention.count > 1 || entity.title != nil
        else { continue }
        found[surname] = Introduction(siglum: siglum, full: entity, place: Place(siglum, mention.first))
      }
    }
    return found
  }

  // MARK: Roles

  /// "the engineer said", where no engineer was spoken of before, and another report names the speaker of those words.
  private func roles(_ siglum: Siglum, in view: CollationView) -> [Divergence] {
    let report = view.story[siglum]
    var seen: Set<String> = []
    return report.attributions.compactMap { attribution -> Divergence? in
      guard attribution.source.kind == .unnamed, attribution.source.entity == nil,
        let mention = attribution.source.mention
      else { return nil }
      let tokens = report.tokenRange(of: mention)
      guard tokens.count <= Self.mostWords, let head = report.tokens[tokens].last(where: { $0.kind == .word }),
        isDefinite(tokens, in: report), Self.isRole(head.key), !report.tokens[tokens].contains(where: \.isName),
        seen.insert(head.key).inserted
      else { return nil }
      let stem = WordStem.of(head.key)
      guard let first = tokens.first,
        !report.tokens[..<first].contains(where: { $0.kind == .word && WordStem.of($0.key) == stem }),
        let (other, name, place) = namedElsewhere(attribution, siglum, in: view)
      else { return nil }
      return Divergence(
        .dangling, .medium, claim: view.claim(at: Place(siglum, attribution.content)), reports: [siglum],
        against: [other],
        places: [Place(siglum, mention.joined(with: attribution.cueSpan ?? mention)), place].sorted(),
        explanation:
          "\(siglum) speaks of “\(attribution.source.name)” without having said who that is; in \(other) it is \(name)."
      )
    }
  }

  private func isDefinite(_ tokens: Range<Int>, in report: AnnotatedReport) -> Bool {
    tokens.first.map { report.tokens[$0].key == "the" || $0 > 0 && report.tokens[$0 - 1].key == "the" } ?? false
  }

  /// What one person is by trade or office: "engineer", "spokesman", "activist"; not "issue" or "sources".
  private static func isRole(_ key: String) -> Bool {
    !key.hasSuffix("s") && key.utf8.count > 4
      && (roles.contains(key) || ["eer", "ist", "man", "woman", "ician", "ologist"].contains { key.hasSuffix($0) })
  }

  private static let roles: Set<String> = [
    "officer", "official", "director", "manager", "lawyer", "attorney", "prosecutor", "minister", "senator", "governor",
    "mayor", "doctor", "professor", "teacher", "worker", "driver", "captain", "commander", "general", "colonel",
    "spokesperson", "president", "secretary", "ambassador", "inspector", "researcher", "author", "neighbor",
    "neighbour", "surgeon", "nurse", "pilot", "sailor", "keeper", "coach", "ranger", "biologist", "detective",
  ]

  private func namedElsewhere(
    _ attribution: Attribution, _ siglum: Siglum, in view: CollationView
  ) -> (Siglum, String, Place)? {
    for claim in view.claims(at: Place(siglum, attribution.content)) {
      guard let own = view.reading(siglum, of: claim), own.place.span.overlaps(attribution.content) else { continue }
      for other in view.readings[claim] where other.report != siglum && view.areClose(own, other, in: claim) {
        guard let named = view.attribution(other), named.source.kind == .person else { continue }
        return (
          other.report, named.source.name, named.source.mention.map { Place(other.report, $0) } ?? other.place
        )
      }
    }
    return nil
  }
}

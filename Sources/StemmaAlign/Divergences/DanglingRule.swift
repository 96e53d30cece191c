import StemmaModel
import StemmaText

/// A name or a role that the report has not introduced: it was introduced in the text this was cut from. One divergence
/// for each name.
struct DanglingRule: DivergenceRule {
  private struct Introduction {
    var siglum: Siglum
    var full: Entity
    var place: Place
  }

  func divergences(in view: CollationView) -> [Divergence] {
    surnames(in: view) + view.story.sigla.flatMap { roles($0, in: view) }
  }

  /// A surname without given name or title, of somebody whom other reports introduce.
  private func surnames(in view: CollationView) -> [Divergence] {
    let introductions = introductions(in: view)
    var dangling: [String: [Place]] = [:]
    var order: [String] = []
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for index in report.entities.indices {
        let entity = report.entities[index]
        guard entity.kind == .person || entity.kind == .other, !entity.name.contains(" "), entity.title == nil,
          let known = introductions[entity.name], known.siglum != siglum, !view.namesAll(siglum, known.full.name),
          let mention = report.names.first(where: { $0.entity == index && isBody($0.span, of: report) })
        else { continue }
        if dangling[entity.name] == nil { order.append(entity.name) }
        dangling[entity.name, default: []].append(Place(siglum, mention.span))
      }
    }
    return order.map { name in
      let (places, known) = (dangling[name]!, introductions[name]!)
      let reports = Set(places.map(\.report)).sorted()
      return Divergence(
        .dangling, .medium, claim: view.claim(at: places[0]), differ: reports, from: [known.siglum],
        at: places + [known.place],
        "\(view.list(reports, "speaks", "speak")) of \(name) without saying who that is; \(known.siglum) introduces "
          + "\((known.full.title.map { $0 + " " } ?? "") + known.full.name).")
    }
  }

  /// For each word of a person's name, where that person is first introduced in full.
  private func introductions(in view: CollationView) -> [String: Introduction] {
    var found: [String: Introduction] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for (index, entity) in report.entities.enumerated() where entity.kind == .person && entity.name.contains(" ") {
        guard let mention = report.names.first(where: { $0.entity == index }) else { continue }
        for word in entity.name.split(separator: " ") where found[String(word)] == nil {
          found[String(word)] = Introduction(siglum: siglum, full: entity, place: Place(siglum, mention.span))
        }
      }
    }
    return found
  }

  private func isBody(_ span: TextSpan, of report: AnnotatedReport) -> Bool {
    report.report.body.contains { $0.span.contains(span) }
  }

  /// "the engineer said", where no engineer was spoken of before, and another report names the speaker of those words.
  private func roles(_ siglum: Siglum, in view: CollationView) -> [Divergence] {
    let report = view.story[siglum]
    var seen: Set<String> = []
    return report.attributions.compactMap { attribution -> Divergence? in
      guard attribution.source.kind == .unnamed, attribution.source.entity == nil,
        let mention = attribution.source.mention
      else { return nil }
      let tokens = report.tokenRange(of: mention)
      guard let head = report.tokens[tokens].last(where: { $0.kind == .word }), isDefinite(tokens, in: report),
        !report.tokens[tokens].contains(where: \.isName),
        seen.insert(head.key).inserted
      else { return nil }
      let stem = WordStem.of(head.key)
      guard !head.key.hasSuffix("s"), let first = tokens.first,
        !report.tokens[..<first].contains(where: { $0.kind == .word && WordStem.of($0.key) == stem })
      else { return nil }
      guard let (other, name, place) = namedElsewhere(attribution, siglum, in: view) else { return nil }
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

  private func namedElsewhere(
    _ attribution: Attribution, _ siglum: Siglum, in view: CollationView
  ) -> (Siglum, String, Place)? {
    for claim in view.collation.claims.indices {
      guard let own = view.witnesses[claim][siglum], own.place.span.overlaps(attribution.content) else { continue }
      for (other, witness) in view.witnesses[claim].sorted(by: { $0.key < $1.key }) where other != siglum {
        guard let named = view.attribution(witness), named.source.kind == .person else { continue }
        return (other, named.source.name, named.source.mention.map { Place(other, $0) } ?? witness.place)
      }
    }
    return nil
  }
}

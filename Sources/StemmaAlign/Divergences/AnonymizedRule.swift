import StemmaModel
import StemmaText

/// A named source becomes "experts", "officials", "a reporter", in a report that never gives the name. One divergence for
/// each source.
struct AnonymizedRule: DivergenceRule {
  private struct Loss {
    var name: String
    var claim: Int?
    var without: [Siglum: Place] = [:]
    var words: [Siglum: String] = [:]
    var with: [Siglum: Place] = [:]
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var losses: [Loss] = []
    var byName: [String: Int] = [:]
    for claim in view.collation.claims.indices where view.witnesses[claim].count > 1 {
      for found in sources(of: claim, in: view) + reporters(of: claim, in: view) {
        let key = view.nameWords(found.name).sorted().joined(separator: " ")
        if let known = byName[key] {
          losses[known].without.merge(found.without) { old, _ in old }
          losses[known].words.merge(found.words) { old, _ in old }
          losses[known].with.merge(found.with) { old, _ in old }
        } else {
          byName[key] = losses.count
          losses.append(found)
        }
      }
    }
    return losses.map { loss in
      let (reports, against) = (loss.without.keys.sorted(), loss.with.keys.sorted())
      return Divergence(
        .anonymized, .high, claim: loss.claim, differ: reports, from: against,
        at: Array(loss.without.values) + Array(loss.with.values),
        "\(view.list(reports, "has", "have")) “\(loss.words[reports[0]]!)” where "
          + "\(view.list(against, "names", "name")) \(loss.name).")
    }
  }

  private func sources(of claim: Int, in view: CollationView) -> [Loss] {
    let witnesses = view.witnesses[claim]
    var named: [(siglum: Siglum, name: String, place: Place)] = []
    var unnamed: [(siglum: Siglum, words: String, place: Place)] = []
    for siglum in witnesses.keys.sorted() {
      let witness = witnesses[siglum]!
      guard let source = view.attribution(witness)?.source else { continue }
      let place = source.mention.map { Place(siglum, $0) } ?? witness.place
      if source.kind == .person, source.name.contains(" ") { named.append((siglum, source.name, place)) }
      if source.kind == .unnamed, source.mention != nil, isGeneric(source, siglum, in: view) {
        unnamed.append((siglum, source.name, place))
      }
    }
    guard let lead = named.first(where: { $0.siglum == view.collation.claims[claim].lemmaPlace.report }) ?? named.first
    else { return [] }
    let with = named.filter { view.mayBeOne($0.name, lead.name) }
    let without = unnamed.filter { own in
      !view.names(own.siglum, lead.name) && with.prefix(4).contains { view.areClose(own.siglum, $0.siglum, in: claim) }
    }
    guard !without.isEmpty else { return [] }
    var loss = Loss(name: lead.name, claim: claim)
    for own in without { (loss.without[own.siglum], loss.words[own.siglum]) = (own.place, own.words) }
    for own in with { loss.with[own.siglum] = own.place }
    return [loss]
  }

  /// "experts", "an official"; not "she", and not "the engineer", "the sources", who were introduced or dangle.
  private func isGeneric(_ source: Source, _ siglum: Siglum, in view: CollationView) -> Bool {
    let report = view.story[siglum]
    guard let mention = source.mention else { return false }
    let tokens = report.tokenRange(of: mention)
    guard let first = tokens.first, let last = tokens.last else { return false }
    let head = report.tokens[last].key
    if ["he", "she", "they", "it", "who", "i", "we", "that", "which"].contains(head) { return false }
    let isDefinite = report.tokens[first].key == "the" || first > 0 && report.tokens[first - 1].key == "the"
    return !isDefinite
  }

  /// "A Reuters correspondent" becomes "a reporter".
  private func reporters(of claim: Int, in view: CollationView) -> [Loss] {
    var named: [(siglum: Siglum, name: String, place: Place)] = []
    var plain: [(siglum: Siglum, words: String, place: Place)] = []
    for siglum in view.witnesses[claim].keys.sorted() {
      let witness = view.witnesses[claim][siglum]!
      let report = view.story[siglum]
      guard let sentence = view.statement(witness.place) else { continue }
      for index in sentence.tokens where index > 0 && Self.reporters.contains(report.tokens[index].key) {
        let before = report.tokens[index - 1]
        // The place takes in the word that follows: what the reporter did.
        let end = min(index + 2, sentence.tokens.upperBound)
        if before.isName {
          let place = Place(siglum, report.span(of: max(sentence.tokens.lowerBound, index - 2)..<end))
          named.append((siglum, report.report.reading(before.span), place))
        } else if ["a", "an", "one"].contains(before.key) {
          let place = Place(siglum, report.span(of: (index - 1)..<end))
          plain.append((siglum, report.report.reading(report.span(of: (index - 1)..<(index + 1))), place))
        }
      }
    }
    guard let lead = named.first else { return [] }
    let with = named.filter { view.mayBeOne($0.name, lead.name) }
    let without = plain.filter { own in
      !view.names(own.siglum, lead.name) && with.prefix(4).contains { view.areKin(own.siglum, $0.siglum, in: claim) }
    }
    guard !without.isEmpty else { return [] }
    var loss = Loss(name: lead.name, claim: claim)
    for own in without { (loss.without[own.siglum], loss.words[own.siglum]) = (own.place, own.words) }
    for own in with { loss.with[own.siglum] = own.place }
    return [loss]
  }

  private static let reporters: Set<String> = [
    "reporter", "correspondent", "journalist", "photographer", "cameraman", "witness", "reporters", "journalists",
  ]
}

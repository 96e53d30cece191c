import StemmaModel
import StemmaText

/// A named source becomes "experts", "officials", "a reporter", in a report that never gives the name. One divergence for
/// each source.
struct AnonymizedRule: DivergenceRule {
  /// Reports with the name that one without is compared with.
  static let mostCompared = 4

  private struct Loss {
    var name: String
    var claim: Int?
    var without: [Siglum: Place] = [:]
    var words: [Siglum: String] = [:]
    var with: [Siglum: Place] = [:]
  }

  private typealias Hit = (reading: Reading, words: String, place: Place)

  func divergences(in view: CollationView) -> [Divergence] {
    var losses: [Loss] = []
    var byName: [String: Int] = [:]
    for claim in view.readings.indices where view.readings[claim].count > 1 {
      for found in [sources(of: claim, in: view), reporters(of: claim, in: view)].compactMap({ $0 }) {
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

  private func sources(of claim: Int, in view: CollationView) -> Loss? {
    var named: [Hit] = []
    var unnamed: [Hit] = []
    for reading in view.readings[claim] {
      guard let source = view.attribution(reading)?.source else { continue }
      let place = source.mention.map { Place(reading.report, $0) } ?? reading.place
      if source.kind == .person, source.name.contains(" ") { named.append((reading, source.name, place)) }
      if source.kind == .unnamed, source.mention != nil, isGeneric(source, reading.report, in: view) {
        unnamed.append((reading, source.name, place))
      }
    }
    let home = view.collation.claims[claim].lemmaPlace.report
    guard let lead = named.first(where: { $0.reading.report == home }) ?? named.first else { return nil }
    // "Experts" stand for a named one; of an event, though, the one account may be a bystander's, the other an official's:
    // only the same statement passes.
    return loss(lead.words, named, unnamed, claim, in: view) {
      view.areOne($0, $1, in: claim) || $0.sentence.contains(.opinion) && view.areClose($0, $1, in: claim)
    }
  }

  private func loss(
    _ name: String, _ named: [Hit], _ unnamed: [Hit], _ claim: Int, in view: CollationView,
    areSame: (Reading, Reading) -> Bool
  ) -> Loss? {
    let with = named.filter { view.mayBeOne($0.words, name) }
    let without = unnamed.filter { own in
      !view.names(own.reading.report, name)
        && with.prefix(Self.mostCompared).contains { areSame(own.reading, $0.reading) }
    }
    guard !without.isEmpty else { return nil }
    var loss = Loss(name: name, claim: claim)
    for own in without { (loss.without[own.reading.report], loss.words[own.reading.report]) = (own.place, own.words) }
    for own in with { loss.with[own.reading.report] = own.place }
    return loss
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
  private func reporters(of claim: Int, in view: CollationView) -> Loss? {
    guard view.classes[claim].contains(.correspondent) else { return nil }
    var named: [Hit] = []
    var plain: [Hit] = []
    for reading in view.readings[claim] where reading.sentence.contains(.correspondent) {
      let report = view.story[reading.report]
      guard let sentence = view.statement(reading) else { continue }
      for index in sentence.tokens where index > 0 && Self.reporters.contains(report.tokens[index].key) {
        let before = report.tokens[index - 1]
        // The place takes in the word that follows: what the reporter did.
        let end = min(index + 2, sentence.tokens.upperBound)
        if before.isName {
          let place = Place(reading.report, report.span(of: max(sentence.tokens.lowerBound, index - 2)..<end))
          named.append((reading, report.report.reading(before.span), place))
        } else if ["a", "an", "one"].contains(before.key) {
          let place = Place(reading.report, report.span(of: (index - 1)..<end))
          plain.append((reading, report.report.reading(report.span(of: (index - 1)..<(index + 1))), place))
        }
      }
    }
    guard let lead = named.first else { return nil }
    return loss(lead.words, named, plain, claim, in: view) { view.areKin($0, $1, in: claim) }
  }

  static let reporters: Set<String> = [
    "reporter", "correspondent", "journalist", "photographer", "cameraman", "witness", "reporters", "journalists",
  ]
}

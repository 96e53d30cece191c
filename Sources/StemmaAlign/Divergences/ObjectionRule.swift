import StemmaModel
import StemmaText

/// The other side is left out: a "but …" of somebody else that follows in one report, where another ends.
struct ObjectionRule: DivergenceRule {
  static let most = 4
  static let mostCompared = 12
  static let fewestWords = 5
  /// The share of an objection in one sentence at which a report has it.
  static let carried = 0.4

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<Place> = []
    var found: [Divergence] = []
    var said: [Matter] = []
    for claim in view.readings.indices
    where view.readings[claim].count > 1 && view.classes[claim].contains(.objection) && found.count < Self.most {
      for reading in view.readings[claim] where reading.isParagraph && reading.sentence.contains(.objection) {
        let siglum = reading.report
        guard let sentence = view.statement(reading), let clause = objection(after: reading, sentence, in: view) else {
          continue
        }
        let place = Place(siglum, view.story[siglum].span(of: clause))
        guard seen.insert(place).inserted else { continue }
        let matter = view.matter(place)
        // Nothing of it stands in the report that has the first half.
        let without = view.readings[claim].prefix(Self.mostCompared).filter { other in
          other.report != siglum && other.isParagraph && view.areKin(reading, other, in: claim)
            && !view.story[other.report].statements.contains {
              matter.share(in: view.matter(of: $0.tokens, other.report.index)) >= Self.carried
            }
        }
        guard !without.isEmpty else { continue }
        // The same objection in another report that has it.
        if let known = said.firstIndex(where: { $0.isKin(to: matter) }) {
          found[known] = Divergence(
            .omission, .medium, claim: found[known].claim, differ: Set(found[known].reports).subtracting([siglum]),
            from: found[known].against + [siglum], at: found[known].places + [place], found[known].explanation)
          continue
        }
        said.append(matter)
        let reports = without.map(\.report)
        // Where they end: what stands in the place of it.
        found.append(
          Divergence(
            .omission, .medium, claim: claim, differ: reports, from: [siglum],
            at: [place] + without.map { tail($0, in: view) },
            "\(view.list(reports, "leaves", "leave")) out the objection that \(siglum) has: \(view.quoted(place))."))
      }
    }
    return Array(found.prefix(Self.most))
  }

  /// A later part of the sentence that begins with "but" and has somebody else say something.
  private func objection(after reading: Reading, _ sentence: Statement, in view: CollationView) -> Range<Int>? {
    let report = view.story[reading.report]
    let start = sentence.tokens.first { index in
      index >= reading.witness.tokens.upperBound - 1 && Self.words.contains(report.tokens[index].key)
    }
    guard let start else { return nil }
    let clause = start..<sentence.tokens.upperBound
    let own = report.span(of: clause)
    let speaker = view.attribution(reading)?.source.name
    guard report.tokens[clause].count(where: { $0.kind == .word }) >= Self.fewestWords,
      // The same speaker going on is no other side.
      view.attributions(reading.report, in: own).contains(where: { attribution in
        (attribution.cueSpan.map { own.contains($0) } ?? false)
          && !(speaker.map { view.mayBeOne($0, attribution.source.name) } ?? false)
      }), !view.isMarked(Place(reading.report, report.tokens[start].span))
    else { return nil }
    return clause
  }

  static let words: Set<String> = ["but", "although", "though"]

  /// The end of the sentence in the report that stops there.
  private func tail(_ reading: Reading, in view: CollationView) -> Place {
    let report = view.story[reading.report]
    guard let sentence = view.statement(reading) else { return reading.place }
    let from = max(sentence.tokens.lowerBound, min(reading.witness.tokens.upperBound, sentence.tokens.upperBound - 10))
    return Place(reading.report, report.span(of: from..<sentence.tokens.upperBound))
  }
}

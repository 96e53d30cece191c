import StemmaModel
import StemmaText

/// What both do for each other becomes what one does for the other.
struct ReciprocalRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Siglum]> = []
    return view.readings.indices.compactMap { claim -> Divergence? in
      guard view.readings[claim].count > 1, view.classes[claim].contains(.reciprocal) else { return nil }
      var mutual: [Siglum: Place] = [:]
      var single: [Siglum: Place] = [:]
      for reading in view.readings[claim] where reading.isParagraph {
        guard let sentence = view.statement(reading) else { continue }
        let siglum = reading.report
        let report = view.story[siglum]
        if let tokens = reciprocal(report.tokens, sentence.tokens) {
          mutual[siglum] = Place(siglum, report.span(of: tokens))
        } else if !report.tokens[sentence.tokens].contains(where: { Self.both.contains($0.key) }) {
          single[siglum] = Place(siglum, sentence.span)
        }
      }
      guard let first = mutual.keys.min() else { return nil }
      // What they do for each other is what the one does for the other: the same word.
      let deeds = mutual.keys.sorted().reduce(into: Set<Int32>()) { $0.formUnion(view.matter(mutual[$1]!).stems) }
      let differ = single.keys.filter { own in
        view.reading(own, of: claim)!.matter.stems.contains(where: deeds.contains)
          && mutual.keys.sorted().prefix(4).contains { view.areClose(own, $0, in: claim) }
      }.sorted()
      for own in differ { single[own] = cut(single[own]!, to: deeds, in: view) }
      guard let own = differ.first, seen.insert(differ).inserted else { return nil }
      let against = mutual.keys.sorted()
      return Divergence(
        .wording, .medium, claim: claim, differ: differ, from: against,
        at: differ.map { single[$0]! } + Array(mutual.values),
        "\(view.list(against, "has", "have")) it of both, \(view.quoted(mutual[first]!)); "
          + "\(view.list(differ, "makes", "make")) it one-sided: \(view.quoted(single[own]!)).")
    }
  }

  /// "help each other", with the words around it; "each other's interests" says nothing of who helps.
  private func reciprocal(_ tokens: [Token], _ sentence: Range<Int>) -> Range<Int>? {
    for index in sentence.dropFirst() {
      let pair = (tokens[index - 1].key, tokens[index].key)
      guard pair == ("each", "other") || pair == ("one", "another"),
        tokens[index].span.length == tokens[index].key.utf8.count,
        tokens[index - 1].span.end + 1 == tokens[index].span.start
      else { continue }
      let end = min(sentence.upperBound, index + 4)
      return max(sentence.lowerBound, index - 2)..<end
    }
    return nil
  }

  /// As much of the sentence as shows who does it.
  private func cut(_ place: Place, to deeds: Set<Int32>, in view: CollationView) -> Place {
    let report = view.story[place.report]
    let sentence = report.tokenRange(of: place.span)
    let deed =
      sentence.first {
        view.vocabulary.stem(report, place.report.index, $0).map(deeds.contains) ?? false
      } ?? sentence.lowerBound
    let from = max(sentence.lowerBound, deed - 10)
    return Place(place.report, report.span(of: from..<min(sentence.upperBound, deed + 2)))
  }

  private static let both: Set<String> = [
    "both", "mutual", "mutually", "jointly", "reciprocal", "reciprocally", "bilateral",
  ]
}

import StemmaModel
import StemmaText

/// What both do for each other becomes what one does for the other.
struct ReciprocalRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Siglum]> = []
    return view.collation.claims.indices.compactMap { claim -> Divergence? in
      guard view.witnesses[claim].count > 1 else { return nil }
      var mutual: [Siglum: Place] = [:]
      var single: [Siglum: Place] = [:]
      for siglum in view.witnesses[claim].keys.sorted() {
        let witness = view.witnesses[claim][siglum]!
        guard view.isParagraph(witness.place), let sentence = view.statement(witness.place) else { continue }
        let report = view.story[siglum]
        if let tokens = reciprocal(report.tokens, sentence.tokens) {
          mutual[siglum] = Place(siglum, report.span(of: tokens))
        } else if !report.tokens[sentence.tokens].contains(where: { Self.both.contains($0.key) }) {
          single[siglum] = Place(siglum, report.span(of: head(sentence.tokens, report)))
        }
      }
      guard let first = mutual.keys.min() else { return nil }
      let differ = single.keys.filter { own in
        mutual.keys.sorted().prefix(4).contains { other in
          view.areKin(own, other, in: claim)
            && view.matter[claim][own]!.shared(with: view.matter[claim][other]!).count >= 3
        }
      }.sorted()
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
    for index in sentence.dropFirst() where ["each", "one"].contains(tokens[index - 1].key) {
      guard tokens[index].key == "other" || tokens[index].key == "another",
        tokens[index].span.length == tokens[index].key.utf8.count, tokens[index - 1].span.end + 1 == tokens[index].span.start
      else { continue }
      let end = min(sentence.upperBound, index + 4)
      if end > index + 1, tokens[index + 1].kind == .word, ["with", "and", "on"].contains(tokens[index + 1].key) == false,
        tokens[index + 1].key == "s" { continue }
      return max(sentence.lowerBound, index - 2)..<end
    }
    return nil
  }

  /// As much of the sentence as shows who does it.
  private func head(_ sentence: Range<Int>, _ report: AnnotatedReport) -> Range<Int> {
    sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 12)
  }

  private static let both: Set<String> = ["both", "mutual", "mutually", "jointly", "reciprocal", "reciprocally", "bilateral"]
}

import StemmaModel

/// One had no comment yet from somebody who denies it elsewhere.
struct CommentRule: DivergenceRule {
  /// Words between a verb and the name of who does it.
  static let reach = 10

  func divergences(in view: CollationView) -> [Divergence] {
    var silent: [Siglum: (names: Set<String>, place: Place)] = [:]
    var denying: [Siglum: (names: Set<String>, place: Place)] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for (number, sentence) in report.statements.enumerated()
      where !view.sentences[siglum.index][number].isDisjoint(with: [.comment, .denial]) && report.isParagraph(sentence)
      {
        for index in sentence.tokens {
          let key = report.tokens[index].key
          if silent[siglum] == nil, key == "comment", isRefusal(report.tokens, sentence.tokens, index) {
            silent[siglum] = found(index, sentence.tokens, siglum, in: view)
          } else if denying[siglum] == nil, ["denied", "denies", "rejected", "denying"].contains(key) {
            denying[siglum] = found(index, sentence.tokens, siglum, in: view)
          }
        }
      }
    }
    let without = silent.keys.filter { denying[$0] == nil }.sorted()
    guard let first = without.first else { return [] }
    let with = denying.keys.filter { !denying[$0]!.names.isDisjoint(with: silent[first]!.names) && silent[$0] == nil }
      .sorted()
    guard let other = with.first else { return [] }
    let reports = without.filter { !silent[$0]!.names.isDisjoint(with: denying[other]!.names) }
    return [
      Divergence(
        .contradiction, .medium, claim: view.claim(at: silent[first]!.place), differ: reports, from: with,
        at: reports.map { silent[$0]!.place } + with.map { denying[$0]!.place },
        "\(view.list(reports, "has", "have")) \(view.quoted(silent[first]!.place)); \(view.list(with, "has", "have")) "
          + "\(view.quoted(denying[other]!.place)). The denial may have come later.")
    ]
  }

  /// "no immediate comment", "declined to comment", "not available for comment".
  private func isRefusal(_ tokens: [Token], _ sentence: Range<Int>, _ index: Int) -> Bool {
    tokens[max(sentence.lowerBound, index - 5)..<index].contains {
      ["no", "declined", "not", "refused", "unavailable", "didn't"].contains($0.key)
    }
  }

  /// With the names around it.
  private func found(
    _ index: Int, _ sentence: Range<Int>, _ siglum: Siglum, in view: CollationView
  ) -> (names: Set<String>, place: Place)? {
    let report = view.story[siglum]
    let near = max(sentence.lowerBound, index - Self.reach)..<min(sentence.upperBound, index + Self.reach)
    let names = Set(near.filter { report.tokens[$0].isName }.flatMap { view.nameWords(report.tokens[$0].key) })
    guard !names.isEmpty else { return nil }
    return (names, Place(siglum, report.span(of: max(near.lowerBound, index - 4)..<min(near.upperBound, index + 6))))
  }
}

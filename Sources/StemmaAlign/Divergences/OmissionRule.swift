import StemmaModel

/// Something most reports have and a few leave out. Only what nearly all have, and only the weightiest.
struct OmissionRule: DivergenceRule {
  /// The share of the story's reports that must have it.
  static let carried = 0.75
  static let fewest = 3
  static let most = 3
  static let fewestWords = 5
  /// The share of it in one sentence at which a report has it in other words.
  static let present = 0.4
  /// Claims that are looked for in the reports without them.
  static let mostTried = 24

  private struct Candidate {
    var claim: Int
    var lemma: Reading
    var kin: [Siglum]
    var carried: Int
  }

  func divergences(in view: CollationView) -> [Divergence] {
    let candidates = view.readings.indices.compactMap { candidate($0, in: view) }.sorted {
      ($1.carried, $1.lemma.matter.weight, $0.lemma.place) < ($0.carried, $0.lemma.matter.weight, $1.lemma.place)
    }
    // Two clauses of one sentence are left out together: once is enough.
    var sentences: Set<Place> = []
    var found: [Divergence] = []
    for candidate in candidates.prefix(Self.mostTried) where found.count < Self.most {
      let place = candidate.lemma.place
      let sentence = view.statement(place).map { Place(place.report, $0.span) } ?? place
      guard !sentences.contains(sentence) else { continue }
      let carriers = Set(view.carriers[candidate.claim].map(\.report))
      let lacks = view.story.sigla.filter { own in
        !carriers.contains(own)
          && !view.story[own].statements.contains {
            candidate.lemma.matter.share(in: view.matter(of: $0.tokens, own.index)) >= Self.present
          }
      }
      guard !lacks.isEmpty else { continue }
      sentences.insert(sentence)
      found.append(
        Divergence(
          .omission, .low, claim: candidate.claim, differ: lacks, from: candidate.kin, at: [place],
          "\(view.list(lacks, "leaves", "leave")) out \(view.quoted(place)), which "
            + "\(view.list(candidate.kin, "has", "have"))."))
    }
    return found
  }

  private func candidate(_ claim: Int, in view: CollationView) -> Candidate? {
    let (count, has) = (view.story.reports.count, view.carriers[claim].count)
    guard has >= Self.fewest, has < count, Double(has) >= Self.carried * Double(count), let lemma = view.lemma(claim),
      lemma.isParagraph, !view.isMarked(lemma.place), view.tokens(lemma).count >= Self.fewestWords
    else { return nil }
    // Of one matter, not of one topic.
    let kin = view.readings[claim].filter { $0.report == lemma.report || view.areKin($0, lemma, in: claim) }
    let votes = kin.reduce(0) { $0 + $1.votes }
    guard votes >= Self.fewest, Double(votes) >= Self.carried * Double(min(count, view.comparedVotes(claim))) else {
      return nil
    }
    return Candidate(
      claim: claim, lemma: lemma, kin: kin.flatMap { [$0.report] + $0.copies }.sorted(), carried: has)
  }
}

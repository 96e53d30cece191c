import StemmaModel

/// Reports whose words are the same from first to last: a copy adds a witness, and tells nothing that the first has not told.
/// The claims of a story are found as if each text stood there once.
struct Twins {
  private let story: Story
  /// For each report, the first that has its words.
  private let first: [Int]
  /// For each report, the later ones that have its words.
  private let copies: [[Int]]

  /// - Complexity: O(tokens).
  init(_ story: Story) {
    self.story = story
    var known: [Text: Int] = [:]
    var first = Array(story.reports.indices)
    var copies = [[Int]](repeating: [], count: story.reports.count)
    for (index, report) in story.reports.enumerated() where !report.tokens.isEmpty {
      let text = Text(report)
      if let same = known[text] {
        first[index] = same
        copies[same].append(index)
      } else {
        known[text] = index
      }
    }
    (self.first, self.copies) = (first, copies)
  }

  /// What is read of a report. Reports of one text have the same mentions in the same order.
  private struct Text: Hashable {
    var keys: [String]
    var statements: [Int]
    var mentions: [Int]

    init(_ report: AnnotatedReport) {
      keys = report.tokens.map(\.key)
      statements = report.statements.map(\.tokens.lowerBound)
      mentions = [report.quotes.count, report.figures.count, report.attributions.count]
    }
  }

  /// The story with nothing to read in the copies; the places of all reports stay.
  var folded: Story {
    guard copies.contains(where: { !$0.isEmpty }) else { return story }
    var story = story
    for index in story.reports.indices where first[index] != index {
      story.reports[index] = AnnotatedReport(
        Report(source: story.reports[index].report.source, sha256: "", original: ""))
    }
    return story
  }

  /// A collation of the folded story as one of the whole: what stands in a report stands in its copies.
  func unfold(_ collation: Collation) -> Collation {
    var collation = collation
    collation.story = story
    guard copies.contains(where: { !$0.isEmpty }) else { return collation }
    for index in collation.quotes.indices {
      let best = collation.quotes[index].variants[collation.quotes[index].best]
      collation.quotes[index].variants = inOrder(
        collation.quotes[index].variants.flatMap { variant in
          [variant]
            + copies[variant.report.index].map {
              Quote.Variant(report: Siglum($0), mention: variant.mention, relation: variant.relation)
            }
        }
      ) { ($0.report, story[$0.report].quotes[$0.mention].span.start) }
      collation.quotes[index].best = collation.quotes[index].variants.firstIndex(of: best)!
    }
    for index in collation.figures.indices {
      let best = collation.figures[index].variants[collation.figures[index].best]
      collation.figures[index].variants = inOrder(
        collation.figures[index].variants.flatMap { variant in
          [variant]
            + copies[variant.report.index].map {
              Figure.Variant(report: Siglum($0), mention: variant.mention, relation: variant.relation)
            }
        }
      ) { ($0.report, story[$0.report].figures[$0.mention].span.start) }
      collation.figures[index].best = collation.figures[index].variants.firstIndex(of: best)!
    }
    for claim in collation.claims.indices {
      for variant in collation.claims[claim].variants.indices {
        let witnesses = collation.claims[claim].variants[variant].witnesses
        collation.claims[claim].variants[variant].witnesses =
          (witnesses
          + witnesses.flatMap { witness in copies[witness.place.report.index].map { self.copy(witness, in: $0) } })
          .sorted { $0.place < $1.place }
      }
    }
    return collation
  }

  private func copy(_ witness: Claim.Witness, in index: Int) -> Claim.Witness {
    let report = story.reports[index]
    let original = story.reports[witness.place.report.index].tokenRange(of: witness.place.span)
    var copy = witness
    copy.place = Place(Siglum(index), report.span(of: original))
    return copy
  }

  private func inOrder<Variant>(_ variants: [Variant], by key: (Variant) -> (Siglum, Int)) -> [Variant] {
    variants.sorted { key($0) < key($1) }
  }
}

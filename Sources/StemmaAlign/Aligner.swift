package import StemmaModel
import StemmaText

/// Makes the collation of a story: what its reports assert in common, and how each has it.
package struct Aligner: Sendable {
  package init() {}

  /// - Complexity: near-linear in the clauses of the story: each is compared with a bounded number of others.
  package func align(_ story: Story) -> Collation {
    let twins = Twins(story)
    var collation = twins.unfold(claims(of: twins.folded))
    collation.divergences = DivergenceFinder(collation: collation).divergences()
    markAltered(in: &collation)
    WordDifferences.mark(&collation.claims, of: story)
    return collation
  }

  /// Quotes, figures and claims; no divergences yet.
  private func claims(of story: Story) -> Collation {
    let words = StoryWords(story)
    let clauses = Clause.all(of: story, words: words)
    let likeness = ClauseLikeness(story: story, words: words)
    let groups = ClaimGrouper(clauses: clauses, words: words, likeness: likeness).groups()

    var collation = Collation(story)
    collation.figures = FigureGrouper(story: story, words: words).figures().sorted {
      place($0, story) < place($1, story)
    }
    collation.quotes = QuoteGrouper(
      story: story, words: words, clauses: clauses, claims: groups, figures: collation.figures
    ).quotes().sorted { place($0, story) < place($1, story) }

    let drafts = ClaimDrafter(story: story, clauses: clauses, words: words, figures: collation.figures).drafts(groups)
    let complete = WitnessFinder(story: story, words: words, quotes: collation.quotes).complete(drafts)
    let splitter = VariantSplitter(story: story, words: words, quotes: collation.quotes, figures: collation.figures)
    collation.claims = Parallel.flatMap(complete.count, by: Self.part) { part in
      part.map { splitter.claim(complete[$0]) }
    }
    .sorted { $0.witnesses[0].place < $1.witnesses[0].place }
    return collation
  }

  /// Claims that one thread makes in a row.
  private static let part = 64

  /// A wording in which something differs is not the same content in other words.
  private func markAltered(in collation: inout Collation) {
    for divergence in collation.divergences where Self.alters.contains(divergence.kind) {
      guard let claim = divergence.claim else { continue }
      for variant in collation.claims[claim].variants.indices {
        for witness in collation.claims[claim].variants[variant].witnesses.indices {
          let found = collation.claims[claim].variants[variant].witnesses[witness]
          if found.relation == .paraphrase, divergence.reports.contains(found.place.report) {
            collation.claims[claim].variants[variant].witnesses[witness].relation = .altered
          }
        }
      }
    }
  }

  /// The differences that are of what is said, not of what is said beside it.
  private static let alters: Set<Divergence.Kind> = [
    .figure, .period, .date, .comparator, .unit, .attribution, .addressee, .anonymized, .hedge, .intensity, .wording,
    .contradiction,
  ]

  private func place(_ quote: Quote, _ story: Story) -> Place {
    let first = quote.variants[0]
    return Place(first.report, story[first.report].quotes[first.mention].span)
  }

  private func place(_ figure: Figure, _ story: Story) -> Place {
    let first = figure.variants[0]
    return Place(first.report, story[first.report].figures[first.mention].span)
  }
}

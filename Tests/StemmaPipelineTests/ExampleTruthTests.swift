import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// The example, held to the truth that its author wrote down.
@Suite struct ExampleTruthTests {
  private let dossier: Dossier
  private let truth: StoryTruth
  /// From the truth's keys to sigla.
  private let siglum: [String: String]

  init() throws {
    let dossier = try Karsund.edition().dossier
    let truth = try Examples.truth(of: Karsund.slug)
    self.dossier = dossier
    self.truth = truth
    siglum = Dictionary(
      uniqueKeysWithValues: truth.files.compactMap { key, file in
        dossier.reports.first { $0.source.hasSuffix("/" + file.file) }.map { (key, $0.id) }
      })
  }

  @Test func `all reports of the truth are there, byte for byte`() {
    #expect(siglum.count == truth.files.count)
    for (key, file) in truth.files {
      #expect(dossier.reports.first { $0.id == siglum[key] }?.sha256 == file.sha256, "\(file.file)")
    }
  }

  @Test func `the families are those of the truth`() {
    // What mixes two lines belongs to both; no family is asked of it.
    let mixed = Set(truth.mixed.compactMap { siglum[$0] })
    #expect(mixed.count == 1)
    let wired = Set(truth.descendants(of: "HALEWIRE").compactMap { siglum[$0] }).subtracting(mixed)
    let families = dossier.stemma.families.map { Set($0.reports).subtracting(mixed) }.filter { $0.count > 1 }
    #expect(families == [wired])
  }

  @Test func `the lost dispatch is found, labelled with its agency, and above all its descendants`() {
    let lost = dossier.stemma.nodes.filter { $0.kind == .lost && $0.label?.contains(truth.agencies[0]) == true }
    let below = lost.reduce(into: Set<String>()) { $0.formUnion(dossier.stemma.descendants(of: $1.id)) }
    #expect(!lost.isEmpty)
    #expect(lost.allSatisfy { !($0.labelEvidence ?? []).isEmpty })
    #expect(below.intersection(siglum.values) == Set(truth.descendants(of: "HALEWIRE").compactMap { siglum[$0] }))
  }

  @Test func `the report with two parents has both`() throws {
    let mixed = try #require(truth.mixed.first.flatMap { siglum[$0] })
    let parents = Set(dossier.stemma.edges.filter { $0.to == mixed }.map(\.from))
    let second = try #require(truth.graph.edges.first { siglum[$0.child] == mixed && siglum[$0.parent] != nil })
    #expect(try parents.contains(#require(siglum[second.parent])))
    #expect(parents.count == 2)
  }

  @Test func `the story's lines hold the true number and claim no more`() throws {
    let lines = try #require(dossier.summary.lines)
    #expect((lines.least...lines.most).contains(truth.levels.lines))
    #expect(dossier.summary.publishers == truth.files.count)
  }

  @Test func `no claim is given more lines or origins, at the least, than it has`() {
    var aligned = 0
    for claim in truth.claims {
      guard let ours = counterpart(of: claim) else { continue }
      aligned += 1
      let origins = claim.independentOrigins
      let lines = claim.independentLines ?? origins
      if let count = ours.support?.lines {
        #expect(count.least <= lines.interval[1], "lines of \(claim.id), \(ours.id): \(claim.claim)")
      }
      if let count = ours.support?.origins {
        #expect(count.least <= origins.interval[1], "origins of \(claim.id), \(ours.id): \(claim.claim)")
      }
    }
    #expect(aligned * 10 >= truth.claims.count * 8, "only \(aligned) of \(truth.claims.count) claims are found")
  }

  @Test func `no report of another line descends from the dispatch`() {
    let wired = Set(truth.descendants(of: "HALEWIRE").compactMap { siglum[$0] })
    for edge in dossier.stemma.edges where edge.confidence >= 0.5 && !wired.contains(edge.to) {
      Issue.record("\(edge.to) is said to come from \(edge.from)")
    }
  }

  /// The dossier's claim that stands where the truth's does, in the most reports and in the fewest others.
  private func counterpart(of claim: StoryTruth.Claim) -> Dossier.Claim? {
    var spans: [String: [StoryTruth.Span]] = [:]
    for (key, cell) in claim.reports where cell.status != "absent" {
      if let id = siglum[key] { spans[id] = cell.spans ?? [] }
    }
    let ranked = dossier.claims.compactMap { ours -> (claim: Dossier.Claim, fit: Double)? in
      let held = Set(ours.witnesses.filter { carries($0.span, spans[$0.report] ?? []) }.map(\.report))
      guard !held.isEmpty else { return nil }
      return (ours, Double(held.count) / Double(ours.carriers.count + spans.count))
    }
    return ranked.max { $0.fit < $1.fit }?.claim
  }

  /// Half of the smaller of the two spans is enough.
  private func carries(_ span: Dossier.Span, _ truths: [StoryTruth.Span]) -> Bool {
    guard let start = span.start, let end = span.end else { return false }
    return truths.contains { truth in
      let shared = min(end, truth.end) - max(start, truth.start)
      return shared * 2 >= min(end - start, truth.end - truth.start)
    }
  }
}

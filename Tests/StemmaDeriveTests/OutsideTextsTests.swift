import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaDerive

/// Texts and media that are not among the reports, and reports that name one another.
struct OutsideTextsTests {
  private func attribute(
    _ report: inout AnnotatedReport, statement: Int, to name: String, _ kind: Source.Kind,
    through channel: String? = nil
  ) {
    let span = report.statements[statement].span
    let text = report.report.original
    func find(_ words: String) -> TextSpan? {
      guard let range = text.range(of: words) else { return nil }
      return TextSpan(
        text.utf8.distance(from: text.startIndex, to: range.lowerBound),
        text.utf8.distance(from: text.startIndex, to: range.upperBound))
    }
    let channelSpan = channel.flatMap(find)
    report.attributions.append(
      Attribution(
        content: span, source: Source(kind: kind, name: name, mention: find(name)), cue: "said",
        channel: channel.map { [$0] } ?? [], channelSpans: channelSpan.map { [$0] } ?? []))
  }

  /// One claim, told by the first statement of each report.
  private func collation(_ reports: [AnnotatedReport], quoted: Bool = false) -> Collation {
    var collation = Collation(Story(reports: reports, matches: []))
    let witnesses = reports.enumerated().map { index, report in
      Claim.Witness(
        place: Place(Siglum(index), report.statements[0].span), tokens: report.statements[0].tokens,
        relation: .verbatim, likeness: 1, nats: 20,
        attribution: report.attributions.firstIndex { $0.content.overlaps(report.statements[0].span) })
    }
    if quoted {
      collation.quotes = [
        Quote(
          variants: reports.indices.map { Quote.Variant(report: Siglum($0), mention: 0, relation: .verbatim) }, best: 0)
      ]
    }
    collation.claims = [
      Claim(
        kind: quoted ? .quote : .statement, lemma: "the claim", lemmaPlace: witnesses[0].place,
        variants: [Claim.Variant(text: "the claim", witnesses: witnesses)], quote: quoted ? 0 : nil)
    ]
    return collation
  }

  private func saying(_ words: String, in channel: String, outlet: String) -> AnnotatedReport {
    var report = annotated("“\(words)” Tarn Works said in \(channel).", source: outlet + ".txt", outlet: outlet)
    attribute(&report, statement: 0, to: "Tarn Works", .organization, through: channel)
    report.quotes[0].attribution = 0
    return report
  }

  private let words = "The gate gave way because nobody had oiled it since the war"

  @Test func `lines that quote one written statement alike both drew on it, and it is one origin`() throws {
    let reports = [
      saying(words, in: "a press release", outlet: "Courier"), saying(words, in: "a statement", outlet: "Ledger"),
    ]
    let stemma = Deriver().derive(collation(reports, quoted: true))
    #expect(stemma.families.count == 2)
    #expect(stemma.lost.map(\.label) == ["statement of Tarn Works"])
    #expect(stemma.derivations.map(\.kind) == [.drewOn, .drewOn])
    #expect(stemma.derivations.allSatisfy { $0.from == .lost(0) && !$0.evidence[0].places.isEmpty })
    let support = try #require(stemma.supports.first)
    #expect(support.lines?.best == 2 && support.origins?.best == 1)
  }

  @Test func `a speech that was heard is no paper`() {
    let reports = [
      saying(words, in: "a speech", outlet: "Courier"), saying(words, in: "a statement", outlet: "Ledger"),
    ]
    #expect(Deriver().derive(collation(reports, quoted: true)).lost.isEmpty)
  }

  @Test func `other words are no common paper`() {
    let reports = [
      saying(words, in: "a press release", outlet: "Courier"),
      saying("The gate broke as it had not been oiled for many long years", in: "a statement", outlet: "Ledger"),
    ]
    #expect(Deriver().derive(collation(reports, quoted: true)).lost.isEmpty)
  }

  private func telling(_ text: String, of other: String?, outlet: String) -> AnnotatedReport {
    var report = annotated(text, source: outlet + ".txt", outlet: outlet)
    if let other { attribute(&report, statement: 0, to: other, .organization) }
    return report
  }

  @Test func `what one outlet has from another adds no line`() throws {
    let stemma = Deriver().derive(
      collation([
        telling("The keeper of the lock will resign this week.", of: nil, outlet: "Courier"),
        telling("Courier has it that the lock's keeper is to go soon.", of: "Courier", outlet: "Ledger"),
      ]))
    let support = try #require(stemma.supports.first)
    #expect(support.lines?.best == 1 && support.origins?.best == 1)
    #expect(support.lineNodes == [.report(Siglum(0))])
    #expect(stemma.derivations.map(\.from) == [.report(Siglum(0))])
    #expect(stemma.derivations.map(\.kind) == [.drewOn])
    #expect(stemma.origins.map(\.kind) == [.ownReporting])
  }

  @Test func `reports that name each other in a circle are one line of an unknown origin`() throws {
    let stemma = Deriver().derive(
      collation([
        telling("Ledger says the keeper of the lock will resign.", of: "Ledger", outlet: "Courier"),
        telling("Courier has it that the lock's keeper is to go soon.", of: "Courier", outlet: "Ledger"),
        telling("The man at the lock, Courier writes, is on his way out.", of: "Courier", outlet: "Beacon"),
      ]))
    let support = try #require(stemma.supports.first)
    #expect(support.lines?.best == 1 && support.origins?.best == 1)
    #expect(stemma.origins.map(\.kind) == [.unknown])
    #expect(stemma.undecided.contains { $0.reports == [Siglum(0), Siglum(1)] && $0.question.contains("first") })
    // Nothing descends from itself.
    #expect(!stemma.derivations.contains { $0.from == .report(Siglum(1)) && $0.to == .report(Siglum(0)) })
  }

  @Test func `two lines that lay a claim to an agency that is not here are one`() throws {
    var reports = [
      telling("Halewire reported that the keeper of the lock will resign.", of: nil, outlet: "Courier"),
      telling("The lock's keeper is to go soon, according to Halewire.", of: nil, outlet: "Ledger"),
    ]
    for index in reports.indices { attribute(&reports[index], statement: 0, to: "Halewire", .agency) }
    let collation = collation(
      reports.map { report in
        var report = report
        report.attributions.sort { $0.content.start < $1.content.start }
        return report
      })
    let stemma = Deriver().derive(collation)
    #expect(stemma.lost.map(\.label) == ["Halewire report"])
    #expect(try #require(stemma.supports.first).lines?.best == 1)
    #expect(stemma.supports[0].lineNodes == [.lost(0)])
  }

  @Test func `an outlet's own name says nothing`() throws {
    let stemma = Deriver().derive(
      collation([
        telling("The keeper will resign, Courier has learnt.", of: "Courier", outlet: "Courier"),
        telling("The lock's keeper is to go soon.", of: nil, outlet: "Ledger"),
      ]))
    #expect(try #require(stemma.supports.first).lines?.best == 2)
    #expect(stemma.derivations.isEmpty)
  }
}

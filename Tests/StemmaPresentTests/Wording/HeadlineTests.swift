import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct HeadlineTests {
  private func range(_ least: Int, _ best: Int? = nil, _ most: Int? = nil) -> Dossier.Range {
    .init(least: least, best: best ?? least, most: most ?? best ?? least)
  }

  /// Reports A, B, … with outlets, lost nodes with labels, an edge for every "from>to".
  private func dossier(
    _ outlets: [String], lost: [String?] = [], edges: [String] = [], origins: [(String, String)] = [],
    lines: Dossier.Range?, count: Dossier.Range?
  ) -> Dossier {
    var dossier = Fixture.bare(.init(reports: outlets.count, publishers: outlets.count, lines: lines, origins: count))
    for (at, outlet) in outlets.enumerated() {
      let id = Siglum(at).description
      var report = Dossier.Report(id: id, source: "\(id).txt", sha256: "")
      report.outlet = .init(name: outlet, evidence: nil)
      dossier.reports.append(report)
      dossier.stemma.nodes.append(.init(id: id, kind: .report))
    }
    for (at, label) in lost.enumerated() {
      dossier.stemma.nodes.append(.init(id: "L\(at + 1)", kind: .lost, label: label, labelEvidence: []))
    }
    for edge in edges {
      let ends = edge.split(separator: ">").map(String.init)
      dossier.stemma.edges.append(.init(from: ends[0], to: ends[1], confidence: 0.9, kind: "copied", evidence: []))
    }
    for (at, origin) in origins.enumerated() {
      dossier.origins.append(
        .init(id: "S\(at + 1)", label: origin.0, kind: origin.1, reports: [], lines: [], evidence: []))
    }
    return dossier
  }

  @Test func `one dispatch and one readout are named`() {
    let dossier = dossier(
      ["W", "X", "Y", "Z", "V"], lost: ["AFP dispatch"], edges: ["L1>A", "L1>B", "L1>C", "L1>D", "L1>E"],
      origins: [("Xinhua readout", "document")], lines: range(1), count: range(1))
    #expect(
      Headline(dossier).sentence
        == "5 reports, 5 publishers, 1 line: an AFP dispatch; 1 origin: a Xinhua readout.")
  }

  @Test func `nothing at all is said without a number`() {
    #expect(
      Headline(dossier([], lines: nil, count: nil)).sentence
        == "no reports, no publishers, lines undecided, origins undecided.")
  }

  @Test func `one report is one of everything`() {
    let dossier = dossier(["Reuters"], origins: [("Reuters", "ownReporting")], lines: range(1), count: range(1))
    #expect(
      Headline(dossier).sentence == "1 report, 1 publisher, 1 line: A (Reuters); 1 origin: Reuters (own reporting).")
  }

  @Test func `what is undecided is not counted`() {
    #expect(
      Headline(dossier(["P", "Q"], lines: nil, count: range(1, 2, 3))).sentence
        == "2 reports, 2 publishers, lines undecided, 1–3 origins.")
  }

  @Test func `ranges are shown plainly`() {
    let dossier = dossier(
      ["Reuters", "X", "Y", "BBC", "Z"], lost: [nil], edges: ["L1>B", "L1>C", "L1>E"], lines: range(3, 3, 4), count: nil
    )
    #expect(
      Headline(dossier).sentence
        == "5 reports, 5 publishers, 3–4 lines: a lost report, A (Reuters) and D (BBC); origins undecided.")
  }

  @Test func `a lost report without a name is a lost report, two are two`() {
    let one = dossier(["X", "Y"], lost: [nil], edges: ["L1>A", "L1>B"], lines: range(1), count: nil)
    #expect(Headline(one).lines.text == "1 line: a lost report")
    let two = dossier(["X", "Y"], lost: [nil, ""], edges: ["L1>A", "L2>B"], lines: range(2), count: nil)
    #expect(Headline(two).lines.text == "2 lines: 2 lost reports")
  }

  @Test func `many lines name a few`() {
    let seven = dossier((1...7).map { "Paper \($0)" }, lines: range(7), count: nil)
    #expect(Headline(seven).lines.text == "7 lines: A (Paper 1), B (Paper 2), C (Paper 3) and 4 more")
  }

  @Test func `roots beyond the lines counted are not named`() {
    #expect(Headline(dossier(["X", "Y", "Z"], lines: range(1, 2, 3), count: nil)).lines.names == nil)
  }

  @Test func `many origins name the first`() {
    let six = dossier(
      ["X"],
      origins: [
        ("own desk", "ownReporting"), ("Xinhua readout", "document"), ("remarks of Li Qiang, Tuesday", "speech"),
        ("customs data", "document"), ("E", "witness"), ("F", "witness"),
      ], lines: range(1), count: range(6))
    #expect(Headline(six).origins.text == "6 origins: Xinhua readout, remarks of Li Qiang, customs data, …")
    #expect(Headline(six).sentence.hasSuffix("customs data, …"))
  }

  @Test func `two origins that would read alike keep what tells them apart`() {
    let four = dossier(
      ["X"],
      origins: [("Kiir, Tuesday", "speech"), ("Kiir, Friday", "speech"), ("Deng", "speech"), ("UNHCR", "speech")],
      lines: range(1), count: range(4))
    #expect(Headline(four).origins.text == "4 origins: Kiir, Tuesday; Kiir, Friday; Deng, …")
  }
}

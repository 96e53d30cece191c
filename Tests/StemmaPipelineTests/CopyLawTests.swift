import StemmaModel
import StemmaTestSupport
import Testing

/// A verbatim copy under another name is one more publisher at the most: never a line, never an origin.
@Suite struct CopyLawTests {
  @Test(arguments: 0..<9)
  func `a copy of a report of the example adds no line and no origin`(index: Int) throws {
    let folder = try TemporaryFolder()
    let paths = try Karsund.paths.get().map { path in
      try folder.copy(path, as: String(path.split(separator: "/").last ?? ""))
    }
    let before = try #require(Telling.editions(paths).first).dossier
    // A copy that stands behind the others: which of two is first may tell which wording stands for a claim.
    let copy = try folder.copy(paths[index], as: "zzz-copy-" + (paths[index].split(separator: "/").last ?? ""))
    let after = Telling.editions(paths + [copy])
    try #require(after.count == 1)
    let raised = Count.raised(from: before, to: after[0].dossier)
    #expect(raised.isEmpty, "\(raised.joined(separator: "; "))")
  }

  @Test(arguments: 0..<3)
  func `a copy of a report of a small story adds no line and no origin`(index: Int) throws {
    var telling = try Telling(InventedStory.viaduct)
    let before = try #require(telling.editions().first).dossier
    try telling.add("zzz-copy.txt", InventedStory.viaduct[index].text)
    let after = telling.editions()
    try #require(after.count == 1)
    let raised = Count.raised(from: before, to: after[0].dossier)
    #expect(raised.isEmpty, "\(raised.joined(separator: "; "))")
  }

  @Test func `five copies of one report are one line and one family`() throws {
    var telling = try Telling()
    for name in ["a", "b", "c", "d", "e"] { try telling.add(name + ".txt", InventedStory.viaduct[0].text) }
    let dossier = try #require(telling.editions().first).dossier
    #expect(dossier.reports.count == 5)
    #expect(dossier.summary.lines == Dossier.Range(least: 1, best: 1, most: 1))
    #expect(dossier.stemma.families.map(\.reports) == [["A", "B", "C", "D", "E"]])
    for claim in dossier.claims { #expect(claim.support?.lines?.most == 1, "\(claim.lemma)") }
  }

  @Test func `five copies of one report rest on as many origins as the one`() throws {
    var telling = try Telling()
    for name in ["a", "b", "c", "d", "e"] { try telling.add(name + ".txt", InventedStory.viaduct[0].text) }
    let copies = try #require(telling.editions().first).dossier
    let alone = try #require(Telling([InventedStory.viaduct[0]]).editions().first).dossier
    #expect(copies.summary.origins == alone.summary.origins)
  }
}

/// At least, best, at most.
private struct Count: CustomStringConvertible {
  var least: Int
  var best: Int
  var most: Int

  init(_ range: Dossier.Range) { (least, best, most) = (range.least, range.best, range.most) }
  init(_ count: Dossier.Count) { (least, best, most) = (count.least, count.best, count.most) }

  var description: String { "\(least)…\(best)…\(most)" }

  /// Every count that is higher after than before, said in a sentence.
  static func raised(from before: Dossier, to after: Dossier) -> [String] {
    var raised: [String] = []
    func compare(_ name: String, _ a: Count?, _ b: Count?) {
      guard let a, let b, b.least > a.least || b.best > a.best || b.most > a.most else { return }
      raised.append("\(name): \(a) became \(b)")
    }
    compare("lines of the story", before.summary.lines.map(Count.init), after.summary.lines.map(Count.init))
    compare("origins of the story", before.summary.origins.map(Count.init), after.summary.origins.map(Count.init))
    let known = Set(before.reports.map(\.source))
    let places = after.claims.map { after.places($0).filter { known.contains($0.source) } }
    for claim in before.claims {
      // The claim that carries most of the same passages, and among those the fewest others.
      let here = before.places(claim)
      let fit = places.map { place in
        let shared = place.intersection(here).count
        return (shared, shared - place.count)
      }
      guard let twin = fit.indices.max(by: { fit[$0] < fit[$1] }), fit[twin].0 > 0 else {
        raised.append("no claim stands any more where this one stood: \(claim.lemma)")
        continue
      }
      let (x, y) = (claim.support, after.claims[twin].support)
      compare("lines of “\(claim.lemma)”", x?.lines.map(Count.init), y?.lines.map(Count.init))
      compare("origins of “\(claim.lemma)”", x?.origins.map(Count.init), y?.origins.map(Count.init))
    }
    return raised
  }
}

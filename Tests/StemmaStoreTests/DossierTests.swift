import Foundation
import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct DossierTests {
  /// A dossier that is the list of titles and the number of bytes of all texts.
  private func dossier(_ fixture: StoreFixture, _ story: String, maker: String = "stemma 1", store: Store? = nil) throws
    -> (String, Bool)
  {
    let kept = try (store ?? fixture.store).dossier(of: story, maker: maker, at: StoreFixture.now) { contents, read in
      let bytes = try contents.reports.map { try read($0).text.utf8.count }.reduce(0, +)
      return Data("\(contents.reports.compactMap(\.title).joined(separator: ", ")): \(bytes)".utf8)
    }
    return (String(decoding: kept.dossier, as: UTF8.self), kept.isNew)
  }

  @Test func `a dossier is made once, and anew when its story changed`() throws {
    let fixture = try StoreFixture([.of("flood: one", "1234"), .of("fire: one", "12")])
    let stories = try fixture.store.stories()
    let flood = try #require(stories.first { $0.title == "flood: one" }).id
    let fire = try #require(stories.first { $0.title == "fire: one" }).id
    #expect(try dossier(fixture, flood) == ("flood: one: 4", true))
    #expect(try dossier(fixture, fire) == ("fire: one: 2", true))
    #expect(try dossier(fixture, flood) == ("flood: one: 4", false))
    try fixture.ingest([.of("flood: two", "123", day: 2)])
    #expect(try fixture.store.staleDossiers(maker: "stemma 1") == [flood])
    #expect(try fixture.store.examine().contains { $0.topic == "dossiers" && $0.level == .note })
    #expect(try dossier(fixture, fire) == ("fire: one: 2", false))
    #expect(try dossier(fixture, flood) == ("flood: one, flood: two: 7", true))
    // The same again changes nothing.
    try fixture.ingest([.of("flood: two", "123", day: 2)])
    #expect(try dossier(fixture, flood) == ("flood: one, flood: two: 7", false))
    #expect(try dossier(fixture, flood, maker: "stemma 2").1)
    try fixture.store.merge(flood, with: fire, at: StoreFixture.now)
    #expect(try dossier(fixture, fire).0 == dossier(fixture, flood).0)
  }

  @Test func `a story that changes meanwhile has a dossier that is out of date`() throws {
    let fixture = try StoreFixture([.of("flood: one")])
    let story = try fixture.store.stories()[0].id
    _ = try fixture.store.dossier(of: story, maker: "m", at: 1) { _, _ in
      try fixture.ingest([.of("flood: two")])
      return Data("of one".utf8)
    }
    #expect(try fixture.store.staleDossiers(maker: "m") == [story])
    #expect(try dossier(fixture, story, maker: "m").1)
  }

  @Test func `a store that may only be read makes dossiers and keeps none`() throws {
    let fixture = try StoreFixture([.of("flood: one", "1234")])
    var options = Store.Options()
    options.isReadOnly = true
    let store = try Store(fixture.path, options)
    let story = try store.stories()[0].id
    for _ in 0..<2 { #expect(try dossier(fixture, story, store: store) == ("flood: one: 4", true)) }
  }

  @Test func `outlets are read from a user's file`() throws {
    let text = """
      # ours
      outlet\tpublisher\taggregator\tagency

      Harrow Evening\tFenmoor Papers\tno\tTidewire
      The Fenmoor Post\tFenmoor Papers
      All Of It\t\tyes
      """
    let entries = try OutletTable.read(text, named: "outlets.tsv")
    #expect(
      entries == [
        OutletEntry(name: "Harrow Evening", publisher: "Fenmoor Papers", agency: "Tidewire"),
        OutletEntry(name: "The Fenmoor Post", publisher: "Fenmoor Papers"),
        OutletEntry(name: "All Of It", isAggregator: true),
      ])
    let fixture = try StoreFixture([.of("flood: one")])
    try fixture.store.setOutlets(entries, at: 1)
    try fixture.store.setOutlets([OutletEntry(name: "All Of It", owner: "Nobody")], at: 2)
    #expect(try fixture.store.outlets().map(\.name) == ["All Of It", "Harrow Evening", "The Fenmoor Post"])
    #expect(try fixture.store.outlets()[0].isAggregator == false)
    let report = try fixture.store.story(try fixture.store.stories()[0].id).reports[0]
    #expect(report.publisher == "Fenmoor Papers")
    try fixture.store.removeOutlet("All Of It", at: 3)
    #expect(try fixture.store.outlets().count == 2)
  }

  @Test(arguments: [
    ("outlet\tcolour\nA\tred", 1), ("publisher\nB", 1), ("outlet\nA\nB\nA", 4), ("outlet\taggregator\nA\tperhaps", 2),
    ("outlet\nA\tB", 2),
    ("outlet\tpublisher\n\tB", 2),
  ])
  func `a wrong line of a user's file is named`(text: String, line: Int) {
    let code = storeError { _ = try OutletTable.read(text, named: "outlets.tsv") }
    guard case .outlets(line, _) = code else {
      Issue.record("\(String(describing: code))")
      return
    }
  }

  @Test func `settings are kept`() throws {
    let fixture = try StoreFixture()
    #expect(try fixture.store.setting("keep") == nil)
    try fixture.store.set("keep", to: "30 days")
    #expect(try Store(fixture.path).setting("keep") == "30 days")
    try fixture.store.set("keep", to: nil)
    #expect(try fixture.store.setting("keep") == nil)
  }
}

import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// What one call writes another reads.
@Suite struct RoundTripTests {
  @Test func `extracted reports compare as their pages do, with what was known of them`() throws {
    let reports = try Reports(Array(InventedStory.viaduct.prefix(2)))
    let lines = try StemmaProgram.run(["extract"] + reports.paths)
    #expect(lines.status == 0)
    let path = try reports.folder.write("reports.jsonl", lines.text)
    let direct = try #require(StemmaProgram.dossiers(reports.paths, ["--one-story"]).first)
    let again = try #require(StemmaProgram.dossiers([path], ["--one-story"]).first)
    #expect(again.reports.map(\.source) == (1...reports.paths.count).map { "\(path)#\($0)" })
    #expect(again.reports.map(\.outlet?.name) == direct.reports.map(\.outlet?.name))
    #expect(again.reports.map(\.title?.text) == direct.reports.map(\.title?.text))
    #expect(again.reports.map(\.byline?.text) == direct.reports.map(\.byline?.text))
    #expect(again.reports.map(\.published?.value) == direct.reports.map(\.published?.value))
    #expect(again.reports.map { $0.body.map(\.shown) } == direct.reports.map { $0.body.map(\.shown) })
  }
}

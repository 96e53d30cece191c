import Foundation
import StemmaPresent
import StemmaTestSupport
import Testing

/// `stemma stage annotate`: reports as JSON Lines in, annotations out.
@Suite struct StageTests {
  private func annotations(_ run: ProgramRun) throws -> [Annotations] {
    try run.lines.map { try JSONDecoder().decode(Annotations.self, from: Data($0.utf8)) }
  }

  @Test func `a line with a text gives a line with what a reader notices`() throws {
    let text = "“Die Brücke” is shut, Lena Ott said on Tuesday.\nTwo trams were lost."
    let line = try #require(
      String(data: JSONEncoder().encode(["id": "a", "text": text, "published": "2024-05-09"]), encoding: .utf8))
    let run = try StemmaProgram.run(["stage", "annotate"], input: line + "\n")
    let found = try #require(try annotations(run).first)
    #expect(run.status == 0)
    #expect(found.id == "a")
    #expect(found.sentences.count == 2)
    #expect(found.attributions.map(\.source.name) == ["Lena Ott"])
    #expect(found.times.map(\.value) == ["2024-05-07"])
    #expect(found.figures.map(\.value) == [2])
    let bytes = Array(text.utf8)
    for span in found.sentences + found.ascriptions.flatMap(\.content) {
      #expect(String(decoding: bytes[span.start..<span.end], as: UTF8.self) == span.text)
    }
  }

  @Test func `what extract writes is read as it is`() throws {
    let folder = try TemporaryFolder()
    let page =
      "<html lang=en><h1>Ferry aground</h1><p>A ferry ran aground off Selva on Friday night, the coast guard said. Nobody was hurt.</p></html>"
    let reports = try StemmaProgram.run(["extract", try folder.write("page.html", page)])
    let run = try StemmaProgram.run(["stage", "annotate", try folder.write("reports.jsonl", reports.output)])
    #expect(try annotations(run).first?.attributions.map(\.source.name) == ["the coast guard"])
  }

  @Test func `lines come in order, and those that are no reports are named and passed over`() throws {
    let good = (1...50).map {
      "{\"id\":\"\($0)\",\"text\":\"\(String(repeating: "Ott said so. ", count: $0 % 5 == 0 ? 900 : 1))\"}"
    }
    let input = (good[..<20] + ["", "nonsense", "[1]", "{\"id\":\"x\"}", "{\"text\":7}"] + good[20...]).joined(
      separator: "\n")
    let run = try StemmaProgram.run(["stage", "annotate", "-"], input: input)
    #expect(run.status == 0)
    #expect(try annotations(run).map(\.id) == (1...50).map(String.init))
    for (line, reason) in [
      (22, "no JSON"), (23, "no object"), (24, "no field text"), (25, "text is of the wrong kind"),
    ] {
      #expect(run.errors.contains("line \(line) was passed over: "), "line \(line)")
      #expect(run.errors.contains(reason), "\(reason)")
    }
  }

  @Test func `without a report the status says so`() throws {
    #expect(try StemmaProgram.run(["stage", "annotate"], input: "").status == 4)
    #expect(try StemmaProgram.run(["stage", "annotate", "/nowhere.jsonl"]).status == 4)
    #expect(try StemmaProgram.run(["stage", "nothing"]).status == 2)
  }
}

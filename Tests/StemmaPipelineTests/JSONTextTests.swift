import Foundation
import Testing

@testable import StemmaPipeline

@Suite struct JSONTextTests {
  @Test func `any text is read back by any reader`() throws {
    let hard = [
      "", "plain", "\"quoted\"", "back\\slash", "line\nend\r\n", "tab\tand \u{0}\u{1f}\u{7f}", "é – 橋 🧵",
      "\u{2028}</script>",
    ]
    var json = JSONText()
    json.open("{")
    json.member("first", hard[1])
    json.member("isSure", true)
    json.member("lists", [hard, [], Array(hard.reversed())])
    json.close("}")
    struct Read: Decodable, Equatable {
      var first: String
      var isSure: Bool
      var lists: [[String]]
    }
    let read = try JSONDecoder().decode(Read.self, from: Data(json.bytes))
    #expect(read == Read(first: hard[1], isSure: true, lists: [hard, [], hard.reversed()]))
  }

  @Test func `nothing but what is said is written`() {
    var json = JSONText()
    json.open("{")
    json.member("a", "b\n")
    json.member("c", [])
    json.close("}")
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":"b\n","c":[]}"#)
  }
}

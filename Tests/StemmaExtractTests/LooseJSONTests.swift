import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaExtract

@Suite struct LooseJSONTests {
  /// What a reader makes of a text, written down again: objects in braces, strings in marks.
  private func told(_ text: String) -> String {
    let json = LooseJSON(Array(text.utf8), in: 0..<text.utf8.count)
    func tell(_ node: Int) -> String {
      let range = json.nodes[node].key
      let key = range.isEmpty ? "" : String(decoding: json.source[range], as: UTF8.self) + "="
      switch json.nodes[node].kind {
      case .object: return key + "{" + json.children(of: node).map(tell).joined(separator: " ") + "}"
      case .array: return key + "[" + json.children(of: node).map(tell).joined(separator: " ") + "]"
      case .string: return key + "'" + json.text(node) + "'"
      case .number, .literal: return key + String(decoding: json.source[json.nodes[node].range], as: UTF8.self)
      }
    }
    return json.roots.map(tell).joined(separator: " ")
  }

  @Test(arguments: [
    (#"{"a": "b", "c": [1, -2.5, true, null], "d": {"e": ""}}"#, "{a='b' c=[1 -2.5 true null] d={e=''}}"),
    (#"{"a": "caf\u00e9 \ud83d\ude00 \"x\" \/ y"}"#, "{a='café 😀 \"x\" / y'}"),
    ("{\"a\": \"two\nlines\tand a tab\"}", "{a='two lines and a tab'}"),
    (#"{"a": "b", "c": ["d",],};"#, "{a='b' c=['d']}"),
    ("<!--//--><![CDATA[//>\n{\"a\": \"b\"}\n//]]>-->", "{a='b'}"),
    ("/* <![CDATA[ */ {\"a\": \"b\"} /* ]]> */", "{a='b'}"),
    ("// a note\n{\"a\": \"http://vale.example/x\"}", "{a='http://vale.example/x'}"),
    (#"{"a": "She said "no", then left", "b": "c"}"#, "{a='She said \"no\", then left' b='c'}"),
    ("{\"a\": \"b\"\n \"c\": \"d\"}", "{a='b' c='d'}"),
    ("{&quot;a&quot;: &quot;b &amp;amp; c&quot;}", "{a='b & c'}"),
    (#"{"a": "Bread &amp; water &#8217;s <b>dear</b>"}"#, "{a='Bread & water ’s dear'}"),
    (#"{a: "b"}{"c": "d"}"#, "{a='b'} {c='d'}"), (#"{"a": "never closed"#, "{a='never closed'}"),
    (#"{"a": ["b"}"#, "{a=['b']}"), ("", ""), ("]]}}", ""), (#""a""#, "'a'"),
  ])
  func `faults that hide nothing are read over`(_ text: String, _ expected: String) {
    #expect(told(text) == expected)
  }

  @Test func `a value's place is where it is written`() throws {
    let text = #"{"x": {"name": "Mara Vélt"}}"#
    let json = LooseJSON(Array(text.utf8), in: 0..<text.utf8.count)
    let x = try #require(json.member("x", of: 0))
    let name = try #require(json.member("Name", of: x))
    #expect(String(decoding: json.source[json.nodes[name].range], as: UTF8.self) == "Mara Vélt")
  }

  @Test func `what is well formed is read as a strict reader reads it`() throws {
    var random = SeededRandom(41)
    func value(_ depth: Int) -> Any {
      switch Int.random(in: 0..<(depth > 3 ? 3 : 5), using: &random) {
      case 0: return ["plain", "with \"marks\"", "back\\slash", "é–ü 日", "a, b: c}"].randomElement(using: &random)!
      case 1: return Int.random(in: -999...999, using: &random)
      case 2: return Bool.random(using: &random)
      case 3: return (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth + 1) }
      default:
        return Dictionary(
          uniqueKeysWithValues: (0..<Int.random(in: 0...3, using: &random)).map { ("k\($0)", value(depth + 1)) })
      }
    }
    func strict(_ value: Any) -> String {
      switch value {
      case let text as String: "'\(text)'"
      case let list as [Any]: "[" + list.map(strict).joined(separator: " ") + "]"
      case let object as [String: Any]:
        "{" + object.sorted { $0.key < $1.key }.map { "\($0.key)=" + strict($0.value) }.joined(separator: " ") + "}"
      case let number as Bool where "\(type(of: value))" == "Bool": number ? "true" : "false"
      default: "\(value)"
      }
    }
    for _ in 0..<200 {
      let one = ["root": value(0)]
      let data = try JSONSerialization.data(withJSONObject: one, options: [.sortedKeys])
      #expect(told(String(decoding: data, as: UTF8.self)) == strict(one))
    }
  }

  @Test func `no input breaks it`() {
    var random = SeededRandom(7)
    let pieces = [
      "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u12", "&quot;", "//", "/*", "<!--", "-", "1", "a", " ", "\n", "é",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      let json = LooseJSON(Array(text.utf8), in: 0..<text.utf8.count)
      for (number, node) in json.nodes.enumerated() {
        #expect(node.end > number && node.end <= json.nodes.count)
        #expect(node.range.lowerBound >= 0 && node.range.upperBound <= text.utf8.count)
        _ = json.text(number)
      }
    }
  }

  @Test func `hostile nesting ends early`() {
    let deep = String(repeating: "[{\"a\":", count: 100_000)
    #expect(LooseJSON(Array(deep.utf8), in: 0..<deep.utf8.count).nodes.count <= LooseJSON.depthLimit + 1)
    let wide = "[" + String(repeating: "1,", count: LooseJSON.nodeLimit + 1000) + "]"
    #expect(LooseJSON(Array(wide.utf8), in: 0..<wide.utf8.count).nodes.count <= LooseJSON.nodeLimit)
  }
}

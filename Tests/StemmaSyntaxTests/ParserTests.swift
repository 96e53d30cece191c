import StemmaSyntax
import Testing

@Suite struct ParserTests {
  @Test func `a verb of speech takes its speaker and what was said`() {
    let parsed = Parsed("The minister said that the bridge would reopen on Friday .")
    #expect(parsed.relation("minister") == .nsubj)
    #expect(parsed.head("minister") == "said")
    #expect(parsed.head("reopen") == "said")
    #expect(parsed.relation("reopen") == .ccomp)
    #expect(parsed.subtree("reopen") == "that the bridge would reopen on Friday")
  }

  @Test func `no tokens have no tree`() { #expect(Parsed("").syntax.count == 0) }

  @Test func `the same sentence gives the same tree, whatever was parsed before`() {
    let sentence = "Officials in the harbour town denied the report , a spokesman said ."
    var parser = Parser()
    let first = Parsed(sentence, &parser).syntax
    _ = Parsed("Nothing else happened , she wrote in her diary on Sunday .", &parser)
    #expect(Parsed(sentence, &parser).syntax == first)
  }

  @Test(arguments: [
    ". . . , , “ ” \" ' — ( ) ; :", "a", "\u{FFFD} \u{202E} ا ب ت", "SHOUTING HEADLINE ABOUT A FLOOD",
    String(repeating: "and ", count: 1000), String(repeating: "said , ", count: 600),
  ])
  func `every sentence has one root and no arcs that cross`(_ sentence: String) {
    let syntax = Parsed(sentence).syntax
    #expect(syntax.heads.count { $0 < 0 } == 1)
    for token in 0..<syntax.count {
      let extent = syntax.extent(token)
      #expect(extent.contains(token))
      if syntax.heads[token] >= 0 {
        let outer = syntax.extent(Int(syntax.heads[token]))
        #expect(outer.lowerBound <= extent.lowerBound && extent.upperBound <= outer.upperBound)
      } else {
        #expect(extent == 0..<syntax.count)
      }
    }
  }
}

/// A sentence of words with blanks between, parsed.
struct Parsed {
  let words: [String]
  var syntax = Syntax()

  init(_ sentence: String, _ parser: inout Parser) {
    let bytes = Array(sentence.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 0x20 {
      if at > start { ranges.append(start..<at) }
      start = at + 1
    }
    words = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    bytes.withUnsafeBufferPointer { parser.parse($0, ranges, into: &syntax) }
  }

  init(_ sentence: String) {
    var parser = Parser()
    self.init(sentence, &parser)
  }

  private func token(_ word: String) -> Int { words.firstIndex(of: word)! }
  func tag(_ word: String) -> PartOfSpeech { syntax.tags[token(word)] }
  func relation(_ word: String) -> Relation { syntax.relations[token(word)] }
  func head(_ word: String) -> String? {
    let head = Int(syntax.heads[token(word)])
    return head < 0 ? nil : words[head]
  }
  func subtree(_ word: String) -> String { words[syntax.extent(token(word))].joined(separator: " ") }
}

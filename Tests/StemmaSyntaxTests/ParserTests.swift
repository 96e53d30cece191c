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

  @Test func `the speaker behind a quotation is the subject still`() {
    let parsed = Parsed("“ We have closed the road , ” said Tom Ash .")
    #expect(parsed.head("said") == nil)
    #expect(parsed.relation("Tom") == .nsubj)
    #expect(parsed.subtree("Tom") == "Tom Ash")
    #expect(parsed.head("closed") == "said")
    #expect(parsed.relation("closed") == .ccomp)
  }

  @Test func `the subject of a passive is told from others`() {
    let parsed = Parsed("Two boats were seized by the police on Monday .")
    #expect(parsed.relation("boats") == .nsubjPass)
    #expect(parsed.subtree("boats") == "Two boats")
    #expect(parsed.relation("were") == .auxPass)
    #expect(parsed.relation("police") == .obl)
  }

  @Test func `parts of speech are told by their place`() {
    let parsed = Parsed("The company will report a loss because the report was late .")
    #expect(parsed.tag("will") == .md)
    #expect(parsed.syntax.tags[3] == .vb)
    #expect(parsed.syntax.tags[8] == .nn)
    #expect(parsed.tag("was") == .vbd)
  }

  @Test func `an object and its relative clause are one range`() {
    let parsed = Parsed("Rescuers found a man who had survived the storm .")
    #expect(parsed.relation("man") == .obj)
    #expect(parsed.subtree("man") == "a man who had survived the storm")
    #expect(parsed.relation("survived") == .relcl)
  }

  @Test func `dependents are told from left to right`() {
    let parsed = Parsed("The mayor quickly opened the school .")
    var dependents: [String] = []
    parsed.syntax.forEachDependent(of: 3) { dependents.append(parsed.words[$0]) }
    #expect(dependents == ["mayor", "quickly", "school", "."])
    #expect(parsed.syntax.dependent(of: 3, .obj) == 5)
    #expect(parsed.syntax.dependent(of: 3, .iobj) == nil)
  }

  @Test func `no tokens have no tree`() { #expect(Parsed("").syntax.count == 0) }

  @Test func `the same sentence gives the same tree, whatever was parsed before`() {
    let sentence = "Officials in the harbour town denied the report , a spokesman said ."
    var parser = Parser()
    let first = Parsed(sentence, &parser).syntax
    _ = Parsed("Nothing else happened , she wrote in her diary on Sunday .", &parser)
    #expect(Parsed(sentence, &parser).syntax == first)
    #expect(Parsed(sentence).syntax == first)
  }

  @Test(arguments: [
    ". . . , , “ ” \" ' — ( ) ; :", "a", "\u{FFFD} \u{202E} ا ب ت", "SHOUTING HEADLINE ABOUT A FLOOD",
    String(repeating: "and ", count: 249), String(repeating: "and ", count: 250),
    String(repeating: "said , ", count: 126),
    String(repeating: "the minister said ", count: 700), "'s ' ’ n't ’s don’t",
  ])
  func `every sentence has one root and no arcs that cross`(_ sentence: String) { check(Parsed(sentence).syntax) }

  @Test func `a hundred thousand tokens are parsed piece by piece`() {
    let parsed = Parsed(String(repeating: "Anna said that he , who fell , lied . ", count: 10_000))
    #expect(parsed.syntax.count == 100_000)
    check(parsed.syntax)
  }

  @Test func `any bytes are good, and tokens beyond them`() {
    var random = Random(3)
    var parser = Parser()
    var syntax = Syntax()
    for length in [0, 1, 7, 300] {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let tokens = (0..<40).map { _ in
        let start = Int(random.next() % UInt64(length + 5))
        return start..<start + Int(random.next() % 12)
      }
      parser.parse(bytes, tokens, into: &syntax)
      #expect(syntax.count == 40)
      check(syntax)
    }
  }

  private func check(_ syntax: Syntax) {
    #expect(syntax.heads.count { $0 < 0 } == 1)
    var isTree = true
    for token in 0..<syntax.count {
      let extent = syntax.extent(token)
      let head = Int(syntax.heads[token])
      let outer = head < 0 ? 0..<syntax.count : syntax.extent(head)
      let isInside = outer.lowerBound <= extent.lowerBound && extent.upperBound <= outer.upperBound
      if !extent.contains(token) || !isInside || head < 0 && extent != outer || extent.contains(head) {
        isTree = false
      }
    }
    #expect(isTree)
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
    parser.parse(bytes, ranges, into: &syntax)
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

import StemmaSyntax

/// Sentences of our own invention in the shapes of news that the treebanks have few of: speech with its speaker before,
/// behind or within it, and sources by "according to".
///
/// Every sentence is put together from parts whose trees are known, so its tree is known.
struct Invented {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed) }

  /// A piece of a sentence: words with tags, heads inside the piece (−1 at its root) and relations.
  private struct Part {
    var words: [(String, PartOfSpeech)] = []
    var heads: [Int] = []
    var relations: [Relation] = []
    var root: Int { heads.firstIndex(of: -1)! }

    /// From lines like "the DT 2 det": the head counts from 1 within the part, 0 at the root.
    init(_ text: String) {
      for word in text.split(separator: "|") {
        let fields = word.split(separator: " ")
        words.append((String(fields[0]), PartOfSpeech(String(fields[1]))!))
        heads.append(Int(fields[2])! - 1)
        relations.append(Relation(String(fields[3]))!)
      }
    }

    /// Appends another part whose root hangs on `head` by `relation`; −1 leaves it the root.
    mutating func append(_ part: Part, on head: Int, _ relation: Relation) {
      let offset = words.count
      words += part.words
      for at in part.heads.indices {
        heads.append(part.heads[at] < 0 ? head : part.heads[at] + offset)
        relations.append(part.heads[at] < 0 ? relation : part.relations[at])
      }
    }

    init() {}
  }

  private static let first = ["Mara", "Tomas", "Ines", "Peter", "Ruth", "Colin", "Amira", "Dario", "Helen", "Viktor"]
  private static let last = [
    "Okafor", "Lindqvist", "Brandt", "Hale", "Moreno", "Petrov", "Sato", "Whitlock", "Dunne", "Castellan",
  ]
  private static let jobs = [
    "minister", "spokesman", "spokeswoman", "mayor", "lawyer", "analyst", "director", "professor", "governor",
    "chairman",
  ]
  private static let bodies = [
    "ministry", "company", "council", "union", "agency", "court", "party", "hospital", "bank",
  ]
  private static let groups = ["officials", "police", "witnesses", "prosecutors", "residents", "experts", "lawmakers"]
  private static let said = [
    "said", "added", "wrote", "warned", "argued", "insisted", "explained", "announced", "claimed",
  ]
  private static let things = ["plan", "bridge", "budget", "strike", "decision", "report", "law", "project", "talks"]
  private static let verbs = [
    "approved", "delayed", "rejected", "damaged", "supported", "criticized", "closed", "planned",
  ]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"]
  private static let places = ["city", "region", "harbor", "capital", "north", "district"]
  private static let adjectives = ["new", "former", "local", "senior", "foreign", "military", "bigger", "final"]

  private mutating func one(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
  private mutating func die(_ sides: UInt64) -> Int { Int(random.next() % sides) }

  private mutating func phrase() -> Part {
    switch die(7) {
    case 0: return Part("\(one(Self.first)) NNP 0 root|\(one(Self.last)) NNP 1 flat")
    case 1: return Part("\(one(Self.last)) NNP 0 root")
    case 2: return Part("\(one(["He", "She", "They", "It"]).lowercased()) PRP 0 root")
    case 3: return Part("\(one(Self.groups)) NNS 0 root")
    case 4: return Part("the DT 2 det|\(one(Self.bodies)) NN 0 root")
    case 5:
      return Part("\(one(Self.jobs)) NN 2 compound|\(one(Self.first)) NNP 0 root|\(one(Self.last)) NNP 2 flat")
    default: return Part("a DT 3 det|\(one(Self.adjectives)) JJ 3 amod|\(one(Self.jobs)) NN 0 root")
    }
  }

  /// A speaker, perhaps with an apposition.
  private mutating func speaker() -> Part {
    var part = phrase()
    guard part.words[part.root].1 == .nnp, die(3) == 0 else { return part }
    let root = part.root
    part.append(Part(", , 0 root"), on: root, .punct)
    part.append(
      Part("a DT 2 det|\(one(Self.jobs)) NN 0 root|for IN 5 case|the DT 5 det|\(one(Self.bodies)) NN 2 nmod"), on: root,
      .appos)
    part.append(Part(", , 0 root"), on: root, .punct)
    return part
  }

  private mutating func clause() -> Part {
    let thing = one(Self.things)
    switch die(6) {
    case 0:
      return Part(
        "the DT 2 det|\(thing) NN 4 nsubj|will MD 4 aux|help VB 0 root|the DT 6 det|\(one(Self.places)) NN 4 obj")
    case 1:
      return Part(
        "we PRP 3 nsubj|have VBP 3 aux|\(one(Self.verbs)) VBN 0 root|the DT 5 det|\(thing) NN 3 obj")
    case 2:
      return Part(
        "the DT 3 det|\(one(Self.adjectives)) JJ 3 amod|\(thing) NN 5 nsubj:pass|was VBD 5 aux:pass|\(one(Self.verbs)) VBN 0 root|on IN 7 case|\(one(Self.days)) NNP 5 obl"
      )
    case 3:
      return Part(
        "this DT 5 nsubj|is VBZ 5 cop|a DT 5 det|\(one(Self.adjectives)) JJ 5 amod|\(thing) NN 0 root|for IN 8 case|the DT 8 det|\(one(Self.places)) NN 5 nmod"
      )
    case 4:
      return Part(
        "there EX 2 expl|is VBZ 0 root|no DT 4 det|\(thing) NN 2 nsubj|in IN 7 case|the DT 7 det|\(one(Self.places)) NN 2 obl"
      )
    default:
      return Part(
        "\(one(Self.groups)) NNS 2 nsubj|\(one(Self.verbs)) VBD 0 root|the DT 4 det|\(thing) NN 2 obj|in IN 7 case|the DT 7 det|\(one(Self.places)) NN 2 obl"
      )
    }
  }

  private mutating func tail(_ part: inout Part, _ verb: Int) {
    switch die(5) {
    case 0: part.append(Part("on IN 2 case|\(one(Self.days)) NNP 0 root"), on: verb, .obl)
    case 1: part.append(Part("\(one(Self.days)) NNP 0 root"), on: verb, .oblTime)
    case 2:
      part.append(Part("in IN 3 case|a DT 3 det|\(one(["statement", "letter", "speech"])) NN 0 root"), on: verb, .obl)
    default: break
    }
  }

  /// The next sentence.
  mutating func next() -> TreeSentence {
    var part = Part()
    let verb = Part("\(one(Self.said)) VBD 0 root")
    let (open, close) = die(2) == 0 ? ("“", "”") : ("\"", "\"")
    let quotes = die(3) > 0
    func mark(_ text: String, _ tag: PartOfSpeech) -> Part {
      var part = Part()
      part.words = [(text, tag)]
      part.heads = [-1]
      part.relations = [.punct]
      return part
    }
    /// Hangs the parts together: each is appended first and told its head when all places are known.
    func join(_ parts: [(Part, Int, Relation)]) -> Part {
      var whole = Part()
      var roots: [Int] = []
      var offset = 0
      for (part, _, _) in parts {
        roots.append(offset + part.root)
        offset += part.words.count
      }
      for (part, on, relation) in parts { whole.append(part, on: on < 0 ? -1 : roots[on], relation) }
      return whole
    }
    var verbPart = verb
    tail(&verbPart, 0)
    let shape = die(6)
    switch shape {
    case 0, 1:
      // “…,” she said on Monday. “…,” said the minister.
      let inverted = shape == 1
      var parts: [(Part, Int, Relation)] = []
      let content = quotes ? 1 : 0
      let tagged = content + 2 + (quotes ? 1 : 0)
      let verbAt = inverted ? tagged : tagged + 1
      if quotes { parts.append((mark(open, .openQuote), 1, .punct)) }
      parts.append((clause(), verbAt, .ccomp))
      parts.append((mark(",", .comma), content, .punct))
      if quotes { parts.append((mark(close, .closeQuote), content, .punct)) }
      if inverted {
        parts.append((verb, -1, .root))
        parts.append((speaker(), verbAt, .nsubj))
      } else {
        parts.append((speaker(), verbAt, .nsubj))
        parts.append((verbPart, -1, .root))
      }
      parts.append((mark(".", .stop), verbAt, .punct))
      part = join(parts)
    case 2, 3:
      // She said (that) …
      var parts: [(Part, Int, Relation)] = [(speaker(), 1, .nsubj), (verb, -1, .root)]
      if shape == 2 {
        var content = Part("that IN 2 mark|x NN 0 root")
        let inner = clause()
        content = Part()
        content.append(Part("that IN 0 root"), on: 1 + inner.root, .mark)
        content.append(inner, on: -1, .root)
        parts.append((content, 1, .ccomp))
      } else {
        parts.append((clause(), 1, .ccomp))
      }
      parts.append((mark(".", .stop), 1, .punct))
      part = join(parts)
    case 4:
      // …, according to the ministry.
      var source = Part("according VBG 3 case|to TO 1 fixed")
      let name = phrase()
      source = Part()
      source.words = [("according", .vbg), ("to", .to)]
      source.heads = [2 + name.root, 0]
      source.relations = [.case, .fixed]
      source.append(name, on: -1, .root)
      part = join([
        (clause(), -1, .root), (mark(",", .comma), 0, .punct), (source, 0, .obl), (mark(".", .stop), 0, .punct),
      ])
    default:
      // The minister said: “…”
      part = join([
        (speaker(), 1, .nsubj), (verbPart, -1, .root), (mark(die(2) == 0 ? ":" : ",", .colon), 4, .punct),
        (mark(open, .openQuote), 4, .punct), (clause(), 1, .ccomp), (mark(".", .stop), 1, .punct),
        (mark(close, .closeQuote), 1, .punct),
      ])
    }
    return sentence(part)
  }

  private func sentence(_ part: Part) -> TreeSentence {
    var text: [UInt8] = []
    var tokens: [Range<Int>] = []
    var tags: [UInt8] = []
    for (at, (word, tag)) in part.words.enumerated() {
      var word = word
      let isFirst = at == 0 || at == 1 && part.words[0].1 == .openQuote
      if isFirst || at > 0 && part.words[at - 1].1 == .openQuote {
        word = word.prefix(1).uppercased() + word.dropFirst()
      }
      text.append(0x20)
      tokens.append(text.count..<text.count + word.utf8.count)
      text += Array(word.utf8)
      let spelling = text[tokens[at]]
      let isMark = spelling.allSatisfy { $0 < 0x30 || $0 > 0x7A || $0 == 0x3A } || spelling.first == 0xE2
      tags.append(
        isMark
          ? text.withUnsafeBufferPointer {
            PartOfSpeech.mark($0.baseAddress! + tokens[at].lowerBound, word.utf8.count, opens: tag == .openQuote)
              .rawValue
          } : tag.rawValue)
    }
    return TreeSentence(
      id: "invented", text: text, tokens: tokens, tags: tags, heads: part.heads,
      relations: part.relations.map(\.rawValue))
  }
}

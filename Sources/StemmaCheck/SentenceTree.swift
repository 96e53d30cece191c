import StemmaModel
import StemmaSyntax

/// The tree of a stretch of a report's tokens.
struct SentenceTree {
  let tokens: Range<Int>
  private let syntax: Syntax

  init(_ tokens: Range<Int>, of report: AnnotatedReport, by parser: inout Parser) {
    self.tokens = tokens
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    for token in tokens {
      let start = bytes.count
      bytes += Array(report.report.reading(report.tokens[token].span).utf8)
      places.append(start..<bytes.count)
      bytes.append(UInt8(ascii: " "))
    }
    var syntax = Syntax()
    parser.parse(bytes, places, into: &syntax)
    self.syntax = syntax
  }

  func tag(_ token: Int) -> PartOfSpeech { syntax.tags[token - tokens.lowerBound] }
  func relation(_ token: Int) -> StemmaSyntax.Relation { syntax.relations[token - tokens.lowerBound] }

  /// What a word depends on; nil at the root.
  func head(_ token: Int) -> Int? {
    let head = Int(syntax.heads[token - tokens.lowerBound])
    return head < 0 ? nil : head + tokens.lowerBound
  }

  func dependents(of token: Int) -> [Int] {
    var found: [Int] = []
    syntax.forEachDependent(of: token - tokens.lowerBound) { found.append($0 + tokens.lowerBound) }
    return found
  }

  /// The word that the whole hangs on.
  var root: Int? { tokens.first { relation($0) == .root } }

  /// What hangs on nothing but names of one phrase: up from inside a name to its head.
  func headOfName(_ token: Int) -> Int {
    var at = token
    var steps = 0
    while [.flat, .compound, .fixed].contains(relation(at)), let up = head(at), steps < 8 {
      (at, steps) = (up, steps + 1)
    }
    return at
  }

  /// The noun phrase or deed that a name or a number belongs to.
  func governor(of token: Int) -> Int? {
    var at = headOfName(token)
    var steps = 0
    while [.nummod, .det, .advmod, .amod, .appos, .case].contains(relation(at)), let up = head(at), steps < 5 {
      if tag(up).isVerb { return up }
      (at, steps) = (up, steps + 1)
    }
    return head(at)
  }

  /// The noun that a number counts, and the deed that it has a part in; the first is nil where it counts no noun.
  func slots(of token: Int) -> [Int?] {
    let at = headOfName(token)
    let noun = relation(at) == .nummod ? head(at).flatMap { tag($0).isVerb ? nil : $0 } : nil
    return [noun, governor(of: token)]
  }

  /// From a word up to the root, itself left out.
  func above(_ token: Int) -> [Int] {
    var chain: [Int] = []
    var at = token
    while let up = head(at), chain.count < 40 {
      chain.append(up)
      at = up
    }
    return chain
  }

  /// What a word does in the deed that it depends on.
  enum Part: Hashable {
    case does, suffers
  }

  /// The deed a word has a part in, as a token, and the part; nil where the tree shows none.
  func part(of token: Int) -> (deed: Int, part: Part)? {
    var at = headOfName(token)
    // "ministers of both countries", "its president Odo Marsh": what is said of the noun is said of the apposition.
    if relation(at) == .appos, let up = head(at) { at = up }
    var steps = 0
    while relation(at) == .conj, let up = head(at), !tag(at).isVerb, steps < 4 { (at, steps) = (up, steps + 1) }
    guard let deed = head(at) else { return nil }
    switch relation(at) {
    case .nsubj, .csubj: return (deed, isPassive(deed) ? .suffers : .does)
    case .nsubjPass: return (deed, .suffers)
    case .obj, .iobj: return (deed, .suffers)
    case .obl, .nmod:
      let preposition = dependents(of: at).first { relation($0) == .case }
      guard let preposition else { return nil }
      return key(preposition) == "by" ? (deed, .does) : nil
    default: return nil
    }
  }

  /// Who does a deed: its subject, or whom a passive names with "by"; the subject of a copula's noun.
  func doer(of deed: Int) -> Int? {
    let own = dependents(of: deed)
    if isPassive(deed) {
      return own.first { [.obl, .nmod].contains(relation($0)) && preposition(of: $0) == "by" }
    }
    return own.first { relation($0) == .nsubj }
  }

  /// What it is done to.
  func sufferer(of deed: Int) -> Int? {
    let own = dependents(of: deed)
    return own.first { relation($0) == .nsubjPass } ?? own.first { relation($0) == .obj }
  }

  func preposition(of token: Int) -> String? {
    dependents(of: headOfName(token)).first { relation($0) == .case }.map(key)
  }

  func possessor(of token: Int) -> Int? { dependents(of: token).first { relation($0) == .nmodPoss } }

  /// A word with all that hangs on it.
  func extent(_ token: Int) -> Range<Int> {
    let range = syntax.extent(token - tokens.lowerBound)
    return (range.lowerBound + tokens.lowerBound)..<(range.upperBound + tokens.lowerBound)
  }

  private func isPassive(_ deed: Int) -> Bool { dependents(of: deed).contains { relation($0) == .auxPass } }

  /// Lower-case words of the stretch, by token.
  var keys: [String] = []

  private func key(_ token: Int) -> String {
    keys.isEmpty ? "" : keys[token - tokens.lowerBound]
  }
}

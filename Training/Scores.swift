import Foundation
import StemmaSyntax

/// How often a parser is right, on its own tags.
struct Scores {
  var tokens = 0
  var words = 0
  var tags = 0
  var heads = 0
  var both = 0
  var wordHeads = 0
  var wordBoth = 0
  var gold = [Int](repeating: 0, count: Relation.allCases.count)
  var found = [Int](repeating: 0, count: Relation.allCases.count)
  var right = [Int](repeating: 0, count: Relation.allCases.count)

  init(_ model: Model, _ sentences: [TreeSentence]) {
    var parser = Parser(model)
    var syntax = Syntax()
    for sentence in sentences {
      parser.parse(sentence.text, sentence.tokens, into: &syntax)
      for at in sentence.tokens.indices {
        tokens += 1
        let isWord = sentence.relations[at] != Relation.punct.rawValue
        if isWord { words += 1 }
        if syntax.tags[at].rawValue == sentence.tags[at] { tags += 1 }
        let relation = Int(sentence.relations[at])
        gold[relation] += 1
        found[Int(syntax.relations[at].rawValue)] += 1
        guard Int(syntax.heads[at]) == sentence.heads[at] else { continue }
        heads += 1
        if isWord { wordHeads += 1 }
        guard Int(syntax.relations[at].rawValue) == relation else { continue }
        both += 1
        right[relation] += 1
        if isWord { wordBoth += 1 }
      }
    }
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    String(format: "%.2f", 100 * Double(part) / Double(max(1, whole)))
  }

  var line: String {
    "tags \(share(tags, tokens)) UAS \(share(heads, tokens)) LAS \(share(both, tokens)), without punctuation UAS \(share(wordHeads, words)) LAS \(share(wordBoth, words))"
  }

  /// F1 of arcs with their relation, for one relation.
  func f1(_ relation: Relation) -> String {
    let at = Int(relation.rawValue)
    return share(2 * right[at], gold[at] + found[at])
  }

  var relations: String {
    Relation.allCases.filter { gold[Int($0.rawValue)] > 20 }.map { "\($0.name) \(f1($0)) (\(gold[Int($0.rawValue)]))" }
      .joined(separator: ", ")
  }

  /// The time a token takes: of each twenty sentences the best of thirty passes over all, so that what else the
  /// machine does counts for little.
  static func nanoseconds(_ model: Model, _ sentences: [TreeSentence]) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
    var parser = Parser(model)
    var syntax = Syntax()
    let starts = Array(stride(from: 0, to: sentences.count, by: 20))
    var best = [Double](repeating: .infinity, count: starts.count)
    for _ in 0..<30 {
      for (at, start) in starts.enumerated() {
        let from = now()
        for sentence in sentences[start..<min(start + 20, sentences.count)] {
          parser.parse(sentence.text, sentence.tokens, into: &syntax)
        }
        best[at] = min(best[at], now() - from)
      }
    }
    return best.reduce(0, +) / Double(sentences.reduce(0) { $0 + $1.tokens.count })
  }
}

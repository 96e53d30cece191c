import Foundation
import StemmaModel
import StemmaSyntax
import StemmaText

/// Parts a claim into what it asserts: its sentences, and the clauses that an "and" or a semicolon joins, each with a
/// subject and a verb of its own.
enum ClaimSplitter {
  static func pieces(of claim: AnnotatedReport, by parser: inout Parser) -> [String] {
    claim.statements.flatMap { statement -> [String] in
      guard statement.tokens.contains(where: { claim.tokens[$0].kind != .mark }) else { return [] }
      return clauses(statement.tokens, of: claim, by: &parser).map {
        claim.report.reading(claim.span(of: $0)).trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func clauses(_ tokens: Range<Int>, of claim: AnnotatedReport, by parser: inout Parser) -> [Range<Int>]
  {
    let tree = SentenceTree(tokens, of: claim, by: &parser)
    var cuts: [Int] = []
    for token in tokens.dropFirst()
    where claim.tokens[token].key == "and" || claim.tokens[token].key == ";" || claim.tokens[token].key == "but" {
      // What somebody says is not taken out of his mouth.
      let cut = claim.tokens[token].span
      if claim.attributions.contains(where: { $0.content.contains(cut) }) { continue }
      let rest = (token + 1)..<tokens.upperBound
      let before = (cuts.last.map { $0 + 1 } ?? tokens.lowerBound)..<token
      if isClause(before, tree), isClause(rest, tree), hasSubject(rest, tree) { cuts.append(token) }
    }
    var start = tokens.lowerBound
    var pieces: [Range<Int>] = []
    for cut in cuts + [tokens.upperBound] {
      var piece = start..<cut
      while let last = piece.last, claim.tokens[last].kind == .mark { piece = piece.lowerBound..<last }
      if !piece.isEmpty { pieces.append(piece) }
      start = cut + 1
    }
    return pieces
  }

  private static func isClause(_ tokens: Range<Int>, _ tree: SentenceTree) -> Bool {
    tokens.contains { isVerb($0, tree) }
  }

  /// One that carries a tense, or has a subject whatever its form.
  private static func isVerb(_ token: Int, _ tree: SentenceTree) -> Bool {
    tree.tag(token).isFinite || tree.tag(token).isVerb && tree.doer(of: token) != nil
  }

  /// A verb of its own clause has a subject that stands behind the cut, before anything that subordinates it.
  private static func hasSubject(_ tokens: Range<Int>, _ tree: SentenceTree) -> Bool {
    guard let verb = tokens.first(where: { isVerb($0, tree) }) else { return false }
    guard let subject = tokens.first(where: { [.nsubj, .nsubjPass, .expl].contains(tree.relation($0)) }),
      subject < verb, tree.tag(subject) != .prp
    else {
      return false
    }
    return !(tokens.lowerBound..<verb).contains {
      [.wdt, .wp, .wrb].contains(tree.tag($0)) || tree.relation($0) == .mark
    }
  }
}

import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// Holds one assertion against one sentence of a report.
struct Comparison {
  /// The share of the assertion's words, by weight, that a sentence must have to say it.
  static let leastWords = 0.7
  /// The share of all else at which a passage that differs is about the same, and at which one says a part of it.
  static let leastShared = 0.6
  static let leastPart = 0.5
  /// Sentences before and behind in which somebody may be named who is meant by "he".
  static let reach = 2

  let assertion: Assertion
  let report: AnnotatedReport
  let siglum: Siglum
  let statement: Int
  let names: StoryNames

  var sentence: Statement { report.statements[statement] }
  var claim: AnnotatedReport { assertion.claim }

  /// Nil where the sentence has little of the assertion.
  ///
  /// - Parameter isHeldSame: the collation has it as another wording of what says so: other words are then expected.
  func passage(_ likeness: inout WordLikeness, _ parser: inout Parser, isHeldSame: Bool = false) -> Passage? {
    var found = Alignment(parts: assertion.parts.count, tokens: claim.tokens.count)
    alignWords(&found, &likeness)
    alignNames(&found)
    let span = found.region(in: sentence, of: report)
    var tree = SentenceTree(sentence.tokens, of: report, by: &parser)
    tree.keys = report.tokens[sentence.tokens].map(\.key)
    alignNumbers(&found, tree)
    alignTimes(&found, tree)
    guard found.weight(assertion, .word) > 0 || !assertion.parts.contains(where: { $0.kind == .word }) else {
      return nil
    }
    let got = assertion.parts.indices.reduce(0.0) { $0 + found.worth[$1] * assertion.parts[$1].weight }
    guard got >= (isHeldSame ? 0.15 : 0.3) * assertion.weight else { return nil }

    var differences = found.differences
    let region = found.region(in: sentence, of: report) ?? span ?? sentence.tokens
    differences += opposites(found, &likeness)
    differences += denials(found, region, tree)
    differences += moods(found, region, tree)
    differences += scope(found, region)
    differences += roles(found, tree)
    if differences.isEmpty { differences += places(&found, tree) }
    let built = differences.isEmpty ? structure(found, tree, &likeness) : []
    differences += built ?? []
    let source = attribution(of: region)
    let (told, attributed) = attributions(found, region, source)
    differences += told

    var missing: [Int] = []
    var apart: Double = 0
    for (index, part) in assertion.parts.enumerated() where found.worth[index] < 0.4 {
      if found.conflicts.contains(index) { apart += part.weight } else { missing.append(index) }
    }
    let shared = assertion.weight > apart ? got / (assertion.weight - apart) : 0
    let words = share(found) { $0.kind == .word }
    let core = assertion.parts.indices.allSatisfy { !assertion.parts[$0].isCore || found.worth[$0] >= 0.4 }
    let hasStranger = isHeldSame && [Entity.Kind.person, .other].contains { stranger(ofKind: $0) != nil }
    let anchors = missing.allSatisfy {
      assertion.parts[$0].kind == .word
        || isHeldSame && assertion.parts[$0].kind == .name && !hasStranger
    }
    let stance: Passage.Stance
    if !differences.isEmpty {
      guard shared >= Self.leastShared, core || found.conflicts.contains(where: { assertion.parts[$0].isCore }) else {
        return nil
      }
      stance = .differs
    } else if anchors, attributed, built != nil, isAttached(found, tree), isHeldSame || core && words >= Self.leastWords
    {
      stance = .says
    } else if shared >= Self.leastPart {
      stance = .partly
    } else {
      return nil
    }
    return Passage(
      stance: stance, place: Place(siglum, report.span(of: region)), tokens: sentence.tokens, coverage: min(1, shared),
      differences: differences, missing: missing.map { assertion.words(assertion.parts[$0]) },
      lacksAnchor: missing.contains { assertion.parts[$0].kind != .word }, source: source?.source.name,
      isByWording: isHeldSame && !(core && words >= Self.leastWords))
  }

  func share(_ found: Alignment, _ chosen: (Assertion.Part) -> Bool) -> Double {
    var (all, got) = (0.0, 0.0)
    for (index, part) in assertion.parts.enumerated() where chosen(part) {
      all += part.weight
      got += part.weight * found.worth[index]
    }
    return all > 0 ? got / all : 1
  }
}

import StemmaModel
import StemmaText

/// Turns the common runs of two reports into matches.
struct WordingMatcher {
  var surprise: WordSurprise

  func runs(index: SuffixAutomaton, a: Int, b: Int, words: [WordSequence]) -> [Match] {
    let (first, second) = (words[a], words[b])
    return index.runs(in: second.numbers, atLeast: Matcher.leastWords).compactMap { run in
      let inA = run.indexedStart..<(run.indexedStart + run.length)
      let inB = run.start..<(run.start + run.length)
      guard inA.contains(where: { !first.isFunctionWord[$0] }) else { return nil }
      let nats = surprise.of(inA, in: first, against: second.numbers.count)
      let quoted =
        inA.count(where: { first.isQuoted[$0] }) * 2 > run.length
        && inB.count(where: { second.isQuoted[$0] }) * 2 > run.length
      return Match(
        a: a, b: b, aTokens: first.tokens[inA.lowerBound]..<(first.tokens[inA.upperBound - 1] + 1),
        bTokens: second.tokens[inB.lowerBound]..<(second.tokens[inB.upperBound - 1] + 1), words: run.length, nats: nats,
        isQuoted: quoted)
    }
    .sorted { ($0.aTokens.lowerBound, $0.bTokens.lowerBound) < ($1.aTokens.lowerBound, $1.bTokens.lowerBound) }
  }
}

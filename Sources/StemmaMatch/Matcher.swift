package import StemmaModel
import StemmaText

/// Finds the wording that reports share.
package struct Matcher: Sendable {
  /// The fewest words that make a run worth looking at: shorter ones are phrases of the language.
  static let leastWords = 4

  package init() {}

  /// Every maximal run of shared words between each report and those nearest to it.
  ///
  /// - Returns: matches in order of `a`, `b`, then place in `a`.
  /// - Complexity: near-linear in the words; each report meets at most `CandidateIndex.most` others, and reports of the
  ///   same words are compared with others once.
  package func match(_ reports: [AnnotatedReport]) -> [Match] {
    var vocabulary = Vocabulary()
    let sequences = reports.map { WordSequence($0, vocabulary: &vocabulary) }
    let texts = DistinctTexts(sequences)
    let index = CandidateIndex(texts.words, isFunctionWord: vocabulary.isFunctionWord)
    let most = CandidateIndex.most(among: reports.count)
    let pairs = PairFinder(texts: texts, nearest: index.nearest(most), most: most).pairs()

    // Pairs of reports that are of the same two texts share their runs.
    var textPairs: [(first: Int, second: Int)] = []
    var numbers: [UInt64: Int] = [:]
    let numberOf = pairs.map { pair in
      let (first, second) = (texts.textOf[pair.a], texts.textOf[pair.b])
      let key = UInt64(first) << 32 | UInt64(second)
      if let number = numbers[key] { return number }
      numbers[key] = textPairs.count
      textPairs.append((first, second))
      return textPairs.count - 1
    }
    let runs = RunFinder(words: texts.words, isFunctionWord: vocabulary.isFunctionWord).runs(of: textPairs)

    let surprise = WordSurprise(sequences, vocabularySize: vocabulary.count)
    return Parallel.flatMap(pairs.count, by: 256) { range in
      range.flatMap { pair in
        let (a, b) = pairs[pair]
        return runs[numberOf[pair]].map { run in
          match(a, b, run, sequences[a], sequences[b], surprise)
        }
      }
    }
  }

  private func match(
    _ a: Int, _ b: Int, _ run: RunFinder.Run, _ first: WordSequence, _ second: WordSequence, _ surprise: WordSurprise
  ) -> Match {
    let inA = Int(run.first)..<Int(run.first + run.length)
    let inB = Int(run.second)..<Int(run.second + run.length)
    return Match(
      a: a, b: b, aTokens: first.tokens(of: inA), bTokens: second.tokens(of: inB), words: inA.count,
      nats: surprise.of(inA, in: first, against: second.numbers.count),
      isQuoted: first.areQuoted(inA) && second.areQuoted(inB))
  }
}

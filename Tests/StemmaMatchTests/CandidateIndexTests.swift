import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaMatch

@Suite struct CandidateIndexTests {
  private struct Texts {
    var words: [[Int32]]
    var index: CandidateIndex

    init(_ texts: [String]) {
      var vocabulary = Vocabulary()
      words = DistinctTexts(texts.map { WordSequence(annotated($0), vocabulary: &vocabulary) }).words
      index = CandidateIndex(words, isFunctionWord: vocabulary.isFunctionWord)
    }

    /// The slow, obvious twin: for each text the others, by how many distinct runs they share with it.
    func exact(_ most: Int) -> [[Int32]] {
      let grams = words.map { words in
        Set(
          words.count < GramIndex.length
            ? [] : (0...(words.count - GramIndex.length)).map { Array(words[$0..<$0 + GramIndex.length]) })
      }
      return grams.indices.map { text in
        let others = grams.indices.filter { $0 != text }.map { ($0, grams[text].intersection(grams[$0]).count) }
        return others.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most).map { Int32($0.0) }
      }
    }
  }

  /// Texts that were copied from one another with changes, each from one before it.
  private func family(_ count: Int, words: Int, seed: UInt64) -> [String] {
    var random = SeededRandom(seed)
    var texts = [(0..<words).map { _ in "w\(Int.random(in: 0..<5000, using: &random))" }]
    while texts.count < count {
      texts.append(
        texts.randomElement(using: &random)!.map { word in
          Int.random(in: 0..<40, using: &random) == 0 ? "w\(Int.random(in: 0..<5000, using: &random))" : word
        })
    }
    return texts.map { $0.joined(separator: " ") + "." }
  }

  @Test func `those that share a run of words are near, and no others`() {
    let texts = Texts([
      "The brown goat climbed Mount Arrow.", "Nothing of the kind happened.", "Again the brown goat climbed.",
    ])
    #expect(texts.index.nearest(8) == [[2], [], [0]])
  }

  @Test func `a report shorter than a run has no partner, and a run of function words makes none`() {
    let texts = Texts([
      "Brown goat climbed.", "Brown goat.", "It was not that they were there.", "It was not that they can.",
    ])
    #expect(texts.index.nearest(8) == [[], [], [], []])
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `within its budget it finds the same as a count of every pair`(seed: UInt64) {
    let texts = Texts(family(40, words: 60, seed: seed))
    #expect(texts.index.nearest(12) == texts.exact(12))
  }

  @Test func `in a big family the nearest are found on a tenth of the budget`() {
    let texts = Texts(family(300, words: 80, seed: 11))
    let exact = texts.exact(16)
    // All runs of a text stand in some 10,000 places.
    let found = texts.index.nearest(16, budget: 1000)
    let nearest = exact.indices.count { !exact[$0].isEmpty && found[$0].contains(exact[$0][0]) }
    let kept = exact.indices.reduce(0) { $0 + Set(found[$1]).intersection(exact[$1]).count }
    #expect(nearest >= exact.count * 9 / 10, "the nearest is kept for \(nearest) of \(exact.count)")
    #expect(kept >= exact.count * 16 / 2, "\(kept) of \(exact.count * 16) are kept")
  }

  @Test func `each of a hundred near-copies keeps a bounded number of others, and they hang together`() {
    let texts = Texts((0..<100).map { "Every copy has these same nine words in it. And number \($0) besides." })
    let nearest = texts.index.nearest(48)
    #expect(nearest.map(\.count) == Array(repeating: 48, count: 100))
    #expect(areOne(100, nearest.enumerated().flatMap { text, others in others.map { (text, Int($0)) } }))
  }
}

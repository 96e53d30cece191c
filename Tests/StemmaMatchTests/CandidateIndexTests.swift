import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaMatch

@Suite struct CandidateIndexTests {
  private func pairs(_ texts: [String]) -> [[Int]] {
    var vocabulary = Vocabulary()
    let sequences = texts.map { WordSequence(annotated($0), vocabulary: &vocabulary) }
    return CandidateIndex(sequences).pairs().map { [$0.a, $0.b] }
  }

  @Test func `those that share a run of words are paired, and no others`() {
    let texts = [
      "The brown goat climbed Mount Arrow.", "Nothing of the kind happened.", "Again the brown goat climbed.",
    ]
    #expect(pairs(texts) == [[0, 2]])
  }

  @Test func `a report shorter than a run has no partner`() {
    #expect(pairs(["Brown goat climbed.", "Brown goat climbed."]).isEmpty)
  }

  @Test func `each of a hundred copies keeps a bounded number of partners, and they hang together`() {
    let count = 100
    let found = pairs((0..<count).map { "Every copy has these same nine words in it. And number \($0) besides." })
    #expect(found.count <= count * CandidateIndex.most)
    var group = Array(0..<count)
    func root(_ i: Int) -> Int { group[i] == i ? i : root(group[i]) }
    for pair in found { group[root(pair[0])] = root(pair[1]) }
    #expect(Set(group.indices.map(root)).count == 1)
  }
}

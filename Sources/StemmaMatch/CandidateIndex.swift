import StemmaText

/// Which texts are worth comparing: for each those that share most runs of words with it.
struct CandidateIndex {
  /// Others that one text is compared with, at the most, in a story and among thousands: in a small story all are
  /// compared with all, so that what derives from what is judged on everything.
  static let most = 48
  static let mostOfMany = 16
  /// Comparisons in all from which on fewer others are looked at for each.
  static let comparisons = 32_000
  /// Places of runs that are looked up for one text, at the most, beginning with its rarest runs. A run that most texts
  /// share tells none of them from the others.
  static let budget = 60_000

  let grams: GramIndex
  let count: Int

  /// Others that one of so many texts is compared with, at the most.
  static func most(among count: Int) -> Int { min(most, max(mostOfMany, comparisons / max(1, count))) }

  init(_ words: [[Int32]], isFunctionWord: [Bool]) {
    count = words.count
    grams = GramIndex(words, isFunctionWord: isFunctionWord)
  }

  /// For each text its nearest others: those that share most runs with it, nearest first; of equals the first.
  ///
  /// - Complexity: O(*budget*) a text, in parallel.
  func nearest(_ most: Int, budget: Int = Self.budget) -> [[Int32]] {
    Parallel.flatMap(count, by: 32) { texts in
      var shared = [Int32](repeating: 0, count: count)
      return texts.map { nearest(most, to: $0, budget, &shared) }
    }
  }

  /// - Parameter shared: runs in common with each text; all 0 before and after.
  private func nearest(_ most: Int, to text: Int, _ budget: Int, _ shared: inout [Int32]) -> [Int32] {
    var touched: [Int32] = []
    var left = budget
    for gram in grams.grams[text] {
      let fellows = grams.texts(of: gram)
      left -= fellows.count
      guard left >= 0 else { break }
      for other in fellows {
        if shared[Int(other)] == 0 { touched.append(other) }
        shared[Int(other)] += 1
      }
    }
    // One number for both, so that more runs and then the lower text is the greater.
    var best: [Int64] = []
    for other in touched {
      let rank = Int64(shared[Int(other)]) << 32 | Int64(Int32.max - other)
      shared[Int(other)] = 0
      guard Int(other) != text, best.count < most || rank > best[best.count - 1] else { continue }
      if best.count == most { best.removeLast() }
      var place = best.count
      while place > 0, best[place - 1] < rank { place -= 1 }
      best.insert(rank, at: place)
    }
    return best.map { Int32.max - Int32(truncatingIfNeeded: $0) }
  }
}

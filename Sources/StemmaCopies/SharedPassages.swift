import StemmaText

/// A stretch of words that two texts have in common.
package struct SharedPassage: Equatable, Sendable {
  /// UTF-8 bytes in the one text and in the other.
  package var inFirst: Range<Int>
  package var inSecond: Range<Int>
  package var words: Int
}

/// The matched passages of two texts, for those pairs that somebody wants to see.
package enum SharedPassages {
  /// The passages in order of their place in the first text: maximal stretches, whatever their case and punctuation.
  ///
  /// - Parameter leastWords: shorter stretches are left out.
  /// - Complexity: O(*n*) hashed steps in the words of both.
  package static func find(_ first: String, _ second: String, leastWords: Int = 3) -> [SharedPassage] {
    var numbers: [UInt64: Int32] = [:]
    let (here, herePlaces) = words(of: first, &numbers)
    let (there, therePlaces) = words(of: second, &numbers)
    return SuffixAutomaton(there).runs(in: here, atLeast: max(1, leastWords)).map { run in
      SharedPassage(
        inFirst: span(herePlaces, run.start, run.length), inSecond: span(therePlaces, run.indexedStart, run.length),
        words: run.length)
    }
  }

  private static func words(of text: String, _ numbers: inout [UInt64: Int32]) -> ([Int32], [Range<Int>]) {
    var words: [Int32] = []
    var places: [Range<Int>] = []
    var text = text
    text.withUTF8 { bytes in
      WordScanner.scan(bytes) { hash, place in
        let number = numbers[hash] ?? Int32(numbers.count)
        numbers[hash] = number
        words.append(number)
        places.append(place)
      }
    }
    return (words, places)
  }

  private static func span(_ places: [Range<Int>], _ start: Int, _ count: Int) -> Range<Int> {
    places[start].lowerBound..<places[start + count - 1].upperBound
  }
}

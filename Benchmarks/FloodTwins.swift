import Foundation

/// What the flood's indexes are beside: the plain ways, that compare each report with all before it.
enum FloodTwins {
  /// Every pair that shares 30 % of the shorter one's distinct runs of three words.
  ///
  /// - Complexity: O(*n*²) in the reports.
  static func nearCopies(_ texts: [String]) -> Set<[Int]> {
    let grams = texts.map { Self.grams($0) }
    var pairs: Set<[Int]> = []
    for later in grams.indices {
      for earlier in 0..<later {
        let least = min(grams[later].count, grams[earlier].count)
        if Double(shared(grams[later], grams[earlier])) >= 0.3 * Double(least) { pairs.insert([earlier, later]) }
      }
    }
    return pairs
  }

  /// Single pass with the cosine of TF-IDF over words: a report joins the story of the likest before it, if that is likely.
  ///
  /// - Complexity: O(*n*²) in the reports.
  static func stories(_ texts: [String], threshold: Double = 0.3) -> [Int] {
    var reportsWith: [UInt64: Int] = [:]
    var vectors: [[(word: UInt64, weight: Double)]] = []
    var storyOf: [Int] = []
    for text in texts {
      var counts: [UInt64: Int] = [:]
      for word in words(text) { counts[word, default: 0] += 1 }
      for word in counts.keys { reportsWith[word, default: 0] += 1 }
      let all = Double(vectors.count + 1)
      var vector = counts.map { word, count in
        (word: word, weight: (1 + log2(Double(count))) * log2(1 + all / Double(reportsWith[word]!)))
      }.sorted { $0.word < $1.word }
      let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      for place in vector.indices { vector[place].weight /= length }
      var best = (cosine: threshold, story: storyOf.count)
      for (other, earlier) in vectors.enumerated() {
        let cosine = product(vector, earlier)
        if cosine > best.cosine { best = (cosine, storyOf[other]) }
      }
      storyOf.append(best.story)
      vectors.append(vector)
    }
    return storyOf
  }

  /// How many texts have a word, by looking through them all.
  static func search(_ word: String, in texts: [String]) -> Int {
    let wanted = hash(Array(word.utf8)[...])
    return texts.count { words($0).contains(wanted) }
  }

  // MARK: - Words

  /// Hashes of the words, in lower case.
  static func words(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    each(text) { hashes.append(hash($0)) }
    return hashes
  }

  /// Runs of letters and digits, as they stand.
  static func each(_ text: String, _ receive: (ArraySlice<UInt8>) -> Void) {
    let bytes = Array(text.utf8)
    var start: Int?
    for place in 0...bytes.count {
      let byte = place < bytes.count ? bytes[place] : 32
      let isWord = byte >= 0x80 || byte | 32 >= 97 && byte | 32 <= 122 || byte >= 48 && byte <= 57
      if isWord, start == nil { start = place }
      if !isWord, let begun = start {
        receive(bytes[begun..<place])
        start = nil
      }
    }
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1 >= 65 && $1 <= 90 ? $1 | 32 : $1)) &* 0x0000_0100_0000_01b3 }
  }

  private static func grams(_ text: String) -> [UInt64] {
    let words = words(text)
    guard words.count >= 3 else { return words }
    var grams = Set<UInt64>(minimumCapacity: words.count)
    for last in 2..<words.count {
      let before: UInt64 = words[last - 2] &* 31 &+ words[last - 1] &* 17
      grams.insert(before &+ words[last])
    }
    return grams.sorted()
  }

  private static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j)
    }
    return count
  }

  private static func product(
    _ a: [(word: UInt64, weight: Double)], _ b: [(word: UInt64, weight: Double)]
  ) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x.word == y.word { sum += x.weight * y.weight }
      (i, j) = (x.word <= y.word ? i + 1 : i, y.word <= x.word ? j + 1 : j)
    }
    return sum
  }
}

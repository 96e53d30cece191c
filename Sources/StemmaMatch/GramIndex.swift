/// Runs of words that stand in more than one text, and where.
struct GramIndex {
  /// The words of a run.
  static let length = 4

  /// For each text the distinct runs it shares with others, rarest first.
  private(set) var grams: [[Int32]] = []
  /// The texts of run `g` are `texts[starts[g]..<starts[g + 1]]`, in order.
  private(set) var starts: [Int] = [0]
  private(set) var texts: [Int32] = []

  /// - Parameters:
  ///   - words: each text's, by number.
  ///   - isFunctionWord: by number. A run of these alone is a phrase of the language.
  /// - Complexity: O(*n*) hashed steps in the words of all, and a sort of each text's runs.
  init(_ words: [[Int32]], isFunctionWord: [Bool]) {
    var table = GramTable(most: words.reduce(0) { $0 + $1.count })
    var frequency: [Int32] = []
    var lastText: [Int32] = []
    for (text, words) in words.enumerated() {
      var own: [Int32] = []
      var matterEnds = 0
      for (position, word) in words.enumerated() {
        if !isFunctionWord[Int(word)] { matterEnds = position + 1 }
        let start = position + 1 - Self.length
        guard start >= 0, matterEnds > start else { continue }
        let gram = table.number(of: words[start...position])
        if Int(gram) == frequency.count {
          frequency.append(0)
          lastText.append(-1)
        }
        guard lastText[Int(gram)] != text else { continue }
        lastText[Int(gram)] = Int32(text)
        frequency[Int(gram)] += 1
        own.append(gram)
      }
      grams.append(own)
    }
    for count in frequency { starts.append(starts.last! + (count > 1 ? Int(count) : 0)) }
    texts = [Int32](repeating: 0, count: starts.last!)
    var next = starts
    for text in grams.indices {
      var shared: [UInt64] = []
      for gram in grams[text] where frequency[Int(gram)] > 1 {
        texts[next[Int(gram)]] = Int32(text)
        next[Int(gram)] += 1
        shared.append(UInt64(frequency[Int(gram)]) << 32 | UInt64(gram))
      }
      shared.sort()
      grams[text] = shared.map { Int32(truncatingIfNeeded: $0) }
    }
  }

  func texts(of gram: Int32) -> ArraySlice<Int32> { texts[starts[Int(gram)]..<starts[Int(gram) + 1]] }
}

/// Numbers for runs of words, given out in order of first sight. Two runs of one hash count as one: they only propose
/// what is compared.
private struct GramTable {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count: Int32 = 0
  private let shift: UInt64

  /// - Parameter most: runs there will be, at the most; the table never grows.
  init(most: Int) {
    let bits = max(3, Int.bitWidth - (most + most / 3).leadingZeroBitCount)
    hashes = [UInt64](repeating: 0, count: 1 << bits)
    numbers = [Int32](repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  mutating func number(of words: ArraySlice<Int32>) -> Int32 {
    var hash: UInt64 = 0
    for word in words { hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x9e37_79b9_7f4a_7c15 ^ hash >> 29 }
    var place = Int(truncatingIfNeeded: hash >> shift)
    while numbers[place] >= 0 {
      if hashes[place] == hash { return numbers[place] }
      place = (place + 1) & (numbers.count - 1)
    }
    hashes[place] = hash
    numbers[place] = count
    count += 1
    return count - 1
  }
}

/// The runs of all reports, two bytes and a fraction each.
///
/// Ascending hashes of 24 bits: their lower 16 bits as they are, and one bit for each hash after one for each step of the
/// upper 8 bits (Elias–Fano coding).
struct GramShelf {
  /// Reports in a block; blocks are let go whole.
  static let blockReports = 1024

  private struct Block {
    var lows: [UInt16] = []
    var highs: [UInt64] = []
    /// Where each report begins in both.
    var lowStarts: [Int32] = [0]
    var highStarts: [Int32] = [0]
  }

  private var blocks: [Block] = []
  /// Blocks that were let go.
  private var gone = 0

  var bytes: Int {
    blocks.reduce(0) { $0 + $1.lows.capacity * 2 + $1.highs.capacity * 8 + $1.lowStarts.capacity * 8 }
  }

  /// Adds the next report.
  mutating func append(_ grams: [UInt32]) {
    if blocks.isEmpty || blocks[blocks.count - 1].lowStarts.count > Self.blockReports {
      if let last = blocks.indices.last {
        // What was kept free for growth is given back.
        blocks[last].lows = blocks[last].lows.withUnsafeBufferPointer { Array($0) }
        blocks[last].highs = blocks[last].highs.withUnsafeBufferPointer { Array($0) }
      }
      blocks.append(Block())
    }
    let last = blocks.count - 1
    blocks[last].lows.append(contentsOf: grams.lazy.map { UInt16(truncatingIfNeeded: $0) })
    var word: UInt64 = 0
    var number = 0
    for (index, gram) in grams.enumerated() {
      let bit = index + Int(gram >> 16)
      while bit >> 6 > number {
        blocks[last].highs.append(word)
        (word, number) = (0, number + 1)
      }
      word |= 1 << UInt64(bit & 63)
    }
    blocks[last].highs.append(word)
    blocks[last].lowStarts.append(Int32(blocks[last].lows.count))
    blocks[last].highStarts.append(Int32(blocks[last].highs.count))
  }

  /// A report's runs, as they are kept.
  struct Runs {
    let lows: UnsafeBufferPointer<UInt16>
    fileprivate let highs: UnsafeBufferPointer<UInt64>

    /// Calls `body` with the lower 16 and the upper 8 bits of each hash, in order.
    @inline(__always)
    func forEach(_ body: (_ low: UInt16, _ high: UInt8) -> Void) {
      var at = 0
      var base = 0
      for word in highs {
        var word = word
        while word != 0 {
          body(lows[at], UInt8(truncatingIfNeeded: base &+ word.trailingZeroBitCount &- at))
          at &+= 1
          word &= word &- 1
        }
        base &+= 64
      }
    }

    /// How many hashes are lower than `limit`.
    func count(below limit: UInt32) -> Int {
      var count = 0
      forEach { low, high in count &+= UInt32(high) << 16 | UInt32(low) < limit ? 1 : 0 }
      return count
    }

    /// The greatest hash.
    var last: UInt32 {
      var last: UInt32 = 0
      forEach { low, high in last = UInt32(high) << 16 | UInt32(low) }
      return last
    }
  }

  /// Calls `body` with a report's runs, which are only good in there.
  func withRuns<Result>(of report: Int, _ body: (Runs) -> Result) -> Result {
    let (number, place) = (report / Self.blockReports - gone, report % Self.blockReports)
    // The array of blocks is not changed meanwhile, so they stay where they are.
    return blocks.withUnsafeBufferPointer { blocks in
      let lows = Int(blocks[number].lowStarts[place])..<Int(blocks[number].lowStarts[place + 1])
      let highs = Int(blocks[number].highStarts[place])..<Int(blocks[number].highStarts[place + 1])
      return blocks[number].lows.withUnsafeBufferPointer { all in
        blocks[number].highs.withUnsafeBufferPointer { steps in
          body(Runs(lows: UnsafeBufferPointer(rebasing: all[lows]), highs: UnsafeBufferPointer(rebasing: steps[highs])))
        }
      }
    }
  }

  /// Lets go the blocks in which all reports are before `first`.
  mutating func forget(before first: Int) {
    let whole = first / Self.blockReports - gone
    guard whole > 0 else { return }
    blocks.removeFirst(min(whole, blocks.count))
    gone += whole
  }
}

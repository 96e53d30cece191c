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

  /// How many runs a report has.
  func count(of report: Int) -> Int {
    let (block, place) = place(of: report)
    return Int(blocks[block].lowStarts[place + 1] - blocks[block].lowStarts[place])
  }

  /// The lower bits of a report's runs.
  func withLows<Result>(of report: Int, _ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    let (block, place) = place(of: report)
    let range = Int(blocks[block].lowStarts[place])..<Int(blocks[block].lowStarts[place + 1])
    return blocks[block].lows.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Writes a report's runs into `grams`, in place of what was there.
  func read(_ report: Int, into grams: inout [UInt32]) {
    let (block, place) = place(of: report)
    grams.removeAll(keepingCapacity: true)
    let start = Int(blocks[block].lowStarts[place])
    let end = Int(blocks[block].lowStarts[place + 1])
    var number = Int(blocks[block].highStarts[place])
    blocks[block].highs.withUnsafeBufferPointer { highs in
      blocks[block].lows.withUnsafeBufferPointer { lows in
        var base = 0
        var at = start
        while at < end {
          var word = highs[number]
          while word != 0 {
            let bit = base + word.trailingZeroBitCount
            grams.append(UInt32(bit - (at - start)) << 16 | UInt32(lows[at]))
            at += 1
            word &= word - 1
          }
          number += 1
          base += 64
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

  private func place(of report: Int) -> (Int, Int) {
    (report / Self.blockReports - gone, report % Self.blockReports)
  }
}

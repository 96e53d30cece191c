/// The last reports that have each feature, newest last, in blocks that grow from 2 to `most` places.
struct Postings: Sendable {
  /// Reports that a feature remembers.
  static let most = 32

  private var keys = [UInt32](repeating: 0, count: 1 << 16)
  /// Block of each key: place in `cells` × 8 + its size's logarithm; 0 for none.
  private var blocks = [UInt64](repeating: 0, count: 1 << 16)
  private var filled = 0
  /// Blocks: how many were added, then the reports.
  private var cells: [UInt32] = [0]
  /// Blocks given back, by the logarithm of their size.
  private var free: [[Int]] = Array(repeating: [], count: 8)

  /// Calls `body` with the reports that a key remembers, in no order that matters.
  func visit(_ key: UInt32, _ body: (UInt32) -> Void) {
    let block = blocks[place(key)]
    guard block != 0 else { return }
    let at = Int(block >> 3)
    let count = min(Int(cells[at]), 1 << Int(block & 7))
    for i in 0..<count { body(cells[at + 1 + i]) }
  }

  mutating func add(_ key: UInt32, _ report: UInt32) {
    if filled * 4 > keys.count * 3 { grow() }
    let slot = place(key)
    if blocks[slot] == 0 {
      keys[slot] = key
      filled += 1
      blocks[slot] = UInt64(take(1)) << 3 | 1
    }
    var at = Int(blocks[slot] >> 3)
    var logarithm = Int(blocks[slot] & 7)
    var count = Int(cells[at])
    if count == 1 << logarithm, count < Self.most {
      let new = take(logarithm + 1)
      for i in 0..<count { cells[new + 1 + i] = cells[at + 1 + i] }
      cells[new] = UInt32(count)
      free[logarithm].append(at)
      logarithm += 1
      at = new
      blocks[slot] = UInt64(at) << 3 | UInt64(logarithm)
    }
    cells[at + 1 + (count & ((1 << logarithm) - 1))] = report
    count += 1
    // A full ring goes on counting around.
    if count >= 2 * Self.most { count = Self.most }
    cells[at] = UInt32(count)
  }

  private mutating func take(_ logarithm: Int) -> Int {
    if let at = free[logarithm].popLast() {
      cells[at] = 0
      return at
    }
    let at = cells.count
    for _ in 0...(1 << logarithm) { cells.append(0) }
    return at
  }

  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x85EB_CA6B) >> 5) & mask
    while blocks[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldBlocks) = (keys, blocks)
    keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
    blocks = [UInt64](repeating: 0, count: oldKeys.count * 2)
    for i in oldKeys.indices where oldBlocks[i] != 0 {
      let slot = place(oldKeys[i])
      (keys[slot], blocks[slot]) = (oldKeys[i], oldBlocks[i])
    }
  }
}

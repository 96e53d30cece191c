/// One report's runs, laid out so that others' can be counted against them.
struct GramProbe {
  /// Runs that are looked at before all are counted.
  private static let glance = 128

  /// Bit `l` is set if a run's lower 16 bits are `l`.
  private var lows = [UInt64](repeating: 0, count: 1024)
  /// The same of runs that are furniture.
  private var furniture = [UInt64](repeating: 0, count: 1024)
  /// The upper 8 bits of the first run with these lower bits.
  private var highs = [UInt8](repeating: 0, count: 1 << 16)
  /// Runs whose lower bits another one has.
  private var more: [UInt32] = []
  private var grams: [UInt32] = []

  /// Takes a report's runs in place of those before.
  mutating func load(_ grams: [UInt32]) {
    for gram in self.grams {
      lows[Int(gram >> 6 & 1023)] = 0
      furniture[Int(gram >> 6 & 1023)] = 0
    }
    more.removeAll(keepingCapacity: true)
    self.grams = grams
    for gram in grams {
      let word = Int(gram >> 6 & 1023)
      let bit: UInt64 = 1 << UInt64(gram & 63)
      if lows[word] & bit == 0 {
        lows[word] |= bit
        highs[Int(gram & 0xffff)] = UInt8(truncatingIfNeeded: gram >> 16)
      } else {
        more.append(gram)
      }
    }
  }

  /// Says that a run is furniture; those with its lower bits then count as such.
  ///
  /// - Returns: 1 if that is news, else 0.
  mutating func setFurniture(_ gram: UInt32) -> Int {
    let word = Int(gram >> 6 & 1023)
    let bit: UInt64 = 1 << UInt64(gram & 63)
    defer { furniture[word] |= bit }
    return furniture[word] & bit == 0 ? 1 : 0
  }

  /// Whether so many runs can be in common, by the lower bits of the first of the others.
  ///
  /// Hashes are as good as drawn by lot, so the first tell of the rest: what is three standard deviations below is given up.
  func mayShare(_ least: Double, _ others: UnsafeBufferPointer<UInt16>) -> Bool {
    let first = UnsafeBufferPointer(rebasing: others.prefix(Self.glance))
    let expected = least * Double(first.count) / Double(max(1, others.count))
    return lows.withUnsafeBufferPointer { lows in
      var hits: UInt64 = 0
      for low in first { hits &+= lows[Int(low >> 6)] >> UInt64(low & 63) & 1 }
      return Double(hits) >= expected - 3 * expected.squareRoot()
    }
  }

  /// How many runs there are in common with ascending hashes as `GramShelf` keeps them.
  func shared(_ others: GramShelf.Runs) -> Int { count(others) { _ in 1 } }

  /// How many of the runs in common are furniture.
  func sharedFurniture(_ others: GramShelf.Runs) -> Int {
    furniture.withUnsafeBufferPointer { furniture in
      count(others) { Int(furniture[Int($0 >> 6)] >> UInt64($0 & 63) & 1) }
    }
  }

  @inline(__always)
  private func count(_ others: GramShelf.Runs, _ weight: (_ low: UInt16) -> Int) -> Int {
    lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        var count = 0
        others.forEach { low, high in
          let isLow = Int(truncatingIfNeeded: lows[Int(low >> 6)] >> UInt64(low & 63) & 1)
          let isSame = highs[Int(low)] == high ? 1 : 0
          let own = weight(low)
          count &+= isLow & isSame & own
          // Seldom: one run in two hundred has its lower bits from another.
          if isLow > isSame, more.contains(UInt32(high) << 16 | UInt32(low)) { count &+= own }
        }
        return count
      }
    }
  }
}

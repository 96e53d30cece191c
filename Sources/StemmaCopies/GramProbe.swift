/// One report's runs, laid out so that others' can be counted against them.
struct GramProbe {
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
  mutating func setFurniture(_ gram: UInt32) { furniture[Int(gram >> 6 & 1023)] |= 1 << UInt64(gram & 63) }

  /// How many runs there are in common at the most, by their lower bits.
  func most(_ others: UnsafeBufferPointer<UInt16>) -> Int {
    lows.withUnsafeBufferPointer { lows in
      var hits: UInt64 = 0
      for low in others { hits &+= lows[Int(low >> 6)] >> UInt64(low & 63) & 1 }
      return Int(hits)
    }
  }

  /// How many runs there are in common.
  func shared(_ others: [UInt32]) -> Int { count(others) { _ in true } }

  /// How many of the runs in common are furniture.
  func sharedFurniture(_ others: [UInt32]) -> Int {
    count(others) { furniture[Int($0 >> 6 & 1023)] >> UInt64($0 & 63) & 1 != 0 }
  }

  @inline(__always)
  private func count(_ others: [UInt32], where counts: (UInt32) -> Bool) -> Int {
    lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        var count = 0
        for gram in others where lows[Int(gram >> 6 & 1023)] >> UInt64(gram & 63) & 1 != 0 {
          let isSame = highs[Int(gram & 0xffff)] == UInt8(truncatingIfNeeded: gram >> 16) || more.contains(gram)
          if isSame, counts(gram) { count &+= 1 }
        }
        return count
      }
    }
  }
}

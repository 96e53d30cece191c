/// Sorting of hashes, which lie evenly: each goes straight to about its place.
enum HashSort {
  /// Sorts and drops repeats.
  ///
  /// - Parameters:
  ///   - hashes: of `bits` bits each.
  ///   - dropping: low bits that do not tell hashes apart; of those that agree in the rest the lowest stays.
  /// - Returns: how many are left, at the front.
  /// - Complexity: O(*n*) for hashes that lie evenly, else O(*n* log *n*).
  static func sort(_ hashes: UnsafeMutableBufferPointer<UInt64>, bits: Int, dropping: Int) -> Int {
    let count = hashes.count
    guard count > 1 else { return count }
    let bucketBits = min(16, max(1, Int.bitWidth - count.leadingZeroBitCount))
    let shift = UInt64(bits - bucketBits)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (1 << bucketBits) + 1) { ends in
      ends.initialize(repeating: 0)
      for hash in hashes { ends[Int(truncatingIfNeeded: hash >> shift) &+ 1] &+= 1 }
      for bucket in 0..<(1 << bucketBits) { ends[bucket &+ 1] &+= ends[bucket] }
      // Now `ends[b]` is where bucket b starts; scattering moves it to where it ends.
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { scattered in
        for hash in hashes {
          let bucket = Int(truncatingIfNeeded: hash >> shift)
          scattered[Int(ends[bucket])] = hash
          ends[bucket] &+= 1
        }
        _ = hashes.update(fromContentsOf: scattered)
      }
      var start = 0
      for bucket in 0..<(1 << bucketBits) {
        let end = Int(ends[bucket])
        if end - start > 48 {
          var bucket = UnsafeMutableBufferPointer(rebasing: hashes[start..<end])
          bucket.sort()
        } else if end - start > 1 {
          insert(hashes, start, end)
        }
        start = end
      }
    }
    var last = 0
    for place in 1..<count where hashes[place] >> UInt64(dropping) != hashes[last] >> UInt64(dropping) {
      last += 1
      hashes[last] = hashes[place]
    }
    return last + 1
  }

  @inline(__always)
  private static func insert(_ hashes: UnsafeMutableBufferPointer<UInt64>, _ start: Int, _ end: Int) {
    for place in start + 1..<end {
      let hash = hashes[place]
      var hole = place
      while hole > start, hashes[hole - 1] > hash {
        hashes[hole] = hashes[hole - 1]
        hole -= 1
      }
      hashes[hole] = hash
    }
  }
}

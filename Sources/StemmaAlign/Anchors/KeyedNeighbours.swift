import StemmaText

/// Which items are worth comparing: for each those that share most of its keys, by their weight.
///
/// A key that very many items have is looked up among the items near in order only: a chain of neighbours holds them
/// together, and what tells them apart is in their rarer keys.
struct KeyedNeighbours {
  struct Key {
    /// Non-negative; numbers need not be dense, but lists are kept up to the greatest.
    var number: Int32
    var weight: Double
  }

  /// Items before and after one that a key leads to.
  static let window = 32

  private let keys: [[Key]]
  /// The items of key `k` are `items[starts[k]..<starts[k + 1]]`, in order.
  private var starts: [Int32]
  private var items: [Int32]
  /// Where each item stands in the list of each of its keys.
  private var places: [[Int32]]

  /// - Complexity: O(*k*) in the keys of all.
  init(_ keys: [[Key]]) {
    self.keys = keys
    let count = Int(keys.reduce(-1) { max($0, $1.reduce(-1) { max($0, $1.number) }) }) + 1
    starts = [Int32](repeating: 0, count: count + 1)
    for own in keys { for key in own { starts[Int(key.number) + 1] += 1 } }
    for number in 0..<count { starts[number + 1] += starts[number] }
    items = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    places = []
    for (item, own) in keys.enumerated() {
      places.append(
        own.map { key in
          let place = next[Int(key.number)]
          items[Int(place)] = Int32(item)
          next[Int(key.number)] += 1
          return place
        })
    }
  }

  /// Pairs, `a < b`, in order, each once: of each item those of `most` others.
  ///
  /// - Complexity: O(*window*) for each key of each item, in parallel, and a sort of the pairs.
  func pairs(_ most: Int) -> [(a: Int, b: Int)] {
    let found = Parallel.flatMap(keys.count, by: 64) { range in
      var shared = [Double](repeating: 0, count: keys.count)
      return range.flatMap { item in
        nearest(most, to: item, &shared).map { UInt64(min(item, $0)) << 32 | UInt64(max(item, $0)) }
      }
    }
    var last = UInt64.max
    return found.sorted().compactMap { pair in
      guard pair != last else { return nil }
      last = pair
      return (Int(pair >> 32), Int(pair & 0xffff_ffff))
    }
  }

  /// - Parameter shared: weight in common with each item; all 0 before and after.
  private func nearest(_ most: Int, to item: Int, _ shared: inout [Double]) -> [Int] {
    var touched: [Int] = []
    for (key, place) in zip(keys[item], places[item]) {
      let low = max(Int(starts[Int(key.number)]), Int(place) - Self.window)
      let high = min(Int(starts[Int(key.number) + 1]), Int(place) + Self.window + 1)
      for place in low..<high {
        let other = Int(items[place])
        if shared[other] == 0 { touched.append(other) }
        shared[other] += key.weight
      }
    }
    var best: [(item: Int, weight: Double)] = []
    for other in touched {
      let weight = shared[other]
      shared[other] = 0
      guard other != item, weight > 0 else { continue }
      func comesBefore(_ rival: (item: Int, weight: Double)) -> Bool {
        (rival.weight, other) < (weight, rival.item)
      }
      guard best.count < most || comesBefore(best[best.count - 1]) else { continue }
      if best.count == most { best.removeLast() }
      var place = best.count
      while place > 0, comesBefore(best[place - 1]) { place -= 1 }
      best.insert((other, weight), at: place)
    }
    return best.map(\.item)
  }
}

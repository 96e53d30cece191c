import StemmaSyntax

/// What a model ships of the weights that training found: the rows that matter most, as bytes.
///
/// Training has room for every feature; the model's table has fewer places, and where several rows would stand in one
/// the heaviest stays.
enum Packing {
  /// A table for a choice of 32: marks, and rows of 32 weights.
  struct Choice {
    var marks: [UInt16]
    var rows: [Int8]

    init(bits: Int) {
      marks = Array(repeating: 0, count: 1 << bits)
      rows = Array(repeating: 0, count: 32 << bits)
    }
  }

  static func choice(_ means: [Float], _ features: [UInt32], bits: UInt32) -> Choice {
    var choice = Choice(bits: Int(bits))
    // What all lanes share decides nothing.
    var rows = means
    for row in features.indices where features[row] != 0 {
      let middle = means[row * 32..<row * 32 + 32].reduce(0, +) / 32
      for lane in 0..<32 { rows[row * 32 + lane] -= middle }
    }
    let scale = 127 / reach(rows, cut: 0.0002)
    for (slot, row) in heaviest(rows, features, lanes: 32, bits: Int(bits)) {
      choice.marks[slot] = UInt16(truncatingIfNeeded: features[row])
      for lane in 0..<32 { choice.rows[slot * 32 + lane] = byte(rows[row * 32 + lane] * scale) }
    }
    return choice
  }

  /// The rows of actions, as `stemma_syntax_action` reads them.
  static func actions(_ means: [Float], _ features: [UInt32], bits: UInt32) -> [UInt32] {
    var pairs = [Float](repeating: 0, count: features.count * 2)
    for row in features.indices where features[row] != 0 {
      pairs[row * 2] = means[row * 4 + 1] - means[row * 4]
      pairs[row * 2 + 1] = means[row * 4 + 2] - means[row * 4]
    }
    let scale = 127 / reach(pairs, cut: 0.0002)
    var packed = [UInt32](repeating: 0x0080_0080, count: 1 << Int(bits))
    for (slot, row) in heaviest(pairs, features, lanes: 2, bits: Int(bits)) {
      let left = UInt32(Int(byte(pairs[row * 2] * scale)) + 128)
      let right = UInt32(Int(byte(pairs[row * 2 + 1] * scale)) + 128)
      let mark = features[row] & 0xFF00_FF00
      packed[slot] = left | right << 16 | mark
    }
    return packed
  }

  /// The features whose rows a table of 2^`bits` places would hold: of those that meet in a place, the heaviest.
  static func kept(_ weights: Weights, bits: UInt32) -> [UInt32] {
    let means = weights.means()
    let features = weights.features
    var spreads = means
    for row in features.indices where features[row] != 0 {
      let lanes = row * weights.lanes..<(row + 1) * weights.lanes
      let middle = weights.lanes == 4 ? means[lanes.lowerBound] : means[lanes].reduce(0, +) / Float(weights.lanes)
      for lane in lanes { spreads[lane] -= middle }
    }
    return heaviest(spreads, features, lanes: weights.lanes, bits: Int(bits)).map { features[$0.row] }
  }

  /// The weight that the greatest byte stands for; a share of weights beyond it is cut.
  private static func reach(_ weights: [Float], cut: Double) -> Float {
    let sizes = weights.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    guard let last = sizes.last else { return 1 }
    return max(sizes[min(sizes.count - 1, Int(Double(sizes.count) * (1 - cut)))], last / 1000)
  }

  private static func byte(_ weight: Float) -> Int8 { Int8(max(-127, min(127, weight.rounded()))) }

  private static func heaviest(_ weights: [Float], _ features: [UInt32], lanes: Int, bits: Int) -> [(
    slot: Int, row: Int
  )] {
    var kept = [Int](repeating: -1, count: 1 << bits)
    var most = [Float](repeating: 0, count: 1 << bits)
    for row in features.indices where features[row] != 0 {
      var weight: Float = 0
      for lane in 0..<lanes { weight = max(weight, abs(weights[row * lanes + lane])) }
      let slot = Feature.slot(features[row], bits: UInt32(bits))
      if weight > most[slot] { (kept[slot], most[slot]) = (row, weight) }
    }
    return kept.enumerated().filter { $0.element >= 0 }.map { ($0.offset, $0.element) }
  }
}

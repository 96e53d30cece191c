/// Rows of weights under training, with what averaging needs.
final class Weights {
  let lanes: Int
  let rows: Int
  let weights: UnsafeMutablePointer<Int32>
  /// Each change times the step it was made at.
  private let history: UnsafeMutablePointer<Int64>
  private(set) var step: Int64 = 1

  init(lanes: Int, rows: Int) {
    (self.lanes, self.rows) = (lanes, rows)
    weights = .allocate(capacity: lanes * rows)
    weights.initialize(repeating: 0, count: lanes * rows)
    history = .allocate(capacity: lanes * rows)
    history.initialize(repeating: 0, count: lanes * rows)
  }

  deinit {
    weights.deallocate()
    history.deallocate()
  }

  func tick() { step += 1 }

  /// Keeps each feature with a chance, in place.
  ///
  /// - Returns: how many are left.
  static func thin(_ rows: UnsafeMutablePointer<UInt32>, _ count: Int, keeping percent: UInt64, _ random: inout SplitMix)
    -> Int
  {
    guard percent < 100 else { return count }
    var left = 0
    for at in 0..<count where (random.next() >> 32) * 100 >> 32 < percent {
      rows[left] = rows[at]
      left += 1
    }
    return left
  }

  /// One step of learning: the right lane rises and its best rival falls, unless it leads by the margin.
  ///
  /// - Parameter right: the lane that should win.
  /// - Returns: the lane that wins.
  func learn(_ features: UnsafeBufferPointer<UInt32>, lanes: Int, right: Int, margin: Int32, _ sums: UnsafeMutablePointer<Int32>) -> Int {
    sum(features, into: sums)
    var best = 0
    for lane in 1..<lanes where sums[lane] > sums[best] { best = lane }
    tick()
    var rival = right == 0 ? 1 : 0
    for lane in 0..<lanes where lane != right && sums[lane] > sums[rival] { rival = lane }
    if sums[right] < sums[rival] + margin || best != right {
      add(1, lane: right, features)
      add(-1, lane: rival, features)
    }
    return best
  }

  func add(_ amount: Int32, lane: Int, _ features: UnsafeBufferPointer<UInt32>) {
    for row in features {
      let at = Int(row) * lanes + lane
      weights[at] += amount
      history[at] += Int64(amount) * step
    }
  }

  func sum(_ features: UnsafeBufferPointer<UInt32>, into sums: UnsafeMutablePointer<Int32>) {
    for lane in 0..<lanes { sums[lane] = 0 }
    for row in features {
      let place = weights + Int(row) * lanes
      for lane in 0..<lanes { sums[lane] &+= place[lane] }
    }
  }

  /// The mean of a weight over all steps.
  func mean(_ at: Int) -> Float { Float(weights[at]) - Float(history[at]) / Float(step) }

  /// The means of all weights.
  func means() -> [Float] { (0..<rows * lanes).map { mean($0) } }
}

/// Means of weights as small integers, on a scale where the largest is `top`; what is beyond `top` is cut.
///
/// - Parameter loudest: the share of weights that may be cut.
func quantized(_ means: [Float], top: Float, loudest: Double) -> [Int16] {
  let sizes = means.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
  guard let last = sizes.last, last > 0 else { return Array(repeating: 0, count: means.count) }
  let reach = max(sizes[min(sizes.count - 1, Int(Double(sizes.count) * (1 - loudest)))], last / 1000)
  let scale = top / reach
  return means.map { Int16(max(-top, min(top, ($0 * scale).rounded()))) }
}

/// A sequence of numbers that is the same at each run.
///
/// - Source: Steele, Lea & Flood 2014, SplitMix64.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

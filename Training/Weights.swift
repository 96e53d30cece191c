import StemmaSyntax

/// Rows of weights under training, with what averaging needs.
final class Weights {
  let lanes: Int
  let rows: Int
  let weights: UnsafeMutablePointer<Int32>
  /// Each change times the step it was made at.
  private let history: UnsafeMutablePointer<Int64>
  private(set) var step: Int64 = 1
  /// The feature that has each row, the first that came; others that fall there go without. 0 where none has.
  private let owners: UnsafeMutablePointer<UInt32>
  private let bits: UInt32
  /// How often each feature was met while rows could be had.
  private let counts: UnsafeMutablePointer<UInt32>
  private var isSettled = false

  init(lanes: Int, rows: Int) {
    (self.lanes, self.rows) = (lanes, rows)
    bits = UInt32(rows.trailingZeroBitCount)
    owners = .allocate(capacity: rows)
    owners.initialize(repeating: 0, count: rows)
    counts = .allocate(capacity: rows)
    counts.initialize(repeating: 0, count: rows)
    weights = .allocate(capacity: lanes * rows)
    weights.initialize(repeating: 0, count: lanes * rows)
    history = .allocate(capacity: lanes * rows)
    history.initialize(repeating: 0, count: lanes * rows)
  }

  /// Weights for these features alone.
  convenience init(lanes: Int, rows: Int, keeping features: [UInt32]) {
    self.init(lanes: lanes, rows: rows)
    for feature in features { owners[row(feature)] = feature }
    isSettled = true
  }

  deinit {
    weights.deallocate()
    history.deallocate()
    owners.deallocate()
    counts.deallocate()
  }

  @inline(__always)
  private func row(_ feature: UInt32) -> Int { Feature.slot(feature, bits: bits) }

  /// The feature of each row, 0 where there is none.
  var features: [UInt32] { (0..<rows).map { owners[$0] } }

  /// After the first epoch: features met less than `leastCount` times go, and no more come.
  func settle() {
    guard !isSettled else { return }
    isSettled = true
    for row in 0..<rows where owners[row] != 0 && counts[row] < Self.leastCount {
      owners[row] = 0
      for at in row * lanes..<(row + 1) * lanes { (weights[at], history[at]) = (0, 0) }
    }
  }

  func tick() { step += 1 }

  /// By how much the right choice must lead, or it is learned again: what keeps the weights from knowing the training
  /// text by heart. Of 0, 20, 60, 150 and 400 the best on EWT dev.
  static let margin: Int32 = 60
  /// Features met less often than this in the first epoch are dropped.
  static let leastCount: UInt32 = 2

  /// One step of learning: the right lane rises and its best rival falls, unless it leads by the margin.
  ///
  /// - Parameter right: the lane that should win.
  /// - Returns: the lane that wins.
  func learn(_ features: UnsafeBufferPointer<UInt32>, right: Int, _ sums: UnsafeMutablePointer<Int32>) -> Int {
    sum(features, into: sums)
    var best = 0
    for lane in 1..<lanes where sums[lane] > sums[best] { best = lane }
    tick()
    var rival = right == 0 ? 1 : 0
    for lane in 0..<lanes where lane != right && sums[lane] > sums[rival] { rival = lane }
    if sums[right] < sums[rival] + Self.margin || best != right {
      add(1, lane: right, features)
      add(-1, lane: rival, features)
    }
    return best
  }

  func add(_ amount: Int32, lane: Int, _ features: UnsafeBufferPointer<UInt32>) {
    for feature in features {
      let row = row(feature)
      guard owners[row] == feature else { continue }
      let at = row * lanes + lane
      weights[at] += amount
      history[at] += Int64(amount) * step
    }
  }

  func sum(_ features: UnsafeBufferPointer<UInt32>, into sums: UnsafeMutablePointer<Int32>) {
    for lane in 0..<lanes { sums[lane] = 0 }
    for feature in features {
      let row = row(feature)
      if !isSettled {
        if owners[row] == 0 { owners[row] = feature }
        if owners[row] == feature { counts[row] += 1 }
      }
      guard owners[row] == feature else { continue }
      let place = weights + row * lanes
      for lane in 0..<lanes { sums[lane] &+= place[lane] }
    }
  }

  /// The mean of a weight over all steps.
  func mean(_ at: Int) -> Float { Float(weights[at]) - Float(history[at]) / Float(step) }

  /// The means of all weights.
  func means() -> [Float] { (0..<rows * lanes).map { mean($0) } }
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

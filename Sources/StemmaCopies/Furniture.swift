/// Learns which runs of words are furniture: what a publisher prints under reports that are otherwise unlike.
///
/// Counters in a table of fixed size, found by a hash of the run and the outlet; all are halved from time to time, so that
/// what is no longer printed is forgotten. Two runs on one counter make it too high by a little, never too low.
struct Furniture {
  private static let slotBits: UInt64 = 22
  /// Reports that a run of one outlet's must have been seen in, and their share of those of the outlet.
  private static let least = 10
  private static let share = 0.02
  /// The same for a run that no outlet owns: reports that were copies of none before them.
  private static let leastOfAll = 32
  /// Reports counted of an outlet from which on not all are.
  private static let wellKnown = 64
  /// Steps between halvings: some 8,000 counted reports of 500 words.
  private static let period = 1 << slotBits

  private var counts = [UInt8](repeating: 0, count: 1 << Int(slotBits))
  /// Reports counted by outlet, some outlets together.
  private var reports = [Int32](repeating: 0, count: 4096)
  private var steps = 0

  var bytes: Int { counts.count + reports.count * 4 }

  /// The key for the reports of all outlets together.
  static let everyone: UInt64 = 0

  /// The key of an outlet by its name.
  static func key(_ outlet: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in outlet.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  /// Counts the runs of a report for an outlet.
  ///
  /// - Parameter chance: any bits of the report's own, by which one in eight is taken of an outlet that is well known.
  mutating func count(_ grams: [UInt32], for key: UInt64, chance: UInt64) {
    guard reports[Int(key >> 52)] < Self.wellKnown || chance & 7 == 0 else { return }
    reports[Int(key >> 52)] += 1
    let salt = UInt32(truncatingIfNeeded: key >> 8) & 0xff_ffff
    counts.withUnsafeMutableBufferPointer { counts in
      for gram in grams {
        let slot = Int((gram ^ salt) >> UInt32(24 - Self.slotBits))
        let count = counts[slot]
        counts[slot] = count &+ (count < 255 ? 1 : 0)
      }
    }
    steps += grams.count
    if steps >= Self.period {
      steps = 0
      for slot in counts.indices { counts[slot] >>= 1 }
      for outlet in reports.indices { reports[outlet] >>= 1 }
    }
  }

  /// Calls `body` with each run that is furniture of the outlet.
  func find(in grams: [UInt32], of key: UInt64, _ body: (UInt32) -> Void) {
    let seen = Int(reports[Int(key >> 52)])
    let least = key == Self.everyone ? Self.leastOfAll : Self.least
    guard seen >= least else { return }
    let needed = UInt8(min(200, max(least, Int(Double(seen) * Self.share))))
    let salt = UInt32(truncatingIfNeeded: key >> 8) & 0xff_ffff
    counts.withUnsafeBufferPointer { counts in
      for gram in grams where counts[Int((gram ^ salt) >> UInt32(24 - Self.slotBits))] >= needed { body(gram) }
    }
  }
}

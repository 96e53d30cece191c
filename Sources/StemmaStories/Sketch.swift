/// What the index keeps of a report to compare later ones with: its weightiest features, in order of their keys.
struct Sketch: Sendable {
  /// A feature in eight bytes: its key above, then what kinds it is of, then what its count weighs in sixteenths.
  var features: [UInt64]
  var norms = Norms()
  /// Days since 1970; not a number where nothing says it.
  var day: Float = .nan
  /// The days that it names first, counted from 1970; `noDay` where there are fewer.
  var namedDays = SIMD4<Int32>(repeating: Sketch.noDay)
  static let noDay = Int32.min
  var outlet: UInt32 = 0
  /// Words in all, as a logarithm.
  var size: Float = 0

  static func key(_ feature: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: feature >> 32) }
  static func kind(_ feature: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: feature >> 8) }
  static func count(_ feature: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: feature) }
}

/// How long a report's vectors are, and the sums that shares are taken of.
struct Norms: Sendable {
  var all: Float = 0
  var names: Float = 0
  var head: Float = 0
  var title: Float = 0
  var figures: Float = 0
  var dates: Float = 0
  var pairs: Float = 0
  var nameSum: Float = 0
  var headSum: Float = 0
  var titleSum: Float = 0
  var ageSum: Float = 0

  /// From sums of squares to lengths.
  mutating func close() {
    all = all.squareRoot()
    names = names.squareRoot()
    head = head.squareRoot()
    title = title.squareRoot()
    figures = figures.squareRoot()
    dates = dates.squareRoot()
    pairs = pairs.squareRoot()
  }
}

/// A report on its way into the index: what it will keep, and how rare each feature is now.
struct Weighed: Sendable {
  var sketch = Sketch(features: [])
  /// In the order of the sketch's features.
  var rarities: [Float] = []

  /// The places of the `most` features with the greatest weight, in order of keys.
  ///
  /// Weights are told apart to a sixteenth; of equal ones the lower keys are taken.
  ///
  /// - Complexity: O(*n*).
  func heaviest(_ most: Int, _ weight: (Int) -> Float) -> [Int] {
    guard rarities.count > most else { return Array(rarities.indices) }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 512 + rarities.count) { scratch in
      scratch.initialize(repeating: 0)
      // Positive weights from 2⁻⁸ to 2²⁴, sixteen steps an octave.
      for i in rarities.indices {
        let step = Int(weight(i).bitPattern >> 19) - (127 - 8) * 16
        let bucket = UInt16(max(0, min(511, step)))
        scratch[512 + i] = bucket
        scratch[Int(bucket)] += 1
      }
      var bucket = 511
      var above = 0
      while above + Int(scratch[bucket]) < most {
        above += Int(scratch[bucket])
        bucket -= 1
      }
      var spare = most - above
      var chosen: [Int] = []
      chosen.reserveCapacity(most)
      for i in rarities.indices {
        let its = Int(scratch[512 + i])
        if its > bucket {
          chosen.append(i)
        } else if its == bucket, spare > 0 {
          chosen.append(i)
          spare -= 1
        }
      }
      return chosen
    }
  }

  /// What is kept of it: so many features at most, those that weigh most, names and the beginning before others.
  func kept(_ most: Int) -> Sketch {
    let preferred = StoryTraits.Kind.name.rawValue | StoryTraits.Kind.title.rawValue | StoryTraits.Kind.head.rawValue
    let chosen = heaviest(most) { i in
      let feature = sketch.features[i]
      return rarities[i] * Float(Sketch.count(feature)) * (Sketch.kind(feature) & preferred != 0 ? 1.5 : 1)
    }
    var kept = sketch
    kept.features = chosen.map { sketch.features[$0] }
    return kept
  }
}

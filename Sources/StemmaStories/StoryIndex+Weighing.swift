import Foundation

extension StoryIndex {
  /// Counts a report's features and says how rare each is now.
  mutating func weigh(_ traits: StoryTraits, published: Int64?, outlet: UInt32) -> Weighed {
    rarity.beginReport(traits.features)
    let (dull, head, words) = lines(of: traits)
    var weighed = Weighed()
    weighed.rarities.reserveCapacity(traits.features.count)
    weighed.sketch.features.reserveCapacity(traits.features.count)
    var norms = Norms()
    for feature in traits.features {
      var rare = rarity.count(feature.key)
      let lines = feature.lines & ~dull
      if lines == 0 { continue }
      var kind = feature.kind
      if lines & 1 != 0 { kind.insert(.title) }
      if lines & head != 0 { kind.insert(.head) }
      let count = Self.weight(ofCount: feature.count)
      rare *= factor(kind)
      weighed.sketch.features.append(UInt64(feature.key) << 32 | UInt64(kind.rawValue) << 8 | UInt64(count))
      weighed.rarities.append(rare)
      let square = rare * rare
      let full = square * Float(count) * Float(count) * (1 / 256)
      norms.all += full
      if kind.contains(.name) {
        norms.names += full
        norms.nameSum += rare
      }
      if kind.contains(.head) {
        norms.head += square
        norms.headSum += rare
      }
      if kind.contains(.title) {
        norms.title += square
        norms.titleSum += rare
      }
      if kind.contains(.age) { norms.ageSum += rare }
      if kind.contains(.figure) { norms.figures += square }
      if kind.contains(.date) { norms.dates += square }
      if kind.contains(.pair) { norms.pairs += square }
    }
    norms.close()
    weighed.sketch.norms = norms
    weighed.sketch.outlet = outlet
    weighed.sketch.size = log(1 + Float(words))
    if let published, (-30_610_224_000..<32_503_680_000).contains(published) {
      weighed.sketch.day = Float(Double(published) / 86_400)
    } else if let day = traits.statedDay {
      weighed.sketch.day = Float(day)
    }
    if !weighed.sketch.day.isNaN {
      let today = Int(weighed.sketch.day.rounded(.down))
      for (i, code) in traits.namedDays.prefix(4).enumerated() {
        weighed.sketch.namedDays[i] = Int32(Calendar.day(code, from: today))
      }
    }
    return weighed
  }

  /// Lines that many stories have, those of the head, and how many words there are beside the former.
  private func lines(of traits: StoryTraits) -> (dull: UInt64, head: UInt64, words: Int) {
    var dull: UInt64 = 0
    var head: UInt64 = 1
    var headWords = 0
    var words = 0
    for i in traits.lines.indices.dropFirst() where traits.lines[i] != 0 {
      if isFrequent(traits.lines[i]) {
        // The last place stands for many lines.
        if i < 63 { dull |= 1 << UInt64(i) }
        continue
      }
      let count = Int(traits.lineWords[i])
      if headWords < rule.headWords, count > 3 {
        head |= 1 << UInt64(i)
        headWords += count
      }
      words += count
    }
    return (dull, head, words)
  }

  /// A kept report as it weighs now.
  func unpacked(_ sketch: Sketch) -> Weighed {
    let rarities = sketch.features.map { feature in
      rarity.rareness(Sketch.key(feature)) * factor(StoryTraits.Kind(rawValue: Sketch.kind(feature)))
    }
    return Weighed(sketch: sketch, rarities: rarities)
  }

  private func factor(_ kind: StoryTraits.Kind) -> Float {
    kind.contains(.name) ? rule.nameFactor : kind.contains(.pair) ? rule.pairFactor : 1
  }

  /// 1 + ln *n*, in sixteenths.
  private static func weight(ofCount count: UInt8) -> UInt8 { countWeights[Int(count)] }
}

private let countWeights: [UInt8] = (0...255).map { UInt8(min(255, 16 * (1 + log(Float(max(1, $0)))))) }

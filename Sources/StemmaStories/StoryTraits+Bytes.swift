/// Traits as a few hundred bytes to a kilobyte, so that a store can build the index anew without reading the texts.
extension StoryTraits {
  /// The first byte: how what follows is laid out.
  private static let layout: UInt8 = 1

  /// - Complexity: O(*n*) in the features.
  package var bytes: [UInt8] {
    var out: [UInt8] = [Self.layout]
    out.reserveCapacity(16 + 8 * features.count + 6 * lines.count)
    func put(_ value: UInt64) {
      var rest = value
      while rest >= 0x80 {
        out.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      out.append(UInt8(rest))
    }
    put(statedDay.map { UInt64(UInt32(bitPattern: $0)) + 1 } ?? 0)
    put(UInt64(namedDays.count))
    for day in namedDays { put(UInt64(day)) }
    put(UInt64(lines.count))
    for i in lines.indices {
      for shift in [0, 8, 16, 24] as [UInt32] { out.append(UInt8(truncatingIfNeeded: lines[i] >> shift)) }
      out.append(lineWords[i])
    }
    put(UInt64(features.count))
    var last: UInt32 = 0
    for feature in features {
      put(UInt64(feature.key &- last))
      last = feature.key
      out.append(feature.kind.rawValue)
      out.append(feature.count)
      put(feature.lines)
    }
    return out
  }

  /// Reads what `bytes` wrote; nil for anything else, cut short or damaged.
  package init?(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    var at = 1
    guard bytes.first == Self.layout else { return nil }
    func byte() -> UInt8? {
      guard at < bytes.count else { return nil }
      at += 1
      return bytes[at - 1]
    }
    func take() -> UInt64? {
      var value: UInt64 = 0
      for shift in stride(from: 0, through: 63, by: 7) {
        guard let byte = byte() else { return nil }
        value |= UInt64(byte & 0x7F) << UInt64(shift)
        if byte < 0x80 { return value }
      }
      return nil
    }
    func count(_ most: Int) -> Int? { take().flatMap { $0 <= UInt64(most) ? Int($0) : nil } }

    guard let stated = take(), stated <= UInt64(UInt32.max) + 1, let days = count(Self.mostNamedDays) else {
      return nil
    }
    var namedDays: [UInt16] = []
    for _ in 0..<days {
      guard let day = take(), day < 7 || (33...415).contains(day) else { return nil }
      namedDays.append(UInt16(day))
    }
    guard let lineCount = count(64), lineCount > 0 else { return nil }
    var lines: [UInt32] = []
    var lineWords: [UInt8] = []
    for _ in 0..<lineCount {
      guard let a = byte(), let b = byte(), let c = byte(), let d = byte(), let words = byte() else { return nil }
      lines.append(UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16 | UInt32(d) << 24)
      lineWords.append(words)
    }
    guard let featureCount = count(Self.mostFeatures) else { return nil }
    var features: [Feature] = []
    features.reserveCapacity(featureCount)
    var key: UInt64 = 0
    for i in 0..<featureCount {
      guard let step = take(), step <= UInt64(UInt32.max), i == 0 || step > 0, let kind = byte(), let count = byte(),
        let mask = take()
      else { return nil }
      key += step
      guard key <= UInt64(UInt32.max) else { return nil }
      features.append(Feature(key: UInt32(key), kind: Kind(rawValue: kind), count: count, lines: mask))
    }
    guard at == bytes.count else { return nil }
    self.init(
      features: features, lines: lines, lineWords: lineWords,
      statedDay: stated == 0 ? nil : Int32(bitPattern: UInt32(stated - 1)), namedDays: namedDays)
  }
}

/// Values by 64-bit hashes, for keys that are hashed well already: one multiplication and a probe or two.
struct WordTable<Value: Sendable>: Sendable {
  /// 0 where nothing stands; no key is 0.
  private var keys: [UInt64]
  private var values: [Value?]
  private var shift: UInt64
  private(set) var count = 0

  /// Room for some, to begin with.
  init() {
    keys = Array(repeating: 0, count: 256)
    values = Array(repeating: nil, count: 256)
    shift = 56
  }

  init(_ entries: [UInt64: Value]) {
    self.init()
    for (key, value) in entries { insert(key, value) }
  }

  subscript(key: UInt64) -> Value? {
    let slot = slot(key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Whether a key has a value, which is not looked at: that would count its references.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool { key != 0 && keys[slot(key)] == key }

  mutating func insert(_ key: UInt64, _ value: Value) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(key)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  /// Where a key stands or would.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (old, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: old.count * 2)
    values = Array(repeating: nil, count: old.count * 2)
    shift -= 1
    for number in old.indices where old[number] != 0 {
      let slot = slot(old[number])
      keys[slot] = old[number]
      values[slot] = oldValues[number]
    }
  }
}

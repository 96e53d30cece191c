/// Values by words: one multiplication or two, and a probe or two. For tables that are made once and asked for each word.
///
/// Its order never shows: nothing walks through it.
struct WordTable<Value: Sendable>: Sendable {
  /// Places in `entries`, from 1; 0 where nothing stands.
  var slots: [UInt32]
  var keys: [WordKey]
  var values: [Value]
  var shift: UInt64

  init() {
    slots = Array(repeating: 0, count: 16)
    keys = []
    values = []
    shift = 60
  }

  var count: Int { keys.count }

  subscript(key: WordKey) -> Value? {
    let slot = Int(slots[self.slot(key)])
    return slot == 0 ? nil : values[slot - 1]
  }

  func contains(_ key: WordKey) -> Bool { slots[slot(key)] != 0 }

  /// Enters a word, or changes the value it has.
  mutating func update(_ key: WordKey, default value: Value, _ change: (inout Value) -> Void) {
    if (keys.count + 1) * 3 > slots.count { grow() }
    let slot = slot(key)
    if slots[slot] == 0 {
      keys.append(key)
      values.append(value)
      slots[slot] = UInt32(keys.count)
    }
    change(&values[Int(slots[slot]) - 1])
  }

  mutating func insert(_ key: WordKey, _ value: Value) { update(key, default: value) { $0 = value } }

  /// Where a word stands or would.
  @inline(__always)
  func slot(_ key: WordKey) -> Int {
    let mask = slots.count - 1
    var slot = Int(key.mixed >> shift)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, key) in keys.enumerated() { slots[slot(key)] = UInt32(number + 1) }
  }
}

extension WordTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral entries: (WordKey, Value)...) {
    self.init()
    for (key, value) in entries { insert(key, value) }
  }
}

/// A fixed list of words to ask for one.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  var table = WordTable<Void>()

  init(arrayLiteral words: WordKey...) {
    for word in words { table.insert(word, ()) }
  }

  func contains(_ word: WordKey) -> Bool { table.contains(word) }
}

/// Values by words: a multiplication or two, and a probe or two. For tables that are made once and asked for each word.
///
/// Its order never shows: nothing walks through it.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    var key: WordKey
    var value: Value
  }

  /// In 20 bits the place in `entries`, from 1, and in the other 12 some of the hash, so that a word that is not here is
  /// seldom compared; 0 where nothing stands.
  private var slots: [UInt32]
  private var entries: [Entry]
  private var shift: UInt64

  private static var place: UInt32 { 0xF_FFFF }

  init() {
    slots = Array(repeating: 0, count: 16)
    entries = []
    shift = 60
  }

  var count: Int { entries.count }

  @inline(__always)
  subscript(key: WordKey) -> Value? {
    let slot = slots[self.slot(key)] & Self.place
    return slot == 0 ? nil : entries[Int(slot) - 1].value
  }

  @inline(__always)
  func contains(_ key: WordKey) -> Bool { slots[slot(key)] != 0 }

  /// Enters a word, or changes the value it has.
  mutating func update(_ key: WordKey, default value: Value, _ change: (inout Value) -> Void) {
    if (entries.count + 1) * 3 > slots.count { grow() }
    let slot = slot(key)
    if slots[slot] == 0 {
      entries.append(Entry(key: key, value: value))
      precondition(entries.count <= Self.place, "a list of words is short")
      slots[slot] = UInt32(entries.count) | Self.tag(key.mixed)
    }
    change(&entries[Int(slots[slot] & Self.place) - 1].value)
  }

  mutating func insert(_ key: WordKey, _ value: Value) { update(key, default: value) { $0 = value } }

  @inline(__always)
  private static func tag(_ mixed: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: mixed) & ~place }

  /// Where a word stands or would.
  @inline(__always)
  private func slot(_ key: WordKey) -> Int {
    let mixed = key.mixed
    let tag = Self.tag(mixed)
    var slot = Int(truncatingIfNeeded: mixed >> shift)
    while slots[slot] != 0, slots[slot] & ~Self.place != tag || entries[Int(slots[slot] & Self.place) - 1].key != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, entry) in entries.enumerated() {
      slots[slot(entry.key)] = UInt32(number + 1) | Self.tag(entry.key.mixed)
    }
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

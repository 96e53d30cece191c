/// Reads what a token's spelling tells: its word, ending, form and what the model knows of it.
package struct WordReader {
  let model: Model

  package init(_ model: Model) { self.model = model }

  /// The hash of a spelling without regard to case, never 0.
  package static func hash(_ spelling: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in spelling { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
    return hash == 0 ? 1 : hash
  }

  /// Reads the token at `start..<end` into a fresh node.
  ///
  /// - Complexity: O(bytes of the token).
  @inline(__always)
  func read(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, into node: inout Node) {
    var hash: UInt32 = 2_166_136_261
    var tail: UInt32 = 0
    var form: Node.Form = []
    // Before the last apostrophe.
    var baseHash: UInt32 = 0
    var baseTail: UInt32 = 0
    var apostrophe = -1
    var at = start
    while at < end {
      var byte = bytes[at]
      at += 1
      if byte >= 0x80 {
        form.insert(.wide)
        if byte == 0xE2, at + 1 < end, bytes[at] == 0x80, bytes[at + 1] == 0x99 || bytes[at + 1] == 0x98 {
          byte = 0x27
          at += 2
        }
      } else if byte &- 0x61 < 26 {
        form.insert(.lower)
      } else if byte &- 0x41 < 26 {
        form.insert(.upper)
      } else if byte &- 0x30 < 10 {
        form.insert(.digit)
      } else {
        form.insert(.inner)
      }
      if byte == 0x27, at < end {
        apostrophe = at
        baseHash = hash
        baseTail = tail
      }
      // Dropping the bit of case folds Latin-1 letters as well.
      hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619
      tail = tail << 8 | UInt32(byte | 0x20)
    }
    let first = start < end ? bytes[start] : 0
    if first &- 0x41 < 26 || first == 0xC3 && start + 1 < end && bytes[start + 1] < 0x9F { form.insert(.capital) }
    if form.isDisjoint(with: [.lower, .upper, .digit]), !isWide(bytes, start, end) { form.insert(.mark) }

    if hash == 0 { hash = 1 }
    var entry = model.entry(hash)
    if entry == nil, apostrophe > start, end - apostrophe == 1, bytes[apostrophe] | 0x20 == 0x73 {
      // "Obama's": the word is "Obama".
      form.insert(.possessive)
      hash = baseHash == 0 ? 1 : baseHash
      tail = baseTail
      entry = model.entry(hash)
    }
    node.form = form
    node.suffix = spread(tail & 0xFF_FFFF ^ 0x5100_0000)
    var shape = UInt32(form.rawValue) << 8 | UInt32(min(end - start, 4))
    if form.contains(.digit), form.isDisjoint(with: [.lower, .upper]) {
      // A number: years and small ones stand apart.
      let isYear = end - start == 4 && (first == 0x31 || first == 0x32) && !form.contains(.inner)
      shape |= isYear ? 0x1_0000 : 0x2_0000
    }
    node.shape = spread(shape ^ 0x3300_0000)
    if let entry {
      let cluster = UInt32(entry.cluster)
      node.cluster = spread(cluster ^ 0x7700_0000)
      node.coarse = spread(UInt32(model.coarse[Int(cluster)]) ^ 0x7800_0000)
      node.guess = spread(UInt32(entry.tag) ^ 0x6600_0000)
      let certain = form.contains(.capital) ? Model.Entry.certainCapital : Model.Entry.certain
      if !form.contains(.possessive) {
        if entry.traits & certain != 0 { node.certainTag = entry.tag }
        node.certainRelation = entry.relation
      }
      node.word = entry.traits & Model.Entry.known != 0 ? hash : spread(tail & 0xFFFF ^ node.shape)
    } else {
      node.cluster = 0x7700_0001
      node.coarse = 0x7800_0001
      node.guess = spread(tail & 0xFFFF ^ 0x6700_0000) ^ node.shape
      node.word = spread(tail & 0xFFFF ^ node.shape)
    }
  }

  /// Whether letters beyond ASCII are among the bytes: punctuation there begins with E2 or C2.
  @inline(__always)
  private func isWide(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = bytes[start]
    return first >= 0x80 && first != 0xE2 && first != 0xC2 && first != 0xEF
  }
}

import StemmaModel

/// What the class and id of an element say of it.
struct ClassHint: Sendable {
  struct Signs: OptionSet, Sendable {
    let rawValue: UInt8
    static let articleBody = Signs(rawValue: 1)
    static let caption = Signs(rawValue: 2)
    static let comments = Signs(rawValue: 8)
    static let beside = Signs(rawValue: 16)
  }

  /// The kind of furniture that an element is by its names, if it is.
  var furniture: Report.Furniture.Kind?
  var signs: Signs = []
}

/// Reads the names that sites give to their elements, word by word: general conventions, no site's own.
///
/// A value is read once per page, as most stand on many elements; words are compared by 64-bit hashes.
struct ClassHints {
  private var known = WordTable<ClassHint>()
  /// Of the name that is read, and what each of them says.
  private var words: [UInt64] = []
  private var senses: [HintNames.Sense] = []

  /// The hints of every element of a tree.
  ///
  /// - Complexity: O(*n*) in the bytes of classes and ids.
  static func all(of tree: HTMLTree) -> [ClassHint] {
    var reader = ClassHints()
    var hints = [ClassHint](repeating: ClassHint(), count: tree.nodes.count)
    tree.values.withUnsafeBufferPointer { values in
      for node in tree.nodes.indices {
        for number in tree.nodes[node].attributes {
          let attribute = tree.attributes[number]
          switch attribute.name {
          case .class, .id:
            let hint = reader.hint(UnsafeBufferPointer(rebasing: values[attribute.value]))
            if hints[node].furniture == nil { hints[node].furniture = hint.furniture }
            hints[node].signs.formUnion(hint.signs)
          case .itemprop:
            let value = values[attribute.value]
            // "articleBody", alone or among others.
            if value.count >= 11, value.count < 60, Self.holds(value, Self.bodyName) {
              hints[node].signs.insert(.articleBody)
            }
          default: break
          }
        }
      }
    }
    return hints
  }

  private static let bodyName = Array("articlebody".utf8)

  private static func holds(_ value: Slice<UnsafeBufferPointer<UInt8>>, _ name: [UInt8]) -> Bool {
    for start in value.startIndex...(value.endIndex - name.count)
    where name.indices.allSatisfy({ value[start + $0] | 32 == name[$0] }) { return true }
    return false
  }

  private mutating func hint(_ value: UnsafeBufferPointer<UInt8>) -> ClassHint {
    guard value.count > 1, value.count < 400 else { return ClassHint() }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if let hint = known[hash] { return hint }
    let hint = read(value)
    // A page with no end of names is hostile, or made by a machine.
    if known.count < 20_000 { known.insert(hash, hint) }
    return hint
  }

  private mutating func read(_ value: UnsafeBufferPointer<UInt8>) -> ClassHint {
    let names = HintNames.shared
    var hint = ClassHint()
    var isEntry = false
    var at = 0
    while at < value.count {
      while at < value.count, value[at] <= 32 { at += 1 }
      let start = at
      while at < value.count, value[at] > 32 { at += 1 }
      guard at > start else { break }
      let joined = split(UnsafeBufferPointer(rebasing: value[start..<at]))
      if let isBody = names.names[joined] {
        if isBody { hint.signs.insert(.articleBody) } else { isEntry = true }
      }
      senses.removeAll(keepingCapacity: true)
      var signs: HintNames.Sense.Signs = []
      for word in words {
        let sense = names.words[word] ?? HintNames.Sense()
        senses.append(sense)
        signs.formUnion(sense.signs)
      }
      guard let first = senses.first else { continue }
      // "has-sidebar" and "article-with-comments" speak of the page.
      let isOfPage = first.signs.contains(.ofPage)
      if signs.contains(.caption) { hint.signs.insert(.caption) }
      if !isOfPage, signs.contains(.comments) { hint.signs.insert(.comments) }
      if !isOfPage, signs.contains(.beside) { hint.signs.insert(.beside) }
      guard hint.furniture == nil, !isOfPage, !first.signs.contains(.builder) else { continue }
      for number in words.indices.dropLast() where senses[number].signs.contains(.opensPair) {
        if let kind = names.pairs[HintNames.pair(words[number], words[number + 1])] { hint.furniture = kind; break }
      }
      if hint.furniture != nil || signs.contains(.body) && signs.contains(.story) { continue }
      hint.furniture = senses.lazy.compactMap(\.furniture).first
    }
    if isEntry { hint.furniture = nil }
    return hint
  }

  /// Splits a name into `words`: "storyBody__text-main" is story, body, text, main. Generated names such as "hAdRRp" have
  /// humps as well: a hump of less than four letters parts nothing.
  ///
  /// - Returns: the hash of all its letters.
  private mutating func split(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    words.removeAll(keepingCapacity: true)
    var joined = HintNames.seed
    var word = HintNames.seed
    var length = 0
    var wasLower = false
    for byte in token {
      let isUpper = byte >= 65 && byte <= 90
      let isLetter = isUpper || byte >= 97 && byte <= 122
      if !isLetter || isUpper && wasLower && length >= 4 {
        if length > 0 { words.append(word) }
        word = HintNames.seed
        length = 0
      }
      if isLetter {
        word = HintNames.add(byte | 32, to: word)
        joined = HintNames.add(byte | 32, to: joined)
        length += 1
      }
      wasLower = isLetter && !isUpper
    }
    if length > 0 { words.append(word) }
    return joined
  }

  /// Whether a class, id, `itemprop` or `rel` of an element has one of these words in it.
  static func names(_ tree: HTMLTree, _ node: Int, any wanted: Set<String>) -> Bool {
    for name in [HTMLAttribute.class, .id, .itemprop, .rel] {
      guard let value = tree.value(name, of: node), value.count < 200 else { continue }
      for token in tree.values[value].split(whereSeparator: { $0 <= 32 })
      where words(of: token).contains(where: { wanted.contains($0) }) { return true }
    }
    return false
  }

  private static func words(of token: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in token {
      let isUpper = byte >= 65 && byte <= 90
      let isLetter = isUpper || byte >= 97 && byte <= 122
      if !isLetter || isUpper && wasLower && word.count >= 4 {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 32) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

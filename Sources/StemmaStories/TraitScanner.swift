import StemmaText

/// One pass over a report's bytes that collects its features.
struct TraitScanner {
  private let lexicon = Lexicon.shared
  private var table = [Int16](repeating: -1, count: 2048)
  private var found: [StoryTraits.Feature] = []
  private var lineHashes: [UInt32] = [0]
  private var lineWords: [UInt8] = [0]
  private var statedDay: Int32?
  private var namedDays: [UInt16] = []

  /// What stood before the word that is being read.
  private struct Before {
    var sentenceStart = true
    var key: UInt32 = 0
    var isCapital = false
    var isStop = false
    /// A number that waits for what it counts: its hash, and words since.
    var number: UInt32 = 0
    var sinceNumber = 9
    var numberAfterName = false
    /// A month that waits for its day, 1…12, or 0.
    var month = 0
    var day = 0
    var sinceMonth = 9
    var sinceDay = 9
    var lastLength = 0
  }

  private var before = Before()
  private var line: Int = 0

  mutating func read(title: String, text: String) {
    let (name, rest) = Self.parts(of: title)
    var title = name
    title.withUTF8 { scan($0, isTitle: true) }
    // What an outlet adds to its titles is a line of its own, which may turn out to be of many reports.
    if var rest { rest.withUTF8 { scan($0, isTitle: false) } }
    var text = text
    text.withUTF8 { bytes in
      let end = min(bytes.count, StoryTraits.longestText)
      scan(UnsafeBufferPointer(rebasing: bytes[..<end]), isTitle: false)
    }
  }

  /// A title without the name of the outlet or section that is set off from it, which is the shorter part.
  private static func parts(of title: String) -> (title: String, rest: String?) {
    let bytes = Array(title.utf8)
    var at = bytes.count - 1
    while at > 1 {
      at -= 1
      guard bytes[at] == 0x20 || bytes[at] == 0x7C else { continue }
      let bar = bytes[at] == 0x7C
      let dash = at + 2 < bytes.count && bytes[at + 1] == 0x2D && bytes[at + 2] == 0x20
      let colons = at + 3 < bytes.count && bytes[at + 1] == 0x3A && bytes[at + 2] == 0x3A && bytes[at + 3] == 0x20
      let long =
        at + 4 < bytes.count && bytes[at + 1] == 0xE2 && bytes[at + 2] == 0x80
        && (bytes[at + 3] == 0x93 || bytes[at + 3] == 0x94) && bytes[at + 4] == 0x20
      guard bar || dash || colons || long else { continue }
      let after = at + (bar ? 1 : dash ? 3 : colons ? 4 : 5)
      let (first, second) = (bytes[..<at], bytes[after...])
      let (longer, shorter) = first.count >= second.count ? (first, second) : (second, first)
      return (String(decoding: longer, as: UTF8.self), String(decoding: shorter, as: UTF8.self))
    }
    return (title, nil)
  }

  func traits() -> StoryTraits {
    var features = found
    if lineWords[0] == 0, lineHashes.count > 1 {
      // Without a title the first line is the title too.
      for i in features.indices where features[i].lines & 2 != 0 { features[i].lines |= 1 }
    }
    if features.count > StoryTraits.mostFeatures { features.removeLast(features.count - StoryTraits.mostFeatures) }
    features.sort { $0.key < $1.key }
    return StoryTraits(
      features: features, lines: lineHashes, lineWords: lineWords, statedDay: statedDay, namedDays: namedDays)
  }

  // MARK: - Bytes

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isTitle: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { word in
      var at = 0
      var wordsInLine = 0
      var lineHash: UInt32 = 2_166_136_261
      line = isTitle ? 0 : lineHashes.count - 1
      before = Before()
      var shouting = isTitle || isShouting(bytes, from: 0)
      while true {
        if at >= bytes.count || bytes[at] == 10 {
          if isTitle {
            lineHashes[0] = wordsInLine > 0 ? lineHash : 0
            lineWords[0] = UInt8(min(255, Int(lineWords[0]) + wordsInLine))
          }
          wordsInLine = isTitle ? wordsInLine : 0
          lineHash = isTitle ? lineHash : 2_166_136_261
          before = Before()
          if at >= bytes.count { break }
          at += 1
          if !isTitle { shouting = isShouting(bytes, from: at) }
          continue
        }
        let byte = bytes[at]
        if byte < 0x80 {
          let kind = Self.kind(byte)
          if kind == 0 {
            if byte == 0x2E {
              if !before.isCapital || before.lastLength > 3 { before.sentenceStart = true }
            } else if byte == 0x21 || byte == 0x3F || byte == 0x3A || byte == 0x22 || byte == 0x7C {
              before.sentenceStart = true
            }
            if byte != 0x20, byte != 0x2D, byte != 0x2E { before.key = 0 }
            if byte == 0x2C, before.isCapital { before.numberAfterName = true }
            at += 1
            continue
          }
        } else if let length = Self.markLength(bytes, at) {
          before.sentenceStart = true
          before.key = 0
          at += length
          continue
        }
        // A word begins.
        if !isTitle, wordsInLine == 0 {
          line = min(63, line + 1)
          if line == lineHashes.count {
            lineHashes.append(0)
            lineWords.append(0)
          }
        }
        let start = at
        var end: Int
        (end, at) = Self.endOfWord(bytes, start)
        wordsInLine += 1
        // A possessive is not of the word.
        if end - start > 2, bytes[end - 1] | 0x20 == 0x73, bytes[end - 2] == 0x27 { end -= 2 }
        if end - start > 4, bytes[end - 1] | 0x20 == 0x73, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80 { end -= 4 }
        let length = min(end - start, word.count)
        CaseFolding.fold(bytes, start..<start + length, to: UnsafeMutableBufferPointer(rebasing: word[..<length]))
        let capital = CaseFolding.isCapital(bytes, at: start)
        take(UnsafeBufferPointer(rebasing: word[..<length]), capital: capital, shouting: shouting)
        lineHash = (lineHash ^ before.key) &* 16_777_619
        if !isTitle {
          lineHashes[line] = lineHash
          lineWords[line] = UInt8(min(255, wordsInLine))
        }
      }
    }
  }

  /// Whether a line has more words with capitals than without: a heading, whose capitals tell nothing.
  private func isShouting(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var at = start
    var small = 0
    var large = 0
    var inside = false
    let end = min(bytes.count, start + 400)
    while at < end, bytes[at] != 10 {
      let byte = bytes[at]
      let letter = byte >= 0x80 || Self.kind(byte) != 0
      if letter, !inside {
        if CaseFolding.isCapital(bytes, at: at) { large += 1 } else if byte >= 0x61 { small += 1 }
      }
      inside = letter || byte == 0x27
      at += 1
    }
    return large > 2 * small
  }

  /// 1 for ASCII letters, 2 for digits, 0 for what else is below 128.
  @inline(__always) private static func kind(_ byte: UInt8) -> UInt8 {
    (byte | 0x20) &- 0x61 < 26 ? 1 : byte &- 0x30 < 10 ? 2 : 0
  }

  /// The length of a mark of punctuation beyond ASCII, or of a space; nil for a letter.
  private static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at + 1 < bytes.count else { return 1 }
    if bytes[at] == 0xC2 { return 2 }
    guard at + 2 < bytes.count else { return bytes[at] >= 0xE0 ? bytes.count - at : nil }
    if bytes[at] == 0xE2, bytes[at + 1] < 0xB0 { return 3 }
    if bytes[at] == 0xE3, bytes[at + 1] == 0x80 { return 3 }
    if bytes[at] == 0xEF, bytes[at + 1] == 0xBC || bytes[at + 1] == 0xBB { return 3 }
    return nil
  }

  /// Where the word ends that begins at `start`, and where the next may begin. Scripts without spaces give pairs of
  /// characters that overlap.
  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, next: Int) {
    let first = bytes[start]
    if isDense(first) {
      let second = start + 3
      let two = second < bytes.count && isDense(bytes[second]) && markLength(bytes, second) == nil
      return (min(bytes.count, two ? second + 3 : second), min(bytes.count, second))
    }
    var at = start
    let number = first < 0x80 && kind(first) == 2
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if kind(byte) != 0 {
          at += 1
          continue
        }
        guard at + 1 < bytes.count else { break }
        let next = bytes[at + 1]
        let nextClass = next < 0x80 ? kind(next) : 1
        // An apostrophe between letters, and what groups or divides the digits of a number.
        if byte == 0x27, nextClass == 1 {
          at += 1
          continue
        }
        if number, nextClass == 2, byte == 0x2C || byte == 0x2E {
          at += 1
          continue
        }
        break
      }
      if let mark = markLength(bytes, at) {
        // ’ between letters
        if mark == 3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99, at + 3 < bytes.count, bytes[at + 3] < 0x80,
          kind(bytes[at + 3]) == 1
        {
          at += 3
          continue
        }
        break
      }
      if isDense(byte) { break }
      at += 1
    }
    return (max(at, start + 1), max(at, start + 1))
  }

  /// Whether a character of Chinese or Japanese begins with this byte: they do not put spaces between words.
  private static func isDense(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }

  // MARK: - Words

  private mutating func take(_ word: UnsafeBufferPointer<UInt8>, capital: Bool, shouting: Bool) {
    let full = Hashing.of(word)
    let isNumber = word[0] < 0x80 && Self.kind(word[0]) == 2
    defer { before.lastLength = word.count }
    if isNumber {
      number(word, full)
      return
    }
    let known = lexicon.entry(full)
    if known == Lexicon.functionWord || known == Lexicon.may && !capital {
      before.isCapital = false
      before.isStop = true
      before.sentenceStart = false
      before.sinceNumber += 1
      before.sinceMonth += 1
      before.sinceDay += 1
      before.key = full
      return
    }
    let key = Stemming.key(word)
    before.sinceNumber += 1
    before.sinceMonth += 1
    before.sinceDay += 1
    if before.number != 0, before.sinceNumber == 1 {
      if known == Lexicon.year {
        // "12 years old", "12-year-old": wait for what follows.
        before.sinceNumber = 0
      } else if known == Lexicon.old {
        note(Hashing.mix(before.number, 0xA6E), [.figure, .age])
        before.number = 0
      } else {
        note(Hashing.mix(before.number, key), .figure)
        before.number = 0
      }
    }
    var kind: StoryTraits.Kind = []
    if known >= Lexicon.firstNumber, known <= Lexicon.lastNumber {
      before.number = Hashing.ofNumber(known - Lexicon.firstNumber)
      before.sinceNumber = 0
    } else if known >= Lexicon.firstMonth, capital {
      before.month = known == Lexicon.may ? 5 : known - Lexicon.firstMonth + 1
      before.sinceMonth = 0
      kind = .date
      if before.day > 0, before.sinceDay == 1 {
        note(Hashing.day(before.month, before.day), .date)
        mention(UInt16(before.month * 32 + before.day))
      }
    } else if known >= Lexicon.firstWeekday, known < Lexicon.firstMonth {
      kind = .date
      mention(UInt16(known - Lexicon.firstWeekday))
    }
    let isName = capital && kind.isEmpty
    if isName, !shouting, !before.sentenceStart { kind = .name }
    if isName, before.isCapital, before.key != 0 { note(Hashing.mix(before.key, key), .pair) }
    if word.count > 1 || word[0] >= 0x80 { note(key, kind) }
    before.key = key
    before.isCapital = isName
    before.isStop = false
    before.sentenceStart = false
    before.numberAfterName = false
  }

  private mutating func number(_ word: UnsafeBufferPointer<UInt8>, _ full: UInt32) {
    var value = 0
    var plain = true
    for byte in word {
      if byte >= 0x30, byte <= 0x39 {
        if value < 100_000_000 { value = value * 10 + Int(byte - 0x30) }
      } else if byte != 0x2C {
        plain = false
      }
    }
    let key = plain ? Hashing.ofNumber(value) : full
    let afterMonth = before.month > 0 && before.sinceMonth == 0
    if plain, word.count == 4, 1900...2099 ~= value {
      note(key, .date)
      if before.month > 0, before.day > 0, before.sinceMonth <= 1, statedDay == nil {
        statedDay = Int32(Calendar.day(value, before.month, before.day))
      }
      before.number = 0
    } else if plain, 1...31 ~= value, afterMonth {
      before.day = value
      note(Hashing.day(before.month, value), .date)
      mention(UInt16(before.month * 32 + value))
      before.number = 0
      before.sinceDay = 0
      before.key = key
      before.isCapital = false
      before.sentenceStart = false
      return
    } else {
      if plain, 1...31 ~= value {
        before.day = value
        before.sinceDay = 0
      }
      note(key, .figure)
      if before.numberAfterName, plain, value < 120 { note(Hashing.mix(key, 0xA6E), [.figure, .age]) }
      before.number = key
      before.sinceNumber = 0
    }
    before.numberAfterName = false
    before.key = key
    before.isCapital = false
    before.sentenceStart = false
  }

  /// Remembers the first days that are named.
  private mutating func mention(_ day: UInt16) {
    if namedDays.count < StoryTraits.mostNamedDays, !namedDays.contains(day) { namedDays.append(day) }
  }

  private mutating func note(_ key: UInt32, _ kind: StoryTraits.Kind) {
    let bit: UInt64 = 1 << UInt64(line)
    var slot = Int((key &* 0x9E37_79B1) >> 21)
    while true {
      let at = table[slot]
      if at < 0 { break }
      if found[Int(at)].key == key {
        found[Int(at)].lines |= bit
        found[Int(at)].kind.formUnion(kind)
        if found[Int(at)].count < 255 { found[Int(at)].count += 1 }
        return
      }
      slot = (slot + 1) & (table.count - 1)
    }
    guard found.count < 1024 else { return }
    table[slot] = Int16(found.count)
    found.append(StoryTraits.Feature(key: key, kind: kind, count: 1, lines: bit))
  }
}

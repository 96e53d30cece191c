/// Two wordings compared word by word.
struct WordDifference: Equatable {
  enum Kind { case same, removed, added }

  struct Piece: Equatable {
    var kind: Kind
    var text: String
  }

  /// In reading order, the old wording's words before the new one's where they differ.
  private(set) var pieces: [Piece] = []
  /// Of all words of both, how many are shared: 1 for the same words, 0 for nothing in common.
  private(set) var likeness = 1.0

  /// Words beyond this many pairs are not aligned: the middle counts as replaced whole.
  private static let largestTable = 250_000

  /// Case, punctuation and the form of quotation marks do not count.
  init(from old: String, to new: String) {
    let a = Self.words(old)
    let b = Self.words(new)
    var head = 0
    while head < min(a.count, b.count), a[head].key == b[head].key { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail].key == b[b.count - 1 - tail].key { tail += 1 }
    var kept = head + tail
    for at in 0..<head { append(.same, b[at].text) }
    kept += align(Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]))
    for at in (b.count - tail)..<b.count { append(.same, b[at].text) }
    if let last = pieces.indices.last, pieces[last].text.last == " " { pieces[last].text.removeLast() }
    likeness = a.count + b.count == 0 ? 1 : Double(2 * kept) / Double(a.count + b.count)
  }

  /// So little is shared that marking words says less than showing both.
  var isTooFar: Bool { likeness < 0.4 }

  /// What changed, from what to what; either may be empty.
  var changes: [(from: String, to: String)] {
    var changes: [(from: String, to: String)] = []
    var open = false
    for piece in pieces {
      if piece.kind == .same { open = false; continue }
      if !open { changes.append(("", "")); open = true }
      if piece.kind == .removed {
        changes[changes.count - 1].from += piece.text
      } else {
        changes[changes.count - 1].to += piece.text
      }
    }
    return changes.map { (Self.bare($0.from), Self.bare($0.to)) }.filter { !$0.from.isEmpty || !$0.to.isEmpty }
  }

  /// Longest common subsequence by table; gives the number of words kept.
  private mutating func align(_ a: [Word], _ b: [Word]) -> Int {
    guard !a.isEmpty, !b.isEmpty, a.count * b.count <= Self.largestTable else {
      for word in a { append(.removed, word.text) }
      for word in b { append(.added, word.text) }
      return 0
    }
    let width = b.count + 1
    var table = [Int32](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        table[i * width + j] =
          a[i].key == b[j].key
          ? table[(i + 1) * width + j + 1] + 1 : max(table[(i + 1) * width + j], table[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    var kept = 0
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i].key == b[j].key {
        append(.same, b[j].text)
        kept += 1
        i += 1
        j += 1
      } else if j == b.count || (i < a.count && table[(i + 1) * width + j] >= table[i * width + j + 1]) {
        append(.removed, a[i].text)
        i += 1
      } else {
        append(.added, b[j].text)
        j += 1
      }
    }
    return kept
  }

  private mutating func append(_ kind: Kind, _ text: String) {
    // The last word of a text has no space after it; what follows here must not run into it.
    if let last = pieces.indices.last, let end = pieces[last].text.last, end != " ", !DisplayWidth.isIdeograph(end) {
      pieces[last].text += " "
    }
    // A run of differing words reads as one removal and one addition, not as pairs.
    if kind == .removed, let last = pieces.indices.last, pieces[last].kind == .added {
      if last > 0, pieces[last - 1].kind == .removed {
        pieces[last - 1].text += text
      } else {
        pieces.insert(.init(kind: .removed, text: text), at: last)
      }
    } else if let last = pieces.indices.last, pieces[last].kind == kind {
      pieces[last].text += text
    } else {
      pieces.append(.init(kind: kind, text: text))
    }
  }

  private struct Word {
    var key: String
    /// With the space after it.
    var text: String
  }

  /// Splits at spaces; where a script has none, every character is a word.
  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    func flush() {
      let key = key(word)
      // A dash or a mark that stands alone belongs to the word before it, so that it is no difference.
      if key.isEmpty, let last = words.indices.last {
        words[last].text += word
      } else if !word.isEmpty {
        words.append(Word(key: key, text: word))
      }
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        if word.isEmpty {
          if !words.isEmpty { words[words.count - 1].text = joined(words[words.count - 1].text) }
        } else {
          word += " "; flush()
        }
      } else if DisplayWidth.isIdeograph(character) {
        flush()
        word.append(character)
        flush()
      } else {
        word.append(character)
      }
    }
    flush()
    if let last = words.indices.last, words[last].text.last == " " { words[last].text.removeLast() }
    return words
  }

  private static func joined(_ text: String) -> String { text.last == " " ? text : text + " " }

  private static func key(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber || "%$€£¥+".contains($0) }
  }

  private static func bare(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last == " " || ",.;:".contains(last) { text.removeLast() }
    return String(text)
  }
}

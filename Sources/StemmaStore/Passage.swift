import Foundation

/// The words of a question, as they are looked for in a text that is known to have them.
///
/// SQLite could cut passages itself, but asks its index again for each report: that took most of a search.
struct PassageFinder {
  /// A passage is so many words long, and begins so many before the first that is wanted.
  private static let length = 24
  private static let lead = 5

  /// Folded; those of `prefixes` begin a word.
  private let words: Set<String>
  private let prefixes: [String]

  /// - Parameters:
  ///   - words: in any form.
  ///   - prefixes: in any form.
  init(words: [String], prefixes: [String]) {
    self.words = Set(words.flatMap(Self.folded))
    self.prefixes = prefixes.flatMap(Self.folded)
  }

  /// The passage of a text where most of the words stand close together, the first of equals; and where they stand in it, in bytes.
  /// - Complexity: O(*n*); about 20 µs for 3 kB of ASCII.
  func passage(of text: String) -> (text: String, marks: [Range<Int>]) {
    let bytes = Array(text.utf8)
    let tokens = Self.tokens(bytes)
    var hits: [(token: Int, word: String)] = []
    for (number, token) in tokens.enumerated() {
      let word = Self.key(bytes[token])
      if isWanted(word) { hits.append((number, word)) }
    }
    guard !tokens.isEmpty else { return ("", []) }
    let first = max(0, bestStart(hits) - Self.lead)
    let last = min(tokens.count, first + Self.length) - 1
    // With the marks of punctuation that stand at its ends.
    let start = first == 0 ? 0 : tokens[first].lowerBound
    let end = last == tokens.count - 1 ? bytes.count : tokens[last].upperBound
    let before = first == 0 ? "" : "…"
    let shift = before.utf8.count - start
    let marks = hits.filter { first...last ~= $0.token }.map { hit in
      tokens[hit.token].lowerBound + shift..<tokens[hit.token].upperBound + shift
    }
    let passage = String(decoding: bytes[start..<end], as: UTF8.self)
    return (before + passage + (last == tokens.count - 1 ? "" : "…"), marks)
  }

  private func isWanted(_ word: String) -> Bool {
    words.contains(word) || prefixes.contains { word.hasPrefix($0) }
  }

  /// The token with which the passage with most different words begins.
  private func bestStart(_ hits: [(token: Int, word: String)]) -> Int {
    var best = (count: 0, start: hits.first?.token ?? 0)
    // A report has thousands of common words; the first few hundred show as much as all.
    for (place, hit) in hits.prefix(400).enumerated() {
      let near = hits[place...].prefix { $0.token < hit.token + Self.length - Self.lead }
      let count = Set(near.map(\.word)).count
      if count > best.count { best = (count, hit.token) }
    }
    return best.start
  }

  /// Where words stand, as the index of words sees them: letters and digits; signs of unparted scripts one by one.
  private static func tokens(_ bytes: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    var place = 0
    func end() {
      if let begun = start { tokens.append(begun..<place) }
      start = nil
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        let isWord = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
        if !isWord { end() } else if start == nil { start = place }
        place += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let next = min(bytes.count, place + length)
      let scalar = String(decoding: bytes[place..<next], as: UTF8.self).unicodeScalars.first ?? " "
      if IndexedWords.isUnparted(scalar) {
        end()
        tokens.append(place..<next)
      } else if !SearchWords.isWord(scalar) {
        end()
      } else if start == nil {
        start = place
      }
      place = next
    }
    end()
    return tokens
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self).folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private static func folded(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokens(bytes).map { key(bytes[$0]) }
  }
}

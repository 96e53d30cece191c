import Testing

@testable import StemmaAnnotate

struct WordKeyTests {
  /// Words of every length up to the limit and some beyond it, and all their beginnings and endings.
  private static let words: [String] = {
    let letters = Array("abcdefghijklmnopqrstuvwxyz-'0123456789")
    return (0...40).map { length in String((0..<length).map { letters[($0 * 7 + length) % letters.count] }) }
  }()

  @Test func `a word comes back as it went in, as long as it is held in full`() {
    for word in Self.words where word.utf8.count <= WordKey.mostBytes {
      #expect(WordKey(word).string == word)
      #expect(Array(WordKey(word).utf8) == Array(word.utf8))
    }
    #expect(WordKey("naïveté").string == "naïveté")
    #expect(WordKey().isEmpty && WordKey("") == WordKey())
  }

  @Test func `two keys are equal exactly where their words are, and in their order`() {
    for a in Self.words {
      for b in Self.words {
        #expect((WordKey(a) == WordKey(b)) == (a == b))
        if a.utf8.count <= WordKey.mostBytes, b.utf8.count <= WordKey.mostBytes {
          #expect((WordKey(a) < WordKey(b)) == a.utf8.lexicographicallyPrecedes(b.utf8))
        }
      }
    }
    let long = String(repeating: "ab", count: 20)
    #expect(WordKey(long + "xabababa") != WordKey(long + "yabababa"))
  }

  @Test func `beginnings and endings are seen in words of every length`() {
    for word in Self.words {
      #expect(WordKey(word).count == word.utf8.count)
      for length in 0...min(7, word.count) {
        let (head, tail) = (String(word.prefix(length)), String(word.suffix(length)))
        #expect(WordKey(word).hasPrefix(WordKey(head)) && WordKey(word).hasSuffix(WordKey(tail)))
        if length > 0 {
          #expect(!WordKey(word).hasPrefix(WordKey("~" + head.dropFirst())))
          #expect(!WordKey(word).hasSuffix(WordKey(tail.dropLast() + "~")))
        }
        guard word.utf8.count <= WordKey.mostBytes else { continue }
        #expect(WordKey(word).prefix(length).string == head && WordKey(word).suffix(length).string == tail)
        #expect(WordKey(word).dropFirst(length).string == String(word.dropFirst(length)))
        #expect(WordKey(word).dropLast(length).string == String(word.dropLast(length)))
      }
    }
    #expect(!WordKey("ed").hasSuffix("shed") && !WordKey("al").hasPrefix("al-"))
  }

  @Test func `a compound has its parts`() {
    #expect(WordKey("34-year-old").parts == ["34", "year", "old"])
    #expect(WordKey("-al--masri-").parts == ["al", "masri"])
    #expect(WordKey("plain").parts == ["plain"])
  }

  @Test func `digits are numbers, and nothing else is`() {
    #expect(Int(WordKey("2023")) == 2023)
    #expect(Int(WordKey("")) == nil && Int(WordKey("3.5")) == nil && Int(WordKey("99999999999999999999")) == nil)
    #expect(Double(WordKey("3.5")) == 3.5)
    #expect(Double(WordKey(String(repeating: "9", count: 30))) == nil)
  }

  @Test func `a table gives each word its value`() {
    var table = WordTable<Int>()
    for number in 0..<5_000 { table.insert(WordKey("word\(number)"), number) }
    for number in 0..<5_000 { table.update(WordKey("word\(number)"), default: 0) { $0 += 1 } }
    #expect(table.count == 5_000)
    for number in 0..<5_000 { #expect(table[WordKey("word\(number)")] == number + 1) }
    #expect(table["word5000"] == nil && table[WordKey()] == nil)
    let set: WordSet = ["the", "a", ""]
    #expect(set.contains("the") && set.contains(WordKey()) && !set.contains("an"))
  }
}

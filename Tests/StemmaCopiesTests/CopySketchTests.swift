import Testing

@testable import StemmaCopies

struct CopySketchTests {
  @Test func `case, punctuation and line breaks do not matter`() {
    let one = CopySketch("The mayor of Ostrava said “no”, twice — and left.")
    let other = CopySketch("THE MAYOR\nof Ostrava said: no (twice) and\u{A0}left…")
    #expect(one == other)
    #expect(one.words == 9)
    #expect(CopySketch("The mayor of Ostrava left").identity != CopySketch("of The mayor Ostrava left").identity)
  }

  @Test func `words are those that a slow scanner finds`() {
    let texts = [
      "", "a", "ab cd", "abcdefgh", "abcdefghi jklmnopq", "eight888 9nine", "x.y.z", "it’s Müller's ÀÉÎ straße",
      "Ελλάδα και Кириллица ЖЁ", "soft\u{AD}hyphen", "trailing words of exactlyeight", "a1b2 3,4", "naïve—dash",
    ]
    for text in texts { #expect(scanned(text) == slow(text), "\(text)") }
    var writer = Writer(seed: 21)
    let letters = Array("abzAZ09 .,-'é’“ß Жя")
    for _ in 0..<2000 {
      let text = String((0..<writer.next(40)).map { _ in letters[writer.next(letters.count)] })
      #expect(scanned(text) == slow(text), "\(text)")
    }
  }

  @Test func `letters of scripts without spaces are words of their own`() {
    #expect(scanned("東京で会議、ソウル").count == 8)
    #expect(scanned("서울 회의").count == 2)
    #expect(scanned("กขค").count == 3)
    #expect(scanned("AI時代2024年").count == 5)
  }

  @Test func `bytes that are not UTF-8 part words`() {
    let bytes: [UInt8] = Array("good".utf8) + [0xFF, 0xC3] + Array("bad".utf8) + [0xE2, 0x80]
    bytes.withUnsafeBufferPointer { #expect(CopySketch($0) == CopySketch("good bad")) }
    for cut in 0..<8 {
      let part = Array("né 東".utf8.prefix(cut))
      part.withUnsafeBufferPointer { _ = CopySketch($0) }
    }
  }

  @Test func `a sketch comes back from its bytes, and nothing else does`() {
    var writer = Writer(seed: 22)
    for count in [0, 1, 2, 30, 60, 1200] {
      let sketch = CopySketch(writer.text(count))
      let bytes = sketch.bytes
      #expect(CopySketch(bytes: bytes) == sketch)
      #expect(bytes.count <= sketch.grams.count * 5 / 2 + 100)
      #expect(CopySketch(bytes: bytes + [0]) == nil)
      #expect(CopySketch(bytes: Array(bytes.dropLast())) == nil)
    }
    let bytes = CopySketch(writer.text(30)).bytes
    for _ in 0..<2000 {
      var broken = bytes
      broken[writer.next(broken.count)] = UInt8(writer.next(256))
      _ = CopySketch(bytes: broken)
      _ = CopySketch(bytes: Array(broken.prefix(writer.next(broken.count))))
    }
  }

  @Test func `hashes are sorted as by the library`() {
    var writer = Writer(seed: 23)
    for count in [0, 1, 2, 3, 50, 1000, 70_000] {
      for spread in [1 << 40 - 1, 1000, 3] {
        var hashes = (0..<count).map { _ in UInt64(writer.next(spread)) }
        let expected = Set(hashes).sorted()
        let distinct = hashes.withUnsafeMutableBufferPointer { HashSort.sort($0, bits: 40, dropping: 0) }
        #expect(Array(hashes.prefix(distinct)) == expected)
      }
    }
  }

  @Test func `passages are cut from both texts`() {
    let first = "The bridge at Karsund was closed on Friday, the county said. Nobody was hurt."
    let second = "County: “the bridge at Karsund was closed on friday” – nobody was hurt, it added"
    let passages = SharedPassages.find(first, second)
    func cut(_ text: String, _ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
    #expect(passages.map(\.words) == [8, 3])
    #expect(cut(first, passages[0].inFirst) == "The bridge at Karsund was closed on Friday")
    #expect(cut(second, passages[1].inSecond) == "nobody was hurt")
    #expect(SharedPassages.find("", second).isEmpty)
  }

  private func scanned(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var text = text
    text.withUTF8 { WordScanner.scan($0) { hash, _ in hashes.append(hash) } }
    return hashes
  }

  /// Each word scanned alone, with spaces after it so that it does not end with the text.
  private func slow(_ text: String) -> [UInt64] {
    text.filter { $0 != "\u{AD}" }.lowercased().split { !$0.isLetter && !$0.isNumber }.map {
      let found = scanned("        " + $0 + "        ")
      #expect(found.count == 1)
      return found[0]
    }
  }
}

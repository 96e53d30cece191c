import Testing

@testable import StemmaStories

@Suite struct StoryTraitsTests {
  private func kinds(_ traits: StoryTraits, _ key: UInt32) -> StoryTraits.Kind? {
    traits.features.first { $0.key == key }?.kind
  }
  private func key(_ word: String) -> UInt32 {
    var word = word
    return word.withUTF8 { Stemming.key($0) }
  }

  @Test func `capitals within a sentence make names, at its beginning and in headings they do not`() {
    let traits = StoryTraits(
      title: "Storm Hits Coast",
      text: "Rain fell on Wexcombe. Farmers of the valley met Anna Pohl-Reyes.\nREAD MORE STORIES HERE")
    #expect(kinds(traits, key("wexcombe"))?.contains(.name) == true)
    #expect(kinds(traits, key("pohl"))?.contains(.name) == true)
    #expect(kinds(traits, key("farmers"))?.contains(.name) == false)
    #expect(kinds(traits, key("storm"))?.contains(.name) == false)
    #expect(kinds(traits, key("stories"))?.contains(.name) == false)
  }

  @Test func `a number goes with what it counts, in digits or words, and an age is an age`() {
    let four = Hashing.ofNumber(4)
    let traits = StoryTraits(title: "", text: "At the mill 4 killed goats lay. A 12-year-old saw four more.")
    #expect(kinds(traits, Hashing.mix(four, key("killed"))) == .figure)
    #expect(kinds(traits, Hashing.mix(Hashing.ofNumber(12), 0xA6E))?.contains(.age) == true)
    let words = StoryTraits(title: "", text: "At the mill four killed goats lay.")
    #expect(kinds(words, Hashing.mix(four, key("killed"))) == .figure)
  }

  @Test func `a full date is the day of a report without one`() {
    #expect(StoryTraits(title: "", text: "Posted March 4, 2031 by the desk").statedDay == 22_342)
    #expect(StoryTraits(title: "", text: "Posted 4 March 2031").statedDay == 22_342)
    #expect(StoryTraits(title: "", text: "On March 4 they came").statedDay == nil)
  }

  @Test func `weekdays and dates without a year are days around the report's`() {
    // 22 342 is Tuesday, 4 March 2031.
    #expect(Calendar.day(1, from: 22_342) == 22_342)
    #expect(Calendar.day(2, from: 22_342) == 22_336)
    #expect(Calendar.day(3 * 32 + 1, from: 22_342) == 22_339)
    #expect(Calendar.day(12 * 32 + 31, from: 22_342) == 22_342 - 63)
  }

  @Test func `what an outlet adds to a title is not of the title`() {
    let traits = StoryTraits(title: "Bakers strike in Ulmsted - Harbour News 9", text: "")
    let title = traits.features.filter { $0.lines & 1 != 0 }.map(\.key)
    #expect(title.contains(key("ulmsted")))
    #expect(!title.contains(key("harbour")))
  }

  @Test func `scripts without spaces give pairs of characters`() {
    let traits = StoryTraits(title: "", text: "東京で火事、三人死亡")
    #expect(traits.features.count >= 6)
    #expect(!StoryTraits(title: "", text: "В Москве сгорел склад").features.isEmpty)
  }

  @Test func `any bytes are read in bounds`() {
    var state: UInt64 = 7
    for _ in 0..<400 {
      let bytes = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let traits = StoryTraits(title: String(text.prefix(20)), text: text)
      #expect(StoryTraits(bytes: traits.bytes) == traits)
    }
  }

  @Test func `long and odd texts stay bounded`() {
    let long = StoryTraits(title: "", text: (0..<50_000).map { "Wort\($0)" }.joined(separator: " "))
    #expect(long.features.count <= StoryTraits.mostFeatures)
    let lines = StoryTraits(title: "", text: (0..<5_000).map { "line \($0)" }.joined(separator: "\n"))
    #expect(lines.lines.count <= 64)
    #expect(StoryTraits(title: "", text: String(repeating: "9", count: 20_000)).features.count <= 2)
  }

  @Test func `bytes that are cut short or damaged are refused`() {
    let bytes = StoryTraits(title: "Mill burns", text: "The mill at Orrin burnt on Friday, March 7.").bytes
    for end in 0..<bytes.count { #expect(StoryTraits(bytes: bytes[..<end]) == nil) }
    #expect(StoryTraits(bytes: bytes + [0]) == nil)
    #expect(StoryTraits(bytes: [9] + bytes.dropFirst()) == nil)
  }
}

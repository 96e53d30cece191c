import Testing

@testable import StemmaCopies

struct CopyIndexTests {
  /// Adds texts one after another, each with its time in hours.
  private func index(_ texts: [String], hours: [Int]? = nil, outlets: [String]? = nil, window: Int? = nil) -> (
    CopyIndex, [CopyIndex.Finding]
  ) {
    var index = CopyIndex(window: window)
    let found = texts.indices.map { report in
      index.add(CopySketch(texts[report]), time: hours.map { $0[report] * 3600 }, outlet: outlets?[report])
    }
    return (index, found)
  }

  @Test func `a copy with other words here and there is found`() {
    var writer = Writer(seed: 1)
    let story = writer.sentences(30)
    let copy = story.enumerated().map { $0.offset % 4 == 1 ? writer.sentence() : $0.element }
    let (index, found) = index([writer.text(30), story.joined(separator: " "), copy.joined(separator: "\n")])
    #expect(found[2].copies.map(\.report) == [1])
    #expect(found[2].copies[0].ofShorter > 0.6 && found[2].copies[0].ofShorter < 0.9)
    #expect(index.members(of: 2) == [1, 2])
    #expect(index.allGroups() == [[1, 2]])
  }

  @Test func `a copy cut down to a third is found, whichever comes first`() {
    var writer = Writer(seed: 2)
    for round in 0..<40 {
      let story = writer.sentences(36)
      let cut = [writer.sentence()] + story.prefix(12)
      let texts = [story.joined(separator: " "), cut.joined(separator: " ")]
      let (index, found) = index(round % 2 == 0 ? texts : texts.reversed())
      #expect(found[1].copies.count == 1)
      #expect(index.head(of: 1) == 0)
    }
  }

  @Test func `texts of equal subject with their own wording are no copies`() {
    var writer = Writer(seed: 3)
    let (index, found) = index((0..<200).map { _ in writer.text(20) })
    #expect(found.allSatisfy { $0.copies.isEmpty && $0.groupsAfter == [$0.report] })
    #expect(index.allGroups().isEmpty)
  }

  @Test func `a group stands under its earliest by time, not by arrival`() {
    var writer = Writer(seed: 4)
    let text = writer.text(20)
    let (found, _) = index(
      [text + " One.", text + " Two.", text + " Three.", text + " Four."], hours: [5, 3, 9, 3])
    #expect(found.members(of: 0) == [1, 3, 0, 2])
    #expect(found.head(of: 2) == 1)
    var undated = CopyIndex()
    _ = undated.add(CopySketch(text + " One."), time: nil)
    let late = undated.add(CopySketch(text + " Two."), time: 9)
    #expect(late.groupsBefore == [0] && late.groupsAfter == [1])
  }

  @Test func `a late report joins two groups`() {
    var writer = Writer(seed: 5)
    let story = writer.sentences(40)
    let text = { (range: Range<Int>) in story[range].joined(separator: " ") }
    // Beginning and end share nothing; the whole has both.
    let (index, found) = index([text(0..<20), text(20..<40), writer.text(20), text(0..<40), text(0..<40) + " More."])
    #expect(found[1].copies.isEmpty)
    #expect(found[3].copies.map(\.report) == [0, 1])
    #expect(found[3].groupsBefore == [0, 1])
    #expect(index.members(of: 4) == [0, 1, 3, 4])
  }

  @Test func `reports that tell the same background do not chain`() {
    var writer = Writer(seed: 6)
    // Each shares four tenths with the one before and another with the one after.
    let parts = (0..<41).map { _ in writer.text(9) }
    let texts = (0..<40).map { parts[$0] + " " + writer.text(5) + " " + parts[$0 + 1] }
    let (index, found) = index(texts)
    #expect(found.dropFirst().allSatisfy { $0.copies.count == 1 })
    #expect(index.allGroups().allSatisfy { $0.count <= 3 })
  }

  @Test func `what is told again after weeks is no copy, unless most of it is`() {
    var writer = Writer(seed: 7)
    let background = writer.text(10)
    let (first, second) = (background + " " + writer.text(12), background + " " + writer.text(12))
    let reprint = first + " " + writer.text(2)
    let (index, found) = index([first, second, reprint], hours: [0, 24 * 20, 24 * 30])
    #expect(found[1].copies.count == 1)
    #expect(index.members(of: 0) == [0, 2])
    #expect(index.members(of: 1) == [1])
  }

  @Test func `what a publisher prints under every report is learnt and glues nothing`() {
    var writer = Writer(seed: 8)
    let furniture = writer.text(8)
    var texts: [String] = []
    var outlets: [String] = []
    for number in 0..<120 {
      // Half of each report of the Bugle is its furniture.
      let isBugle = number % 2 == 0
      texts.append(writer.text(8) + (isBugle ? "\n" + furniture : " " + writer.text(8)))
      outlets.append(isBugle ? "The Bugle" : "Outlet \(number % 10)")
    }
    let original = writer.text(8)
    texts += [original + "\n" + furniture, original + "\n" + furniture + " Updated."]
    outlets += ["The Bugle", "The Bugle"]
    let (index, found) = index(texts, outlets: outlets)
    #expect(found[60..<120].allSatisfy { $0.copies.isEmpty })
    #expect(index.members(of: 121) == [120, 121])
  }

  @Test func `a thousand prints of one text cost little and stand in one group`() {
    var writer = Writer(seed: 9)
    let text = writer.text(30)
    var index = CopyIndex()
    for number in 0..<5000 {
      let found = index.add(CopySketch(text), time: number)
      #expect(found.twin == (number == 0 ? nil : 0))
      #expect(found.copies.count == (number == 0 ? 0 : 1))
    }
    #expect(index.members(of: 17).count == 5000)
    #expect(index.bytes < 8_000_000)
  }

  @Test func `a thousand versions of one text stand in one group, each compared with a bounded number`() {
    var writer = Writer(seed: 10)
    let story = writer.sentences(30)
    var index = CopyIndex()
    for number in 0..<1000 {
      var own = story
      own[number % 30] = writer.sentence()
      own[number * 7 % 30] = writer.sentence()
      let found = index.add(CopySketch(own.joined(separator: " ")), time: number)
      #expect(found.copies.count <= 48)
    }
    #expect(index.members(of: 0).count == 1000)
  }

  @Test func `texts with no words, or one, are taken as they are`() {
    let (index, found) = index(["", " … — ", "", "Word", "word!", "Two words", "Two  words"])
    #expect(found[0..<3].allSatisfy { $0.twin == nil && $0.copies.isEmpty })
    #expect(found[4].twin == 3)
    #expect(found[6].twin == 5)
    #expect(index.allGroups() == [[3, 4], [5, 6]])
  }

  @Test func `a copy in a language without spaces is found`() {
    var writer = Writer(seed: 11)
    let letters = Array("山川海空雨雪花鳥風月人口手足目耳東西南北上下左右大小新古長短高低")
    let make = { (count: Int) in String((0..<count).map { _ in letters[writer.next(letters.count)] }) }
    let text = make(400)
    let (_, found) = index([make(400), text, make(20) + text.prefix(180) + "。" + make(30)])
    #expect(found[2].copies.map(\.report) == [1])
  }

  @Test func `a text of a megabyte is found by its copy`() {
    var writer = Writer(seed: 12)
    let long = writer.text(14_000)
    #expect(long.utf8.count > 1_000_000)
    let (index, found) = index([long, writer.text(14_000), long + writer.text(1000)])
    #expect(found[1].copies.isEmpty)
    #expect(found[2].copies.map(\.report) == [0])
    #expect(found[2].copies[0].ofShorter > 0.97)
    #expect(index.bytes < 10_000_000)
  }

  @Test func `how sketches are made and kept does not matter`() {
    let texts = corpus(seed: 13, stories: 60)
    let (first, found) = index(texts, hours: texts.indices.map { $0 })
    // As they come back from a store, in batches.
    var second = CopyIndex()
    var again: [CopyIndex.Finding] = []
    for start in stride(from: 0, to: texts.count, by: 7) {
      let batch = texts[start..<min(start + 7, texts.count)].map { CopySketch(bytes: CopySketch($0).bytes)! }
      for (offset, sketch) in batch.enumerated() { again.append(second.add(sketch, time: (start + offset) * 3600)) }
    }
    #expect(again == found)
    #expect(second.allGroups() == first.allGroups())
    #expect(first.allGroups().count == 60)
  }

  @Test func `every pair that shares enough is found, as by comparing all with all`() {
    let texts = corpus(seed: 14, stories: 40)
    let (_, found) = index(texts)
    let grams = texts.map(naiveGrams)
    for report in texts.indices {
      let expected = (0..<report).filter {
        Double(grams[$0].intersection(grams[report]).count) >= 0.3 * Double(min(grams[$0].count, grams[report].count))
      }
      #expect(found[report].copies.map(\.report) == expected)
      for copy in found[report].copies {
        #expect(copy.shared == grams[copy.report].intersection(grams[report]).count)
      }
    }
  }

  @Test func `in a window memory stays bounded, and what is forgotten is not found`() {
    var writer = Writer(seed: 15)
    var index = CopyIndex(window: 3000)
    let (old, new) = (writer.text(12), writer.text(12))
    _ = index.add(CopySketch(old))
    var most = 0
    for number in 0..<12_000 {
      if number == 10_000 { _ = index.add(CopySketch(new), time: 1) }
      _ = index.add(CopySketch(writer.text(12)), time: number)
      if number == 6000 { most = index.bytes }
    }
    #expect(index.bytes < most * 5 / 4)
    #expect(index.add(CopySketch(old)).twin == nil)
    let found = index.add(CopySketch(new + " Again."), time: 2)
    #expect(found.copies.map(\.report) == [10_001])
    #expect(index.members(of: found.report) == [10_001, found.report])
    #expect(index.firstKept == index.count - 3000)
  }

  @Test func `groups survive when their first reports are forgotten`() {
    var writer = Writer(seed: 16)
    let story = writer.sentences(20)
    var index = CopyIndex()
    for number in 0..<6000 {
      let own = [
        story[0...17].joined(separator: " "), "Version \(number % 3).", number % 2 == 0 ? story[18] : story[19],
      ]
      _ = index.add(CopySketch(own.joined(separator: " ")), time: number)
    }
    index.forget(before: 5500)
    let group = index.members(of: 5999).filter { $0 >= 5500 }
    #expect(group == Array(5500..<6000))
    #expect(index.allGroups() == [group])
  }

  /// Stories with copies that are cut, changed and mixed.
  private func corpus(seed: UInt64, stories: Int) -> [String] {
    var writer = Writer(seed: seed)
    var texts: [String] = []
    for _ in 0..<stories {
      let story = writer.sentences(24)
      texts.append(story.joined(separator: " "))
      for _ in 0..<1 + writer.next(4) {
        let kept = story.prefix(16 + writer.next(9)).map { writer.next(5) == 0 ? writer.sentence() : $0 }
        texts.append((writer.sentences(writer.next(3)) + kept).joined(separator: " "))
      }
    }
    return texts
  }

  private func naiveGrams(_ text: String) -> Set<[String]> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Set((0...max(0, words.count - 3)).map { Array(words[$0..<min(words.count, $0 + 3)]) })
  }
}

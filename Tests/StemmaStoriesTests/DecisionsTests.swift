import Testing

@testable import StemmaStories

@Suite struct DecisionsTests {
  /// Six reports of nothing much, three of one event.
  private func index() -> (StoryIndex, [StoryPlace]) {
    var index = StoryIndex()
    for (place, subject) in [
      ("Hollowmere", "hives"), ("Tarnwick", "ovens"), ("Ulverby", "kites"), ("Saxgate", "clocks"),
      ("Pennow", "looms"), ("Dunmarrow", "orchards"),
    ] {
      index.add(
        StoryTraits(title: "\(place) counts its \(subject)", text: "The \(subject) of \(place) were looked at again."))
    }
    let traits = StoryTraits(
      title: "Bridge at Carrowdale closed after crack is found",
      text:
        "Engineers closed the Carrowdale bridge when Ilse Vantongeren of Meridian Works found a crack 40 centimetres long."
    )
    let places = (0..<3).map { index.add(traits, published: 1_900_000_000 + Int64($0)) }
    return (index, places)
  }

  private let again = StoryTraits(
    title: "Bridge at Carrowdale closed after crack is found",
    text:
      "Engineers closed the Carrowdale bridge when Ilse Vantongeren of Meridian Works found a crack 40 centimetres long."
  )

  @Test func `a report moved by hand stays there, and its stories stay two`() {
    var (index, places) = index()
    let story = places[0].story
    let own = index.move(places[2].report, to: nil)
    #expect(own != story)
    #expect(index.reports(of: own) == [places[2].report])
    // The next report fits both; they are not made one.
    let next = index.add(again, published: 1_900_000_100)
    #expect(next.merged.isEmpty)
    #expect(index.story(of: places[2].report) == own)
    #expect(index.story(of: places[0].report) == story)
    #expect(index.history.map(\.kind) == [.movedByHand])
  }

  @Test func `a story split by hand is not made one again but by hand`() throws {
    var (index, places) = index()
    let story = places[0].story
    let taken = index.split(story, taking: [places[1].report, places[2].report, 0])
    let new = try #require(taken)
    #expect(index.reports(of: new) == [places[1].report, places[2].report])
    #expect(index.reports(of: story) == [places[0].report])
    for i in 0..<5 {
      let place = index.add(again, published: 1_900_000_200 + Int64(i))
      #expect(place.merged.isEmpty)
    }
    #expect(index.story(now: new) == new)
    let merged = index.merge(new, story)
    #expect(merged == story)
    #expect(index.story(now: new) == story)
    #expect(index.reports(of: story).count == 8)
    #expect(index.history.map(\.kind) == [.splitByHand, .mergedByHand])
  }

  @Test func `stories made one by hand stay one`() {
    var (index, places) = index()
    let merged = index.merge(places[0].story, 0)
    #expect(merged == 0)
    let place = index.add(again, published: 1_900_000_300)
    #expect(place.story == 0)
    #expect(index.reports(of: 0).contains(places[1].report))
    #expect(index.reports(of: places[0].story).isEmpty)
  }

  @Test func `a pin goes with a story into another`() {
    var (index, places) = index()
    let own = index.move(places[2].report, to: nil)
    index.merge(own, 3)
    let place = index.add(again, published: 1_900_000_400)
    #expect(place.merged.isEmpty)
    #expect(index.story(of: places[2].report) == 3)
  }

  @Test func `splitting off nothing changes nothing`() {
    var (index, places) = index()
    let taken = index.split(places[0].story, taking: [0, 99_999])
    #expect(taken == nil)
    #expect(index.history.isEmpty)
  }
}

import Testing

@testable import StemmaStories

/// Stories that turn out to be two.
@Suite struct DivisionTests {
  // MARK: - Groups

  /// Scores of reports in groups: `inside` for two of one group, else `between`.
  private func scores(_ groups: [Int], inside: Float, between: Float) -> PairScores {
    PairScores(count: groups.count) { groups[$0] == groups[$1] ? inside : between }
  }

  @Test func `two groups that score little with each other are told apart`() throws {
    let groups = [0, 1, 0, 1, 0, 1, 1, 0, 0, 1]
    let parts = scores(groups, inside: 4, between: 0.5).twoGroups(least: 5, share: 0.2)
    let found = try #require(parts)
    #expect(Set([found.one, found.two]) == [[0, 2, 4, 7, 8], [1, 3, 5, 6, 9]])
    #expect(found.between == 0.5)
  }

  @Test func `groups that are near enough or too small are not`() {
    let groups = [0, 1, 0, 1, 0, 1, 1, 0, 0, 1]
    #expect(scores(groups, inside: 4, between: 0.9).twoGroups(least: 5, share: 0.2) == nil)
    #expect(scores([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], inside: 4, between: -3).twoGroups(least: 5, share: 0.2) == nil)
    // All alike, and all unlike.
    #expect(scores(groups, inside: 4, between: 4).twoGroups(least: 5, share: 0.2) == nil)
    #expect(scores(groups, inside: -3, between: -3).twoGroups(least: 5, share: 0.2) == nil)
    #expect(scores([0], inside: 4, between: 0).twoGroups(least: 1, share: 0.2) == nil)
    #expect(scores([], inside: 4, between: 0).twoGroups(least: 1, share: 0.2) == nil)
  }

  @Test func `strays do not hide two groups`() throws {
    // The reports 0 and 11 are like nothing.
    let groups = [7, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 8]
    let scores = PairScores(count: 12) { i, j in
      groups[i] == groups[j] ? 4 : groups[i] < 2 && groups[j] < 2 ? -2 : -6
    }
    let found = try #require(scores.twoGroups(least: 5, share: 0.2))
    #expect(Set([found.one, found.two]) == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]])
  }

  // MARK: - Stories

  private static let fire = (
    title: "Fire at the Ostrand paper mill",
    text:
      "Flames broke out in the drying hall of the Ostrand mill at dawn, and Captain Mirela Dunmore led forty firefighters.",
    more: [
      "Roof beams fell", "Smoke drifted east", "Paper bales burned", "Pumps froze twice", "Ladders reached late",
      "Sirens woke all",
    ]
  )
  private static let vote = (
    title: "Quellin wins the harbour council vote",
    text:
      "Aurelio Quellin took 312 of 590 ballots for the harbour council of Tessaly, the returning officer Ines Brandt declared.",
    more: [
      "Turnout rose", "Ballots were recounted", "Two lists withdrew", "Postal votes came", "Wards were redrawn",
      "Rivals conceded",
    ]
  )

  /// All reports go into one story, as in a stream in which each is most like the one before.
  private func lenient() -> StoryIndex {
    var rule = StoryRule.learned
    rule.join = -8
    rule.leastLikeness = 0
    return StoryIndex(rule: rule)
  }

  private func traits(_ event: (title: String, text: String, more: [String]), _ number: Int) -> StoryTraits {
    StoryTraits(title: event.title, text: "\(event.text)\n\(event.more[number]), said a witness of the morning.")
  }

  /// Fire and vote by turns; a report of both at the beginning, so that they find each other.
  private func fill(_ index: inout StoryIndex, _ rounds: Range<Int>) -> [StoryPlace] {
    rounds.flatMap { number in
      [Self.fire, Self.vote].map { index.add(traits($0, number), published: 1_900_000_000 + Int64(number) * 60) }
    }
  }

  private let bridge = StoryTraits(
    title: "News in brief: Ostrand mill, Tessaly harbour council",
    text: "\(fire.text)\n\(vote.text)")

  @Test func `a story of two events becomes two stories`() throws {
    var index = lenient()
    index.add(bridge, published: 1_900_000_000)
    let places = fill(&index, 0..<6)
    let divided = places.flatMap(\.divided)
    #expect(divided.count == 1)
    let event = try #require(divided.first)
    #expect(event.kind == .divided)
    let (fires, votes) = (stride(from: 1, to: 13, by: 2), stride(from: 2, to: 13, by: 2))
    #expect(Set(fires.map { index.story(of: $0) }).count == 1)
    #expect(Set(votes.map { index.story(of: $0) }).count == 1)
    #expect(index.story(of: 1) != index.story(of: 2))
    #expect(index.stories.flatMap { index.reports(of: $0) }.sorted() == Array(0..<13))
    #expect(index.history.contains { $0 == event })
    // What fits both makes them not one again.
    let next = index.add(bridge, published: 1_900_000_900)
    #expect(next.merged.isEmpty)
    #expect(index.story(of: 1) != index.story(of: 2))
  }

  @Test func `near-copies go with the report that they are copies of`() {
    var index = lenient()
    index.add(bridge, published: 1_900_000_000)
    _ = fill(&index, 0..<1)
    let copy = index.add(traits(Self.vote, 0), nearCopyOf: 2)
    let again = index.add(traits(Self.vote, 0), nearCopyOf: copy.report)
    _ = fill(&index, 1..<6)
    #expect(index.story(of: 1) != index.story(of: 2))
    #expect(index.story(of: copy.report) == index.story(of: 2))
    #expect(index.story(of: again.report) == index.story(of: 2))
  }

  @Test(arguments: [true, false]) func `what another index made one may be two, what a person made one not`(
    byHand: Bool
  ) {
    var index = lenient()
    index.add(bridge, published: 1_900_000_000)
    let other = index.openEmptyStory()
    if byHand { index.merge(0, other) } else { index.follow(0, other) }
    _ = fill(&index, 0..<6)
    #expect(index.history.contains { $0.kind == .divided } == !byHand)
  }

  @Test func `what was put together by hand is not divided`() {
    var index = lenient()
    index.add(bridge, published: 1_900_000_000)
    _ = fill(&index, 0..<2)
    index.keepTogether(index.story(of: 1))
    _ = fill(&index, 2..<6)
    #expect(index.history.isEmpty)
    #expect(index.stories.count == 1)
  }
}

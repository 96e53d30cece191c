/// Stories that turn out to be two.
///
/// A stream puts reports together before the likest of them have come: two events of one kind, about the same people or places,
/// grow into one story report by report. Behind each report, the pairs of its story are looked at together.
extension StoryIndex {
  /// Takes a story apart that a report has joined, if its reports fall into two groups; and those again.
  ///
  /// - Complexity: O(*m*²) comparisons and O(*m*³) steps for the *m* ≤ `mostExamined` reports that are looked at, at every size
  ///   up to 16, and then eight times while a story doubles.
  mutating func divide(_ story: UInt32, by report: UInt32) -> [StoryEvent] {
    guard Self.isDue(voices[Int(story)].count), !held.contains(story) else { return [] }
    var events: [StoryEvent] = []
    var left = [story]
    while let story = left.popLast() {
      guard let (taken, score) = division(of: story) else { continue }
      let new = openEmpty()
      let isTaken = Set(taken)
      for copy in copies[story] ?? [] where isTaken.contains(voiceOf[Int(copy)]) { shift(copy, from: story, to: new) }
      for voice in taken { shift(voice, from: story, to: new) }
      pinApart(story, new)
      let event = StoryEvent(
        kind: .divided, story: Int(new), other: Int(story), report: Int(report), score: score)
      history.append(event)
      events.append(event)
      left += [story, new]
    }
    return events
  }

  /// Reports of a story that are compared with each other.
  private static var mostExamined: Int { 32 }
  /// Reports of either group that one which was not is compared with.
  private static var mostAsked: Int { 8 }

  private static func isDue(_ size: Int) -> Bool {
    let octave = Int.bitWidth - 1 - size.leadingZeroBitCount
    return size.isMultiple(of: octave < 4 ? 1 : 1 << (octave - 3))
  }

  /// The reports that are a story of their own, without the story's first; and the mean score between the two.
  private func division(of story: UInt32) -> (taken: [UInt32], score: Float)? {
    let reports = voices[Int(story)]
    guard reports.count >= 2 * rule.leastGroup else { return nil }
    let examined = Self.evenly(reports, Self.mostExamined)
    let weighed = examined.map { unpacked(sketches[Int($0)]) }
    let scores = PairScores(count: weighed.count) { rule.score(weighed[$0], weighed[$1].sketch) }
    guard let (one, two, between) = scores.twoGroups(least: rule.leastGroup, share: rule.divided) else { return nil }
    var side: [UInt32: Bool] = [:]
    for i in one { side[examined[i]] = false }
    for i in two { side[examined[i]] = true }
    let asked = [one, two].map { group in Self.evenly(group, Self.mostAsked).map { examined[$0] } }
    // The rest goes where it scores more.
    for report in reports where side[report] == nil {
      let weighed = unpacked(sketches[Int(report)])
      let means = asked.map { group in
        group.reduce(Float(0)) { $0 + rule.score(weighed, sketches[Int($1)]) } / Float(group.count)
      }
      side[report] = means[1] > means[0]
    }
    let stays = side[reports[0]]
    return (reports.filter { side[$0] != stays }, between)
  }

  /// At most so many of a list, evenly from its beginning to its end.
  private static func evenly<Element>(_ list: [Element], _ most: Int) -> [Element] {
    list.count <= most ? list : (0..<most).map { list[$0 * (list.count - 1) / (most - 1)] }
  }
}

extension StoryRule {
  /// The score of two reports by themselves, whatever stories they are of.
  func score(_ report: Weighed, _ other: Sketch) -> Float {
    score(report.evidence(other, days: abs(report.sketch.day - other.day)))
  }
}

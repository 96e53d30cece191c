/// What people decide about stories. It holds: nothing automatic undoes it.
extension StoryIndex {
  /// Makes one story of two, as another index found that has the same reports; returns its number.
  @discardableResult
  package mutating func follow(_ a: Int, _ b: Int) -> Int {
    let (a, b) = (root(UInt32(a)), root(UInt32(b)))
    if a != b { fold(a, b) }
    return Int(min(a, b))
  }

  /// Makes one story of two, whatever was decided before; returns its number.
  @discardableResult
  package mutating func merge(_ a: Int, _ b: Int) -> Int {
    let (a, b) = (root(UInt32(a)), root(UInt32(b)))
    guard a != b else { return Int(a) }
    for (one, other) in [(a, b), (b, a)] {
      if let pins = apart[one] { apart[one] = pins.filter { root($0) != other } }
    }
    fold(a, b)
    held.insert(min(a, b))
    history.append(StoryEvent(kind: .mergedByHand, story: Int(min(a, b)), other: Int(max(a, b))))
    return Int(min(a, b))
  }

  /// Takes reports out of a story into one of their own, and keeps the two apart from now on; returns the new one.
  ///
  /// Reports that are not of the story are left where they are.
  @discardableResult
  package mutating func split(_ story: Int, taking reports: [Int]) -> Int? {
    let story = root(UInt32(story))
    let taken = reports.filter { storyOf.indices.contains($0) && root(storyOf[$0]) == story }.sorted()
    guard let first = taken.first else { return nil }
    let new = openEmpty()
    for report in taken { shift(UInt32(report), from: story, to: new) }
    pinApart(story, new)
    history.append(StoryEvent(kind: .splitByHand, story: Int(new), other: Int(story), report: first))
    return Int(new)
  }

  /// Puts a report into another story, or with nil into one of its own; keeps the two stories apart from now on.
  @discardableResult
  package mutating func move(_ report: Int, to story: Int?) -> Int {
    let from = root(storyOf[report])
    let to = story.map { root(UInt32($0)) } ?? openEmpty()
    guard from != to else { return Int(to) }
    shift(UInt32(report), from: from, to: to)
    pinApart(from, to)
    held.insert(to)
    history.append(StoryEvent(kind: .movedByHand, story: Int(to), other: Int(from), report: report))
    return Int(to)
  }

  /// Keeps two stories apart, as a decision has it that was made before the index was built anew.
  package mutating func keepApart(_ a: Int, _ b: Int) {
    let (a, b) = (root(UInt32(a)), root(UInt32(b)))
    if a != b { pinApart(a, b) }
  }

  /// Leaves a story undivided, as a decision has it that was made before the index was built anew.
  package mutating func keepTogether(_ story: Int) { held.insert(root(UInt32(story))) }

  /// A story that is still without reports, as when an index is built anew; returns its number.
  package mutating func openEmptyStory() -> Int { Int(openEmpty()) }

  /// Keeps two stories apart: nothing automatic makes them one.
  mutating func pinApart(_ a: UInt32, _ b: UInt32) {
    if apart[a, default: []].contains(b) { return }
    apart[a, default: []].append(b)
    apart[b, default: []].append(a)
  }

  func areApart(_ a: UInt32, _ b: UInt32) -> Bool {
    apart[a]?.contains { root($0) == b } == true || apart[b]?.contains { root($0) == a } == true
  }

  mutating func openEmpty() -> UInt32 {
    let story = UInt32(parent.count)
    parent.append(story)
    voices.append([])
    return story
  }

  mutating func shift(_ report: UInt32, from: UInt32, to: UInt32) {
    storyOf[Int(report)] = to
    if let at = voices[Int(from)].firstIndex(of: report) {
      voices[Int(from)].remove(at: at)
      voices[Int(to)].append(report)
      voices[Int(to)].sort()
    } else if let at = copies[from]?.firstIndex(of: report) {
      copies[from]?.remove(at: at)
      copies[to, default: []].append(report)
      copies[to]?.sort()
    }
  }
}

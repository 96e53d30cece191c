import Foundation

/// Stories as they grow, one report at a time.
///
/// What comes out depends on the reports and their order alone. Reports and stories are numbered from 0 as they come;
/// two stories that become one go by the lower number.
package struct StoryIndex: Sendable {
  package let rule: StoryRule
  var rarity: Rarity
  private var postings = Postings()
  private var frequentLines = FrequentLines()
  private var found = Tally()
  var sketches: [Sketch] = []
  /// The story each report was put in; `root` says what became of it.
  var storyOf: [UInt32] = []
  /// The story each story went into, itself if none.
  var parent: [UInt32] = []
  /// The reports of each story in order, near-copies apart from the others.
  var voices: [[UInt32]] = []
  var copies: [UInt32: [UInt32]] = [:]
  /// The report whose place each report shares: itself, or for a near-copy the one that stands for it.
  var voiceOf: [UInt32] = []
  /// Stories that somebody put reports together in: they are not divided again.
  var held: Set<UInt32> = []
  /// Stories that were taken apart, each way.
  var apart: [UInt32: [UInt32]] = [:]
  /// Stories that became one, and what was decided by hand, in order.
  package internal(set) var history: [StoryEvent] = []

  /// Is told of each comparison: what the weights of the rule are learned from.
  package var onComparison: (@Sendable (_ report: Int, _ other: Int, _ evidence: Evidence) -> Void)?

  package init(rule: StoryRule = .learned) {
    self.rule = rule
    rarity = Rarity(background: rule.background, power: rule.power)
  }

  package var reportCount: Int { storyOf.count }

  /// The story a report is of now.
  package func story(of report: Int) -> Int { Int(root(storyOf[report])) }

  /// What became of a story: its own number, or that of the one it went into.
  package func story(now story: Int) -> Int { Int(root(UInt32(story))) }

  /// The reports of a story in the order they came; none for one that went into another.
  package func reports(of story: Int) -> [Int] {
    (voices[story] + (copies[UInt32(story)] ?? [])).sorted().map { Int($0) }
  }

  /// The stories there are, by number.
  package var stories: [Int] { parent.indices.filter { !voices[$0].isEmpty || copies[UInt32($0)]?.isEmpty == false } }

  /// What a story has to score beyond `join`: the more reports there are, the likelier one of them is alike by accident.
  private var crowd: Float { rule.crowding * max(0, log(Float(rarity.reports) / rule.learnedOn)) }

  func isFrequent(_ line: UInt32) -> Bool { frequentLines.contains(line) }

  func root(_ story: UInt32) -> UInt32 {
    var story = story
    while parent[Int(story)] != story { story = parent[Int(story)] }
    return story
  }

  /// Takes the next report, and says which story it is of.
  ///
  /// - Parameters:
  ///   - published: seconds since 1970, UTC. Without it, the first full date in the text stands in; what lies outside
  ///     the years 1000…2999 counts as missing. Only the days between two reports count, so a date in the future does no harm.
  ///   - outlet: any number that is the outlet's; 0 for unknown.
  ///   - original: a report that this one is a near-copy of. Where it goes to that one's story, nothing is compared with it any more.
  /// - Complexity: bounded by the rule, whatever the number of reports, but for the features of the report itself.
  @discardableResult
  package mutating func add(
    _ traits: StoryTraits, published: Int64? = nil, outlet: UInt32 = 0, nearCopyOf original: Int? = nil
  ) -> StoryPlace {
    let report = UInt32(storyOf.count)
    let weighed = weigh(traits, published: published, outlet: outlet)
    let probes = weighed.heaviest(rule.probes) { weighed.rarities[$0] }
    if let original, storyOf.indices.contains(original),
      let score = scoreAsCopy(weighed, probes, of: UInt32(original))
    {
      return addCopy(report, of: UInt32(original), score: score)
    }
    let scored = score(weighed, probes)
    voiceOf.append(report)
    sketches.append(weighed.kept(rule.kept))
    var place: StoryPlace
    if let first = scored.first, first.score >= rule.join + crowd {
      place = StoryPlace(report: Int(report), story: Int(first.story), like: Int(first.like), score: first.score)
      join(report, first.story)
      for other in scored.dropFirst() where other.score >= rule.join + crowd {
        let here = root(first.story)
        guard root(other.story) != here, !areApart(here, other.story) else { continue }
        let score = likeness(here, other.story)
        guard score >= rule.merge + crowd else { continue }
        let event = StoryEvent(
          kind: .merged, story: Int(min(here, other.story)), other: Int(max(here, other.story)), report: Int(report),
          score: score)
        fold(here, other.story)
        history.append(event)
        place.merged.append(event)
      }
      place.divided = divide(root(first.story), by: report)
      place.story = story(of: Int(report))
    } else {
      place = StoryPlace(report: Int(report), story: Int(open(report)))
    }
    let story = UInt32(place.story)
    for i in probes { postings.add(Sketch.key(weighed.sketch.features[i]), report) }
    for line in traits.lines.dropFirst() where line != 0 { frequentLines.note(line, story: story) }
    forget(report)
    return place
  }

  /// Takes the next report and puts it where it is known to be, as when an index is built anew from a store.
  ///
  /// - Parameter story: a story's number; the numbers up to it are taken as well.
  package mutating func restore(
    _ traits: StoryTraits, published: Int64? = nil, outlet: UInt32 = 0, nearCopyOf original: Int? = nil, story: Int
  ) {
    let report = UInt32(storyOf.count)
    while parent.count <= story {
      parent.append(UInt32(parent.count))
      voices.append([])
    }
    let story = root(UInt32(story))
    let weighed = weigh(traits, published: published, outlet: outlet)
    if let original, storyOf.indices.contains(original), root(storyOf[original]) == story {
      _ = addCopy(report, of: UInt32(original))
      return
    }
    storyOf.append(story)
    voiceOf.append(report)
    let probes = weighed.heaviest(rule.probes) { weighed.rarities[$0] }
    sketches.append(weighed.kept(rule.kept))
    voices[Int(story)].append(report)
    for i in probes { postings.add(Sketch.key(weighed.sketch.features[i]), report) }
    for line in traits.lines.dropFirst() where line != 0 { frequentLines.note(line, story: story) }
    forget(report)
  }

  // MARK: - Steps

  private mutating func addCopy(_ report: UInt32, of original: UInt32, score: Float = 0) -> StoryPlace {
    let story = root(storyOf[Int(original)])
    storyOf.append(story)
    voiceOf.append(voiceOf[Int(original)])
    sketches.append(Sketch(features: []))
    copies[story, default: []].append(report)
    return StoryPlace(report: Int(report), story: Int(story), like: Int(original), score: score)
  }

  private mutating func join(_ report: UInt32, _ story: UInt32) {
    storyOf.append(story)
    voices[Int(story)].append(report)
  }

  mutating func open(_ report: UInt32) -> UInt32 {
    let story = UInt32(parent.count)
    parent.append(story)
    voices.append([report])
    if Int(report) == storyOf.count { storyOf.append(story) } else { storyOf[Int(report)] = story }
    return story
  }

  /// Makes one story of two; the lower number stays.
  mutating func fold(_ a: UInt32, _ b: UInt32) {
    let (into, from) = a < b ? (a, b) : (b, a)
    parent[Int(from)] = into
    voices[Int(into)] = merged(voices[Int(into)], voices[Int(from)])
    voices[Int(from)] = []
    if let more = copies.removeValue(forKey: from) { copies[into] = merged(copies[into] ?? [], more) }
    if held.remove(from) != nil { held.insert(into) }
    if let others = apart.removeValue(forKey: from) {
      for other in others { pinApart(into, other) }
    }
  }

  private func merged(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] { (a + b).sorted() }

  /// Cuts what is kept of the report that now lies long ago.
  private mutating func forget(_ report: UInt32) {
    let old = Int(report) - rule.longAgo
    guard old >= 0, sketches[old].features.count > rule.keptLongAgo else { return }
    let weighed = unpacked(sketches[old])
    sketches[old] = weighed.kept(rule.keptLongAgo)
  }

  // MARK: - Scores

  private struct Scored {
    var story: UInt32
    var score: Float
    /// The report of it that is most like.
    var like: UInt32
  }

  /// The stories that the report may be of, the best first.
  private mutating func score(_ weighed: Weighed, _ probes: [Int]) -> [Scored] {
    found.clear()
    for i in probes {
      let square = weighed.rarities[i] * weighed.rarities[i]
      postings.visit(Sketch.key(weighed.sketch.features[i])) { found.add($0, square) }
    }
    let own = max(weighed.sketch.norms.all, 1e-6)
    var near: [(report: UInt32, likeness: Float)] = []
    // By the sums first: a report's length is far away in memory.
    for (report, sum) in found.greatest(3 * rule.candidates) {
      let likeness = sum / (own * max(sketches[Int(report)].norms.all, 1e-6))
      if likeness >= rule.leastLikeness { near.append((report, likeness)) }
    }
    near.sort { $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.report > $1.report }
    var hits: [(story: UInt32, reports: [UInt32])] = []
    for candidate in near.prefix(rule.candidates) {
      let story = root(storyOf[Int(candidate.report)])
      if let at = hits.firstIndex(where: { $0.story == story }) {
        if hits[at].reports.count < rule.members { hits[at].reports.append(candidate.report) }
      } else if hits.count < rule.stories {
        hits.append((story, [candidate.report]))
      }
    }
    var scored = hits.map { story, found in
      // Those that were found, then the latest of the story.
      var compared = found
      for report in voices[Int(story)].reversed() {
        guard compared.count < rule.members else { break }
        if !compared.contains(report) { compared.append(report) }
      }
      let days = daysBetween(weighed.sketch.day, story)
      var (best, sum, like): (Float, Float, UInt32) = (-.infinity, 0, compared[0])
      for report in compared {
        let evidence = weighed.evidence(sketches[Int(report)], days: days)
        onComparison?(storyOf.count, Int(report), evidence)
        let score = rule.score(evidence)
        if score > best { (best, like) = (score, report) }
        sum += score
      }
      return Scored(
        story: story, score: rule.best * best + (1 - rule.best) * sum / Float(compared.count), like: like)
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.story < $1.story }
    return scored
  }

  /// The score with which a near-copy goes to its original's story; nil where it goes elsewhere.
  ///
  /// Texts that are mostly a form, or what stands beside an article, are alike as well: the rule has the last word. A date that lies
  /// many years from the original's is a mistake and no evidence.
  private mutating func scoreAsCopy(_ weighed: Weighed, _ probes: [Int], of original: UInt32) -> Float? {
    var weighed = weighed
    if abs(weighed.sketch.day - sketches[Int(voiceOf[Int(original)])].day) > rule.copyDays { weighed.sketch.day = .nan }
    guard let first = score(weighed, probes).first, first.score >= rule.join + crowd,
      first.story == root(storyOf[Int(original)])
    else { return nil }
    return first.score
  }

  /// How much two stories are one: between the score of their best pair and the mean of all.
  private func likeness(_ a: UInt32, _ b: UInt32) -> Float {
    let (here, there) = (sample(voices[Int(a)]), sample(voices[Int(b)]))
    guard !here.isEmpty, !there.isEmpty else { return -rule.most }
    var (best, sum): (Float, Float) = (-.infinity, 0)
    for i in here {
      let weighed = unpacked(sketches[Int(i)])
      let days = daysBetween(weighed.sketch.day, b)
      for j in there {
        let score = rule.score(weighed.evidence(sketches[Int(j)], days: days))
        best = max(best, score)
        sum += score
      }
    }
    return rule.best * best + (1 - rule.best) * sum / Float(here.count * there.count)
  }

  /// From a day to the nearest report of a story, its latest looked at first; not a number where none has a day.
  private func daysBetween(_ day: Float, _ story: UInt32) -> Float {
    var nearest: Float = .nan
    for report in voices[Int(story)].suffix(64) {
      let days = abs(day - sketches[Int(report)].day)
      if !(nearest <= days), !days.isNaN { nearest = days }
    }
    return nearest
  }

  /// The first of a story and the latest.
  private func sample(_ reports: [UInt32]) -> [UInt32] {
    reports.count <= rule.members ? reports : reports.prefix(2) + reports.suffix(rule.members - 2)
  }

  /// Why two reports would be of one story or not: what each part of the evidence adds, and each two parts together, in nats.
  package func reasons(_ report: Int, _ other: Int) -> [(parts: [Evidence.Part], nats: Float)] {
    let days = abs(sketches[report].day - sketches[other].day)
    let evidence = unpacked(sketches[report]).evidence(sketches[other], days: days)
    return Evidence.Part.allCases.map { ([$0], evidence[$0] * rule.weights[$0.rawValue]) }
      + rule.products.map { ([$0.first, $0.second], evidence[$0.first] * evidence[$0.second] * $0.weight) }
  }
}

/// Finds the near-copies of each report among those before it, and keeps them in groups.
///
/// Reports are added one at a time, in the order in which they came; what is found depends on that order and on nothing else.
package struct CopyIndex {
  /// The share of the shorter text's runs of three words that makes two reports copies.
  package static let leastShare = 0.3
  /// The same share when furniture is left out: pairs that only furniture lifts over the line are none.
  private static let leastPlainShare = 0.15
  /// Runs in common that are not furniture, at the least: eight words on end.
  private static let leastRuns = 6
  /// Runs that furniture may come to; who shares more shares a text.
  private static let mostFurniture = 240
  /// A report of which so much stands in another one is its version; its runs are not counted as furniture.
  private static let versionShare = 0.8
  /// Others that a report is compared with, at the most: those that share most of the sampled runs.
  private static let mostCompared = 48
  /// Standard deviations below what copies share of the sampled runs on average, down to which others are compared.
  private static let badLuck: Float = 1.7
  /// A text is copied within days. Who shares wording at a greater distance is in its group only by more of it: else it is
  /// background that was told again.
  private static let copySeconds = 4 * 86_400
  private static let lateShare = 0.7

  /// A report that shares much of its wording with another.
  package struct Copy: Equatable, Sendable {
    /// The other report.
    package var report: Int
    /// Distinct runs of three words in both.
    package var shared: Int
    /// Share of the shorter one's runs.
    package var ofShorter: Double
    /// Share of the runs of either.
    package var ofBoth: Double
  }

  /// What is known of a report when it has been added.
  package struct Finding: Equatable, Sendable {
    /// The report's number: how many were added before it.
    package var report: Int
    /// The earlier report with the same words, if there is one; later ones with them are not among `copies`.
    package var twin: Int?
    /// Earlier reports that share enough with it, in order of their numbers.
    package var copies: [Copy]
    /// Earliest reports of the groups it touched, as they were before.
    package var groupsBefore: [Int]
    /// Earliest reports of the groups that came of them: its own and, where members were found to belong elsewhere, others.
    package var groupsAfter: [Int]
  }

  /// How many reports are kept; nil for all.
  private let window: Int?
  private var postings = Postings()
  private var shelf = GramShelf()
  private var furniture = Furniture()
  private var groups = CopyGroups()
  /// From `identities[0]` on, which is report `base`.
  private var identities: [UInt64] = []
  private var sizes: [Int32] = []
  private var base = 0
  /// The first report that is kept.
  private var first = 0

  // Scratch, so that nothing is made anew for each report.
  private var probe = GramProbe()
  /// How many of its runs are furniture; nil before it was asked.
  private var furnitureRuns: Int?
  private var met = Tally()
  private var tags: [UInt32] = []
  /// The share of the sampled runs that are not common.
  private var tellingShare: Float = 1

  /// - Parameter window: how many of the last reports are kept, at the least; nil keeps all.
  package init(window: Int? = nil) { self.window = window.map { max(1, $0) } }

  /// Reports added so far, forgotten ones as well.
  package var count: Int { base + identities.count }

  /// The first report that is not forgotten.
  package var firstKept: Int { first }

  /// Bytes of memory in use.
  package var bytes: Int {
    postings.bytes + shelf.bytes + furniture.bytes + groups.bytes + identities.capacity * 8 + sizes.capacity * 4
  }

  /// Adds the next report and finds its copies among those before it.
  ///
  /// - Parameters:
  ///   - time: when it was published, in seconds since 1970; nil if unknown.
  ///   - outlet: who published it; nil if unknown. Furniture is learnt by outlet.
  /// - Complexity: O(*n*) in the words, for at most `mostCompared` others that are compared.
  package mutating func add(_ sketch: CopySketch, time: Int? = nil, outlet: String? = nil) -> Finding {
    let report = count
    let twin = candidates(of: sketch, report)
    var copies: [Copy] = []
    let time = time ?? Int.max
    let key = outlet.map { Furniture.key($0) }
    if !met.isEmpty {
      let likely = met.most(Self.mostCompared) { isLikely(sketch.grams.count, Int(sizes[$0 - base]), $1) }
      if !likely.isEmpty {
        probe.load(sketch.grams)
        furnitureRuns = nil
        for other in likely {
          if let copy = compare(sketch, other, key, isTwin: other == twin) { copies.append(copy) }
        }
        copies.sort { $0.report < $1.report }
      }
    }
    if twin == nil { learn(sketch, copies, key) }
    let links = twin == nil ? copies.filter { isNear(time, $0) } : []
    let (before, after) = groups.add(
      time: time, twin: twin,
      links: links.map { .init(report: Int32($0.report), strength: UInt16($0.ofBoth * 65535)) })
    shelf.append(twin == nil ? sketch.grams : [])
    identities.append(twin == nil ? sketch.identity : 0)
    sizes.append(twin == nil ? Int32(sketch.grams.count) : 0)
    if let window, count - window > first { forget(before: count - window) }
    return Finding(report: report, twin: twin, copies: copies, groupsBefore: before, groupsAfter: after)
  }

  /// The earliest report of a report's group; itself if it has no copies. Of equal times it is the one that was added first.
  ///
  /// - Precondition: the report is not forgotten.
  package func head(of report: Int) -> Int { groups.head(of: report) }

  /// The reports of a report's group, earliest first, those without a time last.
  ///
  /// - Precondition: the report is not forgotten.
  package func members(of report: Int) -> [Int] { groups.members(of: report) }

  /// All groups of two reports or more, in order of their lowest number.
  package func allGroups() -> [[Int]] {
    var seen = Set<Int>()
    return (first..<count).compactMap { report in
      guard seen.insert(groups.group(of: report)).inserted else { return nil }
      let members = groups.members(of: report).filter { $0 >= first }
      return members.count > 1 ? members : nil
    }
  }

  /// Lets go of reports, so that memory stays bounded in an endless stream: they are found no more.
  ///
  /// - Parameter number: the first that is kept.
  package mutating func forget(before number: Int) {
    first = max(first, min(number, count))
    shelf.forget(before: first)
    groups.forget(before: first)
    // Moved in strides, so that a report costs a constant time.
    let gone = min(first, groups.first) - base
    if gone > max(1024, identities.count / 4) {
      identities.removeFirst(gone)
      sizes.removeFirst(gone)
      base += gone
    }
  }

  /// Fills `met` with the reports that share sampled runs, and posts the report's own.
  ///
  /// - Returns: an earlier report with the same words.
  private mutating func candidates(of sketch: CopySketch, _ report: Int) -> Int? {
    met.clear()
    guard !sketch.grams.isEmpty else { return nil }
    var twin: Int?
    let identity = [Postings.tag(identity: sketch.identity)]
    identity.withUnsafeBufferPointer { tags in
      _ = postings.meet(tags, adding: nil, first: first, group: { $0 }) { other in
        if twin == nil, identities[other - base] == sketch.identity { twin = other }
      }
      // Only the first of the same words is posted, so this list stays short.
      if twin == nil { _ = postings.meet(tags, adding: report, first: first, group: { $0 }) { _ in } }
    }
    tags.removeAll(keepingCapacity: true)
    for (gram, detail) in zip(sketch.grams, sketch.details) { tags.append(Postings.tag(gram: gram, detail: detail)) }
    let common = tags.withUnsafeBufferPointer { tags in
      postings.meet(tags, adding: twin == nil ? report : nil, first: first, group: { groups.group(of: $0) }) {
        met.add($0)
      }
    }
    tellingShare = Float(tags.count - common) / Float(max(1, tags.count))
    return twin
  }

  /// Whether so many sampled runs in common can be of copies, rather than of texts that share a phrase or two.
  private func isLikely(_ here: Int, _ there: Int, _ hits: Int) -> Bool {
    let (shorter, longer) = (Float(min(here, there)), Float(max(here, there)))
    let rate = max(1 / Float(CopySketch.sampling), min(1, Float(CopySketch.leastSample) / longer))
    let expected = Float(Self.leastShare) * rate * shorter * tellingShare
    return Float(hits) >= max(min(2, expected), expected - Self.badLuck * expected.squareRoot())
  }

  /// Counts the runs that two reports share, exactly but for the chance that two runs have one hash.
  private mutating func compare(_ sketch: CopySketch, _ report: Int, _ key: UInt64?, isTwin: Bool) -> Copy? {
    if isTwin { return Copy(report: report, shared: sketch.grams.count, ofShorter: 1, ofBoth: 1) }
    return shelf.withRuns(of: report) { runs in
      var (here, there) = (sketch.grams.count, runs.lows.count)
      if here == CopySketch.most || there == CopySketch.most {
        // Of a very long text the lowest hashes are kept: so far the two can be compared.
        let limit = min(CopySketch.limit(of: sketch.grams), there == CopySketch.most ? runs.last + 1 : .max)
        (here, there) = (CopySketch.count(sketch.grams, below: limit), runs.count(below: limit))
      } else if !probe.mayShare(Self.leastShare * Double(min(here, there)), runs.lows) {
        return nil
      }
      let shared = probe.shared(runs)
      let shorter = max(1, min(here, there))
      guard shared >= Self.leastRuns, Double(shared) >= Self.leastShare * Double(shorter) else { return nil }
      if shared <= Self.mostFurniture {
        if furnitureRuns == nil { findFurniture(in: sketch, key) }
        // Most reports have too little furniture for it to matter.
        if !isOwn(shared - furnitureRuns!, of: shorter - furnitureRuns!) {
          let own = shared - probe.sharedFurniture(runs)
          guard isOwn(own, of: shorter - shared + own) else { return nil }
        }
      }
      return Copy(
        report: report, shared: shared, ofShorter: min(1, Double(shared) / Double(shorter)),
        ofBoth: Double(shared) / Double(here + there - shared))
    }
  }

  /// Whether so many runs in common that are not furniture make copies.
  private func isOwn(_ shared: Int, of shorter: Int) -> Bool {
    shared >= Self.leastRuns && Double(shared) >= Self.leastPlainShare * Double(shorter)
  }

  /// Marks the runs that are furniture, unless the first, which are as good as drawn by lot, show that there is too little
  /// of it to lift a pair over the line.
  private mutating func findFurniture(in sketch: CopySketch, _ key: UInt64?) {
    let first = Array(sketch.grams.prefix(64))
    let found = mark(first, key)
    furnitureRuns = found * 8 > first.count ? found + mark(sketch.grams, key) : 0
  }

  private mutating func mark(_ grams: [UInt32], _ key: UInt64?) -> Int {
    var found = 0
    furniture.find(in: grams, of: Furniture.everyone) { found += probe.setFurniture($0) }
    if let key { furniture.find(in: grams, of: key) { found += probe.setFurniture($0) } }
    return found
  }

  /// Counts a report's runs towards furniture, unless it is a version of another report.
  private mutating func learn(_ sketch: CopySketch, _ copies: [Copy], _ key: UInt64?) {
    if copies.isEmpty { furniture.count(sketch.grams, for: Furniture.everyone, chance: sketch.identity) }
    let most = copies.reduce(0) { max($0, $1.shared) }
    guard let key, Double(most) < Self.versionShare * Double(sketch.grams.count) else { return }
    furniture.count(sketch.grams, for: key, chance: sketch.identity)
  }

  /// Whether a copy counts for the groups: by time, or by how much it shares.
  private func isNear(_ time: Int, _ copy: Copy) -> Bool {
    let there = groups.time(of: copy.report)
    guard time != Int.max, there != Int.max, copy.ofShorter < Self.lateShare else { return true }
    return (time > there ? time.subtractingReportingOverflow(there) : there.subtractingReportingOverflow(time))
      .partialValue.magnitude <= Self.copySeconds.magnitude
  }
}

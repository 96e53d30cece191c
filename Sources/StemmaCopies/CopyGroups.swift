/// Near-copies in groups, each under its earliest report.
///
/// A report joins the group in which it is linked to enough of the members. Where it is linked to several groups, or to
/// one but not to enough of it, those groups are grouped anew with it, strongest links first: so a late report can join
/// two groups, or show that a member belongs elsewhere. One link never makes two groups one: reports that quote the same
/// paragraph do not chain.
struct CopyGroups {
  /// A link to an earlier report.
  struct Link {
    var report: Int32
    /// How alike the two are, 0 to 65535.
    var strength: UInt16
  }

  /// Of all pairs across two groups so many are links if the two are one.
  private static let leastLinked: Float = 0.6
  /// Members of a group that are weighed; more follow the one they are most like.
  private static let mostWeighed = 32
  /// Reports that are grouped anew at once, at the most.
  private static let mostRegrouped = 256

  /// For each report the member it stands beside: itself, if it is weighed.
  private var anchors: [Int32] = []
  /// For members that are weighed: the first of the group, and the next in it, around.
  private var labels: [Int32] = []
  private var nexts: [Int32] = []
  /// For the first of a group: its weighed members.
  private var counts: [Int32] = []
  /// The last report that follows a member, and the one before it.
  private var lastFollowers: [Int32] = []
  private var followersBefore: [Int32] = []
  /// The earliest of a member and what follows it; for a group's first the earliest of the group.
  private var fronts: [Int32] = []
  private var heads: [Int32] = []
  private var times: [Int] = []
  private var links: [Link] = []
  private var linkStarts: [Int] = [0]
  /// Scratch: a report's place among those that are grouped anew.
  private var places: [Int32] = []
  /// The number of the first report that is kept.
  private(set) var first = 0
  private var firstLink = 0

  var bytes: Int { anchors.capacity * 9 * 4 + times.capacity * 16 + links.capacity * 8 }

  /// The group of a report, by a number that holds until the next report is added.
  func group(of report: Int) -> Int { Int(labels[Int(anchors[report - first]) - first]) }

  func time(of report: Int) -> Int { times[report - first] }

  /// The earliest report of a report's group.
  func head(of report: Int) -> Int { Int(heads[group(of: report) - first]) }

  /// All reports of a report's group, in order of time; those without a time last.
  func members(of report: Int) -> [Int] {
    var members: [Int] = []
    for node in nodes(of: group(of: report)) {
      members.append(Int(node))
      var follower = lastFollowers[Int(node) - first]
      while follower >= 0 {
        if Int(follower) >= first { members.append(Int(follower)) }
        follower = followersBefore[Int(follower) - first]
      }
    }
    return members.sorted { isEarlier($0, $1) }
  }

  /// Adds the next report.
  ///
  /// - Parameters:
  ///   - time: seconds since 1970; `Int.max` if unknown.
  ///   - twin: an earlier report with the same words.
  ///   - links: to earlier reports.
  /// - Returns: earliest reports of the groups that were touched, as they were and as they are.
  mutating func add(time: Int, twin: Int?, links own: [Link]) -> (before: [Int], after: [Int]) {
    let report = Int32(first + anchors.count)
    append(report, time)
    if let twin {
      return follow(report, anchors[twin - first])
    }
    links += own
    linkStarts[linkStarts.count - 1] = firstLink + links.count
    guard !own.isEmpty else { return ([], [Int(report)]) }

    // The groups it is linked to, the one with the strongest link first.
    var groups: [(label: Int32, linked: Int, best: Link)] = []
    for link in own {
      let anchor = anchors[Int(link.report) - first]
      let label = labels[Int(anchor) - first]
      if let known = groups.firstIndex(where: { $0.label == label }) {
        groups[known].linked += 1
        if link.strength > groups[known].best.strength { groups[known].best = link }
      } else {
        groups.append((label, 1, link))
      }
    }
    groups.sort { ($1.best.strength, $0.label) < ($0.best.strength, $1.label) }
    let nearest = groups[0]
    let count = counts[Int(nearest.label) - first]
    if groups.count == 1 || count >= Self.mostWeighed, Float(nearest.linked) >= Self.leastLinked * Float(count) {
      if count >= Self.mostWeighed { return follow(report, anchors[Int(nearest.best.report) - first]) }
      let before = heads[Int(nearest.label) - first]
      join(report, to: nearest.label)
      return ([Int(before)], [Int(heads[Int(nearest.label) - first])])
    }
    var nodes: [Int32] = []
    var before: [Int] = []
    for group in groups where nodes.count + Int(counts[Int(group.label) - first]) < Self.mostRegrouped {
      nodes += self.nodes(of: Int(group.label))
      before.append(Int(heads[Int(group.label) - first]))
    }
    nodes.append(report)
    nodes.sort()
    let after = regroup(nodes)
    return (before.sorted(), after)
  }

  /// Lets go reports before `number`, with their links; a group stands under the earliest that is left.
  mutating func forget(before number: Int) {
    // Done in strides, since it moves all that is left.
    guard number - first >= max(1024, anchors.count / 4) else { return }
    let gone = number - first
    var left = anchors
    // What followed a member that goes follows the first of its followers that stay.
    for place in gone..<anchors.count where Int(anchors[place]) < number {
      let old = Int(anchors[place]) - first
      if Int(left[old]) < number || left[old] == anchors[place] { left[old] = Int32(place + first) }
      left[place] = left[old]
    }
    var groupOf = [Int32](repeating: -1, count: anchors.count)
    for place in gone..<anchors.count { groupOf[place] = labels[Int(anchors[place]) - first] }
    let oldFirst = first
    var newTimes = Array(times[gone...])
    var newLinks: [Link] = []
    var newStarts = [0]
    for place in gone..<anchors.count {
      for at in linkStarts[place] - firstLink..<linkStarts[place + 1] - firstLink where Int(links[at].report) >= number
      {
        newLinks.append(links[at])
      }
      newStarts.append(newLinks.count)
    }
    swap(&times, &newTimes)
    (links, linkStarts, firstLink, first) = (newLinks, newStarts, 0, number)
    anchors = Array(left[gone...])
    let count = anchors.count
    labels = [Int32](repeating: -1, count: count)
    nexts = labels
    counts = [Int32](repeating: 0, count: count)
    lastFollowers = labels
    followersBefore = labels
    fronts = labels
    heads = labels
    places = labels
    var labelOf: [Int32: Int32] = [:]
    for place in 0..<count {
      let report = Int32(number + place)
      guard anchors[place] == report else { continue }
      fronts[place] = report
      let group = groupOf[Int(report) - oldFirst]
      if let label = labelOf[group] {
        join(report, to: label)
      } else {
        labelOf[group] = report
        stand(report)
      }
    }
    for place in 0..<count where Int(anchors[place]) != number + place {
      _ = follow(Int32(number + place), anchors[place])
    }
  }

  // MARK: - Steps

  private mutating func append(_ report: Int32, _ time: Int) {
    anchors.append(report)
    labels.append(report)
    nexts.append(report)
    counts.append(1)
    lastFollowers.append(-1)
    followersBefore.append(-1)
    fronts.append(report)
    heads.append(report)
    places.append(-1)
    times.append(time)
    linkStarts.append(linkStarts[linkStarts.count - 1])
  }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool { (times[a - first], a) < (times[b - first], b) }

  private func nodes(of label: Int) -> [Int32] {
    var nodes = [Int32(label)]
    var node = nexts[label - first]
    while Int(node) != label {
      nodes.append(node)
      node = nexts[Int(node) - first]
    }
    return nodes
  }

  /// Makes a member a group of its own.
  private mutating func stand(_ report: Int32) {
    let place = Int(report) - first
    labels[place] = report
    nexts[place] = report
    counts[place] = 1
    heads[place] = fronts[place]
  }

  private mutating func join(_ report: Int32, to label: Int32) {
    let (place, group) = (Int(report) - first, Int(label) - first)
    labels[place] = label
    nexts[place] = nexts[group]
    nexts[group] = report
    counts[group] += 1
    if isEarlier(Int(fronts[place]), Int(heads[group])) { heads[group] = fronts[place] }
  }

  private mutating func follow(_ report: Int32, _ anchor: Int32) -> (before: [Int], after: [Int]) {
    let (place, node) = (Int(report) - first, Int(anchor) - first)
    anchors[place] = anchor
    followersBefore[place] = lastFollowers[node]
    lastFollowers[node] = report
    let group = Int(labels[node]) - first
    let before = Int(heads[group])
    if isEarlier(Int(report), Int(fronts[node])) { fronts[node] = report }
    if isEarlier(Int(report), before) { heads[group] = report }
    return ([before], [Int(heads[group])])
  }

  /// Groups members anew by their links, strongest first: two groups become one if enough of the pairs across are linked.
  ///
  /// - Returns: the earliest of each group, in order.
  /// - Complexity: O(*m*²) for *m* members.
  private mutating func regroup(_ nodes: [Int32]) -> [Int] {
    let count = nodes.count
    for (place, node) in nodes.enumerated() { places[Int(node) - first] = Int32(place) }
    // Links between groups, each under the place of its first member.
    var linked = [Int32](repeating: 0, count: count * count)
    var order: [UInt64] = []
    for (place, node) in nodes.enumerated() {
      for at in linkStarts[Int(node) - first] - firstLink..<linkStarts[Int(node) - first + 1] - firstLink {
        let link = links[at]
        guard Int(link.report) >= first else { continue }
        let other = places[Int(anchors[Int(link.report) - first]) - first]
        guard other >= 0, Int(other) != place else { continue }
        linked[place * count + Int(other)] = 1
        linked[Int(other) * count + place] = 1
        order.append(UInt64(65535 - link.strength) << 32 | UInt64(place) << 16 | UInt64(other))
      }
    }
    for node in nodes { places[Int(node) - first] = -1 }
    order.sort()
    var groupOf = Array(0..<count)
    var sizes = [Int](repeating: 1, count: count)
    for pair in order {
      var (a, b) = (groupOf[Int(pair >> 16 & 0xffff)], groupOf[Int(pair & 0xffff)])
      guard a != b, Float(linked[a * count + b]) >= Self.leastLinked * Float(sizes[a] * sizes[b]) else { continue }
      if a > b { swap(&a, &b) }
      for place in 0..<count where groupOf[place] == b { groupOf[place] = a }
      for other in 0..<count {
        linked[a * count + other] += linked[b * count + other]
        linked[other * count + a] += linked[other * count + b]
      }
      sizes[a] += sizes[b]
    }
    for (place, node) in nodes.enumerated() {
      let label = nodes[groupOf[place]]
      if node == label {
        stand(node)
      } else if Int(counts[Int(label) - first]) < Self.mostWeighed {
        join(node, to: label)
      } else {
        // The group has members enough to weigh a report by: this one follows one it is linked to.
        let linked = order.first { Int($0 >> 16 & 0xffff) == place && groupOf[Int($0 & 0xffff)] == groupOf[place] }
        move(node, to: anchors[linked.map { Int(nodes[Int($0 & 0xffff)]) - first } ?? Int(label) - first])
      }
    }
    return nodes.indices.filter { groupOf[$0] == $0 }.map { Int(heads[Int(nodes[$0]) - first]) }.sorted()
  }

  /// Lets a member and what follows it follow another one.
  private mutating func move(_ node: Int32, to anchor: Int32) {
    var follower = lastFollowers[Int(node) - first]
    lastFollowers[Int(node) - first] = -1
    _ = follow(node, anchor)
    while follower >= 0 {
      let before = followersBefore[Int(follower) - first]
      _ = follow(follower, anchor)
      follower = before
    }
  }
}

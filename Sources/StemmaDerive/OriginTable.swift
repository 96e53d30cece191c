import StemmaModel

/// The origins of a story, each with who rests on it.
struct OriginTable {
  /// Somebody or something that a line names for a claim.
  struct Source {
    var kind: Origin.Kind
    /// What makes two mentions of it one: the last name of a person, the words of a body or a paper.
    var key: String
    /// Words of its name and its title, by which a spokesman is known to be a body's.
    var words: Set<String>
    var isPerson: Bool
    var label: String
    var mentions: [Place]
    /// Witnesses that name it.
    var votes: Int
  }

  private let collation: Collation
  private let lost: [Stemma.LostReport]
  private let media: CitedMedia
  private var origins: [Origin] = []
  /// For each origin the reports that rest on it.
  private var restOn: [Set<Siglum>] = []
  private var known: [String: Int] = [:]
  /// For each report the first of the same words.
  private let textOf: [Int]
  /// For each speaker, the readout through which the story has what they said.
  private let readouts: [String: String]

  init(collation: Collation, media: CitedMedia, lost: [Stemma.LostReport]) {
    self.collation = collation
    self.media = media
    self.lost = lost
    readouts = Self.readouts(collation)
    var known: [[String]: Int] = [:]
    textOf = collation.story.reports.enumerated().map { index, report in
      let words = report.tokens.map(\.key)
      let first = known[words] ?? index
      known[words] = first
      return first
    }
  }

  subscript(index: Int) -> Origin { origins[index] }

  /// All of them, with who rests on each.
  var all: [Origin] {
    origins.indices.map { index in
      var origin = origins[index]
      origin.reports = restOn[index].sorted()
      origin.lines.sort()
      return origin
    }
  }

  /// The source that most of a line's witnesses name; nil where none names any.
  func source(of line: LineCounter.Line) -> Source? {
    var found: [String: Source] = [:]
    var votes: [String: Set<Int>] = [:]
    for witness in line.witnesses {
      guard let source = source(of: witness) else { continue }
      // A copy repeats what its text says, and has no vote of its own.
      let isNew = votes[source.key, default: []].insert(textOf[witness.place.report.index]).inserted
      if var same = found[source.key] {
        same.votes += isNew ? 1 : 0
        same.mentions += source.mentions
        same.words.formUnion(source.words)
        if source.label.utf8.count > same.label.utf8.count { same.label = source.label }
        found[source.key] = same
      } else {
        found[source.key] = source
      }
    }
    return found.values.max { ($0.votes, $1.key) < ($1.votes, $0.key) }
  }

  /// Whether a line lays the claim to people without a name, or to a reporter's own eyes.
  func hasUnnamedSource(_ line: LineCounter.Line) -> Bool {
    line.witnesses.contains { $0.attribution != nil && media.medium(of: $0) == nil }
  }

  private func source(of witness: Claim.Witness) -> Source? {
    let report = collation.story[witness.place.report]
    guard let attribution = witness.attribution.map({ report.attributions[$0] }) else { return nil }
    let source = attribution.source
    // Another outlet passes on what somebody knows; it is no origin.
    if source.kind == .organization, media.medium(of: witness) != nil { return nil }
    let places = ([source.mention].compactMap { $0 } + attribution.channelSpans).map { Place(witness.place.report, $0) }
    let title = source.entity.flatMap { report.entities[$0].title } ?? ""
    let words = Set(Self.folded(source.name + " " + title).split(separator: " ").map(String.init))
    switch source.kind {
    case .person:
      let key = Self.surname(source.name)
      if let readout = readouts[key] {
        return Source(
          kind: .document, key: readout.lowercased(), words: words, isPerson: true, label: readout, mentions: places,
          votes: 1)
      }
      return Source(
        kind: .speech, key: key, words: words, isPerson: true, label: "remarks of \(source.name)", mentions: places,
        votes: 1)
    case .organization:
      return Source(
        kind: .speech, key: Self.folded(source.name), words: words, isPerson: false,
        label: "statement of \(source.name)",
        mentions: places, votes: 1)
    case .document:
      // "Reports say": of whom is not said.
      guard !Self.hearsay.contains(Self.folded(source.name)) else { return nil }
      return Source(
        kind: .document, key: Self.folded(source.name), words: words, isPerson: false, label: source.name,
        mentions: places,
        votes: 1)
    case .unnamed:
      // "the court", "police": without a name, and yet the same in every report of one event.
      guard let body = PublicBody(source.name) else { return nil }
      return Source(
        kind: .speech, key: "body " + body.words.sorted().joined(separator: " "), words: body.words, isPerson: false,
        label: source.name, mentions: places, votes: 1)
    case .agency, .reporter: return nil
    }
  }

  /// Sources of one claim, those joined that are one: the same, or a body and whoever speaks for it.
  func joined(
    _ named: [(source: Source, line: LineCounter.Line)]
  ) -> [(source: Source, lines: [LineCounter.Line])] {
    var groups: [(source: Source, lines: [LineCounter.Line])] = []
    for (source, line) in named {
      if let same = groups.firstIndex(where: { areOne($0.source, source) }) {
        // The person is shown rather than the body.
        if source.isPerson, !groups[same].source.isPerson {
          groups[same].source.key = source.key
          groups[same].source.label = source.label
          groups[same].source.kind = source.kind
          groups[same].source.isPerson = true
        }
        groups[same].source.words.formUnion(source.words)
        groups[same].source.mentions += source.mentions
        groups[same].lines.append(line)
      } else {
        groups.append((source, [line]))
      }
    }
    return groups
  }

  /// All of them as the one that most lines name, of equals the one that is a person's, then the first.
  func one(of groups: [(source: Source, lines: [LineCounter.Line])]) -> [(
    source: Source, lines: [LineCounter.Line]
  )] {
    func rank(_ index: Int) -> (Int, Int, Int) {
      (groups[index].lines.count, groups[index].source.isPerson ? 1 : 0, -index)
    }
    guard let best = groups.indices.max(by: { rank($0) < rank($1) }) else { return [] }
    return [(groups[best].source, groups.flatMap(\.lines))]
  }

  private func areOne(_ a: Source, _ b: Source) -> Bool {
    if a.key == b.key { return true }
    if a.isPerson && b.isPerson {
      // Two spellings of one name share a part of it.
      let (x, y) = (nameParts(a), nameParts(b))
      return !x.isDisjoint(with: y)
    }
    return PublicBody.areOne(a.words, b.words)
  }

  private func nameParts(_ source: Source) -> Set<String> {
    Set(Self.folded(source.label).split(separator: " ").map(String.init)).subtracting(["remarks", "of"])
  }

  mutating func index(of source: Source, lines: [LineCounter.Line]) -> Int {
    let index = entry("\(source.kind.rawValue) \(source.key)", label: source.label, kind: source.kind)
    for line in lines { add(line, to: index) }
    for place in source.mentions { note(place, at: index) }
    return index
  }

  /// People without a name, or the line's own eyes: nobody can say that another line asked the same.
  mutating func indexOfUnnamed(_ line: LineCounter.Line) -> Int {
    let sources = line.witnesses.compactMap { witness -> (StemmaModel.Source, Siglum)? in
      witness.attribution.map { (collation.story[witness.place.report].attributions[$0].source, witness.place.report) }
    }
    let holder = name(of: line.node)
    let index: Int
    if let (unnamed, _) = sources.first(where: { $0.0.kind == .unnamed }) {
      index = entry(
        "unnamed \(holder) \(Self.folded(unnamed.name))", label: "\(unnamed.name) (\(holder))", kind: .witness)
    } else {
      index = entry("own \(holder)", label: "own reporting of \(holder)", kind: .ownReporting)
    }
    add(line, to: index)
    for (source, siglum) in sources { if let mention = source.mention { note(Place(siglum, mention), at: index) } }
    return index
  }

  /// Reports that name one another: nobody says who knew.
  mutating func indexOfCircle(_ line: LineCounter.Line) -> Int {
    let names = line.circle.map { name(of: .report($0)) }
    let index = entry(
      "circle " + names.joined(separator: " "), label: "unknown: \(names.joined(separator: ", ")) name one another",
      kind: .unknown)
    add(line, to: index)
    return index
  }

  mutating func add(_ line: LineCounter.Line, to index: Int) {
    for witness in line.witnesses { restOn[index].insert(witness.place.report) }
    if !origins[index].lines.contains(line.node) { origins[index].lines.append(line.node) }
  }

  private mutating func note(_ place: Place, at index: Int) {
    guard origins[index].evidence.count < 12, !origins[index].evidence.contains(place) else { return }
    origins[index].evidence = (origins[index].evidence + [place]).sorted()
  }

  private mutating func entry(_ key: String, label: String, kind: Origin.Kind) -> Int {
    if let index = known[key] {
      // The fullest name the reports have.
      if label.utf8.count > origins[index].label.utf8.count { origins[index].label = label }
      return index
    }
    known[key] = origins.count
    restOn.append([])
    origins.append(Origin(label: label, kind: kind, reports: [], lines: [], evidence: []))
    return origins.count - 1
  }

  private func name(of root: Stemma.Node) -> String {
    switch root {
    case .report(let siglum): collation.story[siglum].report.outlet?.name ?? "report \(siglum)"
    case .lost(let index): "the \(lost[index].label)"
    }
  }

  /// Speakers whose words the story has through a readout, each with its plainest name.
  private static func readouts(_ collation: Collation) -> [String: String] {
    var channels: [String: Set<String>] = [:]
    for report in collation.story.reports {
      for attribution in report.attributions where attribution.source.kind == .person {
        for channel in attribution.channel where folded(channel).contains("readout") {
          channels[surname(attribution.source.name), default: []].insert(readoutName(channel))
        }
      }
    }
    return channels.compactMapValues { $0.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } }
  }

  private static func readoutName(_ channel: String) -> String {
    let small: Set<String> = ["a", "an", "the", "by", "of", "official", "news", "agency", "state", "readout", "from"]
    let proper = channel.split { !$0.isLetter && !$0.isNumber }.filter { !small.contains($0.lowercased()) }
    return (proper.map(String.init) + ["readout"]).joined(separator: " ")
  }

  private static let hearsay: Set<String> = ["report", "reports", "media reports", "news reports", "press reports"]

  static func surname(_ name: String) -> String {
    folded(name).split(separator: " ").last.map(String.init) ?? folded(name)
  }

  static func folded(_ name: String) -> String {
    let small: Set<String> = ["the", "a", "an", "of", "for", "and"]
    return name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !small.contains(String($0)) }
      .joined(separator: " ")
  }
}

import StemmaModel
import StemmaText

/// Joins the mentions of one quantity across the reports of a story. The same number of two things makes two figures,
/// two numbers of one thing make one.
struct FigureGrouper {
  var story: Story
  var words: StoryWords

  /// Likeness of what is around two mentions at which they are of one quantity.
  static let leastLikeness = 0.25
  /// What the same number and unit add to it; a number of three digits or more is rarely two things in one story.
  static let sameValueBonus = 0.25
  static let particularValueBonus = 0.35
  /// What the same fate adds: both counts are of the dead.
  static let sameFateBonus = 0.25
  static let otherSpeakerPenalty = 0.15
  /// At which two mentions in one report are the same amount said twice.
  static let leastRepetition = 0.6
  /// Words before and after a mention that say what it measures.
  static let reach = 8

  static func sameUnit(_ a: FigureMention, _ b: FigureMention) -> Bool {
    a.unit == b.unit || QuantityKind(a) == QuantityKind(b)
  }

  static func sameValue(_ a: FigureMention, _ b: FigureMention) -> Bool {
    abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value)) && a.high == b.high
  }

  /// Two large counts of people that are near each other: few stories have two crowds of one size.
  static let sameCrowdBonus = 0.15

  private struct Item {
    var report: Int
    var mention: Int
    var figure: FigureMention
    var kind: QuantityKind
    var fate: Fate?
    var speaker: String?
    /// Words that say what is measured.
    var context: [Int32]
  }

  /// Members of a group that a newcomer is compared with: of a hundred prints of one dispatch a few speak for all.
  static let mostMembers = 10
  /// Others one mention is compared with, at the most.
  static let mostCandidates = 48

  func figures() -> [Figure] {
    let items = self.items()
    var group = items.indices.map { [$0] }
    var groupOf = Array(items.indices)
    for edge in edges(items) {
      let (a, b) = (groupOf[edge.a], groupOf[edge.b])
      guard a != b, let mean = mean(group[a], group[b], items), mean >= Self.leastLikeness else { continue }
      group[a] += group[b]
      for item in group[b] { groupOf[item] = a }
      group[b] = []
    }
    return group.filter { !$0.isEmpty }.map { members in figure(members.sorted().map { items[$0] }) }
  }

  /// How alike two groups are over reports; nil where one report has two quantities among them.
  private func mean(_ a: [Int], _ b: [Int], _ items: [Item]) -> Double? {
    let byReport = Dictionary(grouping: a) { items[$0].report }
    for j in b {
      // Two amounts in one report are two quantities, unless the same is said twice.
      for i in byReport[items[j].report] ?? [] {
        guard Self.sameValue(items[i].figure, items[j].figure), likeness(items[i], items[j]) >= Self.leastRepetition
        else { return nil }
      }
    }
    var sum = 0.0
    var pairs = 0.0
    for i in a.prefix(Self.mostMembers) {
      for j in b.prefix(Self.mostMembers) where items[i].report != items[j].report {
        sum += likeness(items[i], items[j])
        pairs += 1
      }
    }
    return pairs > 0 ? sum / pairs : nil
  }

  private func items() -> [Item] {
    story.reports.enumerated().flatMap { index, report in
      let places = report.figures.map { report.tokenRange(of: $0.span) }
      let order = places.indices.sorted { (places[$0].lowerBound, $0) < (places[$1].lowerBound, $1) }
      var items: [Item] = []
      var statement = 0
      for (rank, mention) in order.enumerated() {
        let own = places[mention]
        while statement < report.statements.count, report.statements[statement].tokens.upperBound <= own.lowerBound {
          statement += 1
        }
        let sentence =
          statement < report.statements.count && report.statements[statement].tokens.overlaps(own)
          ? report.statements[statement].tokens : own
        // Another amount beside it is of something else, and so are the words on its far side.
        let before = rank > 0 ? places[order[rank - 1]].upperBound : 0
        let behind = rank + 1 < order.count ? places[order[rank + 1]].lowerBound : report.tokens.count
        let left = min(own.lowerBound, max(sentence.lowerBound, own.lowerBound - Self.reach, before))
        let right = max(own.upperBound, min(sentence.upperBound, own.upperBound + Self.reach, behind))
        let context = Set(
          (left..<right).filter { report.tokens[$0].kind == .word }.map { words.words[index][$0] }.filter { $0 >= 0 })
        let figure = report.figures[mention]
        let source = figure.attribution.map { report.attributions[$0].source }
        items.append(
          Item(
            report: index, mention: mention, figure: figure, kind: QuantityKind(figure),
            fate: Fate.of(report.tokens, around: own, within: left..<right),
            speaker: source?.kind == .person
              ? source?.name.lowercased().split(separator: " ").last.map(String.init) : nil,
            context: context.sorted()))
      }
      return items.sorted { $0.mention < $1.mention }
    }
  }

  /// Pairs that share a value, a fate or a word of what is measured, the most alike of each mention.
  private func edges(_ items: [Item]) -> [(a: Int, b: Int, likeness: Double)] {
    var postings: [String: [Int]] = [:]
    var edges: [(a: Int, b: Int, likeness: Double)] = []
    for (index, item) in items.enumerated() {
      var keys = item.context.map { "word \($0)" } + ["value \(item.figure.value) \(item.figure.unit)"]
      if let fate = item.fate { keys.append("fate \(fate)") }
      var shared: [Int: Int] = [:]
      for key in keys {
        for other in (postings[key] ?? []).suffix(Self.mostCandidates * 4) where items[other].report != item.report {
          shared[other, default: 0] += 1
        }
        postings[key, default: []].append(index)
      }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCandidates)
      for (other, _) in best {
        let value = likeness(items[other], item)
        if value >= Self.leastLikeness { edges.append((other, index, value)) }
      }
    }
    return edges.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }

  private func likeness(_ a: Item, _ b: Item) -> Double {
    guard a.kind == b.kind || kindred(a, b) else { return 0 }
    if let x = a.fate, let y = b.fate, x != y { return 0 }
    let least = min(words.weight(a.context), words.weight(b.context))
    let most = max(words.weight(a.context), words.weight(b.context))
    let shared = words.sharedWeight(a.context, b.context)
    var value = most > 0 ? shared / (0.5 * least + 0.5 * most) : 0
    if a.fate != nil, a.fate == b.fate { value += Self.sameFateBonus }
    if Self.sameValue(a.figure, b.figure) {
      value += isParticular(a.figure) ? Self.particularValueBonus : Self.sameValueBonus
    }
    if isCrowd(a), isCrowd(b), max(a.figure.value, b.figure.value) <= 2 * min(a.figure.value, b.figure.value) {
      value += Self.sameCrowdBonus
    }
    if let x = a.speaker, let y = b.speaker, x != y { value -= Self.otherSpeakerPenalty }
    return max(0, value)
  }

  /// Counted things whose names may mean the same: "refugees", "civilians".
  private func kindred(_ a: Item, _ b: Item) -> Bool {
    guard case .things(let x) = a.kind, case .things(let y) = b.kind else { return false }
    guard let p = WordVectors.direction(of: x), let q = WordVectors.direction(of: y) else { return false }
    return WordVectors.cosine(p, q) >= 0.5
  }

  /// A number one would not meet twice by chance: of three digits that are not round, or a large one of money.
  private func isParticular(_ figure: FigureMention) -> Bool {
    guard figure.unit != "percent", figure.value >= 20 else { return false }
    var digits = figure.value
    while digits >= 10, digits.truncatingRemainder(dividingBy: 10) == 0 { digits /= 10 }
    return digits >= 10 || figure.value >= 1000
  }

  private func isCrowd(_ item: Item) -> Bool {
    item.kind == .people && item.fate == nil && item.figure.value >= 1000
  }

  /// The best-attested reading is the one most reports have; among equals the first.
  private func figure(_ items: [Item]) -> Figure {
    let votes = items.map { item in
      Set(
        items.filter {
          Self.sameValue($0.figure, item.figure) && $0.figure.comparator == item.figure.comparator
        }.map(\.report)
      ).count
    }
    let best = items.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
    return Figure(
      variants: items.enumerated().map { index, item in
        Figure.Variant(
          report: Siglum(item.report), mention: item.mention, relation: relation(item.figure, items[best].figure))
      }, best: best)
  }

  private func relation(_ a: FigureMention, _ best: FigureMention) -> Relation {
    guard Self.sameValue(a, best), Self.sameUnit(a, best), a.comparator == best.comparator else { return .altered }
    return a.unit == best.unit && a.quantity == best.quantity ? .verbatim : .paraphrase
  }
}

/// What sort of thing a figure counts or measures: amounts of unlike sorts are never one quantity.
enum QuantityKind: Hashable {
  case money
  case percent
  case length
  case people
  /// By the noun's stem.
  case things(String)

  init(_ figure: FigureMention) {
    let unit = figure.unit
    if unit == "percent" {
      self = .percent
    } else if unit.utf8.count == 3, unit == unit.uppercased() {
      self = .money
    } else if ["m", "km", "cm", "mm", "mile", "foot"].contains(unit) {
      self = .length
    } else if Self.isPeople(unit) {
      self = .people
    } else {
      self = .things(WordStem.of(unit.lowercased().split(separator: " ").last.map(String.init) ?? unit))
    }
  }

  private static func isPeople(_ unit: String) -> Bool {
    let noun = unit.lowercased().split(separator: " ").last.map(String.init) ?? unit
    return personNouns.contains(noun)
  }

  private static let personNouns: Set<String> = Set(
    """
    people persons others men women children boys girls civilians residents refugees citizens inhabitants villagers
    migrants passengers students pupils workers employees officials officers soldiers troops fighters rebels militants
    insurgents police policemen demonstrators protesters victims casualties dead deaths lives wounded injured survivors
    patients prisoners detainees hostages tourists voters families individuals souls neighbours neighbors fatalities
    injuries guests players athletes supporters journalists doctors nurses firefighters rescuers personnel staff members
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// What became of the people that are counted.
enum Fate: Hashable {
  case dead, hurt, missing, held, moved

  private static let byStem: [String: Fate] = [
    "kill": .dead, "die": .dead, "drown": .dead, "fatalit": .dead, "fataliti": .dead, "slain": .dead, "murder": .dead,
    "perish": .dead,
    "injure": .hurt, "injur": .hurt, "wound": .hurt, "hurt": .hurt, "treat": .hurt, "hospitaliz": .hurt,
    "miss": .missing,
    "arrest": .held, "detain": .held, "jail": .held, "evacuat": .moved, "displac": .moved, "fle": .moved,
    "flee": .moved,
  ]

  /// That of the word nearest to the number, behind it rather than before it.
  static func of(_ tokens: [Token], around own: Range<Int>, within near: Range<Int>) -> Fate? {
    for index in own { if let fate = fate(tokens[index]) { return fate } }
    for index in own.upperBound..<max(own.upperBound, min(near.upperBound, own.upperBound + 6)) {
      if let fate = fate(tokens[index]) { return fate }
    }
    for index in stride(from: own.lowerBound - 1, through: max(near.lowerBound, own.lowerBound - 4), by: -1) {
      if let fate = fate(tokens[index]) { return fate }
    }
    return nil
  }

  private static func fate(_ token: Token) -> Fate? {
    if token.key == "lives" || token.key == "life" { return .dead }
    return byStem[WordStem.of(token.key)]
  }
}

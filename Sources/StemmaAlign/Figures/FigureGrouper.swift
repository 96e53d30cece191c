import StemmaModel
import StemmaText

/// Joins the mentions of one quantity across the reports of a story. The same number of two things makes two figures,
/// two numbers of one thing make one.
struct FigureGrouper {
  var story: Story
  var words: StoryWords

  /// Others one reading is compared with, at the most.
  static let mostCandidates = 24
  /// Pairs that one thread compares in a row.
  private static let part = 512
  /// What a common number and a common fate count for beside common words, in nats, where candidates are looked up.
  static let valueWeight = 4.0
  static let fateWeight = 2.0

  static func sameUnit(_ a: FigureMention, _ b: FigureMention) -> Bool {
    a.unit == b.unit || QuantityKind(a) == QuantityKind(b)
  }

  static func sameValue(_ a: FigureMention, _ b: FigureMention) -> Bool {
    isSame(a.value, b.value) && a.high == b.high
  }

  static func sameValue(_ a: FigureReading.Key, _ b: FigureReading.Key) -> Bool {
    isSame(a.value, b.value) && a.high == b.high
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-6 * max(abs(a), abs(b)) }

  /// In order of their first reading.
  ///
  /// - Complexity: near-linear in the figures of the story: what two reports have in the same words is one reading, and
  ///   each reading is compared with a bounded number of others.
  func figures() -> [Figure] {
    let readings = FigureReading.all(of: story, words: words)
    let likeness = FigureLikeness(readings, words: words)
    var linkage = AnchorLinkage(reports: readings.map(\.reports))
    let pairs = KeyedNeighbours(keys(of: readings)).pairs(Self.mostCandidates)
    let edges = Parallel.flatMap(pairs.count, by: Self.part) { part in
      pairs[part].compactMap { a, b in
        // Two amounts of one report are no evidence of one quantity.
        let value = readings[a].reports == readings[b].reports ? 0 : likeness(a, b)
        return value >= FigureLikeness.least ? AnchorLinkage.Edge(a: a, b: b, likeness: value) : nil
      }
    }
    linkage.join(edges, sure: FigureLikeness.sure, least: FigureLikeness.least) { i, j in
      readings[i].reports == readings[j].reports ? nil : likeness(i, j)
    } mayMeet: { i, j in
      // Two amounts in one report are two quantities, unless the same is said twice.
      Self.sameValue(readings[i].key, readings[j].key) && likeness(i, j) >= FigureLikeness.leastRepetition
    }
    return linkage.groups.map { members in figure(members.map { readings[$0] }) }
  }

  private func keys(of readings: [FigureReading]) -> [[KeyedNeighbours.Key]] {
    var numbers: [FeatureKey: Int32] = [:]
    return readings.map { reading in
      var keys = reading.key.context.map { KeyedNeighbours.Key(number: $0, weight: words.weights[Int($0)]) }
      func add(_ feature: FeatureKey, _ weight: Double) {
        let number = numbers[feature] ?? Int32(words.weights.count + numbers.count)
        numbers[feature] = number
        keys.append(KeyedNeighbours.Key(number: number, weight: weight))
      }
      add(.value(reading.key.value, reading.kind), Self.valueWeight)
      if let fate = reading.key.fate { add(.fate(fate), Self.fateWeight) }
      return keys
    }
  }

  private enum FeatureKey: Hashable {
    case value(Double, QuantityKind)
    case fate(Fate)
  }

  /// The best-attested reading is the one most reports have; among equals the first.
  private func figure(_ readings: [FigureReading]) -> Figure {
    struct Value: Hashable {
      var value: Double
      var high: Double?
      var comparator: FigureMention.Comparator
    }
    var reports: [Value: Set<Int32>] = [:]
    for reading in readings {
      let key = reading.key
      reports[Value(value: key.value, high: key.high, comparator: key.comparator), default: []]
        .formUnion(reading.reports)
    }
    let all = readings.flatMap(\.places).sorted { ($0.report, $0.mention) < ($1.report, $1.mention) }
    func mention(_ place: FigureReading.Place) -> FigureMention { story.reports[place.report].figures[place.mention] }
    let votes = all.map { place in
      let figure = mention(place)
      return reports[Value(value: figure.value, high: figure.high, comparator: figure.comparator)]!.count
    }
    let best = all.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
    let standard = mention(all[best])
    return Figure(
      variants: all.map { place in
        Figure.Variant(
          report: Siglum(place.report), mention: place.mention, relation: relation(mention(place), standard))
      }, best: best)
  }

  private func relation(_ a: FigureMention, _ best: FigureMention) -> Relation {
    guard Self.sameValue(a, best), Self.sameUnit(a, best), a.comparator == best.comparator else { return .altered }
    return a.unit == best.unit && a.quantity == best.quantity ? .verbatim : .paraphrase
  }
}

import StemmaModel
import StemmaText

/// One quantity of a story with its readings, report by report.
///
/// The collation's figures are groups of mentions that are certainly of one quantity. Here two groups become one as well
/// where the same thing is counted with nearly the same result, as observers on the spot do: 14 barges, 16 barges.
struct Quantity {
  struct Reading {
    /// In metres where it is a length.
    var value: Double
    var mention: FigureMention
    var place: Place
    /// What became of those counted here.
    var fate: Fate?
    /// "two others", "three more": besides some that are not counted.
    var isRest: Bool
  }

  var kind: QuantityKind
  var fate: Fate?
  /// Each report's readings in order of place.
  var byReport: [Siglum: [Reading]]
  /// The value that most reports have; of those the one read first.
  var standard: Double

  /// What conversion and rounding may change: two metres are 6.6 feet.
  static let tolerance = 0.03

  static func alike(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b))
  }

  /// Whether two lengths may be of one thing, measured twice.
  static func areNear(_ a: Double, _ b: Double) -> Bool {
    max(a, b) <= nearLength * min(a, b)
  }

  /// Reports that have a value, in order.
  func reports(with value: Double) -> [Siglum] {
    byReport.keys.filter { byReport[$0]!.contains { Self.alike($0.value, value) } }.sorted()
  }

  func reading(of report: Siglum, with value: Double) -> Reading? {
    byReport[report]?.first { Self.alike($0.value, value) }
  }

  var isToll: Bool { fate == .dead || fate == .hurt }
}

extension Quantity {
  /// Larger over smaller value up to which two counts of the dead or hurt, of things, or two lengths may be of one thing.
  private static let nearToll = 1.4
  private static let nearCount = 1.35
  private static let nearLength = 1.25
  /// Groups of one kind beyond which no more are joined: where everything is counted, nothing is told apart.
  private static let mostOfKind = 48
  /// Readings of a number that speak for it.
  private static let mostCompared = 6
  /// Nats that two sentences share where they count the same sort of thing.
  private static let sceneWeight = 5.0
  private static let crowd = 1000.0
  /// Larger over smaller number beyond which the sentences must say the same, and not only show one scene.
  private static let nearScene = 1.5
  /// Words before and behind a number that say what it is of.
  fileprivate static let reach = 8
  private static let rests: Set<String> = ["other", "others", "more", "another", "additional", "further"]
  /// The share of the lighter sentence at which two numbers in them are of one thing.
  private static let kinShare = 0.3

  /// In order of their first place.
  static func all(in view: CollationView) -> [Quantity] {
    let figures = view.collation.figures
    var groups = Parallel.map(figures.count) { Quantity(figures[$0], in: view) }
    var byKind: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      if let key = group.joinKey { byKind[key, default: []].append(index) }
    }
    var gone: Set<Int> = []
    for key in byKind.keys.sorted() {
      // The best attested first: the others are measured by it.
      let members = byKind[key]!.sorted { (-groups[$0].byReport.count, $0) < (-groups[$1].byReport.count, $1) }
        .prefix(mostOfKind)
      for (position, index) in members.enumerated() where !gone.contains(index) {
        for other in members.dropFirst(position + 1) where !gone.contains(other) {
          guard groups[index].mayHold(groups[other], in: view) else { continue }
          groups[index].byReport.merge(groups[other].byReport) { $0 + $1 }
          gone.insert(other)
        }
      }
    }
    return groups.indices.filter { !gone.contains($0) && groups[$0].byReport.count > 0 }.map { groups[$0] }
  }

  private init(_ figure: Figure, in view: CollationView) {
    byReport = [:]
    for variant in figure.variants {
      let mention = view.story[variant.report].figures[variant.mention]
      let place = Place(variant.report, mention.span)
      let report = view.story[variant.report]
      let own = report.tokenRange(of: mention.span)
      let isSpelled = !report.tokens[own].contains { $0.kind == .number }
      guard !isSpelled || !Self.isVague(mention, view.reading(place)), !Self.isPart(place, mention, in: view) else {
        continue
      }
      byReport[variant.report, default: []].append(
        Reading(
          value: Self.base(mention), mention: mention, place: place, fate: Self.fate(place, in: view),
          isRest: report.tokens[own].contains { Self.rests.contains($0.key) }))
    }
    // What the body says stands for the report, before its headline.
    byReport = byReport.mapValues { readings in
      readings.filter { view.isParagraph($0.place) } + readings.filter { !view.isParagraph($0.place) }
    }
    let best = figure.variants[figure.best]
    let mention = view.story[best.report].figures[best.mention]
    kind = QuantityKind(mention)
    standard = Self.base(mention)
    let readings = byReport
    fate =
      kind == .people
      ? readings.keys.sorted().lazy.flatMap { readings[$0]! }.compactMap(\.fate).first : nil
  }

  /// Lengths in metres, so that feet and kilometres compare; other units as they are.
  private static func base(_ mention: FigureMention) -> Double {
    let metres = ["km": 1000.0, "m": 1, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "foot": 0.3048]
    return mention.value * (metres[mention.unit] ?? 1)
  }

  private static func fate(_ place: Place, in view: CollationView) -> Fate? {
    let report = view.story[place.report]
    let own = report.tokenRange(of: place.span)
    guard let sentence = report.statement(around: place.span) else { return nil }
    // "killed ten people and wounded six": the verb right before a number is of it.
    if own.lowerBound > sentence.tokens.lowerBound {
      let verb = report.tokens[own.lowerBound - 1].key
      if transitives.contains(verb) { return fates[verb] }
    }
    // The words between the amounts beside it are its own.
    let others = view.figures(place.report, in: sentence.span).filter { $0.span != place.span }
      .map { report.tokenRange(of: $0.span) }
    let low = others.map(\.upperBound).filter { $0 <= own.lowerBound }.max() ?? sentence.tokens.lowerBound
    let high = others.map(\.lowerBound).filter { $0 >= own.upperBound }.min() ?? sentence.tokens.upperBound
    // In the amount itself, behind it, before it.
    let near =
      Array(own) + Array(own.upperBound..<max(own.upperBound, min(high, own.upperBound + 6)))
      + Array(max(low, own.lowerBound - 4)..<own.lowerBound).reversed()
    return near.lazy.compactMap { fates[report.tokens[$0].key] }.first
  }

  private static let transitives: Set<String> = [
    "killed", "killing", "kills", "injured", "injuring", "injures", "wounded", "wounding", "hurt", "hurting",
    "arrested",
    "arresting", "detained", "evacuated", "displaced", "rescued", "murdered",
  ]

  private static let parts: Set<String> = [
    "them", "whom", "which", "those", "these", "the", "its", "their", "his", "her",
  ]

  /// A part of what was counted: "three of them", "of the four, two"; or no count of people: "a third of residents".
  private static func isPart(_ place: Place, _ mention: FigureMention, in view: CollationView) -> Bool {
    let report = view.story[place.report]
    let own = report.tokenRange(of: place.span)
    let kind = QuantityKind(mention)
    if kind == .people, mention.value != mention.value.rounded() { return true }
    // "Channel 9 News": a name that begins with a number.
    if case .things(let noun) = kind {
      if noun.utf8.count < 3 || own.last.map({ report.tokens[$0].isName }) ?? false { return true }
    }
    // "two of the ships"; "picture 5 of 40".
    if let of = own.first(where: { report.tokens[$0].key == "of" }), of + 1 < own.upperBound,
      parts.contains(report.tokens[of + 1].key)
    {
      return true
    }
    if own.lowerBound > 1, report.tokens[own.lowerBound - 1].key == "of",
      report.tokens[own.lowerBound - 2].kind == .number
    {
      return true
    }
    guard let sentence = report.statement(around: place.span), own.upperBound + 1 < sentence.tokens.upperBound else {
      return false
    }
    let words = report.tokens[own.upperBound...(own.upperBound + 1)].map(\.key)
    if words[0] == "of", parts.contains(words[1]) { return true }
    return report.tokens[sentence.tokens.lowerBound].key == "of"
  }

  static let fates: [String: Fate] = {
    let words: [(Fate, String)] = [
      (.dead, "killed dead died die dies deaths lives drowned fatalities murdered perished slain kills killing"),
      (.hurt, "injured wounded hurt injuries treated hospitalized hospitalised wounds injures"),
      (.missing, "missing unaccounted"), (.held, "arrested detained jailed held arrests"),
      (.moved, "evacuated displaced fled uprooted rescued"),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { fate, keys in keys.split(separator: " ").map { (String($0), fate) } })
  }()

  /// "dozens", "hundreds of thousands": no number to compare.
  static func isVague(_ mention: FigureMention, _ text: String) -> Bool {
    !text.contains(where: \.isNumber)
      && ["dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens"].contains {
        text.lowercased().contains($0)
      }
  }

  /// What groups must have in common to be looked at together; nil for what only the collation can join.
  private var joinKey: String? {
    switch kind {
    case .people: isToll ? "people \(fate!)" : nil
    case .things(let noun): Self.vague.contains(noun) ? nil : "things \(noun)"
    case .length: "length"
    case .money, .percent: nil
    }
  }

  private func mayHold(_ other: Quantity, in view: CollationView) -> Bool {
    guard byReport.keys.allSatisfy({ other.byReport[$0] == nil }) else { return false }
    let ratio = max(standard, other.standard) / max(1e-9, min(standard, other.standard))
    switch kind {
    case .people: return ratio <= Self.nearToll && !isOfAnotherTime(other, in: view)
    case .things: return ratio <= Self.nearCount && sharesMatter(with: other, in: view)
    case .length: return ratio <= Self.nearLength && other.isNear(self, in: view)
    case .money, .percent: return false
    }
  }

  /// Whether any of the first sentences that have the one number is like one that has the other.
  private func sharesMatter(with other: Quantity, in view: CollationView) -> Bool {
    let own = byReport.keys.sorted().prefix(Self.mostCompared).map { byReport[$0]![0] }
    return other.byReport.keys.sorted().prefix(Self.mostCompared).contains { key in
      own.contains { Self.areOfOneScene($0, other.byReport[key]![0], in: view) }
    }
  }

  /// Whether two sentences that count the same sort of thing count it of the same: another word of matter in common
  /// besides the thing, and no two persons.
  static func areOfOneScene(_ a: Reading, _ b: Reading, in view: CollationView) -> Bool {
    guard a.isRest == b.isRest, !areOfOthers(a, b, in: view) else { return false }
    let (mine, theirs) = (a.sentence(in: view), b.sentence(in: view))
    let shared = mine.shared(with: theirs)
    let ratio = max(a.value, b.value) / max(1e-9, min(a.value, b.value))
    // One more or less of a few is a miscount.
    let isNear = ratio <= nearScene || abs(a.value - b.value) <= 1
    return shared.count >= 2 && shared.weight >= sceneWeight && (isNear || mine.isKin(to: theirs))
      && a.surroundings(in: view).shared(with: b.surroundings(in: view)).count >= 2
  }

  /// Whether a number is of the same as those that most have: in sentences that say the same.
  func mayBeOne(_ reading: Reading, _ standing: [Reading], in view: CollationView) -> Bool {
    let own = reading.sentence(in: view)
    return standing.prefix(Self.mostCompared).contains { other in
      guard !Self.areOfOthers(reading, other, in: view) else { return false }
      let matter = other.sentence(in: view)
      // Few stories have two crowds of one size.
      let isCrowd = kind == .people && min(reading.value, other.value) >= Self.crowd
      return isCrowd && matter.shared(with: own).count >= 2
        || matter.isKin(to: own, share: Self.kinShare)
          && other.surroundings(in: view).shared(with: reading.surroundings(in: view)).count >= 1
    }
  }

  /// Whether both sentences name persons before the number, and none in common.
  private static func areOfOthers(_ a: Reading, _ b: Reading, in view: CollationView) -> Bool {
    let (x, y) = (view.persons(before: a.place), view.persons(before: b.place))
    return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
  }

  /// "in 1998": another event's dead.
  private func isOfAnotherTime(_ other: Quantity, in view: CollationView) -> Bool {
    years(in: view) != other.years(in: view)
  }

  private func years(in view: CollationView) -> Set<Int> {
    Set(
      byReport.values.joined().flatMap { reading -> [Int] in
        guard let sentence = view.statement(reading.place) else { return [] }
        return view.times(reading.place.report, in: sentence.span).compactMap {
          $0.moment?.precision == .year ? $0.moment?.year : nil
        }
      })
  }

  /// Whether the sentences around two lengths, each with the one before it, speak of the same.
  private func isNear(_ other: Quantity, in view: CollationView) -> Bool {
    guard let a = other.context(in: view), let b = context(in: view) else { return false }
    let shared = a.shared(with: b)
    return shared.count >= 2 && shared.weight >= 4
  }

  private func context(in view: CollationView) -> Matter? {
    guard let first = byReport.keys.min(), let reading = byReport[first]?.first,
      let sentence = view.statement(reading.place)
    else { return nil }
    let report = view.story[first]
    let before = report.statements.last { $0.span.end <= sentence.span.start && $0.passage == sentence.passage }
    return view.matter(Place(first, before.map { $0.span.joined(with: sentence.span) } ?? sentence.span))
  }

  /// Counted in every report, and hardly ever the same ones.
  private static let vague = Set(
    """
    country nation state city town place time day week month year hour minute point part side way step case thing round
    area region group party member reason question issue term stage phase page copy unit item percent
    """.split(whereSeparator: \.isWhitespace).map { WordStem.of(String($0)) })
}

extension Quantity.Reading {
  /// The matter of its sentence.
  fileprivate func sentence(in view: CollationView) -> Matter {
    view.statement(place).map { view.matter(of: $0.tokens, place.report.index) } ?? view.matter(place)
  }

  /// The matter right around it.
  fileprivate func surroundings(in view: CollationView) -> Matter {
    let own = view.story[place.report].tokenRange(of: place.span)
    let sentence = view.statement(place)?.tokens ?? own
    let near =
      max(
        sentence.lowerBound, own.lowerBound - Quantity.reach)..<min(
        sentence.upperBound, own.upperBound + Quantity.reach)
    return view.matter(of: near, place.report.index)
  }
}

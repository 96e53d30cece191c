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

  /// In order of their first place.
  static func all(in view: CollationView) -> [Quantity] {
    var groups = view.collation.figures.map { Quantity($0, in: view) }
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
      guard !Self.isVague(mention, view.reading(place)) else { continue }
      byReport[variant.report, default: []].append(
        Reading(value: Self.base(mention), mention: mention, place: place, fate: Self.fate(place, in: view)))
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
    // The words between the amounts beside it are its own.
    let others = report.figures.filter { sentence.span.overlaps($0.span) && $0.span != place.span }
      .map { report.tokenRange(of: $0.span) }
    let low = others.map(\.upperBound).filter { $0 <= own.lowerBound }.max() ?? sentence.tokens.lowerBound
    let high = others.map(\.lowerBound).filter { $0 >= own.upperBound }.min() ?? sentence.tokens.upperBound
    // In the amount itself, behind it, before it.
    let near =
      Array(own) + Array(own.upperBound..<max(own.upperBound, min(high, own.upperBound + 6)))
      + Array(max(low, own.lowerBound - 4)..<own.lowerBound).reversed()
    return near.lazy.compactMap { fates[report.tokens[$0].key] }.first
  }

  static let fates: [String: Fate] = {
    let words: [(Fate, String)] = [
      (.dead, "killed dead died die dies deaths lives life drowned fatalities murdered perished slain kills killing"),
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
    case .things: return ratio <= Self.nearCount
    case .length: return ratio <= Self.nearLength && other.isNear(self, in: view)
    case .money, .percent: return false
    }
  }

  /// "in 1998": another event's dead.
  private func isOfAnotherTime(_ other: Quantity, in view: CollationView) -> Bool {
    years(in: view) != other.years(in: view)
  }

  private func years(in view: CollationView) -> Set<Int> {
    Set(
      byReport.values.joined().flatMap { reading -> [Int] in
        let report = view.story[reading.place.report]
        guard let sentence = report.statement(around: reading.place.span) else { return [] }
        return report.times.filter { sentence.span.overlaps($0.span) }.compactMap {
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

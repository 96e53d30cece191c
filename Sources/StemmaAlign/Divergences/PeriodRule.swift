import StemmaModel
import StemmaText

/// The same amount, or the same development, over another stretch of time.
struct PeriodRule: DivergenceRule {
  /// Words between an amount and the stretch of time it is of.
  static let reach = 24
  /// Reports with one amount that are compared.
  static let mostReports = 80

  func divergences(in view: CollationView) -> [Divergence] {
    view.quantities.compactMap { ofAmount($0, in: view) } + ofDevelopment(in: view)
  }

  // MARK: Of an amount

  private func ofAmount(_ quantity: Quantity, in view: CollationView) -> Divergence? {
    var stretches: [Siglum: (stretch: Stretch, place: Place)] = [:]
    for siglum in quantity.reports(with: quantity.standard).prefix(Self.mostReports) {
      let report = view.story[siglum]
      for reading in quantity.byReport[siglum]! where stretches[siglum] == nil {
        guard let sentence = report.statement(around: reading.place.span) else { continue }
        let own = report.tokenRange(of: reading.place.span)
        let near =
          max(
            sentence.tokens.lowerBound, own.lowerBound - Self.reach)..<min(
            sentence.tokens.upperBound, own.upperBound + Self.reach)
        let found = Stretch.all(in: report.tokens, near)
        // What follows the amount is its own sooner than what stands before it.
        guard
          let best = found.min(by: {
            distance($0.tokens, own) < distance($1.tokens, own)
          })
        else { continue }
        stretches[siglum] = (best.stretch, Place(siglum, report.span(of: best.tokens)))
      }
    }
    return divergence(stretches, in: view)
  }

  private func distance(_ tokens: Range<Int>, _ own: Range<Int>) -> Int {
    tokens.lowerBound >= own.upperBound ? tokens.lowerBound - own.upperBound : 2 * (own.lowerBound - tokens.lowerBound)
  }

  // MARK: Of a development

  /// "in recent years" against "over the past decade", in sentences that say the same.
  private func ofDevelopment(in view: CollationView) -> [Divergence] {
    view.readings.indices.compactMap { claim in
      guard view.classes[claim].contains(.stretch), let lemma = view.lemma(claim), view.readings[claim].count > 1 else {
        return nil
      }
      var stretches: [Siglum: (stretch: Stretch, place: Place)] = [:]
      for reading in view.readings[claim] where reading.sentence.contains(.stretch) {
        guard reading.report == lemma.report || view.areKin(reading, lemma, in: claim),
          let sentence = view.statement(reading)
        else { continue }
        let siglum = reading.report
        let report = view.story[siglum]
        let found = Stretch.all(in: report.tokens, sentence.tokens).filter(\.stretch.isRecent)
        guard found.count == 1 else { continue }
        stretches[siglum] = (found[0].stretch, Place(siglum, report.span(of: found[0].tokens)))
      }
      return divergence(stretches, in: view)
    }
  }

  private func divergence(
    _ stretches: [Siglum: (stretch: Stretch, place: Place)], in view: CollationView
  ) -> Divergence? {
    guard let usual = view.commonest(stretches.mapValues(\.stretch)) else { return nil }
    let against = stretches.keys.filter { stretches[$0]!.stretch == usual }.sorted()
    let differ = stretches.keys.filter { stretches[$0]!.stretch != usual }.sorted()
    guard !differ.isEmpty else { return nil }
    let said = differ.map { "\($0) has \(view.quoted(stretches[$0]!.place))" }.joined(separator: ", ")
    return Divergence(
      .period, .low, claim: view.claim(at: stretches[differ[0]]!.place), differ: differ, from: against,
      at: stretches.values.map(\.place),
      "\(said) where \(view.list(against, "has", "have")) \(view.quoted(stretches[against[0]]!.place)).")
  }
}

/// A stretch of time as it is put: "between 2019 and 2024", "since 2019", "in five years", "in recent years".
enum Stretch: Hashable {
  case range(Int, Int)
  case since(Int)
  case by(Int)
  case length(Int, String)
  case recent(String)

  /// Those that such a stretch begins with, years aside.
  static let words: Set<String> = [
    "between", "from", "since", "by", "in", "over", "within", "during", "for", "recently", "lately",
  ]

  var isRecent: Bool {
    if case .recent = self { return true }
    return false
  }

  static func all(in tokens: [Token], _ range: Range<Int>) -> [(stretch: Stretch, tokens: Range<Int>)] {
    var found: [(stretch: Stretch, tokens: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart = words.contains(tokens[index].key) || tokens[index].kind == .number
      if isStart, let (stretch, end) = stretch(tokens, index, range.upperBound) {
        found.append((stretch, index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func stretch(_ tokens: [Token], _ at: Int, _ end: Int) -> (Stretch, Int)? {
    func key(_ offset: Int) -> String { at + offset < end ? tokens[at + offset].key : "" }
    switch key(0) {
    case "between", "from":
      if let a = year(key(1)), ["and", "to", "until", "-", "–"].contains(key(2)), let b = year(key(3)) {
        return (.range(a, b), at + 4)
      }
      if let (a, b) = years(key(1)) { return (.range(a, b), at + 2) }
      return nil
    case "since":
      return year(key(1)).map { (.since($0), at + 2) }
    case "by":
      return year(key(1)).map { (.by($0), at + 2) }
    case "in", "over", "within", "during", "for":
      let skip = key(1) == "the" ? 2 : 1
      let isRecent = ["recent", "past", "last"].contains(key(skip))
      let counted = isRecent ? skip + 1 : skip
      if let count = number(key(counted)), let unit = unit(key(counted + 1)) {
        return (.length(count, unit), at + counted + 2)
      }
      if isRecent, let unit = unit(key(counted)), key(skip) != "last" || unit == "decade" || unit == "century" {
        return (.recent(unit), at + counted + 1)
      }
      return nil
    case "recently", "lately":
      return (.recent("recently"), at + 1)
    default:
      return years(key(0)).map { (.range($0.0, $0.1), at + 1) }
    }
  }

  private static func year(_ key: String) -> Int? {
    key.utf8.count == 4 ? Int(key).flatMap { (1500...2199).contains($0) ? $0 : nil } : nil
  }

  private static func years(_ key: String) -> (Int, Int)? {
    let parts = key.split { $0 == "-" || $0 == "–" }
    guard parts.count == 2, let a = year(String(parts[0])), let b = year(String(parts[1])) else { return nil }
    return (a, b)
  }

  private static func unit(_ key: String) -> String? {
    ["day", "week", "month", "year", "decade", "century"].first { key == $0 || key == $0 + "s" }
      ?? (key == "centuries" ? "century" : nil)
  }

  private static func number(_ key: String) -> Int? {
    Int(key)
      ?? [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      ].firstIndex(of: key).map { $0 + 2 }
  }
}

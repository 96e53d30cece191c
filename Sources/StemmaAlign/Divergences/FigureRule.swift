import StemmaModel

/// Other numbers for the same thing, or the same sum in another currency.
struct FigureRule: DivergenceRule {
  /// What "about" covers.
  static let approximation = 0.12
  /// Larger over smaller number beyond which two tolls, or two counts of things, are not of one event.
  static let farthestToll = 3.0
  /// What one currency is in another, among those that are near each other.
  static let currencies: Set<String> = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD"]
  static let farthestRate = 2.2

  func divergences(in view: CollationView) -> [Divergence] {
    view.quantities.flatMap { quantity -> [Divergence] in
      guard quantity.byReport.count > 1 else { return [] }
      return [currency(quantity, in: view), values(quantity, in: view)].compactMap { $0 }
    }
  }

  private func values(_ quantity: Quantity, in view: CollationView) -> Divergence? {
    let against = quantity.reports(with: quantity.standard)
    let standing = against.map { quantity.reading(of: $0, with: quantity.standard)! }
    guard let first = standing.first else { return nil }
    let differ = quantity.byReport.keys.sorted().filter { report in
      guard quantity.reading(of: report, with: quantity.standard) == nil else { return false }
      let own = quantity.byReport[report]!
      return (quantity.kind != .money || own[0].mention.unit == first.mention.unit)
        && isOfOne(own[0], standing, quantity, in: view)
    }
    guard !differ.isEmpty else { return nil }
    let own = differ.map { quantity.byReport[$0]![0] }
    if quantity.isToll, let course = TollCourse(own + standing, in: view) {
      return course.divergence(against: quantity.standard, in: view)
    }
    // Each other value once, with who has it.
    var values: [(reading: Quantity.Reading, reports: [Siglum])] = []
    for (report, reading) in zip(differ, own) {
      if let known = values.firstIndex(where: { Quantity.alike($0.reading.value, reading.value) }) {
        values[known].reports.append(report)
      } else {
        values.append((reading, [report]))
      }
    }
    let observers = Observers(values.map(\.reading) + [first], in: view)
    let said = values.map { "\(view.list($0.reports, "has", "have")) \(view.quoted($0.reading.place))" }.joined(
      separator: ", ")
    return Divergence(
      .figure, observers == nil ? severity(own, first, quantity) : .medium, claim: view.claim(at: own[0].place),
      differ: differ, from: against, at: (own + standing).map(\.place),
      observers?.explanation ?? "\(said); \(view.list(against, "has", "have")) \(view.quoted(first.place)).")
  }

  /// Whether another number is of the same: the dead and hurt by what became of them and a number within reach, counted
  /// things by their name and their scene, the rest by what their sentences share.
  private func isOfOne(
    _ reading: Quantity.Reading, _ standing: [Quantity.Reading], _ quantity: Quantity, in view: CollationView
  ) -> Bool {
    let first = standing[0]
    let ratio = max(reading.value, first.value) / max(1e-9, min(reading.value, first.value))
    // "140" is an end of "140 to 150".
    if [reading.mention.high, first.mention.high].contains(where: { $0 == reading.value || $0 == first.value }) {
      return false
    }
    if quantity.isToll {
      // "two others died" leaves out somebody who died; "four others were hurt" need not.
      return reading.fate == first.fate && ratio <= Self.farthestToll
        && (first.fate != .dead || reading.isRest == first.isRest)
    }
    if quantity.kind == .length, Quantity.areNear(reading.value, first.value) { return true }
    if case .things = quantity.kind {
      return ratio <= Self.farthestToll && standing.prefix(6).contains { Quantity.areOfOneScene(reading, $0, in: view) }
    }
    return quantity.mayBeOne(reading, standing, in: view)
  }

  /// Of the dead and the hurt every number counts, unless a bound explains it; of the rest "about" may.
  private func severity(
    _ own: [Quantity.Reading], _ standard: Quantity.Reading, _ quantity: Quantity
  ) -> Divergence.Severity {
    if own.allSatisfy({ mayAgree($0, standard) }) { return quantity.isToll ? .medium : .low }
    return quantity.isToll ? .high : .medium
  }

  /// Whether "at least 20" or "about 21" leaves room for the other number.
  private func mayAgree(_ a: Quantity.Reading, _ b: Quantity.Reading) -> Bool {
    func leavesRoom(_ x: Quantity.Reading, _ value: Double) -> Bool {
      if let high = x.mention.high, (x.value...max(x.value, high)).contains(value) { return true }
      return switch x.mention.comparator {
      case .moreThan, .atLeast: value >= x.value && value <= x.value * 1.5
      case .lessThan, .atMost, .almost: value <= x.value && value >= x.value / 1.5
      case .about: abs(value - x.value) <= Self.approximation * x.value
      case .equal, .record: false
      }
    }
    return leavesRoom(a, b.value) || leavesRoom(b, a.value)
  }

  /// The same sum, converted: no other number, but the reader sees one.
  private func currency(_ quantity: Quantity, in view: CollationView) -> Divergence? {
    guard quantity.kind == .money else { return nil }
    let against = quantity.reports(with: quantity.standard)
    guard let first = against.first, let standing = quantity.reading(of: first, with: quantity.standard) else {
      return nil
    }
    let differ = quantity.byReport.keys.sorted().filter { report in
      let own = quantity.byReport[report]!
      return own.allSatisfy { $0.mention.unit != standing.mention.unit } && mayBeConverted(own[0], standing)
    }
    guard !differ.isEmpty else { return nil }
    let own = differ.map { quantity.byReport[$0]![0] }
    let rest = against.filter { !differ.contains($0) }
    return Divergence(
      .unit, .low, claim: view.claim(at: own[0].place), differ: differ, from: rest,
      at: own.map(\.place) + rest.compactMap { quantity.reading(of: $0, with: quantity.standard)?.place },
      "\(view.list(differ, "gives", "give")) the sum as \(view.quoted(own[0].place)); "
        + "\(view.list(rest, "has", "have")) \(view.quoted(standing.place)).")
  }

  private func mayBeConverted(_ a: Quantity.Reading, _ b: Quantity.Reading) -> Bool {
    guard Self.currencies.contains(a.mention.unit), Self.currencies.contains(b.mention.unit) else { return true }
    return max(a.value, b.value) <= Self.farthestRate * min(a.value, b.value)
  }
}

/// Observers who each counted: their numbers differ because they are theirs, not because one number drifted.
private struct Observers {
  let explanation: String

  /// Nil unless every number is laid to somebody of its own.
  init?(_ readings: [Quantity.Reading], in view: CollationView) {
    var seen: [String] = []
    var said: [String] = []
    for reading in readings {
      let source =
        reading.mention.attribution.map { view.story[reading.place.report].attributions[$0].source }
        ?? view.attributions(reading.place.report, in: reading.place.span).last?.source
      guard let source, source.kind == .person || source.kind == .organization,
        source.name.contains(where: \.isUppercase), !seen.contains(where: { view.mayBeOne($0, source.name) })
      else { return nil }
      seen.append(source.name)
      said.append("\(view.quoted(reading.place)) (\(source.name), in \(reading.place.report))")
    }
    explanation = "Observers differ, each with a count of their own: " + said.joined(separator: ", ") + "."
  }
}

import StemmaModel

/// Other numbers for the same thing, or the same sum in another currency.
struct FigureRule: DivergenceRule {
  /// A later report's larger toll is news, not a contradiction.
  static let updateDays = 1
  /// What "about" covers.
  static let approximation = 0.12
  /// Larger over smaller number beyond which two tolls are not of one event.
  static let farthestToll = 3.0

  func divergences(in view: CollationView) -> [Divergence] {
    view.quantities.flatMap { quantity -> [Divergence] in
      guard quantity.byReport.count > 1 else { return [] }
      return [currency(quantity, in: view), values(quantity, in: view)].compactMap { $0 }
    }
  }

  private func values(_ quantity: Quantity, in view: CollationView) -> Divergence? {
    let against = quantity.reports(with: quantity.standard)
    let unit = against.first.flatMap { quantity.reading(of: $0, with: quantity.standard)?.mention.unit }
    let differ = quantity.byReport.keys.sorted().filter { report in
      !against.contains(report) && isOfOne(quantity.byReport[report]![0], standard: against, quantity, in: view)
        && (quantity.kind != .money || quantity.byReport[report]!.contains { $0.mention.unit == unit })
    }
    guard !differ.isEmpty, !against.isEmpty else { return nil }
    let standing = against.map { quantity.reading(of: $0, with: quantity.standard)! }
    let own = differ.map { quantity.byReport[$0]![0] }
    let isUpdate = own.allSatisfy { self.isUpdate($0, of: standing, quantity, in: view) }
    // Each other value once, with who has it.
    var values: [(reading: Quantity.Reading, reports: [Siglum])] = []
    for (report, reading) in zip(differ, own) {
      if let known = values.firstIndex(where: { Quantity.alike($0.reading.value, reading.value) }) {
        values[known].reports.append(report)
      } else {
        values.append((reading, [report]))
      }
    }
    let said = values.map { "\(view.list($0.reports, "has", "have")) \(view.quoted($0.reading.place))" }.joined(
      separator: ", ")
    return Divergence(
      .figure, severity(own, standing[0], quantity, isUpdate: isUpdate), claim: view.claim(at: own[0].place),
      differ: differ, from: against, at: (own + standing).map(\.place),
      "\(said); \(view.list(against, "has", "have")) \(view.quoted(standing[0].place))"
        + (isUpdate ? ". The later report may be an update." : "."))
  }

  /// Whether another number is of the same: counted things by their name, the dead and hurt by what became of them and a
  /// number within reach, the rest by what their sentences share.
  private func isOfOne(
    _ reading: Quantity.Reading, standard: [Siglum], _ quantity: Quantity, in view: CollationView
  ) -> Bool {
    if case .things = quantity.kind { return true }
    guard let first = standard.first.flatMap({ quantity.reading(of: $0, with: quantity.standard) }) else {
      return false
    }
    if quantity.isToll {
      let ratio = max(reading.value, first.value) / max(1e-9, min(reading.value, first.value))
      return reading.fate == first.fate && ratio <= Self.farthestToll
    }
    if quantity.kind == .length, Quantity.areNear(reading.value, first.value) { return true }
    guard let own = view.statement(reading.place) else { return false }
    let matter = view.matter(Place(reading.place.report, own.span))
    return standard.prefix(6).contains { report in
      guard let other = quantity.reading(of: report, with: quantity.standard),
        let sentence = view.statement(other.place)
      else { return false }
      return matter.shared(with: view.matter(Place(report, sentence.span))).count >= 2
    }
  }

  /// Of the dead and the hurt every number counts, unless a bound or a later day explains it; of the rest "about" may.
  private func severity(
    _ own: [Quantity.Reading], _ standard: Quantity.Reading, _ quantity: Quantity, isUpdate: Bool
  ) -> Divergence.Severity {
    if own.allSatisfy({ mayAgree($0, standard) }) { return quantity.isToll ? .medium : .low }
    return quantity.isToll && !isUpdate ? .high : .medium
  }

  /// Whether "at least 20" or "about 21" leaves room for the other number.
  private func mayAgree(_ a: Quantity.Reading, _ b: Quantity.Reading) -> Bool {
    func leavesRoom(_ x: Quantity.Reading, _ value: Double) -> Bool {
      switch x.mention.comparator {
      case .moreThan, .atLeast: value >= x.value && value <= x.value * 1.5
      case .lessThan, .atMost, .almost: value <= x.value && value >= x.value / 1.5
      case .about: abs(value - x.value) <= Self.approximation * x.value
      case .equal, .record: false
      }
    }
    return leavesRoom(a, b.value) || leavesRoom(b, a.value)
  }

  private func isUpdate(
    _ own: Quantity.Reading, of standing: [Quantity.Reading], _ quantity: Quantity, in view: CollationView
  ) -> Bool {
    guard quantity.isToll, own.value >= quantity.standard,
      let day = view.story[own.place.report].report.published?.moment.dayNumber,
      let last = standing.compactMap({ view.story[$0.place.report].report.published?.moment.dayNumber }).max()
    else { return false }
    return day - last >= Self.updateDays
  }

  /// The same sum, converted: no other number, but the reader sees one.
  private func currency(_ quantity: Quantity, in view: CollationView) -> Divergence? {
    guard quantity.kind == .money else { return nil }
    let against = quantity.reports(with: quantity.standard)
    guard let first = against.first, let standing = quantity.reading(of: first, with: quantity.standard) else {
      return nil
    }
    let differ = quantity.byReport.keys.sorted().filter { report in
      quantity.byReport[report]!.allSatisfy { $0.mention.unit != standing.mention.unit }
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
}

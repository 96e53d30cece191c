import StemmaModel

/// The same event at another time: another day, month or year.
struct DateRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var found: [String: Divergence] = [:]
    var order: [String] = []
    for claim in view.collation.claims.indices {
      guard let lemma = view.lemma(claim), view.witnesses[claim].count > 1, view.isParagraph(lemma.place) else {
        continue
      }
      let home = lemma.place.report
      for siglum in view.witnesses[claim].keys.sorted() where siglum != home {
        let witness = view.witnesses[claim][siglum]!
        guard view.isParagraph(witness.place),
          let (own, other) = clash(times(witness, in: view), times(lemma, in: view)),
          view.areClose(siglum, home, in: claim) || isAnchored(own, siglum, other, home, in: view)
        else { continue }
        // Of weekdays there are several in one story; a year or a date is meant.
        let isSure = own.weekday == nil
        let (place, against) = (Place(siglum, own.span), Place(home, other.span))
        let key = "\(siglum) \(own.span)"
        guard found[key] == nil else { continue }
        order.append(key)
        found[key] = Divergence(
          .date, isSure ? .high : .medium, claim: claim, differ: [siglum], from: [home],
          at: [wide(place, in: view), wide(against, in: view)],
          "\(siglum) has \(view.quoted(place)), \(home) \(view.quoted(against)) in \(view.quoted(lemma.place)).")
      }
    }
    return order.map { found[$0]! }
  }

  /// Whether both times stand behind one name: "at Oldport in 1998", "at Oldport in 1989".
  private func isAnchored(
    _ a: TimeMention, _ x: Siglum, _ b: TimeMention, _ y: Siglum, in view: CollationView
  ) -> Bool {
    !anchors(a, x, in: view).isDisjoint(with: anchors(b, y, in: view))
  }

  private func anchors(_ time: TimeMention, _ siglum: Siglum, in view: CollationView) -> Set<String> {
    let report = view.story[siglum]
    guard let first = report.tokenRange(of: time.span).first, let sentence = report.statement(around: time.span) else {
      return []
    }
    return Set(report.tokens[max(sentence.tokens.lowerBound, first - 3)..<first].filter(\.isName).map(\.key))
  }

  /// With the two words before it, that a lone number can be found again.
  private func wide(_ place: Place, in view: CollationView) -> Place {
    let report = view.story[place.report]
    let tokens = report.tokenRange(of: place.span)
    guard let sentence = view.statement(place), !tokens.isEmpty else { return place }
    return Place(
      place.report, report.span(of: max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.upperBound))
  }

  /// Those inside the witness; where it has none, the only one of its sentence.
  private func times(_ witness: Claim.Witness, in view: CollationView) -> [TimeMention] {
    let all = view.story[witness.place.report].times
    let inside = all.filter { witness.place.span.overlaps($0.span) }
    if !inside.isEmpty { return inside }
    guard let sentence = view.statement(witness.place) else { return [] }
    let around = all.filter { sentence.span.overlaps($0.span) }
    // A time outside the words said is the time of saying them.
    if let content = view.attribution(witness)?.content, around.contains(where: { !content.overlaps($0.span) }) {
      return []
    }
    return around.count == 1 ? around : []
  }

  /// Two times of the same sort that cannot both be; nil where any two agree, or where each has several.
  private func clash(_ a: [TimeMention], _ b: [TimeMention]) -> (TimeMention, TimeMention)? {
    var found: (TimeMention, TimeMention)?
    for x in a {
      for y in b {
        switch TimeLikeness.of(x, y) {
        case .same: return nil
        case .other: found = found ?? (x, y)
        case .unlike: break
        }
      }
    }
    return found
  }
}

enum TimeLikeness {
  case same, other, unlike

  static func of(_ x: TimeMention, _ y: TimeMention) -> TimeLikeness {
    if let a = x.weekday, let b = y.weekday { return a == b ? .same : .other }
    guard let a = x.moment, let b = y.moment, a.precision == b.precision else { return .unlike }
    switch a.precision {
    case .year, .month, .day: return a == b ? .same : .other
    case .minute, .second: return .unlike
    }
  }
}

import StemmaModel

/// Media that reports name for what they say: an agency, another outlet. Whoever has a claim from one of them did not reach the
/// matter alone; whoever names each other in a circle did not reach it at all.
struct CitedMedia {
  /// A medium that a witness is laid to.
  struct Medium {
    /// Its name without case and articles.
    var key: String
    /// As it is written.
    var name: String
    /// Where it is named.
    var mention: Place
    /// The family that prints it, where that is among the reports and another than the witness's own.
    var family: Int?
  }

  private let collation: Collation
  private let families: Families
  private let decided: DecidedRelations
  /// The family of each outlet and agency that is among the reports.
  private var printed: [String: Int] = [:]
  /// By report: the names that are its own.
  private let own: [Set<String>]

  /// - Parameter dispatches: whose text each family prints, by family.
  init(collation: Collation, families: Families, dispatches: [Dispatch?], decided: DecidedRelations) {
    (self.collation, self.families, self.decided) = (collation, families, decided)
    own = collation.story.reports.map { report in
      let credited = report.report.credits.filter { SharedCredit.isOfText($0.kind) }.map(\.agency)
      return Set((credited + [report.report.outlet?.name].compactMap { $0 }).map(OriginTable.folded))
    }
    // A name that two families have as their own tells nothing.
    var claimed: [String: Set<Int>] = [:]
    for (report, names) in own.enumerated() {
      for name in names { claimed[name, default: []].insert(families.of[report]) }
    }
    for (family, dispatch) in dispatches.enumerated() {
      if let dispatch { claimed[OriginTable.folded(dispatch.agency), default: []].insert(family) }
    }
    for (name, having) in claimed where having.count == 1 && !name.isEmpty { printed[name] = having.first }
  }

  /// The medium that a witness is laid to; nil where it is laid to none, or to its own.
  func medium(of witness: Claim.Witness) -> Medium? {
    let siglum = witness.place.report
    let report = collation.story[siglum]
    guard let attribution = witness.attribution.map({ report.attributions[$0] }) else { return nil }
    var named: [(name: String, span: TextSpan)] = []
    let source = attribution.source
    if let mention = source.mention,
      source.kind == .agency || source.kind == .organization && printed[OriginTable.folded(source.name)] != nil
    {
      named.append((source.name, mention))
    }
    for span in attribution.channelSpans {
      // "told Halewire", "quoted by Halewire": the agency stands within.
      for credit in report.report.credits where credit.kind == .told || credit.kind == .cited {
        if let place = credit.place.span, span.overlaps(place) { named.append((credit.agency, place)) }
      }
      let words = OriginTable.folded(report.report.reading(span))
      let bare = words.hasPrefix("told ") ? String(words.dropFirst(5)) : words
      if printed[bare] != nil { named.append((bare, span)) }
    }
    for (name, span) in named {
      let key = OriginTable.folded(name)
      guard !key.isEmpty, !own[siglum.index].contains(key) else { continue }
      let family = printed[key]
      guard family != families.of[siglum.index], !isIndependent(siglum.index, key, family) else { continue }
      return Medium(key: key, name: name, mention: Place(siglum, span), family: family)
    }
    return nil
  }

  /// Whether a person said of those of a family that bear a name that a report has nothing from them.
  private func isIndependent(_ report: Int, _ key: String, _ family: Int?) -> Bool {
    let bearers = family.map { families.all[$0].filter { own[$0].contains(key) } } ?? []
    return !bearers.isEmpty && bearers.allSatisfy { decided.areIndependent($0, report) }
  }

  /// What a line has a claim from.
  enum Reach: Equatable {
    /// It reached the matter itself, as far as its witnesses tell.
    case itself
    /// Through a family of the story.
    case family(Int)
    /// Through a medium whose report is not here.
    case absent(String)
    /// Each of these families, in order, names the next, and the last the first.
    case circle([Int])
  }

  /// For families with their witnesses of one claim, what each has it from in the end.
  ///
  /// - Complexity: O(witnesses) and, for families that name one another in a row, its length.
  func reaches(_ witnesses: [Int: [Claim.Witness]]) -> [Int: Reach] {
    var named: [Int: Medium] = [:]
    for (family, found) in witnesses {
      let media = found.map(medium(of:))
      guard let first = media.first.flatMap({ $0 }), media.allSatisfy({ $0?.key == first.key }) else { continue }
      named[family] = first
    }
    var reaches: [Int: Reach] = [:]
    for family in witnesses.keys {
      var way = [family]
      var reach = Reach.itself
      while let medium = named[way[way.count - 1]] {
        guard let next = medium.family else {
          reach = .absent(medium.key)
          break
        }
        if let start = way.firstIndex(of: next) {
          let ring = Array(way[start...])
          let first = ring.indices.min { ring[$0] < ring[$1] }!
          reach = .circle(Array(ring[first...] + ring[..<first]))
          break
        }
        reach = .family(next)
        way.append(next)
      }
      reaches[family] = reach
    }
    return reaches
  }
}

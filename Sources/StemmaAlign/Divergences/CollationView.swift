import StemmaModel
import StemmaText

/// What the rules look at: a collation with the answers they all need.
struct CollationView {
  let collation: Collation
  var story: Story { collation.story }
  /// For each claim, each report's witness that is nearest to the lemma.
  let witnesses: [[Siglum: Claim.Witness]]

  init(_ collation: Collation) {
    self.collation = collation
    witnesses = collation.claims.map { claim in
      var best: [Siglum: Claim.Witness] = [:]
      for witness in claim.witnesses {
        if let known = best[witness.place.report], known.likeness >= witness.likeness { continue }
        best[witness.place.report] = witness
      }
      return best
    }
  }

  func lemma(_ claim: Int) -> Claim.Witness? {
    let place = collation.claims[claim].lemmaPlace
    return collation.claims[claim].witnesses.first { $0.place == place } ?? witnesses[claim][place.report]
  }

  func attribution(_ witness: Claim.Witness) -> Attribution? {
    witness.attribution.map { story[witness.place.report].attributions[$0] }
  }

  func statement(_ place: Place) -> Statement? {
    story[place.report].statements.first { $0.span.overlaps(place.span) }
  }

  /// The words of a witness, without marks.
  func tokens(_ witness: Claim.Witness) -> [Token] {
    story[witness.place.report].tokens[witness.tokens].filter { $0.kind != .mark }
  }

  func reading(_ place: Place) -> String {
    story[place.report].report.reading(place.span)
  }

  /// "A", "A and C", "A, B and C".
  func list(_ reports: [Siglum]) -> String {
    let names = reports.map(\.description)
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names.last!
  }

  /// "has" for one report, "have" for several.
  func has(_ reports: [Siglum]) -> String { reports.count == 1 ? "has" : "have" }

  /// Whether a place is inside somebody's quotation marks.
  func isMarked(_ place: Place) -> Bool {
    story[place.report].quotes.contains {
      $0.form != .indirect && $0.span.shared(with: place.span) * 2 > place.span.length
    }
  }

  /// The claim that has a witness over a place, if any.
  func claim(at place: Place) -> Int? {
    collation.claims.firstIndex { claim in
      claim.witnesses.contains { $0.place.report == place.report && $0.place.span.overlaps(place.span) }
    }
  }

  /// Names of two people, places or bodies may be one: a word that is not a title is in both.
  func mayBeOne(_ a: String, _ b: String) -> Bool {
    let small: Set<String> = [
      "the", "a", "an", "of", "mr", "mrs", "ms", "president", "minister", "prime", "premier", "official",
    ]
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(small)
    }
    let (x, y) = (words(a), words(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }
}

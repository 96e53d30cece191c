package import StemmaModel

/// What an answer to a claim is called.
package enum CheckWording {
  package static func verdict(_ verdict: ClaimCheck.Verdict, distorted: Bool, superseded: Bool) -> String {
    switch verdict {
    case .corroborated: "Corroborated"
    case .singleOrigin: "Single origin"
    case .disputed:
      distorted
        ? "Disputed: the reports have something else in its place"
        : superseded ? "Disputed: later reports have moved on" : "Disputed"
    case .notFound: "Not found"
    case .cannotBeMeasured: "Cannot be measured"
    }
  }

  /// "5 reports, 4 publishers say so, through 2 lines: a dispatch of Tidewire, C; resting on 1 origin: a statement."
  static func counts(_ assertion: ClaimCheck.Assertion, of check: ClaimCheck) -> String {
    let lines = assertion.lines.map { count in
      names(
        count.ids.map { id in
          let label = check.lines.first { $0.id == id }?.label ?? id
          return id.hasPrefix("L") && Int(id.dropFirst()) != nil ? Wording.withArticle(label) : "\(id) (\(label))"
        })
    }
    let origins = assertion.origins.map { count in
      names(count.ids.map { id in check.origins.first { $0.id == id }?.label ?? id })
    }
    let said =
      "\(Wording.count(assertion.says, "report")), \(Wording.count(assertion.publishers, "publisher")) \(assertion.says == 1 ? "says" : "say") so"
    return
      "\(said); \(Wording.count(assertion.lines?.range, "line"))\(lines ?? ""); \(Wording.count(assertion.origins?.range, "origin"))\(origins ?? "")."
  }

  private static func names(_ labels: [String]) -> String {
    labels.isEmpty ? "" : ": " + Wording.list(labels.map { Wording.short($0, limit: 48) }, limit: 4)
  }
}

import StemmaModel

/// Finds what the reports of a story have differently, rule by rule.
struct DivergenceFinder {
  var collation: Collation

  func divergences() -> [Divergence] {
    []
  }
}

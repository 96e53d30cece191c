package import StemmaModel

/// Scores, within a family, which report may have been made from which.
package struct FiliationFinder: Sendable {
  /// Reports that each report is compared with, when the family is larger.
  package static let neighbours = 8

  let collation: Collation

  /// - Parameter collation: claims and divergences are looked at as far as they are there; a story's matches are enough.
  package init(_ collation: Collation) {
    self.collation = collation
  }
}

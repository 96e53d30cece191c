package import StemmaModel

/// How a passage stands to what is claimed.
package struct Passage: Sendable {
  package enum Stance: String, Sendable, CaseIterable {
    /// It says so.
    case says
    /// It says a part of it, and nothing against the rest.
    case partly
    /// It says it with a difference that makes another claim of it.
    case differs
  }

  /// In what a passage and the claim differ.
  package struct Difference: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case number, date, actor, place, role, polarity, opposite, denial, certainty, scope, attribution, superseded
    }

    package var kind: Kind
    /// The claim's words; nil where it has none there.
    package var claimed: String?
    /// The passage's words.
    package var found: String?
    /// A sentence that can be understood without the program.
    package var note: String
  }

  package var stance: Stance
  /// The words that were compared.
  package var place: Place
  /// The sentence's tokens in its report.
  package var tokens: Range<Int>
  /// How much of the claim's weight it has, 0…1.
  package var coverage: Double
  package var differences: [Difference] = []
  /// The claim's words that it does not have.
  package var missing: [String] = []
  /// Among them a name, a number or a time.
  package var lacksAnchor = false
  /// Who says so there; nil where the report says it itself.
  package var source: String?
  /// Claims of the collation, by their place there.
  package var claims: [Int] = []
  /// Known to say the same only because the collation holds it for another wording of a passage that does.
  package var isByWording = false
}

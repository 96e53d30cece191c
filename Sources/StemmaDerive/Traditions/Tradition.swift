/// The readings of one story as an abstract table: which report has which wording of which claim, and when it came out.
/// What is known of the texts beyond it comes as outside evidence.
package struct Tradition: Sendable {
  /// Something that reports may say.
  package struct Claim: Sendable, Hashable {
    /// Public speech, which independent reports word alike, so that the wording they share says little.
    package var isQuoted: Bool

    package init(isQuoted: Bool = false) { self.isQuoted = isQuoted }
  }

  /// A report's wording of a claim.
  package struct Reading: Sendable, Hashable {
    /// An index into `claims`.
    package var claim: Int
    /// Two reports with the same number word this claim alike. The numbers mean nothing else: not their order, nor across
    /// claims.
    package var wording: Int

    package init(claim: Int, wording: Int) {
      self.claim = claim
      self.wording = wording
    }
  }

  package struct Report: Sendable {
    /// Hours from any common point; nil where it is not known. It may be wrong.
    package var time: Double?
    /// At most one for each claim; of several the first counts. Their order says nothing.
    package var readings: [Reading]

    package init(time: Double? = nil, readings: [Reading]) {
      self.time = time
      self.readings = readings
    }
  }

  /// What the texts say of two reports, beyond the table, for or against their being of one line: credits, wording, order.
  package struct Kinship: Sendable {
    package var a: Int
    package var b: Int
    /// Log-odds that one drew on the other or both on one text; 0 says nothing. Several items for one pair add up.
    package var nats: Double

    package init(_ a: Int, _ b: Int, nats: Double) {
      self.a = a
      self.b = b
      self.nats = nats
    }
  }

  /// What the texts say, beyond the table, for one report's having drawn on another rather than the other on it.
  package struct Direction: Sendable {
    package var from: Int
    package var to: Int
    /// Log-odds for `from` → `to` against `to` → `from`, should one hang from the other; negative speaks for the reverse.
    package var nats: Double

    package init(from: Int, to: Int, nats: Double) {
      self.from = from
      self.to = to
      self.nats = nats
    }
  }

  package var claims: [Claim]
  package var reports: [Report]
  package var kinship: [Kinship]
  package var direction: [Direction]

  package init(claims: [Claim], reports: [Report], kinship: [Kinship] = [], direction: [Direction] = []) {
    self.claims = claims
    self.reports = reports
    self.kinship = kinship
    self.direction = direction
  }
}

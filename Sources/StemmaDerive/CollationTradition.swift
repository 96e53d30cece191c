import StemmaModel

/// A collation as a table of readings: which report has which wording of which claim.
struct CollationTradition {
  let collation: Collation
  let kinship: Kinship

  /// Log-odds beyond which texts add nothing to what the table says.
  static let mostKinship = 6.0

  /// The readings of some reports alone, in their order.
  func tradition(of reports: [Int]) -> Tradition {
    var place: [Int: Int] = [:]
    for (index, report) in reports.enumerated() { place[report] = index }
    var readings = [[Tradition.Reading]](repeating: [], count: reports.count)
    var claims: [Tradition.Claim] = []
    for claim in collation.claims {
      let number = claims.count
      var isHere = false
      for (wording, variant) in claim.variants.enumerated() {
        for witness in variant.witnesses {
          guard let report = place[witness.place.report.index],
            readings[report].last?.claim != number
          else { continue }
          readings[report].append(Tradition.Reading(claim: number, wording: wording))
          isHere = true
        }
      }
      if isHere { claims.append(Tradition.Claim(isQuoted: claim.kind == .quote)) }
    }
    var tradition = Tradition(
      claims: claims,
      reports: reports.enumerated().map { index, report in
        let moment = collation.story.reports[report].report.published?.moment
        // Of those that only have a day, the texts' own order says as much.
        let hours = moment.flatMap { moment in
          moment.secondOfDay.map { Double(moment.dayNumber) * 24 + Double($0) / 3600 }
        }
        return Tradition.Report(time: hours, readings: readings[index])
      })
    for (index, report) in reports.enumerated() {
      for fellow in kinship.fellows(of: report) {
        guard let other = place[fellow.report], other > index else { continue }
        let nats = max(-Self.mostKinship, min(Self.mostKinship, fellow.pair.logOdds.nats))
        tradition.kinship.append(Tradition.Kinship(index, other, nats: nats))
      }
    }
    return tradition
  }
}

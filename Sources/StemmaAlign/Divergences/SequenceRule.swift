import StemmaModel
import StemmaText

/// Before, during or after: the same thing at another point of another thing.
struct SequenceRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Place]> = []
    return view.readings.indices.compactMap { claim -> Divergence? in
      guard view.readings[claim].count > 1, view.classes[claim].contains(.sequence) else { return nil }
      var points: [Siglum: (point: Int, event: Int, place: Place)] = [:]
      for reading in view.readings[claim] where reading.isParagraph && reading.sentence.contains(.sequence) {
        guard let sentence = view.statement(reading) else { continue }
        let siglum = reading.report
        let report = view.story[siglum]
        let found = sentence.tokens.compactMap { index -> (point: Int, event: Int, tokens: Range<Int>)? in
          guard let point = Self.points.firstIndex(where: { $0.contains(report.tokens[index].key) }) else { return nil }
          let rest = (index + 1)..<min(sentence.tokens.upperBound, index + 5)
          for noun in rest {
            if let event = Self.events.firstIndex(where: { $0.contains(report.tokens[noun].key) }) {
              return (point, event, index..<(noun + 1))
            }
          }
          return nil
        }
        guard found.count == 1 else { continue }
        points[siglum] = (found[0].point, found[0].event, Place(siglum, report.span(of: found[0].tokens)))
      }
      guard let usual = view.commonest(points.mapValues(\.point), in: claim) else { return nil }
      let against = points.keys.filter { points[$0]!.point == usual }.sorted()
      let differ = points.keys.filter { own in
        points[own]!.point != usual && points[own]!.event == points[against[0]]!.event
          && against.prefix(4).contains { view.areKin(own, $0, in: claim) }
      }.sorted()
      guard let first = differ.first, seen.insert(differ.map { points[$0]!.place }).inserted else { return nil }
      return Divergence(
        .date, .medium, claim: claim, differ: differ, from: against, at: (differ + against).map { points[$0]!.place },
        "\(view.list(differ, "has", "have")) \(view.quoted(points[first]!.place)) where "
          + "\(view.list(against, "has", "have")) \(view.quoted(points[against[0]]!.place)).")
    }
  }

  static let words = points.reduce(into: Set<String>()) { $0.formUnion($1) }

  private static let points: [Set<String>] = [
    ["before", "ahead", "prior"], ["during", "amid", "throughout"], ["after", "following"],
  ]

  /// Things that have a before and an after, those of one sort together.
  private static let events: [Set<String>] = [
    ["talks", "meeting", "meetings", "summit", "negotiations", "session", "conference", "forum", "hearing", "debate"],
    ["attack", "attacks", "bombing", "strike", "strikes", "raid", "explosion", "blast", "shooting", "shelling"],
    ["crash", "accident", "collapse", "fire", "flood", "storm", "quake", "earthquake", "failure", "derailment"],
    ["vote", "election", "ballot", "referendum"], ["trial", "verdict", "sentencing", "ruling"],
    ["protest", "march", "rally", "demonstration", "clashes"], ["match", "game", "final", "race"],
    ["speech", "statement", "announcement", "call", "interview"], ["ceremony", "funeral", "wedding", "inauguration"],
    ["visit", "trip", "tour"], ["war", "invasion", "ceasefire", "truce"],
  ]
}

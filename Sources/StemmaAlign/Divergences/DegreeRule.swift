import StemmaModel
import StemmaText

/// A stronger or a weaker word of one scale beside the same word: "exports plummeted" becomes "exports declined".
struct DegreeRule: DivergenceRule {
  /// Words between a word of degree and what it is of.
  static let reach = 4

  private struct Hit {
    var scale: Int
    var strength: Int
    var anchors: [Int32]
    var place: Place
  }

  private struct Key: Hashable, Comparable {
    var scale: Int
    var anchor: Int32

    static func < (a: Key, b: Key) -> Bool { (a.scale, a.anchor) < (b.scale, b.anchor) }
  }

  private struct Found {
    var claim: Int
    var hits: [Siglum: Hit] = [:]
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Found] = []
    var byKey: [Key: Int] = [:]
    for claim in view.readings.indices where view.readings[claim].count > 1 && view.classes[claim].contains(.degree) {
      var pairs: [Key: [Siglum: Hit]] = [:]
      for reading in view.readings[claim] where reading.isParagraph && reading.sentence.contains(.degree) {
        for hit in hits(reading, in: view) {
          for anchor in hit.anchors {
            let key = Key(scale: hit.scale, anchor: anchor)
            if pairs[key]?[reading.report] == nil { pairs[key, default: [:]][reading.report] = hit }
          }
        }
      }
      for key in pairs.keys.sorted() where pairs[key]!.count > 1 {
        let lead = pairs[key]!.keys.min()!
        let kin = pairs[key]!.filter { $0.key == lead || areOfOneEvent($0.key, lead, claim, in: view) }
        guard kin.count > 1 else { continue }
        let known = byKey[key] ?? found.count
        if known == found.count {
          byKey[key] = known
          found.append(Found(claim: claim))
        }
        found[known].hits.merge(kin) { old, _ in old }
      }
    }
    var seen: Set<[Place]> = []
    return found.compactMap { item in
      let usual = view.commonest(item.hits.mapValues(\.strength))!
      let against = item.hits.keys.filter { item.hits[$0]!.strength == usual }.sorted()
      let differ = item.hits.keys.filter { item.hits[$0]!.strength != usual }.sorted()
      let places = item.hits.values.map(\.place).sorted()
      guard let first = differ.first, seen.insert(places).inserted else { return nil }
      let isStronger = item.hits[first]!.strength > usual
      return Divergence(
        .intensity, .low, claim: item.claim, differ: differ, from: against, at: places,
        "\(view.list(differ, "has", "have")) the \(isStronger ? "stronger" : "weaker") \(view.quoted(item.hits[first]!.place)) "
          + "where \(view.list(against, "has", "have")) \(view.quoted(item.hits[against[0]]!.place)).")
    }
  }

  private func areOfOneEvent(_ a: Siglum, _ b: Siglum, _ claim: Int, in view: CollationView) -> Bool {
    guard let x = view.reading(a, of: claim), let y = view.reading(b, of: claim) else { return false }
    return view.areKin(x, y, in: claim) || view.sentenceMatter(x).isKin(to: view.sentenceMatter(y))
  }

  private func hits(_ reading: Reading, in view: CollationView) -> [Hit] {
    let report = view.story[reading.report]
    guard let sentence = view.statement(reading) else { return [] }
    return sentence.tokens.compactMap { index -> Hit? in
      guard let degree = Scale.degree(of: report.tokens[index].key) else { return nil }
      let near =
        max(sentence.tokens.lowerBound, index - Self.reach)..<min(sentence.tokens.upperBound, index + Self.reach)
      let stems = near.filter { $0 != index && Scale.degree(of: report.tokens[$0].key) == nil }
        .compactMap { view.vocabulary.stem(report, reading.report.index, $0) }
      // The nearest words on either side; shown with them.
      let first = report.tokens[max(near.lowerBound, index - 2)].span
      let last = report.tokens[min(near.upperBound - 1, index + 1)].span
      return Hit(
        scale: degree.scale, strength: degree.strength, anchors: stems,
        place: Place(reading.report, first.joined(with: last)))
    }
  }
}

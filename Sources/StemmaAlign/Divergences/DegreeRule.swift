import StemmaModel
import StemmaText

/// A stronger or a weaker word of one scale beside the same word: "exports plummeted" becomes "exports declined".
struct DegreeRule: DivergenceRule {
  /// Words between a word of degree and what it is of.
  static let reach = 4

  private struct Hit {
    var scale: Int
    var strength: Int
    var anchors: [String]
    var place: Place
  }

  private struct Found {
    var claim: Int
    var hits: [Siglum: Hit] = [:]
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Found] = []
    var byKey: [String: Int] = [:]
    for claim in view.collation.claims.indices where view.witnesses[claim].count > 1 {
      var pairs: [String: [Siglum: Hit]] = [:]
      for siglum in view.witnesses[claim].keys.sorted() {
        let witness = view.witnesses[claim][siglum]!
        guard view.isParagraph(witness.place) else { continue }
        for hit in hits(witness, in: view) {
          for anchor in hit.anchors {
            let key = "\(hit.scale) \(anchor)"
            if pairs[key]?[siglum] == nil { pairs[key, default: [:]][siglum] = hit }
          }
        }
      }
      for key in pairs.keys.sorted() where pairs[key]!.count > 1 {
        let known = byKey[key] ?? found.count
        if known == found.count {
          byKey[key] = known
          found.append(Found(claim: claim))
        }
        found[known].hits.merge(pairs[key]!) { old, _ in old }
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

  private func hits(_ witness: Claim.Witness, in view: CollationView) -> [Hit] {
    let report = view.story[witness.place.report]
    guard let sentence = view.statement(witness.place) else { return [] }
    return sentence.tokens.compactMap { index -> Hit? in
      guard let degree = Scale.degree(of: report.tokens[index].key) else { return nil }
      let near =
        max(sentence.tokens.lowerBound, index - Self.reach)..<min(sentence.tokens.upperBound, index + Self.reach)
      let stems = near.filter { $0 != index && Scale.degree(of: report.tokens[$0].key) == nil }
        .compactMap { Matter.stem(report.tokens[$0]) }
      // The nearest words on either side; shown with them.
      let first = report.tokens[max(near.lowerBound, index - 2)].span
      let last = report.tokens[min(near.upperBound - 1, index + 1)].span
      return Hit(
        scale: degree.scale, strength: degree.strength, anchors: stems,
        place: Place(witness.place.report, first.joined(with: last)))
    }
  }
}

/// Words of one dimension, from weak to strong.
enum Scale {
  static func degree(of key: String) -> (scale: Int, strength: Int)? { degrees[key] }

  private static let degrees: [String: (scale: Int, strength: Int)] = {
    var table: [String: (scale: Int, strength: Int)] = [:]
    for (scale, levels) in scales.enumerated() {
      for (strength, words) in levels.enumerated() {
        for word in words.split(separator: " ") { table[String(word)] = (scale, strength) }
      }
    }
    return table
  }()

  private static let scales: [[String]] = [
    [
      "eased dipped slipped easing slipping",
      "declined declining decline fell fallen falling dropped dropping decreased decreasing decrease diminished shrank shrinking",
      "slumped tumbled sank slump", "plunged plummeted plummeting plunging collapsed collapse crashed crash nosedived",
    ],
    [
      "edged", "rose risen rising increased increasing grew grown growing climbed climbing gained",
      "jumped leapt leaped jump", "soared surged soaring surging rocketed skyrocketed exploded ballooned",
    ],
    [
      "continued", "firm strong solid steady", "staunch steadfast robust resolute",
      "unwavering unshakeable unshakable unconditional unlimited absolute total boundless",
    ],
    ["slight minor small", "large big considerable sizeable", "huge major", "massive enormous vast gigantic colossal"],
    ["damaged hit", "battered", "devastated ravaged", "destroyed obliterated annihilated razed"],
    ["criticised criticized", "condemned denounced", "slammed blasted lambasted savaged"],
    ["worried uneasy", "frightened scared afraid", "terrified petrified horrified"],
  ]
}

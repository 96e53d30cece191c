import StemmaModel
import StemmaText

/// Joins the mentions of one quantity across the reports of a story. The same number of two things makes two figures.
struct FigureGrouper {
  var story: Story
  var words: StoryWords

  /// Mean likeness of context at which two mentions are of one quantity.
  static let leastLikeness = 0.30
  /// What the same number and unit add to it.
  static let sameValueBonus = 0.18
  static let otherValuePenalty = 0.12

  static func sameUnit(_ a: FigureMention, _ b: FigureMention) -> Bool {
    a.unit == b.unit || isCount(a.unit) && isCount(b.unit)
  }

  static func sameValue(_ a: FigureMention, _ b: FigureMention) -> Bool {
    abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value)) && a.high == b.high
  }

  /// A counted noun, whatever it is called: "people", "refugees".
  static func isCount(_ unit: String) -> Bool {
    unit != "percent" && !(unit.utf8.count == 3 && unit == unit.uppercased())
      && !["m", "km", "cm", "mm", "mile", "foot", "kg", "g", "t", "ha", "l"].contains(unit)
  }

  private struct Item {
    var report: Int
    var mention: Int
    var figure: FigureMention
    /// Words of the sentence around it, and of what is measured.
    var context: [Int32]
    var quantity: [Int32]
  }

  func figures() -> [Figure] {
    let items = self.items()
    var group = items.indices.map { [$0] }
    var groupOf = Array(items.indices)
    for edge in edges(items) {
      let (a, b) = (groupOf[edge.a], groupOf[edge.b])
      guard a != b else { continue }
      var sum = 0.0
      var pairs = 0.0
      for i in group[a] {
        for j in group[b] where items[i].report != items[j].report {
          sum += likeness(items[i], items[j])
          pairs += 1
        }
      }
      guard pairs > 0, sum / pairs >= Self.leastLikeness else { continue }
      group[a] += group[b]
      for item in group[b] { groupOf[item] = a }
      group[b] = []
    }
    return group.filter { !$0.isEmpty }.map { members in figure(members.sorted().map { items[$0] }) }
  }

  private func items() -> [Item] {
    story.reports.enumerated().flatMap { index, report in
      report.figures.enumerated().map { mention, figure in
        let around = report.statements.first { $0.span.overlaps(figure.span) }?.tokens ?? 0..<0
        let inside = around.filter { report.tokens[$0].span.overlaps(figure.span) }
        let outside = around.filter { !inside.contains($0) }
        // The clause counts more than the sentence: it names what is measured.
        let clause = report.statements.first { $0.span.overlaps(figure.span) }?.clauses.first {
          report.span(of: $0).overlaps(figure.span)
        }
        let quantity = (clause ?? around).filter { !inside.contains($0) }
        let pick = { (tokens: [Int]) in Set(tokens.map { words.words[index][$0] }.filter { $0 >= 0 }).sorted() }
        return Item(
          report: index, mention: mention, figure: figure, context: pick(Array(outside)),
          quantity: pick(Array(quantity)))
      }
    }
  }

  private func edges(_ items: [Item]) -> [(a: Int, b: Int, likeness: Double)] {
    var edges: [(a: Int, b: Int, likeness: Double)] = []
    for a in items.indices {
      for b in items.indices where b > a && items[a].report != items[b].report {
        let value = likeness(items[a], items[b])
        if value >= Self.leastLikeness { edges.append((a, b, value)) }
      }
    }
    return edges.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }

  private func likeness(_ a: Item, _ b: Item) -> Double {
    guard Self.sameUnit(a.figure, b.figure) else { return 0 }
    let context = max(dice(a.context, b.context), dice(a.quantity, b.quantity))
    // A number as particular as 22,570 says that it is the same quantity; a round or small one does not.
    if Self.sameValue(a.figure, b.figure) { return context + Self.sameValueBonus }
    return context - Self.otherValuePenalty
  }

  private func dice(_ a: [Int32], _ b: [Int32]) -> Double {
    let whole = words.weight(a) + words.weight(b)
    return whole > 0 ? 2 * words.weight(words.common(a, b)) / whole : 0
  }

  /// The best-attested reading is the one most reports have; among equals the first.
  private func figure(_ items: [Item]) -> Figure {
    let votes = items.map { item in
      Set(
        items.filter { Self.sameValue($0.figure, item.figure) && $0.figure.comparator == item.figure.comparator }.map(
          \.report)
      ).count
    }
    let best = items.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0
    return Figure(
      variants: items.enumerated().map { index, item in
        Figure.Variant(
          report: Siglum(item.report), mention: item.mention, relation: relation(item.figure, items[best].figure))
      }, best: best)
  }

  private func relation(_ a: FigureMention, _ best: FigureMention) -> Relation {
    guard Self.sameValue(a, best), Self.sameUnit(a, best), a.comparator == best.comparator else { return .altered }
    return a.unit == best.unit && a.quantity == best.quantity ? .verbatim : .paraphrase
  }
}

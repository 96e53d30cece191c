import StemmaModel

extension TextSheet {
  /// The tree: who came from whom, roots at the margin.
  mutating func stemma() {
    guard !dossier.stemma.nodes.isEmpty else { return }
    canvas.heading("Who drew on whom")
    var left = style.full ? Int.max : 40
    var skipped = 0
    for root in view.descent.roots {
      if left <= 0 {
        skipped += count(under: root)
        continue
      }
      skipped += tree(root, left: &left)
    }
    more(skipped, "node")
    for open in dossier.stemma.undecided.prefix(shownCount(dossier.stemma.undecided.count, top: 8)) {
      let who = Wording.sigla(open.reports, order: view.place)
      let note = open.note.map { " (\($0))" } ?? ""
      canvas.paragraph(plain("Undecided, \(who): \(open.question)\(note)"), first: [.init("? ", .notable)])
    }
    more(dossier.stemma.undecided.count - shownCount(dossier.stemma.undecided.count, top: 8), "open question")
  }

  /// Writes one tree and gives the number of nodes for which there was no room.
  private mutating func tree(_ root: String, left: inout Int) -> Int {
    struct Step {
      var node: String
      var edge: Dossier.Stemma.Edge?
      var guides: [Bool]
      var last: Bool
    }
    var stack = [Step(node: root, edge: nil, guides: [], last: true)]
    var skipped = 0
    while let step = stack.popLast() {
      let children = view.descent.children[step.node] ?? []
      if left <= 0 {
        skipped += 1
      } else {
        left -= 1
        line(step.node, edge: step.edge, guides: step.guides, last: step.last, hasChildren: !children.isEmpty)
      }
      let guides = step.edge == nil ? [] : step.guides + [!step.last]
      for (at, edge) in children.enumerated().reversed() {
        stack.append(Step(node: edge.to, edge: edge, guides: guides, last: at == children.count - 1))
      }
    }
    return skipped
  }

  private mutating func line(_ node: String, edge: Dossier.Stemma.Edge?, guides: [Bool], last: Bool, hasChildren: Bool)
  {
    let (bar, fork, end) = style.unicode ? ("│  ", "├─ ", "└─ ") : ("|  ", "|- ", "`- ")
    var before = ""
    var after = ""
    if let edge {
      // A tree deeper than half the page goes on without its outer guides.
      let deepest = style.width / 2 / 3 - 1
      let shown = guides.suffix(deepest)
      if guides.count > deepest { before = style.unicode ? "⋯ " : ". "; after = "  " }
      for guide in shown {
        before += guide ? bar : "   "
        after += guide ? bar : "   "
      }
      before += last ? end : fork
      after += last ? "   " : bar
      before += "\(Wording.edge(edge.kind)) \(Wording.sureness(edge))  "
    }
    if hasChildren { after += style.unicode ? "│ " : "| " } else { after += "  " }
    var pieces: [TextCanvas.Piece] = []
    if view.isLost(node) {
      let label = view.label(ofNode: node)
      pieces += [
        .init("[lost] ", .notable), .init(label == Wording.lostReport ? "a report nobody gave us" : label, .strong),
      ]
    } else {
      pieces += [.init(node, .strong), .init("  "), .init(view.publisher(node))]
    }
    for second in view.descent.seconds[node] ?? [] {
      let from = view.isLost(second.from) ? view.label(ofNode: second.from) : second.from
      pieces.append(.init("; also drew on \(from) \(Wording.sureness(second))", .faint))
    }
    canvas.paragraph(pieces, first: [.init(before, .faint)], rest: [.init(after, .faint)])
  }

  private func count(under root: String) -> Int {
    var stack = [root]
    var count = 0
    while let node = stack.popLast() {
      count += 1
      stack += (view.descent.children[node] ?? []).map(\.to)
    }
    return count
  }
}

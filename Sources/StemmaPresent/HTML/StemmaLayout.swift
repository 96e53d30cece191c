import StemmaModel

/// Where the nodes of a stemma stand in a drawing: a layer for each step of descent, origins in the first, every leaf in a
/// slot of its own, every parent over the middle of its children. A broad stemma lies on its side.
struct StemmaLayout {
  enum Kind { case report, lost, origin, rest, bundle }

  /// From a parent to a child, or to a bundle of children that came in the same way.
  struct Link {
    var from: String
    var to: String
    var kind: String
    var confidence: ClosedRange<Double>
    var isByHand = false

    init(from: String, to: String, kind: String, confidence: ClosedRange<Double>) {
      (self.from, self.to, self.kind, self.confidence) = (from, to, kind, confidence)
    }

    init(_ edge: Dossier.Stemma.Edge) {
      self.init(from: edge.from, to: edge.to, kind: edge.kind, confidence: edge.confidence...edge.confidence)
      isByHand = edge.byHand == true
    }
  }

  struct Box {
    var id: String
    var kind: Kind
    var x = 0.0
    var y = 0.0
    var width: Double
    var height: Double
    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }
  }

  /// More leaves than these stand below each other, not beside.
  static let broadest = 8
  static let mostOrigins = 6

  private(set) var boxes: [String: Box] = [:]
  /// Boxes in the order in which they are read.
  private(set) var order: [String] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  let sideways: Bool
  /// Origins that found no room.
  private(set) var origins: [Dossier.Origin] = []
  private(set) var originsLeftOut = 0

  private(set) var links: [Link] = []
  /// Reports of a broad stemma that nothing descends from, drawn as one box: by the box's id.
  private(set) var bundles: [String: [String]] = [:]
  private var children: [String: [String]] = [:]

  /// In a stemma with more leaves than `crowded`, this many leaves of one parent and one kind make a bundle.
  private static let crowded = 24
  private static let leastBundle = 5

  private let slot: Double
  private let layer: Double
  private var depth: [String: Int] = [:]
  private var across: [String: Double] = [:]

  init(_ view: DossierView) {
    let leaves = view.dossier.stemma.nodes.count { view.descent.children[$0.id] == nil }
    sideways = leaves > Self.broadest
    slot = sideways ? 44 : 152
    layer = sideways ? 284 : 122
    place(bundled(view, crowded: leaves > Self.crowded))
    placeOrigins(view)
    settle(view)
  }

  /// Fills `children` and `links`, and gives the roots.
  private mutating func bundled(_ view: DossierView, crowded: Bool) -> [String] {
    func isPlainLeaf(_ id: String) -> Bool {
      !view.isLost(id) && view.descent.children[id] == nil && (view.descent.seconds[id] ?? []).isEmpty
    }
    for node in view.dossier.stemma.nodes {
      let edges = view.descent.children[node.id] ?? []
      var kinds: [String: [Dossier.Stemma.Edge]] = [:]
      if crowded {
        kinds = Dictionary(grouping: edges.filter { isPlainLeaf($0.to) }, by: \.kind).filter {
          $0.value.count >= Self.leastBundle
        }
      }
      for edge in edges {
        guard let group = kinds[edge.kind], isPlainLeaf(edge.to) else {
          children[node.id, default: []].append(edge.to)
          links.append(Link(edge))
          continue
        }
        let id = "bundle:\(edge.kind):\(node.id)"
        guard bundles[id] == nil else { continue }
        let sure = group.map(\.confidence).filter(\.isFinite)
        bundles[id] = group.map(\.to)
        children[node.id, default: []].append(id)
        links.append(Link(from: node.id, to: id, kind: edge.kind, confidence: (sure.min() ?? 0)...(sure.max() ?? 0)))
      }
    }
    let roots = rootsBySize(view)
    let alone = crowded ? roots.filter(isPlainLeaf) : []
    guard alone.count >= Self.leastBundle else { return roots }
    bundles["bundle:alone"] = alone
    let several = Set(alone)
    return roots.filter { !several.contains($0) } + ["bundle:alone"]
  }

  private mutating func place(_ roots: [String]) {
    var next = 0.5
    for root in roots {
      var stack = [(node: root, level: 1, done: false)]
      while let step = stack.popLast() {
        let children = children[step.node] ?? []
        if children.isEmpty {
          depth[step.node] = step.level
          across[step.node] = next * slot
          next += 1
          order.append(step.node)
        } else if step.done {
          across[step.node] = (across[children[0]]! + across[children[children.count - 1]]!) / 2
        } else {
          depth[step.node] = step.level
          order.append(step.node)
          stack.append((step.node, step.level, true))
          for child in children.reversed() { stack.append((child, step.level + 1, false)) }
        }
      }
    }
  }

  /// The broad families first, so that lone reports do not part them.
  private func rootsBySize(_ view: DossierView) -> [String] {
    func size(_ root: String) -> Int {
      var stack = [root]
      var count = 0
      while let node = stack.popLast() {
        count += 1
        stack += view.descent.children[node]?.map(\.to) ?? []
      }
      return count
    }
    return view.descent.roots.map { ($0, size($0)) }.enumerated()
      .sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }.map(\.element.0)
  }

  /// Over the lines they feed, pushed apart where they would touch.
  private mutating func placeOrigins(_ view: DossierView) {
    let drawable = view.rankedOrigins.filter { $0.lines.contains { across[$0] != nil } }
    origins = Array(drawable.prefix(Self.mostOrigins))
    originsLeftOut = view.dossier.origins.count - origins.count
    var wanted = origins.map { origin -> (id: String, at: Double) in
      let lines = origin.lines.compactMap { across[$0] }
      return (Self.key(origin), lines.reduce(0, +) / Double(lines.count))
    }
    wanted = wanted.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    if originsLeftOut > 0, !wanted.isEmpty { wanted.append(("origins:rest", wanted[wanted.count - 1].at)) }
    let gap = sideways ? 58 : 146.0
    var places: [Double] = []
    for want in wanted { places.append(max(want.at, (places.last ?? -.infinity) + gap)) }
    let shift = wanted.isEmpty ? 0 : zip(places, wanted).map { $0 - $1.at }.reduce(0, +) / Double(wanted.count)
    for (want, at) in zip(wanted, places) {
      across[want.id] = at - shift
      depth[want.id] = 0
    }
    order = wanted.map(\.id) + order
  }

  /// Turns layers and slots into boxes on a sheet that begins at 0.
  private mutating func settle(_ view: DossierView) {
    let first = depth.values.min() ?? 0
    for id in order {
      let kind: Kind =
        id == "origins:rest"
        ? .rest : bundles[id] != nil ? .bundle : id.hasPrefix("origin:") ? .origin : view.isLost(id) ? .lost : .report
      var box: Box
      switch kind {
      case .report: box = Box(id: id, kind: kind, width: sideways ? 204 : 140, height: sideways ? 28 : 54)
      case .lost: box = Box(id: id, kind: kind, width: sideways ? 176 : 144, height: sideways ? 36 : 60)
      case .origin: box = Box(id: id, kind: kind, width: sideways ? 190 : 136, height: sideways ? 46 : 58)
      case .bundle: box = Box(id: id, kind: kind, width: sideways ? 204 : 140, height: sideways ? 38 : 54)
      case .rest: box = Box(id: id, kind: kind, width: sideways ? 190 : 96, height: 30)
      }
      let along = Double(depth[id]! - first) * layer
      if sideways {
        box.x = along
        box.y = across[id]! - box.height / 2
      } else {
        box.x = across[id]! - box.width / 2
        box.y = along + (58 - box.height) / 2
      }
      boxes[id] = box
    }
    let margin = 6.0
    let left = (boxes.values.map(\.x).min() ?? 0) - margin
    let top = (boxes.values.map(\.y).min() ?? 0) - margin
    for id in order {
      boxes[id]!.x -= left
      boxes[id]!.y -= top
    }
    width = (boxes.values.map { $0.x + $0.width }.max() ?? 0) + margin
    height = (boxes.values.map { $0.y + $0.height }.max() ?? 0) + margin
  }

  static func key(_ origin: Dossier.Origin) -> String { "origin:" + origin.id }
}

import Foundation

/// One stemma that is drawn again and again, each time likelier or nearly as likely.
///
/// A node is a report or a lost text. It hangs from one node or none, and may have taken some claims from a second. A claim
/// is kept, worded anew or left out on the way; what a node has beyond its parents is its own. See `README.md`.
struct Chain {
  typealias Entry = ReadingTable.Entry

  let table: ReadingTable
  let neighbours: [[Int32]]
  let pairs: Pairs
  let evidence: OutsideEvidence
  /// The claim of each reading.
  let claimOf: [Int32]
  var model: Model
  var random: SplitMix

  /// -1 for the head of a line; -2 for a lost text that is no longer there.
  var parent: [Int] = []
  /// -1 for none.
  var second: [Int] = []
  var children: [[Int]] = []
  var borrowers: [[Int]] = []
  /// What a node has, as its parent's descendant: for a report what is read in it, for a lost text a draw.
  var content: [[Entry]] = []
  /// What a node may have had for its children to draw on, in probabilities.
  var belief: [[Entry]] = []
  var writers: [Writer] = []
  /// Which of its entries it words anew, by what it hangs from at the last look.
  var innovates: [[Bool]] = []
  /// The log-likelihood of the edge above it, at the last look.
  var held: [Double] = []

  /// Numbers of lost texts that are no longer there.
  var free: [Int] = []
  /// What log-likelihoods are multiplied with before a draw: below 1 where claims hang together more than the model says.
  var sharpness = 1.0

  /// The nodes that a node may well hang from or borrow from; all others were far less likely at the last full look.
  var likelyParents: [[Int]] = []
  var likelySeconds: [[Int]] = []
  /// Lost texts for each report, on the mean of the last sweeps.
  var lostShare = 0.15
  /// How many sweeps have been done.
  var round = 0

  var scratch: Scratch

  static let gone = -2
  static let none = -1

  init(table: ReadingTable, neighbours: [[Int32]], pairs: Pairs, evidence: OutsideEvidence, seed: UInt64) {
    self.table = table
    self.neighbours = neighbours
    self.pairs = pairs
    self.evidence = evidence
    model = Model(table)
    random = SplitMix(seed)
    var claimOf = [Int32](repeating: 0, count: table.readingCount)
    for entries in table.entries { for entry in entries { claimOf[Int(entry.reading)] = entry.claim } }
    self.claimOf = claimOf
    scratch = Scratch(claims: table.claimCount, readings: table.readingCount)
    for entries in table.entries { _ = add(entries) }
  }

  var nodeCount: Int { parent.count }
  var reportCount: Int { table.reportCount }
  func isLost(_ node: Int) -> Bool { node >= reportCount }

  /// - Returns: the new node, hanging from nothing.
  mutating func add(_ entries: [Entry]) -> Int {
    let node = parent.count
    parent.append(Self.none)
    second.append(Self.none)
    children.append([])
    borrowers.append([])
    content.append(entries)
    belief.append(entries)
    writers.append(model.usual)
    innovates.append(Array(repeating: false, count: entries.count))
    held.append(0)
    likelyParents.append([])
    likelySeconds.append([])
    scratch.mark.append(0)
    scratch.seen.append(0)
    scratch.overlap.append(0)
    return node
  }

  mutating func hang(_ node: Int, from new: Int) {
    let old = parent[node]
    guard old != new else { return }
    if old >= 0 { children[old].remove(at: children[old].firstIndex(of: node)!) }
    parent[node] = new
    if new >= 0 { children[new].append(node) }
  }

  mutating func borrow(_ node: Int, from new: Int) {
    let old = second[node]
    guard old != new else { return }
    if old >= 0 { borrowers[old].remove(at: borrowers[old].firstIndex(of: node)!) }
    second[node] = new
    if new >= 0 { borrowers[new].append(node) }
  }

  /// Marks the nodes that a node's matter reaches, itself among them; `scratch.mark[x] == scratch.stamp` tells.
  mutating func markDescendants(of node: Int) {
    scratch.stamp += 1
    var todo = [node]
    scratch.mark[node] = scratch.stamp
    while let next = todo.popLast() {
      for child in children[next] where scratch.mark[child] != scratch.stamp {
        scratch.mark[child] = scratch.stamp
        todo.append(child)
      }
      for child in borrowers[next] where scratch.mark[child] != scratch.stamp {
        scratch.mark[child] = scratch.stamp
        todo.append(child)
      }
    }
  }

  func isMarked(_ node: Int) -> Bool { scratch.mark[node] == scratch.stamp }

  /// Space that the steps use again and again.
  struct Scratch {
    var mark: [Int] = []
    var stamp = 0
    /// The same for the search of candidates.
    var seen: [Int] = []
    var seenStamp = 0
    var overlap: [Double] = []
    /// By claim.
    var absent: [Double]
    var kept: [Double]
    /// By reading.
    var bonus: [Double]
    var readings: Marks

    init(claims: Int, readings: Int) {
      absent = Array(repeating: 0, count: claims)
      kept = Array(repeating: 0, count: claims)
      bonus = Array(repeating: 0, count: readings)
      self.readings = Marks(count: readings)
    }
  }
}

import Foundation

extension Chain {
  /// Proposes that two lost texts are one.
  mutating func moveMerge() {
    let live = (reportCount..<nodeCount).filter { parent[$0] != Self.gone }
    guard live.count > 1 else { return }
    let a = live[random.below(live.count)]
    // One that heads a line too or hangs from the same text.
    let others = live.filter { $0 != a && parent[$0] == parent[a] }
    guard !others.isEmpty else { return }
    merge(a, others[random.below(others.count)], greedy: false)
  }

  /// - Returns: whether they are one now.
  @discardableResult mutating func merge(_ a: Int, _ b: Int, greedy: Bool) -> Bool {
    markDescendants(of: a)
    if isMarked(b) { return false }
    markDescendants(of: b)
    if isMarked(a) { return false }
    guard isWorthIt(a), isWorthIt(b) else { return false }
    let above = parent[a]
    let one = reconstruct(above: above, below: children[a] + children[b], writer: writers[a]).logLikelihood
    let first = reconstruct(above: above, below: children[a], writer: writers[a]).logLikelihood
    let other = reconstruct(above: parent[b], below: children[b], writer: writers[b]).logLikelihood
    let gain = one - first - other - model.lostPrior
    guard greedy ? gain > 0 : log(random.unit() + 1e-12) < gain * sharpness else { return false }
    for child in children[b] { hang(child, from: a) }
    for borrower in borrowers[b] { borrow(borrower, from: parent[borrower] == a ? Self.none : a) }
    for child in children[a] where second[child] == a { borrow(child, from: Self.none) }
    rebuild(a)
    for child in children[a] { look(child) }
    dissolve(b)
    rebuild(a)
    return true
  }
}

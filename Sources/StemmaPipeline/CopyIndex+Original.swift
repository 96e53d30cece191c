import StemmaCopies

extension CopyIndex {
  /// Of the shorter report's runs of words: with less, two events in one form, or beside one sidebar, may share as much.
  private static var plainShare: Double { 0.7 }

  /// The report of which one is plainly a copy: the one with the same words, or else the one in its group with which it shares
  /// most. One outlet's own are none: what they share may be a form.
  ///
  /// - Parameter outlets: the number of a report's outlet, 0 where that is unknown.
  func plainOriginal(_ found: Finding, outlets: (Int) -> UInt32) -> Int? {
    let outlet = outlets(found.report)
    func isForeign(_ other: Int) -> Bool { outlet == 0 || outlets(other) != outlet }
    if let twin = found.twin, isForeign(twin) { return twin }
    let group = Set(members(of: found.report))
    let near = found.copies.filter {
      $0.ofShorter >= Self.plainShare && group.contains($0.report) && isForeign($0.report)
    }
    return near.max { ($0.ofShorter, -$0.report) < ($1.ofShorter, -$1.report) }?.report
  }
}

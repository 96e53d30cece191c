import StemmaModel
import StemmaText

/// Whether two reports, or a claim and a report, mean the same source.
enum Sources {
  static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" && $0 != "’" }.map {
      String($0.hasSuffix("'s") || $0.hasSuffix("’s") ? $0.dropLast(2) : $0)
    }.filter { !FunctionWords.contains($0) }
  }

  /// - Parameter titles: what the report calls the found one beside the name.
  static func mayBeOne(_ claimed: Source, _ found: Source, likeTitles titles: [String]) -> Bool {
    let (a, b) = (words(claimed.name), words(found.name))
    guard let last = a.last, let other = b.last else { return false }
    if claimed.kind == .person, found.kind == .person {
      guard last == other else { return false }
      // Of namesakes the first names tell.
      let (x, y) = (a.filter { !Assertion.titles.contains($0) }, b.filter { !Assertion.titles.contains($0) })
      return x.count < 2 || y.count < 2 || x[0] == y[0]
        || x[0].first == y[0].first && (x[0].utf8.count <= 2 || y[0].utf8.count <= 2)
    }
    let (x, y) = (Set(a.map(WordStem.of)), Set(b.map(WordStem.of)))
    if x == y { return true }
    // "the mayor" of "Mayor Bero Lindqvar", "the engineer" of "Jonas Wethering, a hydraulic engineer".
    if x.isSubset(of: Set(titles.map(WordStem.of))) { return true }
    let shared = x.intersection(y)
    return !shared.isEmpty && (shared.count == x.count || shared.count == y.count)
      && shared.contains { $0.utf8.count > 3 }
  }
}

import Foundation
import StemmaModel

/// Tells two children of a lost text from parent and child.
///
/// Who copies one text has nothing of the others that this text lacks. Where each of two has matter that the other lacks and a
/// third has, neither can be the sole parent of the other: both drew on what the third drew on.
struct LostSource: Sendable {
  /// By report, in the order of the family: its claims, each once, in order; and of its runs of five words how many texts have them.
  private var claims: [[Int]]
  private let claimTexts: [Int]
  /// Beside `claims`, where the text has each first.
  private let claimPlaces: [[Place]]
  private var texts: [FamilyText]
  private var gramTexts: [[Int32]]
  private var agencies: [Set<String>]
  private let size: Int

  static let mostShown = 2

  /// What one of two has that the other lacks and a third has, and what they alone have.
  struct Shares {
    var onlyA = 0
    var onlyB = 0
    var both = 0
    /// Of `onlyA` and `onlyB`, those that a third has; of `both`, those that none else has.
    var thirdA = 0
    var thirdB = 0
    var exclusive = 0

    var least: Int { min(thirdA, thirdB) }
    /// Of the smaller text, the share that the other has too.
    var containment: Double { Double(both) / Double(max(1, both + min(onlyA, onlyB))) }
  }

  init(_ collation: Collation, family: [Int], texts: [FamilyText]) {
    size = family.count
    self.texts = texts
    var place: [Int: Int] = [:]
    for (index, report) in family.enumerated() { place[report] = index }
    var claims: [[Int]] = Array(repeating: [], count: family.count)
    var counts = [Int](repeating: 0, count: collation.claims.count)
    var shown: [[Place]] = Array(repeating: [], count: family.count)
    for (index, claim) in collation.claims.enumerated() {
      for witness in claim.variants.lazy.flatMap(\.witnesses) {
        guard let text = place[witness.place.report.index] else { continue }
        if claims[text].last == index {
          shown[text][shown[text].count - 1] = min(shown[text].last!, witness.place)
        } else {
          claims[text].append(index)
          shown[text].append(witness.place)
          counts[index] += 1
        }
      }
    }
    claimPlaces = shown
    (self.claims, claimTexts) = (claims, counts)
    var gramCounts: [UInt64: Int32] = [:]
    for text in texts { for gram in text.grams { gramCounts[gram, default: 0] += 1 } }
    gramTexts = texts.map { $0.grams.map { gramCounts[$0]! } }
    agencies = family.map { report in
      Set(
        collation.story.reports[report].report.credits.filter {
          $0.kind == .byline || $0.kind == .creditLine || $0.kind == .dateline
        }.map(\.agency))
    }
  }

  /// Claims of two texts.
  func claimShares(_ a: Int, _ b: Int) -> Shares {
    var shares = Shares()
    var (i, j) = (0, 0)
    let (x, y) = (claims[a], claims[b])
    while i < x.count || j < y.count {
      if j == y.count || (i < x.count && x[i] < y[j]) {
        shares.onlyA += 1
        shares.thirdA += claimTexts[x[i]] > 1 ? 1 : 0
        i += 1
      } else if i == x.count || y[j] < x[i] {
        shares.onlyB += 1
        shares.thirdB += claimTexts[y[j]] > 1 ? 1 : 0
        j += 1
      } else {
        shares.both += 1
        shares.exclusive += claimTexts[x[i]] == 2 ? 1 : 0
        (i, j) = (i + 1, j + 1)
      }
    }
    return shares
  }

  /// Runs of five words of two texts.
  func gramShares(_ a: Int, _ b: Int) -> Shares {
    var shares = Shares()
    var (i, j) = (0, 0)
    let (x, y) = (texts[a].grams, texts[b].grams)
    while i < x.count || j < y.count {
      if j == y.count || (i < x.count && x[i] < y[j]) {
        shares.onlyA += 1
        shares.thirdA += gramTexts[a][i] > 1 ? 1 : 0
        i += 1
      } else if i == x.count || y[j] < x[i] {
        shares.onlyB += 1
        shares.thirdB += gramTexts[b][j] > 1 ? 1 : 0
        j += 1
      } else {
        shares.both += 1
        shares.exclusive += gramTexts[a][i] == 2 ? 1 : 0
        (i, j) = (i + 1, j + 1)
      }
    }
    return shares
  }

  /// Claims and runs of five words of two texts.
  func shares(_ a: Int, _ b: Int) -> (claims: Shares, grams: Shares) { (claimShares(a, b), gramShares(a, b)) }

  /// What tells parent and child from two children of a lost text. The same both ways.
  func features(_ a: Int, _ b: Int, _ shares: (claims: Shares, grams: Shares)) -> [Double] {
    func few(_ count: Int) -> Double { log(1 + Double(count)) }
    let isSame = !agencies[a].isDisjoint(with: agencies[b])
    let (claims, grams) = shares
    return [
      1, few(claims.least), few(claims.exclusive), claims.containment, few(grams.least), few(grams.exclusive),
      grams.containment, isSame ? 1 : 0, !isSame && !(agencies[a].isEmpty && agencies[b].isEmpty) ? 1 : 0,
      size == 2 ? 1 : 0, few(size),
    ]
  }

  /// Claims of each that the other lacks and a third has: neither is the sole parent of the other. At most `mostShown` of each are shown.
  func evidence(_ a: Int, _ b: Int, _ shares: (claims: Shares, grams: Shares)) -> [Evidence] {
    guard shares.claims.least > 0 else { return [] }
    func shown(_ own: Int, _ other: Int) -> [Place] {
      var found: [Place] = []
      var next = 0
      for (claim, place) in zip(claims[own], claimPlaces[own]) where claimTexts[claim] > 1 {
        while next < claims[other].count, claims[other][next] < claim { next += 1 }
        if next < claims[other].count, claims[other][next] == claim { continue }
        found.append(place)
        if found.count == Self.mostShown { break }
      }
      return found
    }
    return [
      Evidence(
        .counter, weight: LogOdds(DirectionWeights.fitted.direct[1] * log(1 + Double(shares.claims.least))),
        note:
          "each has what the other lacks and a third has (\(shares.claims.thirdA) and \(shares.claims.thirdB) claims): neither can be the only source of the other",
        places: (shown(a, b) + shown(b, a)).sorted())
    ]
  }
}

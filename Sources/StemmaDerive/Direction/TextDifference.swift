import StemmaText

/// What one text has and another lacks, in the order of both.
struct TextDifference {
  /// A place where the texts differ: words of `a`, of `b`, or one for the other.
  struct Change {
    /// In the words of each text; empty where it has nothing there.
    var a: Range<Int>
    var b: Range<Int>
    /// The words stand elsewhere in the other text.
    var aMoved = false
    var bMoved = false
  }

  var changes: [Change] = []
  /// Words in common, in order.
  var kept = 0

  /// Edits of one gap beyond which it counts as replaced whole.
  static let mostEdits = 300
  /// So few words between long changes are there by chance.
  static let chanceRun = 2
  static let chanceRatio = 4
  /// The share of a passage's runs that the other text has when it was only moved.
  static let movedShare = 0.6

  /// - Complexity: O((*n* + *m*) log) for the anchors, and `mostEdits` for each word between them.
  init(_ a: FamilyText, _ b: FamilyText) {
    let anchors = Self.anchors(a, b)
    var runs: [(a: Range<Int>, b: Range<Int>)] = []
    var (i, j) = (0, 0)
    func gap(_ toA: Int, _ toB: Int) {
      guard i < toA || j < toB else { return }
      if i < toA, j < toB {
        for run in ShortestEdit.runs(Array(a.words[i..<toA]), Array(b.words[j..<toB]), limit: Self.mostEdits)
        where !run.isCommon {
          runs.append(
            (
              (run.a.lowerBound + i)..<(run.a.upperBound + i), (run.b.lowerBound + j)..<(run.b.upperBound + j)
            ))
        }
      } else {
        runs.append((i..<toA, j..<toB))
      }
    }
    for anchor in anchors {
      gap(anchor.a, anchor.b)
      (i, j) = (anchor.a + anchor.count, anchor.b + anchor.count)
    }
    gap(a.words.count, b.words.count)
    changes = Self.joined(runs).map { Change(a: $0.a, b: $0.b) }
    kept = a.words.count - changes.reduce(0) { $0 + $1.a.count }
    for index in changes.indices {
      changes[index].aMoved = Self.isMoved(a.words[changes[index].a], into: b.grams)
      changes[index].bMoved = Self.isMoved(b.words[changes[index].b], into: a.grams)
    }
  }

  /// Runs of five words that stand once in each text, in the order of both, as far as they reach.
  private static func anchors(_ a: FamilyText, _ b: FamilyText) -> [(a: Int, b: Int, count: Int)] {
    let length = FamilyText.gramLength
    guard a.words.count >= length, b.words.count >= length else { return [] }
    var points: [(a: Int, b: Int)] = []
    var (i, j) = (0, 0)
    while i < a.anchors.count, j < b.anchors.count {
      if a.anchors[i].gram == b.anchors[j].gram {
        points.append((Int(a.anchors[i].place), Int(b.anchors[j].place)))
        (i, j) = (i + 1, j + 1)
      } else if a.anchors[i].gram < b.anchors[j].gram {
        i += 1
      } else {
        j += 1
      }
    }
    points.sort { $0.a < $1.a }
    var anchors: [(a: Int, b: Int, count: Int)] = []
    for index in Self.rising(points.map(\.b)) {
      let point = points[index]
      if let last = anchors.last {
        let (endA, endB) = (last.a + last.count, last.b + last.count)
        if point.a - last.a == point.b - last.b, point.a <= endA {
          anchors[anchors.count - 1].count = max(last.count, point.a + length - last.a)
          continue
        }
        guard point.a >= endA, point.b >= endB else { continue }
      }
      anchors.append((point.a, point.b, length))
    }
    return anchors
  }

  /// The indices of a longest rising sequence.
  private static func rising(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var indices: [Int] = []
    var next = tails.last ?? -1
    while next >= 0 {
      indices.append(next)
      next = before[next]
    }
    return indices.reversed()
  }

  /// Changes with but a word or two between them are one.
  private static func joined(_ runs: [(a: Range<Int>, b: Range<Int>)]) -> [(a: Range<Int>, b: Range<Int>)] {
    var joined: [(a: Range<Int>, b: Range<Int>)] = []
    for run in runs {
      if let last = joined.last {
        let between = run.a.lowerBound - last.a.upperBound
        let changed = min(last.a.count + last.b.count, run.a.count + run.b.count)
        if between == 0 || (between <= chanceRun && changed >= chanceRatio * between) {
          joined[joined.count - 1] = (
            last.a.lowerBound..<run.a.upperBound, last.b.lowerBound..<run.b.upperBound
          )
          continue
        }
      }
      joined.append(run)
    }
    return joined
  }

  private static func isMoved(_ words: ArraySlice<Int32>, into grams: [UInt64]) -> Bool {
    guard words.count >= FamilyText.gramLength else { return false }
    let own = FamilyText.grams(of: words)
    return Double(sharedCount(own, grams)) >= movedShare * Double(own.count)
  }
}

import Foundation
import StemmaText

/// The reports each report has most in common with, found through the readings they share.
enum Neighbours {
  /// A reading that more reports have is looked up only among those that stand nearest in its list: it tells little, and so
  /// the work stays linear.
  static let longestList = 512

  /// - Returns: up to `count` reports for each, the nearest first.
  /// - Complexity: O(readings × `longestList`).
  static func find(in table: ReadingTable, count: Int) -> [[Int32]] {
    let lists = table.holderLists
    let weights = lists.map { log(Double(table.reportCount + 1) / Double($0.count)) }
    return Parallel.flatMap(table.reportCount, by: 32) { range in
      var score = [Double](repeating: 0, count: table.reportCount)
      return range.map { report in
        var touched: [Int32] = []
        for entry in table.entries[report] {
          let list = lists[Int(entry.reading)]
          let rank = list.count <= longestList ? 0 : rank(of: report, in: list)
          let start = max(0, min(rank - longestList / 2, list.count - longestList))
          for other in list[start..<min(list.count, start + longestList)] where other != report {
            if score[Int(other)] == 0 { touched.append(other) }
            score[Int(other)] += weights[Int(entry.reading)]
          }
        }
        touched.sort { (score[Int($1)], $0) < (score[Int($0)], $1) }
        let nearest = Array(touched.prefix(count))
        for other in touched { score[Int(other)] = 0 }
        return nearest
      }
    }
  }

  private static func rank(of report: Int, in list: [Int32]) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if Int(list[middle]) < report { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

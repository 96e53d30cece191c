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
    var holders = [[Int32]](repeating: [], count: table.readingCount)
    var rank: [[Int32]] = []
    for (report, entries) in table.entries.enumerated() {
      rank.append(entries.map { Int32(holders[Int($0.reading)].count) })
      for entry in entries { holders[Int(entry.reading)].append(Int32(report)) }
    }
    let lists = holders
    let ranks = rank
    let weights = holders.map { log(Double(table.reportCount + 1) / Double($0.count)) }
    return Parallel.flatMap(table.reportCount, by: 32) { range in
      var score = [Double](repeating: 0, count: table.reportCount)
      return range.map { report in
        var touched: [Int32] = []
        for (place, entry) in table.entries[report].enumerated() {
          let list = lists[Int(entry.reading)]
          let start = max(0, min(Int(ranks[report][place]) - longestList / 2, list.count - longestList))
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
}

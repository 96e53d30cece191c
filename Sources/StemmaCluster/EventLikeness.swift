import Foundation
import StemmaModel
import StemmaText

/// How alike two reports are in what they are about, 0…1: the cosine of their words, names counting double.
package struct EventLikeness {
  package let count: Int
  private var values: [Double]

  /// - Parameter values: one row a report.
  package init(count: Int, values: [Double]) {
    precondition(values.count == count * count)
    self.count = count
    self.values = values
  }

  init(_ reports: [AnnotatedReport], _ matches: [Match]) {
    count = reports.count
    values = [Double](repeating: 0, count: count * count)
    let vectors = reports.map(Self.vector)
    // An index from words to reports, so that pairs without a common word cost nothing.
    var postings: [String: [(report: Int, weight: Double)]] = [:]
    for (report, vector) in vectors.enumerated() {
      for (word, weight) in vector { postings[word, default: []].append((report, weight)) }
    }
    for word in postings.keys.sorted() {
      let entries = postings[word]!
      for (i, a) in entries.enumerated() {
        for b in entries[(i + 1)...] {
          values[a.report * count + b.report] += a.weight * b.weight
          values[b.report * count + a.report] += a.weight * b.weight
        }
      }
    }
    // A long run of the same words is the same matter whatever else the reports have.
    for match in matches where match.words >= 12 && !match.isQuoted {
      values[match.a * count + match.b] = max(values[match.a * count + match.b], 0.5)
      values[match.b * count + match.a] = max(values[match.b * count + match.a], 0.5)
    }
  }

  package subscript(a: Int, b: Int) -> Double { values[a * count + b] }

  /// Of unit length, in order of word.
  private static func vector(_ report: AnnotatedReport) -> [(String, Double)] {
    var counts: [String: Double] = [:]
    for token in report.tokens where token.kind == .word && !FunctionWords.contains(token.key) {
      counts[WordStem.of(token.key), default: 0] += token.isName ? 2 : 1
    }
    let weights = counts.map { ($0.key, 1 + log($0.value)) }.sorted { $0.0 < $1.0 }
    let length = weights.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
    return weights.map { ($0.0, $0.1 / max(length, 1e-9)) }
  }
}

import Foundation
import StemmaAlign
import StemmaAnnotate
import StemmaDerive
import StemmaExtract
import StemmaMatch
import StemmaModel

/// Prints what the weights of directions are fitted on: the features of pairs, a JSON object a family.
///
/// A line of the input is {"family": NAME, "texts": [TEXT…]}, or {"family": NAME, "files": [PATH…], "groups": [[INDEX…]…]}: a story that goes
/// through the whole pipeline, and its families.
struct DirectionSamples {
  private struct Line: Decodable {
    var family: String
    var texts: [String]?
    var files: [String]?
    var groups: [[Int]]?
  }

  /// Reports that each report is compared with: more than in use, so that pairs that are no neighbours are learned too.
  static let neighbours = 12

  func run(_ path: String) throws {
    let names = DescentFinder.sampleNames
    try write(["signs": names.signs, "steps": names.steps])
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let family = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      let texts = try family.texts ?? (family.files ?? []).map { try String(contentsOfFile: $0, encoding: .utf8) }
      let reports = texts.enumerated().map { index, text in
        Annotator().annotate(
          Extractor().extract(Page(source: "\(index).txt", sha256: "\(index)", text: text, form: .plain)))
      }
      var collation = Collation(Story(reports: reports, matches: []))
      if family.files != nil {
        collation = Aligner().align(Story(reports: reports, matches: Matcher().match(reports)))
      }
      let finder = DescentFinder(collation)
      let pairs = (family.groups ?? [Array(reports.indices)]).flatMap {
        finder.samples(of: $0, neighbours: Self.neighbours)
      }
      try write([
        "family": family.family,
        "pairs": pairs.map {
          [
            "a": $0.a, "b": $0.b, "signs": $0.signs, "steps": $0.steps, "near": $0.near, "direct": $0.direct,
          ] as [String: Any]
        },
      ])
    }
  }

  private func write(_ object: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    FileHandle.standardOutput.write(data + Data("\n".utf8))
  }
}

import Foundation
import StemmaModel

/// What a text tells of its age by itself.
struct TextProfile {
  /// The latest year it names, from 1500 to 2100; nil where it names none.
  var latestYear: Int?
  /// The latest day it names, as days since 1970-01-01; nil where it names none.
  var latestDay: Int?
  /// Words a sentence, and a passage.
  var sentenceLength: Double
  var passageLength: Double
  /// Different words for each that a text of this length would have.
  var richness: Double

  init(_ text: FamilyText, of report: AnnotatedReport, kinds: [WordKind]) {
    latestYear = text.words.compactMap { kinds[Int($0)].year }.max()
    latestDay = report.times.compactMap { time in
      guard let moment = time.until ?? time.moment, moment.day != nil else { return nil }
      return moment.dayNumber
    }.max()
    let words = Double(text.words.count)
    sentenceLength = (words + 20) / (Double((text.sentences.last ?? -1) + 1) + 1)
    passageLength = (words + 50) / (Double(report.report.body.count) + 1)
    // Heaps' law with the usual exponent.
    richness = (Double(Set(text.words).count) + 20) / (pow(words + 20, 0.75) + 1)
  }
}

import Foundation
import StemmaModel

/// What a text tells of its age by itself.
struct TextProfile: Sendable {
  /// The latest year it names, from 1500 to 2100; nil where it names none.
  var latestYear: Int?
  /// The latest day it names, as days since 1970-01-01; nil where it names none.
  var latestDay: Int?
  /// Words a sentence, and a passage.
  var sentenceLength: Double
  var passageLength: Double
  /// Different words for each that a text of this length would have.
  var richness: Double
  /// A hundred words have so many, and half a one more.
  var cues: Double
  var numbers: Double
  var quotationMarks: Double
  var doubts: Double
  /// Words that lay something to somebody in a hundred words: news has them, an encyclopedia or a contract has hardly any.
  var reporting: Double

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
    let known = text.items.map { kinds[Int($0.number)] }
    func rate(_ isOne: (WordKind) -> Bool) -> Double { 0.5 + 100 * Double(known.count(where: isOne)) / (words + 50) }
    cues = rate(\.isCue)
    numbers = rate { $0.number != nil }
    quotationMarks = rate(\.isQuotationMark)
    doubts = rate(\.isDoubt)
    reporting = rate(\.isReporting) - 0.5
  }
}

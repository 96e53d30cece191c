/// The texts of the reports, those that are the same word for word being one: a dispatch printed a thousand times is
/// looked through once.
struct DistinctTexts {
  /// For each report its text.
  private(set) var textOf: [Int] = []
  /// For each text its words, by number.
  private(set) var words: [[Int32]] = []
  /// For each text its reports, in order.
  private(set) var reports: [[Int]] = []

  /// - Complexity: O(*n*) in the words of all.
  init(_ sequences: [WordSequence]) {
    var known: [[Int32]: Int] = [:]
    for (report, sequence) in sequences.enumerated() {
      let text = known[sequence.numbers] ?? words.count
      if text == words.count {
        known[sequence.numbers] = text
        words.append(sequence.numbers)
        reports.append([])
      }
      textOf.append(text)
      reports[text].append(report)
    }
  }
}

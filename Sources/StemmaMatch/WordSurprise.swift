import Foundation

/// How unlikely each word is in these reports: their own language model, so that the story's own names and topics
/// count for little.
struct WordSurprise {
  private var nats: [Double]

  /// Names recur in any report of an event, in the same order; a run of them says little about who copied whom.
  static let nameWeight = 0.3

  init(_ sequences: [WordSequence], vocabularySize: Int) {
    var counts = [Double](repeating: 0.5, count: vocabularySize)
    for sequence in sequences {
      for number in sequence.numbers { counts[Int(number)] += 1 }
    }
    let total = counts.reduce(0, +)
    nats = counts.map { -log($0 / max(1, total)) }
  }

  /// The surprise of a run that two texts of `a` and `b` words share, beyond what so many places give by chance.
  func of(_ words: Range<Int>, in sequence: WordSequence, against count: Int) -> Double {
    var sum = 0.0
    for i in words {
      sum += nats[Int(sequence.numbers[i])] * (sequence.isName[i] ? Self.nameWeight : 1)
    }
    return max(0, sum - log(Double(max(1, sequence.numbers.count))) - log(Double(max(1, count))))
  }
}

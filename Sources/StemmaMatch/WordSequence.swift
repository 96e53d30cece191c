import StemmaModel
import StemmaText

/// Numbers for word keys, given out in order of first sight.
struct Vocabulary {
  private var numbers: [String: Int32] = [:]
  /// By number: whether it carries no matter of its own.
  private(set) var isFunctionWord: [Bool] = []
  var count: Int { isFunctionWord.count }

  mutating func number(of key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(count)
    numbers[key] = number
    isFunctionWord.append(FunctionWords.contains(key))
    return number
  }
}

/// The words and numbers of one report, without the marks between them.
struct WordSequence {
  /// One for each word.
  var numbers: [Int32] = []
  /// The index of each in the report's tokens.
  var tokens: [Int32] = []
  var isName: [Bool] = []
  /// How many of the words before each, and of all, are inside somebody's quotation marks.
  var quotedBefore: [Int32] = [0]

  init(_ report: AnnotatedReport, vocabulary: inout Vocabulary) {
    let quoted = report.quotes.filter { $0.form != .indirect }.map(\.span).sorted()
    var quote = 0
    let most = report.tokens.count
    numbers.reserveCapacity(most)
    tokens.reserveCapacity(most)
    isName.reserveCapacity(most)
    quotedBefore.reserveCapacity(most + 1)
    for (index, token) in report.tokens.enumerated() where token.kind != .mark {
      numbers.append(vocabulary.number(of: token.key))
      tokens.append(Int32(index))
      isName.append(token.isName)
      while quote < quoted.count, quoted[quote].end <= token.span.start { quote += 1 }
      let isQuoted = quote < quoted.count && quoted[quote].overlaps(token.span)
      quotedBefore.append(quotedBefore.last! + (isQuoted ? 1 : 0))
    }
  }

  /// Whether more than half of some words are quoted.
  func areQuoted(_ words: Range<Int>) -> Bool {
    (quotedBefore[words.upperBound] - quotedBefore[words.lowerBound]) * 2 > words.count
  }

  /// Where some words stand in the report's tokens.
  func tokens(of words: Range<Int>) -> Range<Int> {
    Int(tokens[words.lowerBound])..<(Int(tokens[words.upperBound - 1]) + 1)
  }
}

import StemmaModel
import StemmaText

/// Numbers for word keys, given out in order of first sight.
struct Vocabulary {
  private var numbers: [String: Int32] = [:]
  var count: Int { numbers.count }

  mutating func number(of key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }
}

/// The words and numbers of one report, without the marks between them.
struct WordSequence {
  /// One for each word.
  var numbers: [Int32] = []
  /// The index of each in the report's tokens.
  var tokens: [Int] = []
  var isName: [Bool] = []
  /// Inside somebody's quotation marks.
  var isQuoted: [Bool] = []
  var isFunctionWord: [Bool] = []

  init(_ report: AnnotatedReport, vocabulary: inout Vocabulary) {
    let quoted = report.quotes.filter { $0.form != .indirect }.map(\.span).sorted()
    var quote = 0
    for (index, token) in report.tokens.enumerated() where token.kind != .mark {
      numbers.append(vocabulary.number(of: token.key))
      tokens.append(index)
      isName.append(token.isName)
      isFunctionWord.append(FunctionWords.contains(token.key))
      while quote < quoted.count, quoted[quote].end <= token.span.start { quote += 1 }
      isQuoted.append(quote < quoted.count && quoted[quote].overlaps(token.span))
    }
  }
}

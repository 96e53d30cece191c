extension Annotator {
  /// Where the tokens of a text stand in its bytes, cut as for every report.
  ///
  /// For what must see words exactly as the recognizers do: the trainer of StemmaSyntax.
  /// - Complexity: O(*n*) in the bytes.
  package static func tokenRanges(of bytes: [UInt8]) -> [Range<Int>] {
    var lexemes: [Lexeme] = []
    bytes.withUnsafeBufferPointer {
      Tokenizer(bytes: $0, lexicon: .english).append(0..<bytes.count, to: &lexemes)
    }
    return lexemes.map(\.range)
  }
}

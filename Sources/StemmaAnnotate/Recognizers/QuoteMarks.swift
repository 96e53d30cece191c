import StemmaModel

/// Pairs quotation marks: which stretches of a report stand in them.
struct QuoteMarks {
  /// A stretch in marks, within one passage.
  struct Passage {
    /// Lexemes between the marks.
    var lexemes: Range<Int>
    /// The first lexeme of the opening mark; the same as `lexemes.lowerBound` where the quotation goes on
    /// from before.
    var outer: Range<Int>
    var passage: Int
    /// Goes on from the passage before: the marks opened there.
    var isContinued = false
    /// The closing mark is there.
    var isClosed = true
    var isSingle = false
  }

  /// How far an open quotation may run before it is given up.
  private static let longestOpenPassages = 4
  private static let longestOpenBytes = 2_000

  /// The stretch in marks that each lexeme stands in, -1 for none. The marks themselves belong to it.
  static func passage(of count: Int, in marks: [Passage]) -> [Int] {
    var quoteOf = Array(repeating: -1, count: count)
    for (at, mark) in marks.enumerated() {
      for lexeme in mark.outer { quoteOf[lexeme] = at }
    }
    return quoteOf
  }

  func passages(_ text: SegmentedText) -> [Passage] {
    var found: [Passage] = []
    var open: (lexeme: Int, isSingle: Bool)?
    /// Pieces of passages that an open quotation has run through.
    var pending: [Passage] = []
    var openedAt = 0
    var lexeme = 0
    for (passage, _) in text.passages.enumerated() {
      let start = lexeme
      while lexeme < text.lexemes.count, text.sentences[text.sentenceOf[lexeme]].passage == passage { lexeme += 1 }
      let range = start..<lexeme
      guard !range.isEmpty else { continue }
      var from = range.lowerBound
      var isContinued = !pending.isEmpty
      if isContinued {
        // A new paragraph with an opening mark: the quotation of the last one goes on, or was never closed.
        if opensAtStart(text, range) || pending.count >= Self.longestOpenPassages
          || text.lexemes[from].range.lowerBound - openedAt > Self.longestOpenBytes
          || text.passages[passage].kind != .paragraph || !closesBeforeOpening(text, range)
        {
          settle(&pending, &found)
          open = nil
          isContinued = false
        }
      }
      for at in range {
        let mark = text.lexemes[at].mark
        guard mark.isQuote else { continue }
        if let opened = open {
          guard closes(text, at, opened.isSingle, range) || !opened.isSingle && turns(text, opened.lexeme, at) else {
            continue
          }
          if isContinued {
            pending.append(
              Passage(
                lexemes: from..<at, outer: from..<at + 1, passage: passage, isContinued: true, isSingle: opened.isSingle
              ))
            found.append(contentsOf: pending)
            pending = []
            isContinued = false
          } else if at > opened.lexeme + 1 {
            found.append(
              Passage(
                lexemes: opened.lexeme + 1..<at, outer: opened.lexeme..<at + 1, passage: passage,
                isSingle: opened.isSingle))
          }
          open = nil
        } else if opens(text, at, range) {
          let isSingle = mark == .openSingle || mark == .straightSingle || mark == .closeSingle
          // Single marks must close in the same passage: else they are apostrophes.
          if isSingle, !singleCloses(text, at, range) { continue }
          open = (at, isSingle)
          from = at + 1
          openedAt = text.lexemes[at].range.lowerBound
        }
      }
      if let opened = open {
        // Still open at the end of the passage.
        let lower = isContinued ? range.lowerBound : opened.lexeme + 1
        if lower < range.upperBound {
          pending.append(
            Passage(
              lexemes: lower..<range.upperBound, outer: (isContinued ? lower : opened.lexeme)..<range.upperBound,
              passage: passage,
              isContinued: isContinued, isClosed: false))
        } else {
          open = nil
        }
      }
      from = range.upperBound
    }
    settle(&pending, &found)
    return found.sorted { $0.lexemes.lowerBound < $1.lexemes.lowerBound }
  }

  /// A quotation never closed ends with its own paragraph.
  private func settle(_ pending: inout [Passage], _ found: inout [Passage]) {
    if let first = pending.first { found.append(first) }
    pending = []
  }

  private func opensAtStart(_ text: SegmentedText, _ range: Range<Int>) -> Bool {
    let mark = text.lexemes[range.lowerBound].mark
    return mark == .openQuote || mark == .straightQuote
  }

  /// Whether the first mark of a passage closes, so that what stands before it can be inside; a passage without
  /// any mark may be
  /// inside as well.
  private func closesBeforeOpening(_ text: SegmentedText, _ range: Range<Int>) -> Bool {
    for at in range
    where text.lexemes[at].mark == .straightQuote || text.lexemes[at].mark == .openQuote
      || text.lexemes[at].mark == .closeQuote
    {
      return closes(text, at, false, range)
    }
    return true
  }

  private func opens(_ text: SegmentedText, _ at: Int, _ range: Range<Int>) -> Bool {
    let lexeme = text.lexemes[at]
    switch lexeme.mark {
    case .openQuote: return true
    case .openSingle:
      return at + 1 < range.upperBound && !text.lexemes[at + 1].shape.contains(.spaced) && !isElision(text, at)
    case .straightSingle, .closeSingle:
      // "the '90s", "’tis": apostrophes.
      guard !isElision(text, at) else { return false }
      return lexeme.mark == .straightSingle && opensBySpace(text, at, range)
    case .straightQuote: return opensBySpace(text, at, range)
    case .closeQuote:
      // Pages with all their marks turned one way.
      return lexeme.shape.contains(.spaced) && at + 1 < range.upperBound
        && !text.lexemes[at + 1].shape.contains(.spaced) || text.mark(at - 1) == .openSingle
    default: return false
    }
  }

  /// A straight mark with a space or another mark before it and none behind it.
  private func opensBySpace(_ text: SegmentedText, _ at: Int, _ range: Range<Int>) -> Bool {
    guard at + 1 < range.upperBound, !text.lexemes[at + 1].shape.contains(.spaced) else { return false }
    return text.lexemes[at].shape.contains(.spaced) || at == range.lowerBound || text.mark(at - 1) == .openParenthesis
      || text.mark(at - 1).isQuote || text.mark(at - 1) == .dash
  }

  /// Letters left out at the beginning of a word: "'90s", "’tis", "'em".
  private func isElision(_ text: SegmentedText, _ at: Int) -> Bool {
    guard !text.isSpaced(at + 1) else { return false }
    let key = text.key(at + 1)
    if let first = key.utf8.first, first >= 0x30, first <= 0x39 { return key.hasSuffix("s") && key.count == 3 }
    return Self.elisions.contains(key)
  }

  private static let elisions: WordSet = ["tis", "twas", "twere", "em", "til", "till", "cause", "n", "bout", "round"]

  /// Whether the mark that opened is closed by the sign which elsewhere opens: „…“ and »…«.
  private func turns(_ text: SegmentedText, _ opener: Int, _ at: Int) -> Bool {
    func scalar(_ at: Int) -> ArraySlice<UInt8> { text.bytes[text.lexemes[at].range] }
    let (opened, closing) = (scalar(opener), scalar(at))
    return opened.elementsEqual([0xE2, 0x80, 0x9E]) && closing.elementsEqual([0xE2, 0x80, 0x9C])
      || opened.elementsEqual([0xC2, 0xBB]) && closing.elementsEqual([0xC2, 0xAB]) && !text.isSpaced(at)
  }

  private func closes(_ text: SegmentedText, _ at: Int, _ isSingle: Bool, _ range: Range<Int>) -> Bool {
    let lexeme = text.lexemes[at]
    if isSingle {
      guard lexeme.mark == .closeSingle || lexeme.mark == .straightSingle else { return false }
      return !lexeme.shape.contains(.spaced)
        && (at + 1 >= range.upperBound || text.lexemes[at + 1].shape.contains(.spaced)
          || text.lexemes[at + 1].kind == .mark)
    }
    switch lexeme.mark {
    case .closeQuote: return true
    case .straightQuote:
      return !lexeme.shape.contains(.spaced) || at + 1 >= range.upperBound
        || text.lexemes[at + 1].shape.contains(.spaced) || text.lexemes[at + 1].kind == .mark
    default: return false
    }
  }

  /// Whether a single mark is closed within a short way, not by a plural's apostrophe.
  private func singleCloses(_ text: SegmentedText, _ at: Int, _ range: Range<Int>) -> Bool {
    for next in at + 1..<max(at + 1, min(range.upperBound, at + 120)) where closes(text, next, true, range) {
      return next > at + 1
    }
    return false
  }
}

import StemmaModel

/// The words of a report as numbers, with what the difference of two texts is read by.
///
/// Its article counts whole. What stands beside it (headline, captions, what was taken for furniture) counts where another report of the
/// family has it too: between outlets that is nothing, between versions of one page it is text like the rest.
struct FamilyText: Sendable {
  /// A word or a mark.
  struct Item {
    var number: Int32
    var span: TextSpan
  }

  /// In the story.
  var report: Int
  /// Words and marks in the order of the original.
  private(set) var items: [Item] = []
  /// Numbers of the family's vocabulary; words and numbers, no marks.
  private(set) var words: [Int32] = []
  /// For each word its place in `items`.
  private(set) var places: [Int32] = []
  /// For each word the sentence it stands in, counted from 0.
  private(set) var sentences: [Int32] = []
  /// Runs of five words, hashed; in order and each once.
  private(set) var grams: [UInt64] = []
  /// The same of words and marks: copyists keep marks, and editors often change nothing else.
  private(set) var fineGrams: [UInt64] = []

  /// The runs of words that stand once in it, with where they begin; in order of their hashes.
  private(set) var anchors: [(gram: UInt64, place: Int32)] = []

  static let gramLength = 5

  init(_ draft: Draft, shared: Set<UInt64>, isMark: [Bool]) {
    report = draft.report
    var sentence: Int32 = 0
    for piece in draft.pieces {
      guard piece.isBody || piece.isShared(shared) else { continue }
      for item in piece.items {
        if !isMark[Int(item.number)] {
          words.append(item.number)
          places.append(Int32(items.count))
          sentences.append(sentence)
        }
        items.append(item)
      }
      sentence += 1
    }
    var all = Self.hashes(of: words[...]).enumerated().map { (gram: $1, place: Int32($0)) }
    all.sort { ($0.gram, $0.place) < ($1.gram, $1.place) }
    for (index, one) in all.enumerated() {
      let isFirst = index == 0 || all[index - 1].gram != one.gram
      if isFirst { grams.append(one.gram) }
      if isFirst, index + 1 == all.count || all[index + 1].gram != one.gram { anchors.append(one) }
    }
    fineGrams = Self.grams(of: items.map(\.number)[...])
  }

  /// The texts of a family.
  static func texts(
    of reports: [AnnotatedReport], at family: [Int], vocabulary: inout FamilyVocabulary
  ) -> [FamilyText] {
    let drafts = zip(reports, family).map { Draft($0, report: $1, vocabulary: &vocabulary) }
    var seen: [UInt64: Int] = [:]
    var shared: Set<UInt64> = []
    for (index, draft) in drafts.enumerated() {
      // Body counts as well: what is furniture in one may be text in another.
      for gram in draft.pieces.flatMap(\.grams)
      where seen.updateValue(index, forKey: gram).map({ $0 != index }) ?? false {
        shared.insert(gram)
      }
    }
    let isMark = vocabulary.kinds.map(\.isMark)
    return drafts.map { FamilyText($0, shared: shared, isMark: isMark) }
  }

  /// The runs of five words in a stretch, each once, in order of their hashes; a shorter stretch is one run.
  static func grams(of words: ArraySlice<Int32>) -> [UInt64] {
    Array(Set(hashes(of: words))).sorted()
  }

  /// One a place where a run of five begins.
  static func hashes(of words: ArraySlice<Int32>) -> [UInt64] {
    let length = min(gramLength, words.count)
    guard length > 0 else { return [] }
    return (words.startIndex...(words.endIndex - length)).map { start in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for word in words[start..<(start + length)] {
        hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x0000_0100_0000_01b3
        hash ^= hash >> 29
      }
      return hash
    }
  }

  /// The span of some words.
  func span(of range: Range<Int>) -> TextSpan {
    items[Int(places[range.lowerBound])].span.joined(with: items[Int(places[range.upperBound - 1])].span)
  }

  /// The words and marks around some words, up to the next words.
  func items(around range: Range<Int>) -> ArraySlice<Item> {
    let from = range.lowerBound == 0 ? 0 : Int(places[range.lowerBound - 1]) + 1
    let to = range.upperBound == words.count ? items.count : Int(places[range.upperBound])
    return items[from..<max(from, to)]
  }
}

extension FamilyText {
  /// A report cut into sentences, before it is known what the others have.
  struct Draft {
    struct Piece {
      var items: [Item]
      var isBody: Bool
      var start: Int
      /// Of words and marks; none for the body of a report, which needs no fellow.
      var grams: [UInt64]

      func isShared(_ shared: Set<UInt64>) -> Bool { grams.count { shared.contains($0) } * 2 >= max(1, grams.count) }
    }

    var report: Int
    var pieces: [Piece] = []

    /// Furniture beyond this is a page's frame, in bytes.
    static let longestBeside = 4_000

    init(_ annotated: AnnotatedReport, report: Int, vocabulary: inout FamilyVocabulary) {
      self.report = report
      let passages = annotated.report.passages
      for statement in annotated.statements {
        let kind = passages.indices.contains(statement.passage) ? passages[statement.passage].kind : .paragraph
        let items = statement.tokens.map { token in
          Item(
            number: vocabulary.number(of: annotated.tokens[token].key, isMark: annotated.tokens[token].kind == .mark),
            span: annotated.tokens[token].span)
        }
        add(items, isBody: kind == .paragraph || kind == .subheading, at: statement.span.start)
      }
      let original = annotated.report.original.utf8
      for furniture in annotated.report.furniture where furniture.span.length <= Self.longestBeside {
        let start = original.index(original.startIndex, offsetBy: furniture.span.start)
        let bytes = Array(original[start..<original.index(start, offsetBy: furniture.span.length)])
        // A page's markup is no text.
        guard !bytes.contains(UInt8(ascii: "<")) else { continue }
        add(
          Self.items(of: bytes, at: furniture.span.start, vocabulary: &vocabulary), isBody: false,
          at: furniture.span.start)
      }
      pieces.sort { $0.start < $1.start }
    }

    private mutating func add(_ items: [Item], isBody: Bool, at start: Int) {
      guard !items.isEmpty else { return }
      pieces.append(
        Piece(items: items, isBody: isBody, start: start, grams: FamilyText.grams(of: items.map(\.number)[...])))
    }

    /// Words and marks of bytes that were not annotated.
    private static func items(of bytes: [UInt8], at offset: Int, vocabulary: inout FamilyVocabulary) -> [Item] {
      var items: [Item] = []
      var at = 0
      func isWord(_ byte: UInt8) -> Bool {
        byte >= 128 || (byte >= 48 && byte <= 57) || (byte | 32 >= 97 && byte | 32 <= 122)
      }
      while at < bytes.count {
        let start = at
        at += 1
        if isWord(bytes[start]) {
          while at < bytes.count, isWord(bytes[at]) { at += 1 }
        } else if bytes[start] <= 32 {
          continue
        }
        let key = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        items.append(
          Item(
            number: vocabulary.number(of: key, isMark: !isWord(bytes[start])),
            span: TextSpan(offset + start, offset + at)))
      }
      return items
    }
  }
}

/// The words and marks of one family, numbered in order of their first appearance.
struct FamilyVocabulary {
  private var numbers: [String: Int32] = [:]
  /// What can be told of each without its context.
  private(set) var kinds: [WordKind] = []

  mutating func number(of key: String, isMark: Bool) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(kinds.count)
    numbers[key] = number
    kinds.append(WordKind(key, isMark: isMark))
    return number
  }
}

/// How many elements two sorted arrays have in common.
func sharedCount(_ a: [UInt64], _ b: [UInt64]) -> Int {
  var (i, j, shared) = (0, 0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      (i, j, shared) = (i + 1, j + 1, shared + 1)
    } else if a[i] < b[j] {
      i += 1
    } else {
      j += 1
    }
  }
  return shared
}

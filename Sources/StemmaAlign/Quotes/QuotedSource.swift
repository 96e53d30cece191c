import StemmaModel
import StemmaText

/// Who says something, to be compared with who says it elsewhere.
struct QuotedSource {
  /// How two sources stand to each other.
  enum Kinship {
    /// By name one person or body.
    case same
    /// Nothing speaks against it: a spokesman and his ministry, "he" and a name.
    case open
    /// They are called unlike things, as one source may be.
    case unlike
    /// Two persons.
    case other
  }

  let kind: Source.Kind
  /// Somebody in particular: "the police" are many.
  private let isNamed: Bool
  /// Of the name, lower case, without titles' points: "al", "sawarmi", "khalid".
  private let parts: [String]
  private let last: String

  init(_ source: Source) {
    kind = source.kind
    isNamed = source.kind == .person || source.entity != nil
    let words = source.name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let matter = words.filter { !FunctionWords.contains($0) && $0.utf8.count > 1 }
    parts = matter.isEmpty ? words : matter
    last = parts.last ?? ""
  }

  func kinship(to other: QuotedSource) -> Kinship {
    let common = parts.count { other.parts.contains($0) }
    let isPart = !parts.isEmpty && !other.parts.isEmpty && common == min(parts.count, other.parts.count)
    switch (kind, other.kind) {
    case (.person, .person):
      if isPart || last == other.last { return .same }
      return common > 0 ? .open : .other
    case (.organization, .organization), (.unnamed, .unnamed), (.document, .document), (.agency, .agency):
      return isPart && isNamed && other.isNamed ? .same : common > 0 ? .open : .unlike
    case (.person, .unnamed), (.unnamed, .person), (.person, .organization), (.organization, .person):
      return .open
    case (.reporter, _), (_, .reporter), (.document, .person), (.person, .document):
      return .unlike
    default:
      return .open
    }
  }
}

/// The sources of a story, each once, and how they stand to one another.
struct QuotedSources {
  private struct Name: Hashable {
    var kind: Source.Kind
    var name: String
  }

  private var numbers: [Name: Int] = [:]
  private var sources: [QuotedSource] = []
  private var kinships: [UInt64: QuotedSource.Kinship] = [:]

  /// - Returns: −1 where nobody is named.
  mutating func number(of source: Source?) -> Int {
    guard let source, !source.name.isEmpty else { return -1 }
    let name = Name(kind: source.kind, name: source.name)
    if let number = numbers[name] { return number }
    numbers[name] = sources.count
    sources.append(QuotedSource(source))
    return sources.count - 1
  }

  mutating func kinship(_ a: Int, _ b: Int) -> QuotedSource.Kinship {
    guard a >= 0, b >= 0 else { return .open }
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let known = kinships[key] { return known }
    let kinship = sources[a].kinship(to: sources[b])
    kinships[key] = kinship
    return kinship
  }

  func isPerson(_ number: Int) -> Bool { number >= 0 && sources[number].kind == .person }
}

/// The letter by which a story knows a report: A, B, … Z, AA, AB, …
public struct Siglum: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The report's place in its story, from 0.
  public var index: Int

  public init(_ index: Int) {
    precondition(index >= 0)
    self.index = index
  }

  public var description: String {
    var letters: [UInt8] = []
    var rest = index + 1
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  public static func < (a: Siglum, b: Siglum) -> Bool { a.index < b.index }
}

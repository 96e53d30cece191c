/// What a record calls itself, as it was given: the number 7 and the text "7" are two.
public enum RecordID: Hashable, Sendable, CustomStringConvertible {
  case number(Int)
  case text(String)

  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

extension RecordID: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

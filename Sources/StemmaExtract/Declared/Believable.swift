import StemmaModel

/// Declared values that can be meant: no template that nobody filled, no account in the place of a name.
struct Believable {
  /// By field, the most trusted voice first; among equals in order.
  private let byField: [[Testimony]]

  init(_ testimony: [Testimony]) {
    var byField = [[Testimony]](repeating: [], count: Self.fields.count)
    for voice in Testimony.Voice.allCases.sorted() {
      for said in testimony where said.voice == voice { byField[Self.place(said.field)].append(said) }
    }
    self.byField = byField
  }

  private static let fields = Testimony.Field.allCases

  private static func place(_ field: Testimony.Field) -> Int { fields.firstIndex(of: field)! }

  /// What can be meant of a field, the most trusted first.
  func all(_ field: Testimony.Field) -> [Testimony] { byField[Self.place(field)].filter(Self.isMeant) }

  func first(_ field: Testimony.Field) -> Testimony? { byField[Self.place(field)].first(where: Self.isMeant) }

  static func isMeant(_ said: Testimony) -> Bool {
    guard !isPlaceholder(said.value) else { return false }
    switch said.field {
    case .title: return isTitle(said.value)
    case .outlet: return SiteLabel.declared(said.value) != nil
    case .byline: return AuthorName.clean(said.value) != nil
    case .address: return said.value.hasPrefix("http") || said.value.hasPrefix("//")
    default: return true
    }
  }

  /// What templates leave where they have nothing to say.
  private static func isPlaceholder(_ value: String) -> Bool {
    let isTemplate = value.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "%") }
    if isTemplate, ["{{", "}}", "<%", "${", "{$", "%%"].contains(where: { value.contains($0) }) { return true }
    guard value.utf8.count <= 24 else { return false }
    return placeholders.contains(value.lowercased())
      || !value.unicodeScalars.contains { Scalars.isLetter($0.value) || $0.properties.numericType != nil }
  }

  private static let placeholders: Set<String> = [
    "null", "undefined", "none", "n/a", "nan", "false", "true", "[object object]", "(null)", "nil", "unknown",
    "lorem ipsum", "example", "test", "string", "default", "title", "name", "author", "site name", "your name",
  ]

  /// Words, not an address, and not a page's place in the site.
  private static func isTitle(_ value: String) -> Bool {
    !value.contains("://")
      && !["home", "index", "untitled", "untitled document", "article", "news"].contains(value.lowercased())
  }
}

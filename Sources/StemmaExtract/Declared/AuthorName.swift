/// The name in a declared author, and what is none: addresses, accounts, the software's administrator.
enum AuthorName {
  private static let openers = ["By ", "by ", "BY ", "Written by ", "Author: ", "Por ", "Von ", "Par "]
  private static let accounts: Set<String> = [
    "admin", "administrator", "editor", "staff", "webmaster", "user", "guest", "root", "author", "authors", "no author",
    "anonymous", "wordpress", "siteadmin", "site admin", "super user", "superuser", "web admin", "webadmin", "website",
    "not available", "by", "view all posts", "publisher", "owner", "manager", "moderator", "contributor",
    "contributors", "posts",
  ]

  static func clean(_ text: String) -> String? {
    var name = PlainText.reading(text)
    guard !name.isEmpty, !name.contains("://"), !name.hasPrefix("@"), !name.hasPrefix("www."), name.utf8.count <= 400,
      !name.contains("/") || name.utf8.count < 60
    else { return nil }
    for opener in openers where name.hasPrefix(opener) { name = String(name.dropFirst(opener.utf8.count)) }
    name = withoutMail(withoutDate(name))
    if name.hasSuffix(",") { name.removeLast() }
    // An account: one word with digits or underscores, a mail address in disguise.
    if !name.contains(" "), name.contains("[at]") || name.contains("_") && name.contains(where: \.isNumber) {
      return nil
    }
    let words = name.split(separator: " ")
    let names = 1 + name.utf8.count { $0 == UInt8(ascii: ",") }
    guard words.count <= 8 + 3 * names, words.count <= 40, name.contains(where: \.isLetter), !name.contains("<"),
      !accounts.contains(name.lowercased())
    else { return nil }
    return name
  }

  /// A visible byline can have its date with it.
  private static func withoutDate(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else { return name }
    let bytes = Array(name.utf8)
    let tokens = Token.tokens(of: bytes)
    guard let date = DateReader(tokens).all().first else { return name }
    return trimmed(bytes[..<tokens[date.tokens.lowerBound].range.lowerBound])
  }

  /// "jane@paper.example (Jane Doe)" is Jane Doe.
  private static func withoutMail(_ name: String) -> String {
    guard name.contains("@") else { return name }
    let words = name.split(separator: " ").filter { !$0.contains("@") }
    return trimmed(Array(words.joined(separator: " ").utf8)[...])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: { !edges.contains($0) }),
      let last = scalars.lastIndex(where: { !edges.contains($0) })
    else { return "" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first...last])
    return String(text)
  }

  private static let edges = Set(" -–—|,·•()\n\t/".unicodeScalars)
}

/// An address as far as it names a page: host and path without "www." and the slash at the end, and the query.
struct AddressKey {
  private let place: [UInt8]
  private let query: [UInt8]

  /// Nil for what has no host.
  init?(_ address: String) {
    let bytes = Array(address.utf8)
    var start = 0
    while start < bytes.count, bytes[start] != UInt8(ascii: "/") { start += 1 }
    // "https://vale.example/x", "//vale.example/x"
    guard start == 0 || bytes[start - 1] == UInt8(ascii: ":"), start + 2 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "/")
    else { return nil }
    start += 2
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let pathEnd = bytes[start..<end].firstIndex(of: UInt8(ascii: "?")) ?? end
    query = Array(bytes[pathEnd..<end])
    if bytes[start..<pathEnd].starts(with: [119, 119, 119, 46]) { start += 4 }
    var last = pathEnd
    while last > start, bytes[last - 1] == UInt8(ascii: "/") { last -= 1 }
    place = bytes[start..<last].map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
  }

  /// The front page of a site, which says nothing of an article.
  var isRoot: Bool { query.isEmpty && !place.contains(UInt8(ascii: "/")) }

  func isSame(as other: AddressKey) -> Bool {
    place == other.place && (query == other.query || query.isEmpty || other.query.isEmpty)
  }
}

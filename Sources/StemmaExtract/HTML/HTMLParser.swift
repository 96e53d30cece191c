/// Makes a tree of a page's bytes. The bytes are safe: see `HTMLGuard`.
protocol HTMLParser: Sendable {
  func parse(_ bytes: [UInt8]) -> HTMLTree
}

/// What the links of a page saved as Markdown say of its site.
struct MarkdownLinks {
  /// The words of a link to the front page that is no "Home", or the alternative text of the logo in it.
  private(set) var siteName: String?
  /// The front page of the host to which most links lead.
  private(set) var siteAddress: String?

  private static let shared: Set<String> = [
    "facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com", "whatsapp.com",
    "wa.me", "t.me", "pinterest.com", "reddit.com", "google.com", "wikipedia.org", "apple.com", "threads.net",
  ]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var hosts: [(host: String, count: Int)] = []
    var total = 0
    var at = 0
    var isHead = true
    while at + 1 < bytes.count {
      if bytes[at] == 10, bytes[at + 1] == UInt8(ascii: "#") || at > 4096 { isHead = false }
      guard bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == UInt8(ascii: "(") else {
        at += 1
        continue
      }
      let target = bytes[(at + 2)...].prefix(400).prefix { $0 > 32 && $0 != UInt8(ascii: ")") }
      let address = String(decoding: target, as: UTF8.self)
      if address.hasPrefix("http"), let host = HostName.host(of: address), !Self.isShared(host) {
        total += 1
        if let known = hosts.firstIndex(where: { $0.host == host }) {
          hosts[known].count += 1
        } else if hosts.count < 64 {
          hosts.append((host, 1))
        }
      }
      if isHead, siteName == nil, Self.isRoot(address), let label = Self.label(bytes, before: at) {
        siteName = SiteLabel.name(label)
      }
      at = target.endIndex
    }
    if let most = hosts.max(by: { $0.count < $1.count }), most.count >= 4, most.count * 10 >= total * 7 {
      siteAddress = "https://" + most.host
    }
  }

  private static func isShared(_ host: String) -> Bool {
    shared.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private static func isRoot(_ address: String) -> Bool {
    if address == "/" { return true }
    return address.hasPrefix("http") && address.split(separator: "/", omittingEmptySubsequences: true).count == 2
  }

  /// The text of the link that closes at `close`; of an image in it, the alternative text.
  private static func label(_ bytes: [UInt8], before close: Int) -> String? {
    var depth = 0
    var at = close
    while at >= 0, close - at < 300, bytes[at] != 10 {
      if bytes[at] == UInt8(ascii: "]") { depth += 1 }
      if bytes[at] == UInt8(ascii: "[") {
        depth -= 1
        if depth == 0 { break }
      }
      at -= 1
    }
    guard at >= 0, depth == 0, bytes[at] == UInt8(ascii: "["), at == 0 || bytes[at - 1] != UInt8(ascii: "!") else {
      return nil
    }
    var text = bytes[(at + 1)..<close]
    if text.starts(with: Array("![".utf8)), let end = text.firstIndex(of: UInt8(ascii: "]")) {
      text = text[(text.startIndex + 2)..<end]
    }
    return String(decoding: text.filter { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "*") }, as: UTF8.self)
  }
}

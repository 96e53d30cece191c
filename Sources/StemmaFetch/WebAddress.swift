import Foundation

/// An http or https address, taken apart.
struct WebAddress: Hashable, Sendable {
  let url: URL
  let scheme: String
  /// Lower case, without brackets.
  let host: String
  let port: Int

  /// Nil where it is no address that can be asked for a page. Names and passwords in it are dropped.
  init?(_ text: String, relativeTo base: WebAddress? = nil) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let resolved = URL(string: trimmed, relativeTo: base?.url)?.absoluteURL,
      var parts = URLComponents(url: resolved, resolvingAgainstBaseURL: true),
      let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https"
    else { return nil }
    parts.user = nil
    parts.password = nil
    parts.fragment = nil
    parts.scheme = scheme
    if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
    guard let url = parts.url, let host = url.host(percentEncoded: false)?.lowercased(), !host.isEmpty,
      !host.contains(where: \.isWhitespace), (1...65535).contains(parts.port ?? 80)
    else { return nil }
    self.url = url
    self.scheme = scheme
    self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    port = parts.port ?? (scheme == "https" ? 443 : 80)
  }

  var text: String { url.absoluteString }
  /// Scheme, host and port: what has a robots.txt of its own.
  var origin: String { "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

  /// What a request line and a robots.txt see of it.
  var path: String {
    let parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
    let query = parts?.percentEncodedQuery.map { "?" + $0 } ?? ""
    return (parts?.percentEncodedPath ?? "/") + query
  }
}

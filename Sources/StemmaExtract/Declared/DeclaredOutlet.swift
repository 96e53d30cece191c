import StemmaModel

/// Which of the declared outlets is the masthead: companies, accounts and sections are declared as publishers too. The
/// page's own host is the referee.
struct DeclaredOutlet {
  /// The one that is believed; nil where the host says more than any of them.
  let said: Testimony?

  init(_ believable: Believable, address: String?) {
    let all = believable.all(.outlet)
    let authors = all.count > 1 ? believable.all(.byline).map(\.value) : []
    guard let first = all.first(where: { !authors.contains($0.value) }) ?? all.first else {
      said = nil
      return
    }
    guard first.voice >= .linkedData, let host = address.flatMap(HostName.host), !Self.fits(first.value, host) else {
      said = first
      return
    }
    if let other = all.first(where: { $0 != first && Self.fits($0.value, host) }) {
      said = other
    } else {
      // What stands behind a headline or beside a logo is a section's name often enough.
      said = first.voice == .visible ? nil : first
    }
  }

  /// Whether a host can be called by a name: by all of it, a word of it, or its initials.
  static func fits(_ name: String, _ host: String) -> Bool {
    let label = host.split(separator: ".").dropLast().joined().filter { $0 != "-" }
    let words = Token.tokens(of: Array(name.utf8)).filter { $0.kind != .mark && $0.key != "the" }.map(\.key)
    let joined = words.joined()
    if joined.utf8.count >= 2, label.contains(joined) || joined.contains(label) { return true }
    if words.contains(where: { $0.utf8.count >= 5 && label.contains($0) || $0.utf8.count >= 3 && label.hasPrefix($0) })
    {
      return true
    }
    let initials = words.compactMap(\.first).map(String.init).joined()
    return initials.utf8.count >= 2 && label.hasPrefix(initials)
  }
}

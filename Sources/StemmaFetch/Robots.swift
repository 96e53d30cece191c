/// A site's robots.txt, as RFC 9309 reads it.
struct Robots: Sendable, Equatable {
  /// Sites may write more than anybody reads (RFC 9309, 2.5).
  static let byteLimit = 512 << 10

  private struct Rule: Sendable, Equatable {
    var allows: Bool
    /// With `*` and a final `$`.
    var pattern: [UInt8]
  }

  private var rules: [Rule] = []
  /// Seconds between requests that the site asks for.
  private(set) var delay: Double?

  /// What a site without a robots.txt allows.
  static let everything = Robots()
  /// What a site allows whose robots.txt cannot be had for a fault of its own.
  static let nothing = Robots(rules: [Rule(allows: false, pattern: [UInt8(ascii: "/")])])

  private init(rules: [Rule] = []) {
    self.rules = rules
  }

  /// - Parameter agent: the product token that the site may name, without a version.
  init(_ text: [UInt8], agent: String) {
    var own: [Rule] = []
    var others: [Rule] = []
    var ownDelay: Double?
    var otherDelay: Double?
    var namesUs = false
    var isOwn = false
    var isOther = false
    var wasAgent = false
    for line in text.prefix(Self.byteLimit).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let stated = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = stated.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = Self.trimmed(stated[..<colon]).lowercased()
      let value = Self.trimmed(stated[(colon + 1)...])
      switch key {
      case "user-agent":
        if !wasAgent { (isOwn, isOther) = (false, false) }
        wasAgent = true
        let name = value.lowercased()
        let product = name.prefix { $0.isLetter || $0 == "_" || $0 == "-" }
        if !product.isEmpty, product == agent.lowercased() {
          isOwn = true
          namesUs = true
        }
        if name == "*" { isOther = true }
      case "allow", "disallow":
        wasAgent = false
        guard !value.isEmpty else { continue }
        let rule = Rule(allows: key == "allow", pattern: Self.normal(Array(value.utf8)))
        if isOwn { own.append(rule) }
        if isOther { others.append(rule) }
      case "crawl-delay":
        wasAgent = false
        guard let seconds = Double(value), seconds >= 0, seconds.isFinite else { continue }
        if isOwn { ownDelay = seconds }
        if isOther { otherDelay = seconds }
      default: break
      }
    }
    rules = namesUs ? own : others
    delay = namesUs ? ownDelay : otherDelay
  }

  /// - Parameter path: with its query.
  func allows(_ path: String) -> Bool {
    let path = Self.normal(Array((path.isEmpty ? "/" : path).utf8))
    var best: (length: Int, allows: Bool)?
    for rule in rules where Self.matches(rule.pattern, path) {
      let length = rule.pattern.count
      // The longest rule holds; among equals the one that allows.
      if best == nil || length > best!.length || length == best!.length && rule.allows { best = (length, rule.allows) }
    }
    return best?.allows ?? true
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    return String(decoding: start.reversed().drop { $0 <= 32 }.reversed(), as: UTF8.self)
  }

  /// Percent-encoded letters and digits as themselves, others in upper case: two spellings of one path are equal.
  private static func normal(_ bytes: [UInt8]) -> [UInt8] {
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 48...57: byte - 48
      case 65...70: byte - 55
      case 97...102: byte - 87
      default: nil
      }
    }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = digit(bytes[at + 1]),
        let low = digit(bytes[at + 2])
      {
        let value = high << 4 | low
        let isPlain =
          value | 32 >= 97 && value | 32 <= 122 || value >= 48 && value <= 57 || value == 45 || value == 46
          || value == 95
          || value == 126
        result += isPlain ? [value] : [bytes[at], digits[Int(high)], digits[Int(low)]]
        at += 3
      } else if bytes[at] >= 0x80 {
        result += [UInt8(ascii: "%"), digits[Int(bytes[at] >> 4)], digits[Int(bytes[at] & 15)]]
        at += 1
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  /// Whether a pattern matches the beginning of a path: greedy with one step back, so in the product of their lengths
  /// at the worst.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? Array(pattern.dropLast()) : pattern + [UInt8(ascii: "*")]
    var at = 0
    var next = 0
    var star: (pattern: Int, path: Int)?
    while next < path.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, next)
        at += 1
      } else if at < pattern.count, pattern[at] == path[next] {
        at += 1
        next += 1
      } else if let back = star {
        star = (back.pattern, back.path + 1)
        at = back.pattern + 1
        next = back.path + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

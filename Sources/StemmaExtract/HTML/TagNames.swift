/// What the names of tags mean for how deep a page nests: a small table without strings.
struct TagNames: Sendable {
  enum Kind: Equatable, Sendable {
    /// Has no content.
    case void
    /// Closes by itself, or is left open by real pages.
    case flat
    /// The parser opens it again in every block until it is closed.
    case formatting(Int)
    /// Holds what is no text for a reader.
    case raw
    /// Holds text and no tags.
    case text
    case plaintext
    case drawing
    case block
    case other

    /// Begins a place where formatting elements are opened again.
    var isBlock: Bool { self == .block || self == .flat || self == .other }
  }

  static let shared = TagNames()

  private var keys = [UInt64](repeating: 0, count: 512)
  private var kinds = [Kind](repeating: .other, count: 512)

  private var drawn: [UInt64] = []

  private init() {
    drawn = ["a", "style", "title"].map { name in
      (Array(name.utf8) + [62]).withUnsafeBufferPointer { Self.name($0, 0).key }
    }
    func add(_ list: String, _ kind: (Int) -> Kind) {
      for (number, name) in list.split(separator: " ").enumerated() {
        let bytes = Array(name.utf8) + [62]
        let key = bytes.withUnsafeBufferPointer { Self.name($0, 0).key }
        var slot = Self.slot(key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 511 }
        keys[slot] = key
        kinds[slot] = kind(number)
      }
    }
    add("area base br col embed hr img input link meta param source track wbr frame keygen") { _ in .void }
    add("p li dt dd tr td th tbody thead tfoot colgroup option optgroup html head body") { _ in .flat }
    add("a b big code em font i nobr s small strike strong tt u") { .formatting($0) }
    add("script style xmp iframe noembed noframes") { _ in .raw }
    add("title textarea") { _ in .text }
    add("plaintext") { _ in .plaintext }
    add("svg math") { _ in .drawing }
    add(
      "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre section select span summary table template ul button"
    ) { _ in .block }
  }

  private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

  func kind(_ key: UInt64) -> Kind {
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return kinds[slot] }
      slot = (slot + 1) & 511
    }
    return .other
  }

  /// Names that stand in drawings as well as in HTML.
  func isDrawn(_ key: UInt64) -> Bool { drawn.contains(key) }

  /// The name at `start` in one number, lower case: its first seven letters and its length; and where it ends.
  @inline(__always)
  static func name(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> (key: UInt64, end: Int) {
    var key: UInt64 = 0
    var at = start
    let stop = min(page.count, start + 7)
    while at < stop {
      let byte = page[at]
      if byte <= 32 || byte == 62 || byte == 47 { break }
      key = key << 8 | UInt64(byte >= 65 && byte <= 90 ? byte | 32 : byte)
      at += 1
    }
    while at < page.count, page[at] > 32, page[at] != 62, page[at] != 47 { at += 1 }
    return (key << 8 | UInt64(min(255, at - start)), at)
  }
}

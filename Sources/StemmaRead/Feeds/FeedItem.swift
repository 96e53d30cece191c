import StemmaModel

/// What a feed says of itself.
struct FeedHead {
  var title: String?
  var address: String?
  var language: String?
  /// Copyright lines and the like, which may name who is behind it.
  var credits: [String] = []
}

/// One item of a feed of any kind, before it is a page.
struct FeedItem {
  struct Body {
    var text: String
    var form: Page.Form
    /// Whether it is known to be no more than a summary; nil where the feed does not say.
    var isSummary: Bool?
  }

  var title: String?
  var address: String?
  var published: String?
  var modified: String?
  var authors: [String] = []
  var tags: [String] = []
  var language: String?
  /// Whom the feed took the item from: an aggregator says so.
  var source: String?
  var sourceAddress: String?
  var publisher: String?
  var credits: [String] = []
  var citations: [String] = []
  var bodies: [Body] = []

  /// A text below this that is not said to be whole, of which a feed gives nothing longer, is taken for a summary.
  private static let shortText = 600

  /// Nil where the item has no text.
  func draft(of feed: FeedHead) -> RecordDraft? {
    // The fullest; among equals in the order of the formats, where content comes before description.
    let lengths = bodies.map { FeedText.visibleLength($0.text) }
    guard let most = lengths.max(), most > 0, let chosen = lengths.firstIndex(of: most) else { return nil }
    let body = bodies[chosen]
    var draft = RecordDraft(text: body.text, form: body.form)
    draft.say(.title, title, by: .feed)
    // Transport is not publisher: what a feed took from elsewhere was published there, and the feed carried it.
    draft.say(.outlet, source ?? publisher ?? feed.title, by: .feed)
    if source != nil, source != feed.title { draft.say(.carrier, feed.title ?? feed.address, by: .feed) }
    draft.say(.byline, SchemaRecord.joined(authors), by: .feed)
    draft.say(.published, published ?? modified, by: .feed)
    if published != nil, modified != published { draft.say(.modified, modified, by: .feed) }
    draft.say(.address, address, by: .feed)
    draft.say(.language, language ?? feed.language, by: .feed)
    draft.say(.tag, tags, by: .feed)
    draft.say(.credit, credits + feed.credits, by: .feed)
    draft.say(.citation, citations, by: .feed)
    if body.isSummary ?? (most < Self.shortText || FeedText.isCutOff(body.text)) {
      let where_ = address.map { ": fetch its page, \($0)." } ?? ": find its page."
      draft.trouble.append((.cutShort, "has only a summary in its feed" + where_))
    }
    return draft
  }
}

/// Looks at the text of items without parsing it.
enum FeedText {
  /// The bytes outside tags that are not white space.
  static func visibleLength(_ text: String) -> Int {
    var isTag = false
    var count = 0
    for byte in Array(text.utf8) {
      if byte == UInt8(ascii: "<") {
        isTag = true
      } else if byte == UInt8(ascii: ">") {
        isTag = false
      } else if !isTag, byte > 32 {
        count += 1
      }
    }
    return count
  }

  /// Whether a text ends as one does that goes on elsewhere.
  static func isCutOff(_ text: String) -> Bool {
    let end = plain(String(text.suffix(200))).lowercased()
    return ["…", "...", "[…]", "[...]", "read more", "continue reading", "more]"].contains { end.hasSuffix($0) }
  }

  /// Titles and names: tags dropped, references resolved, white space folded.
  static func plain(_ text: String) -> String {
    var shown: [UInt8] = []
    var isTag = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      // A sign of comparison is no tag.
      let opens =
        byte == UInt8(ascii: "<") && index + 1 < bytes.count
        && (bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] | 32 >= 97 && bytes[index + 1] | 32 <= 122)
      if opens { isTag = true }
      if !isTag { shown.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return CharacterReferences.resolve(shown[...], named: true).text.foldedWhiteSpace
  }

  /// Whether a text that may be HTML has anything in it that only HTML has.
  static func isMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { at in
      at + 2 < bytes.count
        && (bytes[at] == UInt8(ascii: "<")
          && (bytes[at + 1] == UInt8(ascii: "/") || bytes[at + 1] == UInt8(ascii: "!")
            || bytes[at + 1] | 32 >= 97 && bytes[at + 1] | 32 <= 122)
          || bytes[at] == UInt8(ascii: "&") && CharacterReferences.length(bytes[at...]) != nil)
    }
  }
}

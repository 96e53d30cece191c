import StemmaModel

/// JSON Feed 1 and 1.1.
///
/// - Source: https://www.jsonfeed.org/version/1.1/.
enum JSONFeed {
  /// What stands beside the items; nil where the object is no feed.
  static func head(_ record: Record) -> FeedHead? {
    guard record.first(["version"])?.contains("jsonfeed.org/version") ?? false else { return nil }
    return FeedHead(
      title: record.first(["title"]), address: record.first(["home_page_url"]), language: record.first(["language"]))
  }

  static func item(_ record: Record) -> FeedItem {
    var item = FeedItem()
    item.title = record.first(["title"]).map(FeedText.plain)
    item.address = record.first(["url"]) ?? record.first(["id"]).flatMap { Address.isFetched($0) ? $0 : nil }
    item.published = record.first(["date_published"])
    item.modified = record.first(["date_modified"])
    item.authors = record.strings("authors")
    if item.authors.isEmpty { item.authors = record.strings("author") }
    item.tags = record.strings("tags")
    item.language = record.first(["language"])
    // The page that the item speaks about.
    item.citations = record.strings("external_url")
    for (name, form) in [("content_html", Page.Form.html), ("content_text", .plain)] {
      if let text = record.text(name) { item.bodies.append(.init(text: text, form: form, isSummary: false)) }
    }
    if item.bodies.isEmpty, let text = record.text("summary") {
      item.bodies.append(.init(text: text, form: .plain, isSummary: true))
    }
    return item
  }
}

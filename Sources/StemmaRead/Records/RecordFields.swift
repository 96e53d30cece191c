import StemmaModel

/// The names under which programs keep the parts of an article, in the order in which they are believed.
///
/// They are those of GDELT DOC, Event Registry, trafilatura, Fundus, news-please, newspaper and the usual news APIs; the
/// tests have a record of each, in our own words. Formats with rules of their own have readers of their own beside this.
enum RecordFields {
  static let text = [
    "text", "plaintext", "plain_text", "maintext", "articleBody", "body_text", "body", "content", "full_text",
    "fulltext", "article_text", "story_text", "raw_text", "body_xhtml", "body_html", "content_html", "html",
  ]
  static let title = ["title", "headline", "title_page", "name"]
  /// A name before a host.
  static let outlet = [
    "outlet", "source-hostname", "publisher", "sitename", "site_name", "meta_site_name", "media_name", "newspaper",
    "source", "source_name", "site", "provider", "hostname", "source_domain", "domain", "source_id",
  ]
  static let address = [
    "canonical_link", "canonical", "canonical_url", "url", "link", "address", "article_url", "web_url", "source_url",
  ]
  static let published = [
    "datePublished", "dateTimePub", "date_publish", "publishing_date", "published", "published_at", "publishedAt",
    "publish_date", "published_date", "publication_date", "pubDate", "pub_date", "dateTime", "date", "timestamp",
    "seendate",
  ]
  static let modified = [
    "dateModified", "date_modify", "modified", "updated", "updated_at", "updatedAt", "last_modified",
  ]
  static let byline = ["author", "authors", "byline", "creator", "writers"]
  static let language = ["language", "lang", "meta_lang", "inLanguage"]
  static let section = ["section", "articleSection", "section_name", "category", "categories"]
  static let tags = ["tags", "keywords", "topics", "meta_keywords"]
  static let credits = [
    "credit", "creditText", "creditline", "credit_line", "sourceOrganization", "agency", "news_agency",
  ]
  /// Where an object keeps its list of records.
  static let lists = [
    "articles", "results", "items", "data", "records", "hits", "documents", "docs", "stories", "@graph",
  ]

  static func draft(_ record: Record) -> RecordDraft? {
    guard let text = body(record) else { return nil }
    var draft = RecordDraft(text: text)
    draft.say(.title, record.first(title))
    let named = outlet.flatMap { record.strings($0) }
    // trafilatura's `source` is an address; Event Registry's has a name.
    draft.say(.outlet, named.first { !Address.isFetched($0) })
    draft.say(.address, record.first(address) ?? named.first { Address.isFetched($0) })
    draft.say(.published, published.lazy.compactMap { record.time($0) }.first)
    draft.say(.modified, modified.lazy.compactMap { record.time($0) }.first)
    draft.say(.byline, byline.lazy.compactMap { SchemaRecord.joined(record.strings($0)) }.first)
    draft.say(.language, record.first(language))
    draft.say(.section, record.first(section))
    draft.say(.tag, tags.lazy.map { record.strings($0) }.first { !$0.isEmpty } ?? [])
    for name in credits { draft.say(.credit, record.strings(name)) }
    if isShortened(text) {
      draft.trouble.append((.cutShort, "has only the beginning of its text: fetch its page for the rest."))
    }
    return draft
  }

  private static func body(_ record: Record) -> String? {
    for name in text {
      if let text = record.text(name) { return text }
      if let parts = Record(record[name]), let text = sections(parts) { return text }
    }
    return nil
  }

  /// Fundus keeps a summary, and sections with headlines and paragraphs.
  private static func sections(_ body: Record) -> String? {
    var paragraphs = body.strings("summary")
    for section in body.records("sections") {
      paragraphs += section.strings("headline")
      paragraphs += section.strings("paragraphs")
    }
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }

  /// Some news services end their text with `[+1234 chars]`.
  private static func isShortened(_ text: String) -> Bool {
    let end = text.utf8.suffix(20)
    guard let open = end.lastIndex(of: UInt8(ascii: "[")) else { return false }
    return end[open...].starts(with: "[+".utf8) && Array(end[open...]).containsText(" chars]")
  }
}

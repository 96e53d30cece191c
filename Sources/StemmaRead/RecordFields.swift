import StemmaModel

/// The names under which programs keep the parts of an article, in the order in which they are believed.
///
/// They are those of schema.org, GDELT, Event Registry, trafilatura, Fundus, news-please and the usual news APIs.
enum RecordFields {
  static let text = ["text", "body", "content", "articleBody", "maintext", "body_text", "plain_text"]
  static let fields: [(Testimony.Field, [String])] = [
    (.title, ["title", "headline", "name"]),
    (.outlet, ["outlet", "source", "publisher", "site", "sitename", "hostname", "provider"]),
    (.address, ["url", "link", "address", "canonical"]),
    (.published, ["date", "published", "datePublished", "pubDate", "publish_date", "dateTime", "seendate"]),
    (.byline, ["author", "authors", "byline"]),
    (.language, ["language", "lang"]),
  ]
  static let credits = ["credit", "creditText", "creditline", "sourceOrganization"]
  /// Where an object keeps its list of records.
  static let lists = ["articles", "results", "items"]
  /// Where an object that stands for a person or a publisher keeps its name.
  static let names = ["name", "title"]
}

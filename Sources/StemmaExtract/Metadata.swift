/// What a page's markup says of the article: testimony, like everything declared.
struct Metadata: Sendable {
  var title: String?
  var outlet: String?
  var byline: String?
  var published: String?
  var language: String?
  var address: String?
  /// Where in the page scripts begin that hold the article's text.
  var bodyScripts: [Int] = []

  init() {}
}

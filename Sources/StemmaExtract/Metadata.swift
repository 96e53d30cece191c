/// What a page's markup says of the article: testimony, like everything declared.
struct Metadata: Sendable {
  var title: String?
  var outlet: String?
  var byline: String?
  var published: String?
  var language: String?
  var address: String?

  init() {}
}

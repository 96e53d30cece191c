import StemmaModel

/// What a page's markup says of the article: testimony, like everything declared.
struct Metadata: Sendable {
  /// In no order but that of its finding.
  var testimony: [Testimony] = []
  /// What `time` elements say, in order: the article's dates, and those of comments and of other articles.
  var times: [Testimony] = []
  /// The declared headline without the site's name behind it.
  var title: String?
  /// The declared name of the site.
  var outlet: String?
  /// The address of the site, where only links say it.
  var site: String?
  /// Where in the page scripts begin that hold the article's text.
  var bodyScripts: [Int] = []

  init() {}
}

import StemmaModel

@testable import StemmaExtract

/// An invented page about a dam, for tests to declare things of and to put marks on.
struct DeclaringPage {
  static let first =
    "Rescuers pulled eleven people from the flooded quarter of Veldra on Monday after the dam above the town gave way, officials said."
  static let second =
    "The mayor said that the water had risen by four metres within an hour, and that the school would stay closed until the end of the week."
  static let third =
    "Engineers had warned of cracks in the wall for years, according to a paper that the regional council published in March."

  var language = "en"
  var title = "Dam gives way above Veldra"
  var head = ""
  /// Between the headline and the text.
  var top = ""
  var first = Self.first
  /// Behind the text, inside of the article.
  var tail = ""
  var foot = ""

  var html: String {
    """
    <!doctype html><html lang="\(language)"><head><title>\(title)</title>\(head)</head><body>
    <header><a class="logo" href="/">Vale Daily</a></header>
    <article><h1>\(title)</h1>\(top)<p>\(first)</p><p>\(Self.second)</p><p>\(Self.third)</p>\(tail)</article>
    <footer>\(foot)</footer></body></html>
    """
  }

  var report: Report { extract(html, .html) }

  static func linked(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }
}

extension Report {
  /// What is declared of a field, with its voice: "linkedData Mara Velt".
  func declared(_ field: Testimony.Field) -> [String] {
    testimony.filter { $0.field == field }.map { "\($0.voice.rawValue) \($0.value)" }
  }

  /// The original of what shows the date of publication.
  var shownDate: String? { published?.evidence?.span.map(exact) }
}

import StemmaModel
import Testing

@testable import StemmaExtract

@Suite struct HTMLTests {
  static let page = """
    <!doctype html><html lang="en"><head><title>Crane falls | Vale Daily</title>
    <meta property="og:site_name" content="Vale Daily"><meta property="article:published_time" content="2024-03-04T08:00:00+01:00">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Crane falls into harbour", "author": {"name": "Mara Velt"}}</script>
    </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <header><h1>Crane falls into harbour</h1></header>
    <article><p>The harbour of Lindholm &amp; its market were closed on Monday after a <b>crane</b> fell into the water, officials said.</p>
    <figure><img src="x"><figcaption>The crane on Monday. Photo: Ivo Berg / AFP</figcaption></figure>
    <p>Nobody was hurt, but two ferries had to turn back&nbsp;and the fish market opened three hours late.</p>
    <h2>What comes next</h2>
    <p>Divers will look at the wreck on Tuesday, and the harbour may open again in the evening, the mayor told Reuters.</p>
    <aside class="related"><h3>Related</h3><p>Ten ways to cook a herring, and why all of them are wrong.</p></aside>
    </article><footer><p>© 2024 Vale Daily. All rights reserved.</p></footer></body></html>
    """

  @Test func `the article is told from the page around it`() {
    let report = extract(Self.page, .html)
    #expect(report.title?.text == "Crane falls into harbour")
    #expect(report.shown(.paragraph).count == 3)
    #expect(report.shown(.paragraph)[0].contains("Lindholm & its market were closed on Monday after a crane fell"))
    #expect(report.shown(.subheading) == ["What comes next"])
    #expect(report.shown(.caption) == ["The crane on Monday. Photo: Ivo Berg / AFP"])
    #expect(report.furniture.contains { $0.kind == .menu })
    #expect(report.furniture.contains { $0.kind == .related })
  }

  @Test func `declared data are taken up`() {
    let report = extract(Self.page, .html)
    #expect(report.outlet?.name == "Vale Daily")
    #expect(report.byline?.text == "Mara Velt")
    #expect(report.published?.moment.description == "2024-03-04T07:00:00Z")
    #expect(report.credits.map { "\($0.agency) \($0.kind.rawValue)" } == ["AFP photo", "Reuters told"])
  }

  @Test(arguments: [
    (#"<meta property="og:site_name" content="Vale Daily | valedaily.com">"#, "Vale Daily"),
    (#"<meta property="og:site_name" content="https://www.vale-daily.com">"#, "Vale Daily"),
    (#"<meta property="og:site_name" content="U.S.">"#, nil), (#"<title>Crane falls into harbour</title>"#, nil),
    (#"<title>Crane falls into harbour - World - Vale Daily</title>"#, "Vale Daily"),
    (#"</head><body><div class="logo"><a href="/"><img alt="Vale Daily logo"></a></div>"#, "Vale Daily"),
    (#"</head><body><a class="logo" href="/">Home</a>"#, nil),
  ])
  func `the site's name is where sites put it`(_ head: String, _ name: String?) {
    let report = extract(
      "<html><head>\(head)<h1>Crane falls into harbour</h1><p>\(ExtractorTests.first)</p><p>\(ExtractorTests.second)</p>",
      .html)
    #expect(report.outlet?.name == name)
  }

  @Test func `spans lead back to the page's bytes`() {
    let report = extract(Self.page, .html)
    let first = report.body[0]
    #expect(report.exact(first.span).hasPrefix("The harbour of Lindholm &amp; its"))
    let told = report.credits.last!.place
    #expect(told.span.map { report.exact($0) } == "told Reuters")
  }

  @Test func `text that a page holds in a script only is read from there`() {
    let report = extract(
      #"""
      <html><head><title>Otters return to the Lune after forty years</title>
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Otters return to the Lune after forty years",
      "publisher": {"name": "Lune Valley News"}, "articleBody": "Otters have been seen on the Lune for the first time in forty years, the river trust said.\n\nA camera by the weir caught a mother and two cubs \u2014 \"fat as butter\", its warden said \u2014 in March.\n<p>The trust asks walkers to keep dogs on the lead &amp; cubs in peace until the end of June.<\/p>"}
      </script></head><body><div id="root"></div><p>Please enable JavaScript to read this page.</p></body></html>
      """#, .html)
    #expect(report.title?.text == "Otters return to the Lune after forty years")
    #expect(report.outlet?.name == "Lune Valley News")
    #expect(
      report.shown(.paragraph) == [
        "Otters have been seen on the Lune for the first time in forty years, the river trust said.",
        "A camera by the weir caught a mother and two cubs — \"fat as butter\", its warden said — in March.",
        "The trust asks walkers to keep dogs on the lead & cubs in peace until the end of June.",
      ])
    #expect(report.body.last.map { report.exact($0.span) }?.contains("lead &amp; cubs") == true)
  }

  @Test func `text around a stray end tag keeps its place`() {
    let report = extract(
      "<p>The harbour was closed on Monday</b> after a crane fell into the water, officials said there.</p><p>Nobody was hurt when it fell into the water near the market.</p>",
      .html)
    #expect(report.shown(.paragraph).count == 2)
    #expect(report.exact(report.body[0].span).hasSuffix("officials said there."))
  }

  @Test func `entities without a semicolon and numbers are followed`() {
    let source = Array("AT&ampT &#8217;s &eacute;t&eacute; & more".utf8)
    let text = Array("AT&T ’s été & more".utf8)
    var found: [SourceMap.Piece] = []
    source.withUnsafeBufferPointer { source in
      text.withUnsafeBufferPointer { SourceMap(source).map($0, from: 0, to: &found) }
    }
    let pieces = found.map {
      "\(String(decoding: text[$0.text], as: UTF8.self))=\(String(decoding: source[$0.span.range], as: UTF8.self))"
    }
    #expect(
      pieces == [
        "AT=AT", "&=&amp", "T =T ", "’=&#8217;", "s =s ", "é=&eacute;", "t=t", "é=&eacute;", " & more= & more",
      ])
  }
}

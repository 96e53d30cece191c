import StemmaModel
import Testing

@testable import StemmaExtract

@Suite struct HTMLMetadataTests {
  @Test func `JSON-LD says everything with its place`() throws {
    var page = DeclaringPage()
    page.head = DeclaringPage.linked(
      """
      {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#org", "name": "Vale Daily"},
        {"@type": "Person", "@id": "#mara", "name": "Mara Velt"},
        {"@type": ["Thing", "ReportageNewsArticle"], "headline": "Dam gives way &amp; floods Veldra", "author": [{"@id": "#mara"}, "Ivo Berg"],
         "publisher": {"@id": "#org"}, "datePublished": "2024-03-04T08:00:00+01:00", "dateModified": "2024-03-05",
         "url": "https://vale.example/dam", "articleSection": ["Region", "News"], "keywords": "dam, flood", "inLanguage": {"@type": "Language", "name": "English"},
         "sourceOrganization": {"name": "AFP"}, "creditText": "With Reuters", "copyrightHolder": "dpa",
         "isBasedOn": {"@type": "CreativeWork", "url": "https://council.example/paper"}, "citation": ["The wall of Veldra"], "correction": {"@type": "CorrectionComment", "text": "It was eleven, not ten."}}]}
      """)
    let report = page.report
    #expect(report.declared(.title).first == "linkedData Dam gives way & floods Veldra")
    #expect(report.declared(.byline) == ["linkedData Mara Velt, Ivo Berg"])
    #expect(report.declared(.outlet).first == "linkedData Vale Daily")
    #expect(report.declared(.basedOn) == ["linkedData https://council.example/paper"])
    #expect(report.declared(.citation) == ["linkedData The wall of Veldra"])
    #expect(report.declared(.correction) == ["linkedData It was eleven, not ten."])
    #expect(report.byline?.text == "Mara Velt, Ivo Berg")
    #expect(report.published?.moment.description == "2024-03-04T07:00:00Z")
    #expect(report.shownDate == "2024-03-04T08:00:00+01:00")
    #expect(report.modified?.moment.description == "2024-03-05")
    #expect(report.address == "https://vale.example/dam")
    #expect(report.section == "Region")
    #expect(report.tags == ["dam", "flood"])
    #expect(report.credits.map(\.agency) == ["Reuters", "AFP", "dpa"])
    for said in report.testimony where said.voice == .linkedData {
      let span = try #require(said.span)
      #expect(!report.exact(span).isEmpty)
    }
  }

  @Test func `of several articles the page's own is read`() {
    var page = DeclaringPage()
    page.head =
      #"<link rel="canonical" href="https://vale.example/dam">"#
      + DeclaringPage.linked(
        """
        [{"@type": "NewsArticle", "headline": "Ten ways to cook a herring", "url": "https://vale.example/herring", "author": "Olga Fisk", "datePublished": "2023-01-01"},
         {"@type": "NewsArticle", "headline": "Dam gives way above Veldra", "url": "https://www.vale.example/dam/", "author": "Mara Velt", "datePublished": "2024-03-04"},
         {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Snow", "author": "Nils Kahl", "datePublished": "2022-01-01"}}]}]
        """)
    #expect(page.report.byline?.text == "Mara Velt")
    #expect(page.report.published?.moment.description == "2024-03-04")
    #expect(page.report.declared(.byline) == ["linkedData Mara Velt"])
  }

  @Test func `an article that is elsewhere and is called otherwise is not the page's`() {
    var page = DeclaringPage()
    page.head =
      #"<link rel="canonical" href="https://vale.example/dam">"#
      + DeclaringPage.linked(
        #"{"@type": "NewsArticle", "headline": "Ten ways to cook a herring", "url": "https://vale.example/herring", "author": "Olga Fisk"}"#
      )
    #expect(page.report.byline == nil)
  }

  @Test func `microdata nests: the author's name is not the article's`() {
    let html = """
      <html><head><title>Dam gives way above Veldra</title></head><body><div itemscope itemtype="http://schema.org/NewsArticle">
      <h1 itemprop="headline">Dam gives way above Veldra</h1>
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Mara Velt</span></span>
      <div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Vale Daily"></div>
      <div itemprop="image" itemscope itemtype="http://schema.org/ImageObject"><meta itemprop="name" content="A wall"><meta itemprop="datePublished" content="2001-01-01"></div>
      <meta itemprop="datePublished" content="2024-03-04"><p>\(DeclaringPage.first)</p><p>\(DeclaringPage.second)</p></div></body></html>
      """
    let report = extract(html, .html)
    #expect(report.declared(.title).first == "microdata Dam gives way above Veldra")
    #expect(report.declared(.byline).first == "microdata Mara Velt")
    #expect(report.declared(.outlet).first == "microdata Vale Daily")
    #expect(report.declared(.published) == ["microdata 2024-03-04"])
    #expect(report.shownDate == "2024-03-04")
    #expect(report.outlet?.evidence?.span.map(report.exact) == "Vale Daily")
  }

  @Test func `RDFa that is written like microdata is read as it`() {
    var page = DeclaringPage()
    page.top =
      #"<div typeof="schema:Article"><span property="dc:date dc:created" content="2024-03-04T08:00:00+01:00">Mon, 4 March</span></div>"#
    #expect(page.report.declared(.published).first == "microdata 2024-03-04T08:00:00+01:00")
  }

  @Test func `open graph and meta stand in their order`() {
    var page = DeclaringPage()
    page.head = """
      <meta name="date" content="2024-03-06"><meta name="parsely-author" content="Mara Velt"><meta name="author" content="admin">
      <meta property="article:published_time" content="2024-03-04"><meta property="og:site_name" content="Vale Daily">
      <meta property="og:url" content="https://vale.example/dam?x=1"><link href="https://vale.example/dam" rel="canonical">
      <meta property="article:modified_time" content="2024-03-05"><meta property="article:section" content="Region">
      <meta property="article:tag" content="dam"><meta property="article:tag" content="@routing"><meta name="keywords" content="a, b">
      <meta name="syndication-source" content="https://apnews.com/article/1"><meta name="x-publish-date" content="2024-03-04T10:00Z">
      """
    let report = page.report
    #expect(report.published?.moment.description == "2024-03-04")
    #expect(report.modified?.moment.description == "2024-03-05")
    #expect(report.byline?.text == "Mara Velt")
    #expect(report.address == "https://vale.example/dam")
    #expect(report.section == "Region")
    #expect(report.tags == ["dam"])
    #expect(report.declared(.basedOn) == ["meta https://apnews.com/article/1"])
    #expect(report.credits.map(\.agency) == ["AP"])
    #expect(report.declared(.published) == ["openGraph 2024-03-04", "meta 2024-03-06", "meta 2024-03-04T10:00Z"])
    #expect(report.byline?.span.map(report.exact) == "Mara Velt")
  }

  @Test(arguments: [
    #"<meta name="author" content="{{author}}">"#, #"<meta name="author" content="https://vale.example/mara">"#,
    #"<meta name="author" content="undefined">"#, #"<meta name="author" content="@maravelt">"#,
    #"<meta name="author" content="admin">"#, #"<meta property="article:author" content="https://facebook.example/1">"#,
  ])
  func `what cannot be meant is kept and not believed`(_ head: String) {
    var page = DeclaringPage()
    page.head = head
    #expect(page.report.byline == nil)
    #expect(page.report.declared(.byline).count == 1)
  }

  @Test(arguments: ["1970-01-01T00:00:00Z", "0000-00-00", "null", "2024-13-45"])
  func `clocks that were never set date nothing`(_ date: String) {
    var page = DeclaringPage()
    page.head = "<meta property=\"article:published_time\" content=\"\(date)\">"
    #expect(page.report.published == nil)
    #expect(page.report.caveats.contains { $0.kind == .noDate })
  }

  @Test func `the host says which of two publishers is the masthead`() {
    var page = DeclaringPage()
    page.head =
      #"<link rel="canonical" href="https://www.valedaily.example/dam"><meta property="og:site_name" content="Vale Daily">"#
      + DeclaringPage.linked(
        #"{"@type": "NewsArticle", "headline": "Dam gives way above Veldra", "publisher": {"name": "Norland Media Holding"}}"#
      )
    let report = page.report
    #expect(report.outlet?.name == "Vale Daily")
    let caveat = report.caveats.first { $0.kind == .disagreement }
    #expect(caveat?.note.contains("Norland Media Holding") == true)
    #expect(caveat?.span != nil)
  }

  @Test func `a shown name that the markup does not know is kept beside it`() {
    var page = DeclaringPage()
    page.head = #"<meta name="author" content="Mara Velt">"#
    page.top = "<p>By Olga Fisk</p>"
    let report = page.report
    #expect(report.byline?.text == "Mara Velt")
    #expect(report.declared(.byline) == ["meta Mara Velt", "visible Olga Fisk"])
    #expect(report.caveats.contains { $0.kind == .disagreement && $0.span.map(report.exact) == "Olga Fisk" })
  }

  @Test func `a headline that shares no word with the declared one is said`() {
    var page = DeclaringPage()
    page.head = #"<meta property="og:title" content="Herring prices fall again this spring">"#
    let report = page.report
    #expect(report.title?.text == "Dam gives way above Veldra")
    #expect(report.declared(.title).contains("openGraph Herring prices fall again this spring"))
    #expect(report.caveats.contains { $0.kind == .disagreement && $0.note.contains("Herring") })
  }

  @Test func `the container is believed before the page`() {
    var page = DeclaringPage()
    page.head = #"<meta name="author" content="Mara Velt"><meta name="date" content="2024-03-04">"#
    let report = Extractor().extract(
      Page(
        source: "x", sha256: "", text: page.html, form: .html,
        testimony: [Testimony(.published, "2024-03-09", by: .record), Testimony(.byline, "Olga Fisk", by: .feed)]))
    #expect(report.published?.moment.description == "2024-03-09")
    #expect(report.byline?.text == "Olga Fisk")
    #expect(report.declared(.byline) == ["feed Olga Fisk", "meta Mara Velt"])
  }
}

import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import StemmaRead

@Suite struct FeedReaderTests {
  private static let long = String(
    repeating: "<p>The ferry to Osk stays in the harbour until Friday &amp; longer, said the office.</p>", count: 9)

  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- made by hand --><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>The Osk Post &#8211; Harbour</title><link>https://osk-post.example/</link><atom:link rel="self" href="https://osk-post.example/rss"/>
    <language>en-gb</language><copyright>(c) Halewire</copyright><image><title>Logo</title></image>
    <item><title>Ferry stays in &amp;amp; waits</title><link>https://osk-post.example/ferry?x=1&amp;y=2</link><guid isPermaLink="false">17</guid>
      <pubDate>Tue, 04 Jun 2024 08:00:00 GMT</pubDate><dc:creator><![CDATA[Ann Lee]]></dc:creator><category>Harbour</category><category>Osk</category>
      <description>The ferry stays in.</description><c:encoded><![CDATA[\(long)]]></c:encoded>
      <media:content url="https://x.example/a.jpg"><media:credit>Bo Ek/Halewire</media:credit></media:content></item>
    <item><title>Short one</title><link>https://osk-post.example/short</link><author>bo@osk-post.example (Bo Ek)</author>
      <description>Only a &lt;b&gt;few&lt;/b&gt; words…</description></item>
    <item><title>No text</title><link>https://osk-post.example/none</link></item>
    </channel></rss>
    """

  private static let atom = """
    <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">The Vale</title><link href="https://vale.example/"/>
    <rights>Vale Media</rights>
    <entry><title type="html">Ferry &lt;i&gt;stays&lt;/i&gt; in</title><link rel="self" href="https://vale.example/self"/><link rel="alternate" href="https://vale.example/ferry"/>
      <id>tag:vale,1</id><published>2024-06-04T08:00:00Z</published><updated>2024-06-05T08:00:00Z</updated><author><name>Ann Lee</name><email>a@x.example</email></author>
      <category term="harbour" label="Harbour"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <em>ferry</em> stays in &amp; waits.</p></div></content>
      <source><title>Halewire</title><link href="https://hale.example/"/></source></entry>
    <entry><title>Plain</title><id>https://vale.example/plain</id><updated>2024-06-06</updated><content type="text">Five &lt; six, said the office.</content></entry>
    <entry><title>Sum</title><link href="https://vale.example/sum"/><summary>A summary.</summary></entry></feed>
    """

  private static let rdf = """
    <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://osk.example/"><title>Osk News</title><items><rdf:Seq><rdf:li resource="https://osk.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://osk.example/1"><title>Ferry</title><link>https://osk.example/1</link><d:date>2024-06-04</d:date><d:creator>Ann Lee</d:creator>
    <d:publisher>Halewire</d:publisher><description>The ferry stays in.</description></item></rdf:RDF>
    """

  private func said(_ page: Page, _ field: Testimony.Field) -> [String] { page.testimony.all(field).map(\.value) }

  @Test(
    arguments: [
      (rss, "The Osk Post – Harbour"), (atom, "The Vale"),
      ("<rss><channel><title> No\n items </title></channel></rss>", "No items"),
      (#"{"version": "https://jsonfeed.org/version/1.1", "items": [], "title": "Told in JSON"}"#, "Told in JSON"),
      (
        "<rss><channel><title>\(Flood("Long ", times: 9000).text)</title></channel></rss>",
        String(Flood("Long ", times: 40).text)
      ),
      ("<rss><channel><title></title></channel></rss>", nil), ("<html><title>A page</title></html>", nil), ("", nil),
      (#"{"title": "An article", "text": "Words."}"#, nil),
    ] as [(String, String?)])
  func `a feed calls itself by its title`(feed: String, title: String?) {
    #expect(Reader.feedTitle(of: Download(address: "https://a.example/feed", bytes: Array(feed.utf8))) == title)
  }

  @Test func `RSS gives each item with its fullest text`() throws {
    let (pages, caveats) = read("a.xml", Self.rss)
    try #require(pages.map(\.source) == ["a.xml#1", "a.xml#2"])
    #expect(pages[0].text == Self.long && pages[0].form == .html)
    #expect(said(pages[0], .title) == ["Ferry stays in & waits"])
    #expect(said(pages[0], .outlet) == ["The Osk Post – Harbour"])
    #expect(said(pages[0], .address) == ["https://osk-post.example/ferry?x=1&y=2"])
    #expect(said(pages[0], .published) == ["Tue, 04 Jun 2024 08:00:00 GMT"])
    #expect(said(pages[0], .byline) == ["Ann Lee"])
    #expect(said(pages[0], .tag) == ["Harbour", "Osk"])
    #expect(said(pages[0], .credit) == ["Bo Ek/Halewire", "(c) Halewire"])
    #expect(said(pages[0], .language) == ["en-gb"])
    #expect(said(pages[0], .carrier) == [])
    #expect(pages[1].text == "Only a <b>few</b> words…")
    #expect(said(pages[1], .byline) == ["Bo Ek"])
    #expect(pages[1].caveats.map(\.kind) == [.cutShort])
    #expect(
      caveats.map(\.note).contains { $0.contains("only a summary") && $0.contains("https://osk-post.example/short") })
    #expect(caveats.map(\.note).contains { $0.contains("https://osk-post.example/none") })
    #expect(caveats.count == 2)
  }

  @Test func `Atom gives each entry, marked up or plain`() throws {
    let (pages, caveats) = read("a.atom", Self.atom)
    try #require(pages.count == 3)
    #expect(said(pages[0], .title) == ["Ferry stays in"])
    #expect(said(pages[0], .address) == ["https://vale.example/ferry"])
    #expect(said(pages[0], .outlet) == ["Halewire"])
    #expect(said(pages[0], .carrier) == ["The Vale"])
    #expect(said(pages[0], .byline) == ["Ann Lee"])
    #expect(said(pages[0], .modified) == ["2024-06-05T08:00:00Z"])
    #expect(said(pages[0], .credit) == ["Vale Media"])
    #expect(pages[0].form == .html && pages[0].text.contains("<p>The <em>ferry</em> stays in &amp; waits.</p>"))
    #expect(pages[1].form == .plain && pages[1].text == "Five < six, said the office.")
    #expect(said(pages[1], .address) == ["https://vale.example/plain"])
    #expect(said(pages[1], .published) == ["2024-06-06"])
    #expect(pages[2].caveats.map(\.kind) == [.cutShort])
    #expect(caveats.count == 1)
  }

  @Test func `RSS 1 and Atom under a prefix are read as well`() throws {
    let page = try #require(read("a.rdf", Self.rdf).pages.first)
    #expect(said(page, .outlet) == ["Halewire"])
    #expect(said(page, .byline) == ["Ann Lee"])
    #expect(said(page, .published) == ["2024-06-04"])
    let prefixed = """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Vale</a:title><a:entry><a:title>Ferry</a:title>
      <a:content type="html">&lt;p&gt;It stays.&lt;/p&gt;</a:content></a:entry></a:feed>
      """
    let other = try #require(read("a", prefixed, mediaType: "application/atom+xml").pages.first)
    #expect(other.text == "<p>It stays.</p>")
    #expect(said(other, .outlet) == ["The Vale"])
  }

  @Test func `an aggregator carries and does not publish`() throws {
    let text = """
      <rss><channel><title>All the News</title><item><title>Ferry</title><source url="https://osk-post.example/rss">The Osk Post</source>
      <description>The ferry stays in.</description></item></channel></rss>
      """
    let page = try #require(read("a.xml", text).pages.first)
    #expect(said(page, .outlet) == ["The Osk Post"])
    #expect(said(page, .carrier) == ["All the News"])
  }

  @Test func `JSON Feed gives each item`() throws {
    let text = """
      {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://vale.example/1","title":"Ferry","content_html":"<p>It stays.</p>",
        "date_published":"2024-06-04T08:00:00Z","authors":[{"name":"Ann Lee"}],"tags":["a"],"external_url":"https://hale.example/1"},
       {"id":"2","content_text":"It waits."},{"id":"3","url":"https://vale.example/3","summary":"Sum."},{"id":"4","url":"https://vale.example/4"}],
       "title":"The Vale","home_page_url":"https://vale.example/","language":"en"}
      """
    let (pages, caveats) = read("a.json", text)
    try #require(pages.map(\.text) == ["<p>It stays.</p>", "It waits.", "Sum."])
    #expect(said(pages[0], .outlet) == ["The Vale"])
    #expect(said(pages[0], .byline) == ["Ann Lee"])
    #expect(said(pages[0], .citation) == ["https://hale.example/1"])
    #expect(pages[2].caveats.map(\.kind) == [.cutShort])
    #expect(caveats.map(\.note).contains { $0.contains("https://vale.example/4") })
  }

  @Test(arguments: [
    "<rss><channel><title>Vale</title></channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>",
    "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}",
  ])
  func `a feed without items is not silent`(_ text: String) {
    let (pages, caveats) = read("a", text)
    #expect(pages.isEmpty)
    #expect(caveats.map(\.note) == ["a is a feed without items: look at it again later."])
  }

  @Test(arguments: [
    ("a & b", "stray ampersand"), ("a&nbsp;b", "undeclared name"), ("<b>a", "open tag"), ("a</i>", "close tag"),
    ("a < b", "bracket"), ("<p>one<br>two</p>", "HTML without CDATA"), ("a]]>b", "end of CDATA"),
    ("<![CDATA[a", "open CDATA"),
  ])
  func `a broken item is read as far as it goes, and so are the others`(_ text: String, _ name: String) {
    let items = (1...3).map {
      "<item><title>T\($0)</title><description>\($0 == 2 ? text : "Words.")</description></item>"
    }
    let (pages, _) = read("a.xml", "<rss><channel>\(items.joined())</channel></rss>")
    #expect(pages.count >= (name == "open CDATA" ? 1 : 3), "\(name)")
    #expect(pages.first?.text == "Words.")
  }

  @Test func `a broken feed says that it is`() {
    let text =
      "Warning: no cache\n<?xml version='1.0'?><rss><channel><item><title>A & B&nbsp;C</title><description>Words.</description></item></channel></rss>"
    let (pages, caveats) = read("a.rss", text)
    #expect(pages.first?.testimony.first(.title) == "A & B C")
    #expect(caveats.last?.note.contains("not well-formed") == true)
  }

  @Test func `a feed in another encoding, declared, named or neither`() {
    let body =
      Array("<channel><title>T</title><item><description>Die Br".utf8) + [0xFC] + Array("cke ist gro".utf8) + [0xDF]
      + Array(".</description></item></channel></rss>".utf8)
    let declared = Array("<?xml version='1.0' encoding='ISO-8859-1'?><rss>".utf8) + body
    #expect(read("a.xml", declared).pages.map(\.text) == ["Die Brücke ist groß."])
    let bare = Array("<rss>".utf8) + body
    #expect(read("a.xml", bare, mediaType: "text/xml; charset=latin1").pages.map(\.text) == ["Die Brücke ist groß."])
    let guessed = read("a.xml", bare)
    #expect(guessed.pages.map(\.text) == ["Die Brücke ist groß."])
    #expect(guessed.caveats.contains { $0.kind == .encoding })
    let wide: [UInt8] = [0xFF, 0xFE] + Array(Self.rdf.utf8).flatMap { [$0, 0] }
    #expect(read("a.rdf", wide).pages.map(\.text) == ["The ferry stays in."])
  }

  @Test func `an entity bomb and foreign entities are never resolved`() {
    let text = """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&b;&x;</title><description>&b;&x; words</description></item></channel></rss>
      """
    let (pages, _) = read("a.xml", text)
    #expect(pages.map(\.text) == ["&b;&x; words"])
  }

  @Test func `a list of feeds is fetched, or named`() throws {
    let list = """
      <?xml version="1.0"?><opml version="2.0"><body><outline text="Vale" xmlUrl="https://vale.example/feed"/>
      <outline text="More"><outline xmlUrl="https://osk.example/rdf"/><outline xmlUrl="https://gone.example/"/></outline></body></opml>
      """
    let named = read("a.opml", list)
    #expect(named.pages.isEmpty)
    #expect(named.caveats.first?.note.contains("Vale (https://vale.example/feed)") == true)
    let fetcher: Fetcher = { (address: String) throws(ReadError) -> Download in
      switch address {
      case "https://vale.example/feed": Download(address: address, bytes: Array(Self.atom.utf8))
      case "https://osk.example/rdf": Download(address: address, bytes: Array(Self.rdf.utf8))
      default: throw ReadError(.notFetched("\(address) is gone."), address)
      }
    }
    let fetched = read("a.opml", list.utf8, fetcher: fetcher)
    #expect(
      fetched.pages.map(\.source) == (1...3).map { "https://vale.example/feed#\($0)" } + ["https://osk.example/rdf#1"])
    #expect(fetched.notes.contains("https://gone.example/ is gone."))
  }

  @Test func `pieces of any size give the same, and any cut gives something`() {
    for text in [Self.rss, Self.atom, Self.rdf] {
      let expected = read("a.xml", text)
      for piece in [1, 2, 3, 7, 64, 100] {
        let got = read("a.xml", text, piece: piece)
        #expect(got.pages.map(\.text) == expected.pages.map(\.text))
        #expect(got.pages.map(\.testimony) == expected.pages.map(\.testimony))
        #expect(got.caveats == expected.caveats)
      }
    }
    for end in 1..<Self.rdf.utf8.count {
      let got = read("a.xml", Self.rdf.utf8.prefix(end))
      #expect(!got.pages.isEmpty || !got.caveats.isEmpty)
    }
  }

  @Test func `an item above the limit is left out and the next is read`() {
    var limits = Reader.Limits()
    limits.bytesPerRecord = 300
    let items = ["One.", String(repeating: "x", count: 2000), "Three."].map {
      "<item><description>\($0)</description></item>"
    }
    for piece in [1, 50, 10_000] {
      let readings = read("a.xml", "<rss><channel>\(items.joined())</channel></rss>".utf8, piece: piece, limits: limits)
      #expect(readings.pages.map(\.text) == ["One.", "Three."])
      #expect(readings.notes.contains("larger than 300 bytes"))
    }
  }

  @Test func `well-formed XML has the tree that a strict parser gives it`() {
    var random = SeededRandom(11)
    for _ in 0..<60 {
      let text = Self.element(depth: 0, &random)
      let oracle = Oracle(text)
      let tree = MarkupTree(text)
      #expect(tree.faults == 0)
      #expect(
        tree.elements.dropFirst().map {
          "\($0.name) \($0.attributes.map { "\($0.name)=\($0.value)" }.sorted()) \($0.text)"
        } == oracle.elements, "\(text)")
    }
  }

  private static func element(depth: Int, _ random: inout SeededRandom) -> String {
    let name = ["a", "b:c", "d-e", "f1"].randomElement(using: &random)!
    let attributes = ["", " x='1 &amp; 2'", " y=\"a'b\" z = '&#233;'", " u='>'"].randomElement(using: &random)!
    if random.next() % 7 == 0 { return "<\(name)\(attributes) />" }
    var inner = ""
    for _ in 0..<(random.next() % 5) {
      inner += ["Osk &lt;1&gt; ", "<![CDATA[<b> & ]]>", "<!-- <a> -->", "<?x y?>", "Zoë &#x2019;", "\n "].randomElement(
        using: &random)!
      if depth < 4, random.next() % 2 == 0 { inner += element(depth: depth + 1, &random) }
    }
    return "<\(name)\(attributes)>\(inner)</\(name)>"
  }
}

/// The elements of XML as Foundation's strict parser sees them.
private final class Oracle: NSObject, XMLParserDelegate {
  private(set) var found: [(name: String, text: String)] = []
  private var open: [Int] = []

  var elements: [String] { found.map { "\($0.name) \($0.text)" } }

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(text)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(found.count)
    found.append((name + " \(attributes.map { "\($0.key)=\($0.value)" }.sorted())", ""))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { found[open.last!].text += text }

  func parser(_ parser: XMLParser, foundCDATA data: Data) {
    found[open.last!].text += String(decoding: data, as: UTF8.self)
  }
}

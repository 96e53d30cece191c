import StemmaModel
import Testing

@testable import StemmaRead

/// A record of every program and format that is known, in our own words.
@Suite struct RecordShapesTests {
  struct Shape: Sendable {
    var name: String
    var json: String
    var expected: [(Testimony.Field, [String])]
    var text = "The ferry to Osk stays in the harbour until Friday."
  }

  static let ferry = "The ferry to Osk stays in the harbour until Friday."

  static let shapes: [Shape] = [
    Shape(
      name: "stemma extract",
      json: """
        {"id":"A","source":"old/a.html","text":"\(ferry)","sha256":"00","outlet":{"name":"The Osk Post","evidence":null},
         "title":{"text":"Ferry stays in","span":{"report":"A","start":0,"end":14,"exact":"Ferry stays in"}},
         "byline":{"text":"Ann Lee","span":{"report":"A","start":null,"end":null,"exact":"Ann Lee"}},
         "published":{"value":"2024-06-04T08:15Z","precision":"minute","evidence":null},"language":"en",
         "credits":[{"agency":"Halewire","kind":"creditLine","span":{"report":"A","start":90,"end":110,"exact":"(Halewire)"}}],
         "body":[{"report":"A","start":20,"end":70,"exact":"x"}],"furniture":[],"modified":{"value":"2024-06-05","precision":"day","evidence":null},
         "address":"https://osk-post.example/ferry","section":"Harbour","tags":["ferry","Osk"],
         "declared":[{"field":"basedOn","value":"https://hale.example/1","by":"linkedData","span":null}]}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.outlet, ["The Osk Post"]), (.byline, ["Ann Lee"]),
        (.published, ["2024-06-04T08:15Z"]), (.modified, ["2024-06-05"]), (.credit, ["(Halewire)"]),
        (.address, ["https://osk-post.example/ferry"]), (.section, ["Harbour"]), (.tag, ["ferry", "Osk"]),
        (.basedOn, ["https://hale.example/1"]), (.language, ["en"]),
      ]),
    Shape(
      name: "ninjs 1",
      json: """
        {"uri":"https://hale.example/items/1","type":"text","version":"2","versioncreated":"2024-06-04T09:00:00Z","firstcreated":"2024-06-04T08:00:00Z",
         "pubstatus":"usable","language":"en-GB","headline":"Ferry stays in","byline":"By Ann Lee","located":"Osk",
         "body_text":"\(ferry)","copyrightholder":"Halewire","usageterms":"Credit Halewire","infosource":[{"name":"Harbour Office"}],
         "subject":[{"name":"shipping"}],"ednote":"CORRECTS day in first paragraph","profile":"text"}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.byline, ["By Ann Lee"]), (.published, ["2024-06-04T08:00:00Z"]),
        (.modified, ["2024-06-04T09:00:00Z"]), (.outlet, ["Halewire"]),
        (.credit, ["Harbour Office", "Halewire", "Credit Halewire"]), (.tag, ["shipping"]), (.language, ["en-GB"]),
        (.address, ["https://hale.example/items/1"]), (.correction, ["CORRECTS day in first paragraph"]),
        (.located, ["Osk"]),
      ]),
    Shape(
      name: "ninjs 2",
      json: """
        {"uri":"urn:hale:2","versioncreated":"2024-06-04T09:00:00Z","headlines":[{"role":"short","value":"Ferry"},{"role":"main","value":"Ferry stays in"}],
         "by":"Ann Lee","bodies":[{"role":"summary","value":"Ferry in."},{"role":"main","contenttype":"text/plain","value":"\(ferry)"}],
         "infosources":[{"name":"Halewire","uri":"urn:x"}],"altids":[{"role":"web","value":"https://hale.example/2"}],"associations":[{"uri":"urn:pic","type":"picture"}]}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.byline, ["Ann Lee"]), (.published, ["2024-06-04T09:00:00Z"]),
        (.credit, ["Halewire"]), (.address, ["https://hale.example/2"]), (.modified, []),
      ]),
    Shape(
      name: "ninjs 3",
      json: """
        {"uri":"urn:hale:3","standard":{"name":"ninjs","version":"3.0"},"contentCreated":"2024-06-04T08:00:00Z","versionCreated":"2024-06-04T09:00:00Z",
         "headlines":[{"value":"Ferry stays in"}],"bodies":[{"contentType":"text/html","value":"<p>\(ferry)</p>"}],
         "rightsInfo":{"copyrightHolder":"Halewire"},"infoSources":[{"name":"Halewire"}],"pubStatus":"canceled"}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.published, ["2024-06-04T08:00:00Z"]), (.outlet, ["Halewire"]),
        (.credit, ["Halewire"]),
      ], text: "<p>\(ferry)</p>"),
    Shape(
      name: "schema.org",
      json: """
        {"@context":"https://schema.org","@type":["NewsArticle"],"headline":"Ferry stays in","articleBody":"\(ferry)",
         "author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ek"}],"publisher":{"@type":"Organization","name":"The Osk Post"},
         "datePublished":"2024-06-04","dateModified":"2024-06-05","sourceOrganization":{"name":"Halewire"},"creditText":"With Halewire",
         "isBasedOn":"https://hale.example/1","citation":[{"name":"Timetable of the harbour office"}],"correction":{"@type":"CorrectionComment","text":"The day was wrong."},
         "articleSection":["Harbour","News"],"keywords":"ferry, Osk","inLanguage":"en","mainEntityOfPage":{"@type":"WebPage","@id":"https://osk-post.example/ferry"}}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.byline, ["Ann Lee, Bo Ek"]), (.outlet, ["The Osk Post"]),
        (.published, ["2024-06-04"]),
        (.modified, ["2024-06-05"]), (.credit, ["Halewire", "With Halewire"]), (.basedOn, ["https://hale.example/1"]),
        (.citation, ["Timetable of the harbour office"]), (.correction, ["The day was wrong."]),
        (.section, ["Harbour"]),
        (.tag, ["ferry", "Osk"]), (.address, ["https://osk-post.example/ferry"]), (.language, ["en"]),
      ]),
    Shape(
      name: "Event Registry",
      json: """
        {"uri":"81","lang":"eng","isDuplicate":false,"date":"2024-06-04","time":"08:00:00","dateTime":"2024-06-04T08:20:00Z","dateTimePub":"2024-06-04T08:00:00Z",
         "dataType":"news","sim":0.5,"url":"https://osk-post.example/ferry","title":"Ferry stays in","body":"\(ferry)",
         "source":{"uri":"osk-post.example","dataType":"news","title":"The Osk Post"},"authors":[{"uri":"ann_lee@osk","name":"Ann Lee","type":"author"}],"image":"https://x.example/y.jpg","eventUri":null,"sentiment":0.1}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.outlet, ["The Osk Post"]), (.byline, ["Ann Lee"]),
        (.published, ["2024-06-04T08:00:00Z"]), (.address, ["https://osk-post.example/ferry"]), (.language, ["eng"]),
      ]),
    Shape(
      name: "trafilatura",
      json: """
        {"title":"Ferry stays in","author":"Ann Lee; Bo Ek","hostname":"osk-post.example","date":"2024-06-04","fingerprint":"ab","id":null,"license":null,
         "comments":"","raw_text":"x","text":"\(ferry)","language":"en","image":null,"pagetype":"article","filedate":"2024-07-01",
         "source":"https://osk-post.example/ferry","source-hostname":"The Osk Post","excerpt":"Ferry","categories":"Harbour","tags":"ferry;Osk"}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.outlet, ["The Osk Post"]), (.byline, ["Ann Lee; Bo Ek"]),
        (.published, ["2024-06-04"]),
        (.address, ["https://osk-post.example/ferry"]), (.section, ["Harbour"]), (.language, ["en"]),
      ]),
    Shape(
      name: "Fundus",
      json: """
        {"title":"Ferry stays in","authors":["Ann Lee"],"publishing_date":"2024-06-04 08:00:00+00:00","topics":["ferry"],"free_access":true,"lang":"en",
         "body":{"summary":["Ferry in."],"sections":[{"headline":["Until Friday"],"paragraphs":["\(ferry)","No more."]}]}}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.byline, ["Ann Lee"]), (.published, ["2024-06-04 08:00:00+00:00"]),
        (.tag, ["ferry"]),
      ], text: "Ferry in.\n\nUntil Friday\n\n\(ferry)\n\nNo more."),
    Shape(
      name: "news-please",
      json: """
        {"authors":["Ann Lee"],"date_download":"2024-07-01 10:00:00","date_modify":"2024-06-05 08:00:00","date_publish":"2024-06-04 08:00:00","description":"Ferry",
         "filename":"x.json","image_url":null,"language":"en","localpath":null,"maintext":"\(ferry)","source_domain":"osk-post.example",
         "title":"Ferry stays in","title_page":null,"title_rss":null,"url":"https://osk-post.example/ferry"}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.outlet, ["osk-post.example"]), (.published, ["2024-06-04 08:00:00"]),
        (.modified, ["2024-06-05 08:00:00"]), (.address, ["https://osk-post.example/ferry"]),
      ]),
    Shape(
      name: "newspaper",
      json: """
        {"url":"https://osk-post.example/ferry?ref=1","canonical_link":"https://osk-post.example/ferry","title":"Ferry stays in","text":"\(ferry)","authors":["Ann Lee"],
         "publish_date":1717488000,"top_image":"","meta_lang":"en","meta_site_name":"The Osk Post","keywords":["ferry"],"source_url":"https://osk-post.example"}
        """,
      expected: [
        (.title, ["Ferry stays in"]), (.outlet, ["The Osk Post"]), (.published, ["2024-06-04T08:00:00Z"]),
        (.address, ["https://osk-post.example/ferry"]), (.language, ["en"]), (.tag, ["ferry"]),
      ]),
    Shape(
      name: "a news API",
      json: """
        {"source":{"id":null,"name":"The Osk Post"},"author":"Ann Lee","title":"Ferry stays in","description":"Ferry","url":"https://osk-post.example/ferry",
         "urlToImage":null,"publishedAt":"2024-06-04T08:00:00Z","content":"\(ferry)"}
        """,
      expected: [(.outlet, ["The Osk Post"]), (.published, ["2024-06-04T08:00:00Z"]), (.byline, ["Ann Lee"])]),
  ]

  @Test(arguments: shapes.indices)
  func `a record gives its text and what it says of it`(_ index: Int) {
    let shape = Self.shapes[index]
    let (pages, _) = read("a.json", shape.json)
    #expect(pages.map(\.text) == [shape.text], "\(shape.name)")
    #expect(pages.map(\.source) == ["a.json"], "\(shape.name)")
    for (field, values) in shape.expected {
      #expect(pages.first?.testimony.all(field).map(\.value) == values, "\(shape.name): \(field)")
    }
  }

  @Test func `all shapes are read as lines, and as one list`() {
    let lines = Self.shapes.map { $0.json.split(separator: "\n").joined(separator: " ") }
    let texts = Self.shapes.map(\.text)
    #expect(read("a.jsonl", lines.joined(separator: "\n")).pages.map(\.text) == texts)
    #expect(read("a.json", lines.joined(separator: "\n")).pages.map(\.text) == texts)
    #expect(read("a.json", "[\(lines.joined(separator: ",\n"))]").pages.map(\.text) == texts)
    #expect(
      read("a", "{\"count\": 3, \"articles\": {\"results\": [\(lines.joined(separator: ","))]}}").pages.map(\.text)
        == texts)
    #expect(read("a", "{\"@graph\": [\(lines.joined(separator: ","))]}").pages.map(\.text) == texts)
  }

  @Test func `GDELT's list has no texts, and every address is named`() {
    let (pages, caveats) = read(
      "a.json",
      """
      {"articles":[{"url":"https://osk-post.example/ferry","url_mobile":"","title":"Ferry stays in","seendate":"20240604T081500Z","socialimage":"",
        "domain":"osk-post.example","language":"English","sourcecountry":"Norway"},{"url":"https://vale.example/2","title":"x"}]}
      """)
    #expect(pages.isEmpty)
    #expect(caveats.map(\.note).contains { $0.contains("https://osk-post.example/ferry") })
    #expect(caveats.map(\.note).contains { $0.contains("https://vale.example/2") })
  }

  @Test func `what is cancelled, shortened or paid for is said`() {
    #expect(read("a.json", Self.shapes[3].json).caveats.map(\.note).contains { $0.contains("cancelled") })
    let short = #"{"title":"T","content":"The ferry to Osk stays… [+1234 chars]","url":"https://x.example"}"#
    #expect(read("a.json", short).caveats.map(\.kind) == [.cutShort])
  }
}

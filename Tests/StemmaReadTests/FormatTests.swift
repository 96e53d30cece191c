import Testing

@testable import StemmaRead

@Suite struct FormatTests {
  private static let cases: [(name: String, head: String, format: Format)] = [
    ("a.txt", "The ferry stays in.", .plain), ("a", "The ferry stays in.", .plain), ("a.md", "The ferry", .markdown),
    ("a.txt", "<!DOCTYPE html><p>", .html), ("a.json", "\n<html><p>", .html), ("a.rss", "<!doctype HTML><p>", .html),
    ("a", "<!-- saved --><html>", .html), ("a.txt", "<div class='x'><p>The ferry", .html),
    ("a.xml", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", .html),
    ("a", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", .html),
    ("a.html", "<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><!-- x --><rss version='2.0'>", .feed),
    ("a", "<feed xmlns='http://www.w3.org/2005/Atom'>", .feed), ("a.xml", "<rdf:RDF xmlns='x'>", .feed),
    ("a.rss", "Notice: cache\n<?xml version='1.0'?><rss>", .feed), ("a.txt", "Notice: <rss> is old", .plain),
    ("a", "<?xml version='1.0'?><opml version='2.0'>", .feedList), ("a.xml", "<opml>", .feedList),
    ("a", "<?xml version='1.0'?><urlset>", .otherXML("urlset")), ("a.xml", "<nitf>", .otherXML("nitf")),
    ("a.txt", "<quote> said the mayor", .plain),
    ("a", "{\"text\": \"x\"}", .json), ("a.txt", "[ {\"text\": \"x\"}]", .json), ("a.txt", "[link](x) {x}", .plain),
    ("a", "{x}", .plain), ("a.jsonl", "{\"text\": \"x\"}", .jsonLines), ("a.json", "{\"text\": \"x\"}", .json),
    ("a.json", "nothing", .json), ("a.txt", "WARC/1.0\r\n", .webArchive), ("a.warc.gz", "rubbish", .webArchive),
    ("a.html.gz", "The ferry", .html), ("a.jsonl.zst", "x", .jsonLines), ("a.warc.txt", "x", .plain),
  ]

  @Test(arguments: cases.indices)
  func `the first bytes tell before the name does`(_ index: Int) {
    let (name, head, format) = Self.cases[index]
    #expect(Format(head: Array(head.utf8), path: name) == format)
    // A mark in front, or wide units, hide nothing.
    #expect(Format(head: [0xEF, 0xBB, 0xBF] + Array(head.utf8), path: name) == format)
    #expect(Format(head: [0xFF, 0xFE] + Array(head.utf8).flatMap { [$0, 0] }, path: name) == format)
  }

  @Test(arguments: [
    ("application/json; charset=x", "nothing", Format.json), ("text/html", "The ferry", .html),
    ("text/plain", "# T", .plain), ("text/plain", "<html>", .html), ("application/x-ndjson", "{\"a\": 1}", .jsonLines),
    ("application/octet-stream", "The ferry", .markdown), ("text/xml", "x\n<rss>", .feed),
    ("application/feed+json", "{\"a\": 1}", .json), ("text/html", "<?xml version='1.0'?><feed>", .feed),
  ])
  func `what brought it tells before the name does`(_ type: String, _ head: String, _ format: Format) {
    #expect(Format(head: Array(head.utf8), mediaType: MediaType(type).name, path: "a.md") == format)
  }

  @Test func `a media type has its name and its charset`() {
    #expect(MediaType(" Text/HTML ; charset=\"UTF-8\" ").name == "text/html")
    #expect(MediaType("text/html;boundary=x; CHARSET = Latin1").encoding == .windows1252)
    #expect(MediaType("").charset == nil)
  }
}

import StemmaModel
import Testing

@testable import StemmaRead

@Suite struct ArchiveReaderTests {
  private static func record(
    _ type: String, _ block: [UInt8], uri: String = "https://osk-post.example/1", contentType: String? = nil,
    length: String? = nil, more: String = ""
  ) -> [UInt8] {
    let header = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Target-URI: \(uri)\r
      WARC-Date: 2024-07-01T00:00:00Z\r
      WARC-Record-ID: <urn:uuid:1>\r
      \(contentType.map { "Content-Type: \($0)\r\n" } ?? "")\(more)Content-Length: \(length ?? String(block.count))\r\n\r\n
      """
    return Array(header.utf8) + block + [13, 10, 13, 10]
  }

  private static func answer(
    _ body: [UInt8], status: String = "200 OK", type: String? = "text/html; charset=utf-8", more: String = ""
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(type.map { "Content-Type: \($0)\r\n" } ?? "")\(more)\r\n".utf8) + body
  }

  private static func page(_ text: String) -> [UInt8] { Array("<!DOCTYPE html><p>\(text)</p>".utf8) }

  private static let chunked =
    Array("5;x=1\r\n<!DOC\r\n".utf8) + Array("13\r\nTYPE html><p>Four.<\r\n3\r\n/p>\r\n0\r\n\r\n".utf8)

  private static let archive: [[UInt8]] = [
    record("warcinfo", Array("software: x\r\n".utf8)), record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
    record("response", answer(page("One."), more: "Content-Language: en\r\n")),
    record("response", answer(page("Gone."), status: "404 Not Found")), record("revisit", answer([])),
    record(
      "response", answer(Packed.gzip(page("Two.")), more: "Content-Encoding: gzip\r\n"), uri: "<https://vale.example/2>"
    ),
    record("response", answer(Packed.bare(page("Three.")), more: "Content-Encoding: deflate\r\n")),
    record("response", answer(chunked, more: "Transfer-Encoding: chunked\r\n")),
    record("response", answer(page("Five."), more: "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
    record("response", answer([0xFF, 0xD8, 0xFF], type: "image/jpeg")),
    record("response", answer([0x1B, 0x3F, 0x80, 0xC3], more: "Content-Encoding: br\r\n")),
    record("conversion", Array("Six, in plain words.".utf8), contentType: "text/plain"),
    record("resource", page("Seven."), contentType: "text/html"),
    record("response", answer(Array("{\"text\": \"Eight.\"}".utf8), type: "application/json")),
    record(
      "response", answer(Array("<p>caf".utf8) + [0xE9] + Array("</p>".utf8), type: "text/html; charset=ISO-8859-1")),
    record("response", answer(page("Ten."), type: nil)), record("metadata", Array("x: y".utf8)),
  ]

  private static let texts = [
    "<!DOCTYPE html><p>One.</p>", "<!DOCTYPE html><p>Two.</p>", "<!DOCTYPE html><p>Three.</p>",
    "<!DOCTYPE html><p>Four.</p>",
    "<!DOCTYPE html><p>Five.</p>", "Six, in plain words.", "<!DOCTYPE html><p>Seven.</p>", "Eight.", "<p>café</p>",
    "<!DOCTYPE html><p>Ten.</p>",
  ]

  @Test func `an archive gives the pages of its records`() throws {
    let readings = read("a.warc", Self.archive.joined())
    #expect(readings.pages.map(\.text) == Self.texts)
    #expect(readings.pages.map(\.source) == [3, 6, 7, 8, 9, 12, 13, 14, 15, 16].map { "a.warc#\($0)" })
    let first = try #require(readings.pages.first)
    #expect(first.testimony.all(.address).map { "\($0.voice) \($0.value)" } == ["transport https://osk-post.example/1"])
    #expect(first.testimony.first(.language) == "en")
    #expect(first.testimony.first(.published) == nil)
    #expect(first.sha256 == Digest.hexadecimal(first.text.utf8))
    #expect(readings.pages[1].testimony.first(.address) == "https://vale.example/2")
    #expect(readings.caveats.count == 2)
    #expect(readings.notes.contains("packed with br"))
    #expect(readings.notes.contains("1 that only point to an earlier one, 1 whose status is not 200, 1 of other kinds"))
  }

  @Test func `packed by records or as a whole, in pieces of any size, it is the same`() {
    let each = Array(Self.archive.map { Packed.gzip($0) }.joined())
    let whole = Packed.zstd(Self.archive.joined())
    for piece in [1, 13, 500, .max] {
      #expect(read("a.warc.gz", each, piece: piece).pages.map(\.text) == Self.texts)
      #expect(read("a.warc.zst", whole, piece: piece).pages.map(\.text) == Self.texts)
      #expect(read("a", Self.archive.joined(), piece: piece).pages.map(\.text) == Self.texts)
    }
  }

  @Test(arguments: ["-5", "9223372036854775808", "9223372036854775807", "many", "", "4398046511105"])
  func `a record with a wrong length is left out and the next is found`(_ length: String) {
    let bad = Self.record("response", Self.answer(Self.page("Bad.")), length: length)
    let readings = read("a.warc", bad + Self.archive[2])
    #expect(readings.pages.map(\.text) == [Self.texts[0]])
    #expect(readings.notes.contains("does not say how long it is"))
  }

  @Test func `a length too short is noticed`() {
    let readings = read(
      "a.warc", Self.record("response", Self.answer(Self.page("Bad.")), length: "50") + Self.archive[2])
    #expect(readings.pages.last?.text == Self.texts[0])
    #expect(readings.notes.contains("bytes between its records"))
  }

  @Test func `a payload above the limit is cut and said`() {
    var limits = Reader.Limits()
    limits.bytesPerRecord = 1000
    let long = Self.page(String(repeating: "word ", count: 30_000))
    let readings = read("a.warc", Self.record("response", Self.answer(long)) + Self.archive[2], limits: limits)
    #expect(readings.pages.count == 2)
    #expect(readings.pages[0].caveats.map(\.kind).contains(.cutShort))
    let packed = Self.record("response", Self.answer(Packed.gzip(long), more: "Content-Encoding: gzip\r\n"))
    let unpacked = read("a.warc", packed, limits: limits)
    #expect(unpacked.pages.map(\.text.utf8.count) == [1000])
    #expect(unpacked.notes.contains("1000 bytes"))
  }

  @Test func `cut anywhere, nothing crashes and nothing is silent`() {
    let two = Self.archive[2] + Self.archive[5]
    for end in 1..<two.count {
      let got = read("a.warc", two[..<end])
      #expect(!got.pages.isEmpty || !got.caveats.isEmpty)
    }
  }

  @Test func `rubbish is no archive, and says so`() {
    #expect(read("a.warc", "WARC/1.0\r\n".utf8).notes.contains("does not say how long"))
    #expect(
      read("a.warc", String(repeating: "rubbish\n", count: 1000).utf8).notes.contains("There is no report in a.warc"))
    #expect(read("a.warc", [UInt8](repeating: 0, count: 1 << 20)).notes.contains("There is no report in a.warc"))
  }
}

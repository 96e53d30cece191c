import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaRead

@Suite struct StreamTests {
  @Test func `each page is handed on before the next is read`() throws {
    let folder = try TemporaryFolder()
    let lines = (1...2000).map { "{\"text\": \"Number \($0) \(String(repeating: "word ", count: 100))\"}\n" }
    let file = try folder.write("a.jsonl", lines.joined())
    struct Enough: Error {}
    var seen: [String] = []
    #expect(throws: Enough.self) {
      try Reader().read([file, file + "x"]) { reading in
        if case .page(let page) = reading { seen.append(page.source) }
        if seen.count == 3 { throw Enough() }
      }
    }
    #expect(seen == [file + "#1", file + "#2", file + "#3"])
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe's first records are there before its end is`() throws {
    let pipe = Pipe()
    // More than is looked at to find out what it is, less than a pipe holds.
    let filling = String(repeating: "word ", count: 600)
    let lines = ["One.", "Two.", "Three."].map { "{\"text\": \"\($0)\", \"more\": \"\(filling)\"}\n" }
    pipe.fileHandleForWriting.write(Data(lines.joined().utf8))
    var seen: [String] = []
    Reader(standardInput: { pipe.fileHandleForReading }).read(["-"]) { reading in
      guard case .page(let page) = reading else { return }
      seen.append(page.text)
      // Nobody could get here if the end had to be seen first.
      if seen.count == 2 { try? pipe.fileHandleForWriting.close() }
    }
    #expect(seen == ["One.", "Two.", "Three."])
  }

  @Test func `caveats come where they arise`() throws {
    let folder = try TemporaryFolder()
    let a = try folder.write("a.txt", "Text.")
    let b = try folder.write("b.txt", "")
    let c = try folder.write("c.txt", "Text.")
    var order: [String] = []
    Reader().read([a, b, c]) { reading in
      switch reading {
      case .page(let page): order.append(page.source)
      case .caveat(let caveat): order.append("\(caveat.kind) \(caveat.source ?? "")")
      }
    }
    #expect(order == [a, "unreadable \(b)", c, "sameBytes \(c)"])
  }

  @Test func `an archive twice has the same bytes twice`() throws {
    let folder = try TemporaryFolder()
    let lines = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"
    let (pages, caveats) = Reader().read([try folder.write("a.jsonl", lines), try folder.write("b.jsonl", lines)])
    #expect(pages.count == 4)
    #expect(caveats.map(\.kind) == [.sameBytes])
  }

  @Test func `an address is fetched and read as what it is`() throws {
    let fetcher: Fetcher = { (address: String) throws(ReadError) -> Download in
      guard address.hasSuffix("ferry") else { throw ReadError(.notFetched("\(address) answers 404."), address) }
      return Download(
        address: "https://osk-post.example/ferry/", bytes: Array("<html><p>caf".utf8) + [0xE9],
        contentType: "text/html; charset=iso-8859-1")
    }
    let asked = ["HTTPS://osk-post.example/ferry", "http://osk-post.example/x", "HTTPS://osk-post.example/ferry"]
    let (pages, caveats) = Reader(fetcher: fetcher).read(asked)
    #expect(pages.map(\.text) == ["<html><p>café"])
    #expect(pages.map(\.source) == [asked[0]])
    #expect(pages[0].testimony.first(.address) == "https://osk-post.example/ferry/")
    #expect(caveats.map(\.kind) == [.unreadable, .repeatedPath])
    #expect(caveats[0].note == "http://osk-post.example/x answers 404.")
    #expect(Reader().read(["https://osk-post.example/ferry"]).caveats[0].note.contains("nothing here can fetch it"))
  }

  @Test func `a stream that fails on its way gives what came, and says so`() {
    final class Failing: ByteStream {
      private var pieces: [[UInt8]]

      init(_ pieces: [String]) { self.pieces = pieces.map { Array($0.utf8) } }

      func next() throws(ReadError) -> [UInt8]? {
        if pieces.isEmpty { throw ReadError(.notFetched("The line was cut."), "") }
        return pieces.removeFirst()
      }
    }
    for (name, pieces) in [
      ("a.jsonl", ["{\"text\": \"One.\"}\n{\"text\"", ": \"Two.\"}\n"]), ("a.txt", ["One. ", "Two."]),
    ] {
      let reader = InputReader(Input(name, Failing(pieces)), limits: Reader.Limits(), fetcher: nil)
      var (pages, notes) = (0, "")
      while let reading = reader.next() {
        switch reading {
        case .page: pages += 1
        case .caveat(let caveat): notes += caveat.note
        }
      }
      #expect(pages == (name == "a.txt" ? 1 : 2))
      #expect(notes.contains("The line was cut."))
    }
  }
}

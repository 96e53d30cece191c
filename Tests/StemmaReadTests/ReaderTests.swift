import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaRead

@Suite struct ReaderTests {
  @Test func `a text file is one page with the digest of its bytes`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "abc")
    let (pages, caveats) = Reader().read([file])
    #expect(caveats.isEmpty)
    #expect(pages.map(\.source) == [file])
    #expect(pages[0].form == .plain)
    #expect(pages[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a folder is read by path, hidden files and other kinds left out`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a.md", "sub/c.html", ".hidden.txt", ".git/d.txt", "picture.jpg"] {
      _ = try folder.write(name, "Some text: \(name).")
    }
    let (pages, caveats) = Reader().read([folder.path])
    #expect(caveats.isEmpty)
    #expect(pages.map { $0.source.dropFirst(folder.path.count + 1) } == ["a.md", "b.txt", "sub/c.html"])
  }

  @Test func `one bad input does not stop the others`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.txt", "Fine.")
    let empty = try folder.write("empty.txt", "")
    let (pages, caveats) = Reader().read([folder.path + "/none.txt", empty, good])
    #expect(pages.map(\.source) == [good])
    #expect(caveats.map(\.kind) == [.unreadable, .unreadable])
    #expect(caveats[0].note.contains("no file or folder"))
    #expect(caveats[1].note.contains("is empty"))
  }

  @Test(arguments: [
    ([0x25, 0x50, 0x44, 0x46, 0x2D] as [UInt8], "PDF"), ([0x50, 0x4B, 3, 4, 9], "office document"),
    ([0x1F, 0x8B, 8, 0], "compressed"),
    ([0x89, 0x50, 0x4E, 0x47], "image"), ([0x41, 0, 0x42], "binary"), (Array("BZh91AY".utf8), "gzip or zstd"),
    (Array("MIME-Version: 1.0\r\nContent-Type: multipart/related;".utf8), "MHTML"),
  ])
  func `a file of a kind that is not read says which and what to do`(_ bytes: [UInt8], _ word: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x.txt", bytes)
    let (pages, caveats) = Reader().read([file])
    #expect(pages.isEmpty)
    #expect(caveats.count == 1)
    #expect(caveats[0].kind == .unreadable)
    #expect(caveats[0].note.contains(word) && caveats[0].note.contains(file))
  }

  @Test func `a character cut off at the end is dropped and said`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x.txt", Array("café".utf8).dropLast())
    let (pages, caveats) = Reader().read([file])
    #expect(pages[0].text == "caf")
    #expect(caveats.map(\.kind) == [.cutShort])
  }

  @Test func `a byte-order mark stays part of the text`() throws {
    let folder = try TemporaryFolder()
    let (pages, _) = Reader().read([try folder.write("x.txt", "\u{FEFF}Text.")])
    #expect(pages[0].text.utf8.count == 8)
  }

  @Test func `the same file under two spellings is read once`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x.txt", "Text.")
    let (pages, caveats) = Reader().read([file, folder.path + "/./x.txt"])
    #expect(pages.count == 1)
    #expect(caveats.map(\.kind) == [.repeatedPath])
  }

  @Test func `two files with the same bytes are two pages and a caveat that names both`() throws {
    let folder = try TemporaryFolder()
    let a = try folder.write("a.txt", "Text.")
    let b = try folder.write("b.txt", "Text.")
    let (pages, caveats) = Reader().read([a, b])
    #expect(pages.count == 2)
    #expect(caveats.map(\.kind) == [.sameBytes])
    #expect(caveats[0].note.contains(a) && caveats[0].note.contains(b))
  }

  @Test func `a file over the limit is refused`() throws {
    let folder = try TemporaryFolder()
    var limits = Reader.Limits()
    limits.bytesPerInput = 10
    let (pages, caveats) = Reader(limits: limits).read([try folder.write("x.txt", "More than ten bytes.")])
    #expect(pages.isEmpty)
    #expect(caveats[0].note.contains("larger than 10 bytes"))
  }

  @Test func `a device is refused and a folder without reports said`() throws {
    let folder = try TemporaryFolder()
    let (pages, caveats) = Reader().read(["/dev/null", folder.path])
    #expect(pages.isEmpty)
    #expect(caveats.map(\.kind) == [.unreadable, .unreadable])
  }

  @Test func `standard input is read under the name of a dash`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x", "Words from elsewhere.")
    let (pages, _) = Reader(standardInput: { FileHandle(forReadingAtPath: file)! }).read(["-"])
    #expect(pages.map(\.source) == ["-"])
  }

  @Test(arguments: [
    ("# A heading\n\nText.", Page.Form.markdown), ("It cost \\$5, **he said**.", .markdown),
    ("See [this](https://example.org).", .markdown),
    ("Five # three * two.", .plain), ("<!DOCTYPE html><p>Text", .html), ("A * star ** and # hash", .plain),
  ])
  func `the form of a text file is told by its text`(_ text: String, _ form: Page.Form) throws {
    let folder = try TemporaryFolder()
    let (pages, _) = Reader().read([try folder.write("x.txt", text)])
    #expect(pages[0].form == form)
  }
}

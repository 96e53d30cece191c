import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// A bad report never sinks a story: it is named, with what to do, and the others give their dossier.
@Suite struct BadInputTests {
  /// Runs the viaduct's reports with one bad input among them.
  private func compare(with bad: String, _ reports: Reports) throws -> (run: ProgramRun, dossier: Dossier) {
    let paths = [reports.paths[0], bad] + reports.paths.dropFirst()
    let run = try StemmaProgram.run(["compare", "--format", "json"] + paths)
    let dossiers = try StemmaProgram.dossiers(paths, ["--quiet"])
    try #require(dossiers.count == 1)
    return (run, dossiers[0])
  }

  private static let bad: [(name: String, bytes: [UInt8], word: String)] = [
    ("empty.txt", [], "is empty"), ("blank.txt", Array(" \n\t\r\n".utf8), "is empty"),
    ("mark.txt", [0xEF, 0xBB, 0xBF], "is empty"),
    ("binary.txt", [0x41, 0x00, 0x01, 0x02], "binary"), ("page.txt", Array("%PDF-1.7\n1 0 obj".utf8), "PDF"),
    ("word.txt", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "office document"),
    ("old-word.txt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "office document"),
    (
      "saved.txt", Array("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n".utf8), "MHTML"
    ),
    ("packed.txt", [0x1F, 0x8B, 0x08, 0x00], "unpack"), ("packed.bz2", Array("BZh91AY".utf8), "unpack"),
    ("sites.xml", Array("<?xml version='1.0'?><urlset><url/></urlset>".utf8), "XML"),
    ("quiet.rss", Array("<rss version='2.0'><channel><title>Vale</title></channel></rss>".utf8), "without items"),
    ("picture.html", [0x89, 0x50, 0x4E, 0x47, 0x0D], "image"), ("broken.json", Array("{\"text\": ".utf8), "JSON"),
    ("textless.json", Array("{\"title\": \"No text\"}".utf8), "text"), ("lines.jsonl", Array("{}\n{]\n".utf8), "text"),
  ]

  @Test(arguments: bad.indices)
  func `it is named on standard error and in the dossier`(index: Int) throws {
    let (name, bytes, word) = Self.bad[index]
    let reports = try Reports()
    let path = try reports.folder.write(name, bytes)
    let (run, dossier) = try compare(with: path, reports)
    #expect(run.status == 0)
    let line = try #require(run.errors.split(separator: "\n").first { $0.contains(path) && $0.contains(word) })
    #expect(line.hasPrefix("stemma: "))
    #expect(dossier.reports.count == 3)
    let caveat = try #require(dossier.caveats.first { $0.kind == "unreadable" && $0.note.contains(word) })
    #expect(caveat.note.contains(path))
    #expect(caveat.report == nil)
  }

  @Test func `a missing file is named and the others are compared`() throws {
    let reports = try Reports()
    let (run, dossier) = try compare(with: reports.folder.file("none.txt"), reports)
    #expect(run.status == 0)
    #expect(run.errors.contains("none.txt"))
    #expect(dossier.reports.count == 3)
    #expect(dossier.caveats.contains { $0.kind == "unreadable" && $0.note.contains("none.txt") })
  }

  @Test func `a file over the limit is refused without being read`() throws {
    let reports = try Reports()
    let (run, dossier) = try compare(with: reports.folder.writeSparse("huge.txt", bytes: 1 << 40), reports)
    #expect(run.errors.contains("larger than 64 MiB"))
    #expect(dossier.reports.count == 3)
  }

  @Test func `a file that may not be read is named`() throws {
    let reports = try Reports()
    let path = try reports.folder.write("secret.txt", "Nobody may read this.")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let run = try StemmaProgram.run(["compare"] + reports.paths + [path])
    #expect(run.status == 0)
    // The superuser may read everything.
    if getuid() != 0 { #expect(run.errors.contains("secret.txt may not be read")) }
  }

  @Test func `a device is not read`() throws {
    let reports = try Reports()
    let (run, _) = try compare(with: "/dev/zero", reports)
    #expect(run.errors.contains("/dev/zero is neither a file nor a folder"))
  }

  @Test func `an empty folder is named`() throws {
    let reports = try Reports()
    let folder = try TemporaryFolder()
    let (run, dossier) = try compare(with: folder.path, reports)
    #expect(run.errors.contains("There is no report in \(folder.path)"))
    #expect(dossier.reports.count == 3)
  }

  @Test func `a text cut in the middle of a character is read as far as it goes, and that is said once`() throws {
    let reports = try Reports()
    let whole = Array((InventedStory.viaduct[1].text + "\n\nThe café is shut, said Zoé").utf8)
    let path = try reports.folder.write("cut.txt", whole.dropLast())
    let run = try StemmaProgram.run(["compare", "--format", "json"] + reports.paths + [path])
    #expect(run.status == 0)
    #expect(run.errors.contains("cut.txt ends in the middle of a character"))
    let dossier = try #require(StemmaProgram.dossiers(reports.paths + [path], ["--one-story"]).first)
    let id = try #require(dossier.reports.first { $0.source == path }?.id)
    #expect(dossier.caveats.filter { $0.kind == "cutShort" }.map(\.report) == [id])
  }

  @Test(arguments: [
    ("menu.html", "<html><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><footer>© Post</footer></body>"),
    ("menu.txt", "Home | News | Sport | Weather\n\nWe use cookies. Accept all / Settings\n"),
    ("empty.html", "<html><head><title>The Post</title></head><body><script>start()</script></body></html>"),
  ])
  func `a page with furniture only is named, with what to do, and is no story`(name: String, text: String) throws {
    let reports = try Reports()
    let path = try reports.folder.write(name, text)
    let (run, dossier) = try compare(with: path, reports)
    #expect(run.status == 0)
    #expect(run.errors.contains(path))
    #expect(dossier.caveats.contains { $0.note.contains(path) })
    let alone = try StemmaProgram.run(["compare", path])
    #expect(alone.status == 4)
    #expect(alone.errors.contains(path))
  }
}

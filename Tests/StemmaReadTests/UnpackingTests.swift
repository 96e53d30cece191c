import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaRead

@Suite struct UnpackingTests {
  private let text = "The ferry to Osk is out of service until Friday, the harbour office says."

  @Test(arguments: ["a.txt.gz", "a.txt", "a"])
  func `packed text is read as the text, whatever its name`(_ name: String) {
    for packed in [Packed.gzip(text.utf8), Packed.zstd(text.utf8)] {
      let readings = read(name, packed)
      #expect(readings.pages.map(\.text) == [text])
      #expect(readings.caveats.isEmpty)
      // The same page, packed or not, is the same page.
      #expect(readings.pages[0].sha256 == Digest.hexadecimal(text.utf8))
    }
  }

  @Test func `members and frames one after the other are one text`() {
    #expect(read("a.gz", Packed.gzip("One. ".utf8) + Packed.gzip("Two.".utf8)).pages.map(\.text) == ["One. Two."])
    #expect(read("a.zst", Packed.zstd("One. ".utf8) + Packed.zstd("Two.".utf8)).pages.map(\.text) == ["One. Two."])
    #expect(read("a.gz", Packed.gzip("One.".utf8) + [0, 0, 0]).caveats.isEmpty)
  }

  @Test func `packed twice is unpacked twice, and three times is refused`() {
    let twice = Packed.gzip(Packed.zstd(text.utf8))
    #expect(read("a.txt.zst.gz", twice).pages.map(\.text) == [text])
    #expect(read("a", Packed.gzip(twice)).notes.contains("is compressed"))
  }

  @Test func `a cut packing gives what comes before the cut and says so`() {
    let long = (0..<4000).map { "Sentence \($0 &* 7919 % 4001) of the long report. " }.joined()
    for packed in [Packed.gzip(long.utf8), Packed.zstd(long.utf8)] {
      let readings = read("a.txt.gz", packed.dropLast(packed.count / 3))
      if let page = readings.pages.first {
        #expect(long.hasPrefix(page.text))
        #expect(page.caveats.contains { $0.kind == .cutShort })
      }
      #expect(readings.notes.contains("its end is missing"))
    }
  }

  @Test func `damage is said, and so is what follows the packing`() {
    var packed = Packed.gzip(text.utf8)
    #expect(read("a.gz", packed + Array("rest".utf8)).notes.contains("behind its compressed part"))
    packed[packed.count / 2] ^= 0x55
    #expect(!read("a.gz", packed).caveats.isEmpty)
  }

  @Test func `packed bytes come the same in pieces of any size`() {
    let packed = Packed.gzip(text.utf8) + Packed.gzip(text.utf8)
    let frames = Packed.zstd(text.utf8) + Packed.zstd(text.utf8)
    for piece in 1...40 {
      #expect(read("a", packed, piece: piece).pages.map(\.text) == [text + text])
      #expect(read("a", frames, piece: piece).pages.map(\.text) == [text + text])
    }
  }

  @Test func `cut anywhere, nothing crashes and nothing is silent`() {
    for packed in [Packed.gzip(text.utf8), Packed.zstd(text.utf8)] {
      for end in 4..<packed.count { #expect(!read("a.txt.gz", packed[..<end]).caveats.isEmpty) }
    }
  }

  /// Ten gigabytes of zeros: forty thousand times the same member.
  private final class Zeros: ByteStream {
    private let member = Packed.gzip([UInt8](repeating: 0x20, count: 1 << 18))
    private(set) var left = 40_000

    func next() -> [UInt8]? {
      guard left > 0 else { return nil }
      left -= 1
      return member
    }
  }

  @Test(arguments: ["a.html.gz", "a.jsonl.gz", "a.warc.gz", "a.rss.gz", "a.json.gz"])
  func `a bomb is cut early and said`(_ name: String) {
    let zeros = Zeros()
    var limits = Reader.Limits()
    limits.unpackedFloor = 1 << 20
    let reader = InputReader(Input(name, zeros), limits: limits, fetcher: nil)
    var notes = ""
    while let reading = reader.next() {
      if case .caveat(let caveat) = reading { notes += caveat.note }
    }
    #expect(notes.contains("times its size"))
    #expect(zeros.left > 39_000)
  }

  @Test func `a page that unpacks above the limit is cut there`() {
    var limits = Reader.Limits()
    limits.unpackedBytesPerPage = 20
    let readings = read("a.txt.gz", Packed.gzip(text.utf8), limits: limits)
    #expect(readings.pages.map(\.text) == [String(text.prefix(20))])
    #expect(readings.notes.contains("20 bytes"))
  }
}

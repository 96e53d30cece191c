import Foundation
import StemmaExtract
import StemmaModel
import StemmaRead

/// What is fuzzed: a reader or a stage, fed with bytes, and what must hold of all it gives.
enum FuzzTarget: String, CaseIterable {
  case tree, charset, feed, warc, record, annotate

  /// The name under which the bytes come, as readers go by it where the bytes do not tell.
  private var name: String {
    switch self {
    case .tree, .charset: "page.html"
    case .feed: "feed.rss"
    case .warc: "pages.warc"
    case .record: "records.jsonl"
    case .annotate: "report.txt"
    }
  }

  func run(_ bytes: [UInt8]) {
    if self == .annotate {
      return AnnotatedBytes(bytes).check()
    }
    if self == .tree {
      check(Page(source: "page.html", sha256: "", text: String(decoding: bytes, as: UTF8.self), form: .html))
      return
    }
    let address = "https://fuzz.example/" + name
    let reader = Reader(fetcher: { address in Download(address: address, bytes: bytes) })
    for page in reader.read([address]).pages { check(page) }
  }

  /// Every span lies in the page, between whole letters, and every passage says what its text says.
  private func check(_ page: Page) {
    let report = Extractor().extract(page)
    let text = Array(page.text.utf8)
    func stands(_ span: TextSpan?) {
      guard let span else { return }
      precondition(0 <= span.start && span.start <= span.end && span.end <= text.count, "a span outside of its page")
      precondition(span.start == text.count || text[span.start] & 0xC0 != 0x80, "a span from within a letter")
      precondition(span.end == text.count || text[span.end] & 0xC0 != 0x80, "a span to within a letter")
    }
    for passage in report.passages {
      stands(passage.span)
      precondition(passage.range.upperBound <= report.text.bytes.count, "a passage outside of its text")
      precondition(
        String(validating: report.text.bytes[passage.range], as: UTF8.self) != nil, "a passage that is no UTF-8")
    }
    for furniture in report.furniture { stands(furniture.span) }
    for credit in report.credits { stands(credit.place.span) }
    for testimony in report.testimony { stands(testimony.span) }
    for caveat in report.caveats { stands(caveat.span) }
    for place in [report.title, report.byline, report.outlet?.evidence, report.published?.evidence] {
      stands(place?.span)
    }
  }
}

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["STEMMA_FUZZ"] ?? "tree"
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("STEMMA_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()

#if FUZZER
  /// What libFuzzer calls.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.run(start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? [])
    return 0
  }
#else
  /// Without the fuzzer: runs the target on the files given, to see one crash again.
  @main
  struct Replay {
    static func main() throws {
      for path in CommandLine.arguments.dropFirst() {
        target.run(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        print("\(path): well")
      }
    }
  }
#endif

import Foundation
import StemmaCopies
import StemmaExtract
import StemmaModel
import StemmaRead
import StemmaStories

/// The flood: any number of reports → the stories they are of, and the near-copies among them.
///
/// Reports are read in order, looked at on several threads, and folded one after another through the index of near-copies
/// and the index of stories. Their texts are let go of; what is kept of a report is some 3 kB.
public struct Corpus: Sendable {
  public var web: Web
  /// Threads that look at reports, beside the one that reads and the one that folds.
  public var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Reports that are handed to a thread at a time. What comes out does not depend on it.
  public var batch = 32

  public init(web: Web = Web()) {
    self.web = web
  }

  /// What is told while the corpus is read.
  public enum News: Sendable {
    /// A sentence about an input or a record that has trouble.
    case trouble(String)
    /// How far it has come: bytes are those of the files, as they lie there; nil where nobody knows how many there are.
    case standing(reports: Int, bytesRead: Int, bytesInAll: Int?)
  }

  /// Reads files, folders, addresses, or `-` for standard input, and finds their stories.
  ///
  /// - Parameters:
  ///   - shelf: where the pages are kept until their dossiers are made; nil where none are wanted.
  ///   - tell: called on this thread, after each batch and for each trouble.
  /// - Throws: what the shelf throws where its disk is full.
  /// - Complexity: O(*n*) in the reports, each with a bounded number of comparisons.
  public func stories(
    of inputs: [String], keeping shelf: PageShelf? = nil, _ tell: (News) -> Void
  ) throws -> StoryList {
    let meter = ReadingMeter()
    var reader = web.reader()
    reader.meter = meter
    let size = reader.size(of: inputs)
    let isKept = shelf != nil
    let map = OrderedMap<[Reader.Reading], [Sight]>(threads: threads, ahead: 4 * max(1, threads)) { readings, _ in
      readings.map { Sight($0, keepingPage: isKept) }
    }
    var fold = CorpusFold()
    try map.run({ [reader, batch] put in
      var waiting: [Reader.Reading] = []
      try? reader.read(inputs) { reading in
        waiting.append(reading)
        guard waiting.count >= batch else { return }
        guard put(waiting) else { throw CancellationError() }
        waiting.removeAll(keepingCapacity: true)
      }
      _ = put(waiting)
    }) { sights in
      for sight in sights {
        switch sight {
        case .caveat(let text): tell(.trouble(text))
        case .report(let report):
          try shelf?.add(report.page)
          if let text = fold.add(report) { tell(.trouble(text)) }
        }
      }
      tell(.standing(reports: fold.count, bytesRead: meter.bytes, bytesInAll: size))
    }
    for text in fold.remarks(now: Int64(Date().timeIntervalSince1970)) { tell(.trouble(text)) }
    return fold.list()
  }
}

/// What a thread makes of a reading.
enum Sight: Sendable {
  case caveat(String)
  case report(SeenReport)

  init(_ reading: Reader.Reading, keepingPage: Bool) {
    switch reading {
    case .caveat(let caveat): self = .caveat(caveat.note)
    case .page(let page):
      guard let brief = Extractor().brief(page) else {
        self = .caveat(Pipeline.nothingToRead(page.source).note)
        return
      }
      self = .report(SeenReport(page, brief, keepingPage: keepingPage))
    }
  }
}

/// One report as the fold takes it.
struct SeenReport: Sendable {
  var source: String
  var id: RecordID?
  var title: String
  var outlet: String?
  var published: Moment?
  var sketch: CopySketch
  var traits: StoryTraits
  /// Only where dossiers are wanted.
  var page: Page?

  init(_ page: Page, _ brief: Brief, keepingPage: Bool) {
    (source, id) = (page.source, page.recordID)
    (outlet, published) = (brief.outlet, brief.published)
    title = Self.title(brief)
    sketch = CopySketch(brief.text)
    traits = StoryTraits(title: brief.title, text: brief.text)
    self.page = keepingPage ? page : nil
  }

  private static let longestTitle = 200

  /// The title, else the beginning of the text: its first line, cut between words.
  private static func title(_ brief: Brief) -> String {
    let words = brief.title.utf8.contains { $0 > 32 } ? brief.title.utf8 : brief.text.utf8
    let rest = words.drop { $0 <= 32 }
    let line = rest.prefix(longestTitle + 1).prefix { $0 != 10 && $0 != 13 }
    guard line.count > longestTitle else { return String(Substring(line)) }
    // A word's end is a character's end as well; without one the cut falls where a character begins.
    let cut = line.lastIndex(of: 32) ?? line.indices.last { line[$0] & 0xC0 != 0x80 } ?? line.endIndex
    return String(Substring(line[..<cut])) + "…"
  }
}

import Foundation
import StemmaExtract
public import StemmaModel
import StemmaRead

/// The first half of the pipeline by itself: pages → reports.
public struct Extraction: Sendable {
  public enum Outcome<Made: Sendable>: Sendable {
    /// What was made of a report. A page without an article gives one without a body.
    case report(Made, bytes: Int)
    /// Trouble with an input that gave no report.
    case caveat(Caveat)
  }

  public var web: Web

  public init(web: Web = Web()) {
    self.web = web
  }

  /// Reads files, folders, or `-` for standard input and hands on what is made of their reports, in the order of the
  /// inputs.
  ///
  /// - Parameters:
  ///   - make: called on several threads at once, with a report and its number, from 0.
  ///   - receive: called on this thread; what it throws ends the run.
  /// - Complexity: the memory is that of a few pages for each core, however many there are.
  public func run<Made: Sendable>(
    _ inputs: [String], making make: @escaping @Sendable (Report, Int) -> Made,
    _ receive: (Outcome<Made>) throws -> Void
  ) rethrows {
    try run(inputs, reader: web.reader(), making: { report, _, number in make(report, number) }, receive)
  }

  /// As above, with each report's page.
  func run<Made: Sendable>(
    _ inputs: [String], reader: Reader, making make: @escaping @Sendable (Report, Page, Int) -> Made,
    _ receive: (Outcome<Made>) throws -> Void
  ) rethrows {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let map = OrderedMap<Item, Outcome<Made>>(threads: cores, ahead: 4 * cores) { item, _ in
      switch item {
      case .caveat(let caveat): return .caveat(caveat)
      case .page(let page, let number):
        let bytes = page.text.utf8.count
        return .report(make(Extractor().extract(page), page, number), bytes: bytes)
      }
    }
    try map.run({ put in
      var number = 0
      try? reader.read(inputs) { reading in
        let item: Item
        switch reading {
        case .caveat(let caveat): item = .caveat(caveat)
        case .page(let page):
          item = .page(page, number)
          number += 1
        }
        guard put(item) else { throw CancellationError() }
      }
    }) { try receive($0) }
  }

  private enum Item: Sendable {
    case page(Page, Int)
    case caveat(Caveat)
  }

  /// A report in the contract's shape, by itself: with its text and its caveats. Its id is its number's siglum.
  public static func entry(_ report: Report, number: Int) -> Dossier.Report {
    ReportEntry(report, id: Siglum(number).description).whole()
  }
}

import StemmaExtract
public import StemmaModel
import StemmaRead

/// The first half of the pipeline by itself: pages → reports, one after the other.
public struct Extraction: Sendable {
  public enum Outcome: Sendable {
    /// A report in the contract's shape, with its text; a page without an article gives one without a body.
    case report(Dossier.Report)
    /// Trouble with an input.
    case caveat(Caveat)
  }

  public init() {}

  /// Reads files, folders, or `-` for standard input and hands on their reports in the order of the inputs.
  ///
  /// - Complexity: the memory is that of one page, however many there are.
  public func run(_ inputs: [String], _ receive: (Outcome) throws -> Void) rethrows {
    var number = 0
    try Reader().read(inputs) { reading in
      switch reading {
      case .caveat(let caveat): try receive(.caveat(caveat))
      case .page(let page):
        let report = Extractor().extract(page)
        try receive(.report(ReportEntry(report, id: Siglum(number).description).whole()))
        number += 1
      }
    }
  }
}

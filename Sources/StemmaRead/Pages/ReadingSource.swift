import StemmaModel

/// Gives what an input holds, one reading after the other.
protocol ReadingSource: AnyObject {
  /// Nil at the end.
  func next() -> Reader.Reading?
}

/// Readings that are ready and wait to be taken.
struct WaitingReadings {
  private var readings: [Reader.Reading] = []
  private var taken = 0

  mutating func add(_ page: Page) {
    readings.append(.page(page))
    // A page's own trouble is trouble of the run as well: who reads pages only as they pass sees it.
    for caveat in page.caveats { add(caveat) }
  }

  mutating func add(_ caveat: Caveat) { readings.append(.caveat(caveat)) }

  mutating func add(_ error: ReadError) {
    add(Caveat(.unreadable, source: error.subject, note: error.description))
  }

  mutating func take() -> Reader.Reading? {
    guard taken < readings.count else {
      readings.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    taken += 1
    return readings[taken - 1]
  }
}

/// Caveats of records, of which there may be a million: the first are told one by one, the others counted.
struct RecordTrouble {
  private static let toldOneByOne = 20

  private let source: String
  private var told = 0
  private var left = 0

  init(source: String) {
    self.source = source
  }

  /// The caveat to be told, if it still is.
  mutating func caveat(_ code: ReadError.Code) -> Caveat? {
    caveat(Caveat(.unreadable, source: source, note: ReadError(code, source).description))
  }

  mutating func caveat(_ caveat: Caveat) -> Caveat? {
    told += 1
    if told <= Self.toldOneByOne { return caveat }
    left += 1
    return nil
  }

  /// How many were not told, at the end.
  func summary() -> Caveat? {
    guard left > 0 else { return nil }
    let note =
      left == 1
      ? "One more record of \(source) has such trouble." : "\(left) more records of \(source) have such trouble."
    return Caveat(.unreadable, source: source, note: note)
  }
}

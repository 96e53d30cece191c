/// Who stands behind an outlet.
package struct OutletEntry: Sendable, Hashable {
  /// As reports name it.
  package var name: String
  /// Outlets of one publisher share their boilerplate.
  package var publisher: String?
  package var owner: String?
  /// The agency whose reports it passes on, or that it is.
  package var agency: String?
  /// Whether it passes on what others wrote.
  package var isAggregator: Bool

  package init(
    name: String, publisher: String? = nil, owner: String? = nil, agency: String? = nil, isAggregator: Bool = false
  ) {
    self.name = name
    self.publisher = publisher
    self.owner = owner
    self.agency = agency
    self.isAggregator = isAggregator
  }
}

/// A user's file of outlets: values parted by tabs, the first line naming the columns.
///
///     outlet	publisher	owner	agency	aggregator
///     Harrow Evening	Fenmoor Papers	Dale Holding	Tidewire	no
///
/// Empty lines and those that begin with # are passed over; columns may be left out but for the first, and stand in any order.
package enum OutletTable {
  /// - Parameter name: of the file, for errors.
  package static func read(_ text: String, named name: String) throws(StoreError) -> [OutletEntry] {
    var columns: [String]?
    var entries: [OutletEntry] = []
    var lineOf: [String: Int] = [:]
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = number == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
      guard fields.contains(where: { !$0.isEmpty }), !line.hasPrefix("#") else { continue }
      let fail = { (reason: String) in StoreError(.outlets(line: number + 1, reason: reason), name) }
      guard let known = columns else {
        columns = fields.map { $0.lowercased() }
        let strange = columns!.first { !["outlet", "publisher", "owner", "agency", "aggregator"].contains($0) }
        if let strange {
          throw fail("names a column “\(strange)”, and there are outlet, publisher, owner, agency, aggregator")
        }
        guard columns!.contains("outlet") else { throw fail("names no column “outlet”") }
        continue
      }
      guard fields.count <= known.count else { throw fail("has \(fields.count) values for \(known.count) columns") }
      var entry = OutletEntry(name: "")
      for (column, value) in zip(known, fields) where !value.isEmpty {
        switch column {
        case "outlet": entry.name = value
        case "publisher": entry.publisher = value
        case "owner": entry.owner = value
        case "agency": entry.agency = value
        default:
          guard
            let answer = ["yes": true, "true": true, "1": true, "no": false, "false": false, "0": false][
              value.lowercased()]
          else { throw fail("says “\(value)” of aggregator, which is yes or no") }
          entry.isAggregator = answer
        }
      }
      guard !entry.name.isEmpty else { throw fail("names no outlet") }
      if let before = lineOf[entry.name] { throw fail("names \(entry.name) again, after line \(before)") }
      lineOf[entry.name] = number + 1
      entries.append(entry)
    }
    return entries
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first?.isWhitespace == true { field.removeFirst() }
    while field.last?.isWhitespace == true { field.removeLast() }
    return String(field)
  }
}

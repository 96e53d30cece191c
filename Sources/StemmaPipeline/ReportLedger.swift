import StemmaModel

/// What is remembered of each report of a flood beside the indexes: its name, source, title, outlet and time, in flat arrays.
struct ReportLedger: Sendable {
  private enum Naming: UInt8 {
    case source, number, text
  }

  private var times: [Int64] = []
  /// By `Moment.Precision.allCases`; 255 without a time.
  private var precisions: [UInt8] = []
  private var outlets: [UInt32] = []
  private var outletNames: [String] = []
  private var outletNumbers: [String: UInt32] = [:]
  private var namings: [UInt8] = []
  /// Ids and titles, one behind the other.
  private var words: [UInt8] = []
  private var idEnds: [Int] = []
  private var titleEnds: [Int] = []
  /// Sources as a container and a number within it; 0 for none.
  private var containers: [UInt32] = []
  private var numbers: [UInt32] = []
  private var containerNames: [String] = []
  private var containerNumbers: [String: UInt32] = [:]
  /// By the id: the first report that had it.
  private var firstWithID: [UInt64: UInt32] = [:]

  var count: Int { times.count }

  /// Takes the next report.
  ///
  /// - Returns: the first report with the same id, if there was one.
  mutating func add(_ report: SeenReport) -> Int? {
    let number = count
    times.append(report.published.map(Self.seconds) ?? 0)
    precisions.append(
      report.published.map { UInt8(Moment.Precision.allCases.firstIndex(of: $0.precision)!) } ?? .max)
    outlets.append(outletNumber(report.outlet))
    let (naming, id): (Naming, String) =
      switch report.id {
      case nil: (.source, "")
      case .number(let number): (.number, String(number))
      case .text(let text): (.text, text)
      }
    namings.append(naming.rawValue)
    words.append(contentsOf: id.utf8)
    idEnds.append(words.count)
    words.append(contentsOf: report.title.utf8)
    titleEnds.append(words.count)
    addSource(report.source)
    guard naming != .source else { return nil }
    let key = Self.hash(id.utf8, naming.rawValue)
    guard let first = firstWithID[key] else {
      firstWithID[key] = UInt32(number)
      return nil
    }
    return name(of: Int(first)) == name(of: number) ? Int(first) : nil
  }

  // MARK: - What is known of a report

  /// Seconds since 1970, of a coarse time its beginning; nil without one.
  func time(of report: Int) -> Int64? { precisions[report] == .max ? nil : times[report] }

  func moment(of report: Int) -> Moment? {
    guard let seconds = time(of: report) else { return nil }
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    var moment = Moment(dayNumber: day)
    moment.precision = Moment.Precision.allCases[Int(precisions[report])]
    switch moment.precision {
    case .year: (moment.month, moment.day) = (nil, nil)
    case .month: moment.day = nil
    case .day: break
    case .minute, .second: moment.secondOfDay = Int(seconds) - day * 86_400
    }
    return moment
  }

  /// A number for each outlet, from 1; 0 for none.
  func outlet(of report: Int) -> UInt32 { outlets[report] }

  func outletName(of report: Int) -> String? {
    outlets[report] == 0 ? nil : outletNames[Int(outlets[report]) - 1]
  }

  /// The record's own id, else the source.
  func name(of report: Int) -> RecordID {
    let start = report == 0 ? 0 : titleEnds[report - 1]
    let id = String(decoding: words[start..<idEnds[report]], as: UTF8.self)
    return switch Naming(rawValue: namings[report])! {
    case .source: .text(source(of: report))
    case .number: .number(Int(id) ?? 0)
    case .text: .text(id)
    }
  }

  func title(of report: Int) -> String {
    String(decoding: words[idEnds[report]..<titleEnds[report]], as: UTF8.self)
  }

  func source(of report: Int) -> String {
    let container = containerNames[Int(containers[report])]
    return numbers[report] == 0 ? container : "\(container)#\(numbers[report])"
  }

  /// By time, those without one last; else in the order in which they came.
  func standsBefore(_ a: Int, _ b: Int) -> Bool {
    (time(of: a) ?? .max, a) < (time(of: b) ?? .max, b)
  }

  // MARK: - Steps

  private static func seconds(_ moment: Moment) -> Int64 {
    Int64(moment.dayNumber) * 86_400 + Int64(moment.secondOfDay ?? 0)
  }

  private mutating func outletNumber(_ outlet: String?) -> UInt32 {
    guard let outlet, !outlet.isEmpty else { return 0 }
    let key = outlet.lowercased()
    if let number = outletNumbers[key] { return number }
    outletNames.append(outlet)
    outletNumbers[key] = UInt32(outletNames.count)
    return UInt32(outletNames.count)
  }

  /// "reports.jsonl#12" is 12 in reports.jsonl.
  private mutating func addSource(_ source: String) {
    var (container, number): (Substring, UInt32) = (source[...], 0)
    if let mark = source.utf8.lastIndex(of: UInt8(ascii: "#")) {
      let digits = source[source.utf8.index(after: mark)...]
      if let found = UInt32(digits), found > 0, String(found) == digits {
        (container, number) = (source[..<mark], found)
      }
    }
    let name = String(container)
    let place = containerNumbers[name] ?? UInt32(containerNames.count)
    if Int(place) == containerNames.count {
      containerNames.append(name)
      containerNumbers[name] = place
    }
    containers.append(place)
    numbers.append(number)
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>, _ kind: UInt8) -> UInt64 {
    bytes.reduce((0xcbf2_9ce4_8422_2325 ^ UInt64(kind)) &* 0x0000_0100_0000_01b3) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
  }
}

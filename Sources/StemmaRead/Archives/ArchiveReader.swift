import StemmaModel

/// Reads WARC 1.0 and 1.1, record by record: pages from answers, resources and conversions.
///
/// - Source: ISO 28500, https://iipc.github.io/warc-specifications/. A packed archive has a gzip member for each record; unpacked they
///   are one stream.
/// - Complexity: the memory is that of one payload, up to its limit.
final class ArchiveReader: ReadingSource {
  private let source: String
  private let bytes: ByteReader
  private let limits: Reader.Limits
  private var number = 0
  private var inner: InputReader?
  private var waiting = WaitingReadings()
  private var trouble: RecordTrouble
  private var passedOver = PassedOver()
  private var isLost = false
  private var isDone = false
  private var hasPage = false

  /// A header's line, and a stretch that is looked through for the next record.
  private static let longestLine = 1 << 16
  private static let mostHeaderLines = 256
  /// Records above this have a wrong length: no crawler keeps such.
  private static let longestRecord = 1 << 42

  init(source: String, bytes: ByteReader, limits: Reader.Limits) {
    self.source = source
    self.bytes = bytes
    self.limits = limits
    trouble = RecordTrouble(source: source)
  }

  func next() -> Reader.Reading? {
    while true {
      if let reading = waiting.take() { return reading }
      if let reading = inner?.next() {
        if case .page = reading { hasPage = true }
        // What is wrong with one of a million payloads is counted with the others.
        guard case .caveat(let caveat) = reading, caveat.kind == .unreadable else { return reading }
        if let told = trouble.caveat(caveat) { return .caveat(told) }
        continue
      }
      inner = nil
      if isDone { return nil }
      readRecord()
    }
  }

  private func readRecord() {
    guard let line = bytes.line(limit: Self.longestLine) else { return finish() }
    if line.bytes.isEmpty, !line.isTooLong { return }
    guard line.bytes.starts(with: "WARC/".utf8) else {
      if !isLost { tell("\(source) has bytes between its records, after record \(number): they are passed over.") }
      isLost = true
      return
    }
    isLost = false
    number += 1
    var lines: [[UInt8]] = []
    while let line = bytes.line(limit: Self.longestLine), !line.bytes.isEmpty || line.isTooLong {
      if lines.count < Self.mostHeaderLines { lines.append(line.bytes) }
    }
    let header = HeaderFields(lines.map { $0[...] })
    guard let length = header["content-length"].flatMap({ Int($0) }), (0...Self.longestRecord).contains(length) else {
      tell("Record \(number) of \(source) does not say how long it is: it is left out.")
      // Its block is looked through for the next record, without a word more.
      isLost = true
      return
    }
    read(header, length)
  }

  private func read(_ header: HeaderFields, _ length: Int) {
    let type = header["warc-type"]?.lowercased() ?? ""
    guard ["response", "resource", "conversion"].contains(type) else {
      if type == "revisit" { passedOver.revisits += 1 }
      bytes.skip(length)
      return
    }
    let kept = min(length, limits.bytesPerRecord + Self.longestLine)
    let block = bytes.take(kept)
    let skipped = bytes.skip(length - kept)
    var notes: [String] = []
    if block.count + skipped < length { notes.append("ends before its record does: what there is of it is read.") }
    if skipped > 0 {
      notes.append("is larger than \(ReadError.size(limits.bytesPerRecord)): what comes after that is left out.")
    }
    if let reason = header["warc-truncated"] { notes.append("was cut by the crawler (\(reason)).") }
    if type == "response" {
      answer(block, header, notes)
    } else {
      // A converted text is in UTF-8 whatever the page was in.
      open(block, header, mediaType: header["content-type"].map { MediaType($0) }, language: nil, notes)
    }
  }

  private func answer(_ block: [UInt8], _ header: HeaderFields, _ notes: [String]) {
    guard let answer = HTTPAnswer(block) else {
      // DNS answers and the like.
      passedOver.others += 1
      return
    }
    guard answer.status == 200 else {
      passedOver.failures += 1
      return
    }
    var mediaType = answer.header["content-type"].map { MediaType($0) }
    if mediaType == nil { mediaType = header["warc-identified-payload-type"].map { MediaType($0) } }
    guard isWanted(mediaType) else {
      passedOver.others += 1
      return
    }
    switch answer.payload(limits: limits) {
    case .unreadable(let coding):
      tell("Record \(number) of \(source) is packed with \(coding), which is not read: it is left out.")
    case .bytes(let payload, let trouble):
      var notes = notes
      if let trouble {
        notes.append("cannot be unpacked to its end: what there is of it is read. (\(Self.words(trouble)))")
      }
      open(payload, header, mediaType: mediaType, language: answer.header["content-language"], notes)
    }
  }

  private static func words(_ code: ReadError.Code) -> String {
    switch code {
    case .unpackingCut: "its end is missing"
    case .unpackingBomb(let ratio): "it becomes more than \(ratio) times its size"
    case .tooLarge(let limit): "it becomes more than \(ReadError.size(limit))"
    default: "it is damaged"
    }
  }

  private func open(
    _ payload: [UInt8], _ header: HeaderFields, mediaType: MediaType?, language: String?, _ notes: [String]
  ) {
    guard isWanted(mediaType), mediaType != nil || Format(sniffing: payload.prefix(1 << 12)) != nil else {
      passedOver.others += 1
      return
    }
    let name = "\(source)#\(number)"
    guard payload.contains(where: { $0 > 32 }) else {
      return tell("Record \(number) of \(source) is empty: it is left out.")
    }
    var input = Input(name, payload)
    input.mediaType = mediaType
    input.isNested = true
    input.caveats = notes.map { Caveat(.cutShort, source: name, note: "\(name) \($0)") }
    // Some writers put the address into angle brackets.
    if let address = header["warc-target-uri"]?.trimmingAngleBrackets {
      input.testimony.append(Testimony(.address, address, by: .transport))
    }
    if let language { input.testimony.append(Testimony(.language, language, by: .transport)) }
    inner = InputReader(input, limits: limits, fetcher: nil)
  }

  /// Kinds that a report may be in; what has no kind is looked at.
  private func isWanted(_ type: MediaType?) -> Bool {
    guard let type else { return true }
    return Format(mediaType: type.name) != nil
  }

  private func tell(_ note: String) {
    if let caveat = trouble.caveat(Caveat(.unreadable, source: source, note: note)) { waiting.add(caveat) }
  }

  private func finish() {
    isDone = true
    if let summary = trouble.summary() { waiting.add(summary) }
    if let note = passedOver.note(source) { waiting.add(Caveat(.other, source: source, note: note)) }
    if !hasPage, number == 0 || passedOver.isEmpty { waiting.add(ReadError(.noReport, source)) }
  }
}

/// What an archive holds that is no report, counted.
private struct PassedOver {
  var revisits = 0
  var failures = 0
  var others = 0

  var isEmpty: Bool { revisits + failures + others == 0 }

  func note(_ source: String) -> String? {
    let parts = [
      revisits > 0 ? "\(revisits) that only point to an earlier one" : nil,
      failures > 0 ? "\(failures) whose status is not 200" : nil,
      others > 0 ? "\(others) of other kinds than pages" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "Records of \(source) passed over: \(parts.joined(separator: ", "))."
  }
}

extension String {
  fileprivate var trimmingAngleBrackets: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}

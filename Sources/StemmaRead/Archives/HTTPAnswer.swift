/// An HTTP answer as an archive keeps it: its status, its header and its payload, unwrapped.
struct HTTPAnswer {
  let status: Int
  let header: HeaderFields
  private let body: ArraySlice<UInt8>

  /// Nil where the bytes are no answer.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var at = 0
    while let end = bytes[at...].firstIndex(of: 10) {
      var line = bytes[at..<end]
      if line.last == 13 { line.removeLast() }
      at = end + 1
      if line.isEmpty { break }
      lines.append(line)
    }
    guard let first = lines.first else { return nil }
    let words = first.split(separator: 32)
    status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    header = HeaderFields(lines.dropFirst())
    body = bytes[at...]
  }

  enum Payload {
    /// The bytes, and why they are not all of them.
    case bytes([UInt8], trouble: ReadError.Code?)
    /// In a coding that is not read.
    case unreadable(coding: String)
  }

  /// The body without its chunks and packing. Many archives keep it unwrapped under the header of the wrapped one: what does not
  /// look wrapped is taken as it is.
  func payload(limits: Reader.Limits) -> Payload {
    var bytes = Array(body)
    if header.list("transfer-encoding").contains("chunked") { bytes = Self.unchunked(bytes) ?? bytes }
    var trouble: ReadError.Code?
    for coding in header.list("content-encoding").reversed() {
      let guardian = UnpackingGuard(ratio: limits.unpackingRatio, floor: limits.unpackedFloor)
      let packed = MemoryBytes(bytes)
      let stream: (any ByteStream)?
      switch coding {
      case "gzip", "x-gzip", "zstd", "deflate":
        switch Unpacking.packing(bytes) {
        case .gzip: stream = GzipBytes(packed, guardian: guardian)
        case .zstd: stream = ZstdBytes(packed, guardian: guardian)
        case nil where coding == "deflate" && !Self.looksLikeText(bytes):
          // zlib's own header, or bare deflate, which some servers take the name for.
          let isMarked = bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
          stream = GzipBytes(packed, isMarked ? .marked : .bare, guardian: guardian)
        case nil: stream = nil
        }
      case "identity", "none", "utf-8": stream = nil
      case _ where Self.looksLikeText(bytes): stream = nil
      default: return .unreadable(coding: coding)
      }
      guard let stream else { continue }
      let reader = ByteReader(stream)
      bytes = reader.rest(limit: limits.bytesPerRecord)
      trouble = reader.trouble?.code
      if bytes.count > limits.bytesPerRecord {
        bytes.removeLast(bytes.count - limits.bytesPerRecord)
        trouble = .tooLarge(limit: limits.bytesPerRecord)
      }
    }
    return .bytes(bytes, trouble: trouble)
  }

  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64)
    return head.allSatisfy { $0 >= 32 || $0 == 9 || $0 == 10 || $0 == 13 || $0 == 12 }
      && head.count { $0 < 0x80 } * 4 >= head.count * 3
  }

  /// Nil where there are no chunks. A cut body gives the chunks that are there.
  static func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
    var whole: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard let end = bytes[at...].firstIndex(of: 10) else { return at == 0 ? nil : whole }
      let digits = bytes[at..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 32 }
      // Sixteen digits are more than any memory; the number must not overflow.
      guard !digits.isEmpty, digits.count <= 12, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size >= 0
      else { return at == 0 ? nil : whole }
      if size == 0 { return whole }
      let start = end + 1
      whole += bytes[min(start, bytes.count)..<min(start + size, bytes.count)]
      at = start + size
      while at < bytes.count, bytes[at] == 13 || bytes[at] == 10 { at += 1 }
    }
    return whole
  }
}

/// Watches how much comes out of how little: a stream that unpacks to hundreds of times its size is no text.
final class UnpackingGuard {
  let ratio: Int
  /// Bytes that may come out before the ratio is asked: short inputs may well be one line repeated.
  private let floor: Int
  private var packed = 0
  private(set) var unpacked = 0

  init(ratio: Int, floor: Int) {
    self.ratio = ratio
    self.floor = floor
  }

  func took(_ count: Int) { packed += count }

  /// Counts what came out; false where it is too much.
  func allows(_ count: Int) -> Bool {
    unpacked += count
    return unpacked <= floor || unpacked / ratio <= packed
  }
}

/// Finds out whether bytes are packed, and unpacks them: gzip and zstd, and each of them in the other once.
enum Unpacking {
  enum Packing {
    case gzip, zstd
  }

  /// How bytes are packed, by their first ones.
  static func packing(_ head: some Collection<UInt8>) -> Packing? {
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
    // A skippable frame, as some writers put first: 0x184D2A50 to …5F, little-endian.
    let mark = Array(head.prefix(4))
    if mark.count == 4, mark[0] & 0xF0 == 0x50, mark[1...] == [0x2A, 0x4D, 0x18] { return .zstd }
    return nil
  }

  /// Packed twice happens by mistake; more often than that it is a trick.
  private static let mostLayers = 2

  /// A reader of the plain bytes of a stream, and how many layers were taken off.
  static func open(_ stream: any ByteStream, limits: Reader.Limits) -> (reader: ByteReader, layers: Int) {
    var reader = ByteReader(stream)
    var layers = 0
    while layers < mostLayers, let packing = packing(reader.peek(4)) {
      let guardian = UnpackingGuard(ratio: limits.unpackingRatio, floor: limits.unpackedFloor)
      let inner = ReaderBytes(reader)
      reader =
        switch packing {
        case .gzip: ByteReader(GzipBytes(inner, guardian: guardian))
        case .zstd: ByteReader(ZstdBytes(inner, guardian: guardian))
        }
      layers += 1
    }
    return (reader, layers)
  }
}

/// What is left of a reader, as a stream again.
final class ReaderBytes: ByteStream {
  private let reader: ByteReader

  init(_ reader: ByteReader) {
    self.reader = reader
  }

  func next() throws(ReadError) -> [UInt8]? {
    if !reader.isAtEnd { return reader.take(reader.available) }
    if let trouble = reader.trouble { throw trouble }
    return nil
  }
}

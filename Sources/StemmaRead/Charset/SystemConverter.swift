import Foundation

/// The system's `iconv` from one encoding to UTF-8, piece by piece.
final class SystemConverter {
  private let descriptor: iconv_t
  private let unitBytes: Int
  private let letGoOfCut: Bool
  /// Bytes, or units of two or four, that meant nothing and became U+FFFD.
  private(set) var invalid = 0
  /// The start of a character whose rest has not come yet.
  private(set) var rest: [UInt8] = []

  /// Nil where the system does not know the encoding.
  init?(from encoding: Encoding) {
    unitBytes = encoding.unitBytes
    letGoOfCut = encoding.isSingleByte
    for name in encoding.systemNames {
      let opened = iconv_open("UTF-8", name)
      // The error value is minus one as a pointer.
      if opened != iconv_t(bitPattern: -1) {
        descriptor = opened!
        return
      }
    }
    return nil
  }

  deinit { iconv_close(descriptor) }

  /// UTF-8 of what the bytes mean; what means nothing becomes U+FFFD, and is counted.
  func convert(_ piece: [UInt8]) -> [UInt8] {
    var input = rest.isEmpty ? piece : rest + piece
    rest = []
    // No encoding here needs more than three bytes of UTF-8 for one of its own, and a few on top for a change of state.
    let room = input.count * 3 + 64
    return [UInt8](unsafeUninitializedCapacity: room) { output, filled in
      input.withUnsafeMutableBytes { bytes in
        var from = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = bytes.count
        var to: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(output.baseAddress!)
          .assumingMemoryBound(to: CChar.self)
        var free = room
        while left > 0 {
          if iconv(descriptor, &from, &left, &to, &free) != -1 { break }
          if errno == EINVAL, !letGoOfCut {
            rest = Array(bytes.suffix(left))
            break
          }
          guard free >= 3, errno != E2BIG else { break }
          for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
            to!.pointee = CChar(bitPattern: byte)
            to! += 1
          }
          free -= 3
          let step = min(left, unitBytes)
          from! += step
          left -= step
          invalid += 1
        }
        filled = room - free
      }
    }
  }
}

/// A stream in an encoding whose bytes are not ASCII where they look it, as UTF-8.
final class TranscodedBytes: ByteStream {
  private let source: any ByteStream
  private let converter: SystemConverter

  init?(_ source: any ByteStream, from encoding: Encoding) {
    guard let converter = SystemConverter(from: encoding) else { return nil }
    self.source = source
    self.converter = converter
  }

  func next() throws(ReadError) -> [UInt8]? {
    while let piece = try source.next() {
      let text = converter.convert(piece)
      if !text.isEmpty { return text }
    }
    return nil
  }
}

import CZlib
import CZstd
import StemmaModel

@testable import StemmaRead

/// What reading a whole input brings.
struct Readings {
  var pages: [Page] = []
  var caveats: [Caveat] = []

  var notes: String { caveats.map(\.note).joined(separator: "\n") }
}

/// Reads bytes under a name, in pieces of a size.
func read(
  _ name: String, _ bytes: some Sequence<UInt8>, mediaType: String? = nil, piece: Int = .max,
  limits: Reader.Limits = Reader.Limits(), fetcher: Fetcher? = nil
) -> Readings {
  var input = Input(name, MemoryBytes(Array(bytes), piece: piece))
  input.mediaType = mediaType.map { MediaType($0) }
  let reader = InputReader(input, limits: limits, fetcher: fetcher)
  var readings = Readings()
  while let reading = reader.next() {
    switch reading {
    case .page(let page): readings.pages.append(page)
    case .caveat(let caveat): readings.caveats.append(caveat)
    }
  }
  return readings
}

func read(_ name: String, _ text: String, mediaType: String? = nil, piece: Int = .max) -> (
  pages: [Page], caveats: [Caveat]
) {
  let readings = read(name, text.utf8, mediaType: mediaType, piece: piece)
  return (readings.pages, readings.caveats)
}

/// Packs bytes as tools do.
enum Packed {
  static func gzip(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflate(bytes, windowBits: 15 + 16) }
  static func zlib(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflate(bytes, windowBits: 15) }
  static func bare(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflate(bytes, windowBits: -15) }

  private static func deflate(_ bytes: some Sequence<UInt8>, windowBits: Int32) -> [UInt8] {
    var input = Array(bytes)
    var zip = z_stream()
    deflateInit2_(
      &zip, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&zip) }
    let room = Int(deflateBound(&zip, UInt(input.count))) + 64
    return [UInt8](unsafeUninitializedCapacity: room) { output, filled in
      input.withUnsafeMutableBufferPointer { input in
        zip.next_in = input.baseAddress
        zip.avail_in = UInt32(input.count)
        zip.next_out = output.baseAddress
        zip.avail_out = UInt32(room)
        _ = CZlib.deflate(&zip, Z_FINISH)
        filled = room - Int(zip.avail_out)
      }
    }
  }

  static func zstd(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    let room = ZSTD_compressBound(input.count)
    return [UInt8](unsafeUninitializedCapacity: room) { output, filled in
      filled = ZSTD_compress(output.baseAddress, room, input, input.count, 3)
    }
  }
}

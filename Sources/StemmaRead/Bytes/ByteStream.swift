import Foundation

/// Bytes that come in pieces: a file, a pipe, an answer from the net, or another stream unpacked.
package protocol ByteStream: AnyObject {
  /// The next piece, never empty; nil at the end. After an error the stream has ended.
  func next() throws(ReadError) -> [UInt8]?
}

/// Bytes that are in memory, in pieces of any size.
package final class MemoryBytes: ByteStream {
  private let bytes: [UInt8]
  private let piece: Int
  private var at = 0

  package init(_ bytes: [UInt8], piece: Int = .max) {
    self.bytes = bytes
    self.piece = piece
  }

  package func next() -> [UInt8]? {
    guard at < bytes.count else { return nil }
    let start = at
    at = piece < bytes.count - at ? at + piece : bytes.count
    return start == 0 && at == bytes.count ? bytes : Array(bytes[start..<at])
  }
}

/// The bytes of an open file or pipe, as they come: a pipe's piece is handed on before the next is there.
final class HandleBytes: ByteStream {
  private let handle: FileHandle
  private let closesAtEnd: Bool
  private let meter: ReadingMeter?

  init(_ handle: FileHandle, closesAtEnd: Bool, meter: ReadingMeter? = nil) {
    self.handle = handle
    self.closesAtEnd = closesAtEnd
    self.meter = meter
  }

  /// 128 KiB: larger pieces read no faster from files or pipes.
  static let pieceSize = 1 << 17

  func next() throws(ReadError) -> [UInt8]? {
    var count = 0
    let descriptor = handle.fileDescriptor
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, filled in
      repeat { count = read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    if count < 0 { throw ReadError(.failed, "") }
    meter?.add(count)
    return count == 0 ? nil : piece
  }

  deinit { if closesAtEnd { try? handle.close() } }
}

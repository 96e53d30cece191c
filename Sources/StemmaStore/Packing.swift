import CZstd
import Foundation
import Synchronization

/// Texts as they stand in the store: one byte that says how, then the bytes.
///
/// 0: as they are. 1: a zstd frame that states its size. Whatever does not get smaller is kept as it is.
enum Packing {
  /// Level 1 makes 3 kB of news half as long at about 150 MB/s; level 3 saves 4 % more and costs twice the time.
  private static let level: Int32 = 1
  /// A frame that states more is not one of ours: a text is at most a page, which is cut at 64 MiB.
  private static let sizeLimit: UInt64 = 1 << 30

  static func pack(_ bytes: some Collection<UInt8>) -> Data {
    let plain = Array(bytes)
    guard let context = contexts.take() else { return Data([0] + plain) }
    defer { contexts.give(context) }
    let packed = [UInt8](unsafeUninitializedCapacity: 1 + ZSTD_compressBound(plain.count)) { room, count in
      room[0] = 1
      let size = plain.withUnsafeBytes {
        ZSTD_compressCCtx(
          context, UnsafeMutableRawPointer(room.baseAddress!) + 1, room.count - 1, $0.baseAddress, $0.count, level)
      }
      count = ZSTD_isError(size) == 0 && size < plain.count ? 1 + size : 0
    }
    return packed.isEmpty ? Data([0] + plain) : Data(packed)
  }

  private static let contexts = Contexts()

  /// zstd's working memory, which takes as long to make as a report to pack: as many as threads have packed at once.
  private final class Contexts: Sendable {
    private struct Context: @unchecked Sendable { let pointer: OpaquePointer }

    private let idle = Mutex<[Context]>([])

    func take() -> OpaquePointer? { idle.withLock { $0.popLast() }?.pointer ?? ZSTD_createCCtx() }

    func give(_ context: OpaquePointer) {
      let context = Context(pointer: context)
      idle.withLock { $0.append(context) }
    }
  }

  /// What was packed; nil if the bytes are not what `pack` gives.
  static func unpack(_ data: Data) -> [UInt8]? {
    guard let form = data.first else { return nil }
    let body = data.dropFirst()
    if form == 0 { return Array(body) }
    guard form == 1 else { return nil }
    return body.withUnsafeBytes { frame -> [UInt8]? in
      let size = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
      guard size <= sizeLimit else { return nil }
      var plain = [UInt8](repeating: 0, count: Int(size))
      let count = plain.withUnsafeMutableBytes {
        ZSTD_decompress($0.baseAddress, $0.count, frame.baseAddress, frame.count)
      }
      return ZSTD_isError(count) == 0 && count == plain.count ? plain : nil
    }
  }

  static func text(_ data: Data) -> String? { unpack(data).map { String(decoding: $0, as: UTF8.self) } }
}

import CZstd

/// Unpacks zstd, one frame after the other.
final class ZstdBytes: ByteStream {
  private let source: any ByteStream
  private let guardian: UnpackingGuard
  private let stream: OpaquePointer?
  private var input: [UInt8] = []
  private var at = 0
  private var isBetweenFrames = true
  /// Whether the last call filled its room: there may be more without new input.
  private var isFull = false
  private var hasEnded = false
  private var ending: ReadError.Code?

  init(_ source: any ByteStream, guardian: UnpackingGuard) {
    self.source = source
    self.guardian = guardian
    // The library refuses windows above 128 MiB by itself.
    stream = ZSTD_createDStream()
  }

  deinit { ZSTD_freeDStream(stream) }

  func next() throws(ReadError) -> [UInt8]? {
    if let ending {
      self.ending = nil
      hasEnded = true
      throw ReadError(ending, "")
    }
    if hasEnded || stream == nil { return nil }
    var output: [UInt8] = []
    while output.isEmpty, ending == nil {
      if at == input.count, !isFull {
        guard let piece = try source.next() else {
          if isBetweenFrames { hasEnded = true } else { ending = .unpackingCut }
          break
        }
        guardian.took(piece.count)
        input = piece
        at = 0
      }
      output = unpack()
      if !guardian.allows(output.count) { ending = .unpackingBomb(limit: guardian.ratio) }
    }
    if !output.isEmpty { return output }
    return hasEnded ? nil : try next()
  }

  private func unpack() -> [UInt8] {
    var status = 0
    let wasBetweenFrames = isBetweenFrames
    let output = [UInt8](unsafeUninitializedCapacity: HandleBytes.pieceSize) { room, filled in
      input.withUnsafeBufferPointer { bytes in
        var from = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: at)
        var to = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        status = ZSTD_decompressStream(stream, &to, &from)
        at = from.pos
        filled = to.pos
        isFull = to.pos == to.size
      }
    }
    if ZSTD_isError(status) != 0 {
      // After a whole frame it is something else that follows, not a broken frame.
      ending = wasBetweenFrames && guardian.unpacked > 0 ? .unpackingRest : .unpackingBroken
    } else {
      isBetweenFrames = status == 0
    }
    return output
  }
}

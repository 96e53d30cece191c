import CZlib

/// Unpacks gzip, one member after the other, and the `deflate` of HTTP.
final class GzipBytes: ByteStream {
  enum Wrapper {
    /// With a header of its own kind, gzip's or zlib's.
    case marked
    /// Bare, as some servers send `deflate`.
    case bare
  }

  private let source: any ByteStream
  private let guardian: UnpackingGuard
  private let zip: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var input: [UInt8] = []
  private var at = 0
  private var isBetweenMembers = false
  private var hasEnded = false
  /// What ended the stream, told after the bytes that were unpacked before.
  private var ending: ReadError.Code?

  init(_ source: any ByteStream, _ wrapper: Wrapper = .marked, guardian: UnpackingGuard) {
    self.source = source
    self.guardian = guardian
    zip = .allocate(capacity: 1)
    zip.initialize(to: z_stream())
    // 15: the widest window; 32 more: gzip or zlib, whichever the header says.
    isReady =
      inflateInit2_(
        zip, wrapper == .marked ? 15 + 32 : -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(zip) }
    zip.deallocate()
  }

  func next() throws(ReadError) -> [UInt8]? {
    if let ending {
      self.ending = nil
      hasEnded = true
      throw ReadError(ending, "")
    }
    if hasEnded || !isReady { return nil }
    var output: [UInt8] = []
    while output.isEmpty, ending == nil {
      if at == input.count {
        guard let piece = try source.next() else {
          if isBetweenMembers { hasEnded = true } else { ending = .unpackingCut }
          break
        }
        guardian.took(piece.count)
        input = piece
        at = 0
      }
      if isBetweenMembers, !startMember() { continue }
      output = unpack()
      if !guardian.allows(output.count) { ending = .unpackingBomb(limit: guardian.ratio) }
    }
    if !output.isEmpty { return output }
    return hasEnded ? nil : try next()
  }

  /// Steps to the next member; false where the input is used up by padding, or nothing follows that is gzip.
  private func startMember() -> Bool {
    // Tapes and some writers pad with zeros.
    while at < input.count, input[at] == 0 { at += 1 }
    if at == input.count { return false }
    guard input[at] == 0x1F else {
      ending = .unpackingRest
      return false
    }
    inflateReset(zip)
    isBetweenMembers = false
    return true
  }

  private func unpack() -> [UInt8] {
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: HandleBytes.pieceSize) { room, filled in
      input.withUnsafeMutableBufferPointer { bytes in
        zip.pointee.next_in = bytes.baseAddress! + at
        zip.pointee.avail_in = UInt32(bytes.count - at)
        zip.pointee.next_out = room.baseAddress
        zip.pointee.avail_out = UInt32(room.count)
        status = inflate(zip, Z_NO_FLUSH)
        at = bytes.count - Int(zip.pointee.avail_in)
        filled = room.count - Int(zip.pointee.avail_out)
      }
    }
    switch status {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    default: ending = .unpackingBroken
    }
    return output
  }
}

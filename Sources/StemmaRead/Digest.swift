import Crypto
import Foundation

/// The fingerprint of bytes as they were read.
struct Digest {
  private var hash = SHA256()

  mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// SHA-256 of what was added, in lower-case hexadecimal.
  var hexadecimal: String { Self.hexadecimal(of: hash.finalize()) }

  /// SHA-256 in lower-case hexadecimal.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(of: SHA256.hash(data: Array(bytes))) }

  private static func hexadecimal(of hash: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A stream that remembers the fingerprint of what has passed.
final class DigestingBytes: ByteStream {
  private let source: any ByteStream
  private let isAsked: Bool
  private(set) var digest = Digest()

  /// - Parameter isAsked: whether anybody wants it; it costs as much as reading.
  init(_ source: any ByteStream, isAsked: Bool = true) {
    self.source = source
    self.isAsked = isAsked
  }

  func next() throws(ReadError) -> [UInt8]? {
    guard let piece = try source.next() else { return nil }
    if isAsked { digest.add(piece) }
    return piece
  }
}

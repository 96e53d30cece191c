#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A numeric network address, and whether it is on the public internet.
///
/// A page may ask for any address; a program that follows it into the network it runs in opens that network.
struct NetworkPlace: Equatable, Sendable {
  /// 4 or 16 bytes.
  let bytes: [UInt8]

  /// Numbers and dots or colons; nil where it is a name.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var text: String {
    var buffer = [CChar](repeating: 0, count: 64)
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    _ = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &buffer, socklen_t(buffer.count)) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Networks that are not reached over the public internet: IANA's special-purpose registries (RFC 6890 and later).
  private static let special: [(prefix: [UInt8], bits: Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
    ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
    ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]
  private static let specialSix: [(prefix: [UInt8], bits: Int)] = [
    ([0x01, 0x00, 0, 0, 0, 0, 0, 0], 64), ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32),
    ([0x3F, 0xFF, 0x00], 20), ([0x5F, 0x00], 16), ([0xFC], 7), ([0xFE, 0x80], 9), ([0xFF], 8),
  ]

  var isPublic: Bool {
    if bytes.count == 4 { return !Self.special.contains { starts(with: $0.prefix, bits: $0.bits) } }
    // What carries an address of the old kind is where that one is.
    if let inner = embedded { return inner.isPublic }
    if bytes.prefix(12).allSatisfy({ $0 == 0 }) { return false }
    return !Self.specialSix.contains { starts(with: $0.prefix, bits: $0.bits) }
  }

  /// The IPv4 address inside a mapped, translated or 6to4 one.
  private var embedded: NetworkPlace? {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    if bytes.starts(with: mapped) { return NetworkPlace(bytes: Array(bytes[12...])) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return NetworkPlace(bytes: Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return NetworkPlace(bytes: Array(bytes[2..<6])) }
    return nil
  }

  private func starts(with prefix: [UInt8], bits: Int) -> Bool {
    for bit in 0..<bits {
      let byte = bit / 8
      let mask: UInt8 = 0x80 >> UInt8(bit % 8)
      let wanted = byte < prefix.count ? prefix[byte] : 0
      if bytes[byte] & mask != wanted & mask { return false }
    }
    return true
  }

  /// Where a host stands, in the order in which the system would try; empty where nobody knows it. It blocks.
  static func places(of host: String) -> [NetworkPlace] {
    if let place = NetworkPlace(host) { return [place] }
    var hints = addrinfo()
    #if canImport(Darwin)
      hints.ai_socktype = SOCK_STREAM
    #else
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0, let list else { return [] }
    defer { freeaddrinfo(list) }
    var found: [NetworkPlace] = []
    var next: UnsafeMutablePointer<addrinfo>? = list
    while let entry = next {
      var place: NetworkPlace?
      switch entry.pointee.ai_family {
      case AF_INET:
        entry.pointee.ai_addr.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          place = NetworkPlace(bytes: withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) })
        }
      case AF_INET6:
        entry.pointee.ai_addr.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
          place = NetworkPlace(bytes: withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) })
        }
      default: break
      }
      if let place, !found.contains(place) { found.append(place) }
      next = entry.pointee.ai_next
    }
    return found
  }
}

/// What a server sent for an address, as it came: still encoded, not yet a page.
public struct Download: Sendable {
  /// As it was asked for.
  public var source: String
  /// Where it was found, redirects followed.
  public var address: String
  public var bytes: [UInt8]
  /// The header's value, parameters included.
  public var contentType: String?
  /// `gzip`, say; nil where the bytes are plain.
  public var contentEncoding: String?
  public var caveats: [Caveat]

  public init(
    source: String, address: String, bytes: [UInt8], contentType: String? = nil, contentEncoding: String? = nil,
    caveats: [Caveat] = []
  ) {
    self.source = source
    self.address = address
    self.bytes = bytes
    self.contentType = contentType
    self.contentEncoding = contentEncoding
    self.caveats = caveats
  }
}

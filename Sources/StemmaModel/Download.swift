/// What a server sent for an address: bytes, not yet a page. They may be packed like a file, which their beginning shows.
public struct Download: Sendable {
  /// Where it was found, redirects followed.
  public var address: String
  public var bytes: [UInt8]
  /// The header's value, parameters included.
  public var contentType: String?
  public var caveats: [Caveat]

  public init(address: String, bytes: [UInt8], contentType: String? = nil, caveats: [Caveat] = []) {
    self.address = address
    self.bytes = bytes
    self.contentType = contentType
    self.caveats = caveats
  }
}

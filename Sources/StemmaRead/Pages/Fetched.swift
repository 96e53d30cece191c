package import StemmaModel

/// What an address gave.
package struct Fetched {
  /// Where it was found at last, redirects followed.
  package var address: String
  /// Decoded from what the transport wrapped it in; a file that is packed itself stays so.
  package var body: any ByteStream
  package var mediaType: MediaType?
  /// What the transport says of it beyond its address and type: its language, a canonical link.
  package var testimony: [Testimony]
  package var caveats: [Caveat]

  package init(
    address: String, body: any ByteStream, mediaType: MediaType? = nil, testimony: [Testimony] = [],
    caveats: [Caveat] = []
  ) {
    self.address = address
    self.body = body
    self.mediaType = mediaType
    self.testimony = testimony
    self.caveats = caveats
  }
}

/// Fetches `http` and `https` addresses, one at a time, in the order in which they are asked for.
package typealias Fetcher = @Sendable (_ address: String) throws(ReadError) -> Fetched

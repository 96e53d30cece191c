package import StemmaModel

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The answer to a claim as `stemma-check/1`.
package enum CheckJSON {
  package static func encode(_ check: ClaimCheck, pretty: Bool = true) throws -> Data {
    Data(try DossierJSON.encoder(pretty: pretty).encode(check) + [UInt8(ascii: "\n")])
  }

  package static func decode(_ data: Data) throws -> ClaimCheck {
    try JSONDecoder().decode(ClaimCheck.self, from: data)
  }
}

package import StemmaModel

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The dossier as `stemma-dossier/1` and back: keys in the contract's order, nulls written, whole numbers as integers.
package enum DossierJSON {
  /// Weights and probabilities are estimates; digits beyond these say nothing.
  private static let decimals = ["weight": 4, "confidence": 4]

  /// An encoder for whatever is to look like a dossier: what a server answers, say.
  package static func encoder(pretty: Bool) -> OrderedJSONEncoder {
    OrderedJSONEncoder(indented: pretty, decimals: decimals)
  }

  /// One dossier, with a newline at the end; `pretty` has one space a level, else it is one line.
  package static func encode(_ dossier: Dossier, pretty: Bool) throws -> Data {
    Data(try encoder(pretty: pretty).encode(dossier) + [UInt8(ascii: "\n")])
  }

  /// One story: pretty. Several, or none: JSON Lines, one compact line a story.
  package static func encode(_ dossiers: [Dossier]) throws -> Data {
    if dossiers.count == 1 { return try encode(dossiers[0], pretty: true) }
    return try dossiers.reduce(into: Data()) { $0.append(try encode($1, pretty: false)) }
  }

  package static func decode(_ data: Data) throws -> Dossier {
    try JSONDecoder().decode(Dossier.self, from: data)
  }
}

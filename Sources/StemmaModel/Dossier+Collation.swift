extension Dossier {
  /// What the collation alone says of one story, by itself: `stemma-collation/1`. Its parts are a dossier's, but its claims
  /// have no `support`, which needs the stemma.
  public struct Collation: Codable, Sendable, Equatable {
    public static let schemaName = "stemma-collation/1"

    /// A siglum and whose it is.
    public struct Report: Codable, Sendable, Equatable {
      public var id: String
      public var source: String

      public init(id: String, source: String) {
        self.id = id
        self.source = source
      }
    }

    public var schema = Collation.schemaName
    public var id: String
    public var reports: [Report]
    public var quotes: [Quote] = []
    public var figures: [Figure] = []
    public var claims: [Claim] = []
    public var divergences: [Divergence] = []
    public var caveats: [Caveat] = []

    public init(id: String, reports: [Report]) {
      self.id = id
      self.reports = reports
    }
  }
}

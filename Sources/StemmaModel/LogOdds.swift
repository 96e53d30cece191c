import Foundation

/// Evidence as a log-likelihood ratio, in nats: 0 says nothing, negative speaks against.
public struct LogOdds: Hashable, Comparable, Sendable {
  public var nats: Double

  public init(_ nats: Double) { self.nats = nats }

  public static let none = LogOdds(0)

  /// The probability it gives to what was as likely as not before.
  public var probability: Double { 1 / (1 + exp(-nats)) }

  /// No more than `limit` either way: one kind of evidence alone must not decide.
  public func capped(_ limit: Double) -> LogOdds { LogOdds(max(-limit, min(limit, nats))) }

  public static func + (a: LogOdds, b: LogOdds) -> LogOdds { LogOdds(a.nats + b.nats) }
  public static func < (a: LogOdds, b: LogOdds) -> Bool { a.nats < b.nats }
}

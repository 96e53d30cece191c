import Foundation

/// How one text treats what it draws on: the rates of leaving out and of wording anew that are expected of it.
struct Writer: Sendable {
  /// Of claims of the parent that it leaves out.
  var drop: Double
  /// Of claims that it words anew, and of public speech among them.
  var rate: Double
  var quotedRate: Double
  /// Logarithms of these and of the rest to one.
  var logDrop: Double
  var logKeep: Double
  var logRate: Double
  var logQuotedRate: Double
  var logSame: Double
  var logQuotedSame: Double

  init(drop: Double, rate: Double) {
    self.drop = drop
    self.rate = rate
    quotedRate = rate * Model.quotedChange
    logDrop = log(drop)
    logKeep = log(1 - drop)
    logRate = log(rate)
    logQuotedRate = log(quotedRate)
    logSame = log(1 - rate)
    logQuotedSame = log(1 - quotedRate)
  }
}

package import Foundation
package import StemmaModel

/// A report as it comes to the store.
package struct NewReport: Sendable, Equatable {
  package struct Credit: Sendable, Hashable {
    /// One word: byline, creditLine, dateline, …
    package var kind: String
    package var agency: String

    package init(kind: String, agency: String) {
      self.kind = kind
      self.agency = agency
    }
  }

  /// The path or address that it was read from; a record's has `#` and its number.
  package var source: String
  /// The canonical address, where the report names one.
  package var address: String?
  package var outlet: String?
  package var published: Moment?
  package var title: String?
  package var byline: String?
  /// BCP 47, lower case; "und" where it cannot be told.
  package var language: String
  package var credits: [Credit]
  /// The article as a reader sees it, without its title.
  package var text: String
  /// Whatever else the caller needs to make the report again. The store keeps it and never looks into it.
  package var record: Data?

  package init(
    source: String, address: String? = nil, outlet: String? = nil, published: Moment? = nil, title: String? = nil,
    byline: String? = nil, language: String = "und", credits: [Credit] = [], text: String, record: Data? = nil
  ) {
    self.source = source
    self.address = address
    self.outlet = outlet
    self.published = published
    self.title = title
    self.byline = byline
    self.language = language
    self.credits = credits
    self.text = text
    self.record = record
  }

  /// The time by which reports are put in order, in seconds since 1970: of publication, or of arrival where that is unknown or
  /// lies more than a day ahead.
  func time(arrived: Int64) -> Int64 {
    published.flatMap { Self.believed($0, arrived: arrived) } ?? arrived
  }

  /// A time of publication in seconds since 1970, of a coarse one its beginning; nil if it lies more than a day ahead.
  static func believed(_ published: Moment, arrived: Int64) -> Int64? {
    let second = Int64(published.dayNumber) * 86_400 + Int64(published.secondOfDay ?? 0)
    return second > arrived + 86_400 ? nil : second
  }
}

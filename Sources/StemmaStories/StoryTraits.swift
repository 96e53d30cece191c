/// What the story index needs of one report: its words, names, figures and dates as hashes. A pure value, so reports
/// can be read on all cores while the index takes them one by one.
package struct StoryTraits: Sendable, Equatable {
  /// One word, pair of names, figure or date of a report.
  package struct Feature: Sendable, Equatable {
    /// A hash of the folded stem; figures, pairs and dates have hashes of their own.
    package var key: UInt32
    /// What it is of, `Kind`s added up.
    package var kind: Kind
    /// How often it stands there, at most 255.
    package var count: UInt8
    /// The lines it stands in: bit 0 is the title, bit *n* the *n*th line with words, bit 63 all beyond.
    package var lines: UInt64
  }

  package struct Kind: OptionSet, Sendable, Equatable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Written with a capital where the grammar does not ask for one.
    package static let name = Kind(rawValue: 1)
    /// A number alone, or with what it counts.
    package static let figure = Kind(rawValue: 2)
    /// A weekday, month, year, or day of a month.
    package static let date = Kind(rawValue: 4)
    /// Two words with capitals beside each other.
    package static let pair = Kind(rawValue: 8)
    /// Somebody's age.
    package static let age = Kind(rawValue: 16)
    /// In the title. Set by the index.
    package static let title = Kind(rawValue: 32)
    /// In the title or the first lines that say something. Set by the index.
    package static let head = Kind(rawValue: 64)
  }

  /// In order of their keys, each key once.
  package var features: [Feature]
  /// A hash of each line with words, the title first (0 where there is none), 64 at most.
  package var lines: [UInt32]
  /// So many words has each of `lines`, 255 at most.
  package var lineWords: [UInt8]
  /// The first day that the text names in full, with its year, counted from 1970: it stands in for a missing date.
  package var statedDay: Int32?

  /// The first days that are named without a year: a weekday, 0 for Monday, or 32 × month + day of the month.
  package var namedDays: [UInt16]

  /// Named days that are kept, at most.
  package static let mostNamedDays = 4
  /// Bytes of a text that are looked at: a report of more says what it is about before.
  package static let longestText = 16_384
  /// Features that are kept of a text, at most.
  package static let mostFeatures = 400

  /// Reads the traits of a report.
  ///
  /// - Parameters:
  ///   - title: may be empty; then the first line of the text is taken for it.
  ///   - text: plain text, a paragraph a line; any language. Only the first `longestText` bytes count.
  /// - Complexity: O(*n*) in the bytes that are looked at, and O(*f* log *f*) in the features.
  package init(title: String, text: String) {
    var scanner = TraitScanner()
    scanner.read(title: title, text: text)
    self = scanner.traits()
  }

  init(features: [Feature], lines: [UInt32], lineWords: [UInt8], statedDay: Int32?, namedDays: [UInt16]) {
    (self.features, self.lines, self.lineWords) = (features, lines, lineWords)
    (self.statedDay, self.namedDays) = (statedDay, namedDays)
  }
}

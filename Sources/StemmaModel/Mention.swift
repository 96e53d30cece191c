/// Someone or something named in a report, however it is called there.
public struct Entity: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case person, organization, place, other
  }

  public var kind: Kind
  /// The fullest form the report has: "Helka Dorrin".
  public var name: String
  /// As the report gives it: "Russian Prime Minister"; nil where it gives none.
  public var title: String?

  public init(kind: Kind, name: String, title: String? = nil) {
    self.kind = kind
    self.name = name
    self.title = title
  }
}

public struct NameMention: Hashable, Sendable {
  public var span: TextSpan
  /// In the report's `entities`.
  public var entity: Int

  public init(span: TextSpan, entity: Int) {
    self.span = span
    self.entity = entity
  }
}

/// Who or what a statement is said to come from.
public struct Source: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// A named person.
    case person
    /// A named body that speaks: a ministry, a company, an army.
    case organization
    /// A paper, a readout, a data set.
    case document
    /// "officials", "a spokesman", "witnesses", "experts".
    case unnamed
    /// A news agency or another outlet.
    case agency
    /// The report's own eyes: "our correspondent saw".
    case reporter
  }

  public var kind: Kind
  /// The fullest name the report has for it, else its words: "Jonas Wethering", "trade ministry figures", "experts".
  public var name: String
  /// Where the report names it here; nil where it is carried over from an earlier sentence.
  public var mention: TextSpan?
  /// The words that stand for it here, also where they do not name it: "he", "the minister".
  public var phrase: TextSpan?
  /// In the report's `entities`; nil where it is no named one.
  public var entity: Int?

  public init(kind: Kind, name: String, mention: TextSpan?, phrase: TextSpan? = nil, entity: Int? = nil) {
    self.kind = kind
    self.name = name
    self.mention = mention
    self.phrase = phrase ?? mention
    self.entity = entity
  }
}

/// "Who says so": a stretch of text, the source it is laid to, and how it got here.
public struct Attribution: Hashable, Sendable {
  public var content: TextSpan
  public var source: Source
  /// The word that does it: "said", "according to".
  public var cue: String?
  public var cueSpan: TextSpan?
  public var addressee: String?
  /// When and where it was said, as the report has it: "at a forum in Northport on Tuesday".
  public var occasion: TextSpan?
  /// Who passed it on, nearest first: "a readout by the ministry", "told Halewire".
  public var channel: [String]
  /// Where those are named.
  public var channelSpans: [TextSpan]

  public init(
    content: TextSpan, source: Source, cue: String? = nil, cueSpan: TextSpan? = nil, addressee: String? = nil,
    occasion: TextSpan? = nil, channel: [String] = [], channelSpans: [TextSpan] = []
  ) {
    self.content = content
    self.source = source
    self.cue = cue
    self.cueSpan = cueSpan
    self.addressee = addressee
    self.occasion = occasion
    self.channel = channel
    self.channelSpans = channelSpans
  }
}

/// Words, a thought or an attitude laid to somebody, as it stands in the report: every word is read as it is written, nobody is
/// resolved, and what relays another's words ("according to") stands by itself.
public struct Ascription: Hashable, Sendable {
  /// The whole phrase: "the ministry's spokesman, Jonas Wethering,"; nil where nobody is named.
  public var source: TextSpan?
  /// With its auxiliaries, adverbs and preposition: "has repeatedly called for".
  public var cue: TextSpan
  /// With quotation marks; several pieces where the cue stands among them.
  public var content: [TextSpan]
  /// Said or written, by somebody or in a paper; else a thought, a wish, an attitude.
  public var isSpeech: Bool

  public init(source: TextSpan?, cue: TextSpan, content: [TextSpan], isSpeech: Bool) {
    self.source = source
    self.cue = cue
    self.content = content
    self.isSpeech = isSpeech
  }
}

/// Words given as somebody's.
public struct QuoteMention: Hashable, Sendable {
  public enum Form: String, Sendable {
    case direct, partial, indirect
    /// Words in marks that are the reporter's own: irony, a nickname, a title.
    case scare
  }

  /// The words quoted or reported, without the marks.
  public var span: TextSpan
  public var form: Form
  /// In the report's `attributions`; nil where nobody is named for it.
  public var attribution: Int?

  public init(span: TextSpan, form: Form, attribution: Int?) {
    self.span = span
    self.form = form
    self.attribution = attribution
  }
}

/// An amount with what it measures. Dates and lengths of time are none.
public struct FigureMention: Hashable, Sendable {
  public enum Comparator: String, Sendable, CaseIterable {
    case equal, about, almost, moreThan, lessThan, atLeast, atMost, record
  }

  /// The number with its unit and comparator.
  public var span: TextSpan
  public var value: Double
  /// The upper end of a range.
  public var high: Double?
  /// ISO 4217, "percent", SI, or a counted noun in the plural.
  public var unit: String
  public var comparator: Comparator
  /// Which way what is measured went by that much; nil where it did not, or where the report does not say.
  public var change: QuantityMention.Change?
  /// What is measured, in the report's words.
  public var quantity: String
  public var period: String?
  /// In the report's `attributions`.
  public var attribution: Int?

  public init(
    span: TextSpan, value: Double, high: Double? = nil, unit: String, comparator: Comparator,
    change: QuantityMention.Change? = nil, quantity: String, period: String? = nil, attribution: Int? = nil
  ) {
    self.span = span
    self.value = value
    self.high = high
    self.unit = unit
    self.comparator = comparator
    self.change = change
    self.quantity = quantity
    self.period = period
    self.attribution = attribution
  }
}

/// A date or a period, resolved against the report's own date where that is known.
public struct TimeMention: Hashable, Sendable {
  public var span: TextSpan
  /// The time as precisely as it can be told; nil where it cannot.
  public var moment: Moment?
  /// The upper end of a stretch of time: "between 2019 and 2021"; nil where there is none.
  public var until: Moment?
  /// A weekday named, 0 Monday: comparable even where the date is not known.
  public var weekday: Int?
  /// A day of the month named beside it ("Tuesday, 23").
  public var dayOfMonth: Int?

  public init(
    span: TextSpan, moment: Moment?, until: Moment? = nil, weekday: Int? = nil, dayOfMonth: Int? = nil
  ) {
    self.span = span
    self.moment = moment
    self.until = until
    self.weekday = weekday
    self.dayOfMonth = dayOfMonth
  }
}

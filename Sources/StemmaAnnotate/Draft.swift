import StemmaModel

/// What has been recognized so far, in places of the reading text.
struct Draft {
  struct Number {
    var range: Range<Int>
    var value: Double
  }

  struct Quantity {
    var range: Range<Int>
    var lexemes: Range<Int>
    /// The number, or both of a range.
    var number: Range<Int>
    var value: Double
    var high: Double?
    var kind = QuantityMention.Kind.number
    var unit = ""
    var unitRange: Range<Int>?
    var per: String?
    var comparator = FigureMention.Comparator.equal
    var comparatorRange: Range<Int>?
    var change: QuantityMention.Change?
    var figure: Int?
    /// The lexemes of comparator, number and unit, without what it is for each of, and the byte where they end.
    var stated: Range<Int>
    var statedEnd: Int
    /// The lexemes of the counted noun.
    var noun: Range<Int>?
    /// Where the number begins and ends, of lexemes.
    var numberLexemes: Range<Int>
    var isDigits = false
    /// Written in words and at most ten: often no amount but a way of speaking.
    var isSmallWord = false
    /// "dozens": a lower bound.
    var isVague = false
    var isFraction = false
    var isScaled = false
    /// The unit is told only further back in the sentence.
    var isUnitCarried = false
  }

  struct Figure {
    var range: Range<Int>
    var value: Double
    var high: Double?
    var unit: String
    var comparator: FigureMention.Comparator
    var change: QuantityMention.Change?
    var quantity: String
    var period: String?
    var attribution: Int?
  }

  struct Time {
    var lexemes: Range<Int>
    var range: Range<Int>
    var moment: Moment?
    /// The upper end of a stretch: "between 2019 and 2021".
    var until: Moment?
    var weekday: Int?
    var dayOfMonth: Int?
    /// Whether it is a stretch of time that a figure can be of: "last year", "in 2022".
    var isPeriod = false
  }

  struct SourceDraft {
    var kind: Source.Kind
    var name: String
    var mention: Range<Int>?
    var entity: Int?
    /// "officials", "two men": what "they" can mean.
    var isPlural = false
  }

  struct AttributionDraft {
    var content: Range<Int>
    var source: SourceDraft
    /// The words that stand for the source here.
    var phrase: Range<Int>?
    var cue: String?
    var cueRange: Range<Int>?
    var addressee: String?
    var occasion: Range<Int>?
    var channel: [String] = []
    var channelRanges: [Range<Int>] = []
  }

  /// Words, a thought or an attitude laid to somebody, in lexemes.
  struct AscriptionDraft {
    var cue: Range<Int>
    /// The word that makes it one.
    var head: Int
    var source: Range<Int>?
    var sourceHead: Int?
    /// In order, apart from each other.
    var content: [Range<Int>]
    var isSpeech: Bool
  }

  struct Quote {
    var range: Range<Int>
    var form: QuoteMention.Form
    var attribution: Int?
  }

  var book = EntityBook()
  var times: [Time] = []
  var numbers: [Number] = []
  var quantities: [Quantity] = []
  var figures: [Figure] = []
  var attributions: [AttributionDraft] = []
  var quotes: [Quote] = []
  var ascriptions: [AscriptionDraft] = []

  /// A figure is laid to the narrowest attribution that covers it.
  mutating func layFiguresToSources() {
    // Both lists are in order; contents nest at most as deep as speech within speech, so few are open at a time.
    let order = attributions.indices.sorted {
      (attributions[$0].content.lowerBound, $0) < (attributions[$1].content.lowerBound, $1)
    }
    var open: [Int] = []
    var next = 0
    for figure in figures.indices {
      let range = figures[figure].range
      while next < order.count, attributions[order[next]].content.lowerBound <= range.lowerBound {
        open.append(order[next])
        next += 1
      }
      open.removeAll { attributions[$0].content.upperBound <= range.lowerBound }
      figures[figure].attribution =
        open.filter { attributions[$0].content.upperBound >= range.upperBound }
        .min { (attributions[$0].content.count, $0) < (attributions[$1].content.count, $1) }
    }
    // In a paragraph that only goes on with a quotation, the quotation knows whose it is.
    var quote = 0
    for figure in figures.indices where figures[figure].attribution == nil {
      while quote < quotes.count, quotes[quote].range.upperBound <= figures[figure].range.lowerBound { quote += 1 }
      guard quote < quotes.count, quotes[quote].range.overlaps(figures[figure].range) else { continue }
      figures[figure].attribution = quotes[quote].attribution
    }
  }

  /// Everything in spans of the original.
  func annotated(_ report: Report, _ text: SegmentedText) -> AnnotatedReport {
    var result = AnnotatedReport(report)
    func span(_ range: Range<Int>) -> TextSpan { report.text.original(range) }
    var cursor = ReadingText.Cursor()
    result.tokens = text.lexemes.indices.map {
      let lexeme = text.lexemes[$0]
      return Token(
        lexeme.kind, span: report.text.original(lexeme.range, &cursor), key: text.keyString($0), isName: lexeme.isName)
    }
    cursor = ReadingText.Cursor()
    result.statements = text.sentences.map {
      Statement(
        span: report.text.original($0.range, &cursor), passage: $0.passage, tokens: $0.lexemes, clauses: $0.clauses)
    }
    result.entities = book.entities.map { Entity(kind: $0.kind, name: $0.name, title: $0.title) }
    result.names = book.mentions.map { NameMention(span: span(text.bytesOf($0.lexemes)), entity: $0.entity) }
    result.times = times.map {
      TimeMention(
        span: span($0.range), moment: $0.moment, until: $0.until, weekday: $0.weekday, dayOfMonth: $0.dayOfMonth)
    }
    result.numbers = numbers.map { NumberMention(span: span($0.range), value: $0.value) }
    result.quantities = quantities.map {
      QuantityMention(
        span: span($0.range), number: span($0.number), value: $0.value, high: $0.high, kind: $0.kind, unit: $0.unit,
        unitSpan: $0.unitRange.map(span), per: $0.per, comparator: $0.comparator,
        comparatorSpan: $0.comparatorRange.map(span), change: $0.change, figure: $0.figure)
    }
    result.figures = figures.map {
      FigureMention(
        span: span($0.range), value: $0.value, high: $0.high, unit: $0.unit, comparator: $0.comparator,
        change: $0.change, quantity: $0.quantity, period: $0.period, attribution: $0.attribution)
    }
    result.attributions = attributions.map {
      let source = Source(
        kind: $0.source.kind, name: $0.source.name, mention: $0.source.mention.map(span), phrase: $0.phrase.map(span),
        entity: $0.source.entity)
      return Attribution(
        content: span($0.content), source: source, cue: $0.cue, cueSpan: $0.cueRange.map(span), addressee: $0.addressee,
        occasion: $0.occasion.map(span), channel: $0.channel, channelSpans: $0.channelRanges.map(span))
    }
    result.ascriptions = ascriptions.map {
      Ascription(
        source: $0.source.map { span(text.bytesOf($0)) }, cue: span(text.bytesOf($0.cue)),
        content: $0.content.map { span(text.bytesOf($0)) }, isSpeech: $0.isSpeech)
    }
    result.quotes = quotes.map { QuoteMention(span: span($0.range), form: $0.form, attribution: $0.attribution) }
    return result
  }
}

package import StemmaModel

/// What a reader of one report noticed, as `stemma-annotations/1`. Spans are bytes of the original, in UTF-8.
///
/// Fields keep the order in which they are declared here.
package struct Annotations: Codable, Sendable {
  struct Span: Codable, Sendable {
    let start: Int
    let end: Int
    /// What stands there.
    let text: String
  }

  struct Entity: Codable, Sendable {
    let kind: String
    let name: String
    @Null var title: String?
    let mentions: [Span]
  }

  struct Source: Codable, Sendable {
    let kind: String
    let name: String
    @Null var mention: Span?
    /// The words that stand for it here: "he".
    @Null var phrase: Span?
    /// In `entities`.
    @Null var entity: Int?
  }

  struct Ascription: Codable, Sendable {
    @Null var source: Span?
    let cue: Span
    let content: [Span]
    let isSpeech: Bool
  }

  struct Attribution: Codable, Sendable {
    /// One stretch, or several where the tag stands in the middle of the words.
    let content: [Span]
    let source: Source
    @Null var cue: Span?
    @Null var addressee: String?
    /// When and where it was said.
    @Null var occasion: Span?
    let channel: [Span]
  }

  struct Quote: Codable, Sendable {
    let span: Span
    let form: String
    /// In `attributions`.
    @Null var attribution: Int?
  }

  struct Number: Codable, Sendable {
    let span: Span
    let value: Double
  }

  struct Quantity: Codable, Sendable {
    let span: Span
    /// The number, or both of a range.
    let number: Span
    let value: Double
    @Null var high: Double?
    let kind: String
    let unit: String
    /// The unit as it stands there.
    @Null var unitWords: Span?
    @Null var per: String?
    let comparator: String
    @Null var comparatorWords: Span?
    @Null var change: String?
    /// In `figures`.
    @Null var figure: Int?
  }

  struct Figure: Codable, Sendable {
    let span: Span
    let value: Double
    @Null var high: Double?
    let unit: String
    let comparator: String
    @Null var change: String?
    let quantity: String
    @Null var period: String?
    /// In `attributions`.
    @Null var attribution: Int?
  }

  struct Time: Codable, Sendable {
    let span: Span
    @Null var value: String?
    @Null var precision: String?
    /// The upper end of a stretch.
    @Null var until: String?
  }

  struct Caveat: Codable, Sendable {
    let kind: String
    @Null var span: Span?
    let note: String
  }

  var schema = "stemma-annotations/1"
  let id: String
  let language: String
  let sentences: [Span]
  let entities: [Entity]
  let ascriptions: [Ascription]
  let attributions: [Attribution]
  let quotes: [Quote]
  let numbers: [Number]
  let quantities: [Quantity]
  let figures: [Figure]
  let times: [Time]
  let caveats: [Caveat]

  package init(_ annotated: AnnotatedReport, id: String) {
    let report = annotated.report
    func span(_ place: TextSpan) -> Span { Span(start: place.start, end: place.end, text: report.reading(place)) }
    self.id = id
    language = report.language
    sentences = annotated.statements.map { span($0.span) }
    var mentions = [[Span]](repeating: [], count: annotated.entities.count)
    for name in annotated.names { mentions[name.entity].append(span(name.span)) }
    entities = zip(annotated.entities, mentions).map {
      Entity(kind: $0.kind.rawValue, name: $0.name, title: $0.title, mentions: $1)
    }
    ascriptions = annotated.ascriptions.map {
      Ascription(
        source: $0.source.map(span), cue: span($0.cue), content: $0.content.map(span), isSpeech: $0.isSpeech)
    }
    attributions = annotated.attributions.map {
      Attribution(
        content: [span($0.content)],
        source: Source(
          kind: $0.source.kind.rawValue, name: $0.source.name, mention: $0.source.mention.map(span),
          phrase: $0.source.phrase.map(span), entity: $0.source.entity),
        cue: $0.cueSpan.map(span), addressee: $0.addressee,
        occasion: $0.occasion.map(span), channel: $0.channelSpans.map(span))
    }
    quotes = annotated.quotes.map {
      Quote(span: span($0.span), form: $0.form.rawValue, attribution: $0.attribution)
    }
    numbers = annotated.numbers.map { Number(span: span($0.span), value: $0.value) }
    quantities = annotated.quantities.map {
      Quantity(
        span: span($0.span), number: span($0.number), value: $0.value, high: $0.high, kind: $0.kind.rawValue,
        unit: $0.unit, unitWords: $0.unitSpan.map(span), per: $0.per, comparator: $0.comparator.rawValue,
        comparatorWords: $0.comparatorSpan.map(span), change: $0.change?.rawValue, figure: $0.figure)
    }
    figures = annotated.figures.map {
      Figure(
        span: span($0.span), value: $0.value, high: $0.high, unit: $0.unit, comparator: $0.comparator.rawValue,
        change: $0.change?.rawValue, quantity: $0.quantity, period: $0.period, attribution: $0.attribution)
    }
    times = annotated.times.map {
      Time(
        span: span($0.span), value: $0.moment?.description, precision: $0.moment?.precision.rawValue,
        until: $0.until?.description)
    }
    caveats = (report.caveats + annotated.caveats).map {
      Caveat(kind: $0.kind.rawValue, span: $0.span.map(span), note: $0.note)
    }
  }
}

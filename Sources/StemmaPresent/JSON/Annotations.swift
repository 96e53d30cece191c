package import StemmaModel

/// What a reader of one report noticed, as `stemma-annotations/1`. Spans are bytes of the original, in UTF-8.
///
/// Fields keep the order in which they are declared here.
package struct Annotations: Codable, Sendable {
  package struct Span: Codable, Sendable {
    package let start: Int
    package let end: Int
    /// What stands there.
    package let text: String
  }

  package struct Entity: Codable, Sendable {
    package let kind: String
    package let name: String
    @Null package var title: String?
    package let mentions: [Span]
  }

  package struct Source: Codable, Sendable {
    package let kind: String
    package let name: String
    @Null package var mention: Span?
    /// The words that stand for it here: "he".
    @Null package var phrase: Span?
    /// In `entities`.
    @Null package var entity: Int?
  }

  package struct Ascription: Codable, Sendable {
    @Null package var source: Span?
    package let cue: Span
    package let content: [Span]
    package let isSpeech: Bool
  }

  package struct Attribution: Codable, Sendable {
    /// One stretch, or several where the tag stands in the middle of the words.
    package let content: [Span]
    package let source: Source
    @Null package var cue: Span?
    @Null package var addressee: String?
    /// When and where it was said.
    @Null package var occasion: Span?
    package let channel: [Span]
  }

  package struct Quote: Codable, Sendable {
    package let span: Span
    package let form: String
    /// In `attributions`.
    @Null package var attribution: Int?
  }

  package struct Number: Codable, Sendable {
    package let span: Span
    package let value: Double
  }

  package struct Quantity: Codable, Sendable {
    package let span: Span
    /// The number, or both of a range.
    package let number: Span
    package let value: Double
    @Null package var high: Double?
    package let kind: String
    package let unit: String
    /// The unit as it stands there.
    @Null package var unitWords: Span?
    @Null package var per: String?
    package let comparator: String
    @Null package var comparatorWords: Span?
    @Null package var change: String?
    /// In `figures`.
    @Null package var figure: Int?
  }

  package struct Figure: Codable, Sendable {
    package let span: Span
    package let value: Double
    @Null package var high: Double?
    package let unit: String
    package let comparator: String
    @Null package var change: String?
    package let quantity: String
    @Null package var period: String?
    /// In `attributions`.
    @Null package var attribution: Int?
  }

  package struct Time: Codable, Sendable {
    package let span: Span
    @Null package var value: String?
    @Null package var precision: String?
    /// The upper end of a stretch.
    @Null package var until: String?
  }

  package struct Caveat: Codable, Sendable {
    package let kind: String
    @Null package var span: Span?
    package let note: String
  }

  package var schema = "stemma-annotations/1"
  package let id: String
  package let language: String
  package let sentences: [Span]
  package let entities: [Entity]
  package let ascriptions: [Ascription]
  package let attributions: [Attribution]
  package let quotes: [Quote]
  package let numbers: [Number]
  package let quantities: [Quantity]
  package let figures: [Figure]
  package let times: [Time]
  package let caveats: [Caveat]

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

import StemmaModel

/// What is marked in the reports' texts: where claims, quotations, figures and differences stand.
struct PassageMarks {
  enum Kind: String {
    case claim = "c"
    case quote = "q"
    case figure = "f"
    case difference = "d"

    /// How anchors of this kind begin.
    var section: String {
      switch self {
      case .claim: "claim"
      case .quote: "quote"
      case .figure: "figure"
      case .difference: "difference"
      }
    }
  }

  struct Mark {
    var id: String
    var kind: Kind
    var altered: Bool
    var span: Dossier.Span
  }

  /// A stretch of a passage over which the same marks run.
  struct Segment {
    var text: String
    var marks: [Mark]
  }

  private var marks: [String: [Mark]] = [:]

  init(_ dossier: Dossier) {
    for claim in dossier.claims {
      for witness in claim.variants.lazy.flatMap(\.witnesses) {
        add(claim.id, .claim, witness.span, altered: witness.relation == .altered)
      }
    }
    for quote in dossier.quotes {
      for variant in quote.variants { add(quote.id, .quote, variant.span, altered: variant.relation == .altered) }
    }
    for figure in dossier.figures {
      for variant in figure.variants { add(figure.id, .figure, variant.span, altered: variant.relation == .altered) }
    }
    for divergence in dossier.divergences {
      for span in divergence.spans {
        add(divergence.id, .difference, span, altered: divergence.reports.contains(span.report))
      }
    }
    marks = marks.mapValues {
      $0.enumerated().sorted { (Self.place($0.element), $0.offset) < (Self.place($1.element), $1.offset) }.map(
        \.element)
    }
  }

  /// The passage in pieces; spans that overlap give pieces with several marks.
  ///
  /// Where a reader sees other text than the original has (tags, entities), the spans' own words are looked for in it,
  /// in order.
  func segments(of passage: Dossier.Span) -> [Segment] {
    let utf8 = Array(passage.shown.utf8)
    var placed: [(range: Range<Int>, mark: Mark)] = []
    var cursor = 0
    for mark in marks[passage.report] ?? [] {
      if let start = passage.start, let end = passage.end, let from = mark.span.start, let to = mark.span.end {
        guard from < end, to > start else { continue }
        if passage.text == nil {
          let low = min(max(0, from - start), utf8.count)
          let high = min(max(0, to - start), utf8.count)
          if low < high { placed.append((low..<high, mark)) }
          continue
        }
      } else if passage.start != nil, mark.span.start != nil {
        continue
      }
      let words = Array(mark.span.shown.utf8)
      guard
        let at = Self.find(words, in: utf8, from: cursor)
          ?? (passage.start == nil ? nil : Self.find(words, in: utf8, from: 0))
      else { continue }
      if passage.start != nil { cursor = max(cursor, at) }
      placed.append((at..<(at + words.count), mark))
    }
    guard !placed.isEmpty else { return passage.shown.isEmpty ? [] : [Segment(text: passage.shown, marks: [])] }
    let cuts = Set(placed.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, utf8.count]).sorted()
    return zip(cuts, cuts.dropFirst()).map { low, high in
      Segment(
        text: String(decoding: utf8[low..<high], as: UTF8.self),
        marks: placed.filter { $0.range.lowerBound <= low && $0.range.upperBound >= high }.map(\.mark))
    }
  }

  private mutating func add(_ id: String, _ kind: Kind, _ span: Dossier.Span, altered: Bool) {
    marks[span.report, default: []].append(Mark(id: id, kind: kind, altered: altered, span: span))
  }

  private static func place(_ mark: Mark) -> Int { mark.span.start ?? .max }

  private static func find(_ needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard !needle.isEmpty, needle.count <= text.count - start else { return nil }
    return (start...(text.count - needle.count)).first { at in
      text[at] == needle[0] && text[at..<(at + needle.count)].elementsEqual(needle)
    }
  }
}

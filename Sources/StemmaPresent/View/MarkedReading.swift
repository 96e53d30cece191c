import StemmaModel

/// A wording of a claim with what it changes of the lemma, in pieces for display.
struct MarkedReading: Equatable {
  enum Kind { case same, removed, added }

  struct Piece: Equatable {
    var kind: Kind
    /// With the space after it.
    var text: String
    /// Of words that stand for others: number, form, related.
    var nature: String?
  }

  /// In reading order, the lemma's words before those that stand for them.
  private(set) var pieces: [Piece] = []
  /// Of all words of both, how many are shared: 1 for the same words, 0 for nothing in common.
  let likeness: Double

  init(_ variant: Dossier.Claim.Variant) {
    guard let changes = variant.changes else {
      pieces = [Piece(kind: .same, text: variant.text)]
      likeness = 1
      return
    }
    var kept = 0
    var all = 0
    for (at, change) in changes.enumerated() {
      let next = changes[(at + 1)...].lazy.compactMap(\.here).first
      if change.kind == .kept {
        kept += Self.words(change.lemma) + Self.words(change.here)
      } else if let lemma = change.lemma {
        pieces.append(Piece(kind: .removed, text: lemma.shown + " ", nature: change.nature))
      }
      if let here = change.here {
        let isJoined = next != nil && next?.start == here.end && here.end != nil
        pieces.append(
          Piece(
            kind: change.kind == .kept ? .same : .added, text: here.shown + (isJoined ? "" : " "),
            nature: change.nature))
      }
      all += Self.words(change.lemma) + Self.words(change.here)
    }
    if let last = pieces.indices.last, pieces[last].text.last == " " { pieces[last].text.removeLast() }
    likeness = all == 0 ? 1 : Double(kept) / Double(all)
  }

  /// So little is shared that marking words says less than showing both.
  var isTooFar: Bool { likeness < 1.0 / 3 }

  private static func words(_ span: Dossier.Span?) -> Int {
    guard let span else { return 0 }
    let words = span.shown.split(whereSeparator: \.isWhitespace)
    return words.reduce(0) { $0 + ($1.contains { DisplayWidth.isIdeograph($0) } ? $1.count : 1) }
  }
}

/// A part of speech: the Penn Treebank's, as far as news needs its grain.
///
/// What UD EWT keeps apart and this does not: list numbers (CD), affixes (JJ), parts of split words (NN), and the marks
/// beyond those here (`sym`). "to" is always `to`. The tag of a mark follows from its bytes alone.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  // What the tagger chooses among; `chosen` says how many.
  case nn, nns, nnp, nnps
  case vb, vbd, vbg, vbn, vbp, vbz, md
  case jj, jjr, jjs, rb, rbr, rbs, wrb, rp
  case dt, pdt, wdt, prp, prpPossessive, wp, ex
  case `in`, cc, cd, uh, fw, address
  // What the spelling decides.
  case to, wpPossessive
  case stop, comma, colon, openQuote, closeQuote, openBracket, closeBracket, currency, sym

  static let chosen = 32

  /// The name in the Penn Treebank.
  package var name: String { Self.names[Int(rawValue)] }

  package init?(_ name: String) {
    guard let at = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(at))
  }

  private static let names = [
    "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "JJR", "JJS", "RB", "RBR", "RBS",
    "WRB", "RP", "DT", "PDT", "WDT", "PRP", "PRP$", "WP", "EX", "IN", "CC", "CD", "UH", "FW", "ADD", "TO", "WP$", ".",
    ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "SYM",
  ]

  package var isNoun: Bool { rawValue <= PartOfSpeech.nnps.rawValue }
  package var isName: Bool { self == .nnp || self == .nnps }
  /// A verb form; not a modal.
  package var isVerb: Bool { rawValue >= PartOfSpeech.vb.rawValue && rawValue <= PartOfSpeech.vbz.rawValue }
  /// A form that carries tense: a clause's verb without an auxiliary, or the auxiliary itself.
  package var isFinite: Bool { self == .vbd || self == .vbp || self == .vbz || self == .md }
  /// The tag of a token without letters or digits.
  ///
  /// - Parameter opens: whether a straight quotation mark here would open a quotation.
  package static func mark(_ bytes: UnsafePointer<UInt8>, _ count: Int, opens: Bool) -> PartOfSpeech {
    switch bytes[0] {
    case 0x2E, 0x21, 0x3F: return .stop
    case 0x2C: return .comma
    case 0x3A, 0x3B, 0x2D: return .colon
    case 0x22, 0x27, 0x60: return opens ? .openQuote : .closeQuote
    case 0x28, 0x5B, 0x7B: return .openBracket
    case 0x29, 0x5D, 0x7D: return .closeBracket
    case 0x24: return .currency
    case 0x25: return .nn
    case 0x26: return .cc
    case 0xC2 where count == 2:
      switch bytes[1] {
      case 0xA2...0xA5: return .currency
      case 0xAB: return .openQuote
      case 0xBB: return .closeQuote
      default: return .sym
      }
    case 0xE2 where count == 3 && bytes[1] == 0x80:
      switch bytes[2] {
      case 0x90...0x95: return .colon
      case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F: return .openQuote
      case 0x99, 0x9D: return .closeQuote
      case 0xA6: return .stop
      default: return .sym
      }
    case 0xE2 where count == 3 && bytes[1] == 0x82 && bytes[2] >= 0xA0: return .currency
    default: return .sym
    }
  }
}

/// What a word is to its head: the basic relations of Universal Dependencies 2, with the subtypes that matter here.
///
/// What UD keeps apart and this does not: vocative (`discourse`), det:predet (`det`), goeswith (`flat`), and list,
/// dislocated, orphan, reparandum and dep (`parataxis`).
package enum Relation: UInt8, CaseIterable, Sendable {
  // What the parser chooses among; `chosen` says how many.
  case nsubj, nsubjPass, expl
  case obj, ccomp, xcomp
  case obl, oblTime, advcl, advmod, discourse
  case aux, auxPass, cop, mark
  case nmod, nmodPoss, appos, nummod, amod, acl, relcl, det, `case`
  /// A noun phrase without a preposition beside an adjective, adverb or noun, or a verb: "two years old".
  case unmarked
  case conj, cc, flat, fixed, compound, particle
  case parataxis
  // What the tree decides.
  case root, csubj, iobj, punct

  static let chosen = 32

  /// The name in Universal Dependencies.
  package var name: String { Self.names[Int(rawValue)] }

  package init?(_ name: String) {
    guard let at = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(at))
  }

  private static let names = [
    "nsubj", "nsubj:pass", "expl", "obj", "ccomp", "xcomp", "obl", "obl:tmod", "advcl", "advmod", "discourse", "aux",
    "aux:pass", "cop", "mark", "nmod", "nmod:poss", "appos", "nummod", "amod", "acl", "acl:relcl", "det", "case",
    "obl:npmod", "conj", "cc", "flat", "fixed", "compound", "compound:prt", "parataxis", "root", "csubj", "iobj",
    "punct",
  ]
}

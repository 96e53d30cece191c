import StemmaModel
import Testing

@testable import StemmaAlign

@Suite struct QuotedSourceTests {
  private func kinship(_ a: (Source.Kind, String), _ b: (Source.Kind, String), named: Bool = true)
    -> QuotedSource.Kinship
  {
    func source(_ kind: Source.Kind, _ name: String) -> QuotedSource {
      QuotedSource(Source(kind: kind, name: name, mention: nil, entity: named ? 0 : nil))
    }
    return source(a.0, a.1).kinship(to: source(b.0, b.1))
  }

  @Test func `a surname is the person of the full name`() {
    #expect(kinship((.person, "Odile Marsh"), (.person, "Marsh")) == .same)
    #expect(kinship((.person, "Al-Sarrow Khalid"), (.person, "Sarrow Khaled")) == .open)
    #expect(kinship((.person, "Odile Marsh"), (.person, "Piet Olsen")) == .other)
  }

  @Test func `police here and there are alike, a named body is the same`() {
    #expect(kinship((.organization, "police"), (.organization, "Police"), named: false) == .alike)
    #expect(kinship((.organization, "Fenmoor Council"), (.organization, "Council of Fenmoor")) == .same)
    #expect(kinship((.unnamed, "witnesses"), (.unnamed, "officials"), named: false) == .unlike)
  }

  @Test func `a person may speak for a body, and is no document`() {
    #expect(kinship((.person, "Odile Marsh"), (.organization, "Fenmoor Council")) == .open)
    #expect(kinship((.person, "Odile Marsh"), (.document, "the charter")) == .unlike)
  }
}

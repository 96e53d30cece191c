import StemmaModel
import Testing

struct NameRecognizerTests {
  private func entity(_ name: String, in annotated: AnnotatedReport) -> Entity? {
    annotated.entities.first { $0.name == name }
  }

  @Test func `a surname, a courtesy and a title are one person`() throws {
    let annotated = Sample(
      "Norwegian Prime Minister Lena Ott arrived on Monday.", "Ott met the mayor.", "Mrs Ott left.",
      "The Norwegian premier said it was late."
    ).annotated
    let person = try #require(annotated.entities.firstIndex { $0.name == "Lena Ott" })
    #expect(annotated.entities[person].kind == .person)
    #expect(annotated.entities[person].title == "Norwegian Prime Minister")
    #expect(annotated.names.count { $0.entity == person } == 4)
  }

  @Test func `a family name that stands first is known again`() throws {
    let annotated = Sample("President Zhao Ming spoke.", "Zhao said the harvest was good.").annotated
    let person = try #require(annotated.entities.firstIndex { $0.name == "Zhao Ming" })
    #expect(annotated.names.count { $0.entity == person } == 2)
  }

  @Test func `an apposition gives the title, before or after`() {
    let annotated = Sample(
      "Paul Weir, the governor of North Bay, spoke first.", "The head of the union, Ines Holm, spoke next."
    ).annotated
    #expect(entity("Paul Weir", in: annotated)?.title == "governor of North Bay")
    #expect(entity("Ines Holm", in: annotated)?.title == "head of the union")
  }

  @Test func `bodies and places are told from people`() {
    let annotated = Sample(
      "The Ministry of Fisheries in Norway told Reuters that Lake Sall and the Harbour Workers Union were safe."
    ).annotated
    #expect(entity("Ministry of Fisheries", in: annotated)?.kind == .organization)
    #expect(entity("Norway", in: annotated)?.kind == .place)
    #expect(entity("Reuters", in: annotated)?.kind == .organization)
  }

  @Test func `the namesake named last is meant`() throws {
    let annotated = Sample("Anna Weir and Paul Weir came.", "\"We won,\" Weir said.").annotated
    let paul = try #require(annotated.entities.firstIndex { $0.name == "Paul Weir" })
    #expect(annotated.names.last?.entity == paul)
  }

  @Test func `a possessive ending is no part of the name`() {
    #expect(entity("Lena Ott", in: Sample("They liked Lena Ott’s plan.").annotated) != nil)
  }
}

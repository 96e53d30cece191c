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

  /// The words of each mention of an entity, in order.
  private func mentions(of name: String, in annotated: AnnotatedReport) -> [String] {
    guard let entity = annotated.entities.firstIndex(where: { $0.name == name }) else { return [] }
    return annotated.names.filter { $0.entity == entity }.map { annotated.words($0.span) }
  }

  @Test func `a courtesy tells which of two namesakes is meant`() {
    let annotated = Sample("Karl Weir and Anna Weir came.", "Mr. Weir sang. Mrs. Weir spoke. Mr Weir left.").annotated
    #expect(mentions(of: "Karl Weir", in: annotated) == ["Karl Weir", "Weir", "Weir"])
    #expect(mentions(of: "Anna Weir", in: annotated) == ["Anna Weir", "Weir"])
  }

  @Test(arguments: [
    ("Ilse von der Aue came. Von der Aue spoke. Ms. von der Aue left.", "Ilse von der Aue", 3),
    ("Marie Le Roux came. Le Roux said it was late.", "Marie Le Roux", 2),
    ("Omar bin Tarek came. Bin Tarek said no.", "Omar bin Tarek", 2),
    ("Luis Serrano Pardo spoke. Serrano Pardo said taxes would fall. Serrano said so twice.", "Luis Serrano Pardo", 3),
    ("Paul R. Weir spoke. Paul Weir said no. Weir left.", "Paul R. Weir", 3),
    ("Rep. Paul C. “Buddy” Holm spoke. Holm said the bill was dead.", "Paul C. “Buddy” Holm", 2),
    ("Zhao Ming met Lin Qiao. Lin agreed.", "Lin Qiao", 2),
    ("J. R. R. Holm wrote it. Holm died.", "J. R. R. Holm", 2),
    ("Paul Weir Jr. was there. Weir left.", "Paul Weir Jr", 2),
    ("Secretary of State Lena Ott spoke. Ott said no.", "Lena Ott", 2),
    ("Republican Paul Weir won. Paul Weir said so.", "Paul Weir", 2),
    ("Laura Houston sang in Houston. Houston smiled.", "Laura Houston", 2),
    ("The World Harbour Organization (WHO) spoke. WHO said no. The WHO left.", "World Harbour Organization", 3),
    ("The Rock and Tunnel Administration met. The RTA said no.", "Rock and Tunnel Administration", 2),
  ])
  func `a short form joins the full one`(text: String, name: String, count: Int) {
    let annotated = Sample(text).annotated
    #expect(mentions(of: name, in: annotated).count == count, "\(annotated.entities)")
    annotated.checkInvariants()
  }

  @Test(arguments: [
    ("They met in Karsund and drove from Karsund to Ostvik.", "Karsund", Entity.Kind.place),
    ("Shares in Orbit fell. Investors in Orbit sold.", "Orbit", .organization),
    ("Orlin’s wife called Orlin’s lawyer.", "Orlin", .person),
    ("They asked the Department of Justice and the Justice Department.", "Department of Justice", .organization),
    ("He was sure that the Senate would agree.", "Senate", .organization),
    ("The tests found DNA in the lock.", "DNA", .other),
    ("They praised Kori Schalm in a note.", "Kori Schalm", .person),
  ])
  func `a name is a person, a body or a place by what is said of it`(text: String, name: String, kind: Entity.Kind) {
    let annotated = Sample(text).annotated
    #expect(annotated.entities.first { $0.name == name }?.kind == kind, "\(annotated.entities)")
  }

  @Test(arguments: [
    "Storm Over The Lock: Ferry Was Stopped And Nobody Came", "FERRY STOPPED AS STORM HITS LOCK AND HARBOUR",
    "Sen. Ott (R-Utah) and Rep. Weir, D-Va., voted.",
  ])
  func `capitals of headlines and seats are no names`(text: String) {
    let names = Sample(text).annotated.entities.map(\.name)
    #expect(names.allSatisfy { ["Ott", "Weir"].contains($0) }, "\(names)")
  }

  @Test func `a title that belongs to somebody is told with its words`() {
    let annotated = Sample("Viktor Holm, Norway's prime minister, spoke. Norway's prime minister left.").annotated
    #expect(mentions(of: "Viktor Holm", in: annotated) == ["Viktor Holm", "prime minister", "prime minister"])
  }
}

import StemmaModel
import Testing

struct AttributionRecognizerTests {
  private func first(_ text: String...) -> (AnnotatedReport, Attribution?) {
    var sample = Sample(text[0])
    if text.count == 2 { sample = Sample(text[0], text[1]) }
    let annotated = sample.annotated
    annotated.checkInvariants()
    return (annotated, annotated.attributions.first)
  }

  @Test(arguments: [
    ("Analysts say the harbour will close.", "Analysts", Source.Kind.unnamed, "the harbour will close"),
    ("The harbour will close, analysts say.", "analysts", .unnamed, "The harbour will close"),
    ("The harbour is shut, according to the coast guard.", "the coast guard", .organization, "The harbour is shut"),
    ("According to port data, sales fell.", "port data", .document, "sales fell"),
    ("The ministry denied that the harbour was shut.", "The ministry", .organization, "the harbour was shut"),
    ("Norway's army denied it had fired.", "Norway's army", .organization, "it had fired"),
    ("Our reporter says the harbour is shut.", "Our reporter", .reporter, "the harbour is shut"),
    ("A Reuters witness said a shell fell.", "A Reuters witness", .agency, "a shell fell"),
    ("State media reported that the harbour was shut.", "State media", .agency, "the harbour was shut"),
    ("For Lena Ott, an analyst at Bay Institute, the harbour is lost.", "Lena Ott", .person, "the harbour is lost"),
    (
      "Too often, Lena Ott said, the harbour is shut.", "Lena Ott", .person,
      "Too often, Lena Ott said, the harbour is shut"
    ),
  ])
  func `what is said is laid to who says it`(text: String, name: String, kind: Source.Kind, content: String) throws {
    let (annotated, attribution) = first(text)
    let found = try #require(attribution)
    #expect(found.source.name == name)
    #expect(found.source.kind == kind)
    #expect(annotated.words(found.content) == content)
  }

  @Test func `a tag with nothing to lay to it is no attribution`() {
    #expect(first("But, according to the plan.").1 == nil)
    #expect(first("However, according to Section 2004.").1 == nil)
  }

  @Test func `the hearer is read after the verb`() {
    #expect(
      first("Lena Ott told reporters in Northport that the harbour was shut.").1?.addressee == "reporters in Northport")
    #expect(
      first("Lena Ott met with Paul Weir on Friday, saying that the harbour was shut.").1?.addressee == "Paul Weir")
    #expect(first("\"It is shut,\" Lena Ott told AFP.").1?.channel == ["told AFP"])
  }

  @Test func `an agency that passes words on is their channel`() {
    let (_, attribution) = first(
      "Lena Ott told Paul Weir that the harbour was shut, according to a readout by the official Norse news agency.")
    #expect(attribution?.source.name == "Lena Ott")
    #expect(attribution?.addressee == "Paul Weir")
    #expect(attribution?.channel == ["a readout by the official Norse news agency"])
    let (annotated, second) = first(
      "Lena Ott said the harbour \"must open,\"", "according to a readout by the Norse news agency.")
    #expect(second?.channel == ["a readout by the Norse news agency"])
    #expect(annotated.attributions.count == 1)
    #expect(first("Lena Ott said the harbour would open, state media reported.").1?.channel == ["state media"])
    #expect(first("Lena Ott denied the claims in a statement Friday.").1?.channel == ["a statement"])
  }

  @Test func `what has not been said is laid to nobody`() {
    for text in [
      "The mayor did not say when.", "It was described as “grand” once.", "The report of the loss came late.",
      "The mayor will respond to the loss.",
    ] {
      #expect(first(text).1 == nil, "\(text)")
    }
  }

  @Test func `two speakers in one sentence keep their own words`() {
    let annotated = Sample(
      "Our reporter says he saw no fire, but Mr Weir, the head of the port, said that a barn had burned."
    ).annotated
    #expect(annotated.attributions.map(\.source.name) == ["Our reporter", "Weir"])
    #expect(annotated.words(annotated.attributions[0].content) == "he saw no fire")
    #expect(annotated.words(annotated.attributions[1].content) == "a barn had burned")
  }
}

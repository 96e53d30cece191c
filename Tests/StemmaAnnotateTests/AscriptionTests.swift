import StemmaModel
import Testing

/// What is laid to whom, as spans. In a text, ⟦s:…⟧ is the source, ⟦q:…⟧ the cue, ⟦c:…⟧ a piece of the content.
struct AscriptionTests {
  private func check(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    let sample = Sample(text)
    let annotated = sample.annotated
    annotated.checkInvariants()
    let found = annotated.ascriptions
    #expect(found.compactMap(\.source) == sample.marked["s", default: []], "sources", sourceLocation: location)
    #expect(found.map(\.cue) == sample.marked["q", default: []], "cues", sourceLocation: location)
    #expect(found.flatMap(\.content) == sample.marked["c", default: []], "contents", sourceLocation: location)
  }

  @Test(arguments: [
    "⟦s:The mayor⟧ ⟦q:said⟧ ⟦c:that two people had drowned⟧.",
    "⟦s:Residents⟧ ⟦q:have repeatedly criticized⟧ ⟦c:the plan⟧.",
    "⟦s:The company⟧ ⟦q:denied⟧ ⟦c:the charges⟧.",
    "⟦s:The governor⟧ ⟦q:has refused to disclose⟧ ⟦c:the contract⟧.",
    "⟦s:The union⟧ ⟦q:plans⟧ ⟦c:to strike on Friday⟧.",
    "⟦s:She⟧ ⟦q:called for⟧ ⟦c:an inquiry⟧.",
    "⟦s:The survey⟧ ⟦q:shows⟧ ⟦c:that the river is rising⟧.",
    "⟦s:Lena Ott, the mayor of Northport,⟧ ⟦q:said⟧ ⟦c:the harbour was shut⟧.",
  ])
  func `verbs of speech, thought and will`(text: String) { check(text) }

  @Test(arguments: [
    "⟦c:“We were lucky,”⟧ ⟦q:said⟧ ⟦s:Lena Ott⟧.",
    "⟦c:“We were lucky,”⟧ ⟦s:Ott⟧ ⟦q:said⟧.",
    "⟦s:Ott⟧ ⟦q:said⟧: ⟦c:“We were lucky.”⟧",
    "⟦c:“We were lucky,”⟧ ⟦s:she⟧ ⟦q:said⟧, ⟦c:“and we know it.”⟧",
  ])
  func `quotations and their tags`(text: String) { check(text) }

  @Test func `according to relays its whole sentence`() {
    check("⟦c:The harbour is shut⟧, ⟦q:according to⟧ ⟦s:the coast guard⟧.")
    check("⟦q:According to⟧ ⟦s:the coast guard⟧, ⟦c:the harbour is shut⟧.")
  }

  @Test func `a new verb of the same speaker ends the words before`() {
    let annotated = Sample("Ott said the harbour was shut, adding that it would stay so.").annotated
    let found = annotated.ascriptions
    #expect(found.map { $0.source.map(annotated.words) } == ["Ott", "Ott"])
    #expect(found.map { annotated.words($0.cue) } == ["said", "adding"])
    #expect(found.map { $0.content.map(annotated.words) } == [["the harbour was shut"], ["that it would stay so"]])
  }

  @Test func `a name behind a dash signs the words before it`() {
    let annotated = Sample("“The river took everything.”", "– Lena Ott").annotated
    let found = annotated.ascriptions.first
    #expect(found?.source.map(annotated.words) == "Lena Ott")
    #expect(found?.content.map(annotated.words) == ["“The river took everything.”"])
  }

  @Test(arguments: [
    "The proposed law would close the harbour.", "Two trams collided in Northport on Tuesday.",
    "The United States won.", "Das Ministerium sagte, der Hafen sei geschlossen.",
  ])
  func `nothing is laid to anybody where nobody says anything`(text: String) {
    #expect(Sample(text).annotated.ascriptions.isEmpty)
  }

  @Test func `words in marks that nobody said are the reporter's own`() {
    let annotated = Sample("The so-called “lock war” began in 1970.").annotated
    #expect(annotated.quotes.map(\.form) == [.scare])
    let told = Sample("Lena Ott called it a “lock war”.").annotated
    #expect(told.quotes.map(\.form) == [.partial])
  }

  @Test func `a quotation of the paragraph before is not the next speaker's`() {
    let annotated = Sample("Lena Ott was angry. “They never looked.”", "Per Dahl declined to comment.").annotated
    #expect(annotated.quotes.map(\.attribution) == [nil])
  }

  @Test func `the occasion is kept`() {
    let annotated = Sample("Lena Ott said at a forum in Northport on Tuesday that the harbour was shut.").annotated
    #expect(annotated.attributions.first?.occasion.map(annotated.words) == "at a forum in Northport on Tuesday")
  }
}

import StemmaModel
import Testing

@testable import StemmaAlign

struct TimeRuleTests {
  private func dated(_ text: String, _ words: String, _ year: Int) -> Draft {
    var draft = Draft(text)
    draft.time(words, Moment(year: year))
    return draft
  }

  @Test func `one event in two years`() {
    let a = dated("The bridge at Velm collapsed in 1991 and closed the valley.", "1991", 1991)
    let b = dated("The bridge at Velm collapsed in 1919, closing the valley.", "1919", 1919)
    let claims = [[(0, "The bridge at Velm collapsed in 1991"), (1, "The bridge at Velm collapsed in 1919")]]
    let found = Findings([a, b], claims: claims)
    #expect(found.of(.date) == ["high B | A"])
    #expect(
      Findings(
        [a, a], claims: [[(0, "The bridge at Velm collapsed in 1991"), (1, "The bridge at Velm collapsed in 1991")]]
      ).all.isEmpty)
  }

  @Test func `two events of one topic have their own years`() {
    let a = dated("The bridge was opened with music in 1991.", "1991", 1991)
    let b = dated("The bridge is older than the mill of 1919.", "1919", 1919)
    #expect(
      Findings(
        [a, b],
        claims: [[(0, "The bridge was opened with music in 1991"), (1, "The bridge is older than the mill of 1919")]]
      )
      .of(.date).isEmpty)
  }

  @Test func `the day of the report is not the day of the event`() {
    func day(_ text: String, _ words: String, _ weekday: Int) -> Draft {
      var draft = Draft(text)
      draft.time(words, weekday: weekday)
      return draft
    }
    let a = day("The old bridge near the mill collapsed on Monday.", "Monday", 0)
    let b = day("The old bridge near the mill collapsed on Sunday.", "Sunday", 6)
    let c = day("Police, still at the old bridge near the mill that collapsed, spoke late Tuesday.", "Tuesday", 1)
    let claim = "The old bridge near the mill collapsed on"
    #expect(
      Findings([a, b], claims: [[(0, claim + " Monday"), (1, claim + " Sunday")]]).of(.date) == ["medium B | A"])
    #expect(
      Findings([a, c], claims: [[(0, claim + " Monday"), (1, "the old bridge near the mill that collapsed")]])
        .of(.date).isEmpty)
    // A line that tells nothing but the day, and a day whose year nobody says.
    let d = dated("Published May 1991.", "May 1991", 1991)
    let e = dated("Published June 1919.", "June 1919", 1919)
    #expect(
      Findings([d, e], claims: [[(0, "Published May 1991"), (1, "Published June 1919")]]).of(.date).isEmpty)
  }

  @Test func `clocks that are a little apart`() {
    let a = Draft("The dam broke at about 6:40 p.m. and the bells rang.")
    let b = Draft("The clock in the hall stopped at 6:52 for good.")
    let c = Draft("Trains ran again from 9:15 on.")
    let found = Findings([a, a, b, c])
    // Nothing but the hour joins them.
    #expect(found.of(.date) == ["low C | AB"])
    #expect(Findings([a, Draft("When the dam broke it was 6:52.")]).of(.date) == ["medium B | A"])
    #expect(Findings([a, Draft("A call of the dam came at about 6:45 p.m.")]).of(.date).isEmpty)
  }

  @Test func `the same hour in another notation is the same`() {
    #expect(Findings([Draft("The dam broke at 6:40 p.m."), Draft("The dam gave way at 18:40.")]).all.isEmpty)
  }

  @Test func `a speaker said it on another day`() {
    var a = Draft("Ada Lind met the press on Wednesday.\nLind said freight traffic doubled again.")
    a.time("Wednesday", weekday: 2)
    a.lay("freight traffic doubled again", to: "Ada Lind", mention: "Lind", cue: "said")
    a.person("Ada Lind")
    a.report.tokens.indices.filter { a.report.tokens[$0].key == "lind" }.forEach { a.report.tokens[$0].isName = true }
    var b = Draft("On Tuesday Ada Lind pointed out that freight traffic doubled again.")
    b.time("Tuesday", weekday: 1)
    b.lay("freight traffic doubled again", to: "Ada Lind", cue: "pointed")
    let found = Findings(
      [a, b], claims: [[(0, "freight traffic doubled again"), (1, "freight traffic doubled again")]])
    #expect(found.of(.date) == ["medium B | A"])
  }

  @Test func `after the talks, during the meeting, before the attack`() {
    let a = Draft("Both envoys signed a fishing accord after the talks.")
    let b = Draft("Both envoys signed a fishing accord during the meeting.")
    let c = Draft("Both envoys signed a fishing accord before the attack.")
    let words = "Both envoys signed a fishing accord"
    #expect(Findings([a, a, b], claims: [[(0, words), (1, words), (2, words)]]).of(.date) == ["medium C | AB"])
    #expect(Findings([a, a, c], claims: [[(0, words), (1, words), (2, words)]]).of(.date).isEmpty)
  }
}

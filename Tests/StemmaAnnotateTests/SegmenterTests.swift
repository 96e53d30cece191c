import StemmaModel
import Testing

struct SegmenterTests {
  @Test(arguments: [
    ("Dr. Lena Ott met Gen. Paul Weir at 3 p.m. on Friday. It rained.", 2),
    ("The U.S. Navy sent two ships. The U.N. agreed.", 2),
    ("They moved to the U.S. The house stayed empty.", 2),
    ("Shares of Orbit Inc. rose. Those of Vale Corp. fell.", 2),
    ("It grew by 3.5 percent to 1,200.75 units.", 1),
    ("No. 5 is closed. The answer was no. Nobody asked.", 3),
    ("On Nov. 3 the port closed. Ships waited.", 2),
    ("“Really?” he asked. “Yes!” she said.", 2),
    ("\"Stop!\" Ott shouted. Then it was still.", 2),
    ("He waited… and waited. Nothing came.", 2),
    ("(It was late.) The lamps were out.", 2),
    ("J. R. Holm wrote it.", 1),
    ("今日は晴れです。明日は雨です。", 2),
    ("No end here", 1),
  ])
  func `a passage falls into its sentences`(text: String, count: Int) {
    let annotated = Sample(text).annotated
    #expect(annotated.statements.count == count, "\(annotated.sentences)")
    annotated.checkInvariants()
  }

  @Test func `a closing mark belongs to the sentence it closes`() {
    let annotated = Sample("\"The bridge is open.\" The mayor left.").annotated
    #expect(annotated.sentences == ["\"The bridge is open.\"", "The mayor left."])
  }

  @Test func `a headline is one statement`() {
    let annotated = Sample("It rained.", title: "Storm. Flood. Silence.").annotated
    #expect(annotated.sentences == ["Storm. Flood. Silence.", "It rained."])
  }

  @Test func `keys are folded, straight and without a possessive ending`() {
    let annotated = Sample("Ott’s co-workers don’t like the U.N.’s “Étude” of 23,000 at 3.5%.").annotated
    #expect(
      annotated.tokens.map(\.key) == [
        "ott", "co-workers", "don't", "like", "the", "un", "\"", "étude", "\"", "of", "23000", "at", "3.5", "%", ".",
      ])
  }

  @Test func `a hyphen that stands for a dash does not join two words`() {
    let keys = Sample("Four shells fell in a minute-two hit the pier; twenty-two did not.").annotated.tokens.map(\.key)
    #expect(keys.contains("minute"))
    #expect(keys.contains("two"))
    #expect(keys.contains("twenty-two"))
  }

  @Test func `clauses are cut where a new statement begins`() {
    let annotated = Sample(
      "Trade grew by a tenth last year, reaching a record 80 million crowns, although the ferry had stopped in the autumn, according to the port office."
    ).annotated
    #expect(
      annotated.clauses == [
        "Trade grew by a tenth last year,", "reaching a record 80 million crowns,",
        "although the ferry had stopped in the autumn,",
        "according to the port office.",
      ])
  }

  @Test(arguments: [
    [
      "Reporters saw a crater about three metres wide,", "an unexploded shell wedged in the wall of a clinic",
      "and a grey helicopter flying south.",
    ],
    [
      "She found the roof of the mill torn off,", "the yard deep in mud and broken glass",
      "and two boats on the church steps.",
    ],
    ["The company said the pump had failed,", "and put the cost at 3 million crowns."],
    ["The leader criticised the budget of the city", "and demanded a new vote."],
    ["One man was killed in the square", "and six were injured", "when a wall collapsed on a bus."],
    ["Four people were killed", "and 23 injured", "when the gate of the lock gave way."],
    ["The bridge,", "which was built in 1920,", "serves 4,000 cars a day."],
    ["The army withdrew from the hill", "after the rebels had cut the road."],
    ["Jane Roe, the governor of the northern province, opened the road."],
    ["They sell bread, milk, a few apples and the morning paper."],
  ])
  func `one clause carries one claim`(clauses: [String]) {
    #expect(Sample(clauses.joined(separator: " ")).annotated.clauses == clauses)
  }

  @Test func `a list of nouns stays whole`() {
    #expect(Sample("They signed papers on fishing, farming and the shared lake.").annotated.clauses.count == 1)
  }

  @Test func `a sentence without end is cut at a limit`() {
    let annotated = Sample(String(repeating: "word ", count: 5_000)).annotated
    #expect(annotated.statements.count > 10)
    annotated.checkInvariants()
  }
}

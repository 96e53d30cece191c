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
    ("He met J. R. Holm at 5 p.m. Friday. They spoke.", 2),
    ("Sen. Ott (R-Utah) spoke in Washington, D.C. The vote failed.", 2),
    ("Shares of Yahoo! rose. \"Jeopardy!\" is a show.", 2),
    ("Visit www.vale.example/a.b?c=d. Write to a.b@vale.example. Follow @vale.lock.", 3),
    ("1. First thing. 2. Second thing.", 2),
    ("It cost approx. 5 crowns. Fig. 3 shows it. He lives on Main St. It is long.", 4),
    ("The lock opened.It was late.Nobody came.", 3),
    ("• One thing here. • Another thing.", 2),
    ("The '90s were dry. ’Tis late.", 2),
    ("It ended in Jan. Then Feb. came. On Jan. 5 it snowed.", 3),
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

  @Test func `each line of a list is a statement of its own`() {
    let annotated = Sample("- The lock is shut", "- The ferry runs", "* Nobody pays").annotated
    #expect(annotated.sentences == ["- The lock is shut", "- The ferry runs", "* Nobody pays"])
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

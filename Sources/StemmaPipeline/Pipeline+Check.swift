import StemmaAlign
import StemmaAnnotate
import StemmaCheck
import StemmaDerive
public import StemmaModel

extension Pipeline {
  public struct CheckOutcome: Sendable {
    /// That of the story which has most of the claim; nil where nothing could be read.
    public var check: ClaimCheck?
    /// Stories that the reports are of.
    public var stories: Int
    /// Trouble with the inputs themselves.
    public var caveats: [Caveat]
  }

  /// Whether a claim has anything that could be looked for.
  public static func isEmptyClaim(_ claim: String) -> Bool { ClaimChecker.isEmpty(claim) }

  /// Looks for a claim in the reports that the inputs give. Reports of several stories are asked story by story.
  public func check(_ claim: String, _ inputs: [String]) -> CheckOutcome {
    let gathered = gather(inputs)
    var best: (check: ClaimCheck, strength: Double)?
    for story in gathered.stories {
      let collation = Aligner().align(story)
      let stemma = Deriver().derive(collation)
      var checker = ClaimChecker(collation, stemma, annotate: Annotator().annotate)
      let answer = checker.answer(claim)
      guard answer.strength > best?.strength ?? -1 else { continue }
      let check = CheckEntry(
        claim: claim, answer: answer, collation: collation, stemma: stemma, caveats: gathered.caveats(of: story)
      ).check()
      best = (check, answer.strength)
    }
    return CheckOutcome(check: best?.check, stories: gathered.stories.count, caveats: gathered.caveats)
  }
}

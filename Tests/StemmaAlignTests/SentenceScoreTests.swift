import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct SentenceScoreTests {
  private let statements = [
    "The ferry ran aground off Selva on Friday", "On Friday a ferry ran aground near Selva",
    "The mayor opened a bakery in Northport", "The mayor of Northport closed a bakery", "…",
  ].map { annotated($0) }

  @Test func `what says the same is more alike than what does not`() {
    let score = SentenceScore(statements)
    #expect(score(0, 1) > score(0, 2))
    #expect((0...1).contains(score(0, 1)))
    #expect(score(0, 0) > 0.99)
    #expect(score(0, 1) == score(1, 0))
  }

  @Test func `what has no words is like nothing`() {
    let score = SentenceScore(statements)
    #expect(score(0, 4) == 0 && score(4, 4) == 0)
  }

  @Test func `a statement that comes twice counts once`() {
    #expect(SentenceScore(statements)(0, 1) == SentenceScore(statements + statements)(5, 1))
  }
}

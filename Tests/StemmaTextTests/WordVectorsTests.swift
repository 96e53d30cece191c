import StemmaText
import Testing

struct WordVectorsTests {
  /// Ids and vectors recorded when the table was built.
  @Test func `pieces are those the table was built with`() {
    func ids(_ words: [String]) -> [Int] { words.flatMap { WordVectors.pieces(of: Array($0.utf8)) ?? [-1] } }
    let known = [1996, 27785, 2730, 2111, 1999, 2175, 6935, 2912, 4584]
    #expect(ids(["the", "quake", "killed", "people", "in", "goriska", "officials"]) == known)
    #expect(ids(["mishustin"]) == [28616, 9825, 7629])
    #expect(WordVectors.pieces(of: []) == nil)
    #expect(WordVectors.pieces(of: Array(repeating: 120, count: 101)) == nil)
  }

  /// What `Scripts/build-vectors` has to give again.
  @Test(
    arguments: [
      ("flood", [-27, 9, 3, 13, -33, 2]), ("injured", [3, 9, -17, -29, -15, -5]),
      ("mishustin", [34, 16, -1, 12, -9, -10]),
    ] as [(String, [Int])])
  func `directions are those the table was built with`(word: String, first: [Int]) throws {
    let direction = try #require(WordVectors.direction(of: word))
    #expect(zip(direction, first).allSatisfy { abs(Int($0) - $1) <= 1 }, "\(direction.prefix(6))")
  }

  @Test func `accents do not make another word`() throws {
    let accented = try #require(WordVectors.direction(of: "naïve"))
    #expect(accented == WordVectors.direction(of: "naive"))
  }

  @Test func `words of like meaning are nearer than others`() throws {
    func cosine(_ a: String, _ b: String) throws -> Double {
      WordVectors.cosine(try #require(WordVectors.direction(of: a)), try #require(WordVectors.direction(of: b)))
    }
    #expect(try cosine("injured", "wounded") > cosine("injured", "harvest"))
    #expect(try cosine("bombing", "bombs") > cosine("bombing", "harvest"))
    #expect(try abs(cosine("flood", "flood") - 1) < 0.02)
  }
}

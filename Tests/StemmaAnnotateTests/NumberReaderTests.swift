import StemmaModel
import Testing

struct NumberReaderTests {
  private func numbers(_ text: String) -> [(String, Double)] {
    let annotated = Sample(text).annotated
    return annotated.numbers.map { (annotated.words($0.span), $0.value) }
  }

  @Test(
    arguments: [
      ("The dam holds 41,250 litres.", "41,250", 41_250.0), ("It rose by 0.75 points.", "0.75", 0.75),
      ("The fine was 3.5 billion.", "3.5 billion", 3.5e9), ("They printed 12,34,567 ballots.", "12,34,567", 1_234_567),
      ("Il y avait 52 300 spectators.", "52 300", 52_300), ("It weighed 7,5 grams.", "7,5", 7.5),
      ("It cost 1.250.000,50 in all.", "1.250.000,50", 1_250_000.5), ("They sold 90k of them.", "90k", 90_000),
      ("The charge is 1.6e-19 in all.", "1.6e-19", 1.6e-19), ("Mix 3/4 of it.", "3/4", 0.75),
      ("Mix 2 1/2 parts.", "2 1/2", 2.5), ("It took ½ of it.", "½", 0.5), ("They spent 2 crore on it.", "2 crore", 2e7),
      ("It fell to -14 at night.", "-14", -14), ("It fell to minus fourteen.", "minus fourteen", -14),
      ("Forty-six were there.", "Forty-six", 46), ("Two dozen came.", "Two dozen", 24),
      ("Half a dozen came.", "Half a dozen", 6),
      ("Three hundred and seven came.", "Three hundred and seven", 307),
      ("Two million four hundred thousand came.", "Two million four hundred thousand", 2_400_000),
      ("A hundred came.", "A hundred", 100), ("Six and a half million came.", "Six and a half million", 6.5e6),
      ("One million and a quarter came.", "One million and a quarter", 1_250_000),
      ("Two thirds of them came.", "Two thirds", 2.0 / 3),
      ("Three-quarters of them came.", "Three-quarters", 0.75), ("A fifth of them came.", "A fifth", 0.2),
      ("Seven out of ten came.", "Seven out of ten", 0.7), ("One in eight came.", "One in eight", 0.125),
      ("It is nine point zero four.", "nine point zero four", 9.04), ("Two dozens came.", "Two dozens", 24),
      ("A quarter million came.", "A quarter million", 250_000),
      ("6 thousand 2 hundred and 11 came.", "6 thousand 2 hundred and 11", 6211),
    ] as [(String, String, Double)])
  func `a number has a value, in digits and in words`(text: String, words: String, value: Double) throws {
    let found = try #require(numbers(text).first, "nothing found in \(text)")
    #expect(found.0 == words)
    #expect(abs(found.1 - value) <= 1e-9 * abs(value))
    #expect(numbers(text).count == 1)
  }

  @Test(
    arguments: [
      ("Call 192.168.4.7 now.", [192.0, 168, 4, 7]), ("See pages 4,8,15,16.", [4, 8, 15, 16]),
      ("On 5/17/2018 it rained.", [5, 17, 2018]),
      ("Between one hundred and two hundred came.", [100, 200]), ("They won 12 in six games.", [12, 6]),
      ("We sold nine million 400 ml jars.", [9e6, 400]),
    ] as [(String, [Double])])
  func `numbers side by side stay apart`(text: String, values: [Double]) {
    #expect(numbers(text).map(\.1) == values)
  }

  @Test(arguments: [
    "The one on the left fell.", "This one is good.", "Which one do you want?", "No one came.",
    "The twenty-first day was calm.",
    "On the 4th it rained.", "The second half was dull.", "Take the A320 home.", "It is a 180ml bottle.",
  ])
  func `what only looks like a number is none`(text: String) {
    #expect(numbers(text).isEmpty, "\(numbers(text))")
  }
}

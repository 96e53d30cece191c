import Foundation
import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct DossierJSONTests {
  @Test func `a dossier reads back as itself`() throws {
    let dossier = try Fixture.lantern()
    #expect(try DossierJSON.decode(DossierJSON.encode(dossier, pretty: true)) == dossier)
    #expect(try DossierJSON.decode(DossierJSON.encode(dossier, pretty: false)) == dossier)
  }

  @Test func `pretty output is the hand-written example but for the form of whole numbers`() throws {
    let example = String(decoding: try Fixture.lanternJSON(), as: UTF8.self)
      .replacingOccurrences(of: "\"weight\": 2.0,", with: "\"weight\": 2,")
    #expect(String(decoding: try DossierJSON.encode(Fixture.lantern(), pretty: true), as: UTF8.self) == example)
  }

  @Test func `keys stand in the contract's order`() throws {
    let text = String(decoding: try DossierJSON.encode(Fixture.lantern(), pretty: true), as: UTF8.self)
    let keys = text.split(separator: "\n").filter { $0.hasPrefix(" \"") }.map { $0.split(separator: "\"")[1] }
    #expect(
      keys == [
        "schema", "generator", "story", "reports", "quotes", "figures", "claims", "divergences", "stemma", "origins",
        "summary", "caveats",
      ])
  }

  @Test func `several stories are one compact line each`() throws {
    let dossier = try Fixture.lantern()
    let text = String(decoding: try DossierJSON.encode([dossier, dossier]), as: UTF8.self)
    #expect(text.split(separator: "\n").count == 2)
    #expect(text.hasPrefix("{\"schema\":\"stemma-dossier/1\",\"generator\":{\"name\":"))
    #expect(try DossierJSON.encode([dossier]) == DossierJSON.encode(dossier, pretty: true))
    #expect(try DossierJSON.encode([]).isEmpty)
  }

  @Test func `what is unknown is written as null`() throws {
    let dossier = Fixture.bare(.init(reports: 0, publishers: 0, lines: nil, origins: nil))
    let text = String(decoding: try DossierJSON.encode(dossier, pretty: false), as: UTF8.self)
    #expect(text.contains("\"firstReported\":null,\"lastReported\":null"))
    #expect(text.contains("\"lines\":null,\"origins\":null"))
    #expect(text.contains("\"reports\":[]"))
  }

  @Test func `a report of two thousand is written in a moment`() throws {
    let dossier = Fixture.many(2000, claims: 20)
    let clock = ContinuousClock()
    var bytes = 0
    let time = try clock.measure { bytes = try DossierJSON.encode(dossier, pretty: false).count }
    #expect(bytes > 1_000_000)
    #expect(time < .seconds(20))
  }
}

@Suite struct OrderedJSONEncoderTests {
  private struct Sample: Encodable {
    var zebra: Double
    var apple: String
    var weight = 0.123456
    var list: [Double?] = [1, nil]
    var flag = true
  }

  private func encode(_ value: some Encodable, indented: Bool = false) throws -> String {
    String(decoding: try OrderedJSONEncoder(indented: indented, decimals: ["weight": 4]).encode(value), as: UTF8.self)
  }

  @Test func `keys keep the order of declaration`() throws {
    #expect(
      try encode(Sample(zebra: 1, apple: "a"))
        == #"{"zebra":1,"apple":"a","weight":0.1235,"list":[1,null],"flag":true}"#)
  }

  @Test func `indenting uses one space and leaves empty things on one line`() throws {
    #expect(try encode(["a": [[1], []]], indented: true) == "{\n \"a\": [\n  [\n   1\n  ],\n  []\n ]\n}")
  }

  @Test(arguments: [
    (190_000_000_000, "190000000000"), (0.5, "0.5"), (-0.0, "0"), (4_200_000, "4200000"),
    (0.1 + 0.2, "0.30000000000000004"),
    (-1.25, "-1.25"), (1e21, "1e+21"), (1e-7, "1e-07"),
  ])
  func `numbers are whole where they can be`(value: Double, text: String) throws {
    #expect(try encode([value]) == "[\(text)]")
  }

  @Test func `what JSON cannot say is an error`() {
    #expect(throws: EncodingError.self) { try encode([Double.nan]) }
    #expect(throws: EncodingError.self) { try encode([Double.infinity]) }
  }

  @Test func `only what must be escaped is`() throws {
    #expect(try encode("a/b “é” \u{2028}😀") == "\"a/b “é” \u{2028}😀\"")
    #expect(try encode("\"\\\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}") == "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001f\u{7f}\"")
  }
}

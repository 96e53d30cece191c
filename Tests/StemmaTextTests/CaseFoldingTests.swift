import StemmaText
import Testing

struct CaseFoldingTests {
  private func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      Array(unsafeUninitializedCapacity: bytes.count) { buffer, count in
        count = bytes.count
        CaseFolding.fold(bytes, 0..<count, to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  private func folded(_ text: String) -> String { String(decoding: folded(Array(text.utf8)), as: UTF8.self) }

  @Test(arguments: [
    ("Straße ÉCOLE Ñandú", "straße école ñandú"), ("ŁÓDŹ Šibenik ŽŸ", "łódź šibenik žÿ"), ("ΑΘΉΝΑ", "αθήνα"),
    ("МОСКВА Ёлка", "москва ёлка"),
    ("×÷ 12% 北京 İI", "×÷ 12% 北京 İi"),
  ])
  func `letters with accents are folded and keep them`(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  /// The slow, obvious twin: the standard library's lower case, for scalars whose length does not change.
  @Test func `every scalar of two bytes is folded as the standard library does`() {
    let skipped: Set<UInt32> = [0x130, 0x1C4, 0x1C5, 0x1C7, 0x1C8, 0x1CA, 0x1CB, 0x1F1, 0x1F2]
    for value in UInt32(0)..<0x180 where !skipped.contains(value) {
      let scalar = Unicode.Scalar(value)!
      let text = String(scalar)
      let lower = text.lowercased()
      if lower.utf8.count == text.utf8.count { #expect(folded(text) == lower, "U+\(String(value, radix: 16))") }
    }
  }

  @Test func `bytes that are no text pass through`() {
    #expect(folded([0x41, 0xC3, 0xFF, 0x80, 0xD0]) == [0x61, 0xC3, 0xFF, 0x80, 0xD0])
  }
}

import StemmaModel
import Testing

struct SiglumTests {
  @Test func `letters follow the alphabet and then double`() {
    let letters = [0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"]
    for (index, name) in letters { #expect(Siglum(index).description == name) }
  }
}

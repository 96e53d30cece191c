import StemmaText
import Testing

struct WordStemTests {
  @Test(arguments: [
    ["increase", "increased", "increases", "increasing"], ["stop", "stopped", "stopping", "stops"],
    ["strengthen", "strengthened", "strengthening"], ["city", "cities"], ["injury", "injured", "injuries"],
    ["tell", "told"], ["characterize", "characterized", "characterizes"], ["official", "officially", "officials"],
    ["meet", "met", "meets", "meeting"], ["deny", "denied", "denies"],
  ])
  func `inflections of one word agree`(forms: [String]) {
    #expect(Set(forms.map(WordStem.of)).count == 1, "\(forms.map(WordStem.of))")
  }

  @Test(arguments: [
    ("nation", "native"), ("university", "universe"), ("news", "new"), ("police", "policy"), ("bus", "bush"),
  ])
  func `other words stay apart`(a: String, b: String) {
    #expect(WordStem.of(a) != WordStem.of(b))
  }

  @Test func `numbers, names beyond ASCII and short words are left alone`() {
    #expect(["20,000", "müller", "is", "čas"].map(WordStem.of) == ["20,000", "müller", "is", "čas"])
  }
}

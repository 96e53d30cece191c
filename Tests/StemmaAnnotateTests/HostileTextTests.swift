import StemmaModel
import StemmaTestSupport
import Testing

/// Texts that nobody wrote to be read: none may trap, hang, or give a span that is not of the text.
struct HostileTextTests {
  @Test(arguments: [
    // No end
    Flood("word ", times: 5_000), Flood("A", times: 100_000), Flood("a-", times: 5_000), Flood("a/", times: 5_000),
    Flood("a&", times: 5_000), Flood("a'", times: 5_000), Flood("and ", times: 2_500), Flood("a, ", times: 2_500),
    Flood("The mayor of the town walked to the bridge and looked at the water ", times: 1_000),
    // Digits
    Flood("7", times: 100_000), Flood("7 ", times: 5_000), Flood("123,456,789,", times: 1_250),
    Flood("1.2.3.4:", times: 1_250), Flood("one or two ", times: 1_250), Flood("hundred thousand ", times: 1_250),
    Flood("$ ", times: 2_500), Flood("$5 ", times: 1_250), Flood("5% ", times: 1_250), Flood("0x1f-", times: 1_250),
    // Marks
    Flood("\"", times: 10_000), Flood("\"a ", times: 2_500), Flood("“", times: 10_000), Flood("“a ", times: 2_500),
    Flood("‘a ", times: 2_500), Flood("'", times: 2_500), Flood("’", times: 2_500), Flood("«", times: 2_500),
    Flood("”“", times: 5_000), Flood("(", times: 2_500), Flood(".", times: 12_500), Flood(". ", times: 5_000),
    Flood("?!", times: 2_500), Flood("—", times: 2_500), Flood("…", times: 2_500), Flood("-", times: 12_500),
    // Names
    Flood("U.", times: 5_000), Flood("J. ", times: 2_500), Flood("Mr. ", times: 2_500),
    Flood("Lena Ott, ", times: 1_250), Flood("al-Masri ", times: 1_250), Flood("Van der ", times: 1_250),
    Flood("University of ", times: 1_250), Flood("President ", times: 1_250), Flood("his wife, Jane, ", times: 750),
    Flood("the president ", times: 1_250), Flood("World Health Organization (WHO) ", times: 500),
    // Speech
    Flood("said ", times: 2_500), Flood("X said that Y, ", times: 600), Flood("according to ", times: 800),
    Flood("he said she said he told ", times: 500), Flood("met with ", times: 1_250),
    Flood("told Roe China ", times: 1_000), Flood(", many of whom ", times: 500),
    // Days
    Flood("May ", times: 1_250), Flood("Friday, ", times: 1_250), Flood("last last last ", times: 750),
  ])
  func `a flood is read to its end`(flood: Flood) {
    Sample(flood.text, flood.text).annotated.checkInvariants()
  }

  @Test(arguments: [
    Flood("\u{202E}שלום עולם ", times: 750), Flood("قال الرئيس إن المدينة \"آمنة\" اليوم. ", times: 500),
    Flood("a" + String(repeating: "\u{301}", count: 20_000)), Flood("e\u{301}\u{302}\u{303} ", times: 1_250),
    Flood("\u{FFFD}", times: 2_500), Flood("wo\u{FFFD}rd ", times: 1_250), Flood("\0", times: 5_000),
    Flood("a\0b ", times: 1_250), Flood("\u{FFFD}\u{0}\u{7F}"), Flood("\u{80}", times: 2_500),
    Flood("\u{200D}", times: 2_500), Flood("a\u{200D}b", times: 2_500),
    Flood("go\u{AD}vern\u{AD}ment ", times: 1_250),
    Flood("\u{FEFF}", times: 2_500), Flood("\u{E000}x ", times: 1_250), Flood("👩‍👩‍👧‍👦", times: 500),
    Flood("\u{10FFFF}", times: 1_250), Flood("ǅİȺ", times: 1_250), Flood("新聞", times: 2_500),
    Flood("北京。", times: 1_250),
    Flood("।", times: 1_250), Flood(" "), Flood(""), Flood("\u{A0}", times: 1_250), Flood("\n", times: 1_250),
  ])
  func `letters that are none, and marks that nobody sees, are read to their end`(flood: Flood) {
    Sample(flood.text, "He said: \(flood.text)", title: flood.text).annotated.checkInvariants()
  }

  @Test func `noise is read to its end`() {
    let letters = Array(
      "aAbBéß .,;:“”‘’'\"«»-–—…()[]0123456789$€%/&@#\u{301}\u{200D}\u{AD}\u{5D0}\u{FFFD}\0\t".unicodeScalars)
    for seed in UInt64(1)...20 {
      var random = SeededRandom(seed)
      var text = String.UnicodeScalarView()
      for _ in 0..<2_000 { text.append(letters[Int(random.next() % UInt64(letters.count))]) }
      Sample(String(text), String(String(text).reversed())).annotated.checkInvariants()
    }
  }

  @Test func `many open quotations in many paragraphs are read to their end`() {
    let annotated = Sample(lines: Array(repeating: "\"Ott said ", count: 5_000)).annotated
    annotated.checkInvariants()
    #expect(annotated.quotes.count <= 10_000)
  }

  // MARK: what was given up

  @Test func `a text without the end of a sentence is cut, and says so`() throws {
    let annotated = Sample(Flood("word ", times: 40_000).text).annotated
    #expect(annotated.statements.count == 100)
    #expect(annotated.statements.allSatisfy { $0.tokens.count <= 400 })
    let caveat = try #require(annotated.caveats.first)
    #expect(annotated.caveats.count == 1 && caveat.kind == .other && caveat.span == annotated.statements[0].span)
  }

  @Test func `a report with nothing odd about it has no caveat`() {
    let annotated = Sample("The mayor of Northport said on Friday that the bridge was safe. Nobody was hurt.").annotated
    #expect(annotated.caveats.isEmpty)
  }

  @Test(
    arguments: [
      "Der Bürgermeister sagte am Freitag, die Brücke sei sicher und 12 Menschen seien nicht in Gefahr gewesen.",
      "Le maire a dit vendredi que le pont était sûr et que les 12 habitants de la rue ne couraient pas de danger.",
      "El alcalde dijo el viernes que el puente era seguro y que los 12 vecinos de la calle no corrían peligro.",
      "Il sindaco ha detto venerdì che il ponte è sicuro e che i 12 abitanti della via non sono in pericolo.",
      "De burgemeester zei vrijdag dat de brug veilig is en dat de 12 bewoners van de straat niet in gevaar zijn.",
      "Borgmesteren sagde fredag, at broen er sikker, og at de 12 beboere i gaden ikke er i fare for at miste den.",
      "Burmistrz powiedział w piątek, że most jest bezpieczny i że 12 mieszkańców nie jest w niebezpieczeństwie.",
      "Мэр сказал в пятницу, что мост безопасен и 12 жителей улицы не в опасности.",
      "市长星期五说，大桥是安全的，街上的12名居民没有危险。",
      "قال رئيس البلدية يوم الجمعة إن الجسر آمن وإن سكان الشارع ليسوا في خطر.",
    ], ["en", "und"])
  func `a text of another language is not read by English rules, whatever its report says`(text: String, said: String) {
    let annotated = Sample(text, language: said).annotated
    #expect(annotated.figures.isEmpty && annotated.names.isEmpty && annotated.attributions.isEmpty)
    #expect(annotated.caveats.map(\.kind) == [.language])
    annotated.checkInvariants()
  }

  @Test func `a report of another language keeps its sentences and marked words`() {
    let annotated = Sample("Il a dit : « Le pont est sûr. » Puis il est parti.", language: "fr").annotated
    #expect(annotated.statements.count == 2 && annotated.quotes.count == 1)
    #expect(annotated.caveats.map(\.kind) == [.language])
  }

  @Test(arguments: [
    "Northport 3, Southport 1. Weir 2, Ott 1. Half-time: 1-0.",
    "Los Alamos, La Paz, San Juan de la Cruz, El Paso, Las Cruces, Des Moines, Los Gatos",
    "Stopped.", "Weir wins", "",
  ])
  func `a list of names or results is not taken for another language`(text: String) {
    #expect(Sample(text).annotated.caveats.isEmpty)
  }

  // MARK: cost

  /// What is kept of a text grows in line with it: a rule that pairs each with each would show here.
  @Test(arguments: [
    "Lena Ott told Paul Weir on Friday that “12 boats” were lost. ", "“We go. ", "he said she said ",
    "Mr. Roe, 34, of Northport, ",
    "the president of Northland ",
  ])
  func `twice the text gives twice the mentions`(text: String) {
    func mentions(_ times: Int) -> Int {
      let annotated = Sample(lines: Array(repeating: String(repeating: text, count: 10), count: times)).annotated
      return annotated.names.count + annotated.figures.count + annotated.times.count + annotated.quotes.count
        + annotated.attributions.count + annotated.statements.count
        + annotated.attributions.reduce(0) { $0 + $1.channel.count }
    }
    #expect(mentions(40) <= 2 * mentions(20) + 4)
  }
}

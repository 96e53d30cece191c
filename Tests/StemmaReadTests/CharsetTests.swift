import Foundation
import StemmaModel
import Testing

@testable import StemmaRead

/// Encodes text with the system's converter, the other way round.
private func encode(_ text: String, _ name: String) -> [UInt8] {
  let descriptor = iconv_open(name, "UTF-8")
  defer { iconv_close(descriptor) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  var (left, free) = (input.count, output.count)
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (from, to) = (input.baseAddress, output.baseAddress)
      _ = iconv(descriptor, &from, &left, &to, &free)
    }
  }
  #expect(left == 0, "\(name) cannot write \(text.prefix(30))")
  return output.dropLast(free).map { UInt8(bitPattern: $0) }
}

@Suite struct CharsetTests {
  /// Our own words: the same small piece of news in many languages.
  static let samples: [(encoding: String, text: String)] = [
    ("CP1252", "Die Brücke über die Aue bleibt geschlossen, sagte die Bürgermeisterin. Größere Schäden gibt es nicht."),
    (
      "CP1252",
      "Le pont est fermé depuis lundi, a déclaré la mairie. Les élèves prendront le bac à l’aube, c’est déjà décidé."
    ),
    ("CP1252", "El puente sigue cerrado, según el alcalde. Mañana habrá una reunión con los vecinos y los técnicos."),
    ("CP1252", "Bron är stängd för trafik sedan i måndags, säger kommunen. Färjan går på kvällen också."),
    (
      "CP1250",
      "Most jest zamknięty od poniedziałku, powiedział burmistrz. Mieszkańcy będą musieli korzystać z łodzi, żeby dostać się na drugi brzeg."
    ),
    (
      "ISO-8859-2",
      "Most jest zamknięty od poniedziałku, powiedział burmistrz. Mieszkańcy będą musieli wziąć łódź, żeby się dostać na drugą stronę."
    ),
    (
      "CP1250",
      "Most je od pondělí uzavřen, řekla starostka. Děti pojedou do školy přívozem, škody nejsou velké a oprava začne příští týden."
    ),
    (
      "ISO-8859-2",
      "A híd hétfő óta zárva van, közölte a polgármester. A lakók kompot használnak, amíg a javítás el nem készül, őszig."
    ),
    ("CP1251", "Мост закрыт с понедельника, сообщила администрация города. Жители будут пользоваться паромом."),
    ("KOI8-R", "Мост закрыт с понедельника, сообщила администрация города. Жители будут пользоваться паромом."),
    ("KOI8-U", "Міст закрито з понеділка, повідомила міська рада. Мешканці їздитимуть поромом, її слова підтвердили."),
    ("CP1251", "Мостът е затворен от понеделник, съобщи кметът. Жителите ще ползват ферибот до края на годината."),
    ("ISO-8859-7", "Η γέφυρα είναι κλειστή από τη Δευτέρα, ανακοίνωσε ο δήμος. Οι κάτοικοι θα χρησιμοποιούν το πλοίο."),
    (
      "ISO-8859-9",
      "Köprü pazartesi gününden beri kapalı, belediye başkanı açıkladı. Yolcular bugün vapurla geçecek, ağır hasar yok, iş başladı."
    ),
    ("CP1255", "הגשר סגור מיום שני, אמרה העירייה. התושבים ישתמשו במעבורת עד סוף השנה."),
    ("CP1256", "الجسر مغلق منذ يوم الاثنين، قالت البلدية. سيستخدم السكان العبارة حتى نهاية السنة."),
    (
      "CP1257",
      "Tiltas uždarytas nuo pirmadienio, pranešė savivaldybė. Gyventojai keliasi keltu, žala nėra didelė, darbai jau prasidėjo šįryt."
    ),
    ("CP932", "橋は月曜日から閉鎖されている、と市長は述べた。住民はしばらくの間、フェリーを利用することになる。"),
    ("EUC-JP", "橋は月曜日から閉鎖されている、と市長は述べた。住民はしばらくの間、フェリーを利用することになる。"),
    ("EUC-KR", "다리는 월요일부터 폐쇄되었다고 시장이 말했다. 주민들은 당분간 배를 이용하게 된다."),
    ("GB18030", "市长说，这座桥从星期一起关闭。居民在一段时间内要乘船过河，工程将在下个月开始。"),
    ("BIG5", "市長說，這座橋從星期一起關閉。居民在一段時間內要乘船過河，工程將在下個月開始。"),
    ("UTF-16LE", "The bridge is closed since Monday, the mayor said; Jörg Ek was the last to cross."),
    ("UTF-16BE", "Мост закрыт с понедельника, сообщила администрация города сегодня утром."),
    ("UTF-32LE", "The bridge is closed since Monday."),
  ]

  @Test(arguments: samples.indices)
  func `text that does not say its encoding is read by its letters`(_ index: Int) {
    let (encoding, text) = Self.samples[index]
    let readings = read("a.txt", encode(text, encoding))
    #expect(readings.pages.map(\.text) == [text])
    #expect(encoding.hasPrefix("UTF") || readings.caveats.map(\.kind) == [.encoding])
  }

  @Test(arguments: samples.indices)
  func `a page that declares its encoding is read so, without a word`(_ index: Int) {
    let (encoding, text) = Self.samples[index]
    guard !encoding.hasPrefix("UTF"),
      let label = Encoding(label: encoding.replacingOccurrences(of: "CP932", with: "sjis"))
    else { return }
    let page = "<!DOCTYPE html><html><head><meta charset=\(label.name)></head><body><p>\(text)</p></body></html>"
    let readings = read("a.html", encode(page, encoding))
    #expect(readings.pages.map(\.text) == [page])
    #expect(readings.caveats.isEmpty)
    let bare = "<html><p>\(text)</p></html>"
    let named = read("a.html", encode(bare, encoding), mediaType: "text/html; charset=\"\(label.name.uppercased())\"")
    #expect(named.pages.map(\.text) == [bare])
    #expect(named.caveats.isEmpty)
  }

  @Test func `one letter beyond ASCII is taken for a western one`() {
    #expect(
      read("a.txt", Array("Un caf".utf8) + [0xE9] + Array(" in Osk.".utf8)).pages.map(\.text) == ["Un café in Osk."])
  }

  @Test func `a page that says latin-1 means windows-1252`() {
    let page = Array("<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head>".utf8)
    let readings = read("a.html", page + [0x93] + Array("Yes".utf8) + [0x94, 0x20, 0x80] + Array("5</html>".utf8))
    #expect(readings.pages[0].text.contains("“Yes” €5"))
    #expect(readings.caveats.isEmpty)
  }

  @Test func `an XML declaration names the encoding of XHTML`() {
    let page =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>Żółw</p></html>"
    #expect(read("a.xhtml", encode(page, "ISO-8859-2")).pages.map(\.text) == [page])
  }

  @Test func `UTF-8 under another name is read as UTF-8 and said`() {
    let readings = read("a.html", "<html><meta charset=latin1><p>Zoé".utf8)
    #expect(readings.pages[0].text.hasSuffix("Zoé"))
    #expect(readings.caveats.map(\.kind) == [.encoding])
  }

  @Test func `declared UTF-8 that is not is read by its letters and said`() {
    let page = "<html><meta charset=utf-8><p>Die Brücke über die Aue wird größer.</p></html>"
    let readings = read("a.html", encode(page, "CP1252"))
    #expect(readings.pages.map(\.text) == [page])
    #expect(readings.caveats.map(\.kind) == [.encoding])
    #expect(readings.notes.contains("windows-1252"))
  }

  @Test func `a few wrong bytes in UTF-8 are replaced and counted`() {
    let good = String(repeating: "Ein schöner Tag für Zoë. ", count: 20)
    let readings = read("a.txt", Array(good.utf8) + [0xFF, 0x41, 0xC3, 0x28] + Array(good.utf8))
    #expect(readings.pages[0].text.contains("\u{FFFD}A\u{FFFD}("))
    #expect(readings.notes.contains("2 characters of a.txt are not utf-8"))
  }

  @Test func `byte-order marks tell, and stay part of the text`() {
    #expect(read("a.txt", [0xFF, 0xFE] + encode("Osk é", "UTF-16LE")).pages.map(\.text) == ["\u{FEFF}Osk é"])
    #expect(read("a.txt", [0xFE, 0xFF] + encode("Osk é", "UTF-16BE")).pages.map(\.text) == ["\u{FEFF}Osk é"])
    #expect(read("a.txt", [0xFF, 0xFE, 0, 0] + encode("Osk é", "UTF-32LE")).pages.map(\.text) == ["\u{FEFF}Osk é"])
  }

  @Test func `half a wide character at the end is dropped and said`() {
    let readings = read("a.txt", [0xFF, 0xFE] + encode("Osk", "UTF-16LE") + [0x41])
    #expect(readings.pages.map(\.text) == ["\u{FEFF}Osk"])
    #expect(readings.caveats.map(\.kind) == [.cutShort])
    let lone = read("a.txt", [0xFF, 0xFE] + encode("Osk", "UTF-16LE") + [0x00, 0xDC] + encode("!", "UTF-16LE"))
    #expect(lone.pages.map(\.text) == ["\u{FEFF}Osk\u{FFFD}!"])
    #expect(lone.caveats.map(\.kind) == [.encoding])
  }

  @Test func `labels mean what the standard says`() {
    for (label, name) in [
      ("ASCII", "windows-1252"), (" latin1 ", "windows-1252"), ("x-sjis", "shift_jis"), ("GB2312", "gbk"),
      ("utf8", "utf-8"), ("ISO-8859-9", "windows-1254"), ("ks_c_5601-1987", "euc-kr"), ("TIS-620", "windows-874"),
    ] { #expect(Encoding(label: label)?.name == name) }
    #expect(Encoding(label: "klingon") == nil)
    // Every name of the table can be read here.
    for (name, _) in EncodingLabels.table where name != "utf-8" {
      #expect(SystemConverter(from: Encoding(label: name)!) != nil, "\(name)")
    }
  }

  @Test func `any bytes at all are some text or refused, never a crash`() {
    var seed: UInt64 = 7
    for length in 0..<300 {
      let bytes = (0..<length).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(seed >> 56)
      }
      let decoder = TextDecoder(source: "a", transport: nil, readsMarkup: length % 2 == 0)
      _ = decoder.decode(bytes)
      for encoding in ["gb18030", "euc-jp", "iso-2022-jp", "big5", "utf-16le", "koi8-r"] {
        _ = TextDecoder(source: "a", transport: Encoding(label: encoding)).decode(bytes)
      }
    }
  }
}

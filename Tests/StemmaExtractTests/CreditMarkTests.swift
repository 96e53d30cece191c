import StemmaModel
import Testing

@testable import StemmaExtract

@Suite struct CreditMarkTests {
  private func marks(_ page: DeclaringPage) -> [String] {
    page.report.credits.map { "\($0.agency) \($0.kind.rawValue)" }
  }

  @Test(arguments: [
    ("(With information from AFP)", "AFP"), ("With AFP", "AFP"), ("Avec AFP", "AFP"), ("(Reuters)", "Reuters"),
    ("— Reuters", "Reuters"), ("Additional reporting by Reuters", "Reuters"), ("Source: Xinhua", "Xinhua"),
    ("[Source: AFP]", "AFP"),
    ("Quelle: dpa", "dpa"), ("Fuente: EFE", "EFE"), ("© 2023 AFP", "AFP"), ("With inputs from PTI", "PTI"),
    ("Copyright 2024 The Associated Press. All rights reserved.", "AP"), ("h/t: Reuters", "Reuters"),
    ("The Associated Press contributed to this report.", "AP"),
    ("Distributed by Tribune Content Agency, LLC.", "Tribune News Service"),
    ("This report includes information from Anadolu Agency.", "Anadolu"),
    ("This story was originally published by the Associated Press.", "AP"),
    ("The-CNN-Wire™ & © 2024 Vale Cable, Inc. All rights reserved.", "CNN Wire"),
  ])
  func `a line behind the text credits an agency`(_ line: String, _ agency: String) {
    var page = DeclaringPage()
    page.tail = "<p>\(line)</p>"
    #expect(marks(page) == ["\(agency) creditLine"])
    #expect(page.report.credits.first?.place.span.map(page.report.exact)?.isEmpty == false)
  }

  @Test func `signed lines credit every agency they name`() {
    var page = DeclaringPage()
    page.tail = "<p>AFP/dpa/jd</p>"
    #expect(marks(page) == ["AFP creditLine", "dpa creditLine"])
    page.tail = "<p>(Mit Material von dpa und AFP)</p>"
    #expect(marks(page) == ["AFP creditLine", "dpa creditLine"])
  }

  @Test(arguments: [
    ("VELDRA, Norland (AP) — ", "AP", "VELDRA, Norland (AP)"),
    ("VELDRA, May 24 (Xinhua) -- ", "Xinhua", "VELDRA, May 24 (Xinhua)"),
    ("Veldra (dpa) - ", "dpa", "Veldra (dpa)"), ("Veldra/Lindholm (dpa/vlm) - ", "dpa", "Veldra/Lindholm (dpa/vlm)"),
    ("(Reuters) - ", "Reuters", "(Reuters)"), ("Veldra, 24 may (EFE).- ", "EFE", "Veldra, 24 may (EFE)"),
    ("ВЕЛЬДРА, 24 мая. /ТАСС/. ", "TASS", "ВЕЛЬДРА, 24 мая. /ТАСС/"),
    ("ВЕЛЬДРА, 24 мая — РИА Новости. ", "RIA Novosti", "ВЕЛЬДРА, 24 мая — РИА Новости"),
  ])
  func `a dateline credits an agency`(_ dateline: String, _ agency: String, _ shown: String) {
    var page = DeclaringPage()
    page.first = dateline + DeclaringPage.first
    #expect(marks(page) == ["\(agency) dateline"])
    #expect(page.report.credits.first?.place.span.map(page.report.exact) == shown)
  }

  @Test(arguments: [
    ("(서울=연합뉴스) 김가람 기자 = 구조대는 월요일 댐이 무너진 뒤 침수된 구역에서 열한 명을 구조했다고 당국이 밝혔다.", "Yonhap", "(서울=연합뉴스)"),
    ("新华社维德拉5月24日电 救援人员星期一从被洪水淹没的街区救出十一人，官员们说，水坝在凌晨时分溃决，全镇居民已被疏散。", "Xinhua", "新华社维德拉5月24日电"),
    ("【ヴェルドラ共同】救助隊は月曜日、ダムが決壊した後、浸水した地区から十一人を救出したと当局者が述べた。町の住民は全員避難した。", "Kyodo", "【ヴェルドラ共同】"),
  ])
  func `datelines of scripts without spaces are told`(_ text: String, _ agency: String, _ shown: String) {
    var page = DeclaringPage()
    page.first = text
    #expect(marks(page) == ["\(agency) dateline"])
    #expect(page.report.credits.first?.place.span.map(page.report.exact) == shown)
  }

  @Test func `an outlet's own dateline credits nobody`() {
    var page = DeclaringPage()
    page.head = #"<meta property="og:site_name" content="KVLE Veldra">"#
    page.first = "VELDRA (KVLE) — " + DeclaringPage.first
    #expect(marks(page).isEmpty)
  }

  @Test func `rights in the foot of the page are told from a footer that names nobody`() {
    var page = DeclaringPage()
    page.foot = "<p>Copyright 2024 The Associated Press. All rights reserved.</p>"
    #expect(marks(page) == ["AP creditLine"])
    page.foot = "<p>© 2024 Vale Daily. Weather by Norland Reuters Street 4.</p>"
    #expect(!marks(page).contains("Vale Daily creditLine"))
  }

  @Test func `declared credits stand where markup has them, and once`() {
    var page = DeclaringPage()
    page.head = DeclaringPage.linked(
      #"{"@type": "NewsArticle", "headline": "Dam gives way above Veldra", "creditText": "Reuters", "author": {"name": "AFP"}}"#
    )
    #expect(marks(page).sorted() == ["AFP byline", "Reuters creditLine"])
    page.tail = "<p>(Reuters)</p>"
    #expect(marks(page).sorted() == ["AFP byline", "Reuters creditLine"])
  }

  @Test(arguments: [
    "According to information from Reuters, the council knew of the cracks for years and did nothing about them, which the mayor denies.",
    "Material from the wall lay in the streets, and the feed of the turbines was cut at once, the engineers told the council.",
  ])
  func `sentences of the text are no credit lines`(_ sentence: String) {
    var page = DeclaringPage()
    page.tail = "<p>\(sentence)</p><p>Nobody knows how long it takes to mend the wall before the winter comes.</p>"
    #expect(!marks(page).contains { $0.hasSuffix("creditLine") })
  }
}

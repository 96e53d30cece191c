import Foundation

/// How often the characters beyond ASCII are met in news of one language, roughly: enough to tell encodings apart.
///
/// Letters are listed from the most frequent on, and weigh as one over their place. What is not listed is not impossible,
/// only rare. The lists are our own, from the alphabets and from what is generally known of letter frequencies.
struct LetterModel: Sendable {
  private let logProbabilities: [Unicode.Scalar: Double]
  /// Of a character of the language's script that is not listed.
  private let others: (range: ClosedRange<UInt32>, logProbability: Double)?

  /// - Parameters:
  ///   - letters: lower-case, the most frequent first.
  ///   - flatness: how slowly the weights fall from place to place.
  ///   - share: of the characters beyond ASCII, how many are letters of the list, in either case.
  ///   - others: a range of further characters, with the share of all of them and how many they are.
  init(
    _ letters: String, flatness: Double = 2, share: Double = 0.86,
    others: (range: ClosedRange<UInt32>, share: Double, count: Double)? = nil
  ) {
    let scalars = Array(letters.unicodeScalars)
    let weights = scalars.indices.map { 1 / (Double($0) + flatness) }
    let sum = weights.reduce(0, +)
    var logs: [Unicode.Scalar: Double] = [:]
    for sign in Self.signs.unicodeScalars { logs[sign] = log(0.1 / 24) }
    for (scalar, weight) in zip(scalars, weights) {
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      // One letter in twenty is a capital.
      if upper.count == 1, let capital = upper.first, capital != scalar {
        logs[capital] = log(share * 0.05 * weight / sum)
      }
      logs[scalar] = log(share * 0.95 * weight / sum)
    }
    logProbabilities = logs
    self.others = others.map { ($0.range, log($0.share / $0.count)) }
  }

  /// In nats.
  func logProbability(_ scalar: Unicode.Scalar) -> Double {
    if let known = logProbabilities[scalar] { return known }
    if let others, others.range.contains(scalar.value) { return others.logProbability }
    // A control character, or no character at all, is hardly ever meant; any other may be a name from abroad.
    let isNothing = scalar.value >= 0x80 && scalar.value < 0xA0 || scalar == "\u{FFFD}" || scalar.value >= 0xE000
    return isNothing ? -16 : scalar.properties.isAlphabetic ? -9 : -11
  }

  /// Of all languages.
  private static let signs = "“”‘’–—…«»„‚•©®™°·€£§¿¡\u{A0}´½²\u{AD}"
}

extension LetterModel {
  static let western = [
    LetterModel("üäöß"), LetterModel("éèàêçôâîùûëïœ"), LetterModel("óíáéñúü"), LetterModel("ãáçéíóêõâúàô"),
    LetterModel("èàùòìé"), LetterModel("ëéïèöü"), LetterModel("äåöé"), LetterModel("øåæé"), LetterModel("áíðóéöúþæý"),
    LetterModel("óàéèçíòúï"),
  ]
  static let central = [
    LetterModel("łęóążśćńź"), LetterModel("íáéěřčžýšůúťďňó"), LetterModel("áíéčžýšúľťôňďäóŕĺ"),
    LetterModel("éáöóőüíúű"),
    LetterModel("čšžćđ"), LetterModel("ăîâşţ"),
  ]
  static let baltic = [LetterModel("ėšųįžąčęū"), LetterModel("āīēšļņķģūžč"), LetterModel("äõüöšž")]
  static let turkish = LetterModel("ışüğçöİâî")
  static let russian = LetterModel("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", flatness: 6)
  static let ukrainian = LetterModel("оанивіртеслкмдупзягьбчйхцжїшюєщфґ", flatness: 6)
  static let bulgarian = LetterModel("аиоентрсвлкдпмзгябуъчцйжщхшфюь", flatness: 6)
  static let serbian = LetterModel("аоиенрстувјкдмплгзбчшцњжљћђхфџ", flatness: 6)
  static let cyrillic = [russian, ukrainian, bulgarian, serbian]
  static let greek = LetterModel("αοιετνσρκπςμλίόάέύήγδθώχφβξζψϊ", flatness: 6)
  static let hebrew = LetterModel("יוהלאמרבתנשםקפדעחזטגצכןסךץףן", flatness: 6)
  static let arabic = LetterModel("المينوتربعدسهقكفحةجشصأطخضذزثئغإءظىؤآ،", flatness: 4)
  static let thai = LetterModel("านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถศธ่้ีิัุูื็์ำ", flatness: 8)

  /// The blocks of Chinese characters; a reading needs two or three thousand of them.
  private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF
  private static let fullWidth = "、。，「」：？！（）《》；・ー"

  static let japanese = LetterModel(
    "のにはをたがでとしるいすてっかなれさもくまりこらょあきんつえせちだそうおけどめやみろびばわじよへほごむふげぎぶべぼずづ" + "ンースルトリアイラシクドレロッテコタマカメジフプサニィキセオパノグチハエバビダミデ"
      + fullWidth
      + "日一国会人年大本中長出三同時政事行社見月分議後前民生連対上部東者党地市業内相方定今回新場員立開手力学問高代明子動京全目表通最言理体田主法不作性的用制治度気小",
    flatness: 20, share: 0.82, others: (han, 0.12, 2500))
  static let simplifiedChinese = LetterModel(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相被利什二等产新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教东声提立及比员解水名真论处走义各入几口认条平系气题活更别打变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指统区保至队形社便空决治展马科司五基非则听白界达放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
      + fullWidth, flatness: 12, share: 0.6, others: (han, 0.3, 5000))
  static let traditionalChinese = LetterModel(
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相被利什二等產新己制身果加西月話合回特代內信表化老給世位次度門任常先海通教東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指統區保至隊形社便空決治展馬科司五基非則聽白界達放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運"
      + fullWidth, flatness: 12, share: 0.6, others: (han, 0.3, 5000))
  static let korean = LetterModel(
    "이다는을에의가하고은한지로를도서기사대자어리인시아나정있스그부해일라장전상제주수보과만것구원공비관동조성들여오미세신경국요위었으무안했소년게적연회문중진단화", flatness: 12,
    share: 0.7, others: (0xAC00...0xD7A3, 0.28, 2350))
}

/// What money is told in, by sign, letters and words; ISO 4217, with the codes of currencies that are no more.
enum Currencies {
  /// By sign, with the letters before it: "$", "US$", "A$".
  static func ofSign(_ sign: WordKey, prefix: WordKey) -> String? {
    switch sign {
    case "$": dollars[prefix] ?? "USD"
    case "€": "EUR"
    case "£": prefix == "e" ? "EGP" : "GBP"
    case "¥": prefix == "cn" || prefix == "rmb" ? "CNY" : "JPY"
    default: signs[sign]
    }
  }

  /// Letters before "$" that say whose dollar it is.
  static let dollars: WordTable<String> = [
    "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "cad": "CAD",
    "cdn": "CAD", "hk": "HKD", "hkd": "HKD", "nz": "NZD", "nzd": "NZD", "s": "SGD", "sg": "SGD", "sgd": "SGD",
    "r": "BRL",
    "nt": "TWD", "twd": "TWD", "mx": "MXN", "mex": "MXN", "mxn": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWL", "b": "BND",
    "fj": "FJD", "n": "NAD",
  ]

  private static let signs: WordTable<String> = [
    "₦": "NGN", "₹": "INR", "₨": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₱": "PHP",
    "₫": "VND", "฿": "THB", "₡": "CRC", "₵": "GHS", "₸": "KZT", "₿": "XBT", "₾": "GEL", "₭": "LAK", "₲": "PYG",
    "₮": "MNT",
    "₼": "AZN", "֏": "AMD", "៛": "KHR", "৳": "BDT", "﷼": "IRR", "元": "CNY", "円": "JPY", "ரூ": "LKR", "＄": "USD",
    "￡": "GBP",
    "￥": "JPY", "￦": "KRW",
  ]

  /// Letters that stand right before a number, or after it: "RM120,000", "20 CHF".
  static let codes: WordTable<String> = [
    "n": "NGN", "r": "ZAR", "rs": "INR", "rm": "MYR", "rp": "IDR", "ksh": "KES", "sh": "KES", "nis": "ILS", "ps": "GBP",
    "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kr": "SEK", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "cny": "CNY", "rmb": "CNY", "jpy": "JPY", "inr": "INR", "aud": "AUD", "cad": "CAD", "brl": "BRL", "zar": "ZAR",
    "ngn": "NGN", "pkr": "PKR", "php": "PHP", "rub": "RUB", "hkd": "HKD", "sgd": "SGD", "ghs": "GHS", "kes": "KES",
    "aed": "AED", "sar": "SAR", "nzd": "NZD", "mxn": "MXN", "try": "TRY", "krw": "KRW", "myr": "MYR", "thb": "THB",
    "idr": "IDR", "pln": "PLN", "huf": "HUF", "czk": "CZK", "ils": "ILS", "uah": "UAH", "egp": "EGP", "btc": "XBT",
    "twd": "TWD", "vnd": "VND", "bdt": "BDT", "lkr": "LKR", "qar": "QAR", "kwd": "KWD", "cop": "COP", "clp": "CLP",
    "ars": "ARS", "dm": "DEM", "musd": "USD", "meur": "EUR", "mgbp": "GBP", "maud": "AUD", "mcad": "CAD", "msek": "SEK",
    "mnok": "NOK", "mdkk": "DKK", "mchf": "CHF",
  ]

  /// "MUSD": a million of them.
  static func isMillions(_ letters: WordKey) -> Bool { letters.count == 4 && letters.hasPrefix("m") }

  /// Codes that are no words in lower case.
  static func isCode(_ key: WordKey, isCapital: Bool) -> Bool {
    codes.contains(key) && (isCapital || key.count >= 3 && key != "nis" && key != "try" && key != "all")
  }

  /// By the word after a number; `nation` is the word before it ("Australian dollars").
  static func ofWord(_ word: WordKey, nation: WordKey) -> String? {
    if let code = words[word] { return byNation[word]?[nation] ?? code }
    guard word.count > 3, word.hasSuffix("s") else { return nil }
    let single = word.dropLast(1)
    return words[single].map { byNation[single]?[nation] ?? $0 }
  }

  private static let words: WordTable<String> = [
    "dollar": "USD", "buck": "USD", "greenback": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "quid": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "kuai": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB",
    "franc": "CHF", "naira": "NGN", "rand": "ZAR", "lira": "TRY", "won": "KRW", "reais": "BRL", "peso": "MXN",
    "shekel": "ILS", "riyal": "SAR", "rial": "IRR", "dirham": "AED", "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "crown": "SEK", "koruna": "CZK",
    "shilling": "KES", "cedi": "GHS", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "taka": "BDT",
    "markka": "FIM", "guilder": "NLG", "peseta": "ESP", "deutschmark": "DEM", "escudo": "PTE", "drachma": "GRD",
    "dinar": "KWD", "leu": "RON", "lei": "RON", "lev": "BGN", "kuna": "HRK", "tenge": "KZT", "som": "KGS",
    "lari": "GEL",
    "manat": "AZN", "dram": "AMD", "kyat": "MMK", "riel": "KHR", "kip": "LAK", "tugrik": "MNT", "birr": "ETB",
    "kwacha": "ZMW", "pula": "BWP", "dalasi": "GMD", "quetzal": "GTQ", "lempira": "HNL", "cordoba": "NIO",
    "colon": "CRC",
    "guarani": "PYG", "bolivar": "VES", "boliviano": "BOB", "afghani": "AFN", "bitcoin": "XBT", "satoshi": "XBT",
  ]

  private static let byNation: WordTable<WordTable<String>> = [
    "dollar": [
      "australian": "AUD", "canadian": "CAD", "hong": "HKD", "kong": "HKD", "zealand": "NZD", "new": "NZD",
      "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "zimbabwean": "ZWL",
      "zimbabwe": "ZWL", "jamaican": "JMD", "bahamian": "BSD", "barbadian": "BBD", "fijian": "FJD", "namibian": "NAD",
      "liberian": "LRD",
    ],
    "pound": [
      "egyptian": "EGP", "sudanese": "SDG", "syrian": "SYP", "lebanese": "LBP", "irish": "IEP", "cypriot": "CYP",
    ],
    "rupee": [
      "pakistani": "PKR", "pakistan": "PKR", "nepalese": "NPR", "nepali": "NPR", "lankan": "LKR", "mauritian": "MUR",
    ],
    "franc": [
      "cfa": "XOF", "french": "FRF", "belgian": "BEF", "rwandan": "RWF", "congolese": "CDF", "burundian": "BIF",
      "guinean": "GNF",
    ],
    "peso": [
      "philippine": "PHP", "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP", "colombian": "COP",
      "cuban": "CUP", "uruguayan": "UYU", "dominican": "DOP",
    ],
    "riyal": ["qatari": "QAR", "yemeni": "YER", "omani": "OMR"],
    "rial": ["omani": "OMR", "yemeni": "YER", "qatari": "QAR", "saudi": "SAR"],
    "dirham": ["moroccan": "MAD"],
    "krone": ["danish": "DKK"], "kroner": ["danish": "DKK"], "krona": ["icelandic": "ISK"],
    "kronur": ["icelandic": "ISK"],
    "crown": [
      "danish": "DKK", "norwegian": "NOK", "czech": "CZK", "icelandic": "ISK", "slovak": "SKK", "estonian": "EEK",
    ],
    "shilling": ["ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS", "austrian": "ATS"],
    "dinar": [
      "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "algerian": "DZD", "tunisian": "TND", "libyan": "LYD",
      "bahraini": "BHD",
    ],
    "lira": ["italian": "ITL", "maltese": "MTL"], "won": ["north": "KPW"],
    "guilder": ["surinamese": "SRG"],
  ]

  /// Parts of a currency that have no code of their own.
  static let small: WordTable<String> = [
    "cent": "cents", "cents": "cents", "¢": "cents", "penny": "pence", "pennies": "pence", "pence": "pence",
    "sen": "sen",
    "kopek": "kopeks", "kopeks": "kopeks", "kopecks": "kopeks", "paise": "paise", "centavos": "centavos",
    "fils": "fils",
  ]

  /// Three capital letters: an ISO 4217 code.
  static func isCode(_ unit: String) -> Bool {
    unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

/// What numbers are of: currencies, percent, measures.
enum Units {
  /// By sign, with the letters before it: "$", "US$", "A$".
  static func currency(sign: String, prefix: String) -> String? {
    switch sign {
    case "$":
      switch prefix {
      case "a", "au": "AUD"
      case "c", "ca", "can": "CAD"
      case "hk": "HKD"
      case "nz": "NZD"
      case "s", "sg": "SGD"
      case "r": "BRL"
      case "nt": "TWD"
      case "mx": "MXN"
      default: "USD"
      }
    case "€": "EUR"
    case "£": prefix == "e" ? "EGP" : "GBP"
    case "¥": prefix == "cn" ? "CNY" : "JPY"
    case "₦": "NGN"
    case "₹", "₨": "INR"
    case "₽": "RUB"
    case "₩": "KRW"
    case "₺": "TRY"
    case "₴": "UAH"
    case "₪": "ILS"
    case "₱": "PHP"
    case "₫": "VND"
    case "฿": "THB"
    case "₡": "CRC"
    case "₵": "GHS"
    case "₸": "KZT"
    case "₿": "XBT"
    default: nil
    }
  }

  /// Letters that stand right before a number: "N250 billion", "Rs500".
  static let letterCurrencies: WordTable<String> = [
    "n": "NGN", "r": "ZAR", "rs": "INR", "rm": "MYR", "rp": "IDR", "ksh": "KES", "sh": "KES", "chf": "CHF",
    "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "kr": "SEK", "usd": "USD", "eur": "EUR", "gbp": "GBP", "cny": "CNY", "rmb": "CNY", "jpy": "JPY",
    "inr": "INR", "aud": "AUD",
    "cad": "CAD", "brl": "BRL", "zar": "ZAR", "ngn": "NGN", "pkr": "PKR", "php": "PHP", "rub": "RUB", "hkd": "HKD",
    "sgd": "SGD",
    "ghs": "GHS", "kes": "KES", "aed": "AED", "sar": "SAR",
  ]

  /// By the word after a number; `nation` is the word before it ("Australian dollars").
  static func currency(word: WordKey, nation: WordKey) -> String? {
    switch word {
    case "dollar", "dollars", "buck", "bucks":
      [
        "australian": "AUD", "canadian": "CAD", "hong": "HKD", "kong": "HKD", "zealand": "NZD", "singapore": "SGD",
        "taiwan": "TWD",
        "taiwanese": "TWD", "zimbabwean": "ZWL", "jamaican": "JMD",
      ][nation] ?? "USD"
    case "euro", "euros": "EUR"
    case "pound", "pounds", "sterling":
      ["egyptian": "EGP", "sudanese": "SDG", "syrian": "SYP", "lebanese": "LBP"][nation] ?? "GBP"
    case "yen": "JPY"
    case "yuan", "renminbi": "CNY"
    case "rupee", "rupees":
      ["pakistani": "PKR", "pakistan": "PKR", "nepalese": "NPR", "lankan": "LKR"][nation] ?? "INR"
    case "ruble", "rubles", "rouble", "roubles": "RUB"
    case "franc", "francs": ["cfa": "XOF"][nation] ?? "CHF"
    case "naira": "NGN"
    case "rand", "rands": "ZAR"
    case "lira", "liras": "TRY"
    case "won": "KRW"
    case "reais": "BRL"
    case "peso", "pesos":
      ["philippine": "PHP", "argentine": "ARS", "chilean": "CLP", "colombian": "COP"][nation] ?? "MXN"
    case "shekel", "shekels": "ILS"
    case "riyal", "riyals": ["qatari": "QAR", "yemeni": "YER"][nation] ?? "SAR"
    case "rial", "rials": "IRR"
    case "dirham", "dirhams": ["moroccan": "MAD"][nation] ?? "AED"
    case "hryvnia", "hryvnias": "UAH"
    case "zloty", "zlotys": "PLN"
    case "forint", "forints": "HUF"
    case "krona", "kronor": "SEK"
    case "krone", "kroner": ["danish": "DKK"][nation] ?? "NOK"
    case "shilling", "shillings": ["ugandan": "UGX", "tanzanian": "TZS"][nation] ?? "KES"
    case "cedi", "cedis": "GHS"
    case "baht": "THB"
    case "ringgit": "MYR"
    case "rupiah": "IDR"
    case "dong": "VND"
    case "taka": "BDT"
    case "usd", "eur", "gbp", "chf", "cny", "rmb", "jpy", "inr", "aud", "cad", "ngn", "rub":
      letterCurrencies[word]
    default: nil
    }
  }

  /// Lengths, weights and the like, by the word after a number.
  static let measures: WordTable<String> = {
    var table = WordTable<String>()
    for (unit, words) in [
      ("m", "m metre metres meter meters"), ("km", "km kms kilometre kilometres kilometer kilometers"),
      ("cm", "cm centimetre centimetres centimeter centimeters"),
      ("mm", "mm millimetre millimetres millimeter millimeters"),
      ("mile", "mile miles mi"), ("foot", "foot feet ft"), ("inch", "inch inches"), ("yard", "yard yards"),
      ("nautical mile", "nm"), ("kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
      ("g", "g gram grams gramme grammes"),
      ("t", "tonne tonnes ton tons"), ("lb", "lb lbs"), ("ounce", "ounce ounces oz"),
      ("l", "litre litres liter liters"),
      ("ha", "hectare hectares ha"), ("acre", "acre acres"), ("MW", "mw megawatt megawatts"),
      ("GW", "gw gigawatt gigawatts"),
      ("kWh", "kwh"), ("MWh", "mwh"), ("km/h", "kph kmh"), ("mile/h", "mph"), ("gallon", "gallon gallons"),
      ("kW", "kw kilowatts"), ("hp", "hp horsepower bhp"), ("GB", "gb gigabytes gigabyte"), ("MB", "mb megabytes"),
      ("TB", "tb terabytes"),
      ("ml", "ml millilitres milliliters"), ("°", "degrees"),
    ] {
      for word in words.split(separator: " ") { table.insert(WordKey(word), unit) }
    }
    return table
  }()

  /// Three capital letters: an ISO 4217 code.
  static func isCurrency(_ unit: String) -> Bool {
    unit.utf8.count == 3 && unit.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  static let lengths: Set<String> = ["m", "km", "cm", "mm", "mile", "foot", "inch", "yard", "nautical mile"]

  /// The plural by which a counted noun is known.
  static func plural(_ noun: String) -> String {
    switch noun {
    case "person", "people", "dead", "wounded", "injured": return "people"
    case "man": return "men"
    case "woman": return "women"
    case "child": return "children"
    case "policeman": return "policemen"
    case "aircraft", "troops", "police", "personnel", "casualties", "series", "species", "staff", "sheep", "fish",
      "men", "women", "children":
      return noun
    default: break
    }
    if noun.hasSuffix("men") || noun.hasSuffix("s") && !noun.hasSuffix("ss") { return noun }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("ss") || noun.hasSuffix("x") || noun.hasSuffix("ch") || noun.hasSuffix("sh") {
      return noun + "es"
    }
    return noun + "s"
  }
}

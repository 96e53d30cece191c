/// Tells the language of a text by its script and its small words.
enum LanguageGuess {
  private static let smallWords: [(code: String, words: Set<String>)] = [
    (
      "en",
      words(
        "the of and to in that is was for on with as by at from his has have it he said are were but been they their which an this not be who after had will about would"
      )
    ),
    (
      "es",
      words(
        "el la los las de que y en un una por con para se del su al es lo como más pero sus ha sobre este fue también entre hasta según dijo"
      )
    ),
    (
      "fr",
      words(
        "le la les des et en un une du que pour dans est qui sur au avec par plus pas ce sont ses aux cette ont été mais selon être dit il elle"
      )
    ),
    (
      "de",
      words(
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer"
      )
    ),
    (
      "it",
      words(
        "il di che la e in un per del una sono con non della le si da dei nel al alla ha gli anche più come ma è delle dal stato"
      )
    ),
    (
      "pt",
      words(
        "de a o que e do da em um para com não uma os no se na por mais as dos como foi ao das tem à sua ou ser também disse pelo pela são"
      )
    ),
    (
      "nl",
      words(
        "de het een van en in is dat op te zijn met voor niet die aan er om ook als door maar bij naar uit nog werd heeft over wordt"
      )
    ),
    (
      "sv",
      words(
        "och att det som en på är av för med den till inte har de ett om var men från han vid sig efter också kan under"
      )
    ),
    (
      "da",
      words(
        "og at det er en til af på for med der den ikke har som de et har fra han var ved men også blev efter siger")
    ),
    (
      "no", words("og det er som på en av til for med at ikke har den fra de et var han om seg men også etter ble sier")
    ),
    (
      "pl",
      words("w i na z się do nie że o jest to od za po przez ale jak oraz był są dla jego co tym został które który")
    ),
    (
      "tr",
      words(
        "ve bir bu için ile da de olarak çok daha olan gibi sonra kadar ise göre en ancak oldu olduğu dedi tarafından")
    ),
    ("ro", words("și de în la a cu pe din că nu care o un este pentru mai sau au fost prin ca după să lui")),
    ("cs", words("a se v na je že to s z do o i pro za jsou by ale jako po podle od byl jeho který které")),
    ("hu", words("a az és hogy nem is egy volt meg de azt csak már mint szerint ezt el kell van lesz")),
    ("fi", words("ja on ei että oli se ovat mukaan myös mutta kun hän joka kuin ole sen vuonna olisi jo")),
    (
      "id",
      words(
        "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh telah adalah juga kata karena sebagai mereka"
      )
    ),
    ("sw", words("ya na wa kwa katika za la ni kuwa hiyo huo hilo yake baada wake alisema kama cha vya watu")),
  ]

  /// By the hash of the word.
  private static let languagesByWord: WordTable<[Int]> = {
    var numbers: [UInt64: [Int]] = [:]
    for (number, language) in smallWords.enumerated() {
      for word in language.words { numbers[TextHash.of(word), default: []].append(number) }
    }
    return WordTable(numbers)
  }()

  static func language(of bytes: [UInt8], tokens: [[Token]]) -> String {
    var scripts: [String: Int] = [:]
    var at = 0
    var letters = 0
    while at < bytes.count, letters < 4000 {
      if bytes[at] < 0x80 {
        if bytes[at] | 32 >= 97, bytes[at] | 32 <= 122 { letters += 1 }
        at += 1
        continue
      }
      let (scalar, length) = Scalars.decode(bytes, at)
      at += length
      guard Scalars.isLetter(scalar) else { continue }
      letters += 1
      guard scalar >= 0x0370 else { continue }
      if let script = script(of: scalar) { scripts[script, default: 0] += 1 }
    }
    guard letters >= 20 else { return "und" }
    let kana = scripts["ja", default: 0]
    if kana + scripts["zh", default: 0] > letters / 3 { return kana * 20 > letters ? "ja" : "zh" }
    if let (script, count) = scripts.filter({ $0.key != "zh" && $0.key != "ja" }).max(by: {
      $0.value < $1.value || $0.value == $1.value && $0.key > $1.key
    }), count > letters / 2 {
      return script == "cyrillic" ? cyrillic(tokens) : script == "arabic" ? arabic(bytes) : script
    }
    return latin(tokens)
  }

  private static func script(of s: UInt32) -> String? {
    switch s {
    case 0x0370...0x03FF: "el"
    case 0x0400...0x052F: "cyrillic"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0600...0x06FF, 0x0750...0x077F: "arabic"
    case 0x0900...0x097F: "hi"
    case 0x0980...0x09FF: "bn"
    case 0x0A80...0x0AFF: "gu"
    case 0x0A00...0x0A7F: "pa"
    case 0x0B80...0x0BFF: "ta"
    case 0x0C00...0x0C7F: "te"
    case 0x0D00...0x0D7F: "ml"
    case 0x0E00...0x0E7F: "th"
    case 0x1000...0x109F: "my"
    case 0x10A0...0x10FF: "ka"
    case 0x1200...0x137F: "am"
    case 0x1780...0x17FF: "km"
    case 0x3041...0x30FF: "ja"
    case 0xAC00...0xD7AF: "ko"
    case 0x4E00...0x9FFF: "zh"
    default: nil
    }
  }

  private static func latin(_ tokens: [[Token]]) -> String {
    var hits = [Int](repeating: 0, count: smallWords.count)
    var total = 0
    let languages = languagesByWord
    reading: for block in tokens {
      for token in block where token.isWord {
        total += 1
        for number in languages[token.hash] ?? [] { hits[number] += 1 }
        if total >= 400 { break reading }
      }
    }
    guard total >= 5, let best = hits.max(), let number = hits.firstIndex(of: best), best * 10 >= total, best >= 2
    else { return "und" }
    return smallWords[number].code
  }

  private static func cyrillic(_ tokens: [[Token]]) -> String {
    let keys = tokens.joined().prefix(600).map(\.key)
    let all = keys.joined()
    if all.contains("ї") || all.contains("є") || all.contains("ґ") { return "uk" }
    if all.contains("ў") { return "be" }
    if all.contains("ј") || all.contains("љ") || all.contains("ћ") {
      return all.contains("ќ") || all.contains("ѓ") ? "mk" : "sr"
    }
    if all.contains("қ") || all.contains("ң") && all.contains("ұ") { return "kk" }
    return all.contains("ы") || all.contains("э") ? "ru" : "bg"
  }

  /// Persian and Urdu have letters that Arabic lacks.
  private static func arabic(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(20_000), as: UTF8.self).unicodeScalars
    if text.contains(where: { $0 == "ٹ" || $0 == "ڈ" || $0 == "ے" }) { return "ur" }
    return text.contains { $0 == "پ" || $0 == "گ" || $0 == "چ" } ? "fa" : "ar"
  }

  private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}

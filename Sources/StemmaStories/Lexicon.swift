import StemmaText

/// Hashes of words, numbers and days.
enum Hashing {
  /// FNV-1a, its upper bits stirred into the lower.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }

  static func of(_ word: String) -> UInt32 {
    var word = word
    return word.withUTF8 { of($0) }
  }

  /// The hash of two hashes in order.
  static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var hash = (a &* 0x85EB_CA6B) ^ (b &+ 0x9E37_79B9 &+ (a << 6) &+ (a >> 2))
    hash = (hash ^ hash >> 16) &* 0xC2B2_AE35
    return hash ^ hash >> 13
  }

  static func ofNumber(_ value: Int) -> UInt32 { mix(0x4E55_4D00, UInt32(truncatingIfNeeded: value)) }

  static func day(_ month: Int, _ day: Int) -> UInt32 { mix(0xDA7E, UInt32(month * 32 + day)) }
}

/// Days counted from 1970-01-01.
enum Calendar {
  /// The day that a weekday, 0 for Monday, or a day of a month (32 × month + day) means in a report of `today`: the last
  /// such weekday, and the date in the year that brings it nearest, yet not a month ahead.
  static func day(_ code: UInt16, from today: Int) -> Int {
    if code < 7 {
      let weekday = (((today + 3) % 7) + 7) % 7
      return today - ((weekday - Int(code)) + 7) % 7
    }
    let year = Int((Double(today) / 365.2425).rounded(.down)) + 1970
    let days = (-1...1).map { day(year + $0, Int(code / 32), Int(code % 32)) }
    return days.filter { $0 <= today + 30 }.max() ?? days[0]
  }

  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

/// The inflections of a word joined by a few endings, on bytes: coarser than `WordStem` and a hundred times quicker.
enum Stemming {
  static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var end = word.count
    guard end > 4, word[end - 1] < 0x80, word[0] < 0x80 else { return Hashing.of(word) }
    func ends(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      word[end - 1] == c && word[end - 2] == b && word[end - 3] == a
    }
    func ends(_ a: UInt8, _ b: UInt8) -> Bool { word[end - 1] == b && word[end - 2] == a }
    // ies → y counts as i, like a final y
    if ends(0x69, 0x65, 0x73) || ends(0x69, 0x65, 0x64) {
      end -= 2
    } else if ends(0x69, 0x6E, 0x67), end > 5 {
      end -= 3
    } else if ends(0x65, 0x64) || ends(0x65, 0x73) {
      end -= 2
    } else if word[end - 1] == 0x73, word[end - 2] != 0x73 {
      end -= 1
    }
    if end > 3, word[end - 1] == 0x65 { end -= 1 }
    var hash: UInt32 = 2_166_136_261
    for i in 0..<end {
      let byte = i == end - 1 && word[i] == 0x79 ? 0x69 : word[i]
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return hash ^ hash >> 15
  }
}

/// The few words that the scanner knows: function words, numbers, months, weekdays.
struct Lexicon: Sendable {
  static let shared = Lexicon()
  static let functionWord = 1
  static let year = 3
  static let old = 4
  static let firstNumber = 100
  static let lastNumber = 120
  /// Monday, and the six after it.
  static let firstWeekday = 180
  static let firstMonth = 200
  /// Month or verb, as its first letter says.
  static let may = 250

  private var keys = [UInt32](repeating: 0, count: 4096)
  private var values = [UInt8](repeating: 0, count: 4096)

  /// What a folded word is, 0 for any other.
  func entry(_ hash: UInt32) -> Int {
    var slot = Int(hash & 4095)
    while keys[slot] != 0 {
      if keys[slot] == hash { return Int(values[slot]) }
      slot = (slot + 1) & 4095
    }
    return 0
  }

  private init() {
    add("may", Self.may)
    for word in FunctionWords.all where word != "one" { add(word, Self.functionWord) }
    for word in Self.otherFunctionWords.split(separator: " ") { add(String(word), Self.functionWord) }
    for (day, words) in Self.weekdays.enumerated() {
      for word in words.split(separator: " ") { add(String(word), Self.firstWeekday + day) }
    }
    for word in ["year", "years", "yr", "yrs"] { add(word, Self.year) }
    add("old", Self.old)
    let numbers =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    for (value, word) in numbers.split(separator: " ").enumerated() { add(String(word), Self.firstNumber + value) }
    for (month, words) in Self.months.enumerated() {
      for word in words.split(separator: " ") { add(String(word), Self.firstMonth + month) }
    }
  }

  private mutating func add(_ word: String, _ value: Int) {
    let hash = Hashing.of(word)
    if entry(hash) != 0 { return }
    var slot = Int(hash & 4095)
    while keys[slot] != 0 { slot = (slot + 1) & 4095 }
    keys[slot] = hash
    values[slot] = UInt8(value)
  }

  /// The commonest of French, Spanish, German, Italian, Portuguese and Dutch.
  private static let otherFunctionWords =
    "le la les un une des du de et en que qui dans pour sur par au aux est il elle el los las una y por con del al se su como más der die das und ein eine den dem von zu mit ist im auf für nicht il lo gli di che per con non os um uma do da em para com não het een van op te dat"

  private static let weekdays = [
    "monday lundi lunes montag lunedì maandag", "tuesday mardi martes dienstag martedì dinsdag",
    "wednesday mercredi miércoles mittwoch mercoledì woensdag", "thursday jeudi jueves donnerstag giovedì donderdag",
    "friday vendredi viernes freitag venerdì vrijdag", "saturday samedi sábado samstag sabato zaterdag",
    "sunday dimanche domingo sonntag domenica zondag",
  ]

  private static let months = [
    "january jan janvier enero januar gennaio janeiro januari",
    "february feb février febrero februar febbraio fevereiro",
    "march mar marzo märz março maart", "april apr avril abril aprile", "mai mayo maggio maio mei",
    "june jun juin junio juni giugno junho", "july jul juillet julio juli luglio julho",
    "august aug août agosto augustus", "september sept sep septembre septiembre settembre setembro",
    "october oct octobre octubre oktober ottobre outubro", "november nov novembre noviembre novembro",
    "december dec décembre diciembre dezember dicembre dezembro",
  ]
}

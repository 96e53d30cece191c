/// A short form in which the inflections of an English word agree. A key for comparing, never shown.
///
/// It takes off plural, past, participle and adverb endings and the commonest ways of making nouns of verbs, and no
/// more: *increase, increased, increasing, increases* agree, *nation* and *native* do not.
package enum WordStem {
  /// Forms that endings alone do not join.
  private static let irregular: [String: String] = [
    "said": "say", "says": "say", "told": "tell", "met": "meet", "held": "hold", "holds": "hold", "rose": "rise",
    "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "came": "come", "went": "go",
    "gone": "go", "made": "make", "took": "take", "taken": "take", "gave": "give", "given": "give", "left": "leave",
    "became": "become", "becomes": "become", "brought": "bring", "thought": "think", "saw": "see", "seen": "see",
    "heard": "hear", "found": "find", "began": "begin", "begun": "begin", "broke": "break", "broken": "break",
    "spoke": "speak", "spoken": "speak", "wrote": "write", "written": "write", "ran": "run", "fled": "flee",
    "fought": "fight", "died": "die", "dead": "die", "death": "die", "deaths": "die", "dying": "die", "killed": "kill",
    "men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life", "lost": "lose",
    "loss": "lose", "losses": "lose", "sent": "send", "spent": "spend", "paid": "pay", "sold": "sell", "bought": "buy",
    "built": "build", "struck": "strike", "hit": "hit", "shot": "shoot", "knew": "know", "known": "know",
    "felt": "feel", "kept": "keep", "led": "lead", "won": "win", "hurt": "injure", "injury": "injure",
    "injuries": "injure", "injured": "injure", "wounded": "wound", "growth": "grow", "visited": "visit",
    "news": "news", "percent": "%", "percentage": "%", "metre": "meter", "metres": "meter", "meters": "meter",
    "neighbour": "neighbor",
    "neighbours": "neighbor", "neighbouring": "neighbor", "neighboring": "neighbor", "kilometres": "km",
    "kilometers": "km", "kilometre": "km", "kilometer": "km",
  ]

  /// Endings in the order they are tried, with what stands in their place.
  private static let endings: [(ending: String, instead: String, least: Int)] = [
    ("ational", "ate", 4), ("ization", "ize", 4), ("isation", "ize", 4), ("ations", "ate", 4), ("ation", "ate", 4),
    ("ements", "e", 4), ("ement", "e", 4), ("ments", "", 4), ("ment", "", 4), ("nesses", "", 4), ("ness", "", 4),
    ("ively", "ive", 4), ("ingly", "", 4), ("edly", "", 4), ("ally", "al", 4), ("ities", "ity", 4), ("iest", "y", 3),
    ("ying", "y", 2), ("sses", "ss", 2), ("ies", "y", 2), ("ied", "y", 2), ("ing", "", 3), ("ers", "er", 3),
    ("ed", "", 3), ("es", "", 3), ("ly", "", 4), ("s", "", 3),
  ]

  package static func of(_ key: String) -> String {
    if let form = irregular[key] { return form }
    guard key.utf8.count > 3, key.utf8.allSatisfy({ (97...122).contains($0) }) else { return key }
    for (ending, instead, least) in endings where key.hasSuffix(ending) && key.utf8.count - ending.utf8.count >= least {
      if ending == "s", key.hasSuffix("ss") || key.hasSuffix("us") || key.hasSuffix("is") { break }
      return settled(String(key.dropLast(ending.utf8.count)) + instead)
    }
    return settled(key)
  }

  /// "stopp" and "stop", "increase" and "increas" are the same.
  private static func settled(_ stem: String) -> String {
    var bytes = Array(stem.utf8)
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    if bytes.count > 3, let last = bytes.last, last == bytes[bytes.count - 2], !"lsz".utf8.contains(last) {
      bytes.removeLast()
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "y") { bytes[bytes.count - 1] = UInt8(ascii: "i") }
    return String(decoding: bytes, as: UTF8.self)
  }
}

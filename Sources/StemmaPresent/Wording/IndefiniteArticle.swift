/// Puts "a" or "an" before a label, by the sound it begins with.
enum IndefiniteArticle {
  /// Acronyms said as words, so that their first letter's own sound counts.
  private static let saidAsWords: Set<String> = ["NATO", "NASA", "RIA", "SANA", "MENA", "FIFA", "FEMA", "NOAA", "LUSA"]

  /// Words that begin with a vowel and sound like "you" or "won", and the other way round.
  private static let likeConsonant = ["uni", "use", "usa", "usu", "uti", "eu", "ewe", "one", "once", "ura", "ukr"]
  private static let likeVowel = ["hour", "honest", "honor", "honour", "heir"]

  static func of(_ label: String) -> String { label.isEmpty ? "a" : soundsLikeVowel(label) ? "an" : "a" }

  private static func soundsLikeVowel(_ label: String) -> Bool {
    let word = label.drop { !$0.isLetter && !$0.isNumber }.prefix {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "-"
    }
    guard let first = word.first else { return false }
    if first.isNumber {
      let digits = word.prefix(while: \.isNumber)
      return first == "8" || digits == "11" || digits == "18"
    }
    let letters = word.filter { $0 != "." }
    let head = letters.prefix { $0.isLetter }
    if head.count == 1, head == head.uppercased() { return "AEFHILMNORSX".contains(first) }
    if head.count <= 5, head == head.uppercased(), !saidAsWords.contains(String(head)) {
      return "AEFHILMNORSX".contains(first)
    }
    let lower = word.lowercased()
    if likeVowel.contains(where: lower.hasPrefix) { return true }
    // "unimportant" and "uninvited" do not begin like "university".
    if lower.hasPrefix("unim") || lower.hasPrefix("unin") { return true }
    if likeConsonant.contains(where: lower.hasPrefix) { return false }
    return "aeiouáàâäåæéèêëíîïóôöøúûü".contains(lower.first ?? "x")
  }
}

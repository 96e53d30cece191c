/// What a word tells of the age of a text without its context.
struct WordKind: Sendable {
  var key: String
  /// A year, where it reads as one.
  var year: Int?
  var number: Double?
  /// "will", "plans": what is to come.
  var isFuture = false
  /// "is", "has": what holds; "was", "had": what held.
  var isPresent = false
  var isPast = false
  /// "you", "we", "don't": the tone of a draft.
  var isCasual = false
  /// "currently", "recently": true for a while.
  var isFleeting = false
  /// "some", "about", "dozens": less said than could be.
  var isVague = false
  /// "probably", "seems": what later hands take out.
  var isDoubt = false
  /// "said", "according": somebody is named for it.
  var isCue = false
  /// Of those the ones that a reporter cannot do without.
  var isReporting = false
  /// "this", "however": leans on what stands before it.
  var leansBack = false
  var isMark: Bool
  var isBracket = false
  var isQuotationMark = false
  var isExclamation = false

  init(_ key: String, isMark: Bool) {
    self.key = key
    self.isMark = isMark
    if isMark {
      isBracket = key == "(" || key == "["
      isQuotationMark = key == "\"" || key == "“" || key == "”"
      isExclamation = key == "!" || key == "?"
      return
    }
    let bytes = Array(key.utf8)
    let digits = bytes.count { $0 >= 48 && $0 <= 57 }
    if digits > 0 {
      if digits == bytes.count, digits <= 15 { number = Double(key) }
      if digits >= 4, bytes.contains(44), bytes.count <= 20 { number = Double(key.filter { $0 != "," }) }
      if digits == 4, bytes.count == 4, let value = number, value >= 1500, value <= 2100 { year = Int(value) }
    }
    isFuture = Self.future.contains(key)
    isPresent = Self.present.contains(key)
    isPast = Self.past.contains(key)
    isCasual = Self.casual.contains(key) || key.hasSuffix("n't")
    isFleeting = Self.fleeting.contains(key)
    isVague = Self.vague.contains(key)
    isDoubt = Self.doubt.contains(key)
    isCue = Self.cues.contains(key)
    isReporting = Self.reporting.contains(key)
    leansBack = Self.leaning.contains(key)
  }

  private static let future: Set<String> = [
    "will", "shall", "'ll", "plans", "planned", "planning", "expected", "upcoming", "scheduled", "proposed", "intends",
    "hopes", "due", "soon", "tomorrow", "forthcoming",
  ]
  private static let present: Set<String> = ["is", "are", "has", "have", "does", "do", "can", "remains", "continues"]
  private static let past: Set<String> = ["was", "were", "had", "did", "could", "remained", "continued", "became"]
  private static let casual: Set<String> = [
    "you", "your", "yours", "we", "our", "ours", "us", "i", "my", "me", "let's", "just", "really", "very", "pretty",
    "quite", "stuff", "lot", "lots", "ok", "basically", "actually", "obviously", "please", "sort", "kind", "thing",
    "things", "got", "get", "someone", "something", "ever", "every", "fact", "exactly", "entirely", "i'm", "off",
  ]
  private static let fleeting: Set<String> = [
    "currently", "recently", "recent", "now", "today", "present", "presently", "latest", "newest", "nowadays",
    "yet", "still", "ongoing",
  ]
  private static let vague: Set<String> = [
    "some", "several", "many", "about", "around", "approximately", "roughly", "nearly", "almost", "dozens", "hundreds",
    "thousands", "scores", "various", "certain", "few", "numerous",
  ]
  private static let doubt: Set<String> = [
    "probably", "seems", "seem", "perhaps", "maybe", "apparently", "possibly", "reportedly", "allegedly", "generally",
    "often", "usually", "sometimes", "may", "might", "appears", "likely",
  ]
  private static let cues: Set<String> = [
    "said", "says", "according", "told", "reported", "stated", "claimed", "claims", "argued", "added", "announced",
    "noted", "believed", "considered", "described",
  ]
  private static let reporting: Set<String> = [
    "said", "says", "according", "told", "reported", "stated", "added", "announced",
  ]
  private static let leaning: Set<String> = [
    "this", "these", "that", "those", "it", "he", "she", "they", "his", "her", "its", "their", "such", "also",
    "however",
    "but", "thus", "therefore", "another", "moreover", "then", "hence", "both", "instead", "additionally",
    "furthermore", "similarly", "nevertheless", "nonetheless", "so", "other", "others",
  ]
}

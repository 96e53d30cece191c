import StemmaAlign

/// Small words that turn what a sentence says: that it is not so, may be so, will be so, is wanted or is only said.
enum Markers {
  /// How far a statement is from "it was so".
  enum Mood: Int, Comparable {
    case plain, hedged, possible, future, wanted, tried, conditional

    static func < (a: Mood, b: Mood) -> Bool { a.rawValue < b.rawValue }

    var words: String {
      switch self {
      case .plain: "as a fact"
      case .hedged: "as likely, not as sure"
      case .possible: "as possible only"
      case .future: "as something to come"
      case .wanted: "as something asked for or planned"
      case .tried: "as tried or nearly done"
      case .conditional: "as a condition"
      }
    }
  }

  static func mood(of key: String) -> Mood? { moods[key] }
  static func denies(_ key: String) -> Bool { negations.contains(key) || key.hasSuffix("n't") }
  static func disowns(_ key: String) -> Bool { disowning.contains(key) }
  static func isRumour(_ key: String) -> Bool { rumours.contains(key) }
  static func quantifier(_ key: String) -> Int? { quantifiers[key] }

  /// "no" and the like behind which nothing is denied: "no doubt", "not only".
  static func isEmpty(_ key: String, before next: String) -> Bool {
    emptyBehind.contains(next) || key == "no" && ["later", "less", "fewer", "more"].contains(next)
  }

  private static let emptyBehind: Set<String> = ["only", "just", "doubt", "necessarily"]

  private static let negations: Set<String> = [
    "not", "no", "never", "nobody", "none", "without", "cannot", "neither", "nor", "nothing", "nowhere", "hardly",
    "barely", "unable", "absence", "lack", "lacked", "prevented", "averted", "avoided",
  ]

  /// Deny the deed that an infinitive behind them names.
  static func deniesDeed(_ key: String) -> Bool { refusals.contains(key) }

  private static let refusals: Set<String> = [
    "failed", "fails", "fail", "failing", "refused", "refuses", "refuse", "refusing", "declined", "declines",
    "declining",
  ]

  /// Said of what others say.
  private static let disowning: Set<String> = [
    "denied", "denies", "deny", "denying", "denial", "denials", "false", "falsely", "untrue", "baseless", "unfounded",
    "fabricated", "fabrication", "hoax", "refuted", "refutes", "debunked", "dismissed", "dismisses", "dismissing",
    "disputed", "disputes", "incorrect", "incorrectly", "wrongly", "mistakenly", "lie", "lies", "myth", "contradicted",
    "retracted",
  ]

  private static let rumours: Set<String> = [
    "rumour", "rumours", "rumor", "rumors", "rumoured", "rumored", "speculation", "hoax", "gossip",
  ]

  private static let moods: [String: Mood] = {
    var table: [String: Mood] = [:]
    let lists: [(Mood, String)] = [
      (
        .hedged,
        """
        probably perhaps maybe possibly likely apparently allegedly alleged reportedly seemingly seems seemed seem appears
        appeared appear presumably suspected suspect suspects believed supposedly unconfirmed purportedly purported feared
        fears thought rumoured rumored alleges accused accuses accusing charged suspicion unclear
        """
      ),
      (.possible, "may might could can possible possibility potentially potential risk risks risked chance"),
      (
        .future,
        "will would shall tomorrow going expected due scheduled upcoming forthcoming set poised vowed vows promises promised promise pledged pledges"
      ),
      (
        .wanted,
        """
        demanded demands demand demanding urged urges urge urging called calling calls asked asks ask wants wanted want
        hopes hoped hope hoping plans planned plan planning planned aims aimed aim intends intended intend proposed
        proposes propose proposal considers considered considering consider threatened threatens threaten threatening
        should must ought seek seeks sought seeking request requested requests appealed ordered invited invites
        """
      ),
      (.tried, "nearly almost tried tries try trying attempted attempts attempt attempting prevent averting"),
      (.conditional, "if whether unless"),
    ]
    for (mood, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = mood }
    }
    return table
  }()

  private static let quantifiers: [String: Int] = {
    var table: [String: Int] = [:]
    for word in [
      "all", "every", "entire", "whole", "everyone", "everybody", "everything", "always", "fully", "completely",
    ] {
      table[word] = 3
    }
    for word in ["most", "majority", "mostly"] { table[word] = 2 }
    for word in [
      "some", "several", "many", "few", "part", "parts", "partly", "partially", "half", "sometimes", "certain",
    ] {
      table[word] = 1
    }
    return table
  }()
}

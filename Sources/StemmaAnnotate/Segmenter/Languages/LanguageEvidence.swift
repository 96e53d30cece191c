import StemmaModel

/// Whether a text can be read by English rules, by its small words and its script.
///
/// It speaks only where the text is plainly of another language: a table of results or a list of names has few small
/// words of any.
struct LanguageEvidence {
  /// Words looked at: enough to be sure, and no more than a long report's beginning.
  private static let mostWords = 1_000
  private static let leastWords = 8

  private var words = 0
  /// Articles, prepositions, pronouns and the like of English alone.
  private var english = 0
  /// Small words of other languages that are no English words; with a capital or behind one
  /// they are parts of names ("La Paz", "Anna von Roe").
  private var other = 0
  /// Words in letters that English has not.
  private var foreignLetters = 0

  /// - Parameter text: read with the English lexicon.
  init(_ text: SegmentedText) {
    var afterCapital = false
    for lexeme in text.lexemes where lexeme.kind == .word {
      defer { afterCapital = lexeme.isCapital || afterCapital && lexeme.word.contains(.particle) }
      words += 1
      if !lexeme.word.isDisjoint(with: .function) {
        if !Self.shared.contains(lexeme.key) { english += 1 }
      } else if !lexeme.isCapital, !(afterCapital && lexeme.word.contains(.particle)), Self.small.contains(lexeme.key) {
        other += 1
      } else if let first = lexeme.key.utf8.first, first >= 0xCD, first < 0xE2 || first > 0xE2 {
        // Greek and what follows it; 0xE2 begins marks.
        foreignLetters += 1
      }
      if words == Self.mostWords { break }
    }
  }

  var isPlainlyNotEnglish: Bool {
    guard words >= Self.leastWords else { return foreignLetters * 2 > words }
    // One word in three of any of these languages is a small one.
    return foreignLetters * 2 > words || english * 8 < words && other * 6 > words
  }

  /// Small words of English that are words of another language as well.
  private static let shared: WordSet = [
    "a", "all", "am", "an", "as", "at", "do", "for", "had", "have", "her", "i", "in", "is", "it", "man", "me", "most",
    "my", "no", "of", "on", "or", "over", "per", "plus", "so", "to", "under", "was", "we",
  ]

  /// The commonest words of Spanish, Portuguese, French, Italian, Romanian, German, Dutch, Danish, Norwegian, Swedish,
  /// Finnish, Polish, Czech, Hungarian, Turkish, Indonesian and Swahili, without those that English has as well.
  private static let small: WordSet = [
    "de", "la", "el", "los", "las", "del", "que", "y", "en", "un", "una", "por", "con", "para", "se", "su", "es", "lo",
    "como", "más", "pero", "sus", "ha", "sobre", "este", "fue", "también", "entre", "hasta", "según", "dijo", "le",
    "les", "des", "et", "du", "dans", "est", "qui", "sur", "au", "avec", "pas", "ce", "sont", "aux", "cette", "ont",
    "été", "mais", "selon", "être", "il", "elle", "der", "die", "das", "und", "den", "von", "zu", "mit", "sich", "auf",
    "für", "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "werden", "aus", "hat", "dass", "sie", "nach",
    "wird", "bei", "einer", "di", "che", "e", "per", "della", "le", "si", "da", "dei", "nel", "al", "alla", "gli",
    "anche", "più", "è", "delle", "dal", "stato", "o", "em", "um", "com", "não", "uma", "os", "na", "dos", "foi", "ao",
    "das", "tem", "à", "sua", "ou", "ser", "disse", "pelo", "pela", "são", "het", "een", "van", "zijn", "voor", "niet",
    "aan", "er", "om", "ook", "maar", "bij", "naar", "uit", "nog", "werd", "heeft", "wordt", "och", "att", "det", "som",
    "på", "är", "av", "för", "med", "till", "inte", "har", "ett", "från", "han", "vid", "efter", "og", "af", "til",
    "ikke", "fra", "blev", "siger", "ble", "sier", "ja", "ei", "että", "oli", "ovat", "mukaan", "myös", "mutta", "kun",
    "hän", "w", "i", "z", "się", "nie", "że", "jest", "od", "po", "przez", "ale", "jak", "oraz", "był", "są", "v", "je",
    "ve", "bir", "bu", "için", "ile", "olarak", "çok", "daha", "gibi", "sonra", "az", "és", "hogy", "nem", "egy",
    "yang",
    "dan", "dengan", "untuk", "dari", "pada", "ini", "itu", "dalam", "tidak", "akan", "ya", "wa", "kwa", "katika", "za",
    "și", "în", "cu", "pe", "din", "că", "nu", "mai", "către",
  ]
}

/// A kind of thing that tells the older of two texts from the younger. Each is counted so that it changes its sign when the
/// texts change places.
enum DirectionSign: Int, CaseIterable {
  /// The younger is longer, by how much and at all.
  case length, isLonger
  /// What only one of them has, in words, in runs put in, inside kept sentences, and as whole sentences.
  case words, runs, runsInside, wholeSentences
  /// One wording is longer than the one in its place.
  case longerWording
  /// The latest year and day that it names; how many years it names.
  case latestYear, latestDay, years
  /// A number in place of a smaller one.
  case greaterNumber
  /// What is to come; what was in place of what is.
  case future, pastForPresent
  /// Words of a draft, of a moment, of doubt, of attribution.
  case casual, fleeting, vague, doubt, cues
  /// A usual spelling in place of an unusual one.
  case usualSpelling
  /// A sentence that leans back on one that the other text lacks.
  case leansOnMissing
  /// Numbers, brackets, marks of quotation, signs of exclamation.
  case numbers, brackets, quotationMarks, exclamations
  /// Longer sentences.
  case sentenceLength
  /// More sentences of a passage: paragraphs grow before they are parted.
  case passageLength
  /// How many different words it has for its length.
  case richness
  /// For its length: words that lay something to somebody, numbers, marks of quotation, words of doubt.
  case cueRate, numberRate, quotationRate, doubtRate
}

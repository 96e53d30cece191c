import StemmaModel

/// What a report has for a claim: its witness nearest the lemma, with the sentence it stands in.
struct Reading {
  let report: Siglum
  let witness: Claim.Witness
  /// In the report's statements.
  let statement: Int?
  let isParagraph: Bool
  /// Of the words of the witness.
  let words: WordClass
  /// Of the words of its sentence, and what the sentence is.
  let sentence: WordClass
  var matter = Matter([], rarity: [])
  /// Who is named in its sentence, by surname.
  var persons: Set<String> = []
  /// Other reports with the same words in the same sentence, for which this one stands.
  var copies: [Siglum] = []

  var place: Place { witness.place }
  /// Reports that have it.
  var votes: Int { 1 + copies.count }
}

/// Chooses the readings of a claim that are compared.
///
/// A claim that a few dozen reports have is compared report by report. Of a larger one, reports with the same words in
/// the same sentence are folded into one reading, and the readings are capped: first one of every kind (by what its
/// sentence has that rules look for), the best attested of each, then the best attested of the rest. So the work on a
/// claim is bounded, and what a single report has otherwise is still seen among a thousand prints of one dispatch.
struct ReadingChooser {
  /// Readings of one claim that rules compare.
  static let most = 40

  /// In order of report.
  static func choose(_ readings: [Reading], sameWords: (Reading, Reading) -> Bool, key: (Reading) -> UInt64)
    -> [Reading]
  {
    guard readings.count > most else { return readings }
    var folded: [Reading] = []
    var byKey: [UInt64: [Int]] = [:]
    for reading in readings {
      let hash = key(reading)
      if let known = byKey[hash]?.first(where: { sameWords(folded[$0], reading) }) {
        folded[known].copies.append(reading.report)
      } else {
        byKey[hash, default: []].append(folded.count)
        folded.append(reading)
      }
    }
    guard folded.count > most else { return folded }
    let ranked = folded.indices.sorted { (-folded[$0].votes, $0) < (-folded[$1].votes, $1) }
    var kinds: Set<UInt64> = []
    var leading: [Int] = []
    var rest: [Int] = []
    for index in ranked {
      let isNew = kinds.insert(folded[index].sentence.rawValue ^ (folded[index].words.rawValue &* 31)).inserted
      if isNew { leading.append(index) } else { rest.append(index) }
    }
    return (leading + rest).prefix(most).sorted().map { folded[$0] }
  }
}

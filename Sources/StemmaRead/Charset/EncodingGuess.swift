import Foundation

/// Guesses the encoding of bytes that are not UTF-8 and do not say.
///
/// Every pair of an encoding and a language is a model of the bytes: how likely are its characters in news of that language?
/// The most likely pair wins. Letters are counted one by one; that tells encodings apart within a sentence, as a wrong one
/// makes of common letters rare ones, signs and control characters.
enum EncodingGuess {
  /// As much as is looked at, from the first byte beyond ASCII on.
  private static let sampleBytes = 1 << 14

  static func encoding(of bytes: [UInt8]) -> Encoding {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return .windows1252 }
    let sample = Array(bytes[first...].prefix(sampleBytes))
    var counts = [Int](repeating: 0, count: 128)
    for byte in sample where byte >= 0x80 { counts[Int(byte) - 0x80] += 1 }
    var best = (score: -Double.infinity, encoding: Encoding.windows1252)
    for (label, languages, prior) in candidates {
      guard let encoding = Encoding(label: label) else { continue }
      let score: Double? =
        if encoding.isSingleByte {
          singleByte(counts, encoding, languages)
        } else {
          multiByte(sample, encoding, languages, limit: best.score)
        }
      if let score, score + prior > best.score { best = (score + prior, encoding) }
    }
    return best.encoding
  }

  /// In the order in which they are believed where two say the same; priors in nats, by how much of the web used them.
  private static let candidates: [(label: String, languages: [LetterModel], prior: Double)] = [
    ("windows-1252", LetterModel.western, 0), ("windows-1251", LetterModel.cyrillic, -1),
    ("shift_jis", [.japanese], -1), ("gb18030", [.simplifiedChinese], -1), ("euc-kr", [.korean], -1),
    ("big5", [.traditionalChinese], -1), ("euc-jp", [.japanese], -1), ("windows-1250", LetterModel.central, -2),
    ("iso-8859-2", LetterModel.central, -2.5), ("windows-1254", [.turkish], -2),
    ("koi8-r", [.russian, .bulgarian], -2),
    ("koi8-u", [.ukrainian], -2), ("iso-8859-7", [.greek], -2), ("windows-1253", [.greek], -2.1),
    ("windows-1257", LetterModel.baltic, -3), ("windows-1255", [.hebrew], -2), ("windows-1256", [.arabic], -2),
    ("windows-874", [.thai], -2), ("iso-8859-5", LetterModel.cyrillic, -3), ("iso-8859-6", [.arabic], -3),
    ("ibm866", LetterModel.cyrillic, -4), ("macintosh", LetterModel.western, -6),
    ("x-mac-cyrillic", LetterModel.cyrillic, -6),
  ]

  private static func singleByte(_ counts: [Int], _ encoding: Encoding, _ languages: [LetterModel]) -> Double? {
    guard let table = SingleByteTable(encoding) else { return nil }
    return languages.map { language in
      var score = 0.0
      for (index, count) in counts.enumerated() where count > 0 {
        score += Double(count) * language.logProbability(table.scalars[index])
      }
      return score
    }.max()
  }

  private static func multiByte(
    _ sample: [UInt8], _ encoding: Encoding, _ languages: [LetterModel], limit: Double
  ) -> Double? {
    guard let converter = SystemConverter(from: encoding) else { return nil }
    let text = converter.convert(sample)
    // More than an odd byte that makes no pair: it is not that encoding.
    guard converter.invalid * 50 <= sample.count else { return nil }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return languages.map { language in
      scalars.reduce(0.0) { $1.isASCII ? $0 : $0 + language.logProbability($1) }
    }.max()
  }
}

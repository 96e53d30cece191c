import Foundation
import StemmaModel
import StemmaText

/// Reads the difference of two texts for signs of which is the older.
struct DirectionReading {
  /// By sign; positive where `b` looks younger.
  private(set) var values = [Double](repeating: 0, count: DirectionSign.allCases.count)
  /// By sign, the changes that show it most, in the difference; at most `mostShown`.
  private(set) var shown = [[Int]](repeating: [], count: DirectionSign.allCases.count)

  static let mostShown = 3

  /// What one text alone has.
  private struct Side {
    var words = 0.0
    var runs = 0.0
    var runsInside = 0.0
    var wholeSentences = 0.0
    var longerWording = 0.0
    var years = 0.0
    var greaterNumber = 0.0
    var future = 0.0
    var past = 0.0
    var casual = 0.0
    var fleeting = 0.0
    var vague = 0.0
    var doubt = 0.0
    var cues = 0.0
    var usual = 0.0
    var leans = 0.0
    var numbers = 0.0
    var brackets = 0.0
    var quotes = 0.0
    var exclamations = 0.0
  }

  private let a: FamilyText
  private let b: FamilyText
  private let kinds: [WordKind]

  init(
    _ a: FamilyText, _ b: FamilyText, _ difference: TextDifference, kinds: [WordKind], first: TextProfile,
    second: TextProfile
  ) {
    (self.a, self.b, self.kinds) = (a, b, kinds)
    var (own, other) = (Side(), Side())
    for (index, change) in difference.changes.enumerated() {
      read(change.a, change.b, in: a, isMoved: change.aMoved, &own, index)
      read(change.b, change.a, in: b, isMoved: change.bMoved, &other, index)
      readReplacement(change, &own, &other, index)
    }
    func ratio(_ path: KeyPath<Side, Double>, _ base: Double = 1) -> Double {
      log((other[keyPath: path] + base) / (own[keyPath: path] + base))
    }
    func clipped(_ x: Double, _ limit: Double) -> Double { max(-limit, min(limit, x)) }
    let (n, m) = (Double(a.words.count), Double(b.words.count))
    set(.length, clipped(log((m + 30) / (n + 30)), 1.5))
    set(.isLonger, tanh((m - n) / 10))
    set(.words, clipped(ratio(\.words, 5), 3))
    set(.runs, ratio(\.runs))
    set(.runsInside, ratio(\.runsInside))
    set(.wholeSentences, ratio(\.wholeSentences))
    set(.longerWording, ratio(\.longerWording))
    set(.latestYear, Self.order(first.latestYear, second.latestYear))
    set(.latestDay, Self.order(first.latestDay, second.latestDay))
    set(.years, ratio(\.years))
    set(.greaterNumber, ratio(\.greaterNumber))
    set(.future, ratio(\.future))
    set(.pastForPresent, ratio(\.past))
    set(.casual, ratio(\.casual))
    set(.fleeting, ratio(\.fleeting))
    set(.vague, ratio(\.vague))
    set(.doubt, ratio(\.doubt))
    set(.cues, ratio(\.cues))
    set(.usualSpelling, ratio(\.usual))
    set(.leansOnMissing, ratio(\.leans))
    set(.numbers, ratio(\.numbers))
    set(.brackets, ratio(\.brackets))
    set(.quotationMarks, ratio(\.quotes))
    set(.exclamations, ratio(\.exclamations))
    set(.sentenceLength, clipped(log(second.sentenceLength / first.sentenceLength), 1))
    set(.passageLength, clipped(log(second.passageLength / first.passageLength), 1.5))
    set(.richness, clipped(log(second.richness / first.richness), 1))
    set(.cueRate, clipped(log(second.cues / first.cues), 1.5))
    set(.numberRate, clipped(log(second.numbers / first.numbers), 1.5))
    set(.quotationRate, clipped(log(second.quotationMarks / first.quotationMarks), 1.5))
    set(.doubtRate, clipped(log(second.doubts / first.doubts), 1.5))
  }

  private mutating func set(_ sign: DirectionSign, _ value: Double) { values[sign.rawValue] = value }

  private mutating func show(_ sign: DirectionSign, _ change: Int) {
    if shown[sign.rawValue].count < Self.mostShown, shown[sign.rawValue].last != change {
      shown[sign.rawValue].append(change)
    }
  }

  private static func order(_ a: Int?, _ b: Int?) -> Double {
    guard let a, let b else { return 0 }
    return a == b ? 0 : a < b ? 1 : -1
  }

  /// What `text` has at a place of change.
  private mutating func read(
    _ range: Range<Int>, _ there: Range<Int>, in text: FamilyText, isMoved: Bool, _ side: inout Side, _ index: Int
  ) {
    guard !range.isEmpty, !isMoved else { return }
    side.words += Double(range.count)
    for place in range {
      let kind = kinds[Int(text.words[place])]
      if kind.year != nil { side.years += 1; show(.years, index) }
      if kind.number != nil { side.numbers += 1; show(.numbers, index) }
      if kind.isFuture { side.future += 1; show(.future, index) }
      if kind.isCasual { side.casual += 1; show(.casual, index) }
      if kind.isFleeting { side.fleeting += 1; show(.fleeting, index) }
      if kind.isVague { side.vague += 1; show(.vague, index) }
      if kind.isDoubt { side.doubt += 1; show(.doubt, index) }
      if kind.isCue { side.cues += 1; show(.cues, index) }
    }
    for item in text.items(around: range) {
      let kind = kinds[Int(item.number)]
      if kind.isBracket { side.brackets += 1 }
      if kind.isQuotationMark { side.quotes += 1 }
      if kind.isExclamation { side.exclamations += 1 }
    }
    guard there.isEmpty else { return }
    side.runs += 1
    show(.runs, index)
    let startsSentence =
      range.lowerBound == 0 || text.sentences[range.lowerBound - 1] != text.sentences[range.lowerBound]
    let endsSentence =
      range.upperBound == text.words.count || text.sentences[range.upperBound - 1] != text.sentences[range.upperBound]
    if !startsSentence, !endsSentence {
      side.runsInside += 1
      show(.runsInside, index)
    }
    if startsSentence, endsSentence {
      side.wholeSentences += 1
      show(.wholeSentences, index)
      if range.upperBound < text.words.count, kinds[Int(text.words[range.upperBound])].leansBack {
        side.leans += 1
        show(.leansOnMissing, index)
      }
    }
  }

  /// One wording in place of another.
  private mutating func readReplacement(
    _ change: TextDifference.Change, _ own: inout Side, _ other: inout Side, _ index: Int
  ) {
    guard !change.a.isEmpty, !change.b.isEmpty, !change.aMoved, !change.bMoved else { return }
    if change.a.count > change.b.count { own.longerWording += 1 }
    if change.b.count > change.a.count { other.longerWording += 1 }
    if change.a.count != change.b.count { show(.longerWording, index) }
    // Word by word only where it is clear which stands for which.
    guard change.a.count == change.b.count, change.a.count <= 3 else { return }
    for (x, y) in zip(a.words[change.a], b.words[change.b]) where x != y {
      let (old, new) = (kinds[Int(x)], kinds[Int(y)])
      if let m = old.number, let n = new.number, m != n {
        if m > n { own.greaterNumber += 1 } else { other.greaterNumber += 1 }
        show(.greaterNumber, index)
      }
      if old.isPresent, new.isPast { other.past += 1; show(.pastForPresent, index) }
      if old.isPast, new.isPresent { own.past += 1; show(.pastForPresent, index) }
      switch Self.spelling(old.key, new.key) {
      case 1: other.usual += 1; show(.usualSpelling, index)
      case -1: own.usual += 1; show(.usualSpelling, index)
      default: break
      }
    }
  }

  /// How much rarer a word is than the one it differs from by a letter or two, before it is a slip, in nats.
  private static let slipRarity = 2.0

  /// 1 where `b` is the usual spelling of what `a` spells unusually, -1 the other way round.
  private static func spelling(_ a: String, _ b: String) -> Int {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard x.count >= 4, y.count >= 4, x.count <= 30, abs(x.count - y.count) <= 2,
      x.allSatisfy({ $0 > 57 }), y.allSatisfy({ $0 > 57 })
    else { return 0 }
    let runs = ShortestEdit.runs(x.map(Int32.init), y.map(Int32.init), limit: 5)
    let edits = runs.reduce(0) { $0 + ($1.isCommon ? 0 : max($1.a.count, $1.b.count)) }
    guard edits <= 2 else { return 0 }
    let difference = WordVectors.rarity(of: a) - WordVectors.rarity(of: b)
    return difference > slipRarity ? 1 : difference < -slipRarity ? -1 : 0
  }
}

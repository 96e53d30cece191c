import Foundation

/// An invented flood, the same in every run: events that are told by several agencies and copied by many outlets.
///
/// Words are syllables, drawn as Zipf's law says; a report has some 3 kB. Nothing is kept but the events under way, so a corpus of any
/// size is made in the memory of a small one.
struct FloodMaker {
  struct Made {
    var line: String
    var text: String
    /// Reports of one origin are one text: cut, with other words here and there, or as it was.
    var origin: Int
  }

  private struct Event {
    var names: [String]
    var words: [Int]
    /// What agencies wrote: paragraphs of words.
    var origins: [(number: Int, title: String, paragraphs: [[String]])] = []
    var left: Int
  }

  private static let outlets = 400
  private static let eventsUnderWay = 150

  private var random = SplitMix(seed: 7_000)
  private let vocabulary: [String]
  private var events: [Event] = []
  private var origins = 0
  private var count = 0

  init() {
    var random = SplitMix(seed: 11)
    let starts = [
      "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "kl", "sp", "gr", "br",
    ]
    let vowels = ["a", "e", "i", "o", "u", "ei", "ou"]
    var seen: Set<String> = []
    var words: [String] = []
    while words.count < 60_000 {
      // Frequent words are short ones.
      let syllables = words.count < 100 ? 1 : words.count < 4_000 ? 2 : Int.random(in: 3...4, using: &random)
      var word = ""
      for _ in 0..<syllables {
        word += starts.randomElement(using: &random)! + vowels.randomElement(using: &random)!
      }
      word += Bool.random(using: &random) ? ["n", "r", "s", "l", "t"].randomElement(using: &random)! : ""
      if seen.insert(word).inserted { words.append(word) }
    }
    vocabulary = words
  }

  /// The next report of the flood.
  mutating func next() -> Made {
    while events.count < Self.eventsUnderWay { events.append(event()) }
    let chosen = Int.random(in: 0..<events.count, using: &random)
    if events[chosen].origins.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
      let written = origin(of: events[chosen])
      events[chosen].origins.append(written)
    }
    let (origin, title, paragraphs) = events[chosen].origins.randomElement(using: &random)!
    let outlet = Int.random(in: 0..<Self.outlets, using: &random)
    var kept = paragraphs
    // Copies are cut from below and reworded.
    if Bool.random(using: &random) {
      kept = Array(kept.prefix(Int.random(in: kept.count / 2...kept.count, using: &random)))
    }
    let changes = [0, 0, 1, 4].randomElement(using: &random)!
    var text = kept.map { sentence in
      sentence.map { word in
        changes > 0 && Int.random(in: 0..<100, using: &random) < changes ? self.word() : word
      }.joined(separator: " ")
    }.joined(separator: "\n\n")
    text += "\n\nMore news of the day stands on the pages of outlet \(outlet)."
    // A minute and a half between two reports: a thousand a day.
    let day = count / 1_000
    let stamp = Date(timeIntervalSince1970: 1_700_000_000 + Double(day * 86_400 + count % 1_000 * 86)).formatted(
      .iso8601)
    events[chosen].left -= 1
    if events[chosen].left <= 0 { events.remove(at: chosen) }
    count += 1
    // Nothing in it that JSON would escape but line ends.
    let line =
      "{\"id\": \(count), \"title\": \"\(title)\", \"published\": \"\(stamp)\", \"outlet\": \"outlet \(outlet)\", \"text\": \""
      + text.replacingOccurrences(of: "\n", with: "\\n") + "\"}\n"
    return Made(line: line, text: text, origin: origin)
  }

  /// The rarer half of draws is told apart by its rank alone: the chance of a rank is its inverse.
  private mutating func word() -> String {
    let draw = Double.random(in: 0..<1, using: &random)
    return vocabulary[min(vocabulary.count - 1, Int(exp(draw * log(Double(vocabulary.count)))))]
  }

  private mutating func event() -> Event {
    let names = (0..<6).map { _ in vocabulary[Int.random(in: 4_000..<60_000, using: &random)].capitalized }
    let words = (0..<25).map { _ in Int.random(in: 300..<60_000, using: &random) }
    // Most events have few reports, some have hundreds.
    let draw = Double.random(in: 0..<1, using: &random)
    return Event(names: names, words: words, left: 1 + Int(exp(draw * draw * 5)))
  }

  private mutating func origin(of event: Event) -> (number: Int, title: String, paragraphs: [[String]]) {
    origins += 1
    let paragraphs = (0..<16).map { _ in (0..<2).flatMap { _ in sentence(of: event) } }
    let title = sentence(of: event).prefix(9).joined(separator: " ")
    return (origins, title.replacingOccurrences(of: ".", with: ""), paragraphs)
  }

  private mutating func sentence(of event: Event) -> [String] {
    let length = Int.random(in: 8...20, using: &random)
    return (0..<length).map { place in
      var word =
        switch Int.random(in: 0..<20, using: &random) {
        case 0: event.names.randomElement(using: &random)!
        case 1...3: vocabulary[event.words.randomElement(using: &random)!]
        default: self.word()
        }
      if place == 0 { word = word.capitalized }
      return place == length - 1 ? word + "." : word
    }
  }
}

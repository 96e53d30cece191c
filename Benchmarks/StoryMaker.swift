import Foundation

/// Texts of the reports of a large story, the same in every run.
enum StoryMaker {
  /// Each report is one of the example's with paragraphs dropped and moved, words left out and numbers changed: near
  /// copies, whose number of distinct claims hardly grows.
  static func copies(_ count: Int) throws -> [String] {
    var random = SplitMix(seed: 2025)
    let names = try FileManager.default.contentsOfDirectory(atPath: ProcessBenchmark.example.path).sorted()
      .filter { $0.hasSuffix(".txt") }
    let sources = try names.map {
      try String(contentsOf: ProcessBenchmark.example.appendingPathComponent($0), encoding: .utf8)
    }
    return (0..<count).map { number in
      var paragraphs = sources[number % sources.count].components(separatedBy: "\n\n")
      paragraphs = paragraphs.enumerated().filter { $0.offset < 4 || Int.random(in: 0..<5, using: &random) > 0 }
        .map { $0.offset < 4 ? $0.element : changed($0.element, &random) }
      if paragraphs.count > 6, Bool.random(using: &random) { paragraphs.swapAt(5, paragraphs.count - 1) }
      return paragraphs.joined(separator: "\n\n") + "\n"
    }
  }

  private static func changed(_ paragraph: String, _ random: inout SplitMix) -> String {
    paragraph.split(separator: " ").compactMap { word -> String? in
      switch Int.random(in: 0..<40, using: &random) {
      case 0: nil
      case 1 where Int(word) != nil: String(Int.random(in: 2...400, using: &random))
      default: String(word)
      }
    }.joined(separator: " ")
  }

  /// Each report tells some of the story's facts, the well known ones more often, in words of its own choice and now and
  /// then with another number; there are two facts for every report, so the distinct claims grow with the story.
  static func varied(_ count: Int) -> [String] {
    var random = SplitMix(seed: 41)
    let facts = (0..<(20 + 2 * count)).map { _ in Fact(&random) }
    return (0..<count).map { _ in
      var told: [Int] = []
      while told.count < 12 {
        // The square of an even draw: a tenth of the facts has a third of the tellings.
        let draw = Double.random(in: 0..<1, using: &random)
        let fact = Int(draw * draw * Double(facts.count))
        if !told.contains(fact) { told.append(fact) }
      }
      let sentences = told.map { facts[$0].told(&random) }
      let paragraphs = stride(from: 0, to: sentences.count, by: 3).map {
        sentences[$0..<min($0 + 3, sentences.count)].joined(separator: " ")
      }
      return ([facts[told[0]].told(&random).dropLast().description] + paragraphs).joined(separator: "\n\n") + "\n"
    }
  }
}

/// Something that can be said in several ways.
private struct Fact {
  private let who: Int
  private let did: Int
  private let what: Int
  private let place: Int
  private let day: Int
  private let number: Int

  init(_ random: inout SplitMix) {
    who = .random(in: 0..<Self.who.count, using: &random)
    did = .random(in: 0..<Self.did.count, using: &random)
    what = .random(in: 0..<Self.what.count, using: &random)
    place = .random(in: 0..<Self.first.count * Self.last.count, using: &random)
    day = .random(in: 0..<Self.days.count, using: &random)
    number = .random(in: 3...900, using: &random)
  }

  func told(_ random: inout SplitMix) -> String {
    func one(_ ways: [String]) -> String { ways.randomElement(using: &random)! }
    let number = Int.random(in: 0..<8, using: &random) == 0 ? number + 1 : number
    let place = Self.first[place % Self.first.count] + Self.last[place / Self.first.count]
    let matter = "\(one(Self.did[did])) \(number) \(one(Self.what[what])) \(one(["in", "near", "outside"])) \(place)"
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: "\(one(Self.who[who])) \(matter) on \(Self.days[day])."
    case 1: "On \(Self.days[day]) \(one(Self.who[who]).lowercasedFirst) \(matter)."
    default: "\(one(Self.who[who])) \(matter) on \(Self.days[day]), officials said."
    }
  }

  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let first = [
    "Ash", "Birch", "Cold", "Dun", "East", "Fen", "Gold", "Hart", "Iron", "Kings", "Long", "Marsh", "Nether", "Oak",
    "Pine", "Quarry", "Raven", "Stone", "Thorn", "West",
  ]
  private static let last = ["bridge", "bury", "cliff", "field", "ford", "ham", "haven", "mouth", "ton", "wick"]
  private static let who = [
    ["The coast guard", "Coastguards", "Rescue crews"], ["The mayor", "The town's mayor"],
    ["The power company", "The electricity company", "The grid operator"], ["Police", "Police officers", "Officers"],
    ["The army", "Soldiers", "Troops"], ["Volunteers", "Local volunteers", "Helpers"],
    ["The harbour authority", "Harbour officials"], ["Farmers", "Growers"], ["Doctors", "Medics", "Hospital staff"],
    ["The ministry", "The interior ministry"], ["Engineers", "Surveyors"], ["Fishermen", "Trawler crews"],
    ["Teachers", "School staff"], ["The railway", "The train operator"], ["Divers", "A team of divers"],
    ["Insurers", "Insurance companies"],
  ]
  private static let did = [
    ["rescued", "saved", "brought to safety"], ["counted", "registered", "recorded"], ["lost", "was left without"],
    ["repaired", "mended", "fixed"], ["inspected", "examined", "checked"], ["promised", "pledged"],
    ["found", "discovered", "came upon"], ["closed", "shut"], ["moved", "transferred", "took away"],
    ["ordered", "asked for", "requested"], ["sold", "gave up"], ["cleared", "removed"],
  ]
  private static let what = [
    ["boats", "vessels"], ["houses", "homes", "dwellings"], ["people", "residents"], ["trees", "fallen trees"],
    ["cattle", "cows"], ["pumps", "water pumps"], ["bridges", "crossings"], ["children", "pupils"],
    ["injured people", "wounded people"], ["cars", "vehicles"], ["generators", "power generators"],
    ["roads", "streets"], ["tonnes of grain", "tons of grain"], ["beds", "hospital beds"], ["tents", "shelters"],
    ["sheep", "animals"], ["containers", "shipping containers"], ["wells", "drinking wells"], ["shops", "stores"],
    ["barges", "river barges"], ["blankets", "covers"], ["nets", "fishing nets"], ["windows", "panes"],
    ["masts", "pylons"],
  ]
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

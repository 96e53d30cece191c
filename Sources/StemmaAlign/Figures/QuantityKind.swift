import StemmaModel
import StemmaText

/// What sort of thing a figure counts or measures: amounts of unlike sorts are never one quantity.
enum QuantityKind: Hashable {
  case money
  case percent
  case length
  case people
  /// By the noun's stem.
  case things(String)

  init(_ figure: FigureMention) {
    let unit = figure.unit
    if unit == "percent" {
      self = .percent
    } else if unit.utf8.count == 3, unit == unit.uppercased() {
      self = .money
    } else if ["m", "km", "cm", "mm", "mile", "foot"].contains(unit) {
      self = .length
    } else if Self.isPeople(unit) {
      self = .people
    } else {
      self = .things(WordStem.of(Self.noun(of: unit)))
    }
  }

  /// The counted noun, lower case: the last word of a unit.
  static func noun(of unit: String) -> String {
    unit.lowercased().split(separator: " ").last.map(String.init) ?? unit
  }

  /// Says of people only that they are some, or what became of them.
  static func isAnybody(_ noun: String) -> Bool { anybody.contains(noun) }

  static func isFemale(_ noun: String) -> Bool { ["women", "girls", "daughters", "sisters", "wives"].contains(noun) }

  private static let anybody: Set<String> = [
    "people", "persons", "others", "victims", "casualties", "dead", "deaths", "lives", "wounded", "injured", "injuries",
    "fatalities", "individuals", "souls", "survivors", "members", "patients",
  ]

  private static func isPeople(_ unit: String) -> Bool {
    personNouns.contains(noun(of: unit))
  }

  private static let personNouns: Set<String> = Set(
    """
    people persons others men women children boys girls civilians residents refugees citizens inhabitants villagers
    migrants passengers students pupils workers employees officials officers soldiers troops fighters rebels militants
    insurgents police policemen demonstrators protesters victims casualties dead deaths lives wounded injured survivors
    patients prisoners detainees hostages tourists voters families individuals souls neighbours neighbors fatalities
    injuries guests players athletes supporters journalists doctors nurses firefighters rescuers personnel staff members
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

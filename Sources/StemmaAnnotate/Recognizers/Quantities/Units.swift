/// What is measured in: lengths, weights, temperatures and the like, by the word or sign after a number.
enum Units {
  /// SI symbols, else the name in the singular.
  static let measures: WordTable<String> = {
    var table = WordTable<String>()
    for (unit, words) in [
      ("m", "m metre metres meter meters"), ("km", "km kms kilometre kilometres kilometer kilometers"),
      ("cm", "cm centimetre centimetres centimeter centimeters"),
      ("dm", "dm decimetre decimetres decimeter decimeters"),
      ("mm", "mm millimetre millimetres millimeter millimeters"),
      ("µm", "µm μm micron microns micrometre micrometres micrometer micrometers"),
      ("nm", "nanometre nanometres nanometer nanometers"), ("pm", "picometer picometers picometre picometres"),
      ("mile", "mile miles mi"), ("foot", "foot feet ft"), ("inch", "inch inches"), ("yard", "yard yards yd yds"),
      ("nautical mile", "nm"), ("kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
      ("g", "g gram grams gramme grammes"), ("mg", "mg milligram milligrams milligramme milligrammes"),
      ("µg", "mcg µg μg microgram micrograms microgramme microgrammes"),
      ("t", "t tonne tonnes ton tons"), ("lb", "lb lbs"), ("ounce", "ounce ounces oz"),
      ("l", "l litre litres liter liters"), ("ml", "ml millilitre millilitres milliliter milliliters"),
      ("ha", "hectare hectares ha"), ("acre", "acre acres"), ("W", "watt watts"), ("kW", "kw kilowatt kilowatts"),
      ("MW", "mw megawatt megawatts"), ("GW", "gw gigawatt gigawatts"), ("TWh", "twh"), ("GWh", "gwh"),
      ("kWh", "kwh kilowatt-hours"), ("MWh", "mwh"), ("km/h", "kph kmh kmph"), ("mile/h", "mph"),
      ("kn", "kt kts knot knots"),
      ("gallon", "gallon gallons gal"), ("barrel", "barrel barrels bbl"), ("barrel/day", "bpd"), ("pint", "pint pints"),
      ("quart", "quart quarts"), ("cup", "cup cups"), ("teaspoon", "teaspoon teaspoons tsp"),
      ("tablespoon", "tablespoon tablespoons tbsp"), ("bushel", "bushel bushels"), ("stone", "stone"),
      ("hp", "hp horsepower bhp"), ("bit", "bit bits"), ("byte", "byte bytes"), ("KB", "kb kilobytes kilobyte"),
      ("MB", "mb megabytes megabyte"), ("GB", "gb gigabytes gigabyte"), ("TB", "tb terabytes terabyte"),
      ("Mbit/s", "mbps"), ("Gbit/s", "gbps"), ("Hz", "hz hertz"), ("kHz", "khz kilohertz"), ("MHz", "mhz megahertz"),
      ("GHz", "ghz gigahertz"), ("dB", "db decibel decibels"), ("V", "v volt volts"), ("kV", "kv kilovolt kilovolts"),
      ("A", "amp amps ampere amperes"), ("mAh", "mah"), ("Ω", "ohm ohms"), ("F", "farad farads"), ("J", "joule joules"),
      ("Pa", "pascal pascals"), ("kPa", "kpa kilopascals"), ("MPa", "mpa megapascals"),
      ("GPa", "gpa gigapascal gigapascals"),
      ("bar", "bar bars"), ("psi", "psi"), ("N", "newton newtons"), ("Nm", "newton-metres"),
      ("rad", "radian radians rad"),
      ("ppm", "ppm"), ("ppb", "ppb"), ("rpm", "rpm"), ("kcal", "kcal calorie calories"), ("carat", "carat carats"),
      ("megapixel", "megapixel megapixels mp"), ("Bq", "becquerel becquerels"),
      ("mSv", "millisieverts millisievert msv"),
      ("°", "degree degrees deg °"), ("°C", "celsius centigrade celcius °c ℃ degc"),
      ("°F", "fahrenheit farenheit °f ℉ degf"),
    ] {
      for word in words.split(separator: " ") { table.insert(WordKey(word), unit) }
    }
    return table
  }()

  /// Short forms that are words as well or letters of a name: a unit only right behind digits, or where nothing else goes on.
  static let doubtful: WordSet = [
    "m", "g", "t", "l", "v", "f", "mi", "a", "bar", "bars", "stone", "cup", "cups", "bit", "bits", "mp", "nm", "mb",
    "kt", "pm",
    "gal", "yard", "rad",
  ]

  static let lengths: Set<String> = ["m", "km", "cm", "mm", "mile", "foot", "inch", "yard", "nautical mile"]

  /// Of time, by the word after a number, in the plural.
  static let durations: WordTable<String> = [
    "second": "seconds", "seconds": "seconds", "sec": "seconds", "secs": "seconds", "minute": "minutes",
    "minutes": "minutes",
    "min": "minutes", "mins": "minutes", "hour": "hours", "hours": "hours", "hr": "hours", "hrs": "hours",
    "day": "days",
    "days": "days", "week": "weeks", "weeks": "weeks", "fortnight": "fortnights", "fortnights": "fortnights",
    "month": "months", "months": "months", "year": "years", "years": "years", "yr": "years", "yrs": "years",
    "decade": "decades", "decades": "decades", "century": "centuries", "centuries": "centuries", "night": "nights",
    "nights": "nights", "weekend": "weekends", "weekends": "weekends", "quarters": "quarters",
    "milliseconds": "milliseconds",
    "millisecond": "milliseconds", "ms": "milliseconds", "semesters": "semesters", "millennia": "millennia",
  ]

  static let letterCurrencies = Currencies.codes

  static func isCurrency(_ unit: String) -> Bool { Currencies.isCode(unit) }
}

extension Wording {
  /// "more than 4.2 million crowns", "30%", "12–15 people"
  package static func figure(value: Double, high: Double?, unit: String, comparator: String) -> String {
    let scale = [1e12, 1e9, 1e6].first { max(abs(value), abs(high ?? 0)) >= $0 }
    var text = quantity(value, scale: scale)
    if let high { text += "–" + quantity(high, scale: scale) }
    if let scale { text += scale == 1e12 ? " trillion" : scale == 1e9 ? " billion" : " million" }
    if unit == "percent" { text += "%" } else if !unit.isEmpty { text += " \(unit)" }
    return comparator == "equal" || comparator.isEmpty ? text : "\(comparatorWord(comparator)) \(text)"
  }

  private static func comparatorWord(_ comparator: String) -> String {
    comparator == "record" ? "a record" : spaced(comparator)
  }

  private static func quantity(_ value: Double, scale: Double?) -> String {
    let scaled = value / (scale ?? 1)
    if let whole = Int(exactly: scaled) { return number(whole) }
    let rounded = (scaled * 1000).rounded() / 1000
    guard rounded.isFinite, abs(rounded) < 1e15, rounded != 0 else { return "\(scaled)" }
    if let whole = Int(exactly: rounded) { return number(whole) }
    let parts = "\(rounded.magnitude)".split(separator: ".")
    let sign = rounded < 0 ? "−" : ""
    return "\(sign)\(number(Int(rounded.magnitude)))" + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}

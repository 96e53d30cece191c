package import StemmaModel

extension Wording {
  /// "1,204"
  package static func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (at, digit) in digits.enumerated() {
      if at > 0, (digits.count - at) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "−" : "") + text
  }

  /// "1 line", "2 lines", "no lines". The plural, where it is not plain, is given.
  package static func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    "\(value == 0 ? "no" : number(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  /// "2", "3–4", "undecided".
  package static func range(_ range: Dossier.Range?) -> String {
    guard let range else { return "undecided" }
    return range.least == range.most ? number(range.best) : "\(number(range.least))–\(number(range.most))"
  }

  /// "1 line", "3–4 lines", "lines undecided": unknown is never a number.
  package static func count(_ range: Dossier.Range?, _ noun: String) -> String {
    guard let range else { return "\(noun)s undecided" }
    if range.least == range.most { return count(range.best, noun) }
    return "\(Wording.range(range)) \(noun)s"
  }

  /// Adds the best reading where a range leaves it open: "3–5, most likely 4".
  package static func fullRange(_ range: Dossier.Range?) -> String {
    guard let range, range.least < range.most else { return Wording.range(range) }
    return "\(Wording.range(range)), most likely \(number(range.best))"
  }

  /// "a", "a and b", "a, b and c"; beyond the limit "a, b and 4 more".
  package static func list(_ items: [String], limit: Int = .max) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    if items.count > limit {
      return "\(items.prefix(limit).joined(separator: ", ")) and \(number(items.count - limit)) more"
    }
    return "\(items.dropLast().joined(separator: ", ")) and \(items[items.count - 1])"
  }

  /// "A, B and C", with a dash for runs: "A–F and H".
  package static func sigla(_ ids: [String], order: [String: Int]) -> String { list(runs(ids, order: order)) }

  /// Reports that follow on each other are drawn together: A, B, C, F → A–C, F.
  static func runs(_ ids: [String], order: [String: Int]) -> [String] {
    var runs: [(first: String, last: String, length: Int)] = []
    for id in ids {
      if let last = runs.last, let before = order[last.last], let here = order[id], here == before + 1 {
        runs[runs.count - 1] = (last.first, id, last.length + 1)
      } else {
        runs.append((id, id, 1))
      }
    }
    return runs.flatMap {
      $0.length > 2 ? ["\($0.first)–\($0.last)"] : $0.length == 2 ? [$0.first, $0.last] : [$0.first]
    }
  }
}

extension Dossier.Count {
  var range: Dossier.Range { .init(least: least, best: best, most: most) }
}

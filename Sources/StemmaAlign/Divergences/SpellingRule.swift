import Foundation
import StemmaModel

/// Another spelling of somebody's name: "Erika Lund", "Erica Lund". One divergence for each name.
struct SpellingRule: DivergenceRule {
  /// Letters of a name below which a letter more or less makes another name: "Ann", "Dan".
  static let fewestLetters = 4
  /// Names of a story that are compared.
  static let most = 400

  func divergences(in view: CollationView) -> [Divergence] {
    var places: [String: [Siglum: Place]] = [:]
    var names: [String] = []
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      var seen: Set<Int> = []
      for mention in report.names where seen.insert(mention.entity).inserted {
        let entity = report.entities[mention.entity]
        guard entity.kind == .person, (2...3).contains(entity.name.count { $0 == " " } + 1),
          view.isParagraph(Place(siglum, mention.span))
        else { continue }
        if places[entity.name] == nil { names.append(entity.name) }
        places[entity.name, default: [:]][siglum] = Place(siglum, mention.span)
      }
    }
    // Those that have all words but one in common, by each word left out.
    var byRest: [String: [Int]] = [:]
    for (number, name) in names.prefix(Self.most).enumerated() {
      let words = name.split(separator: " ").map(String.init)
      for left in words.indices {
        let rest = words.indices.map { $0 == left ? "*" : words[$0] }.joined(separator: " ")
        byRest[rest, default: []].append(number)
      }
    }
    var joined: Set<Int> = []
    return byRest.keys.sorted().compactMap { rest -> Divergence? in
      let all = byRest[rest]!.sorted { (-places[names[$0]]!.count, $0) < (-places[names[$1]]!.count, $1) }
      guard let usual = all.first, !joined.contains(usual) else { return nil }
      let others = all.dropFirst().filter { own in
        areSpellings(names[own], names[usual])
          && places[names[own]]!.keys.allSatisfy { places[names[usual]]![$0] == nil }
      }
      guard let own = others.first else { return nil }
      joined.formUnion(others + [usual])
      let (mine, theirs) = (places[names[own]]!, places[names[usual]]!)
      return Divergence(
        .wording, .low, claim: view.claim(at: mine[mine.keys.min()!]!), differ: mine.keys, from: theirs.keys,
        at: Array(mine.values) + Array(theirs.values),
        "\(view.list(mine.keys.sorted(), "spells", "spell")) the name \(names[own]); "
          + "\(view.list(theirs.keys.sorted(), "has", "have")) \(names[usual]).")
    }
  }

  /// The one word in which they differ begins alike and is one letter off, or two of a long one.
  private func areSpellings(_ a: String, _ b: String) -> Bool {
    let (x, y) = (a.lowercased().split(separator: " "), b.lowercased().split(separator: " "))
    guard x.count == y.count, let (left, right) = zip(x, y).first(where: { $0 != $1 }) else { return false }
    // Accents and apostrophes are a matter of the keyboard, an "s" at the end may be a plural.
    let (p, q) = (plain(left), plain(right))
    guard p != q, p + "s" != q, q + "s" != p, p.first == q.first, min(p.count, q.count) >= Self.fewestLetters else {
      return false
    }
    return distance(Array(p), Array(q)) <= (min(p.count, q.count) >= 7 ? 2 : 1)
  }

  private func plain(_ word: Substring) -> String {
    String(
      word.decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.properties.isAlphabetic).map(Character.init))
  }

  private func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var (corner, left) = (row[0], i + 1)
      row[0] = left
      for j in b.indices {
        let next = min(row[j + 1] + 1, left + 1, corner + (a[i] == b[j] ? 0 : 1))
        (corner, row[j + 1], left) = (row[j + 1], next, next)
      }
    }
    return row[b.count]
  }
}

import StemmaModel

/// The origins of a story, each with who rests on it.
struct OriginTable {
  /// What makes two sources one.
  struct Key: Hashable, Comparable {
    enum Kind: Int, Comparable {
      case speech, document
      static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    var kind: Kind
    /// Lower case; of a person the last name.
    var name: String

    static func < (a: Key, b: Key) -> Bool { (a.kind, a.name) < (b.kind, b.name) }
  }

  private let collation: Collation
  private let roots: [Stemma.Node]
  private(set) var origins: [Origin] = []
  private var known: [String: Int] = [:]
  /// For each speaker, the document through which the story has what they said, where all that name one agree.
  private var readouts: [String: String] = [:]

  private let lost: [Stemma.LostReport]

  init(collation: Collation, roots: [Stemma.Node], lost: [Stemma.LostReport]) {
    self.collation = collation
    self.roots = roots
    self.lost = lost
    readouts = Self.readouts(collation)
  }

  /// The person, body or document that a witness lays the claim to; nil where it names none.
  func namedSource(of witness: Claim.Witness) -> Key? {
    guard let index = witness.attribution else { return nil }
    let attribution = collation.story[witness.place.report].attributions[index]
    switch attribution.source.kind {
    case .person:
      let name = Self.surname(attribution.source.name)
      if let readout = readouts[name] { return Key(kind: .document, name: readout) }
      return Key(kind: .speech, name: name)
    case .organization: return Key(kind: .speech, name: Self.folded(attribution.source.name))
    case .document: return Key(kind: .document, name: Self.folded(attribution.source.name))
    case .unnamed, .agency, .reporter: return nil
    }
  }

  /// Named sources of one claim, with those joined that are one: a body and whoever speaks for it, two spellings.
  func joined(_ named: [Key: [Claim.Witness]]) -> [(key: Key, witnesses: [Claim.Witness])] {
    var groups: [(key: Key, witnesses: [Claim.Witness])] = []
    for key in named.keys.sorted() {
      let words = Set(key.name.split(separator: " "))
      let people = named[key]!.allSatisfy { isPerson($0) }
      if let same = groups.firstIndex(where: { group in
        let other = Set(group.key.name.split(separator: " "))
        // Of one claim: what a body says, its spokesman says. Two named persons are two.
        return !words.isDisjoint(with: other) || !(people && group.witnesses.allSatisfy { isPerson($0) })
      }) {
        groups[same].witnesses += named[key]!
      } else {
        groups.append((key, named[key]!))
      }
    }
    return groups
  }

  mutating func index(
    of key: Key, witnesses: [Claim.Witness], lines: [(family: Int, witnesses: [Claim.Witness])]
  ) -> Int {
    let label = key.kind == .document ? documentLabel(key, witnesses) : speechLabel(witnesses)
    let index = entry("\(key.kind) \(key.name)", label: label, kind: key.kind == .document ? .document : .speech)
    for line in lines {
      for witness in line.witnesses where witnesses.contains(witness) {
        add(witness, to: index, root: roots[line.family])
      }
    }
    for witness in witnesses {
      let report = collation.story[witness.place.report]
      if let place = witness.attribution.flatMap({ report.attributions[$0].source.mention }) {
        note(Place(witness.place.report, place), at: index)
      }
    }
    return index
  }

  mutating func indexOfUnnamed(_ line: (family: Int, witnesses: [Claim.Witness]), root: Stemma.Node) -> Int {
    // People without a name are the line's own: nobody can say that another line asked the same.
    let sources = line.witnesses.compactMap { witness -> Source? in
      witness.attribution.map { collation.story[witness.place.report].attributions[$0].source }
    }
    let unnamed = sources.first { $0.kind == .unnamed }
    let holder = name(of: root)
    let index =
      unnamed.map {
        entry("unnamed \(holder) \(Self.folded($0.name))", label: "\($0.name) (\(holder))", kind: .witness)
      }
      ?? entry("own \(holder)", label: "own reporting of \(holder)", kind: .ownReporting)
    for witness in line.witnesses { add(witness, to: index, root: root) }
    for witness in line.witnesses {
      let report = collation.story[witness.place.report]
      if let place = witness.attribution.flatMap({ report.attributions[$0].source.mention }) {
        note(Place(witness.place.report, place), at: index)
      }
    }
    return index
  }

  mutating func add(_ witness: Claim.Witness, to index: Int, root: Stemma.Node) {
    if !origins[index].reports.contains(witness.place.report) {
      origins[index].reports = (origins[index].reports + [witness.place.report]).sorted()
    }
    if !origins[index].lines.contains(root) { origins[index].lines = (origins[index].lines + [root]).sorted() }
  }

  private mutating func note(_ place: Place, at index: Int) {
    guard origins[index].evidence.count < 12, !origins[index].evidence.contains(place) else { return }
    origins[index].evidence = (origins[index].evidence + [place]).sorted()
  }

  private mutating func entry(_ key: String, label: String, kind: Origin.Kind) -> Int {
    if let index = known[key] { return index }
    known[key] = origins.count
    origins.append(Origin(label: label, kind: kind, reports: [], lines: [], evidence: []))
    return origins.count - 1
  }

  private func isPerson(_ witness: Claim.Witness) -> Bool {
    witness.attribution.map { collation.story[witness.place.report].attributions[$0].source.kind == .person } ?? false
  }

  private func speechLabel(_ witnesses: [Claim.Witness]) -> String {
    let names = witnesses.compactMap { witness in
      witness.attribution.map { collation.story[witness.place.report].attributions[$0].source.name }
    }
    // The fullest name the reports have.
    let name = names.max { ($0.split(separator: " ").count, $1) < ($1.split(separator: " ").count, $0) } ?? "somebody"
    return "remarks of \(name)"
  }

  private func documentLabel(_ key: Key, _ witnesses: [Claim.Witness]) -> String {
    for witness in witnesses {
      guard let index = witness.attribution else { continue }
      let attribution = collation.story[witness.place.report].attributions[index]
      if attribution.source.kind == .document { return attribution.source.name }
    }
    return key.name.prefix(1).uppercased() + key.name.dropFirst()
  }

  private func name(of root: Stemma.Node) -> String {
    switch root {
    case .report(let siglum): collation.story[siglum].report.outlet?.name ?? "report \(siglum)"
    case .lost(let index): "the \(lost[index].label)"
    }
  }

  /// Speakers whose words the story has through one readout or statement.
  private static func readouts(_ collation: Collation) -> [String: String] {
    var channels: [String: Set<String>] = [:]
    for report in collation.story.reports {
      for attribution in report.attributions where attribution.source.kind == .person {
        for channel in attribution.channel where folded(channel).contains("readout") {
          channels[surname(attribution.source.name), default: []].insert(readoutName(channel))
        }
      }
    }
    return channels.compactMapValues { $0.count == 1 ? $0.first : $0.min { ($1.utf8.count, $0) < ($0.utf8.count, $1) } }
  }

  private static func readoutName(_ channel: String) -> String {
    let small: Set<String> = ["a", "an", "the", "by", "of", "official", "news", "agency", "state", "readout", "from"]
    let proper = channel.split { !$0.isLetter && !$0.isNumber }.filter { !small.contains($0.lowercased()) }
    return (proper.joined(separator: " ") + " readout").trimmingPrefix(while: { $0 == " " }).description
  }

  static func surname(_ name: String) -> String {
    folded(name).split(separator: " ").last.map(String.init) ?? folded(name)
  }

  static func folded(_ name: String) -> String {
    let small: Set<String> = ["the", "a", "an"]
    return name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !small.contains(String($0)) }.joined(
      separator: " ")
  }
}

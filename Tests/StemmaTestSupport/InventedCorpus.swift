import Foundation

/// Records of a corpus as JSON Lines: invented events, some told in the same words by several outlets.
package enum InventedCorpus {
  package struct Record: Encodable {
    package var id: Int?
    package var title: String?
    package var text: String
    package var published: String?
    package var outlet: String?

    package init(id: Int? = nil, title: String? = nil, text: String, published: String? = nil, outlet: String? = nil) {
      (self.id, self.title, self.text, self.published, self.outlet) = (id, title, text, published, outlet)
    }
  }

  package static func line(_ record: Record) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  package static func lines(_ records: [Record]) throws -> String { try records.map(line).joined() }

  package static let ferry = """
    The ferry Aldis ran aground on the Brannock sandbank off Selva late on Friday with 214 people on board, the coast guard said.
    Two tugs from Port Harrow pulled at her through the night, but the falling tide left her listing by nine degrees.
    Captain Ines Tolvan told passengers over the loudspeakers that nobody was in danger and that breakfast would be served.
    The Selva Line said it would look into why the ship had left the marked channel near the Brannock light.
    """

  package static let ferryCut = """
    The ferry Aldis ran aground on the Brannock sandbank off Selva late on Friday with 214 people on board, the coast guard said.
    Two tugs from Port Harrow pulled at her through the night, but the falling tide left her listing by nine degrees.
    """

  package static let quarry = """
    A wall of the Kallberg slate quarry gave way on Tuesday morning and buried two excavators, the mining inspectorate said.
    Their drivers, Per Oskland and Mira Vinter, had left the cabins minutes before, after foreman Tor Hale heard the rock crack.
    The inspectorate closed the quarry until geologists have looked at the remaining terraces above Kallberg.
    """

  package static let museum = """
    The museum of clocks in Drevnik will hand back an astronomical clock that was taken from the Orlo family in 1941.
    Director Hana Beyl said the papers that a student found in the attic left no doubt about whose it had been.
    """

  /// Two copies of one dispatch in another order than by time, and two events beside it.
  package static let mixed: [Record] = [
    Record(
      id: 11, title: "Ferry stuck off Selva", text: ferryCut, published: "2024-03-02T09:00Z", outlet: "Harrow Evening"),
    Record(id: 12, title: "Quarry wall falls", text: quarry, published: "2024-03-05", outlet: "Kallberg Bote"),
    Record(
      id: 13, title: "Ferry Aldis aground with 214 aboard", text: ferry,
      published: "2024-03-01T23:10Z",
      outlet: "Tidewire"),
    Record(id: 14, title: "A clock goes home", text: museum, published: "2024-02-11T07:30Z", outlet: "Drevnik Post"),
  ]

  /// Reports of some events in drawn words, each event told several times with words left out and others put in.
  package static func drawn(_ count: Int, seed: UInt64) -> [Record] {
    var random = SeededRandom(seed)
    let syllables = [
      "ka", "lo", "mer", "tin", "os", "vra", "del", "gun", "her", "bas", "ilt", "rok", "sye", "pum",
    ]
    func word() -> String {
      (0..<Int.random(in: 2...4, using: &random)).map { _ in syllables.randomElement(using: &random)! }.joined()
    }
    var events: [[String]] = []
    return (0..<count).map { number in
      if events.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
        events.append(
          (0..<90).map { place in
            let word = word()
            return place % 9 == 0 ? word.capitalized : word
          })
      }
      var words = events[Int.random(in: max(0, events.count - 12)..<events.count, using: &random)]
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        words[Int.random(in: words.indices, using: &random)] = word()
      }
      return Record(
        id: number, title: words.prefix(6).joined(separator: " "), text: words.joined(separator: " ") + ".",
        published: "2024-03-1\(number % 3)", outlet: "Outlet \(number % 7)")
    }
  }
}

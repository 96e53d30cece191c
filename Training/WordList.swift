import StemmaSyntax
import StemmaText

/// What the model will know of single words: clusters, usual tags, and which words have but one tag.
struct WordList {
  static let clusterCount = 255
  static let coarseCount = 32
  var entries: [Model.Entry] = []
  var coarse = [UInt8](repeating: 0, count: 256)

  private struct Seen {
    var spelling: [UInt8]
    var tags = [Int](repeating: 0, count: PartOfSpeech.allCases.count)
    var capitalTags = [Int](repeating: 0, count: PartOfSpeech.allCases.count)
    var relations = [Int](repeating: 0, count: Relation.allCases.count)
    var total = 0
  }

  init(_ sentences: [TreeSentence], clusters: Clusters, knownFrom: Int = 2) {
    var seen: [UInt32: Seen] = [:]
    for sentence in sentences {
      for (at, (range, tag)) in zip(sentence.tokens, sentence.tags).enumerated() {
        let bytes = Self.straight(sentence.text[range])
        let key = WordReader.hash(bytes)
        let isCapital = bytes.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
        seen[key, default: Seen(spelling: bytes)].total += 1
        seen[key]!.relations[Int(sentence.relations[at])] += 1
        if isCapital {
          seen[key]!.capitalTags[Int(tag)] += 1
        } else {
          seen[key]!.tags[Int(tag)] += 1
        }
      }
    }
    coarse = clusters.coarse
    var table: [UInt32: Model.Entry] = [:]
    for (hash, cluster) in clusters.clusterOf {
      table[hash] = Model.Entry(hash: hash, cluster: cluster, tag: Model.none, traits: 0)
    }
    for (hash, word) in seen where word.total >= knownFrom {
      var entry =
        table[hash] ?? Model.Entry(hash: hash, cluster: clusters.cluster(of: word.spelling), tag: 0, traits: 0)
      let all = zip(word.tags, word.capitalTags).map(+)
      entry.tag = UInt8(all.indices.max { (all[$0], -$0) < (all[$1], -$1) }!)
      entry.traits |= Model.Entry.known
      if Self.isCertain(word.tags) { entry.traits |= Model.Entry.certain }
      if Self.isCertain(word.capitalTags), word.capitalTags[Int(entry.tag)] > 0 {
        entry.traits |= Model.Entry.certainCapital
      }
      if Self.isCertain(word.relations) {
        let relation = word.relations.indices.max { (word.relations[$0], -$0) < (word.relations[$1], -$1) }!
        if relation < 32 { entry.relation = UInt8(relation) }
      }
      if word.tags[Int(entry.tag)] == 0 { entry.traits &= ~Model.Entry.certain }
      table[hash] = entry
    }
    entries = table.values.sorted { $0.hash < $1.hash }
  }

  private static func isCertain(_ tags: [Int]) -> Bool {
    let total = tags.reduce(0, +)
    return total >= 12 && tags.max()! * 1000 >= total * 995
  }

  /// Curly apostrophes as straight ones.
  static func straight(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x99 || bytes[at + 2] == 0x98
      {
        out.append(0x27)
        at += 3
        // A mark by itself keeps its bytes, as WordReader has it.
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  /// The table with open addressing, 2^bits places.
  func slots(bits: UInt32) -> [Model.Entry] {
    var slots = [Model.Entry](repeating: Model.Entry(hash: 0, cluster: 0, tag: Model.none, traits: 0), count: 1 << bits)
    for entry in entries {
      var slot = Int((entry.hash &* 0x9E37_79B1) >> (32 - bits))
      while slots[slot].hash != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
    return slots
  }
}

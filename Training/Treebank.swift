import Foundation
import StemmaAnnotate
import StemmaSyntax

/// A sentence of a treebank in Stemma's own tokens.
struct TreeSentence {
  var id: String
  var text: [UInt8]
  var tokens: [Range<Int>]
  var tags: [UInt8]
  /// −1 at the root.
  var heads: [Int]
  var relations: [UInt8]
  /// Of sentences that the tree did not fit, words that were left out. Zero in a good treebank.
  var isProjective = true
}

/// Reads CoNLL-U and brings its trees over to Stemma's tokens.
enum Treebank {
  static func read(_ url: URL) throws -> [TreeSentence] {
    let data = try url.pathExtension == "gz" ? unpacked(url) : Data(contentsOf: url)
    var sentences: [TreeSentence] = []
    var id = ""
    var text = ""
    var rows: [[Substring]] = []
    let content = String(decoding: data, as: UTF8.self)
    func close() {
      if !rows.isEmpty, let sentence = convert(id, text, rows) { sentences.append(sentence) }
      rows = []
      text = ""
    }
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# sent_id = ") {
        id = String(line.dropFirst(12))
      } else if line.hasPrefix("# text = ") {
        text = String(line.dropFirst(9))
      } else if line.isEmpty {
        close()
      } else if !line.hasPrefix("#") {
        rows.append(line.split(separator: "\t", omittingEmptySubsequences: false))
      }
    }
    close()
    return sentences
  }

  private static func unpacked(_ url: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  /// One word of the treebank, with its place in the text.
  private struct Word {
    var range: Range<Int>
    var tag: UInt8
    var head: Int
    var relation: UInt8
    var depth = 0
  }

  private static func convert(_ id: String, _ text: String, _ rows: [[Substring]]) -> TreeSentence? {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var at = 0
    /// The last word number that a multiword token covers, and its place.
    var covered = 0
    var coveredRange = 0..<0
    func find(_ form: Substring, from: Int, to: Int) -> Range<Int>? {
      let form = Array(form.utf8)
      var start = from
      while start < to, bytes[start] == 0x20 || bytes[start] == 0xC2 && start + 1 < to && bytes[start + 1] == 0xA0 {
        start += bytes[start] == 0x20 ? 1 : 2
      }
      guard start + form.count <= to, bytes[start..<start + form.count].elementsEqual(form) else { return nil }
      return start..<start + form.count
    }
    for row in rows where row.count == 10 {
      if row[0].contains("-") {
        guard let range = find(row[1], from: at, to: bytes.count) else { return nil }
        covered = Int(row[0].split(separator: "-")[1])!
        coveredRange = range
        at = range.lowerBound
        continue
      }
      guard let number = Int(row[0]), let head = Int(row[6]) else { continue }
      var range: Range<Int>
      if number <= covered {
        range =
          find(row[1], from: max(at, coveredRange.lowerBound), to: coveredRange.upperBound)
          ?? min(at, coveredRange.upperBound - 1)..<coveredRange.upperBound
        at = number == covered ? coveredRange.upperBound : range.upperBound
      } else {
        guard let found = find(row[1], from: at, to: bytes.count) else { return nil }
        range = found
        at = range.upperBound
      }
      if range.isEmpty { range = max(0, range.lowerBound - 1)..<range.upperBound }
      let tag = tag(String(row[4]))
      words.append(Word(range: range, tag: tag, head: head - 1, relation: relation(row)))
    }
    guard !words.isEmpty else { return nil }
    for at in words.indices {
      var up = at
      while words[up].head >= 0, words[at].depth <= words.count {
        up = words[up].head
        words[at].depth += 1
      }
    }
    return regroup(id, bytes, words)
  }

  private static func tag(_ name: String) -> UInt8 {
    let tag: PartOfSpeech =
      switch name {
      case "LS": .cd
      case "AFX": .jj
      case "GW", "POS": .nn
      case "XX": .fw
      case "NFP", "HYPH": .sym
      default: PartOfSpeech(name) ?? .nn
      }
    return tag.rawValue
  }

  private static func relation(_ row: [Substring]) -> UInt8 {
    let name = String(row[7])
    let isTime = name.hasSuffix(":tmod") || row[9].contains("TemporalNPAdjunct=Yes")
    let relation: Relation =
      switch name {
      case "obl:unmarked", "obl:npmod", "obl:tmod", "nmod:unmarked", "nmod:npmod", "nmod:tmod":
        isTime ? .oblTime : .unmarked
      case "nmod:desc": .compound
      case "vocative": .discourse
      case "goeswith": .flat
      case "csubj:pass": .csubj
      case "list", "dislocated", "orphan", "reparandum", "dep": .parataxis
      default: Relation(name) ?? Relation(String(name.split(separator: ":")[0])) ?? .parataxis
      }
    return relation.rawValue
  }

  /// The tree over Stemma's tokens: each stands for the words that begin in it.
  private static func regroup(_ id: String, _ bytes: [UInt8], _ words: [Word]) -> TreeSentence? {
    let tokens = Annotator.tokenRanges(of: bytes)
    guard !tokens.isEmpty else { return nil }
    var tokenOf = [Int](repeating: -1, count: words.count)
    var members = [[Int]](repeating: [], count: tokens.count)
    var token = 0
    for (at, word) in words.enumerated() {
      while token + 1 < tokens.count, tokens[token].upperBound <= word.range.lowerBound { token += 1 }
      tokenOf[at] = token
      members[token].append(at)
    }
    // The word that stands for the token: the one nearest the root, so that no circle can arise.
    var heads = [Int](repeating: -1, count: tokens.count)
    var tags = [UInt8](repeating: 0, count: tokens.count)
    var relations = [UInt8](repeating: 0, count: tokens.count)
    var last = 0
    for at in tokens.indices {
      let leader = members[at].min { a, b in
        (words[a].depth, isMark(words[a].tag) ? 1 : 0, a) < (words[b].depth, isMark(words[b].tag) ? 1 : 0, b)
      }
      guard let leader else {
        // A piece of a word that the treebank does not cut.
        let isMark = tokens[at].count == 1 && !isLetterOrDigit(bytes[tokens[at].lowerBound])
        heads[at] = at == 0 ? -1 : last
        tags[at] = isMark ? PartOfSpeech.sym.rawValue : tags[last]
        relations[at] = (isMark ? Relation.punct : .flat).rawValue
        if at == 0 { return nil }
        continue
      }
      last = at
      tags[at] = words[leader].tag
      relations[at] = words[leader].relation
      heads[at] = words[leader].head < 0 ? -1 : tokenOf[words[leader].head]
    }
    guard heads.count(where: { $0 < 0 }) == 1 else { return nil }
    // Treebanks differ in the tags of marks, and of "to".
    var opens = true
    for (at, token) in tokens.enumerated() {
      let spelling = bytes[token].map { $0 | 0x20 }
      if spelling == Array("to".utf8) { tags[at] = PartOfSpeech.to.rawValue }
      if spelling == Array("whose".utf8) { tags[at] = PartOfSpeech.wpPossessive.rawValue }
      if tags[at] == PartOfSpeech.to.rawValue, spelling.count > 2 { tags[at] = PartOfSpeech.in.rawValue }
      if tags[at] >= PartOfSpeech.stop.rawValue || bytes[token].allSatisfy({ !isLetterOrDigit($0) })
        || token.count <= 3 && bytes[token.lowerBound] == 0xE2 || token.count == 2 && bytes[token.lowerBound] == 0xC2
      {
        if spelling.contains(where: { $0 < 0x80 && isLetterOrDigit($0) && $0 != 0x20 }) {
          if tags[at] >= PartOfSpeech.stop.rawValue { tags[at] = PartOfSpeech.nn.rawValue }
          continue
        }
        bytes.withUnsafeBufferPointer {
          tags[at] = PartOfSpeech.mark($0.baseAddress! + token.lowerBound, token.count, opens: opens).rawValue
        }
        let isQuote =
          bytes[token] == [0x22]
          || spelling.count == 3 && spelling[0] == 0xE2 && bytes[token.lowerBound + 1] == 0x80
            && (bytes[token.lowerBound + 2] == 0x9C || bytes[token.lowerBound + 2] == 0x9D)
        if isQuote { opens.toggle() }
      }
    }
    // Gone round in a circle?
    for at in heads.indices {
      var up = at
      var steps = 0
      while heads[up] >= 0, steps <= heads.count { (up, steps) = (heads[up], steps + 1) }
      if steps > heads.count { return nil }
    }
    var sentence = TreeSentence(id: id, text: bytes, tokens: tokens, tags: tags, heads: heads, relations: relations)
    sentence.isProjective = crossing(heads) == nil
    return sentence
  }

  private static func isMark(_ tag: UInt8) -> Bool { tag >= PartOfSpeech.stop.rawValue }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  /// The shortest arc with a token under it that does not depend on the arc's head.
  static func crossing(_ heads: [Int]) -> Int? {
    var best: (length: Int, at: Int)?
    for at in heads.indices where heads[at] >= 0 {
      let head = heads[at]
      for between in min(at, head) + 1..<max(at, head, min(at, head) + 1) {
        var up = between
        while up >= 0, up != head { up = heads[up] }
        if up != head {
          let length = abs(at - head)
          if best == nil || length < best!.length { best = (length, at) }
          break
        }
      }
    }
    return best?.at
  }

  /// Lifts arcs that cross others to the head's head until none do.
  static func projective(_ heads: [Int]) -> [Int] {
    var heads = heads
    while let at = crossing(heads) { heads[at] = heads[heads[at]] }
    return heads
  }
}

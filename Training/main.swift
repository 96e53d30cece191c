import Foundation
import StemmaSyntax

let arguments = CommandLine.arguments
var options: [String: String] = [:]
var index = 1
while index + 1 < arguments.count {
  options[arguments[index]] = arguments[index + 1]
  index += 2
}
@MainActor func folder(_ name: String) -> URL { URL(fileURLWithPath: options[name] ?? ".") }
@MainActor func number(_ name: String, _ usual: Int) -> Int { options[name].flatMap { Int($0) } ?? usual }
let started = Date()
@MainActor func log(_ line: String) {
  FileHandle.standardError.write(Data((String(format: "%5.0f s  ", Date().timeIntervalSince(started)) + line + "\n").utf8))
}

let ewt = folder("--ewt")
let train = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-train.rebuilt.conllu.gz"))
let dev = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-dev.conllu.gz"))
let test = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-test.conllu.gz"))
let pud = try Treebank.read(folder("--pud").appendingPathComponent("en_pud-ud-test.conllu"))
for (name, part) in [("train", train), ("dev", dev), ("test", test), ("pud", pud)] {
  log(
    "\(name): \(part.count) sentences, \(part.reduce(0) { $0 + $1.tokens.count }) tokens, \(part.count { !$0.isProjective }) not projective"
  )
}

var sizes = ModelBytes.Sizes()
sizes.tagBits = UInt32(number("--tag-bits", 15))
sizes.roleBits = UInt32(number("--role-bits", 14))
sizes.relationBits = UInt32(number("--relation-bits", 14))
sizes.actionBits = UInt32(number("--action-bits", 18))

/// The sentences the model learns from: with `--pud-folds k`, all of PUD but every tenth from `k` as well.
var learned = train
if let fold = options["--pud-without"].flatMap({ Int($0) }) {
  learned += pud.enumerated().filter { $0.offset % 10 != fold }.map(\.element)
}
let held = options["--pud-without"].flatMap { Int($0) }.map { fold in
  pud.enumerated().filter { $0.offset % 10 == fold }.map(\.element)
} ?? pud

let clusters = Clusters(vocabulary: Clusters.vocabulary())
log("clusters of \(clusters.clusterOf.count) words")
let words = WordList(learned, clusters: clusters)
log("\(words.entries.count) words, \(words.entries.count { $0.traits & 1 != 0 }) known, \(words.entries.count { $0.traits & 2 != 0 }) with one tag")

@MainActor func samples(_ sentences: [TreeSentence], _ words: WordList, _ counted: [TreeSentence]) -> [Sample] {
  let maker = SampleMaker(words: words, clusters: clusters, training: counted, sizes: sizes)
  return sentences.compactMap { maker.sample($0) }
}

let tagTrainer = TagTrainer(bits: sizes.tagBits, epochs: number("--tag-epochs", 8))
var all = samples(learned, words, learned)
let seeds = number("--seeds", 1)
@MainActor func sum(_ parts: [[Float]]) -> [Float] {
  var out = parts[0]
  for part in parts.dropFirst() { for at in out.indices { out[at] += part[at] } }
  return out
}
let tagWeights = sum((0..<seeds).map { tagTrainer.train(all, seed: 1 + UInt64($0), log: log).means() })
var bytes = ModelBytes(
  sizes: sizes, words: words, tags: quantized(tagWeights, top: ModelBytes.top8, loudest: 0.0001),
  roles: Array(repeating: 0, count: 32 << Int(sizes.roleBits)),
  relations: Array(repeating: 0, count: 32 << Int(sizes.relationBits)),
  actions: Array(repeating: 0, count: 4 << Int(sizes.actionBits)))
log("EWT dev: \(Scores(bytes.model(), dev).line)")
log("PUD: \(Scores(bytes.model(), held).line)")

// The parser learns from tags as it will see them: by taggers that never met the sentence.
let folds = number("--folds", 5)
for fold in 0..<folds {
  let others = learned.enumerated().filter { $0.offset % folds != fold }.map(\.element)
  let own = learned.enumerated().filter { $0.offset % folds == fold }.map(\.element)
  let foldWords = WordList(others, clusters: clusters)
  let foldWeights = TagTrainer(bits: sizes.tagBits, epochs: max(1, number("--tag-epochs", 8) / 2)).train(
    samples(others, foldWords, others), seed: 2)
  let model = ModelBytes(
    sizes: sizes, words: foldWords, tags: quantized(foldWeights.means(), top: ModelBytes.top8, loudest: 0.0001),
    roles: bytes.roles, relations: bytes.relations, actions: bytes.actions
  ).model()
  let maker = SampleMaker(words: foldWords, clusters: clusters, training: others, sizes: sizes)
  var at = fold
  var position = 0
  var wrong = 0
  var total = 0
  var kept = 0
  for sentence in learned {
    let sample = sentence.tokens.count <= Parser.longestPiece && !sentence.tokens.isEmpty
    if position == at {
      at += folds
      if sample {
        var nodes = maker.sample(sentence)!.nodes
        var stack: [UInt16] = [0]
        let count = sentence.tokens.count
        nodes.withUnsafeMutableBufferPointer { nodes in
          stack.withUnsafeMutableBufferPointer { Piece(model, nodes.baseAddress!, $0.baseAddress!).tag(count) }
        }
        all[kept].foundTags = (1...count).map { nodes[$0].tagIndex }
        total += count
        wrong += zip(all[kept].foundTags, sentence.tags).count { $0 != $1 }
      }
    }
    if sample { kept += 1 }
    position += 1
  }
  _ = own
  log("fold \(fold): tags right \(100 - 100 * Double(wrong) / Double(total))")
}

// Roles likewise: first by those who never met the sentence, then by all.
let roleTrainer = RoleTrainer(bits: sizes.roleBits, epochs: number("--role-epochs", 6))
for fold in 0..<folds {
  let others = all.indices.filter { $0 % folds != fold }.map { all[$0] }
  let weights = RoleTrainer(bits: sizes.roleBits, epochs: max(1, number("--role-epochs", 6) / 2)).train(others, seed: 5)
  var part = bytes
  part.roles = quantized(weights.means(), top: ModelBytes.top8, loudest: 0.0001)
  let model = part.model()
  var right = 0
  var total = 0
  for at in all.indices where at % folds == fold {
    all[at].foundRoles = roleTrainer.roles(all[at], model)
    for token in 1...all[at].count {
      guard let role = all[at].role(token) else { continue }
      total += 1
      if role == Int(all[at].foundRoles[token - 1]) { right += 1 }
    }
  }
  log("fold \(fold): roles right \(100 * Double(right) / Double(total))")
}
bytes.roles = quantized(
  sum((0..<seeds).map { roleTrainer.train(all, seed: 11 + UInt64($0), log: log).means() }), top: ModelBytes.top8,
  loudest: 0.0001)

let treeTrainer = TreeTrainer(
  actionBits: sizes.actionBits, relationBits: sizes.relationBits, epochs: number("--epochs", 10), exploration: 0.9)
var actionMeans: [Float] = []
var relationMeans: [Float] = []
for seed in 0..<seeds {
  let (a, r) = treeTrainer.train(all, seed: 3 + UInt64(seed), log: log) { epoch, actions, relations in
    guard seed == 0, epoch % number("--every", 2) == 0 else { return }
    bytes.actions = quantized(actions.means(), top: ModelBytes.top16, loudest: 0.00002)
    bytes.relations = quantized(relations.means(), top: ModelBytes.top8, loudest: 0.0001)
    let model = bytes.model()
    log("EWT dev: \(Scores(model, dev).line)")
    log("PUD: \(Scores(model, held).line)")
  }
  actionMeans = actionMeans.isEmpty ? a.means() : sum([actionMeans, a.means()])
  relationMeans = relationMeans.isEmpty ? r.means() : sum([relationMeans, r.means()])
}
bytes.actions = quantized(actionMeans, top: ModelBytes.top16, loudest: 0.00002)
bytes.relations = quantized(relationMeans, top: ModelBytes.top8, loudest: 0.0001)
let model = bytes.model()
for (name, part) in [("EWT dev", dev), ("EWT test", test), ("PUD", held)] {
  let scores = Scores(model, part)
  log("\(name): \(scores.line)")
  log("  \(scores.relations)")
  log("  \(scores.confusions.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(40).map { "\($0.key) \($0.value)" })")
}
if let out = options["--out"] {
  try bytes.data().write(to: URL(fileURLWithPath: out))
  log("\(bytes.data().count) bytes")
}
// Speed, of the last words.
var parser = Parser(model)
var syntax = Syntax()
var best = Double.infinity
for _ in 0..<number("--speed", 7) {
  let start = ContinuousClock.now
  var tokens = 0
  for sentence in pud {
    sentence.text.withUnsafeBufferPointer { parser.parse($0, sentence.tokens, into: &syntax) }
    tokens += syntax.count
  }
  let time = start.duration(to: .now)
  best = min(best, Double(time.components.attoseconds) / 1e9 / Double(tokens))
}
log("\(best) ns a token")

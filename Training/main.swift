import Foundation
import StemmaAnnotate
import StemmaSyntax

// stemma-train --ewt DIR --pud DIR [--out FILE]        learns a model and tells how good it is
// stemma-train --ewt DIR --pud DIR --model FILE        tells how good a model is, and how fast
// stemma-train --model FILE --parse SENTENCE           shows what a model makes of a sentence
// stemma-train --directions FILE                       features of pairs of versions and reports: see fit_directions.py
// Numbers of epochs, seeds, places and so on are options as well: see Options.

let started = Date()
let options = Options(CommandLine.arguments)
if let path = options.text("model"), let sentence = options.text("parse") {
  show(sentence, try ModelBytes.model(of: Data(contentsOf: URL(fileURLWithPath: path))))
  exit(0)
}
if let path = options.text("directions") {
  try DirectionSamples().run(path)
  exit(0)
}
let banks = try Treebanks(ewt: options.folder("ewt"), pud: options.folder("pud"), options)
banks.describe()
if let path = options.text("model") {
  let model = try ModelBytes.model(of: Data(contentsOf: URL(fileURLWithPath: path)))
  report(model, banks)
} else {
  let bytes = Trainer(options, banks).train()
  if let path = options.text("out") { try bytes.data().write(to: URL(fileURLWithPath: path)) }
  log("\(bytes.data().count) bytes")
  report(bytes.model(), banks)
}

func log(_ line: String) {
  FileHandle.standardError.write(Data("\(line)\n".utf8))
}

/// One line a token.
func show(_ sentence: String, _ model: Model) {
  let text = Array(sentence.utf8)
  let tokens = Annotator.tokenRanges(of: text)
  var parser = Parser(model)
  var syntax = Syntax()
  parser.parse(text, tokens, into: &syntax)
  for (at, token) in tokens.enumerated() {
    let word = String(decoding: text[token], as: UTF8.self)
    print(at, word, syntax.tags[at].name, syntax.heads[at], syntax.relations[at].name, separator: "\t")
  }
}

/// What the card of the model says.
func report(_ model: Model, _ banks: Treebanks) {
  for (name, part) in [("EWT dev", banks.dev), ("EWT test", banks.test), ("PUD held out", banks.held)] {
    let scores = Scores(model, part)
    log("\(name): \(scores.line)")
    log("  \(scores.relations)")
  }
  log("\(Scores.nanoseconds(model, banks.pud)) ns a token")
}

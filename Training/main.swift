import Foundation
import StemmaSyntax

// stemma-train --ewt DIR --pud DIR [--out FILE]        learns a model and tells how good it is
// stemma-train --ewt DIR --pud DIR --model FILE        tells how good a model is, and how fast
// Numbers of epochs, seeds, places and so on are options as well: see Options.

let started = Date()
let options = Options(CommandLine.arguments)
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

/// What the card of the model says.
func report(_ model: Model, _ banks: Treebanks) {
  for (name, part) in [("EWT dev", banks.dev), ("EWT test", banks.test), ("PUD held out", banks.held)] {
    let scores = Scores(model, part)
    log("\(name): \(scores.line)")
    log("  \(scores.relations)")
  }
  log("\(Scores.nanoseconds(model, banks.pud)) ns a token")
}

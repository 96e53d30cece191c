import Foundation

/// The sentences to learn from and to be measured on.
struct Treebanks {
  let dev: [TreeSentence]
  let test: [TreeSentence]
  let pud: [TreeSentence]
  /// Of PUD, what is not learned from.
  private(set) var held: [TreeSentence] = []
  private(set) var learned: [TreeSentence]

  /// - `--pud-folds` n, `--pud-without` k: of PUD, all but every n-th from the k-th on are learned from; −1 learns none.
  /// - `--pud-times`: how often, for PUD is news and EWT is not.
  /// - `--invented`: how many sentences of our own.
  init(ewt: URL, pud: URL, _ options: Options) throws {
    learned = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-train.rebuilt.conllu.gz"))
    dev = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-dev.conllu.gz"))
    test = try Treebank.read(ewt.appendingPathComponent("en_ewt-ud-test.conllu.gz"))
    self.pud = try Treebank.read(pud.appendingPathComponent("en_pud-ud-test.conllu"))
    let folds = options.number("pud-folds", 10)
    let without = options.number("pud-without", 0)
    if without >= 0 {
      for _ in 0..<options.number("pud-times", 2) {
        learned += self.pud.enumerated().filter { $0.offset % folds != without }.map(\.element)
      }
    }
    held = without < 0 ? self.pud : self.pud.enumerated().filter { $0.offset % folds == without }.map(\.element)
    var invented = Invented(seed: 21)
    for _ in 0..<options.number("invented", 200) { learned.append(invented.next()) }
  }

  func describe() {
    for (name, part) in [("learned", learned), ("EWT dev", dev), ("EWT test", test), ("PUD held out", held)] {
      log(
        "\(name): \(part.count) sentences, \(part.reduce(0) { $0 + $1.tokens.count }) tokens, \(part.count { !$0.isProjective }) not projective"
      )
    }
  }
}

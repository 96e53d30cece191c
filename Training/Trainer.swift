import StemmaSyntax

/// Learns a whole model: words, tags, roles, and then the tree over tags and roles found by others than had learned them.
struct Trainer {
  private let options: Options
  private let learned: [TreeSentence]
  private let dev: [TreeSentence]
  private let held: [TreeSentence]
  private let sizes: ModelBytes.Sizes
  private let clusters: Clusters
  private let folds: Int
  private let seeds: UInt64
  /// Logarithms of the numbers of rows at first, with room for all features.
  private let roomBits = 19
  private let actionRoomBits = 22

  init(_ options: Options, _ banks: Treebanks) {
    self.options = options
    (learned, dev, held) = (banks.learned, banks.dev, banks.held)
    var sizes = ModelBytes.Sizes()
    sizes.tags = UInt32(options.number("tag-bits", Int(sizes.tags)))
    sizes.roles = UInt32(options.number("role-bits", Int(sizes.roles)))
    sizes.relations = UInt32(options.number("relation-bits", Int(sizes.relations)))
    sizes.actions = UInt32(options.number("action-bits", Int(sizes.actions)))
    self.sizes = sizes
    folds = options.number("folds", 4)
    seeds = UInt64(options.number("seeds", 2))
    clusters = Clusters(vocabulary: Clusters.vocabulary())
  }

  func train() -> ModelBytes {
    let words = WordList(learned, clusters: clusters)
    log(
      "\(words.entries.count) words: \(words.entries.count { $0.traits & Model.Entry.known != 0 }) known, \(words.entries.count { $0.traits & Model.Entry.certain != 0 }) with one tag, \(words.entries.count { $0.relation != Model.none }) with one relation"
    )
    var bytes = ModelBytes(words)
    let tagTrainer = TagTrainer(epochs: options.number("tag-epochs", 7))
    var all = samples(learned, words, learned)
    bytes.sizes.tags = sizes.tags
    bytes.tags = learn(sizes.tags) { tagTrainer.train($0, all, seed: 1 + $1, log: log) }
    for fold in 0..<folds { findTags(fold, &all) }
    for fold in 0..<folds { findRoles(fold, &all, bytes) }
    let roleTrainer = RoleTrainer(epochs: options.number("role-epochs", 6))
    bytes.sizes.roles = sizes.roles
    bytes.roles = learn(sizes.roles) { roleTrainer.train($0, all, seed: 11 + $1, log: log) }
    learnTrees(all, &bytes)
    return bytes
  }

  private func samples(_ sentences: [TreeSentence], _ words: WordList, _ counted: [TreeSentence]) -> [Sample] {
    let maker = SampleMaker(words: words, clusters: clusters, training: counted)
    return sentences.compactMap { maker.sample($0) }
  }

  /// Learns a choice of 32 twice: first with room for every feature, then with those alone that the model has room for.
  ///
  /// The second time is done from several seeds, and the means are added: the features are the same.
  private func learn(_ bits: UInt32, _ train: (Weights, UInt64) -> Weights) -> Packing.Choice {
    let kept = Packing.kept(train(Weights(lanes: 32, rows: 1 << roomBits), 100), bits: bits)
    var means: [Float] = []
    var features: [UInt32] = []
    for seed in 0..<seeds {
      let weights = train(Weights(lanes: 32, rows: 1 << Int(bits), keeping: kept), seed)
      means = means.isEmpty ? weights.means() : zip(means, weights.means()).map(+)
      features = weights.features
    }
    return Packing.choice(means, features, bits: bits)
  }

  /// Gives the samples of a fold tags by a tagger that learned, words and all, from the others.
  private func findTags(_ fold: Int, _ all: inout [Sample]) {
    let others = learned.enumerated().filter { $0.offset % folds != fold }.map(\.element)
    let words = WordList(others, clusters: clusters)
    let foldSamples = samples(others, words, others)
    let trainer = TagTrainer(epochs: options.number("fold-epochs", 4))
    var part = ModelBytes(words)
    part.sizes.tags = sizes.tags
    let kept = Packing.kept(
      trainer.train(Weights(lanes: 32, rows: 1 << roomBits), foldSamples, seed: 2), bits: sizes.tags)
    let weights = trainer.train(
      Weights(lanes: 32, rows: 1 << Int(sizes.tags), keeping: kept), foldSamples, seed: 3)
    part.tags = Packing.choice(weights.means(), weights.features, bits: sizes.tags)
    let model = part.model()
    let maker = SampleMaker(words: words, clusters: clusters, training: others)
    var right = 0
    var total = 0
    var at = 0
    for (position, sentence) in learned.enumerated() {
      guard let sample = maker.sample(sentence) else { continue }
      if position % folds == fold {
        all[at].foundTags = trainer.tags(sample, model)
        total += sample.count
        right += zip(all[at].foundTags, sample.tags).count { $0 == $1 }
      }
      at += 1
    }
    log("fold \(fold): \(right) of \(total) tags right")
  }

  /// Gives the samples of a fold roles by one that learned from the others.
  private func findRoles(_ fold: Int, _ all: inout [Sample], _ bytes: ModelBytes) {
    let others = all.indices.filter { $0 % folds != fold }.map { all[$0] }
    let trainer = RoleTrainer(epochs: options.number("fold-epochs", 4))
    var part = bytes
    part.sizes.roles = sizes.roles
    let kept = Packing.kept(
      trainer.train(Weights(lanes: 32, rows: 1 << roomBits), others, seed: 5), bits: sizes.roles)
    let weights = trainer.train(Weights(lanes: 32, rows: 1 << Int(sizes.roles), keeping: kept), others, seed: 6)
    part.roles = Packing.choice(weights.means(), weights.features, bits: sizes.roles)
    let model = part.model()
    var right = 0
    var total = 0
    for at in all.indices where at % folds == fold {
      all[at].foundRoles = trainer.roles(all[at], model)
      for token in 1...all[at].count {
        guard let role = all[at].role(token) else { continue }
        total += 1
        if role == Int(all[at].foundRoles[token - 1]) { right += 1 }
      }
    }
    log("fold \(fold): \(right) of \(total) roles right")
  }

  private func learnTrees(_ all: [Sample], _ bytes: inout ModelBytes) {
    bytes.sizes = sizes
    let roomyActions = Weights(lanes: 4, rows: 1 << actionRoomBits)
    let roomyRelations = Weights(lanes: 32, rows: 1 << roomBits)
    TreeTrainer(epochs: options.number("room-epochs", 5)).train(roomyActions, roomyRelations, all, seed: 3, log: log)
    let keptActions = Packing.kept(roomyActions, bits: sizes.actions)
    let keptRelations = Packing.kept(roomyRelations, bits: sizes.relations)
    log(
      "of \(roomyActions.features.count { $0 != 0 }) features for actions \(keptActions.count) are kept, of \(roomyRelations.features.count { $0 != 0 }) for relations \(keptRelations.count)"
    )
    var actionMeans: [Float] = []
    var relationMeans: [Float] = []
    for seed in 0..<seeds {
      let actions = Weights(lanes: 4, rows: 1 << Int(sizes.actions), keeping: keptActions)
      let relations = Weights(lanes: 32, rows: 1 << Int(sizes.relations), keeping: keptRelations)
      TreeTrainer(epochs: options.number("epochs", 9)).train(actions, relations, all, seed: 4 + seed, log: log)
      actionMeans = actionMeans.isEmpty ? actions.means() : zip(actionMeans, actions.means()).map(+)
      relationMeans = relationMeans.isEmpty ? relations.means() : zip(relationMeans, relations.means()).map(+)
      bytes.actions = Packing.actions(actionMeans, actions.features, bits: sizes.actions)
      bytes.relations = Packing.choice(relationMeans, relations.features, bits: sizes.relations)
      let model = bytes.model()
      log("\(seed + 1) seeds, EWT dev: \(Scores(model, dev).line)")
      log("\(seed + 1) seeds, PUD held out: \(Scores(model, held).line)")
    }
  }
}

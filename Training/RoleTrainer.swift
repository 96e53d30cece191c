import StemmaSyntax

/// Learns to guess the relation of each token before there is a tree: an averaged perceptron.
struct RoleTrainer {
  let epochs: Int

  func train(_ weights: Weights, _ samples: [Sample], seed: UInt64, log: (String) -> Void = { _ in }) -> Weights {
    var random = SplitMix(seed)
    var order = Array(samples.indices)
    var rows = [UInt32](repeating: 0, count: RoleFeatures.count)
    var sums = [Int32](repeating: 0, count: 32)
    for epoch in 1...epochs {
      order.shuffle(using: &random)
      var wrong = 0
      var chosen = 0
      for at in order {
        let sample = samples[at]
        var nodes = sample.nodes(dropping: &random)
        nodes.withUnsafeMutableBufferPointer { nodes in
          rows.withUnsafeMutableBufferPointer { rows in
            let piece = Piece(nil, nodes.baseAddress!, UnsafeMutablePointer(bitPattern: 64)!)
            for token in 1...sample.count { piece.setTag(token, sample.foundTags[token - 1]) }
            piece.forEachRole(sample.count, rows.baseAddress!) { token in
              let features = UnsafeBufferPointer(rows)
              return sums.withUnsafeMutableBufferPointer { sums in
                guard let gold = sample.role(token) else {
                  weights.sum(features, into: sums.baseAddress!)
                  return UInt8((0..<32).max { (sums[$0], -$0) < (sums[$1], -$1) }!)
                }
                let best = weights.learn(features, right: gold, sums.baseAddress!)
                chosen += 1
                if best != gold { wrong += 1 }
                return UInt8(best)
              }
            }
          }
        }
      }
      weights.settle()
      log("roles epoch \(epoch): \(wrong) of \(chosen) choices wrong in training")
    }
    return weights
  }

  /// The roles that a model gives a sample.
  func roles(_ sample: Sample, _ model: Model) -> [UInt8] {
    var nodes = sample.nodes
    nodes.withUnsafeMutableBufferPointer { nodes in
      let piece = Piece(model, nodes.baseAddress!, UnsafeMutablePointer(bitPattern: 64)!)
      for token in 1...sample.count { piece.setTag(token, sample.foundTags[token - 1]) }
      piece.assignRoles(sample.count)
    }
    return nodes[1...].map(\.roleIndex)
  }
}

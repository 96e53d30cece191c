import StemmaSyntax

/// Learns the weights of the tagger: an averaged perceptron over its own earlier choices.
///
/// - Source: Collins 2002.
struct TagTrainer {
  let epochs: Int

  func train(_ weights: Weights, _ samples: [Sample], seed: UInt64, log: (String) -> Void = { _ in }) -> Weights {
    var random = SplitMix(seed)
    var order = Array(samples.indices)
    var rows = [UInt32](repeating: 0, count: TagFeatures.count)
    var sums = [Int32](repeating: 0, count: 32)
    for epoch in 1...epochs {
      order.shuffle(using: &random)
      var wrong = 0
      var chosen = 0
      for at in order {
        let sample = samples[at]
        var nodes = sample.nodes(dropping: &random)
        nodes.withUnsafeMutableBufferPointer { nodes in
          let piece = Piece(nil, nodes.baseAddress!, UnsafeMutablePointer(bitPattern: 64)!)
          for token in 1...sample.count {
            let certain = nodes[token].certainTag
            if certain != Model.none {
              piece.setTag(token, certain)
              continue
            }
            TagFeatures.write(nodes.baseAddress!, token, sample.count, to: &rows)
            let gold = Int(sample.tags[token - 1])
            guard gold < 32 else {
              piece.setTag(token, UInt8(gold))
              continue
            }
            rows.withUnsafeBufferPointer { rows in
              let best = sums.withUnsafeMutableBufferPointer {
                weights.learn(rows, right: gold, $0.baseAddress!)
              }
              if best != gold { wrong += 1 }
              chosen += 1
              piece.setTag(token, UInt8(best))
            }
          }
        }
      }
      weights.settle()
      log("tags epoch \(epoch): \(wrong) of \(chosen) choices wrong in training")
    }
    return weights
  }

  /// The tags that a model gives a sample.
  func tags(_ sample: Sample, _ model: Model) -> [UInt8] {
    var nodes = sample.nodes
    nodes.withUnsafeMutableBufferPointer { nodes in
      Piece(model, nodes.baseAddress!, UnsafeMutablePointer(bitPattern: 64)!).tag(sample.count)
    }
    return nodes[1...].map(\.tagIndex)
  }
}

extension DirectionWeights {
  /// Fitted by logistic regression, each pair both ways round and without a constant: `Training/fit_directions.py`, and how in
  /// `Training/README.md`. Versions: neighbours in 215 chains of an encyclopedia's articles and in 34 families of policies, a random half of
  /// which was hidden, L2 penalty 20; news: 300 simulated stories, L2 penalty 10 for direction and 1 for directness. Of news, signs of size
  /// were left out: real newsrooms cut as often as they add. Held-out figures stand in `Evaluation/README.md`.
  static let fitted = DirectionWeights(
    versions: table([
      (.length, -0.156), (.isLonger, 0.11), (.words, 0.56), (.runs, 0.389), (.runsInside, 0.147),
      (.wholeSentences, 0.236), (.longerWording, 0.264), (.latestYear, 0.508), (.latestDay, 0.091),
      (.years, 0.118), (.greaterNumber, 0.047), (.future, -0.136), (.pastForPresent, 0.088), (.casual, -0.128),
      (.fleeting, -0.268), (.vague, -0.125), (.doubt, -0.079), (.cues, -0.017), (.usualSpelling, 0.318),
      (.leansOnMissing, 0.033), (.numbers, 0.031), (.brackets, 0.209), (.quotationMarks, 0.13),
      (.exclamations, -0.226), (.sentenceLength, -0.028), (.passageLength, -0.046), (.richness, -0.014),
      (.cueRate, 0.007), (.numberRate, -0.125), (.quotationRate, -0.159), (.doubtRate, -0.005),
    ]),
    news: table([
      (.greaterNumber, 0.264), (.usualSpelling, -0.009), (.leansOnMissing, 0.104), (.cueRate, -1.232),
      (.numberRate, -0.177), (.quotationRate, -1.022), (.doubtRate, -0.709),
    ]),
    steps: [.attribution: 0.824, .comparator: 0.694, .dangling: 0.289, .figure: 0.668, .quoteAltered: 0.225],
    near: [0.79, -0.096, -0.21, -0.325, -5.63, -5.096, -0.254],
    direct: [
      -2.135, -1.026, -0.184, 2.33, 0.043, 0.259, 0.436, -0.58, -0.393,
      0.284, -0.598, -0.121, 0.201, -0.506, -0.308, -0.647, 0.001,
    ],
    adjacency: [3.6, 1.25])

  private static func table(_ weights: [(sign: DirectionSign, nats: Double)]) -> [Double] {
    var nats = [Double](repeating: 0, count: DirectionSign.allCases.count)
    for weight in weights { nats[weight.sign.rawValue] = weight.nats }
    return nats
  }
}

extension DirectionWeights {
  static let fitted = DirectionWeights(
    signs: [Double](repeating: 0.1, count: DirectionSign.allCases.count), near: [0, -1, -0.5, -0.5, -2, -2, 0])
}

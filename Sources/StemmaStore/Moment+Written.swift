package import StemmaModel

extension Moment {
  /// A moment as its description writes it: 2023, 2023-05, 2023-05-24, 2023-05-24T10:20Z, 2023-05-24T10:20:30Z.
  package init?(written text: String) {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard let year = numbers.first else { return nil }
    switch numbers.count {
    case 1: self.init(year: year)
    case 2: self.init(year: year, month: numbers[1])
    case 3: self.init(year: year, month: numbers[1], day: numbers[2])
    case 5, 6:
      self.init(
        year: year, month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
        second: numbers.count == 6 ? numbers[5] : nil)
    default: return nil
    }
  }
}

import Foundation

/// How far a long run has come, on standard error: on a terminal in place, else a line now and then.
struct Progress {
  private let isShown: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isOnLine = false

  init(shown: Bool) {
    isShown = shown
  }

  /// Nothing within the first second, which most runs do not last.
  mutating func tell(_ text: (Duration) -> String) {
    let now = ContinuousClock.now
    guard isShown, now - start >= .seconds(1), now - (last ?? start) >= (isTerminal ? .milliseconds(200) : .seconds(10))
    else { return }
    last = now
    if isTerminal {
      write("\r\u{1B}[K" + text(now - start))
      isOnLine = true
    } else {
      Console.error("stemma: " + text(now - start))
    }
  }

  /// "1200 reports, 4 MiB, 300 a second": how many of what, how much of what, how fast.
  static func status(_ count: Int, _ noun: String, _ bytes: Int, _ measure: String, _ time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let nouns = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(count) \(nouns), \(bytes >> 20) \(measure), \(Int(Double(count) / seconds)) a second"
  }

  /// ", 40 %, 2 min 5 s to go", by how much of the whole is done; nothing where the whole is not known.
  static func remainder(_ done: Int, of whole: Int?, _ time: Duration) -> String {
    guard let whole, whole > 0, done > 0, done < whole else { return "" }
    let share = Double(done) / Double(whole)
    let left = Int(Double(time.components.seconds) * (1 - share) / share)
    let clock =
      left < 60
      ? "\(left) s" : left < 3600 ? "\(left / 60) min \(left % 60) s" : "\(left / 3600) h \(left / 60 % 60) min"
    return ", \(Int(100 * share)) %, \(clock) to go"
  }

  /// Before anything else is said, and at the end.
  mutating func clear() {
    if isOnLine { write("\r\u{1B}[K") }
    isOnLine = false
  }

  private func write(_ text: String) {
    _ = Console.write(Data(text.utf8), to: STDERR_FILENO)
  }
}

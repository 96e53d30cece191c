import Foundation
import StemmaFetch

/// Questions to hosts that are under way at once, and the answers in the order in which they come.
///
/// One thread asks and takes; the waiting is done elsewhere.
final class WatchQuestions {
  struct Answered: Sendable {
    var address: String
    var result: Result<StemmaFetch.Fetcher.Poll, FetchError>
  }

  /// A robots.txt is asked for again after so long.
  private static let fetcherSeconds: Int64 = 3600

  private let web: Web
  private let box = AnswerBox()
  private var fetcher: StemmaFetch.Fetcher
  private var fetcherMade: Int64
  private var underWay: [String: Task<Void, Never>] = [:]

  init(_ web: Web, at now: Int64) {
    self.web = web
    fetcher = web.fetcher()
    fetcherMade = now
  }

  var isEmpty: Bool { underWay.isEmpty }

  /// - Parameters:
  ///   - tag, modified: what the last answer sent along.
  ///   - now: seconds since 1970.
  func ask(_ address: String, tag: String?, modified: String?, at now: Int64) {
    if now - fetcherMade > Self.fetcherSeconds { (fetcher, fetcherMade) = (web.fetcher(), now) }
    underWay[address] = fetcher.poll(address, tag: tag, modified: modified) { [box] result in
      box.put(Answered(address: address, result: result))
    }
  }

  /// Waits for an answer; nil if none comes for so many seconds.
  func next(within seconds: TimeInterval) -> Answered? {
    let answered = box.take(within: seconds)
    if let answered { underWay[answered.address] = nil }
    return answered
  }

  /// Nobody waits any longer for what is under way.
  func giveUp() {
    for question in underWay.values { question.cancel() }
    underWay = [:]
  }
}

/// Answers on their way from the tasks that wait for them to the thread that takes them.
private final class AnswerBox: @unchecked Sendable {
  private let condition = NSCondition()
  // Guarded by `condition`.
  private var answers: [WatchQuestions.Answered] = []

  func put(_ answer: WatchQuestions.Answered) {
    condition.withLock {
      answers.append(answer)
      condition.signal()
    }
  }

  func take(within seconds: TimeInterval) -> WatchQuestions.Answered? {
    condition.withLock {
      let end = Date(timeIntervalSinceNow: seconds)
      while answers.isEmpty { if !condition.wait(until: end) { return nil } }
      return answers.removeFirst()
    }
  }
}

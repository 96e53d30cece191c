import StemmaFetch
import StemmaStore

extension DeskWatch {
  static func failed(_ code: FetchError.Code, _ sentence: String) -> WatchPlan.Answer {
    if case .status(let status, let wish) = code {
      return .failed(status: status, retryAfter: wish, trouble: sentence)
    }
    return .failed(status: nil, retryAfter: nil, trouble: sentence)
  }
}

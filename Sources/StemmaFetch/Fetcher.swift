import Dispatch
package import StemmaModel

/// Fetches pages over http and https: politely, within limits, and not from the network it stands in.
///
/// A host gets one request at a time, with a pause after each; its robots.txt is heeded. Redirects are followed by
/// hand, since each of them may lead inside. Proxies of the environment are not used.
package final class Fetcher: Sendable {
  package struct Options: Sendable {
    /// The product token that a robots.txt may name.
    package static let agent = "stemma"

    package var userAgent = "stemma/0.1"
    /// Also hosts that are not on the public internet: this machine, a local network.
    package var allowsPrivate = false
    /// Seconds between two requests to a host; a site may ask for more in its robots.txt, up to `longestPause`.
    package var pause = 1.0
    package var longestPause = 30.0
    /// Seconds for a page, redirects and robots.txt included, and for a connection.
    package var timeout = 60.0
    package var connectTimeout = 10.0
    /// A page is cut here.
    package var byteLimit = 64 << 20
    package var redirectLimit = 10
    /// A folder for what was fetched before; nil to fetch anew each time.
    package var cache: String?

    package init() {}
  }

  private let session: FetchSession
  private let executor = FetchExecutor()

  package init(_ options: Options = Options()) {
    session = FetchSession(options)
  }

  /// Fetches one address, waiting for it.
  package func fetch(_ address: String) -> Result<Download, FetchError> {
    let answer = Answer()
    let session = session
    Task(executorPreference: executor) {
      do throws(FetchError) {
        answer.result = .success(try await session.fetch(address))
      } catch {
        answer.result = .failure(error)
      }
      answer.isReady.signal()
    }
    answer.isReady.wait()
    return answer.result!
  }

  /// Written before the signal and read behind it.
  private final class Answer: @unchecked Sendable {
    let isReady = DispatchSemaphore(value: 0)
    var result: Result<Download, FetchError>?
  }

  deinit {
    let session = session
    Task(executorPreference: executor) { await session.close() }
  }
}

/// Runs the work of fetching on a thread of its own: whoever waits for it may hold one that tasks would need.
private final class FetchExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "stemma.fetch")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}

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
    let answer = Answer<Download>()
    start({ session throws(FetchError) in try await session.fetch(address) }) { result in
      answer.result = result
      answer.isReady.signal()
    }
    answer.isReady.wait()
    return answer.result!
  }

  /// What an address has that was asked before.
  package struct Poll: Sendable {
    /// Nil if it has not changed.
    package var download: Download?
    /// For the next time, as the server wrote them: `ETag` and `Last-Modified`.
    package var tag: String?
    package var modified: String?
    /// Where it has moved for good.
    package var moved: String?
  }

  /// Asks for an address again: only what has changed is sent. The cache is not asked.
  ///
  /// Several addresses may be asked for at once; a host still gets one request at a time.
  ///
  /// - Parameter receive: called once, on a thread of the fetcher's.
  /// - Returns: what gives the question up when it is cancelled; `receive` is called then as well.
  @discardableResult
  package func poll(
    _ address: String, tag: String?, modified: String?,
    then receive: @escaping @Sendable (Result<Poll, FetchError>) -> Void
  ) -> Task<Void, Never> {
    start(
      { session throws(FetchError) in
        try await session.poll(
          address, since: FetchCache.Entry(address: address, tag: tag, modified: modified, sha256: ""))
      }, then: receive)
  }

  /// The fetcher, and with it the session's connections, lasts until the work is done.
  @discardableResult
  private func start<Value: Sendable>(
    _ work: @escaping @Sendable (FetchSession) async throws(FetchError) -> Value,
    then receive: @escaping @Sendable (Result<Value, FetchError>) -> Void
  ) -> Task<Void, Never> {
    Task(executorPreference: executor) { [self] in
      do throws(FetchError) {
        receive(.success(try await work(session)))
      } catch {
        receive(.failure(error))
      }
    }
  }

  /// Written before the signal and read behind it.
  private final class Answer<Value: Sendable>: @unchecked Sendable {
    let isReady = DispatchSemaphore(value: 0)
    var result: Result<Value, FetchError>?
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

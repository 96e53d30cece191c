import StemmaFetch
import StemmaModel
import StemmaRead

/// How addresses among the inputs are fetched.
public struct Web: Sendable {
  /// Also from hosts that are not on the public internet: this machine, a local network.
  public var allowsPrivate = false
  /// Seconds between two requests to a host; a site may ask for more.
  public var pause = 1.0
  /// Seconds for a page, redirects included.
  public var timeout = 60.0
  /// A folder for what was fetched before: a page that has not changed is not sent again. Nil for none.
  public var cache: String?
  /// What the requests say of themselves: a person can be reached through it, say.
  public var userAgent: String?

  public init() {}

  /// A reader that fetches: the only place that joins the two.
  func reader() -> Reader {
    let fetcher = self.fetcher()
    return Reader(fetcher: { (address) throws(ReadError) in
      switch fetcher.fetch(address) {
      case .failure(let error): throw ReadError(.notFetched(error.description), address)
      case .success(let download): return download
      }
    })
  }

  /// A reader that has one address fetched already; nothing else is fetched.
  func reader(answering address: String, with download: Download) -> Reader {
    Reader(fetcher: { (other) throws(ReadError) in
      guard other == address else { throw ReadError(.notFetched("\(other) is not a feed of its own."), other) }
      return download
    })
  }

  func fetcher() -> StemmaFetch.Fetcher {
    var options = StemmaFetch.Fetcher.Options()
    options.allowsPrivate = allowsPrivate
    options.pause = pause
    options.timeout = timeout
    options.cache = cache
    if let userAgent { options.userAgent = userAgent }
    return StemmaFetch.Fetcher(options)
  }
}

/// Why an address gave no page.
package struct FetchError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    case notAnAddress
    case unknownHost
    /// The host stands at an address that is not public.
    case privateAddress(String)
    case robots
    case redirectLoop
    case tooManyRedirects(Int)
    case redirectNowhere
    case status(Int, retryAfter: String?)
    case timeout
    case connection(String)
    case empty
    /// A way of packing that was not asked for.
    case packing(String)
  }

  package var code: Code
  package var address: String

  package init(_ code: Code, _ address: String) {
    self.code = code
    self.address = address
  }

  /// One sentence: what, where, what to try.
  package var description: String {
    switch code {
    case .notAnAddress: "\(address) is no address that can be fetched: give one that starts with http:// or https://."
    case .unknownHost: "The host of \(address) is not known: check the address and the connection."
    case .privateAddress(let place):
      "\(address) is at \(place), which is not on the public internet: --allow-private fetches it all the same."
    case .robots: "\(address) is closed to programs by its site's robots.txt: save the page by hand."
    case .redirectLoop: "\(address) leads back to itself: open it in a browser and save the page."
    case .tooManyRedirects(let count): "\(address) was redirected more than \(count) times: give the last address."
    case .redirectNowhere: "\(address) was redirected to something that is no web address."
    case .status(let status, let wait):
      switch status {
      case 401, 402, 403, 407, 451: "\(address) is not open to us (status \(status)): save the page by hand."
      case 404, 410: "There is no page at \(address) (status \(status)): check the address."
      case 429, 503:
        "\(address) asks us to wait (status \(status))\(wait.map { ", until or for \($0)" } ?? ""): try again later."
      default: "\(address) answered with status \(status): try again later, or save the page by hand."
      }
    case .timeout: "\(address) did not answer in time: try again later."
    case .connection(let reason): "\(address) could not be fetched (\(reason)): check the address and the connection."
    case .packing(let name): "\(address) came packed as \(name), which is not understood: save the page by hand."
    case .empty: "\(address) sent nothing: open it in a browser and save the page."
    }
  }
}

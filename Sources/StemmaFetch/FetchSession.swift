import AsyncHTTPClient
import Dispatch
import Foundation
import NIOCore
import NIOHTTP1
import StemmaModel

/// What a run of fetches remembers: each host's robots.txt, when it was last asked, and the connections to it.
actor FetchSession {
  private let options: Fetcher.Options
  private let cache: FetchCache?
  private var robots: [String: Robots] = [:]
  private var lastAsked: [String: ContinuousClock.Instant] = [:]
  /// Hosts with their ports that are being asked, and who waits for each, in order.
  private var busy: [String: [CheckedContinuation<Void, Never>]] = [:]
  /// One a host, bound to the place that was looked at: the name is not resolved a second time.
  private var clients: [String: HTTPClient] = [:]

  init(_ options: Fetcher.Options) {
    self.options = options
    cache = options.cache.map(FetchCache.init(folder:))
  }

  func close() async {
    for client in clients.values { try? await client.shutdown() }
    clients = [:]
  }

  func fetch(_ source: String) async throws(FetchError) -> Download {
    guard let download = try await poll(source, since: nil).download else {
      throw FetchError(.status(304, retryAfter: nil), source)
    }
    return download
  }

  /// - Parameter asked: what the caller knows of the address; nil to go by the cache.
  func poll(_ source: String, since asked: FetchCache.Entry?) async throws(FetchError) -> Fetcher.Poll {
    guard var address = WebAddress(source) else { throw FetchError(.notAnAddress, source) }
    var deadline = NIODeadline.now() + .milliseconds(Int64(options.timeout * 1000))
    var seen: Set<String> = []
    // Where redirects lead for good, as long as all of them do.
    var moved: String?
    var isForGood = true
    while true {
      guard seen.insert(address.text).inserted else { throw FetchError(.redirectLoop, source) }
      if seen.count > options.redirectLimit + 1 {
        throw FetchError(.tooManyRedirects(options.redirectLimit), source)
      }
      let rules = try await rules(of: address, for: source, until: deadline)
      guard rules.allows(address.path) else { throw FetchError(.robots, source) }
      // A redirect is one answer in two parts: no pause inside it.
      if seen.count == 1 {
        let start = NIODeadline.now()
        await pause(before: address, rules)
        deadline = deadline + (.now() - start)
      }
      let known = asked == nil ? cache?.entry(for: address.text) : nil
      let answer = try await ask(
        address, for: source, asked ?? known?.entry, limit: options.byteLimit, until: deadline)
      lastAsked[address.host] = .now
      if let target = answer.redirect {
        guard let next = WebAddress(target, relativeTo: address) else { throw FetchError(.redirectNowhere, source) }
        isForGood = isForGood && (answer.status == 301 || answer.status == 308)
        if isForGood { moved = next.text }
        address = next
        continue
      }
      if answer.status == 304, let asked {
        return Fetcher.Poll(
          download: nil, tag: answer.header("etag") ?? asked.tag,
          modified: answer.header("last-modified") ?? asked.modified, moved: moved)
      }
      if answer.status == 304, let known {
        return Fetcher.Poll(
          download: Download(address: address.text, bytes: known.bytes, contentType: known.entry.contentType))
      }
      guard answer.status == 200 else {
        throw FetchError(.status(answer.status, retryAfter: answer.header("retry-after")), source)
      }
      if answer.bytes.isEmpty { throw FetchError(.empty, source) }
      if let packing = answer.foreignPacking { throw FetchError(.packing(packing), source) }
      var fetched = Download(
        address: address.text, bytes: answer.bytes, contentType: answer.header("content-type"))
      if let reason = answer.cut {
        fetched.caveats.append(
          Caveat(.cutShort, source: source, note: "\(source) \(reason): what came before is read."))
      } else {
        if asked == nil { cache?.keep(answer.bytes, of: address.text, headers: answer.header) }
      }
      return Fetcher.Poll(
        download: fetched, tag: answer.header("etag"), modified: answer.header("last-modified"), moved: moved)
    }
  }

  // MARK: Manners

  private func rules(
    of address: WebAddress, for source: String, until deadline: NIODeadline
  ) async throws(FetchError) -> Robots {
    if let known = robots[address.origin] { return known }
    let found = try await robots(at: address, for: source, until: deadline)
    robots[address.origin] = found
    return found
  }

  private func robots(
    at address: WebAddress, for source: String, until deadline: NIODeadline
  ) async throws(FetchError) -> Robots {
    guard var place = WebAddress("/robots.txt", relativeTo: address) else { return .everything }
    for _ in 0...5 {
      // A host that cannot be reached, or must not be, has no page for us either.
      let answer = try await ask(place, for: source, nil, limit: Robots.byteLimit, until: deadline)
      if let target = answer.redirect {
        guard let next = WebAddress(target, relativeTo: place) else { return .everything }
        place = next
        continue
      }
      switch answer.status {
      case 200: return Robots(answer.bytes, agent: Fetcher.Options.agent)
      case 500...599, 429: return .nothing
      default: return .everything
      }
    }
    return .everything
  }

  private func pause(before address: WebAddress, _ rules: Robots) async {
    let wished = max(options.pause, min(rules.delay ?? 0, options.longestPause))
    if let last = lastAsked[address.host] {
      try? await Task.sleep(until: last + .seconds(wished), clock: .continuous)
    }
  }

  /// Waits until nobody else asks the host: several addresses may be asked for at once, and a redirect may lead anywhere.
  private func enter(_ host: String) async {
    if busy[host] == nil {
      busy[host] = []
    } else {
      await withCheckedContinuation { busy[host]!.append($0) }
    }
  }

  private func leave(_ host: String) {
    if busy[host]!.isEmpty { busy[host] = nil } else { busy[host]!.removeFirst().resume() }
  }

  // MARK: One request

  private struct Answer {
    var status: Int
    var headers: HTTPHeaders
    var bytes: [UInt8] = []
    /// Why the body is not whole.
    var cut: String?

    func header(_ name: String) -> String? { headers.first(name: name) }

    /// A packing that was not asked for and cannot be unpacked.
    var foreignPacking: String? {
      headers["content-encoding"].flatMap { $0.lowercased().split { $0 == "," || $0 == " " }.map(String.init) }
        .first { !["gzip", "x-gzip", "zstd", "identity"].contains($0) }
    }

    var redirect: String? {
      [301, 302, 303, 307, 308].contains(status) ? headers.first(name: "location") : nil
    }
  }

  private func ask(
    _ address: WebAddress, for source: String, _ known: FetchCache.Entry?, limit: Int, until deadline: NIODeadline
  ) async throws(FetchError) -> Answer {
    let asked = NIODeadline.now()
    let host = "\(address.host):\(address.port)"
    await enter(host)
    defer { leave(host) }
    // Waiting for others is not the host's fault.
    let deadline = deadline + (.now() - asked)
    let client = try await client(for: address, source)
    var request = HTTPClientRequest(url: address.text)
    request.headers.add(name: "user-agent", value: options.userAgent)
    request.headers.add(name: "accept", value: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
    request.headers.add(name: "accept-encoding", value: "gzip")
    if let tag = known?.tag { request.headers.add(name: "if-none-match", value: tag) }
    if let modified = known?.modified { request.headers.add(name: "if-modified-since", value: modified) }
    do {
      let response = try await client.execute(request, deadline: deadline)
      var answer = Answer(status: Int(response.status.code), headers: response.headers)
      if answer.redirect != nil || answer.status == 304 { return answer }
      do {
        for try await part in response.body {
          answer.bytes.append(contentsOf: part.readableBytesView.prefix(limit - answer.bytes.count))
          if answer.bytes.count >= limit {
            answer.cut = "is longer than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes")"
            break
          }
          if NIODeadline.now() >= deadline {
            answer.cut = "did not end in time"
            break
          }
        }
      } catch {
        // What has come is worth reading, as long as it is said that it is not all.
        guard !answer.bytes.isEmpty else { throw error }
        answer.cut = "broke off"
      }
      return answer
    } catch let error as HTTPClientError
      where [.connectTimeout, .readTimeout, .deadlineExceeded, .writeTimeout].contains(error)
    {
      throw FetchError(.timeout, source)
    } catch {
      throw FetchError(.connection(Self.reason(error)), source)
    }
  }

  /// One line, without addresses of memory or names of types.
  private static func reason(_ error: any Error) -> String {
    let text = (error as? HTTPClientError)?.shortDescription ?? String(describing: error)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "unknown trouble"
    return line.count > 120 ? String(line.prefix(119)) + "…" : line
  }

  private func client(for address: WebAddress, _ source: String) async throws(FetchError) -> HTTPClient {
    let key = address.host
    if let client = clients[key] { return client }
    let host = address.host
    let places = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: NetworkPlace.places(of: host)) }
    }
    guard let first = places.first else { throw FetchError(.unknownHost, source) }
    if !options.allowsPrivate, let inside = places.first(where: { !$0.isPublic }) {
      throw FetchError(.privateAddress(inside.text), source)
    }
    var settings = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: .milliseconds(Int64(options.connectTimeout * 1000)),
        read: .milliseconds(Int64(options.timeout * 1000))), decompression: .disabled)
    settings.httpVersion = .http1Only
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
    settings.connectionPool.retryConnectionEstablishment = false
    // Another port of the host may have been asked meanwhile.
    if let client = clients[key] { return client }
    if NetworkPlace(host) == nil { settings.dnsOverride = [host: first.text] }
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    clients[key] = client
    return client
  }
}

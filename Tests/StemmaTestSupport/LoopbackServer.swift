import Foundation

#if canImport(Darwin)
  import Darwin
  private let streamSocket = SOCK_STREAM
  private let noSignal = Int32(0)
#else
  import Glibc
  private let streamSocket = Int32(SOCK_STREAM.rawValue)
  private let noSignal = Int32(MSG_NOSIGNAL)
#endif

/// A web server on this machine for one test: it answers with whatever bytes the test wants, however wrong they are.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    package var path: String
    /// By name in lower case.
    package var headers: [String: String]
  }

  /// Where an answer is written to.
  package struct Connection: Sendable {
    fileprivate let descriptor: Int32

    /// False when nobody reads any more.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Self.write(descriptor, $0) }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }

    private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
      #if canImport(Darwin)
        Darwin.send(descriptor, bytes.baseAddress, bytes.count, noSignal)
      #else
        Glibc.send(descriptor, bytes.baseAddress, bytes.count, noSignal)
      #endif
    }

    /// A whole answer.
    package func answer(_ status: Int = 200, _ headers: [String: String] = [:], _ body: String = "") {
      answer(status, headers, Array(body.utf8))
    }

    package func answer(_ status: Int = 200, _ headers: [String: String] = [:], _ body: [UInt8]) {
      let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
      send("HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\(lines)\r\n")
      send(body)
    }
  }

  package let port: Int
  private let listener: Int32
  private let log = Log()

  private final class Log: @unchecked Sendable {
    let lock = NSLock()
    var requests: [(request: Request, at: ContinuousClock.Instant)] = []
  }

  package var address: String { "http://127.0.0.1:\(port)" }
  /// All that was asked so far, in order.
  package var requests: [Request] { log.lock.withLock { log.requests.map(\.request) } }
  /// When each was asked.
  package var times: [ContinuousClock.Instant] { log.lock.withLock { log.requests.map(\.at) } }

  /// Answers every request, one connection each, until the server is let go.
  package init(_ respond: @escaping @Sendable (Request, Connection) -> Void) throws {
    let descriptor = socket(AF_INET, streamSocket, 0)
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRINUSE) }
    port = Int(UInt16(bigEndian: place.sin_port))
    listener = descriptor
    let log = log
    Thread.detachNewThread {
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else {
          // Here and not when the server is let go: this thread would else accept for whoever got the number next.
          close(descriptor)
          return
        }
        Thread.detachNewThread {
          defer { close(client) }
          guard let request = Self.read(client) else { return }
          log.lock.withLock { log.requests.append((request, .now)) }
          respond(request, Connection(descriptor: client))
        }
      }
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(client, &part, part.count, 0)
      guard count > 0, bytes.count < 1 << 16 else { return nil }
      bytes += part[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    return Request(path: String(words[1]), headers: headers)
  }
}

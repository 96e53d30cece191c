import Foundation

/// What the caller asks for: `--name value`.
struct Options {
  private var values: [String: String] = [:]

  init(_ arguments: [String]) {
    var at = 1
    while at + 1 < arguments.count {
      if arguments[at].hasPrefix("--") { values[String(arguments[at].dropFirst(2))] = arguments[at + 1] }
      at += 2
    }
  }

  func text(_ name: String) -> String? { values[name] }
  func folder(_ name: String) -> URL { URL(fileURLWithPath: values[name] ?? ".") }
  func number(_ name: String, _ usual: Int) -> Int { values[name].flatMap { Int($0) } ?? usual }
}

import Foundation
enum Knobs {
  static let keep = UInt64(ProcessInfo.processInfo.environment["KEEP"] ?? "100")!
  static let margin = Int32(ProcessInfo.processInfo.environment["MARGIN"] ?? "0")!
}

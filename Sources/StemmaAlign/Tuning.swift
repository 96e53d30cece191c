import Foundation
enum Tuning {
  static func v(_ name: String, _ d: Double) -> Double { ProcessInfo.processInfo.environment[name].flatMap(Double.init) ?? d }
}

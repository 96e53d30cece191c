import Foundation
import StemmaModel

/// What the dates of two reports say of their order: little, since a page's date is often that of another edition.
enum PublicationOrder {
  /// The most a date may weigh, in nats: one in twenty is wrong or of a later edition.
  static let most = 3.0
  /// Hours apart at which it weighs half of that.
  static let halfHours = 6.0

  /// Positive where `a` came out before `b`, in nats.
  static func weight(_ a: AnnotatedReport, _ b: AnnotatedReport) -> Double {
    guard let x = a.report.published?.moment, let y = b.report.published?.moment, x.day != nil, y.day != nil else {
      return 0
    }
    let days = Double(y.dayNumber - x.dayNumber)
    var hours = days * 24
    if let first = x.secondOfDay, let second = y.secondOfDay { hours += Double(second - first) / 3600 }
    return most * hours / (abs(hours) + halfHours)
  }
}

import Foundation
import Synchronization

/// Whether the user, or the system, asked a long run to end: with Control-C, or a signal to terminate.
enum StopSignals {
  private static let isAsked = Atomic<Bool>(false)

  /// From now on the first signal asks to stop; a second one ends the program at once.
  static func heed() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if StopSignals.isAsked.exchange(true, ordering: .relaxed) { _exit(128 + number) }
      }
    }
  }

  static var wereSent: Bool { isAsked.load(ordering: .relaxed) }
}

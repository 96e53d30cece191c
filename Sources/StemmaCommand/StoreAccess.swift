import StemmaModel
import StemmaStore

/// How commands open a store, and what its errors mean to their caller.
enum StoreAccess {
  /// Opens a store and works on it; it is closed behind that.
  ///
  /// - Parameter isMade: a missing one is made.
  static func write<T>(_ path: String, isMade: Bool = false, _ work: (Store) throws -> T) throws -> T {
    var options = Store.Options()
    options.isMade = isMade
    return try with(path, options, onError: .usage, work)
  }

  /// Opens a store that is there already, also where it cannot be written to.
  static func read<T>(_ path: String, _ work: (Store) throws -> T) throws -> T {
    var options = Store.Options()
    options.isMade = false
    do {
      return try with(path, options, onError: .nothingRead, work)
    } catch is Unwritable {
      options.isReadOnly = true
      return try with(path, options, onError: .nothingRead, work)
    }
  }

  /// The store can be read and not written.
  private struct Unwritable: Error {}

  private static func with<T>(
    _ path: String, _ options: Store.Options, onError status: ExitStatus, _ work: (Store) throws -> T
  ) throws -> T {
    do {
      let store: Store
      do throws(StoreError) {
        store = try Store(path, options)
      } catch {
        if case .readOnly = error.code, status == .nothingRead, !options.isReadOnly { throw Unwritable() }
        throw error
      }
      defer { try? store.close() }
      return try work(store)
    } catch let error as StoreError {
      throw failure(error, otherwise: status)
    }
  }

  static func failure(_ error: StoreError, otherwise status: ExitStatus) -> Failure {
    let status: ExitStatus =
      switch error.code {
      case .unknownID: .no
      case .ambiguousID, .shortID, .notAReport, .notAStory, .emptySearch, .decision, .outlets: .usage
      default: status
      }
    return Failure(status: status, description: "stemma: " + error.description)
  }

  /// 2024-06-04T10:20:00Z.
  static func written(_ seconds: Int64) -> String {
    let second = Int((seconds % 86_400 + 86_400) % 86_400)
    let day = Moment(dayNumber: Int((seconds - Int64(second)) / 86_400))
    return Moment(
      year: day.year, month: day.month ?? 1, day: day.day ?? 1, hour: second / 3600, minute: second / 60 % 60,
      second: second % 60
    ).description
  }

  /// A day, or a day and a time, in seconds since 1970; nil for anything else.
  static func seconds(_ text: String) -> Int64? {
    guard let moment = Moment(written: text), moment.isValid else { return nil }
    return Int64(moment.dayNumber) * 86_400 + Int64(moment.secondOfDay ?? 0)
  }
}

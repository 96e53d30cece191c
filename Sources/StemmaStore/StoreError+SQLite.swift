import GRDB

extension StoreError {
  /// What an error of SQLite means to whoever asked.
  init(_ error: any Error, at path: String, patience seconds: Int) {
    if let own = error as? StoreError {
      self = own
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other(String(describing: error)), path)
      return
    }
    let code: Code =
      switch error.resultCode {
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(seconds: seconds)
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notPermitted
      case .SQLITE_IOERR: .inputOutput
      default: .other(error.message ?? "error \(error.resultCode.rawValue)")
      }
    self.init(code, path)
  }
}

import Foundation

/// The terminal: messages go to standard error, results to standard output.
enum Console {
  /// Says something on standard error; where that is closed, nobody wanted to hear it.
  ///
  /// A name of a file may hold what drives a terminal: control characters are shown as U+FFFD.
  static func error(_ text: String) {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    let plain = String(String.UnicodeScalarView(scalars))
    _ = write(Data((plain.hasSuffix("\n") ? plain : plain + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes to a descriptor.
  ///
  /// - Returns: the number of the error that ended it early; nil where all is written. `FileHandle` would crash.
  static func write(_ data: Data, to descriptor: Int32) -> Int32? {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Colour on a terminal unless the user's environment says no (no-color.org).
  static var wantsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Marks beyond ASCII where the locale can show them.
  static var speaksUnicode: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return !outputIsTerminal || locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
  }

  /// Columns of the terminal, or of a page where there is none.
  static var width: Int {
    var size = winsize()
    if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 100
  }
}

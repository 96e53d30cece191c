import Foundation

/// A program run to its end, with what it cost by the system's own account.
struct ChildProcess {
  var wall: Double
  /// Seconds of processor, of user and system together.
  var processor: Double
  var peakBytes: Int

  /// - Parameters:
  ///   - output: the file that takes what it prints.
  /// - Throws: `Wrong` if it cannot be started or ends with an error.
  static func run(_ program: URL, _ arguments: [String], output: String = "/dev/null") throws -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    var status: Int32 = 0
    var usage = rusage()
    var trouble: Int32 = 0
    let wall = Measure.seconds {
      trouble = posix_spawn(&process, program.path, &actions, nil, &words, environ)
      if trouble == 0 { while wait4(process, &status, 0, &usage) < 0, errno == EINTR {} }
    }
    guard trouble == 0, status == 0 else {
      throw Wrong(description: "stemma \(arguments.prefix(1).joined()) ended with an error")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    #if os(Linux)
      let peak = usage.ru_maxrss * 1024
    #else
      let peak = usage.ru_maxrss
    #endif
    return ChildProcess(
      wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakBytes: peak)
  }
}

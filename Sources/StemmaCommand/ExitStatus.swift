/// What the command tells its caller; the same for every subcommand.
enum ExitStatus: Int32 {
  /// Done, or corroborated.
  case done = 0
  /// Answered no.
  case no = 1
  case usage = 2
  case cannotBeMeasured = 3
  case nothingRead = 4
}

/// Something that ends the command, with a sentence for the person at the terminal.
struct Failure: Error, CustomStringConvertible {
  var status: ExitStatus
  var description: String
}

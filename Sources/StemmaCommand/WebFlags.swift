import ArgumentParser
import StemmaPipeline

/// What subcommands that read addresses let the user say of fetching.
struct WebFlags: ParsableArguments {
  @Flag(help: "Fetch also from hosts that are not on the public internet: this machine, a local network.")
  var allowPrivate = false

  @Option(help: "Seconds between two requests to a host; its robots.txt may ask for more.")
  var pause = 1.0

  @Option(help: "Seconds to wait for a page.")
  var timeout = 60.0

  @Option(
    help: "Keep what was fetched in this folder, and ask for it again only if it has changed.", completion: .directory)
  var cache: String?

  @Option(help: "How requests name themselves: a way to reach you is good manners.")
  var userAgent: String?

  func validate() throws {
    guard pause.isFinite, (0...3600).contains(pause) else { throw ValidationError("--pause takes 0 to 3600 seconds.") }
    guard timeout.isFinite, timeout > 0, timeout <= 3600 else {
      throw ValidationError("--timeout takes up to 3600 seconds, and more than 0.")
    }
    if let userAgent, userAgent.isEmpty || userAgent.utf8.contains(where: { $0 < 32 || $0 > 126 }) {
      throw ValidationError("--user-agent takes printable ASCII.")
    }
  }

  var web: Web {
    var web = Web()
    web.allowsPrivate = allowPrivate
    web.pause = pause
    web.timeout = timeout
    web.cache = cache
    web.userAgent = userAgent
    return web
  }
}

import Testing

@testable import StemmaFetch

@Suite struct RobotsTests {
  private func robots(_ text: String) -> Robots { Robots(Array(text.utf8), agent: "stemma") }

  @Test func `an empty file closes nothing`() {
    #expect(robots("").allows("/a"))
    #expect(robots("\u{FEFF}User-agent: *\nDisallow:\n").allows("/a"))
  }

  @Test func `the group that names us holds instead of the others`() {
    let rules = robots(
      """
      User-agent: *
      Disallow: /

      User-agent: otherbot
      User-agent: Stemma/2.0
      Disallow: /private # not for programs
      """)
    #expect(rules.allows("/news/1"))
    #expect(!rules.allows("/private/x"))
  }

  @Test func `groups of one name are one`() {
    let rules = robots(
      "User-agent: stemma\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: stemma\nDisallow: /b\n")
    #expect(!rules.allows("/a1"))
    #expect(!rules.allows("/b1"))
    #expect(rules.allows("/c"))
  }

  @Test func `the longest rule holds, and of equals the one that allows`() {
    let rules = robots("User-agent: *\nDisallow: /n\nAllow: /news\nDisallow: /news\n")
    #expect(rules.allows("/news/1"))
    #expect(!rules.allows("/notes"))
  }

  @Test(arguments: [
    ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x", true), ("/a*b*c", "/aXXbYYc/d", false),
    ("/a*b*c", "/aXXc", true), ("/x%41y", "/xAy", false), ("/caf%c3%a9", "/café", false), ("/$", "/", false),
    ("/$", "/a", true), ("/a?b=*", "/a?b=1", false),
  ])
  func `patterns`(pattern: String, path: String, allowed: Bool) {
    #expect(robots("User-agent: *\nDisallow: \(pattern)\n").allows(path) == allowed)
  }

  @Test func `many stars take no time that grows beyond the product`() {
    let rules = robots("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2000) + "b$\n")
    #expect(rules.allows("/" + String(repeating: "a", count: 4000)))
  }

  @Test func `a wished delay is taken up`() {
    #expect(robots("User-agent: *\nCrawl-delay: 2.5\n").delay == 2.5)
    #expect(robots("User-agent: *\nCrawl-delay: soon\n").delay == nil)
    #expect(robots("User-agent: *\nCrawl-delay: -1\n").delay == nil)
  }
}

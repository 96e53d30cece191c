import StemmaModel
import Testing

@testable import StemmaExtract

/// Which part of an HTML page is the article: general conventions of sites, on invented pages.
@Suite struct ArticleBodyTests {
  private static let first =
    "<p>A crane fell into the harbour of Lindholm on Monday, and the fish market was closed for hours, officials said.</p>"
  private static let second =
    "<p>Nobody was hurt, but two ferries had to turn back to Ostby, where buses waited for their passengers, they said.</p>"
  private static let third =
    "<p>Divers will look at the wreck on Tuesday, and the harbour may open again in the evening, according to the mayor.</p>"
  private static let teaser =
    "<p>Ten ways to cook a herring on an open fire, and why all of them are wrong, by the fishermen who should know.</p>"

  private func text(_ inner: String, head: String = "") -> String {
    let report = extract(
      "<html><head><title>Crane falls into harbour</title>\(head)</head><body>\(inner)</body></html>", .html)
    return report.body.map { report.text.string($0.range) }.joined(separator: "\n")
  }

  @Test(arguments: ["comments", "comment-list comments", "respond"])
  func `comments go, however long they are`(_ name: String) {
    let comments = String(
      repeating: "<div><p>I saw it fall, and it was louder than any storm, my neighbour says so too.</p></div>",
      count: 20)
    let shown = text(
      "<div><h1>Crane falls into harbour</h1>\(Self.first)\(Self.second)<div class=\"\(name)\">\(comments)</div></div>")
    #expect(shown.hasPrefix("A crane fell") && !shown.contains("louder than any storm"))
  }

  @Test func `a column beside the article goes, however long it is`() {
    let shown = text(
      "<div><article><h1>Crane falls into harbour</h1>\(Self.first)\(Self.second)\(Self.third)\(Self.first.replacing("Monday", with: "Friday"))\(Self.second.replacing("two", with: "three"))</article>"
        + "<aside>" + (0..<12).map { "<article>\(Self.teaser.replacing("Ten", with: "\($0)"))</article>" }.joined()
        + "</aside></div>")
    #expect(shown.contains("Nobody was hurt") && !shown.contains("herring"))
  }

  @Test func `a quoted post stays, whatever its frame is called`() {
    let shown = text(
      "<article><h1>Crane falls into harbour</h1>\(Self.first)<div class=\"social-embed share\"><blockquote><p>The market is open again, and the herring is fresh: come and see it.</p>— Lindholm Harbour (@lindholmharbour) March 4, 2024</blockquote></div>\(Self.second)</article>"
    )
    #expect(shown.contains("The market is open again"))
    #expect(shown.contains("@lindholmharbour"))
  }

  @Test func `a line under the headline is not the text's, a lead paragraph is`() {
    func page(_ lead: String) -> String {
      "<main><header><h1>Crane falls into harbour</h1><p>\(lead)</p></header><div class=\"article-body\">\(Self.first)\(Self.second)\(Self.third)</div></main>"
    }
    #expect(!text(page("The fish market stays closed.")).contains("stays closed"))
    let lead =
      "The fish market of Lindholm stays closed until divers have found out whether the wreck of the crane can be lifted, and the ferries to Ostby go from the old quay instead."
    #expect(text(page(lead)).hasPrefix("The fish market of Lindholm stays closed"))
  }

  @Test func `lists and short lines of the article stay`() {
    let shown = text(
      "<article><h1>Crane falls into harbour</h1>\(Self.first)<h2>Related</h2><ul><li>Two ferries</li><li>One fish market</li><li>Two ferries</li></ul>\(Self.second)<p>Inquiry: 02 555</p>\(Self.third)</article>"
    )
    #expect(shown.contains("One fish market") && shown.contains("Inquiry: 02 555"))
  }

  @Test func `a heading over links goes with them, and so does one with nothing below`() {
    let links =
      "<ul><li><a href=/1>Herring prices rise again in Ostby</a></li><li><a href=/2>Ferry strike ends after a week</a></li></ul>"
    let shown = text(
      "<article><h1>Crane falls into harbour</h1>\(Self.first)<h3>From our archive of cranes</h3>\(links)\(Self.second)\(Self.third)<h3>Weitere Nachrichten</h3></article>"
    )
    #expect(!shown.contains("archive of cranes") && !shown.contains("Weitere Nachrichten"))
    #expect(!shown.contains("Herring prices"))
  }

  @Test func `a blog's post keeps its place whatever its tags are called`() {
    let shown = text(
      "<div class=\"post-17 post type-post status-publish hentry category-news tag-sidebar\"><h1>Crane falls into harbour</h1>\(Self.first)\(Self.second)</div><div class=\"widget\">\(Self.teaser)</div>"
    )
    #expect(shown.hasPrefix("A crane fell") && !shown.contains("herring"))
  }

  @Test func `what a page builder calls a widget may be the text`() {
    let shown = text(
      "<div class=\"elementor-widget-container\"><h1>Crane falls into harbour</h1>\(Self.first)\(Self.second)</div>")
    #expect(shown.contains("Nobody was hurt"))
  }

  @Test func `hints are read from names word by word`() {
    func hint(_ name: String) -> ClassHint {
      let guarded = HTMLGuard("<div class=\"\(name)\">x</div>")
      let tree = MyHTMLParser().parse(guarded)
      return ClassHints.all(of: tree)[tree.nodes.firstIndex { $0.tag == .div }!]
    }
    #expect(hint("storyBody__text-main").furniture == nil)
    #expect(hint("articleBody").signs.contains(.articleBody))
    #expect(hint("c-newsletter").furniture == .banner)
    #expect(hint("page has-sidebar").furniture == nil)
    #expect(hint("sidebar-left").signs.contains(.beside))
    #expect(hint("read-more-box").furniture == .related)
    #expect(hint("hAdRRp").furniture == nil)
  }
}

import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent
import StemmaStore

/// `stemma show STORE [ID]`: a story's dossier, a report, or the list of stories.
struct Show: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  static let configuration = CommandConfiguration(
    abstract: "Show a story's dossier, a report, or the latest stories of a store.",
    discussion: """
      ID is that of a story (s and hexadecimal digits) or of a report (r …); its beginning is enough. A dossier is made when it is \
      first asked for, kept, and made anew only if its story changed. Without ID the stories are listed, the latest first.

      Exit status: 0 done, 1 there is nothing of that id, 2 wrong usage, 4 the store could not be read.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Argument(help: "A story or a report.")
  var id: String?

  @Option(name: .shortAndLong, help: "How to show it: text, json or html.")
  var format: Format = .text

  @Flag(help: "Of a story its reports, decisions and history in place of its dossier.")
  var reports = false

  @Flag(help: "Show every claim, quote and difference in the text view.")
  var full = false

  @Option(help: "Columns of the text view; the terminal's own by default.")
  var width: Int?

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @OptionGroup(title: "Listing")
  var listing: ListingFlags

  func validate() throws {
    if let width, !(40...1000).contains(width) { throw ValidationError("--width takes 40 to 1000 columns.") }
    if format == .html, id == nil || reports || id?.lowercased().hasPrefix("r") == true {
      throw ValidationError("--format html is of a story's dossier: give the story's id.")
    }
  }

  private var isJSON: Bool { format == .json || listing.json }

  func run() throws {
    let output = try Output(path: output)
    let data = try StoreAccess.read(store) { store -> Data in
      guard let id else { return try list(store) }
      if case .report = try store.find(id) {
        let contents = try store.report(id)
        return isJSON
          ? try StoreEntries.line(StoreEntries.WholeReport(contents)) : Data(StoreText.whole(contents).utf8)
      }
      return try reports ? members(store, id) : dossier(store, id)
    }
    try output.write(data)
  }

  private func list(_ store: Store) throws -> Data {
    var filter = StoryFilter()
    filter.since = listing.sinceSeconds
    filter.outlet = listing.outlet
    filter.limit = listing.limit
    let stories = try store.stories(filter)
    guard !stories.isEmpty else { throw Failure(status: .no, description: "stemma: there are no such stories.") }
    return try stories.reduce(into: Data()) { data, story in
      data += isJSON ? try StoreEntries.line(StoreEntries.Story(story)) : Data((StoreText.line(story) + "\n").utf8)
    }
  }

  private func members(_ store: Store, _ id: String) throws -> Data {
    let contents = try store.story(id)
    if isJSON { return try StoreEntries.line(StoreEntries.WholeStory(contents)) }
    let lines = contents.reports.map(StoreText.line) + [""] + contents.events.map(StoreText.event)
    return Data((StoreText.head(contents) + "\n" + lines.joined(separator: "\n") + "\n").utf8)
  }

  private func dossier(_ store: Store, _ id: String) throws -> Data {
    let desk = Desk(store)
    let kept = try desk.dossier(of: id) { try DossierJSON.encode($0, pretty: true) }.dossier
    if isJSON { return kept }
    let dossier = try DossierJSON.decode(kept)
    if format == .html {
      let texts = zip(dossier.reports, try desk.originals(of: id)).map {
        HTMLPage.ReportText(id: $0.id, original: $1)
      }
      return Data(HTMLPage.render(dossier, texts: texts).utf8)
    }
    let toFile = output != nil && output != "-"
    let style = TextStyle(
      width: width ?? max(60, min(Console.width, 120)), color: !toFile && Console.wantsColor,
      unicode: toFile || Console.speaksUnicode, full: full)
    let head = StoreText.head(try store.story(id))
    return Data((head + "\n" + TextRendering.render(dossier, style: style)).utf8)
  }
}

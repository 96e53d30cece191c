import ArgumentParser
import Foundation
import StemmaStore

/// `stemma search STORE WORDS…`: reports with some words.
struct Search: ParsableCommand {
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case newest, titles
  }

  static let configuration = CommandConfiguration(
    abstract: "Search the reports of a store.",
    discussion: """
      All words must be there. '"two words"' stand side by side, begin* begins so, a OR b is either, title:word stands in the \
      title; behind -- also -word, which must not be there.

      Exit status: 0 found, 1 nothing found, 2 wrong usage, 4 the store could not be read.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Argument(help: "What to search for.")
  var words: [String]

  @Option(help: "Which come first: newest, or titles (those with the words in their titles).")
  var order: Order = .newest

  @OptionGroup var listing: ListingFlags

  func run() throws {
    var question = SearchQuestion(words.joined(separator: " "))
    question.order = order == .titles ? .titles : .newest
    question.since = listing.sinceSeconds
    question.outlet = listing.outlet
    question.limit = listing.limit
    let hits = try StoreAccess.read(store) { try $0.search(question) }
    guard !hits.isEmpty else {
      throw Failure(status: .no, description: "stemma: no report has these words.")
    }
    var output = Data()
    for hit in hits {
      output += listing.json ? try StoreEntries.line(StoreEntries.Hit(hit)) : Data(StoreText.hit(hit).utf8)
    }
    try Output(path: nil).write(output)
  }
}

package import StemmaModel

extension Reader {
  /// What a feed calls itself, in one line; nil where it has no title, or is no feed.
  ///
  /// - Complexity: O(what stands before the first item); of a JSON Feed O(*n*).
  package static func feedTitle(of download: Download) -> String? {
    let input = Input(download.address, download)
    let title = InputReader(input, limits: Limits(), fetcher: nil).feedTitle()?.foldedWhiteSpace ?? ""
    return title.isEmpty ? nil : String(title.prefix(longestTitle))
  }

  /// Signs of a feed's title: more is no title, and would fill every line that names the feed.
  private static let longestTitle = 200
}

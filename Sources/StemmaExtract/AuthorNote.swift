/// Tells notes about an author from paragraphs of the article.
enum AuthorNote {
  private static let trades: Set<String> = [
    "reporter", "journalist", "writer", "correspondent", "editor", "columnist", "contributor", "author", "blogger",
    "freelancer", "producer", "photographer", "photojournalist", "intern", "broadcaster", "graduate",
  ]
  private static let verbs: Set<String> = [
    "covers", "writes", "reports", "joined", "tweets", "covered", "specializes", "specialises", "holds", "contributes",
  ]

  /// "Jane Doe is a senior reporter at …", "Jane covers courts for …", in words about the person and the trade.
  static func isNote(_ block: Block, author: String?) -> Bool {
    let tokens = block.tokens
    guard block.measure.words <= 110, let name = NameWords.person(tokens, 0), name.count <= 8,
      name.upperBound < tokens.count
    else { return false }
    var at = name.upperBound
    if tokens[at].key == ",", at + 1 < tokens.count { at += 1 }
    let isAuthor =
      author.map { author in
        let keys = Set(Token.tokens(of: Array(author.utf8)).map(\.key))
        return tokens[name].contains { keys.contains($0.key) && $0.isWord }
      } ?? false
    let verb = tokens[at].key
    let next = tokens[at...].prefix(14).map(\.key)
    if ["is", "was", "has", "works"].contains(verb) {
      let hasTrade = next.dropFirst().contains { trades.contains($0) }
      let hasArticle =
        next.dropFirst().first.map { ["a", "an", "the", "our", "as", "been", "currently", "also"].contains($0) }
        ?? false
      let quotes = tokens.contains { $0.key == "\"" || $0.key == "“" || $0.key == "said" || $0.key == "told" }
      return hasTrade && hasArticle && !quotes
    }
    return isAuthor && verbs.contains(verb)
  }
}

import StemmaModel

/// One work that a page's markup describes: the page's own article, or one of those that it lists.
struct DescribedWork {
  enum Kind: Int {
    /// A film or a picture on the page.
    case media
    /// The page as such.
    case page
    case article
  }

  var kind: Kind
  /// Stands in a list or inside of another article.
  var isListed: Bool
  var addresses: [String] = []
  var title: String?
  /// Has its date of publication, not only that of its making.
  var isDated = false
  var testimony: [Testimony] = []

  /// The kind that a type's name says; nil for what is no work.
  static func kind(of type: String) -> Kind? {
    // "http://schema.org/NewsArticle", "schema:NewsArticle", "sioc:Item"
    let name =
      type.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") }
      .map { String(type[type.utf8.index(after: $0)...]) } ?? type
    switch name.lowercased() {
    case "newsarticle", "article", "blogposting", "liveblogposting", "reportagenewsarticle", "analysisnewsarticle",
      "backgroundnewsarticle", "opinionnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle",
      "advertisercontentarticle", "scholarlyarticle", "techarticle", "medicalscholarlyarticle", "report",
      "socialmediaposting", "discussionforumposting", "review", "item", "document", "post", "blogpost":
      return .article
    case "webpage", "itempage", "creativework", "recipe", "qapage", "claimreview", "medicalwebpage", "videogallery",
      "imagegallery", "mediagallery":
      return .page
    case "videoobject", "audioobject", "podcastepisode": return .media
    default: return nil
    }
  }

  /// The works that are the page's own, the most telling first: told by address and title from those of its lists.
  static func own(_ works: [DescribedWork], addresses: [String], titles: [String]) -> [DescribedWork] {
    let known = addresses.compactMap(AddressKey.init)
    let words = titles.map(TitleWords.init)
    let articles = works.count { $0.kind == .article }
    var scored: [(score: Int, place: Int)] = []
    for (place, work) in works.enumerated() {
      let own = work.addresses.compactMap(AddressKey.init).filter { !$0.isRoot }
      let isHere = own.contains { address in known.contains { $0.isSame(as: address) } }
      let isElsewhere = !isHere && !own.isEmpty && known.contains { !$0.isRoot }
      // The words cost more than the address: only where it cannot decide.
      let isSole = articles == 1 && work.kind == .article && !work.isListed
      var agrees: Bool?
      if !isSole || isElsewhere, !isHere || articles > 1, let title = work.title {
        let own = TitleWords(title)
        agrees = words.isEmpty ? nil : words.contains { $0.share(own) >= 0.6 }
      }
      var score = work.kind.rawValue * 2
      if isHere { score += 4 }
      if isElsewhere { score -= 2 }
      if agrees == true { score += 4 }
      if agrees == false { score -= 4 }
      if work.isListed { score -= 4 }
      if work.kind == .media, agrees != true { continue }
      if score > 0 { scored.append((score, place)) }
    }
    scored.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    return scored.map { works[$0.place] }
  }
}

/// The words of a headline, to see what two of them share.
struct TitleWords {
  private let words: Set<String>

  init(_ title: String) {
    words = Set(Token.tokens(of: Array(title.utf8)).filter { $0.kind != .mark }.map(\.key))
  }

  var count: Int { words.count }

  /// The share of the shorter one's words that the other has too.
  func share(_ other: TitleWords) -> Double {
    let least = min(words.count, other.words.count)
    return least == 0 ? 0 : Double(words.intersection(other.words).count) / Double(least)
  }
}

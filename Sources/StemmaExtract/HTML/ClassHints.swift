import StemmaModel

/// What the class and id of an element say of it.
enum ClassHints {
  /// Words of names that sites give to what is not the article.
  private static let furniture: [String: Report.Furniture.Kind] = {
    var words: [String: Report.Furniture.Kind] = [:]
    func put(_ kind: Report.Furniture.Kind, _ list: String) {
      for word in list.split(separator: " ") { words[String(word)] = kind }
    }
    put(
      .menu,
      "nav navbar navigation menu submenu breadcrumb breadcrumbs topbar masthead toolbar pager pagination paging skip hamburger subnav sitenav megamenu"
    )
    put(
      .related,
      "related relateds recommended recommendation recommendations trending popular sidebar rail teaser teasers mostread mostviewed morestories readmore seealso taboola outbrain zergnet revcontent linkbox inlinelink relatedlinks relatedarticles relatedcontent upnext nextarticle recirc recirculation latest"
    )
    put(.promo, "promo promos promotion promobox inpage crosspromo")
    put(
      .banner,
      "newsletter newsletters subscribe subscription signup cookie cookies consent gdpr popup modal overlay banner ad ads adv advert adverts advertisement advertising adsense adslot dfp sponsor sponsored paywall footer copyright donate donation colophon disclaimer optin mailchimp"
    )
    put(
      .widget,
      "comment comments disqus respond share shares sharing sharebar sharetools social socials addtoany addthis sharethis sharedaddy print email tools utility login search searchform poll player widget widgets rating ratings reactions feedback livefyre"
    )
    put(.tags, "tags tag taglist keywords topics")
    put(.authorBio, "bio authorbio authorbox aboutauthor biography")
    put(.other, "hidden invisible offscreen accessibility visuallyhidden")
    return words
  }()

  private static let pairs: [String: Report.Furniture.Kind] = [
    "author box": .authorBio, "author bio": .authorBio, "about author": .authorBio, "author info": .authorBio,
    "author card": .authorBio, "author description": .authorBio, "post author": .authorBio, "sr only": .other,
    "visually hidden": .other, "screen reader": .other,
    "read more": .related, "read also": .related, "see also": .related, "more stories": .related, "most read": .related,
    "most popular": .related, "more from": .related, "you may": .related, "also like": .related,
    "top stories": .related, "pull quote": .other, "site header": .menu, "page header": .menu,
    "on this": .related, "entry meta": .other, "post meta": .other, "article meta": .other, "meta data": .other,
    "site footer": .banner, "page footer": .banner, "article footer": .other, "entry footer": .other,
    "post footer": .other, "fact box": .other, "info box": .other,
  ]

  /// Words of names that sites give to the article: they stand above those of its furniture.
  private static let article: Set<String> = [
    "article", "story", "post", "entry", "content", "body", "main", "text", "wrapper", "container", "page", "layout",
    "has", "with", "no", "single",
  ]

  /// The kind of furniture that an element is by its names, if it is.
  static func furniture(_ tree: HTMLTree, _ node: Int) -> Report.Furniture.Kind? {
    for name in [HTMLAttribute.class, .id] {
      guard let value = tree.attribute(name, of: node), value.utf8.count < 400 else { continue }
      for token in value.utf8.split(whereSeparator: { $0 <= 32 }) {
        let words = words(of: token)
        // "has-sidebar" and "article-with-comments" speak of the page.
        if let first = words.first, ["has", "with", "no", "is", "not", "without"].contains(first) { continue }
        for (word, next) in zip(words, words.dropFirst()) {
          if let kind = pairs[word + " " + next] { return kind }
        }
        let isBody =
          words.contains { ["body", "content", "text", "main"].contains($0) }
          && words.contains { ["article", "story", "entry", "post"].contains($0) }
        if isBody { continue }
        for word in words {
          if let kind = furniture[word] { return kind }
        }
      }
    }
    return nil
  }

  /// Whether an element's names say that it holds the text of an article.
  static func isArticleBody(_ tree: HTMLTree, _ node: Int) -> Bool {
    if tree.attribute(.itemprop, of: node)?.lowercased().contains("articlebody") == true { return true }
    for name in [HTMLAttribute.class, .id] {
      guard let value = tree.attribute(name, of: node), value.utf8.count < 400 else { continue }
      for token in value.utf8.split(whereSeparator: { $0 <= 32 }) {
        let words = words(of: token)
        let joined = words.joined()
        if [
          "articlebody", "storybody", "articletext", "articlecontent", "storycontent", "storytext", "entrycontent",
          "postcontent", "postbody", "bodycopy", "articlecopy", "storybodytext", "contentbody", "newsbody", "newstext",
          "articlebodytext", "maincontent",
        ].contains(joined) {
          return true
        }
      }
    }
    return false
  }

  static func names(_ tree: HTMLTree, _ node: Int, any wanted: Set<String>) -> Bool {
    for name in [HTMLAttribute.class, .id, .itemprop, .rel] {
      guard let value = tree.attribute(name, of: node), value.utf8.count < 200 else { continue }
      for token in value.utf8.split(whereSeparator: { $0 <= 32 })
      where words(of: token).contains(where: { wanted.contains($0) }) { return true }
    }
    return false
  }

  /// "storyBody__text-main" is story, body, text, main. Generated names such as "hAdRRp" have humps as well: a hump of
  /// less than four letters parts nothing.
  static func words(of token: Substring.UTF8View) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in token {
      let isUpper = byte >= 65 && byte <= 90
      let isLetter = isUpper || byte >= 97 && byte <= 122
      if !isLetter || isUpper && wasLower && word.count >= 4 {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 32) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

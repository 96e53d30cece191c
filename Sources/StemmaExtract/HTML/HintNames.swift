import StemmaModel

/// The words that sites in general use in the names of their elements, as hashes.
struct HintNames: Sendable {
  static let shared = HintNames()

  /// Words of names that sites give to what is not the article.
  let furniture: [UInt64: Report.Furniture.Kind]
  /// Two words in a row that say what one of them does not.
  let pairs: [UInt64: Report.Furniture.Kind]
  /// Whole names of the element that holds the text.
  let bodies: Set<UInt64>
  let captions: Set<UInt64>
  /// What readers write below an article.
  let comments: Set<UInt64>
  /// Columns beside an article.
  let beside: Set<UInt64>
  let bodyWords: Set<UInt64>
  let storyWords: Set<UInt64>
  /// Names of elements that are a post of a blog, whatever its tags are that stand beside them.
  let entries: Set<UInt64>
  /// First words of names that page builders give to all they place.
  let builders: Set<UInt64>
  /// First words of names that speak of the whole page.
  let ofPage: Set<UInt64>

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 31) ^ b }

  private static func hash(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed) { add($1, to: $0) } }

  private static func set(_ list: String) -> Set<UInt64> { Set(list.split(separator: " ").map { hash($0) }) }

  private init() {
    var words: [UInt64: Report.Furniture.Kind] = [:]
    func put(_ kind: Report.Furniture.Kind, _ list: String) {
      for word in list.split(separator: " ") { words[Self.hash(word)] = kind }
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
    furniture = words

    let named: [(String, Report.Furniture.Kind)] = [
      ("author box", .authorBio), ("author bio", .authorBio), ("about author", .authorBio),
      ("author info", .authorBio),
      ("author card", .authorBio), ("author description", .authorBio), ("post author", .authorBio),
      ("sr only", .other),
      ("visually hidden", .other), ("screen reader", .other),
      ("read more", .related), ("read also", .related), ("see also", .related), ("more stories", .related),
      ("most read", .related),
      ("most popular", .related), ("more from", .related), ("you may", .related), ("also like", .related),
      ("top stories", .related), ("pull quote", .other), ("site header", .menu), ("page header", .menu),
      ("on this", .related), ("entry meta", .other), ("post meta", .other), ("article meta", .other),
      ("meta data", .other),
      ("site footer", .banner), ("page footer", .banner), ("article footer", .other), ("entry footer", .other),
      ("post footer", .other), ("fact box", .other), ("info box", .other),
    ]
    var pairs: [UInt64: Report.Furniture.Kind] = [:]
    for (name, kind) in named {
      let words = name.split(separator: " ")
      pairs[Self.pair(Self.hash(words[0]), Self.hash(words[1]))] = kind
    }
    self.pairs = pairs
    bodies = Self.set(
      "articlebody storybody articletext articlecontent storycontent storytext entrycontent postcontent postbody bodycopy articlecopy storybodytext contentbody newsbody newstext articlebodytext maincontent"
    )
    captions = Self.set("caption captions figcaption cutline photocaption imagecaption")
    comments = Self.set("comments commentlist respond disqus commentarea")
    beside = Self.set("sidebar")
    bodyWords = Self.set("body content text main")
    storyWords = Self.set("article story entry post")
    entries = Self.set("hentry typepost typepage statuspublish")
    builders = Self.set("elementor wpb vc et avada fusion")
    ofPage = Self.set("has with no is not without")
  }
}

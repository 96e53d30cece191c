import StemmaModel

/// The words that sites in general use in the names of their elements, by their hashes: what each of them says.
struct HintNames: Sendable {
  static let shared = HintNames()

  struct Sense: Sendable {
    struct Signs: OptionSet, Sendable {
      let rawValue: UInt16
      static let caption = Signs(rawValue: 1)
      /// What readers write below an article.
      static let comments = Signs(rawValue: 2)
      /// A column beside an article.
      static let beside = Signs(rawValue: 4)
      static let body = Signs(rawValue: 8)
      static let story = Signs(rawValue: 16)
      /// As a first word: the name speaks of the whole page.
      static let ofPage = Signs(rawValue: 32)
      /// As a first word: a page builder gives this to all it places.
      static let builder = Signs(rawValue: 64)
      /// Begins a pair of words that says what its words alone do not.
      static let opensPair = Signs(rawValue: 128)
    }

    var signs: Signs = []
    /// What it names is not the article.
    var furniture: Report.Furniture.Kind?
  }

  let words: WordTable<Sense>
  /// Two words in a row.
  let pairs: WordTable<Report.Furniture.Kind>
  /// Whole names: true for the element that holds the text, false for one that is a post of a blog, whatever its tags
  /// are that stand beside it.
  let names: WordTable<Bool>

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { (a &* 31) ^ b }

  private static func hash(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed) { add($1, to: $0) } }

  private init() {
    var senses: [UInt64: Sense] = [:]
    func put(_ kind: Report.Furniture.Kind, _ list: String) {
      for word in list.split(separator: " ") { senses[Self.hash(word), default: Sense()].furniture = kind }
    }
    func sign(_ sign: Sense.Signs, _ list: String) {
      for word in list.split(separator: " ") { senses[Self.hash(word), default: Sense()].signs.insert(sign) }
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
    sign(.caption, "caption captions figcaption cutline photocaption imagecaption")
    sign(.comments, "comments commentlist respond disqus commentarea")
    sign(.beside, "sidebar")
    sign(.body, "body content text main")
    sign(.story, "article story entry post")
    sign(.ofPage, "has with no is not without")
    sign(.builder, "elementor wpb vc et avada fusion")

    var pairs: [UInt64: Report.Furniture.Kind] = [:]
    func pair(_ kind: Report.Furniture.Kind, _ list: String) {
      for name in list.split(separator: "|") {
        let words = name.split(separator: " ")
        pairs[Self.pair(Self.hash(words[0]), Self.hash(words[1]))] = kind
        sign(.opensPair, String(words[0]))
      }
    }
    pair(
      .authorBio,
      "author box|author bio|about author|author info|author card|author description|post author")
    pair(
      .related,
      "read more|read also|see also|more stories|most read|most popular|more from|you may|also like|top stories|on this"
    )
    pair(
      .other,
      "sr only|visually hidden|screen reader|pull quote|entry meta|post meta|article meta|meta data|article footer|entry footer|post footer|fact box|info box"
    )
    pair(.menu, "site header|page header")
    pair(.banner, "site footer|page footer")

    var names: [UInt64: Bool] = [:]
    for name
      in "articlebody storybody articletext articlecontent storycontent storytext entrycontent postcontent postbody bodycopy articlecopy storybodytext contentbody newsbody newstext articlebodytext maincontent"
      .split(separator: " ")
    { names[Self.hash(name)] = true }
    for name in "hentry typepost typepage statuspublish".split(separator: " ") { names[Self.hash(name)] = false }
    words = WordTable(senses)
    self.pairs = WordTable(pairs)
    self.names = WordTable(names)
  }
}

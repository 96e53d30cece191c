import StemmaModel

/// The names of `meta` elements that say something of an article.
enum MetaNames {
  struct Meaning: Sendable {
    var field: Testimony.Field
    var voice: Testimony.Voice
    /// Among names of one field, which is believed first.
    var rank: Int
  }

  static func meaning(of name: String) -> Meaning? {
    if let known = table[name] { return known }
    // Names that sites make up say plainly what they mean, or nothing.
    var name = name
    return name.utf8.count < 60 ? name.withUTF8 { made($0) } : nil
  }

  private static func made(_ name: UnsafeBufferPointer<UInt8>) -> Meaning? {
    if holds(name, "publish") || holds(name, "pubdate") || holds(name, "pub_date") || holds(name, "pub-date") {
      let isDate = holds(name, "date") || holds(name, "time") || holds(name, "published") || holds(name, "_at")
      return isDate ? Meaning(field: .published, voice: .meta, rank: 900) : nil
    }
    let isChange = holds(name, "modif") || holds(name, "lastmod") || holds(name, "updated")
    return isChange && !holds(name, "by") ? Meaning(field: .modified, voice: .meta, rank: 900) : nil
  }

  private static func holds(_ name: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard name.count >= count else { return false }
    for start in 0...(name.count - count) where name[start] == word.utf8Start[0] {
      var at = 1
      while at < count, name[start + at] == word.utf8Start[at] { at += 1 }
      if at == count { return true }
    }
    return false
  }

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    func put(_ field: Testimony.Field, _ voice: Testimony.Voice, _ names: String) {
      for (rank, name) in names.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
        table[String(name)] = Meaning(field: field, voice: voice, rank: rank)
      }
    }
    put(.title, .openGraph, "og:title")
    put(
      .title, .meta,
      "twitter:title headline dc.title dcterms.title sailthru.title parsely-title citation_title rnews:headline article:title cxenseparse:title title"
    )
    put(.outlet, .openGraph, "og:site_name")
    put(
      .outlet, .meta,
      "application-name publisher dc.publisher dcterms.publisher citation_journal_title cre site_name apple-mobile-web-app-title twitter:app:name:iphone"
    )
    put(.byline, .openGraph, "article:author og:article:author article:author_name")
    put(
      .byline, .meta,
      "author byl parsely-author sailthru.author dc.creator dcterms.creator dc.contributor citation_author cxenseparse:author rnews:author article.author authors creator"
    )
    put(
      .published, .openGraph,
      "article:published_time article:published og:published_time og:article:published_time article:publish_date article:published_date og:pubdate og:article:published"
    )
    put(
      .published, .meta,
      """
      datepublished date_published datepublished-iso pubdate publishdate publish-date publish_date published_time published-date
      parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created dc.created dc.date dcterms.date
      date.issued date.created rnews:datepublished originalpublicationdate cxenseparse:recs:publishtime cxenseparse:publishtime
      cxenseparse:recs:articlefirstpublished bt:pubdate published_at article_date_original article.published article.created release_date displaydate
      citation_publication_date citation_online_date citation_date analyticsattributes.articledate shareaholic:article_published_time datecreated
      date_created created creation_date article:created_time pub_date publication_date date
      """)
    put(
      .modified, .openGraph,
      "article:modified_time article:modified og:updated_time og:article:modified_time article:updated_time")
    put(
      .modified, .meta,
      "datemodified date_modified dcterms.modified dc.date.modified dc.modified date.modified date.updated last-modified lastmod last_modified bt:moddate revised shareaholic:article_modified_time article.updated updated_at"
    )
    put(.language, .openGraph, "og:locale")
    put(.language, .meta, "language content-language dc.language dcterms.language citation_language")
    put(.address, .openGraph, "og:url")
    put(.address, .meta, "twitter:url parsely-link vr:canonical dc.identifier")
    put(.section, .openGraph, "article:section og:section")
    put(.section, .meta, "parsely-section articlesection section sailthru.section category")
    put(.tag, .openGraph, "article:tag")
    put(.tag, .meta, "news_keywords parsely-tags sailthru.tags keywords citation_keywords")
    put(.basedOn, .meta, "original-source syndication-source")
    put(
      .credit, .meta,
      "source dc.source dcterms.source news_source article:source agency provider credit copyright dc.rights dcterms.rights dcterms.rightsholder rights"
    )
    put(.correction, .meta, "correction")
    return table
  }()
}

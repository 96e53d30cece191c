/// The attributes that say something of an article or of its furniture; the others are not kept.
enum HTMLAttribute: String, Sendable {
  case `class`, id, itemprop, itemtype, itemscope, `typeof`, role, href, content, property, name, datetime, type, rel, style, hidden, lang,
    title, alt
  case ariaHidden = "aria-hidden"
  case pubdate
}

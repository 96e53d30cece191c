/// The elements that matter here; all others are `other`.
enum HTMLTag: String, Sendable {
  case text = "-text"
  case other, html, head, body, title, meta, link, script, style, noscript, template, svg, math, iframe, object, canvas,
    video, audio, picture, img, map
  case nav, aside, footer, header, form, button, select, option, textarea, input, label, dialog, menu, fieldset
  case article, main, section, div, span, p, a, b, strong, i, em, u, small, font, center, time, br, hr, wbr, q, cite,
    abbr, sub, sup, mark, ins, del
  case h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, figure, figcaption, address, details, summary
  case table, thead, tbody, tfoot, tr, td, th, caption, hgroup

  /// Begins and ends a block of text.
  var isBlock: Bool {
    switch self {
    case .html, .body, .nav, .aside, .footer, .header, .form, .select, .option, .textarea, .dialog, .menu, .fieldset,
      .article, .main, .section, .div, .p, .center, .hr, .h1, .h2, .h3, .h4, .h5, .h6,
      .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .pre, .figure, .figcaption, .address, .details, .summary, .table,
      .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .hgroup, .button, .video, .audio, .iframe, .object:
      true
    default: false
    }
  }

  /// Holds nothing that a reader sees.
  var isUnseen: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .canvas, .video, .audio,
      .textarea, .title, .meta, .link, .select, .map:
      true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

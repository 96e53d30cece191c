package import StemmaModel

/// Turns a page into a report: what of it is the article, and what it says of itself.
///
/// It never fails. A page without an article gives a report without a body, and a caveat that says so.
package struct Extractor: Sendable {
  package init() {}

  package func extract(_ page: Page) -> Report {
    var source = PageSource(page)
    var layout = Layout(source.blocks, declaredTitle: source.metadata.title ?? page.declared.title)
    layout.settle()
    source.blocks = []
    return ReportBuilder(page, source.metadata, layout).report()
  }
}

/// The blocks of a page, whatever its form, and what its markup declares.
struct PageSource {
  var blocks: [Block]
  var metadata: Metadata

  init(_ page: Page) {
    switch page.form {
    case .plain: blocks = TextBlocks(page.text, isMarkdown: false).blocks()
    case .markdown: blocks = TextBlocks(page.text, isMarkdown: true).blocks()
    case .html: blocks = []
    }
    metadata = Metadata()
  }
}

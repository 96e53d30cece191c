import StemmaModel

/// The blocks of a page, whatever its form, and what its markup declares.
struct PageSource {
  var blocks: [Block]
  var metadata: Metadata
  var caveats: [Caveat] = []

  /// Of an HTML page, as parsed.
  private var bytes: [UInt8] = []

  init(_ page: Page) {
    metadata = Metadata()
    switch page.form {
    case .plain: blocks = TextBlocks(page.text, isMarkdown: false).blocks()
    case .markdown:
      blocks = TextBlocks(page.text, isMarkdown: true).blocks()
      let links = MarkdownLinks(page.text)
      metadata.testimony = links.siteName.map { [Testimony(.outlet, $0, by: .visible)] } ?? []
      metadata.site = links.siteAddress
    case .html:
      let safe = HTMLGuard(page.text)
      let tree = MyHTMLParser().parse(safe)
      metadata = HTMLMetadata(tree, source: safe.source).read()
      blocks = HTMLBlocks(tree, source: safe.source, title: page.testimony.first(.title) ?? metadata.title).blocks()
      bytes = safe.source
      if blocks.count >= HTMLBlocks.limit {
        caveats.append(
          Caveat(
            .cutShort, source: page.source,
            note: "the page is cut: left out is what lies behind its first \(HTMLBlocks.limit) blocks of text"))
      }
      if let note = safe.note { caveats.append(Caveat(.cutShort, source: page.source, note: note)) }
    }
  }

  /// The paragraphs that the page's scripts hold.
  func hiddenBody() -> [Block] {
    metadata.bodyScripts.isEmpty ? [] : LinkedBody.blocks(bytes, scripts: metadata.bodyScripts)
  }
}

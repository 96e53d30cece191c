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
      let tree = MyHTMLParser().parse(safe.bytes)
      metadata = HTMLMetadata(tree, source: safe.bytes).read()
      blocks = HTMLBlocks(tree, source: safe.bytes, title: page.testimony.first(.title) ?? metadata.title).blocks()
      bytes = safe.bytes
      if safe.isCut {
        caveats.append(
          Caveat(
            .cutShort, source: page.source,
            note: "the page is longer than \(HTMLGuard.byteLimit >> 20) MiB: the rest was not read"))
      }
    }
  }

  /// The paragraphs that the page's scripts hold.
  func hiddenBody() -> [Block] {
    metadata.bodyScripts.isEmpty ? [] : LinkedBody.blocks(bytes, scripts: metadata.bodyScripts)
  }
}

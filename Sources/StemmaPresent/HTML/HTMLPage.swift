package import StemmaModel

/// The dossier as one file for a browser: it fetches nothing, runs nothing that is not in it, and works without scripts.
package enum HTMLPage {
  /// A report's original as read, in UTF-8.
  package struct ReportText: Sendable {
    /// The report's siglum.
    package var id: String
    package var original: String

    package init(id: String, original: String) {
      self.id = id
      self.original = original
    }
  }

  /// - Parameter texts: shown where a report has no passages; may be empty.
  package static func render(_ dossier: Dossier, texts: [ReportText]) -> String {
    render([(dossier, texts)])
  }

  /// Several stories on one page, each folded under its headline.
  package static func render(_ dossiers: [(dossier: Dossier, texts: [ReportText])]) -> String {
    if dossiers.count == 1 {
      let story = HTMLStory(dossiers[0].dossier, texts: dossiers[0].texts, prefix: "", level: 1)
      return page(
        title: dossiers[0].dossier.story.title, language: language(of: dossiers.map(\.dossier)), story.article)
    }
    let title = Wording.count(dossiers.count, "story", plural: "stories").capitalizedFirst
    let stories = dossiers.enumerated().map { at, item in
      HTMLStory(item.dossier, texts: item.texts, prefix: "s\(at + 1)-", level: 2)
    }
    let index = stories.html { story in
      "<li><a href=\"#\(story.prefix)story\"><b dir=\"auto\">\(story.dossier.story.title)</b></a><br>\(Headline(story.view).sentence)</li>"
    }
    let all = stories.html {
      "<details class=\"folded\" id=\"\($0.prefix)story\"><summary dir=\"auto\">\($0.dossier.story.title)</summary>\($0.article)</details>"
    }
    return page(
      title: title, language: "en", "<header class=\"many\"><h1>\(title)</h1><ol>\(index)</ol></header>\(all)")
  }

  /// The page's own words are English.
  private static func language(of dossiers: [Dossier]) -> String { "en" }

  private static func page(title: String, language: String, _ body: HTML) -> String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(title) · Stemma</title>
      <style>\(HTML(trusted: PageStyle.sheet))</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the answer</a>
      <main id="main">\(body)</main>
      <div class="bar" hidden><p role="status"></p><div><button type="button" data-do="next">Next place</button><button type="button" data-do="claim">Show the claim</button><button type="button" data-do="clear">Clear</button></div></div>
      <script>\(HTML(trusted: PageScript.source))</script>
      </body>
      </html>

      """
    return page.text
  }
}

package import StemmaModel

/// Turns a page into a report: what of it is the article, and what it says of itself.
///
/// It never fails. A page without an article gives a report without a body, and a caveat that says so.
package struct Extractor: Sendable {
  package init() {}

  package func extract(_ page: Page) -> Report {
    let source = PageSource(page)
    var layout = Layout(
      source.blocks, declaredTitle: page.testimony.first(.title) ?? source.metadata.title,
      isStructured: page.form == .html)
    layout.settle()
    if page.form == .html, layout.bodyWords < 120 { layout.takeHidden(source.hiddenBody()) }
    var report = ReportBuilder(page, source.metadata, layout).report()
    report.caveats += source.caveats
    return report
  }
}

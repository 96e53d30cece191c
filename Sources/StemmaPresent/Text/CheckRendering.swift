package import StemmaModel

/// The answer to a claim, for a terminal: the verdict first, then the passages that it rests on.
package enum CheckRendering {
  /// Passages shown of one assertion, unless all are wanted.
  static let mostPassages = 12

  package static func render(_ check: ClaimCheck, style: TextStyle) -> String {
    var sheet = CheckSheet(check: check, canvas: TextCanvas(style: style))
    sheet.answer()
    for (index, assertion) in check.assertions.enumerated() { sheet.passages(of: assertion, number: index) }
    sheet.caveats()
    sheet.foot()
    return sheet.canvas.text
  }
}

private struct CheckSheet {
  let check: ClaimCheck
  var canvas: TextCanvas
  private var cut = false

  init(check: ClaimCheck, canvas: TextCanvas) {
    self.check = check
    self.canvas = canvas
  }

  private var style: TextStyle { canvas.style }

  mutating func answer() {
    canvas.paragraph(quoted(check.claim), .strong)
    canvas.paragraph(check.story.title, .faint)
    canvas.blank()
    let assertions = check.assertions
    canvas.paragraph(
      plain(
        CheckWording.verdict(
          check.verdict, distorted: assertions.count == 1 && assertions[0].distorted,
          superseded: assertions.count == 1 && assertions[0].superseded) + "."), .answer)
    if assertions.count == 1 { say(assertions[0], indent: 0) }
    for note in check.notes { canvas.paragraph(plain(note), .faint) }
  }

  /// The counts, then the reasons.
  private mutating func say(_ assertion: ClaimCheck.Assertion, indent: Int) {
    if assertion.says > 0 { canvas.paragraph(plain(CheckWording.counts(assertion, of: check)), indent: indent) }
    for reason in assertion.reasons { canvas.paragraph(plain(reason), indent: indent) }
  }

  mutating func passages(of assertion: ClaimCheck.Assertion, number: Int) {
    if check.assertions.count > 1 {
      canvas.heading("Assertion \(number + 1)")
      canvas.paragraph(quoted(assertion.text), .strong)
      canvas.paragraph(
        plain(
          CheckWording.verdict(assertion.verdict, distorted: assertion.distorted, superseded: assertion.superseded)
            + "."))
      say(assertion, indent: 0)
    }
    for (stance, title) in [("says", "Says so"), ("differs", "Has it otherwise"), ("partly", "Says a part of it")] {
      let own = assertion.passages.filter { $0.stance == stance }
      guard !own.isEmpty else { continue }
      canvas.heading(title)
      let shown = style.full ? own.count : min(own.count, CheckRendering.mostPassages)
      for passage in own.prefix(shown) { write(passage) }
      if shown < own.count {
        cut = true
        canvas.paragraph(plain("… \(Wording.count(own.count - shown, "more passage"))"), .faint)
      }
    }
  }

  private mutating func write(_ passage: ClaimCheck.Passage) {
    let report = check.reports.first { $0.id == passage.span.report }
    let name = report?.outlet ?? report?.source ?? ""
    var head: [TextCanvas.Piece] = [.init(name)]
    if let day = report?.published { head.append(.init("  " + Wording.time(day), .faint)) }
    if let source = passage.source { head.append(.init(plain("  by the word of \(source)"), .faint)) }
    canvas.paragraph(head, first: [.init(passage.span.report + "  ", .strong)])
    canvas.paragraph(quoted(Wording.short(passage.sentence.shown, limit: style.full ? 2000 : 320)), indent: 3)
    for difference in passage.differences { canvas.paragraph(plain(difference.note), .rubric, indent: 3) }
    if !passage.missing.isEmpty, passage.stance == "partly" {
      canvas.paragraph(plain("without " + Wording.list(passage.missing.map { "“\($0)”" }, limit: 6)), .faint, indent: 3)
    }
  }

  mutating func caveats() {
    guard style.full, !check.caveats.isEmpty else { return }
    canvas.heading("Caveats")
    for caveat in check.caveats {
      canvas.paragraph(caveat.note, first: [.init(caveat.report.map { "\($0)  " } ?? "   ", .strong)])
    }
  }

  mutating func foot() {
    canvas.blank()
    if cut { canvas.paragraph("--full shows all.", .faint) }
    canvas.paragraph(
      plain(
        "Corroborated takes two lines (who reached it without each other) and two origins (what they rest on), at the least. It is no verdict on truth."
      ), .faint)
  }

  private func plain(_ text: String) -> String {
    style.unicode ? text : TextSheet.ascii(text)
  }

  private func quoted(_ text: String) -> String {
    let inner = text.trimmingQuotes
    if inner.beginsOrEndsQuoted { return inner }
    return style.unicode ? "“\(inner)”" : "\"\(inner)\""
  }
}

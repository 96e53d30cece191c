import StemmaModel

/// ninjs 1, 2 and 3, the JSON of news agencies.
///
/// - Source: IPTC, https://www.iptc.org/std/ninjs/. Version 1 has one member per text (`headline`, `body_xhtml`), version 2 lists
///   of them with roles (`headlines`, `bodies`), version 3 the same in camel case.
enum NewsRecord {
  static func draft(_ original: Record) -> RecordDraft? {
    let record = original.lowercased
    let isNews =
      record.has("uri")
      && [
        "versioncreated", "bodies", "headlines", "body_text", "body_xhtml", "pubstatus", "infosources", "infosource",
      ].contains { record.has($0) }
    guard isNews, let (text, form) = body(record) else { return nil }
    var draft = RecordDraft(text: text, form: form)
    draft.say(.title, main(record.records("headlines")) ?? record.first(["headline", "title", "name"]))
    draft.say(.byline, record.first(["byline", "by"]))
    let created = record.first(["firstcreated", "contentcreated"])
    let version = record.first(["versioncreated"])
    draft.say(.published, created ?? version)
    if created != nil { draft.say(.modified, version) }
    draft.say(.language, record.first(["language"]))
    let address =
      (["url", "uri"].flatMap { record.strings($0) } + record.records("altids").flatMap { $0.strings("value") })
      .first { Address.isFetched($0) }
    draft.say(.address, address)
    // The agency that sends the record publishes it; where it does not name itself, it is who holds the rights.
    draft.say(.outlet, record.first(["provider", "publisher", "copyrightholder", "rightsinfo.copyrightholder"]))
    for name in ["infosources", "infosource", "copyrightholder", "copyrightnotice", "usageterms"] {
      draft.say(.credit, record.strings(name))
    }
    draft.say(.located, record.first(["located"]))
    draft.say(.section, record.first(["genres", "genre"]))
    for name in ["subjects", "subject"] { draft.say(.tag, record.strings(name)) }
    if let note = record.first(["ednote"]), note.lowercased().contains("correct") { draft.say(.correction, note) }
    draft.say(.correction, record.strings("corrections"))
    switch record.first(["pubstatus"])?.lowercased() {
    case "canceled", "cancelled": draft.trouble.append((.other, "was cancelled by its sender."))
    case "withheld": draft.trouble.append((.other, "is withheld by its sender until further notice."))
    default: break
    }
    return draft
  }

  /// The fullest body there is; one with paragraphs marked before one without.
  private static func body(_ record: Record) -> (String, Page.Form?)? {
    for name in ["body_xhtml", "body_html"] {
      if let text = record.text(name) { return (text, .html) }
    }
    let bodies = record.records("bodies").filter { $0.text("value") != nil }
    let isMarkup = { (body: Record) in body.first(["contenttype"])?.lowercased().contains("html") ?? false }
    let whole = bodies.filter { ["main", "body", "full"].contains($0.first(["role"])?.lowercased() ?? "main") }
    let chosen = whole.isEmpty ? bodies : whole
    if let body = chosen.first(where: isMarkup) { return (body.text("value")!, .html) }
    if let body = chosen.first { return (body.text("value")!, nil) }
    return ["body_text", "description_text"].lazy.compactMap { record.text($0) }.first.map { ($0, nil) }
  }

  private static func main(_ headlines: [Record]) -> String? {
    (headlines.first { ["main", "headline", "full"].contains($0.first(["role"])?.lowercased() ?? "main") }
      ?? headlines.first)?.first(["value"])
  }
}

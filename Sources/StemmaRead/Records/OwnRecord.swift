import StemmaModel

/// What `stemma extract` writes.
enum OwnRecord {
  static func draft(_ record: Record) -> RecordDraft? {
    guard record.has("sha256"), record.has("source"), record.has("body") || record.has("declared"),
      let text = record.text("text")
    else { return nil }
    var draft = RecordDraft(text: text, form: .plain)
    draft.say(.title, record.first(["title.text"]))
    draft.say(.outlet, record.first(["outlet.name"]))
    draft.say(.byline, record.first(["byline.text"]))
    draft.say(.published, record.first(["published.value"]))
    draft.say(.modified, record.first(["modified.value"]))
    draft.say(.language, record.first(["language"]).flatMap { $0 == "und" ? nil : $0 })
    draft.say(.address, record.first(["address"]))
    draft.say(.section, record.first(["section"]))
    draft.say(.tag, record.strings("tags"))
    // The line that showed the credit is furniture and not in the text: it is kept as words.
    for credit in record.records("credits") { draft.say(.credit, credit.first(["span.text", "span.exact", "agency"])) }
    for said in record.records("declared") {
      guard let field = said.first(["field"]).flatMap(Testimony.Field.init(rawValue:)),
        let voice = said.first(["by"]).flatMap(Testimony.Voice.init(rawValue:))
      else { continue }
      draft.say(field, said.first(["value"]), by: voice)
    }
    return draft
  }
}

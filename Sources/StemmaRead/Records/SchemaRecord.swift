import StemmaModel

/// A `NewsArticle` of schema.org, or one of its kin, as JSON.
enum SchemaRecord {
  static func draft(_ record: Record) -> RecordDraft? {
    let types = record.strings("@type")
    guard types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Report") }),
      let text = record.text("articleBody") ?? record.text("text")
    else { return nil }
    var draft = RecordDraft(text: text)
    draft.say(.title, record.first(["headline", "name", "alternativeHeadline"]))
    draft.say(.outlet, record.first(["publisher", "isPartOf", "provider"]))
    draft.say(.byline, joined(record.strings("author") + record.strings("creator")))
    draft.say(.published, record.time("datePublished") ?? record.time("dateCreated"))
    draft.say(.modified, record.time("dateModified"))
    draft.say(.language, record.first(["inLanguage.alternateName", "inLanguage"]))
    draft.say(.address, record.first(["url", "mainEntityOfPage.@id", "mainEntityOfPage", "@id"]))
    draft.say(.section, record.first(["articleSection"]))
    // A list in one text is common.
    draft.say(
      .tag,
      record.strings("keywords").flatMap { $0.split(separator: ",").map(\.foldedWhiteSpace) } + record.strings("about"))
    for name in ["sourceOrganization", "creditText", "copyrightHolder", "copyrightNotice"] {
      draft.say(.credit, record.strings(name))
    }
    draft.say(.basedOn, record.strings("isBasedOn") + record.strings("isBasedOnUrl"))
    draft.say(.citation, record.strings("citation"))
    draft.say(.correction, record.strings("correction"))
    if record.first(["isAccessibleForFree"])?.lowercased() == "false" || record["isAccessibleForFree"] as? Bool == false
    {
      draft.trouble.append((.other, "is behind a paywall: its text may be a part of the article."))
    }
    return draft
  }

  static func joined(_ names: [String]) -> String? {
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    return seen.isEmpty ? nil : seen.joined(separator: ", ")
  }
}

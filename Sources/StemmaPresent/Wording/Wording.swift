package import StemmaModel

/// What the faces call things, in plain words first; one place for the terminal and the page.
package enum Wording {
  /// How a report has a claim: as the lemma has it, or not.
  package static func relation(_ relation: Dossier.Relation) -> String {
    switch relation {
    case .verbatim: "same words"
    case .paraphrase: "reworded"
    case .altered: "changed"
    }
  }

  package static let leftOut = "left out"
  package static let notSettled = "not settled"

  /// What a divergence did.
  package static func divergence(_ kind: String) -> String {
    switch kind {
    case "figure": "number changed"
    case "period": "period changed"
    case "date": "date changed"
    case "comparator": "“more than” or “about” changed"
    case "unit": "unit changed"
    case "attribution": "source changed"
    case "addressee": "spoken to someone else"
    case "anonymized": "name left out"
    case "hedge": "certainty changed"
    case "intensity": "strength changed"
    case "wording": "wording changed"
    case "quoteAltered": "quotation changed"
    case "pseudoQuote": "narration put in quotation marks"
    case "dangling": "refers to something left out"
    case "contradiction": "contradicts"
    case "addition": "added"
    case "omission": "left out"
    default: spaced(kind)
    }
  }

  package static func severity(_ severity: String) -> String {
    switch severity {
    case "high": "Serious"
    case "medium": "Notable"
    case "low": "Slight"
    default: spaced(severity).capitalizedFirst
    }
  }

  /// How a child came from its parent.
  package static func edge(_ kind: String) -> String {
    switch kind {
    case "drewOn": "also drew on"
    default: spaced(kind)
    }
  }

  package static func evidence(_ kind: String) -> String {
    switch kind {
    case "credit": "credit"
    case "told": "was told"
    case "sharedWording": "same wording"
    case "sharedOrder": "same order"
    case "sharedQuoteCut": "quotes cut alike"
    case "sharedInnovation": "same change"
    case "exclusive": "found nowhere else"
    case "counter": "speaks against it"
    default: spaced(kind)
    }
  }

  package static func origin(_ kind: String) -> String {
    switch kind {
    case "ownReporting": "own reporting"
    case "unknown": "not known"
    default: spaced(kind)
    }
  }

  package static func credit(_ kind: String) -> String {
    switch kind {
    case "creditLine": "credit line"
    default: spaced(kind)
    }
  }

  package static func furniture(_ kind: String) -> String {
    switch kind {
    case "authorBio": "author note"
    case "related": "related links"
    case "other": "other matter"
    default: spaced(kind)
    }
  }

  package static func form(_ form: String) -> String {
    switch form {
    case "direct": "quoted"
    case "partial": "quoted in part"
    case "indirect": "reported speech"
    default: spaced(form)
    }
  }

  /// "through a readout by Xinhua", "told AFP"
  package static func channel(_ channel: [String]) -> String {
    guard let first = channel.first else { return "" }
    return (first.hasPrefix("told ") ? "" : "through ") + list(channel)
  }

  package static func caveat(_ kind: String) -> String { spaced(kind).capitalizedFirst }

  /// How sure an edge is: "90%", or "by hand".
  package static func sureness(_ edge: Dossier.Stemma.Edge) -> String {
    edge.byHand == true ? "by hand" : percent(edge.confidence)
  }

  /// "90%"; a certainty short of certain never reads as 100, nor one above nothing as 0.
  package static func percent(_ probability: Double) -> String {
    guard probability.isFinite else { return "?" }
    let percent = Int((min(1, max(0, probability)) * 100).rounded())
    if percent == 100, probability < 1 { return "99%" }
    return percent == 0 && probability > 0 ? "1%" : "\(percent)%"
  }

  /// An ISO time as a reader wants it: "2031-03-12 14:05 UTC".
  package static func time(_ value: String) -> String {
    guard let mark = value.firstIndex(of: "T") else { return value }
    let clock = value[value.index(after: mark)...]
    return "\(value[..<mark]) \(clock.hasSuffix("Z") ? clock.dropLast() + " UTC" : clock)"
  }

  /// "sharedQuoteCut" → "shared quote cut"; for words we have no plainer word for.
  static func spaced(_ word: String) -> String {
    word.reduce(into: "") { text, letter in
      if letter.isUppercase {
        if !text.isEmpty { text += " " }
        text += letter.lowercased()
      } else {
        text.append(letter)
      }
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

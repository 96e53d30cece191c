import StemmaModel
import StemmaText

/// Through whom the words came is not said: an interview with another paper, an agency, a readout. One divergence for
/// each channel. And a report that credits "media reports" where others name the agency.
struct ChannelRule: DivergenceRule {
  /// Channels of one quotation that are looked at.
  static let mostChannels = 3
  /// Passages of one quotation that are looked at.
  static let mostPassages = 40

  func divergences(in view: CollationView) -> [Divergence] {
    dropped(in: view) + [vague(in: view)].compactMap { $0 }
  }

  private struct Channel {
    var name: String
    var claim: Int?
    var with: [Siglum: Place] = [:]
    var without: [Siglum: [Place]] = [:]
  }

  private func dropped(in view: CollationView) -> [Divergence] {
    var channels: [Channel] = []
    var byName: [String: Int] = [:]
    for quote in view.collation.quotes {
      let passages = quote.variants.prefix(Self.mostPassages).map {
        variant -> (report: Siglum, mention: QuoteMention, place: Place) in
        let mention = view.story[variant.report].quotes[variant.mention]
        return (variant.report, mention, Place(variant.report, mention.span))
      }
      var met: Set<String> = []
      for own in passages where met.count < Self.mostChannels {
        guard view.isParagraph(own.place), let (name, place) = channel(of: own.mention, own.report, in: view) else {
          continue
        }
        let key = view.nameWords(name).sorted().joined(separator: " ")
        guard met.insert(key).inserted else {
          if let known = byName[key] { channels[known].with[own.report] = channels[known].with[own.report] ?? place }
          continue
        }
        let matter = view.matter(own.place)
        let silent = passages.filter { other in
          other.report != own.report && view.isParagraph(other.place) && !view.names(other.report, name)
            && matter.isKin(to: view.matter(other.place))
        }
        guard !silent.isEmpty else { continue }
        let known = byName[key] ?? channels.count
        if known == channels.count {
          byName[key] = known
          channels.append(Channel(name: name, claim: view.claim(at: own.place)))
        }
        channels[known].with[own.report] = channels[known].with[own.report] ?? place
        for other in silent {
          channels[known].without[other.report, default: []].append(tag(of: other.mention, other.report, in: view))
        }
      }
    }
    return channels.map { channel in
      let (reports, against) = (channel.without.keys.sorted(), channel.with.keys.sorted())
      return Divergence(
        .attribution, .medium, claim: channel.claim, differ: reports, from: against,
        at: channel.without.values.joined() + Array(channel.with.values),
        "\(view.list(against, "says", "say")) that the words came through \(channel.name); "
          + "\(view.list(reports, "has", "have")) them without it.")
    }
  }

  /// A named agency, paper or readout that the words came through, and where it is named.
  private func channel(of quote: QuoteMention, _ siglum: Siglum, in view: CollationView) -> (String, Place)? {
    let report = view.story[siglum]
    if let attribution = quote.attribution.map({ report.attributions[$0] }) {
      for (index, name) in attribution.channel.enumerated() where isOutlet(name, in: report, view) {
        let span = index < attribution.channelSpans.count ? attribution.channelSpans[index] : nil
        return (plain(name), span.map { Place(siglum, $0) } ?? tag(of: quote, siglum, in: view))
      }
    }
    // "… told the Gazette"
    guard let sentence = report.statement(around: quote.span) else { return nil }
    for index in sentence.tokens where ["told", "tells", "telling"].contains(report.tokens[index].key) {
      let at = index + 1 < sentence.tokens.upperBound && report.tokens[index + 1].key == "the" ? index + 2 : index + 1
      guard at < sentence.tokens.upperBound, report.tokens[at].isName else { continue }
      var end = at + 1
      while end < sentence.tokens.upperBound, report.tokens[end].isName { end += 1 }
      let name = report.report.reading(report.span(of: at..<end))
      let article = at == index + 2 ? "the " : ""
      if isOutlet(name, in: report, view) { return (article + name, Place(siglum, report.span(of: index..<end))) }
    }
    return nil
  }

  /// An agency of the credits, the report's own paper, or a name with a word that only such have.
  private func isOutlet(_ name: String, in report: AnnotatedReport, _ view: CollationView) -> Bool {
    let words = view.nameWords(name)
    guard !words.isEmpty, name.contains(where: \.isUppercase) else { return false }
    if let outlet = report.report.outlet, !view.nameWords(outlet.name).isDisjoint(with: words) { return true }
    if report.report.credits.contains(where: { !view.nameWords($0.agency).isDisjoint(with: words) }) { return true }
    let lower = name.lowercased()
    return Self.outletWords.contains { lower.contains($0) }
  }

  /// "a readout by the official Xinhua news agency" and "Xinhua" are one.
  private func plain(_ name: String) -> String {
    name.hasPrefix("told ") ? String(name.dropFirst(5)) : name
  }

  /// Who says it here, and the word that says that they do.
  private func tag(of quote: QuoteMention, _ siglum: Siglum, in view: CollationView) -> Place {
    let report = view.story[siglum]
    guard let attribution = quote.attribution.map({ report.attributions[$0] }) else { return Place(siglum, quote.span) }
    let spans = [attribution.source.mention, attribution.cueSpan].compactMap { $0 }
    guard let first = spans.first else { return Place(siglum, quote.span) }
    let span = spans.reduce(first) { $0.joined(with: $1) }
    return Place(siglum, span.length <= 160 ? span : first)
  }

  // MARK: "according to media reports"

  private func vague(in view: CollationView) -> Divergence? {
    var own: [Place] = []
    let named = view.story.sigla.compactMap { siglum in lineCredit(of: siglum, in: view).map { (siglum, $0) } }
    guard !named.isEmpty else { return nil }
    for siglum in view.story.sigla where lineCredit(of: siglum, in: view) == nil {
      let report = view.story[siglum]
      for attribution in report.attributions {
        for span in [attribution.source.mention].compactMap({ $0 }) + attribution.channelSpans {
          let words = report.tokens[report.tokenRange(of: span)].filter { $0.kind == .word && $0.key != "the" }.map(
            \.key)
          guard let last = words.last, ["reports", "report", "media"].contains(last), !words.isEmpty,
            words.dropLast().allSatisfy({ Self.vagueWords.contains($0) }),
            !report.tokens[report.tokenRange(of: span)].contains(where: \.isName)
          else { continue }
          own.append(Place(siglum, attribution.cueSpan.map { near($0, span) } ?? span))
        }
      }
    }
    guard let first = own.min(), let (_, agency) = named.first else { return nil }
    let reports = Set(own.map(\.report)).sorted()
    return Divergence(
      .attribution, .medium, claim: view.claim(at: first), differ: reports, from: named.map(\.0),
      at: own + named.compactMap { siglum, credit in credit.place.span.map { Place(siglum, $0) } },
      "\(view.list(reports, "credits", "credit")) \(view.quoted(first)) only; "
        + "\(view.list(named.map(\.0), "names", "name")) \(agency.agency).")
  }

  private func near(_ a: TextSpan, _ b: TextSpan) -> TextSpan {
    let both = a.joined(with: b)
    return both.length <= a.length + b.length + 8 ? both : b
  }

  /// The credit for the whole text, as far as there is one.
  private func lineCredit(of siglum: Siglum, in view: CollationView) -> Report.Credit? {
    view.story[siglum].report.credits.first { [.byline, .creditLine, .dateline].contains($0.kind) }
  }

  private static let outletWords = [
    "agency", "readout", "newspaper", "state media", "television", " tv", "radio", "magazine", " press", " times",
    " post",
    " herald", " gazette", " journal", " tribune", "daily ", " news",
  ]
  private static let vagueWords: Set<String> = [
    "media", "news", "press", "local", "international", "various", "several", "some", "foreign", "state", "recent",
    "multiple", "other", "earlier", "initial", "a",
  ]
}

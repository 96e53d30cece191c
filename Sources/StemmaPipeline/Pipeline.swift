import StemmaAlign
import StemmaAnnotate
import StemmaCluster
import StemmaDerive
import StemmaExtract
import StemmaMatch
public import StemmaModel
import StemmaRead

/// The sentence that Stemma is: the only place that names two stages. Read it first.
public struct Pipeline: Sendable {
  public struct Options: Sendable {
    /// Keep all reports in one story, whatever they share.
    public var oneStory = false
    public var web = Web()

    public init() {}
  }

  /// A dossier with the reports it speaks of, in the order of their sigla.
  public struct Edition: Sendable {
    public var dossier: Dossier
    public var reports: [Report]
  }

  public struct Outcome: Sendable {
    /// One a story, in order of their first report's source; empty where nothing could be read.
    public var editions: [Edition]
    /// Trouble with the inputs themselves.
    public var caveats: [Caveat]
  }

  public var options: Options

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Files, folders, or `-` for standard input → dossiers. Bad inputs become caveats.
  public func run(_ inputs: [String]) -> Outcome {
    let (pages, trouble) = options.web.reader().read(inputs)
    let extracted = pages.map(Extractor().extract)
    let reports = extracted.filter { !$0.body.isEmpty }.sorted(by: Report.standsBefore)
    let caveats = trouble + extracted.filter(\.body.isEmpty).map(Self.nothingToRead)
    let annotated = reports.map(Annotator().annotate)
    let matches = Matcher().match(annotated)
    let stories = Clusterer().cluster(annotated, joinedBy: matches, oneStory: options.oneStory)
    let editions = stories.map { story in
      var story = story
      // What is rare in one event's reports is told by them alone: others beside them must not change a story.
      if stories.count > 1 { story.matches = Matcher().match(story.reports) }
      let collation = Aligner().align(story)
      let stemma = Deriver().derive(collation)
      let others = Set(reports.map(\.source)).subtracting(story.reports.map(\.report.source))
      let about = caveats.filter { caveat in caveat.source.map { !others.contains($0) } ?? true }
      return Edition(
        dossier: DossierMaker(collation: collation, stemma: stemma, caveats: about).dossier(),
        reports: story.reports.map(\.report))
    }
    return Outcome(editions: editions, caveats: caveats)
  }

  /// A page without an article is no witness of anything.
  private static func nothingToRead(_ report: Report) -> Caveat {
    Caveat(
      .noBody, source: report.source,
      note: "\(report.source) has no article text, only menus, banners and the like: save the article itself.")
  }
}

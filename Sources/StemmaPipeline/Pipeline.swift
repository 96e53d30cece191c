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
    let gathered = gather(inputs)
    return Outcome(editions: editions(of: gathered), caveats: gathered.caveats)
  }

  /// Pages that were read before → dossiers.
  func editions(of pages: [Page], trouble: [Caveat]) -> [Edition] { editions(of: gather(pages, trouble)) }

  private func editions(of gathered: Gathered) -> [Edition] {
    gathered.stories.map { Self.edition(of: $0, caveats: gathered.caveats(of: $0)) }
  }

  /// One story's reports, in the order of sigla → its dossier, whatever they share.
  ///
  /// - Parameter decided: who drew on whom, as far as people said.
  func edition(of reports: [Report], caveats: [Caveat], decided: DecidedRelations) -> Edition {
    let annotated = reports.map(Annotator().annotate)
    let stories = Clusterer().cluster(annotated, joinedBy: Matcher().match(annotated), oneStory: true)
    guard var story = stories.first else { preconditionFailure("a story has a report") }
    // Whoever put them together knows more than these reports say.
    story.caveats.removeAll { $0.kind == .unrelated }
    return Self.edition(of: story, caveats: caveats, decided: decided)
  }

  private static func edition(
    of story: Story, caveats: [Caveat], decided: DecidedRelations = .none
  ) -> Edition {
    let collation = Aligner().align(story)
    let stemma = Deriver().derive(collation, decided: decided)
    return Edition(
      dossier: DossierMaker(collation: collation, stemma: stemma, caveats: caveats).dossier(),
      reports: story.reports.map(\.report))
  }

  /// What the inputs give, story by story.
  struct Gathered {
    var stories: [Story]
    /// The sources of all their reports.
    var sources: Set<String>
    var caveats: [Caveat]

    /// Trouble with the inputs, but not with other stories' reports.
    func caveats(of story: Story) -> [Caveat] {
      let others = sources.subtracting(story.reports.map(\.report.source))
      return caveats.filter { caveat in caveat.source.map { !others.contains($0) } ?? true }
    }
  }

  func gather(_ inputs: [String]) -> Gathered {
    let (pages, trouble) = options.web.reader().read(inputs)
    return gather(pages, trouble)
  }

  private func gather(_ pages: [Page], _ trouble: [Caveat]) -> Gathered {
    let extracted = pages.map(Extractor().extract)
    let reports = extracted.filter { !$0.body.isEmpty }.sorted(by: Report.standsBefore)
    let caveats = trouble + extracted.filter(\.body.isEmpty).map { Self.nothingToRead($0.source) }
    let annotated = reports.map(Annotator().annotate)
    let matches = Matcher().match(annotated)
    var stories = Clusterer().cluster(annotated, joinedBy: matches, oneStory: options.oneStory)
    if stories.count > 1 {
      // What is rare in one event's reports is told by them alone: others beside them must not change a story.
      for index in stories.indices { stories[index].matches = Matcher().match(stories[index].reports) }
    }
    return Gathered(stories: stories, sources: Set(reports.map(\.source)), caveats: caveats)
  }

  /// A page without an article is no witness of anything.
  static func nothingToRead(_ source: String) -> Caveat {
    Caveat(
      .noBody, source: source,
      note: "\(source) has no article text, only menus, banners and the like: save the article itself.")
  }
}

/// The reports of one event. A report's siglum is its place in `reports`: by time of publication, unknown last, then
/// source.
public struct Story: Sendable {
  public var reports: [AnnotatedReport]
  /// Among `reports`: `a` and `b` are sigla's indices.
  public var matches: [Match]
  public var caveats: [Caveat]

  public init(reports: [AnnotatedReport], matches: [Match], caveats: [Caveat] = []) {
    self.reports = reports
    self.matches = matches
    self.caveats = caveats
  }

  public var sigla: [Siglum] { reports.indices.map(Siglum.init) }

  public subscript(siglum: Siglum) -> AnnotatedReport { reports[siglum.index] }
}

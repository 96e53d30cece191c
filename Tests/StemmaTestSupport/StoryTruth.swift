/// The truth about a story, as far as tests read it: `truth.json` in the evaluation's schema.
package struct StoryTruth: Decodable {
  package struct File: Decodable {
    package var file: String
    package var sha256: String
  }

  package struct Span: Decodable {
    package var start: Int
    package var end: Int
  }

  package struct Count: Decodable {
    package var point: Int
    /// At least, at most.
    package var interval: [Int]
  }

  package struct Claim: Decodable {
    package struct Cell: Decodable {
      package var status: String
      package var spans: [Span]?
    }

    package var id: String
    package var claim: String
    package var reports: [String: Cell]
    package var independentLines: Count?
    package var independentOrigins: Count

    private enum CodingKeys: String, CodingKey {
      case id, claim, reports
      case independentLines = "independent_lines"
      case independentOrigins = "independent_origins"
    }
  }

  package struct Graph: Decodable {
    package struct Edge: Decodable {
      package var parent: String
      package var child: String
      package var relation: String
    }

    package var edges: [Edge]
  }

  package struct Levels: Decodable {
    package var lines: Int

    private enum CodingKeys: String, CodingKey {
      case lines = "independent_gathering_lines"
    }
  }

  package var slug: String
  package var agencies: [String]
  package var files: [String: File]
  package var claims: [Claim]
  package var graph: Graph
  package var levels: Levels

  private enum CodingKeys: String, CodingKey {
    case slug, agencies, files, claims, graph
    case levels = "origin_levels"
  }

  /// The reports that come down from a node of the graph, whatever lies between.
  package func descendants(of node: String) -> Set<String> {
    var found: Set<String> = []
    var next = [node]
    while let parent = next.popLast() {
      for edge in graph.edges where edge.parent == parent && found.insert(edge.child).inserted {
        next.append(edge.child)
      }
    }
    return found.intersection(files.keys)
  }

  /// The reports that have more than one parent among texts: no family holds all of what they are.
  package var mixed: Set<String> {
    let texts = Set(files.keys).union(agencies.map { $0.uppercased() })
    let parents = Dictionary(grouping: graph.edges.filter { texts.contains($0.parent) }, by: \.child)
    return Set(parents.filter { $1.count > 1 }.keys).intersection(files.keys)
  }
}

import StemmaSyntax

/// A sentence made ready for training: its nodes as the parser reads them, and the right answers.
struct Sample {
  /// Node 0 is the place that is no token.
  var nodes: [Node]
  /// The same nodes, read as if training knew none of the words.
  var bare: [Node]
  /// How often training meets each word.
  var frequency: [Int]
  var tags: [UInt8]
  /// As nodes, 0 at the root; made projective.
  var heads: [Int]
  var relations: [UInt8]
  /// What the parser is to see at training: tags by a tagger that never met the sentence.
  var foundTags: [UInt8] = []
  var foundRoles: [UInt8] = []

  /// The role that is right for a token, counted from 1, or nil where there is none to choose.
  func role(_ token: Int) -> Int? {
    if heads[token] == 0 { return Int(RoleFeatures.root) }
    switch Relation(rawValue: relations[token - 1])! {
    case .csubj: return Int(Relation.nsubj.rawValue)
    case .iobj: return Int(Relation.obj.rawValue)
    case .fixed: return Int(Relation.flat.rawValue)
    case .punct, .root: return nil
    case let relation: return Int(relation.rawValue)
    }
  }

  var count: Int { tags.count }

  /// The nodes as one pass of training sees them: of a word met f times, one in f + 1 passes takes it for unknown.
  func nodes(dropping random: inout SplitMix) -> [Node] {
    var nodes = nodes
    for at in 1..<nodes.count where Int(random.next() % 1000) < 1000 / (4 * frequency[at - 1] + 1) {
      nodes[at] = bare[at]
    }
    return nodes
  }
}

struct SampleMaker {
  private let known: Model
  private let bare: Model
  private var frequency: [UInt32: Int] = [:]

  init(words: WordList, clusters: Clusters, training: [TreeSentence]) {
    known = ModelBytes(words).model()
    var unknown = words
    unknown.entries = words.entries.map {
      Model.Entry(hash: $0.hash, cluster: $0.cluster, tag: Model.none, traits: 0)
    }
    bare = ModelBytes(unknown).model()
    for sentence in training {
      for range in sentence.tokens {
        frequency[WordReader.hash(WordList.straight(sentence.text[range])), default: 0] += 1
      }
    }
  }

  func sample(_ sentence: TreeSentence) -> Sample? {
    let count = sentence.tokens.count
    guard count > 0, count <= Parser.longestPiece else { return nil }
    func read(_ model: Model) -> [Node] {
      var nodes = [Node](repeating: Node(), count: count + 1)
      var stack = [UInt16](repeating: 0, count: count + 1)
      nodes.withUnsafeMutableBufferPointer { nodes in
        stack.withUnsafeMutableBufferPointer { stack in
          sentence.text.withUnsafeBufferPointer { text in
            sentence.tokens.withUnsafeBufferPointer {
              _ = Piece(model, nodes.baseAddress!, stack.baseAddress!).read(text, $0)
            }
          }
        }
      }
      return nodes
    }
    let heads = sentence.isProjective ? sentence.heads : Treebank.projective(sentence.heads)
    return Sample(
      nodes: read(known), bare: read(bare),
      frequency: sentence.tokens.map { frequency[WordReader.hash(WordList.straight(sentence.text[$0]))] ?? 0 },
      tags: sentence.tags, heads: [-1] + heads.map { $0 + 1 }, relations: sentence.relations)
  }
}

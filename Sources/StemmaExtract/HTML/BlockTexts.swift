/// How much text each block element of a page has of its own, not in blocks below it: letters, letters in links, marks
/// that sentences have.
///
/// - Complexity: O(*n*) in the nodes and their text.
struct BlockTexts {
  struct Block {
    var node: Int
    var letters: Int32 = 0
    var links: Int32 = 0
    var sentences: Int32 = 0
  }

  /// In document order, those without text left out.
  private(set) var blocks: [Block] = []

  init(_ tree: HTMLTree) {
    // Of the block elements that are open: their numbers in `blocks`, -1 until they have text.
    var open: [(node: Int, end: Int, block: Int)] = []
    var linkEnd = -1
    var node = 0
    tree.texts.withUnsafeBufferPointer { texts in
      while node < tree.nodes.count {
        let current = tree.nodes[node]
        while let last = open.last, last.end <= node { open.removeLast() }
        if current.tag == .text {
          let counts = Self.count(UnsafeBufferPointer(rebasing: texts[current.text]))
          if counts.letters > 0, let last = open.last {
            if last.block < 0 {
              open[open.count - 1].block = blocks.count
              blocks.append(Block(node: last.node))
            }
            let number = open[open.count - 1].block
            blocks[number].letters += counts.letters
            blocks[number].sentences += counts.sentences
            if node < linkEnd { blocks[number].links += counts.letters }
          }
        } else if current.tag.isUnseen {
          node = current.end
          continue
        } else if current.tag == .a {
          linkEnd = max(linkEnd, current.end)
        } else if current.tag.isBlock {
          open.append((node, current.end, -1))
        }
        node += 1
      }
    }
  }

  /// Bytes of a text, white space folded, and its sentence marks: those of Chinese end in 0x82 or 0x8C.
  @inline(__always)
  private static func count(_ text: UnsafeBufferPointer<UInt8>) -> (letters: Int32, sentences: Int32) {
    var letters: Int32 = 0
    var sentences: Int32 = 0
    var wasSpace = true
    for byte in text {
      let isSpace = byte <= 32
      if !isSpace || !wasSpace { letters += 1 }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "?") || byte == 0x82
        || byte == 0x8C
      {
        sentences += 1
      }
      wasSpace = isSpace
    }
    return (letters, sentences)
  }
}

extension String {
  /// Without the quotation marks around the whole, or half a pair at one end, so that ours do not double them.
  var trimmingQuotes: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    let marks = "\"“”„«»"
    let count = text.count { marks.contains($0) }
    let ends = [text.first, text.last].count { $0.map(marks.contains) ?? false }
    guard ends > 0, count == ends, text.count > ends else { return String(text) }
    if let first = text.first, marks.contains(first) { text.removeFirst() }
    if let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }

  /// With marks of its own at an end: more around it would only double them.
  var beginsOrEndsQuoted: Bool {
    [first, last].contains { $0.map("\"“”„«»".contains) ?? false }
  }
}

import StemmaModel

/// Tells lines that count or time something: "3 min read", "12 Comments", "Updated 3 hours ago", "1.2K shares", "1 of 5".
enum CounterLine {
  private static let counted: Set<String> = [
    "comments", "comment", "responses", "shares", "share", "views", "view", "likes", "like", "min", "mins", "minute",
    "minutes",
    "read", "replies", "retweets", "followers", "reads", "votes", "photos", "images", "k", "m", "of", "reactions",
    "subscribers",
  ]
  private static let ages: Set<String> = [
    "ago", "hours", "hour", "hrs", "hr", "minutes", "minute", "mins", "min", "days", "day", "weeks", "week", "months",
    "month", "years", "year", "seconds", "updated", "published", "posted", "last", "an", "a", "about", "just", "now",
    "h", "d",
  ]

  static func kind(of block: Block) -> Report.Furniture.Kind? {
    guard !block.words.isEmpty else { return .other }
    guard block.words.count <= 7 else { return nil }
    let words = block.words.map { block.tokens[$0] }
    let numbers = words.count { $0.kind == .number }
    if numbers == words.count { return words.count <= 3 && DateReader(block.tokens).all().isEmpty ? .other : nil }
    let spelled = words.filter(\.isWord)
    if numbers > 0, spelled.allSatisfy({ counted.contains($0.key) }) { return .widget }
    if spelled.contains(where: { $0.key == "ago" }), spelled.allSatisfy({ ages.contains($0.key) }) { return .other }
    return nil
  }
}

/// Where a report went.
package struct StoryPlace: Sendable, Equatable {
  package var report: Int
  package var story: Int
  /// The earlier report that spoke most for it; nil where it opened the story.
  package var like: Int?
  /// The story's score, in nats; 0 where it opened one.
  package var score: Float = 0
  /// Stories that became one by it.
  package var merged: [StoryEvent] = []
  /// Stories that turned out to be two by it, in order: an event's `story` is the new one.
  package var divided: [StoryEvent] = []

  package var opened: Bool { like == nil }
}

/// Something that happened to a story beside a report's joining it.
package struct StoryEvent: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// A report fitted both, and their reports each other.
    case merged
    /// Its reports fell into two groups.
    case divided
    case mergedByHand, splitByHand, movedByHand
  }

  package var kind: Kind
  /// The story that is there after it.
  package var story: Int
  /// The story that went into it, or that it was taken from.
  package var other: Int
  /// The report by which it happened, or that was moved; the first of those taken by hand.
  package var report: Int?
  /// How much the two were one, in nats: the score between them.
  package var score: Float?
}

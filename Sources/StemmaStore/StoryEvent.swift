/// Something that happened to a story.
package struct StoryEvent: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// `report` opened the story.
    case opened
    /// `report` came to it.
    case joined
    /// The story `other` became part of it.
    case merged
    /// Some of its reports became the story `other`.
    case split
    /// `report` was moved from the story `other` to it.
    case moved
    /// Reports of it were dropped, as the settings for keeping ask.
    case dropped
    /// A decision about it was taken back.
    case undone
    /// All stories were worked out anew.
    case refolded
    /// The table of outlets changed.
    case outlets
  }

  package var kind: Kind
  /// Seconds since 1970.
  package var time: Int64
  /// Its id; nil for an event of all stories.
  package var story: String?
  package var other: String?
  package var report: String?
  /// The decision made by hand that it follows from.
  package var decision: Int64?
}

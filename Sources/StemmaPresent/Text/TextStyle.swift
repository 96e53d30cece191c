/// What the terminal can show, and how much of the dossier it is to show. The caller knows the terminal.
package struct TextStyle: Sendable, Equatable {
  /// Columns; no line is longer.
  package var width: Int
  /// ANSI colours. Nothing is said by colour alone.
  package var color: Bool
  /// Box drawing and round marks; else ASCII for all that is ours. The reports' own words stay as they are.
  package var unicode: Bool
  /// Everything, not only what matters most.
  package var full: Bool

  package static let narrowest = 60

  package init(width: Int = 80, color: Bool = false, unicode: Bool = true, full: Bool = false) {
    self.width = max(Self.narrowest, width)
    self.color = color
    self.unicode = unicode
    self.full = full
  }
}

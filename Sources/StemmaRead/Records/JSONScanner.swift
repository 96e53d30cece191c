/// Finds where a JSON value ends, a piece at a time and without a tree. Broken JSON ends somewhere, too.
///
/// - Complexity: O(*n*) in the bytes, whatever they nest.
struct JSONScanner {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasStarted = false
  /// Numbers, `true`, `false` and `null` end where something else begins.
  private var isScalar = false

  /// The offset behind the value; nil where it goes on after these bytes.
  mutating func end(in bytes: some RandomAccessCollection<UInt8>) -> Int? {
    // In locals: state in a structure is written back for every byte.
    var (depth, isInString, isEscaped) = (depth, isInString, isEscaped)
    defer { (self.depth, self.isInString, self.isEscaped) = (depth, isInString, isEscaped) }
    for (offset, byte) in bytes.enumerated() {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return offset + 1 }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if isScalar { return offset }
        isInString = true
        hasStarted = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isScalar { return offset }
        depth += 1
        hasStarted = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return offset }
        depth -= 1
        if depth == 0 { return offset + 1 }
      case UInt8(ascii: ","), 0...32:
        if depth == 0, hasStarted { return offset }
      default:
        if depth == 0 {
          hasStarted = true
          isScalar = true
        }
      }
    }
    return nil
  }
}

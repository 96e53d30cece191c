/// Finds where a script ends that begins at some place of a page: what stands in it is no markup.
enum ScriptEnd {
  /// - Complexity: O(*n*) in the length of the script.
  static func find(_ source: [UInt8], from start: Int) -> Int {
    let name: StaticString = "</script"
    let length = name.utf8CodeUnitCount
    return source.withUnsafeBufferPointer { bytes in
      var at = start
      while at + length <= bytes.count {
        if bytes[at] == UInt8(ascii: "<"), bytes[at + 1] == UInt8(ascii: "/"),
          (2..<length).allSatisfy({ bytes[at + $0] | 32 == name.utf8Start[$0] })
        {
          return at
        }
        at += 1
      }
      return bytes.count
    }
  }
}

import Foundation
import StemmaModel

/// Turns the bytes of one page or record into text, and says what it had to guess or replace.
struct TextDecoder {
  /// What the text is called in a caveat.
  let source: String
  /// The encoding that the transport names.
  var transport: Encoding? = nil
  /// Whether a declaration in the text itself counts: it does in HTML and XML.
  var readsMarkup = false

  struct Decoded {
    var text: String
    var encoding: Encoding
    var caveats: [Caveat] = []
  }

  /// Nil where the bytes are no text: zeros in them that no wide encoding explains.
  func decode(_ bytes: [UInt8]) -> Decoded? {
    if let mark = DeclaredEncoding.mark(bytes) { return decode(bytes, as: mark, isDeclared: true) }
    // Zeros mean wide units or no text at all, but in a page, where they are a mistake that a parser gets over.
    if bytes.containsByte(0) {
      if let wide = DeclaredEncoding.wide(bytes) { return decode(bytes, as: wide, isDeclared: false) }
      if !readsMarkup { return nil }
    }
    let declared = transport ?? (readsMarkup ? DeclaredEncoding.markup(bytes) : nil)
    // Text that is UTF-8 through and through was not written in an encoding of single bytes, whatever it says.
    if declared.map({ $0 == .utf8 || $0.isSingleByte }) ?? true, let text = String(validating: bytes, as: UTF8.self) {
      guard let declared, declared != .utf8, bytes.contains(where: { $0 >= 0x80 }) else {
        return Decoded(text: text, encoding: .utf8)
      }
      let note = "\(source) says that it is \(declared.name) and is UTF-8: it is read as UTF-8."
      return Decoded(text: text, encoding: .utf8, caveats: [caveat(note)])
    }
    if let declared, declared != .utf8, let decoded = decode(bytes, as: declared, isDeclared: true),
      !isMostlyWrong(decoded, bytes)
    {
      return decoded
    }
    if let nearly = almostUTF8(bytes) { return nearly }
    let guess = EncodingGuess.encoding(of: bytes)
    guard var decoded = decode(bytes, as: guess, isDeclared: false) else { return nil }
    let claim = declared.map { "says that it is \($0.name) and is not" } ?? "does not say its encoding and is not UTF-8"
    decoded.caveats.insert(
      caveat("\(source) \(claim): it is read as \(guess.name), by its letters. Convert it if they look wrong."), at: 0)
    return decoded
  }

  private func decode(_ bytes: [UInt8], as encoding: Encoding, isDeclared: Bool) -> Decoded? {
    if encoding == .utf8 { return almostUTF8(bytes, whateverTheErrors: true) }
    let text: [UInt8]
    var invalid: Int
    var isCut = false
    if let table = SingleByteTable(encoding) {
      (text, invalid) = table.decode(bytes)
    } else {
      guard let converter = SystemConverter(from: encoding) else { return nil }
      var converted: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
        converted += converter.convert(Array(bytes[start..<min(start + 1 << 20, bytes.count)]))
      }
      (text, invalid) = (converted, converter.invalid)
      isCut = !converter.rest.isEmpty
    }
    var decoded = Decoded(text: String(decoding: text, as: UTF8.self), encoding: encoding)
    if isCut { decoded.caveats.append(cutShort) }
    if invalid > 0 { decoded.caveats.append(replaced(invalid, encoding)) }
    return decoded
  }

  /// As UTF-8 where most of what is not ASCII is; a last character that is cut off is dropped.
  private func almostUTF8(_ bytes: [UInt8], whateverTheErrors: Bool = false) -> Decoded? {
    let end = bytes.count - Self.cutOff(bytes)
    let (valid, invalid) = Self.sequences(bytes[..<end])
    // In another encoding letters rarely fall into a sequence of UTF-8, one in ten at most: twice as many as do not is plain.
    guard whateverTheErrors || invalid * 2 <= valid else { return nil }
    var decoded = Decoded(text: String(decoding: bytes[..<end], as: UTF8.self), encoding: .utf8)
    if end < bytes.count { decoded.caveats.append(cutShort) }
    if invalid > 0 { decoded.caveats.append(replaced(invalid, .utf8)) }
    return decoded
  }

  /// The bytes of an incomplete last character.
  private static func cutOff(_ bytes: [UInt8]) -> Int {
    for partial in 1...3 where bytes.count > partial {
      let lead = bytes[bytes.count - partial]
      guard lead >= 0xC2, lead <= 0xF4, bytes.suffix(partial - 1).allSatisfy({ $0 & 0xC0 == 0x80 }) else { continue }
      // A lone byte at the end of short text is rather a letter of another encoding.
      let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      return needed > partial ? partial : 0
    }
    return 0
  }

  /// The continuation bytes of characters that are whole, and the errors.
  private static func sequences(_ bytes: ArraySlice<UInt8>) -> (valid: Int, invalid: Int) {
    var valid = 0
    var invalid = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      if lead >= 0xC2, lead <= 0xF4, at + length <= bytes.endIndex,
        bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        valid += length - 1
        at += length
      } else {
        invalid += 1
        at += 1
      }
    }
    return (valid, invalid)
  }

  /// More than one error in twenty of what is not ASCII: the declaration is wrong, not the text.
  private func isMostlyWrong(_ decoded: Decoded, _ bytes: [UInt8]) -> Bool {
    let wrong = decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" }
    return wrong > 0 && wrong * 20 > bytes.count { $0 >= 0x80 }
  }

  private var cutShort: Caveat {
    Caveat(.cutShort, source: source, note: "\(source) ends in the middle of a character: the text is cut short.")
  }

  private func replaced(_ count: Int, _ encoding: Encoding) -> Caveat {
    caveat(
      count == 1
        ? "One character of \(source) is not \(encoding.name): it is shown as \u{FFFD}."
        : "\(count) characters of \(source) are not \(encoding.name): they are shown as \u{FFFD}.")
  }

  private func caveat(_ note: String) -> Caveat { Caveat(.encoding, source: source, note: note) }
}

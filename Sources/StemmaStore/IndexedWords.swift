import Foundation
import GRDB

/// Texts as the index of words reads them.
///
/// SQLite's tokenizer takes a run of letters for a word. Chinese and Japanese do not part words, so each of their signs is made a
/// word of its own by a zero-width space on both sides; several in a row are then found as a phrase.
enum IndexedWords {
  static let gap: Unicode.Scalar = "\u{200B}"

  /// The text with its unparted scripts parted; most texts as they are.
  /// - Complexity: O(*n*); texts without bytes from 0xE3 on are looked at once and not copied.
  static func parted(_ text: String) -> String {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 < 0xE3 || $0 > 0xE9 && $0 < 0xF0 }
    }
    guard isPlain != true else { return text }
    var parted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnparted(scalar) {
        parted.append(gap)
        parted.append(scalar)
        parted.append(gap)
      } else {
        parted.append(scalar)
      }
    }
    return String(parted)
  }

  /// Han, Hiragana and Katakana.
  static func isUnparted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// `stemma_words(x)`: a packed or plain text as the index reads it. The index asks for it when it is made anew.
  static let function = DatabaseFunction("stemma_words", argumentCount: 1, pure: true) { values in
    switch values[0].storage {
    case .string(let text): parted(text)
    case .blob(let data): Packing.text(data).map(parted)
    default: nil
    }
  }
}

import StemmaModel

/// Reads an input that is one page: a text, or an HTML document.
final class PageReader: ReadingSource {
  private let input: Input
  private let bytes: ByteReader
  private let format: Format
  private let isUnpacked: Bool
  private let raw: DigestingBytes?
  private let limits: Reader.Limits
  private var waiting = WaitingReadings()
  private var isRead = false
  /// Of the page's bytes, unpacked; nil before the page was given.
  private(set) var digest: String?

  /// - Parameter raw: the stream that has already taken the fingerprint, where the page is not packed.
  init(
    _ input: Input, _ bytes: ByteReader, format: Format, isUnpacked: Bool, raw: DigestingBytes?, limits: Reader.Limits
  ) {
    self.input = input
    self.bytes = bytes
    self.format = format
    self.isUnpacked = isUnpacked
    self.raw = raw
    self.limits = limits
  }

  func next() -> Reader.Reading? {
    if !isRead { read() }
    return waiting.take()
  }

  private func read() {
    isRead = true
    let limit = isUnpacked ? limits.unpackedBytesPerPage : limits.bytesPerInput
    var content = bytes.rest(limit: limit)
    var caveats: [Caveat] = []
    if content.count > limit {
      guard isUnpacked else { return refuse(.tooLarge(limit: limit)) }
      content.removeLast(content.count - limit)
      caveats.append(
        cut("\(input.source) unpacks to more than \(ReadError.size(limit)): what comes after that is left out."))
    } else if let trouble = bytes.trouble {
      guard trouble.code != .failed else { return refuse(.failed) }
      caveats.append(cut(ReadError(trouble.code, input.source).description))
    }
    let decoder = TextDecoder(
      source: input.source, transport: input.mediaType?.encoding, readsMarkup: format == .html)
    guard let decoded = decoder.decode(content) else { return refuse(.binary) }
    let text = decoded.text
    if !text.utf8.contains(where: { $0 > 32 }) || text == "\u{FEFF}" {
      // Empty as far as it was read is not empty.
      return refuse(content.count == limit ? .tooLarge(limit: limit) : bytes.trouble?.code ?? .empty)
    }
    let form: Page.Form =
      switch format {
      case .html: .html
      case .markdown: .markdown
      default: MarkdownSigns(text).areClear ? .markdown : .plain
      }
    // A payload's is of its text, as a record's is.
    let digest =
      input.isNested ? Digest.hexadecimal(text.utf8) : raw?.digest.hexadecimal ?? Digest.hexadecimal(content)
    self.digest = digest
    waiting.add(
      Page(
        source: input.source, sha256: digest, text: text, form: form, testimony: input.testimony,
        caveats: input.caveats + decoded.caveats + caveats))
  }

  private func cut(_ note: String) -> Caveat { Caveat(.cutShort, source: input.source, note: note) }

  private func refuse(_ code: ReadError.Code) { waiting.add(ReadError(code, input.source)) }
}

import StemmaModel

/// One thing to read: bytes, and what is known of them before they are looked at.
struct Input {
  /// The path or address as given; a record's has `#` and its number.
  var source: String
  var stream: any ByteStream
  /// Bytes, where the system says how many.
  var size: Int? = nil
  var mediaType: MediaType? = nil
  /// What brought it says of it.
  var testimony: [Testimony] = []
  /// What went wrong before it came here; it travels with its page.
  var caveats: [Caveat] = []
  /// Within an archive or a list: no further archive or list is opened there.
  var isNested = false

  /// The input in memory.
  init(_ source: String, _ bytes: [UInt8]) {
    self.source = source
    stream = MemoryBytes(bytes)
    size = bytes.count
  }

  init(_ source: String, _ stream: any ByteStream) {
    self.source = source
    self.stream = stream
  }
}

/// Reads one input: unpacks it, finds out what it is, and hands it to the reader of its format.
final class InputReader: ReadingSource {
  private let input: Input
  private let limits: Reader.Limits
  private let fetcher: Fetcher?
  private let raw: DigestingBytes
  private var bytes: ByteReader?
  private var inner: (any ReadingSource)?
  private var waiting = WaitingReadings()
  private var hasEnded = false
  private var page: PageReader?
  private var gavePage = false

  init(_ input: Input, limits: Reader.Limits, fetcher: Fetcher?) {
    self.input = input
    self.limits = limits
    self.fetcher = fetcher
    raw = DigestingBytes(input.stream, isAsked: !input.isNested)
  }

  /// The fingerprint of the input at its end: of a page its own, of records that of the input as it came. Nil without a page.
  var digest: String? {
    guard gavePage, !input.isNested else { return nil }
    return page?.digest ?? raw.digest.hexadecimal
  }

  func next() -> Reader.Reading? {
    while true {
      if let reading = waiting.take() {
        if case .page = reading { gavePage = true }
        return reading
      }
      if hasEnded { return nil }
      if bytes == nil { open() }
      if let reading = inner?.next() {
        if case .page = reading { gavePage = true }
        return reading
      }
      hasEnded = true
      // A page tells of the trouble of its bytes itself.
      if page == nil, inner != nil, let trouble = bytes?.trouble {
        waiting.add(
          Caveat(.cutShort, source: input.source, note: ReadError(trouble.code, input.source).description))
      }
    }
  }

  /// What the feed calls itself; nil where the input is none. In place of `next`.
  func feedTitle() -> String? {
    open()
    return switch inner {
    case let feed as FeedReader: feed.title()
    case let object as JSONReader: object.feedTitle()
    default: nil
    }
  }

  private func open() {
    let (reader, layers) = Unpacking.open(raw, limits: limits)
    bytes = reader
    let head = reader.peek(1 << 12)
    if head.isEmpty { return refuse(reader.trouble?.code ?? .empty) }
    if let code = Format.refusal(of: head) { return refuse(code) }
    let name = input.source.lowercased()
    if name.hasSuffix(".mht") || name.hasSuffix(".mhtml") { return refuse(.pageArchive) }
    let format = Format(head: head, mediaType: input.mediaType?.name, path: input.source)
    switch format {
    case .plain, .markdown, .html:
      if layers == 0, let size = input.size, size > limits.bytesPerInput {
        return refuse(.tooLarge(limit: limits.bytesPerInput))
      }
      let page = PageReader(
        input, reader, format: format, isUnpacked: layers > 0, raw: layers == 0 ? raw : nil, limits: limits)
      self.page = page
      inner = page
    case .otherXML(let root): refuse(.otherXML(root))
    case .webArchive:
      if input.isNested { return refuse(.binary) }
      inner = ArchiveReader(source: input.source, bytes: reader, limits: limits)
    case .json, .jsonLines, .feed, .feedList:
      guard let text = asciiKeeping(reader, head) else { return refuse(.unknownEncoding) }
      bytes = text
      inner = records(text, format)
    }
  }

  private func records(_ text: ByteReader, _ format: Format) -> any ReadingSource {
    let container = RecordContainer(
      source: input.source, encoding: input.mediaType?.encoding, testimony: input.testimony, limits: limits)
    return switch format {
    case .jsonLines: JSONLinesReader(container, text)
    case .json: JSONReader(container, text)
    case .feedList: FeedListReader(container, text, fetcher: input.isNested ? nil : fetcher)
    default: FeedReader(container, text)
    }
  }

  /// The bytes in an encoding in which the marks of records can be looked for as they are; nil where the system cannot.
  private func asciiKeeping(_ reader: ByteReader, _ head: [UInt8]) -> ByteReader? {
    let named = input.mediaType?.encoding ?? DeclaredEncoding.markup(head)
    let encoding =
      DeclaredEncoding.mark(head) ?? (head.contains(0) ? DeclaredEncoding.wide(head) : nil) ?? named ?? .utf8
    if encoding.keepsASCII { return reader }
    return TranscodedBytes(ReaderBytes(reader), from: encoding).map { ByteReader($0) }
  }

  private func refuse(_ code: ReadError.Code) { waiting.add(ReadError(code, input.source)) }
}

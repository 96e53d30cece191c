import Foundation
import StemmaCopies
import StemmaPipeline
import StemmaPresent
import StemmaStore

/// A flood at growing sizes: near-copies, stories, the store and its search, beside the plain ways to do them.
struct FloodBenchmarks {
  /// Numbers of reports, growing.
  var sizes: [Int]
  /// A folder with `docs.jsonl`, of which the first reports are taken; nil for the invented flood.
  var folder: String?
  /// Near-copies alone, at the largest size.
  var copiesAlone = false

  /// After a size that took this long, no larger one is tried.
  private static let enoughSeconds = 2700.0
  /// What is left on the disk for each report while one size is measured: its text twice and what the store makes of it.
  private static let bytesPerReport = 20_000
  /// Reports that the twins, which compare all with all, are given.
  private static let twinSize = 2_000

  /// Larger corpora are not read again with other threads and batches.
  private static let mostForSameness = 100_000

  private var program: URL { ProcessBenchmark.root.appendingPathComponent(".build/release/stemma") }

  func run(into table: inout Table) throws {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw Wrong(description: "it needs the program: swift build -c release --product stemma")
    }
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-flood-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    if !copiesAlone { try twins(in: place, into: &table) }
    for size in copiesAlone ? Array(sizes.suffix(1)) : sizes {
      let free = try FileManager.default.attributesOfFileSystem(forPath: place.path)[.systemFreeSize] as? Int ?? .max
      guard free > size * Self.bytesPerReport else {
        table.add("flood, \(size) reports", 0, "s", "skipped: the disk has no room")
        break
      }
      let file = place.appendingPathComponent("docs.jsonl")
      guard let corpus = try FloodCorpus.write(size, of: folder, to: file) else {
        table.add("flood, \(size) reports", 0, "s", "skipped: the corpus has fewer")
        break
      }
      let time = try Measure.seconds { try measure(corpus, in: place, into: &table) }
      if time > Self.enoughSeconds, size != sizes.last {
        table.add("flood, more reports", 0, "s", "skipped: the last took too long")
        break
      }
    }
  }

  private func measure(_ corpus: FloodCorpus, in place: URL, into table: inout Table) throws {
    let store = place.appendingPathComponent("flood.stemma")
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + end) }
    }
    try nearCopies(corpus, into: &table)
    if copiesAlone { return }
    try whole("stories", ["stories", "--quiet", corpus.file.path], corpus, into: &table)
    if corpus.count <= Self.mostForSameness { try sameness(corpus, into: &table) }
    try whole("ingest", ["ingest", "--quiet", store.path, corpus.file.path], corpus, into: &table)
    try Self.search(store.path, try corpus.texts(min(corpus.count, Self.twinSize)), corpus.count, into: &table)
    let doctor = try ChildProcess.run(program, ["doctor", store.path])
    table.add("doctor, \(corpus.count)", doctor.wall, "s", String(format: "%.2f s of processor", doctor.processor))
  }

  // MARK: - One size

  /// From texts in memory, on one core: sketching and adding, some thousands at a time.
  private func nearCopies(_ corpus: FloodCorpus, into table: inout Table) throws {
    var index = CopyIndex()
    var (sketching, adding) = (0.0, 0.0)
    var (copies, texts) = (0, [String]())
    func fold() {
      var sketches: [CopySketch] = []
      sketching += Measure.processorSeconds { sketches = texts.map { CopySketch($0) } }
      adding += Measure.processorSeconds {
        for sketch in sketches {
          let found = index.add(sketch)
          if found.twin != nil || !found.copies.isEmpty { copies += 1 }
        }
      }
      texts.removeAll(keepingCapacity: true)
    }
    try corpus.eachText { text in
      texts.append(text)
      if texts.count == 5_000 { fold() }
    }
    fold()
    table.add(
      "near-copies, \(corpus.count)", Double(corpus.count) / (sketching + adding), "/s",
      String(
        format:
          "of one core, from text: sketch %.1f µs, add %.1f µs; %d are copies of an earlier one; index %d bytes a report",
        sketching / Double(corpus.count) * 1e6, adding / Double(corpus.count) * 1e6, copies, index.bytes / corpus.count)
    )
  }

  /// A command over the whole corpus, from start to exit.
  private func whole(
    _ name: String, _ arguments: [String], _ corpus: FloodCorpus, into table: inout Table
  ) throws {
    let run = try ChildProcess.run(program, arguments)
    table.add(
      "\(name), \(corpus.count)", Double(corpus.count) / run.wall, "/s",
      String(
        format: "%.1f s, %.1f s of processor, at most %d MiB", run.wall, run.processor, run.peakBytes >> 20))
  }

  /// The stories with one thread and report by report, and with more threads and large batches: the same bytes.
  private func sameness(_ corpus: FloodCorpus, into table: inout Table) throws {
    func lines(threads: Int, batch: Int) throws -> Data {
      var reader = Corpus()
      (reader.threads, reader.batch) = (threads, batch)
      let list = try reader.stories(of: [corpus.file.path]) { _ in }
      let encoder = DossierJSON.encoder(pretty: false)
      return try (0..<list.count).reduce(into: Data()) { $0 += try encoder.encode(list[$1]) + [10] }
    }
    var bytes = Data()
    let time = try Measure.seconds { bytes = try lines(threads: 1, batch: 1) }
    guard try bytes == lines(threads: 3, batch: 1_000) else {
      throw Wrong(description: "other threads and batches give other stories")
    }
    table.add(
      "stories, one thread, one by one, \(corpus.count)", Double(corpus.count) / time, "/s",
      "the same \(bytes.count) bytes as with 3 threads and batches of 1000")
  }

  /// A store that is there, asked for words of the corpus that it was made of.
  static func search(_ path: String, of folder: String, into table: inout Table) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-flood-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    guard let corpus = try FloodCorpus.write(twinSize, of: folder, to: place) else {
      throw Wrong(description: "\(folder) has fewer than \(twinSize) reports")
    }
    var options = Store.Options()
    options.isReadOnly = true
    let count = try Store(path, options).counts().reports
    try search(path, try corpus.texts(twinSize), count, into: &table)
  }

  private static func search(_ path: String, _ texts: [String], _ count: Int, into table: inout Table) throws {
    var options = Store.Options()
    options.isReadOnly = true
    let questions = FloodQuestions(texts).all
    var store: Store?
    let opening = try Measure.seconds(runs: 5) { store = try Store(path, options) }.median
    guard let store else { return }
    defer { try? store.close() }
    table.add("open the store, \(count)", opening * 1000, "ms", "median of 5")
    for (name, question) in questions {
      var hits = 0
      // The first time its pages come from the file.
      let first = try Measure.seconds { hits = try store.search(question).count }
      let again = try (0..<9).map { _ in try Measure.processorSeconds { _ = try store.search(question) } }.sorted()[4]
      table.add(
        "search, \(name), \(count)", again * 1000, "ms",
        String(
          format: "of processor, median of 9; %.1f by the clock the first time; %d of 20 hits", first * 1000, hits))
    }
  }

  // MARK: - Twins

  /// The plain ways on the first reports, and ours on the same.
  private func twins(in place: URL, into table: inout Table) throws {
    let file = place.appendingPathComponent("twins.jsonl")
    guard let corpus = try FloodCorpus.write(Self.twinSize, of: folder, to: file) else {
      throw Wrong(description: "the corpus has fewer than \(Self.twinSize) reports")
    }
    let texts = try corpus.texts(Self.twinSize)

    var pairs: Set<[Int]> = []
    let all = Measure.processorSeconds { pairs = FloodTwins.nearCopies(texts) }
    var named: Set<[Int]> = []
    let ours = Measure.processorSeconds {
      var index = CopyIndex()
      for text in texts {
        let found = index.add(CopySketch(text))
        for copy in found.copies { named.insert([copy.report, found.report]) }
        if let twin = found.twin { named.insert([twin, found.report]) }
      }
    }
    let (right, found) = (named.intersection(pairs).count, pairs.intersection(named).count)
    guard right * 20 >= named.count * 19, found * 10 >= pairs.count * 8 else {
      throw Wrong(
        description: "of \(pairs.count) near-copies \(found) were found, and \(named.count - right) that are none")
    }
    table.add(
      "every pair of \(texts.count)", all * 1000, "ms",
      String(
        format: "the twin of near-copies: %.0f times ours (%.1f ms); %d pairs, of which we name %d, and %d more",
        all / ours, ours * 1000, pairs.count, found, named.count - right))

    let single = Measure.processorSeconds { _ = FloodTwins.stories(texts) }
    let corpusTime = Measure.processorSeconds { _ = try? Corpus().stories(of: [file.path]) { _ in } }
    table.add(
      "single-pass TF-IDF, \(texts.count)", single * 1000, "ms",
      String(
        format: "the twin of stories: %.1f times ours, which reads the file as well (%.1f ms)", single / corpusTime,
        corpusTime * 1000))
    try commits(corpus, in: place, into: &table)
  }

  /// A commit for each report, and the search through all texts.
  private func commits(_ corpus: FloodCorpus, in place: URL, into table: inout Table) throws {
    func ingest(_ name: String, _ batch: [String]) throws -> ChildProcess {
      try ChildProcess.run(
        program, ["ingest", "--quiet"] + batch + [place.appendingPathComponent(name).path, corpus.file.path])
    }
    let (one, many) = (try ingest("one.stemma", ["--batch", "1"]), try ingest("many.stemma", []))
    table.add(
      "a commit for each report, \(corpus.count)", Double(corpus.count) / one.wall, "/s",
      String(
        format: "the twin of ingest: %.1f times its time (%.0f/s), %.1f times its processor", one.wall / many.wall,
        Double(corpus.count) / many.wall, one.processor / many.processor))
    let store = try Store(place.appendingPathComponent("many.stemma").path)
    defer { try? store.close() }
    let texts = try corpus.texts(corpus.count)
    let word = FloodQuestions(texts).rare
    var question = SearchQuestion(word)
    question.limit = corpus.count
    var (there, hits) = (0, 0)
    let all = Measure.processorSeconds { there = FloodTwins.search(word, in: texts) }
    let ours = try (0..<9).map { _ in try Measure.processorSeconds { hits = try store.search(question).count } }
      .sorted()[4]
    // Reports with the same words, outlet and time are one in the store.
    guard hits > 0, hits <= there else { throw Wrong(description: "\(hits) reports have \(word), not \(there)") }
    table.add(
      "all texts looked through, \(corpus.count)", all * 1000, "ms",
      String(format: "the twin of a search: %.0f times its time (%.2f ms)", all / ours, ours * 1000))
  }
}

/// What is searched for: words by how many of the first reports have them.
struct FloodQuestions {
  private let common: [String]
  private let phrase: String
  /// A word of two reports or so.
  let rare: String

  init(_ texts: [String]) {
    var reportsWith: [String: Int] = [:]
    var pairs: [String: Int] = [:]
    for text in texts {
      var seen: Set<String> = []
      var last: String?
      FloodTwins.each(text) { bytes in
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        seen.insert(word)
        if let last, last.utf8.count > 4, word.utf8.count > 4 { pairs[last + " " + word, default: 0] += 1 }
        last = word
      }
      for word in seen { reportsWith[word, default: 0] += 1 }
    }
    func nearest(_ share: Double) -> [String] {
      let aim = share * Double(texts.count)
      return reportsWith.filter { $0.key.utf8.count > 4 && $0.key.utf8.allSatisfy { $0 >= 97 && $0 <= 122 } }
        .map { (word: $0.key, off: abs(Double($0.value) - aim)) }
        .sorted { ($0.off, $0.word) < ($1.off, $1.word) }.prefix(4).map(\.word)
    }
    common = nearest(0.2)
    rare = nearest(2 / Double(max(1, texts.count)))[0]
    phrase = pairs.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? common.joined(separator: " ")
  }

  var all: [(name: String, question: SearchQuestion)] {
    var questions = [
      ("a usual word", SearchQuestion(common[0])), ("a rare word", SearchQuestion(rare)),
      ("two usual words", SearchQuestion(common.prefix(2).joined(separator: " "))),
      ("four usual words", SearchQuestion(common.joined(separator: " "))),
      ("a phrase", SearchQuestion("\"\(phrase)\"")),
      ("a prefix", SearchQuestion(String(common[0].prefix(5)) + "*")),
    ]
    for (name, words) in [("a usual word", common[0]), ("four usual words", common.joined(separator: " "))] {
      var question = SearchQuestion(words)
      question.order = .titles
      questions.append((name + ", titles first", question))
    }
    return questions
  }
}

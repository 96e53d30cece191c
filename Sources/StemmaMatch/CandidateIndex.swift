/// Which reports may share wording: those that have rare runs of words in common.
struct CandidateIndex {
  /// The words of a run that is looked up.
  static let gram = 4
  /// Others that one report is compared with, at the most: those that share the most runs.
  static let most = 48
  /// Reports of a run that are paired with one another; of a commoner one only neighbours are.
  static let dense = 64

  private var postings: [UInt64: [Int32]] = [:]
  private let count: Int

  init(_ sequences: [WordSequence]) {
    count = sequences.count
    for (report, sequence) in sequences.enumerated() {
      let numbers = sequence.numbers
      guard numbers.count >= Self.gram else { continue }
      for start in 0...(numbers.count - Self.gram) {
        let words = start..<(start + Self.gram)
        // A run of function words alone is a phrase of the language.
        guard words.contains(where: { !sequence.isFunctionWord[$0] }) else { continue }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for i in words { hash = (hash ^ UInt64(UInt32(bitPattern: numbers[i]))) &* 0x0000_0100_0000_01b3 }
        if postings[hash]?.last != Int32(report) { postings[hash, default: []].append(Int32(report)) }
      }
    }
  }

  /// Pairs worth comparing, `a < b`, in order.
  func pairs() -> [(a: Int, b: Int)] {
    var shared: [UInt64: Int32] = [:]
    for reports in postings.values where reports.count > 1 {
      for i in 1..<reports.count {
        for j in (reports.count <= Self.dense ? 0 : max(0, i - 4))..<i {
          shared[UInt64(reports[j]) << 32 | UInt64(reports[i]), default: 0] += 1
        }
      }
    }
    var partners = [[(other: Int, shared: Int32)]](repeating: [], count: count)
    for (pair, runs) in shared {
      let (a, b) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      partners[a].append((b, runs))
      partners[b].append((a, runs))
    }
    var kept: Set<UInt64> = []
    for (report, others) in partners.enumerated() {
      let best = others.sorted { ($1.shared, $0.other) < ($0.shared, $1.other) }.prefix(Self.most)
      for (other, _) in best { kept.insert(UInt64(min(report, other)) << 32 | UInt64(max(report, other))) }
    }
    return kept.sorted().map { (Int($0 >> 32), Int($0 & 0xffff_ffff)) }
  }
}

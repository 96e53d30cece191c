import Testing

@testable import StemmaCopies

struct CopyGroupsTests {
  private typealias Link = CopyGroups.Link

  @Test func `a group that outgrows what is weighed keeps all its members`() {
    var groups = CopyGroups()
    let strong = { (report: Int) in Link(report: Int32(report), strength: 60_000) }
    let weak = { (report: Int) in Link(report: Int32(report), strength: 20_000) }
    for report in 0..<20 { _ = groups.add(time: report, twin: nil, links: (0..<report).map(strong)) }
    // A twin of the last, which follows it wherever it goes.
    _ = groups.add(time: -5, twin: 19, links: [])
    // Another group, with nearly enough links to the first.
    for report in 21..<41 {
      let far = (0..<20).filter { ($0 + report) % 20 < 11 || ($0 + report) % 40 == 12 }.map(weak)
      _ = groups.add(time: report, twin: nil, links: far + (21..<report).map(strong))
    }
    #expect(groups.members(of: 0) == [20] + Array(0..<20))
    #expect(groups.members(of: 30) == Array(21..<41))
    // A late report is linked to all, as are those after it.
    for report in 41..<90 {
      _ = groups.add(time: report, twin: nil, links: (0..<20).map(weak) + (21..<41).map(weak))
    }
    #expect(groups.members(of: 60) == [20] + Array(0..<20) + Array(21..<90))
    #expect(groups.head(of: 33) == 20)
    groups.forget(before: 45)
    #expect(groups.members(of: 60).filter { $0 >= 45 } == Array(45..<90))
  }

  @Test func `a member goes over to those that are more like it`() {
    var groups = CopyGroups()
    _ = groups.add(time: 0, twin: nil, links: [])
    #expect(groups.add(time: 1, twin: nil, links: [Link(report: 0, strength: 20_000)]).after == [0])
    // Two that are more like 1, and not like 0.
    let change = groups.add(time: 2, twin: nil, links: [Link(report: 1, strength: 50_000)])
    #expect(change.before == [0] && change.after == [0, 1])
    #expect(groups.members(of: 2) == [1, 2])
    #expect(groups.members(of: 0) == [0])
  }
}

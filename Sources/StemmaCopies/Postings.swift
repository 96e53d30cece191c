/// Which reports have a run: a table with open addressing in which the reports of one run stand close together.
///
/// A place is 8 bytes: the run's 32-bit tag and the report's number. The tag says where it belongs, so the table grows by
/// one pass in order.
struct Postings {
  /// Reports that are kept of one run, the earliest. When there are so many it is asked whether they are like one another.
  static let mostReports = 32
  /// A run that reports of so many groups have is common, its list is dropped, and it brings nobody together any more.
  static let commonGroups = 8
  /// Set in a place that stands for a common run; the rest is the report at which it was found to be one.
  private static let common: UInt64 = 1 << 31
  /// Of 16 places so many are filled before the table grows.
  private static let fill = 12

  /// Tag above report; a report counts from 1, so that 0 is an empty place.
  private var places: [UInt64]
  /// Places filled, by forgotten reports as well.
  private var filled = 0

  init() { places = [UInt64](repeating: 0, count: 1 << 12) }

  /// Bytes in use.
  var bytes: Int { places.capacity * 8 }

  /// The tag of a run from all bits that are known of it.
  @inline(__always)
  static func tag(gram: UInt32, detail: UInt16) -> UInt32 {
    let key = (UInt64(gram) << UInt64(CopySketch.detailBits) | UInt64(detail)) &* 0x9e37_79b9_7f4a_7c15
    return UInt32(truncatingIfNeeded: ((key ^ key >> 32) &* 0xd6e8_feb8_6659_fd93) >> 32)
  }

  /// The tag of a text's words as a whole.
  static func tag(identity: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: ((identity ^ identity >> 32) &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }

  /// Calls `body` with each report that has one of the runs, once for each run, and adds `report` to their lists.
  ///
  /// - Parameters:
  ///   - report: its number; it is not added where it is nil.
  ///   - first: reports before this one are forgotten.
  ///   - group: the group of a report.
  /// - Returns: how many of the runs are common.
  /// - Complexity: O(`mostReports`) for each tag.
  mutating func meet(
    _ tags: UnsafeBufferPointer<UInt32>, adding report: Int?, first: Int, group: (_ report: Int) -> Int,
    _ body: (_ report: Int) -> Void
  ) -> Int {
    if filled + tags.count > places.count / 16 * Self.fill { rebuild(first: first, room: tags.count) }
    let (added, common) = places.withUnsafeMutableBufferPointer { places in
      let count = places.count
      // The places lie far apart: asked for together, they come from memory together.
      var touched: UInt64 = 0
      for tag in tags { touched |= places[Self.home(tag, count)] }
      guard touched != 0 || report != nil else { return (0, 0) }
      var (added, common) = (0, 0)
      for tag in tags {
        var place = Self.home(tag, count)
        var (found, isCommon) = (0, false)
        while places[place] != 0 {
          if UInt32(truncatingIfNeeded: places[place] >> 32) == tag {
            if places[place] & Self.common != 0 {
              isCommon = true
              break
            }
            let other = Self.report(places[place])
            if other >= first, other != report {
              found += 1
              body(other)
            }
          }
          place += 1
          if place == count { place = 0 }
        }
        common += isCommon ? 1 : 0
        guard let report, !isCommon else { continue }
        if found < Self.mostReports {
          places[place] = UInt64(tag) << 32 | UInt64(report + 1)
          added += 1
        } else {
          Self.judge(tag, places, at: report, first, group)
        }
      }
      return (added, common)
    }
    filled += added
    return common
  }

  /// Marks a full list as common if its reports are of many groups.
  private static func judge(
    _ tag: UInt32, _ places: UnsafeMutableBufferPointer<UInt64>, at report: Int, _ first: Int,
    _ group: (Int) -> Int
  ) {
    var place = home(tag, places.count)
    let start = place
    withUnsafeTemporaryAllocation(of: Int.self, capacity: commonGroups) { groups in
      var known = 0
      while places[place] != 0, known < commonGroups {
        if UInt32(truncatingIfNeeded: places[place] >> 32) == tag, Self.report(places[place]) >= first {
          let group = group(Self.report(places[place]))
          if !groups[..<known].contains(group) {
            groups[known] = group
            known += 1
          }
        }
        place += 1
        if place == places.count { place = 0 }
      }
      guard known == commonGroups else { return }
      // The first of the list stands for all; the others go when the table is next rebuilt.
      place = start
      while UInt32(truncatingIfNeeded: places[place] >> 32) != tag {
        place += 1
        if place == places.count { place = 0 }
      }
      places[place] = UInt64(tag) << 32 | common | UInt64(report + 1)
    }
  }

  @inline(__always)
  private static func report(_ place: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: place & ~common)) - 1 }

  @inline(__always)
  private static func home(_ tag: UInt32, _ count: Int) -> Int { Int((UInt64(tag) &* UInt64(count)) >> 32) }

  /// Moves what is not forgotten, nor of a common run, into a table with room for as many more again by half.
  private mutating func rebuild(first: Int, room: Int) {
    // Reports number upwards along a list, and a common run's mark is the first of its list.
    let live = places.reduce(into: 0) { live, place in if place != 0, Self.report(place) >= first { live += 1 } }
    let count = max(1 << 12, (live + live / 2 + 2 * room) / Self.fill * 16)
    var grown = [UInt64](repeating: 0, count: count)
    var moved = 0
    grown.withUnsafeMutableBufferPointer { grown in
      for place in places where place != 0 && Self.report(place) >= first {
        let tag = UInt32(truncatingIfNeeded: place >> 32)
        var home = Self.home(tag, count)
        var isCommon = false
        while grown[home] != 0 {
          if grown[home] & Self.common != 0, UInt32(truncatingIfNeeded: grown[home] >> 32) == tag { isCommon = true }
          home += 1
          if home == count { home = 0 }
        }
        if isCommon { continue }
        grown[home] = place
        moved += 1
      }
    }
    places = grown
    filled = moved
  }
}

import Foundation

/// What speaks for two reports telling of one event, and against it, as numbers that the rule weighs.
package struct Evidence: Sendable {
  /// What each number is; cosines (of which the root is taken) and shares are 0…1, weighted by rarity.
  package enum Part: Int, CaseIterable, Sendable {
    /// Cosine of all features; of names; of the title and first lines; of titles; of figures; of dates; of pairs of names.
    case all, names, head, title, figures, dates, pairs
    /// Share of the names, and of the head, of the report with fewer that the other has too.
    case nameShare, headShare
    /// Logarithm of the summed rarity of what both have; of the names both have.
    case shared, sharedNames
    /// Logarithm of the days between; at most two days; a date is missing.
    case gap, near, undated
    /// Of one outlet; logarithm of the shorter one's words.
    case outlet, size
    /// One has no figure; both name dates and none in common.
    case noFigures, dateConflict
    /// One has no title; the rarest feature that both have; the rarest name.
    case noTitle, top, topName
    /// Logarithm of the summed rarity of pairs of names that both have.
    case sharedPairs
    /// Share of the title that the other has anywhere, of the title that has more; logarithm of the summed rarity of that title.
    case titleShare, titleSum
    /// Logarithm of the summed rarity of somebody's ages that both have; both have ages and none in common.
    case sharedAges, ageConflict
    /// The first day that each names is the same; some day is; each names days, none the same; how far apart they are then.
    case firstDay, anyDay, dayConflict, dayGap
  }

  package internal(set) var values = SIMD32<Float>(repeating: 0)

  package subscript(_ part: Part) -> Float {
    get { values[part.rawValue] }
    set { values[part.rawValue] = newValue }
  }
}

extension Weighed {
  /// Compares with a report of before. Shared features weigh as they do now.
  ///
  /// - Parameter days: from this report to the nearest of the other's story; not a number where that is not known.
  /// - Complexity: O(*n* + *m*) in the features of the two.
  func evidence(_ other: Sketch, days: Float) -> Evidence {
    var all: Float = 0
    var names: Float = 0
    var head: Float = 0
    var title: Float = 0
    var figures: Float = 0
    var dates: Float = 0
    var pairs: Float = 0
    var nameSum: Float = 0
    var headSum: Float = 0
    var shared: Float = 0
    var eitherNames: Float = 0
    var top: Float = 0
    var pairSum: Float = 0
    var ages: Float = 0
    var topName: Float = 0
    var ourTitle: Float = 0
    var theirTitle: Float = 0
    rarities.withUnsafeBufferPointer { rarities in
      sketch.features.withUnsafeBufferPointer { ours in
        other.features.withUnsafeBufferPointer { theirs in
          var i = 0
          var j = 0
          while i < ours.count, j < theirs.count {
            let (a, b) = (ours[i], theirs[j])
            if a >> 32 != b >> 32 {
              if a < b { i += 1 } else { j += 1 }
              continue
            }
            let both = StoryTraits.Kind(rawValue: Sketch.kind(a & b))
            let rarity = rarities[i]
            let square = rarity * rarity
            let product = square * Float(Sketch.count(a)) * Float(Sketch.count(b)) * (1 / 256)
            all += product
            shared += rarity
            top = max(top, rarity)
            if both.contains(.name) {
              names += product
              nameSum += rarity
              topName = max(topName, rarity)
            } else if Sketch.kind(a | b) & StoryTraits.Kind.name.rawValue != 0 {
              eitherNames += rarity
            }
            if both.contains(.head) {
              head += square
              headSum += rarity
            }
            if both.contains(.title) { title += square }
            if Sketch.kind(a) & StoryTraits.Kind.title.rawValue != 0 { ourTitle += rarity }
            if Sketch.kind(b) & StoryTraits.Kind.title.rawValue != 0 { theirTitle += rarity }
            if both.contains(.figure) { figures += square }
            if both.contains(.age) { ages += rarity }
            if both.contains(.date) { dates += square }
            if both.contains(.pair) {
              pairs += square
              pairSum += rarity
            }
            i += 1
            j += 1
          }
        }
      }
    }
    let (here, there) = (sketch.norms, other.norms)
    // The root: from little to some likeness is a longer way than from much to all.
    func cosine(_ dot: Float, _ a: Float, _ b: Float) -> Float {
      a > 0 && b > 0 ? min(1, dot / (a * b)).squareRoot() : 0
    }
    func share(_ sum: Float, _ a: Float, _ b: Float) -> Float { min(a, b) > 0 ? min(1, sum / min(a, b)) : 0 }
    var evidence = Evidence()
    evidence[.all] = cosine(all, here.all, there.all)
    evidence[.names] = cosine(names, here.names, there.names)
    evidence[.head] = cosine(head, here.head, there.head)
    evidence[.title] = cosine(title, here.title, there.title)
    evidence[.figures] = cosine(figures, here.figures, there.figures)
    evidence[.dates] = cosine(dates, here.dates, there.dates)
    evidence[.pairs] = cosine(pairs, here.pairs, there.pairs)
    evidence[.nameShare] = share(nameSum, here.nameSum, there.nameSum)
    evidence[.headShare] = share(headSum, here.headSum, there.headSum)
    evidence[.shared] = log(1 + shared)
    evidence[.sharedNames] = log(1 + nameSum + eitherNames)
    if days.isNaN { evidence[.undated] = 1 } else { evidence[.gap] = log(1 + days) }
    evidence[.near] = days <= 2 ? 1 : 0
    evidence[.outlet] = sketch.outlet != 0 && sketch.outlet == other.outlet ? 1 : 0
    evidence[.size] = min(sketch.size, other.size)
    evidence[.noFigures] = here.figures == 0 || there.figures == 0 ? 1 : 0
    evidence[.dateConflict] = here.dates > 0 && there.dates > 0 && dates == 0 ? 1 : 0
    evidence[.noTitle] = here.title == 0 || there.title == 0 ? 1 : 0
    evidence[.top] = top
    evidence[.sharedPairs] = log(1 + pairSum)
    evidence[.topName] = topName
    let ours = share(ourTitle, here.titleSum, here.titleSum)
    let theirs = share(theirTitle, there.titleSum, there.titleSum)
    evidence[.titleShare] = max(ours, theirs)
    evidence[.titleSum] = log(1 + (ours >= theirs ? here.titleSum : there.titleSum))
    evidence[.sharedAges] = log(1 + ages)
    evidence[.ageConflict] = here.ageSum > 0 && there.ageSum > 0 && ages == 0 ? 1 : 0
    let (mine, yours) = (sketch.namedDays, other.namedDays)
    if mine[0] != Sketch.noDay, yours[0] != Sketch.noDay {
      var nearest = Int32.max
      for i in 0..<4 where mine[i] != Sketch.noDay {
        for j in 0..<4 where yours[j] != Sketch.noDay { nearest = min(nearest, abs(mine[i] - yours[j])) }
      }
      evidence[.firstDay] = mine[0] == yours[0] ? 1 : 0
      evidence[.anyDay] = nearest == 0 ? 1 : 0
      evidence[.dayConflict] = nearest > 0 ? 1 : 0
      evidence[.dayGap] = log(1 + Float(nearest))
    }
    return evidence
  }
}

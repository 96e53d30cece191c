/// The arc-hybrid transitions: a projective tree with one root, built in 2*n* − 1 steps from left to right.
///
/// - Source: Kuhlmann, Gómez-Rodríguez & Satta 2011; Goldberg & Nivre 2013.
package enum Action: Int {
  /// The next token goes on the stack.
  case shift = 0
  /// The top of the stack hangs on the next token.
  case left = 1
  /// The top of the stack hangs on the token below it.
  case right = 2
}

/// A sentence while it is parsed. The memory is the caller's.
package struct Transitions {
  package let nodes: UnsafeMutablePointer<Node>
  package let stack: UnsafeMutablePointer<UInt16>
  package let count: Int
  /// How many tokens are on the stack.
  package var depth = 0
  /// The next token, counted from 1; beyond `count` there is none.
  package var next = 1

  package init(_ nodes: UnsafeMutablePointer<Node>, _ stack: UnsafeMutablePointer<UInt16>, _ count: Int) {
    (self.nodes, self.stack, self.count) = (nodes, stack, count)
  }

  /// A token of the stack, 0 the uppermost; 0 where there is none.
  @inline(__always)
  package func stacked(_ at: Int) -> Int { depth > at ? Int(stack[depth - 1 - at]) : 0 }

  package var b0: Int { next <= count ? next : 0 }
  package var isFinal: Bool { next > count && depth <= 1 }

  @inline(__always)
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next <= count
    case .left: next <= count && depth > 0
    case .right: depth > 1
    }
  }

  /// The head and the dependent that an arc's action would join.
  @inline(__always)
  package func arc(_ action: Action) -> (head: Int, dependent: Int) {
    (action == .left ? next : Int(stack[depth - 2]), Int(stack[depth - 1]))
  }

  @inline(__always)
  package mutating func shift() {
    stack[depth] = UInt16(next)
    depth += 1
    next += 1
  }

  /// Hangs the top of the stack on `head`, by a relation.
  @inline(__always)
  package mutating func attach(_ dependent: Int, to head: Int, _ relation: UInt8) {
    let h = nodes + head
    let d = nodes + dependent
    d.pointee.head = UInt16(head)
    d.pointee.relation = relation
    let name = spread(UInt32(relation) &+ 0x41)
    if dependent < head {
      h.pointee.secondLeft = h.pointee.firstLeft
      h.pointee.firstLeft = UInt16(dependent)
      h.pointee.leftRelations = h.pointee.leftRelations &+ name
      h.pointee.begin = d.pointee.begin
    } else {
      h.pointee.beforeLastRight = h.pointee.lastRight
      h.pointee.lastRight = UInt16(dependent)
      h.pointee.rightRelations = h.pointee.rightRelations &+ name
      h.pointee.end = d.pointee.end
    }
    depth -= 1
  }
}

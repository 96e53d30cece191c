/// English words that carry no matter of their own. Two reports that share only these share nothing.
package enum FunctionWords {
  package static func contains(_ key: String) -> Bool { all.contains(key) }

  package static let all: Set<String> = Set(
    """
    a about above across after again against all along already also although always am amid among an and another any
    are around as at away be because been before being below between both but by can could did do does doing done down
    during each either else even ever every few for from further get had has have having he her here hers herself him
    himself his how however i if in instead into is it its itself just last later latter least less like many may me
    might more most much must my myself near neither never no nor not now of off often on once one only onto or other
    others our ours out over own per rather same she should since so some still such than that the their theirs them
    themselves then there these they this those though through throughout thus to together too toward towards under
    until up upon us very via was we were what when where whether which while who whom whose why will with within
    without would yet you your yours said say says saying told mr mrs ms
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

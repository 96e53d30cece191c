import StemmaAlign

/// Words that exclude each other where one stands for the other in the same statement. A claim is held against one
/// passage, so words that merely contrast count here, which between reports of a story they do not.
enum Opposites {
  static func exclude(_ a: String, _ b: String) -> Bool {
    guard a != b else { return false }
    if a.contains("-"), b.contains("-") {
      // "highest-level", "lowest-level"
      let (x, y) = (a.split(separator: "-").map(String.init), b.split(separator: "-").map(String.init))
      let unlike = x.count == y.count ? x.indices.filter { x[$0] != y[$0] } : []
      return unlike.count == 1 && exclude(x[unlike[0]], y[unlike[0]])
    }
    let mine = sets[a] ?? []
    if !mine.isEmpty, let theirs = sets[b],
      mine.contains(where: { own in theirs.contains { $0.set == own.set && $0.side != own.side } })
    {
      return true
    }
    let sides = Antonyms.sides(of: a)
    return !sides.isEmpty
      && Antonyms.sides(of: b).contains { other in sides.contains { $0.pair == other.pair && $0.side != other.side } }
  }

  private static let sets: [String: [(set: Int, side: Int)]] = {
    var table: [String: [(set: Int, side: Int)]] = [:]
    for (set, line) in contrasts.split(separator: "\n").enumerated() {
      for (side, words) in line.split(separator: "|").enumerated() {
        for word in words.split(separator: " ") { table[String(word), default: []].append((set, side)) }
      }
    }
    return table
  }()

  private static let contrasts = """
    north northern northward northwest northeast | south southern southward southwest southeast
    east eastern eastward | west western westward
    before | after
    above | below beneath under
    upper | lower
    up upward | down downward
    inside indoors | outside outdoors
    first | last final | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
    previous last past | next coming upcoming
    morning | afternoon | evening | night midnight | noon midday
    yesterday | today | tomorrow
    highest biggest largest greatest most | lowest smallest least
    higher bigger larger greater more | lower smaller less fewer
    best | worst
    better | worse
    high | low
    large big huge | small tiny
    heavy | light
    public | private
    open | closed shut
    full | empty
    long | short
    early earlier | late later
    oldest | youngest
    man men male boy boys husband father brother son sons king | woman women female girl girls wife mother sister daughter daughters queen
    child children | adult adults
    civilian civilians | soldier soldiers fighter fighters militant militants
    teacher teachers | pupil pupils student students
    doctor doctors | nurse nurses
    helicopter helicopters | drone drones | jet jets plane planes aircraft airliner
    car cars | truck trucks lorry lorries | bus buses | train trains | bicycle bicycles | ship ships boat boats ferry barge barges
    hospital hospitals | school schools | church churches | hotel hotels | prison prisons
    killed dead died killing deaths fatalities | injured hurt wounded injuries | missing | rescued survived unharmed
    arrested detained | released freed
    buy bought buys buying purchase | sell sold sells selling sale
    import imports imported | export exports exported
    arrived arrive arrives arrival | left leave leaves departed departure
    entered enter enters | exited exit
    began begin begins started start starts opened | ended end ends finished closed stopped stop stops halted
    hired hire appointed | fired dismissed sacked
    win wins won victory | lose loses lost defeat
    attack attacked attacks | defend defended defends defence defense
    increase increased increases rise rose risen grew growth climbed gained jumped surged soared up | decrease decreased decreases fall fell fallen declined decline dropped drop shrank plunged plunging plummeted cut reduced down
    gas | oil | coal | electricity | water
    import | export
    domestic | foreign
    military | civil civilian
    strong stronger | weak weaker
    rich | poor
    peace | war
    friend ally allies | enemy enemies rival rivals
    success successful | failure unsuccessful
    support supports supported backed backs | oppose opposes opposed rejected rejects condemned condemns criticised criticized
    praised praises hailed hails welcomed welcomes | criticised criticized condemned condemns slammed blasted blames blamed
    accept accepted accepts agreed agrees | reject rejected rejects refused refuses declined
    confirm confirmed confirms | deny denied denies
    guilty convicted | innocent acquitted cleared
    daily | weekly | monthly | yearly annual annually
    january | february | march | april | may | june | july | august | september | october | november | december
    spring | summer | autumn | winter
    imports | exports
    largest biggest | second-largest | smallest
    intact undamaged | destroyed damaged
    alive | dead
    tightened tighten | eased ease relaxed
    legal lawful | illegal unlawful
    necessary | unnecessary
    possible | impossible
    known | unknown
    able | unable
    grandson | granddaughter
    breakfast | lunch | dinner
    hundred hundreds | thousand thousands | million millions | billion billions
    dozen dozens | hundreds | thousands
    minute minutes | hour hours | day days | week weeks | month months | year years | decade decades
    red | green | blue | white | black | yellow
    left | right
    bridge bridges | tunnel tunnels
    airport airports | harbour harbor port ports | station stations
    """
}

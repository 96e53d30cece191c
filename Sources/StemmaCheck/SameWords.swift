import StemmaText

/// Words of news that say the same, beyond what the vectors of words can tell; written down for their sense.
enum SameWords {
  static func groups(of stem: String) -> [Int] { table[stem] ?? [] }

  private static let table: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (group, line) in lines.split(separator: "\n").enumerated() {
      for word in line.split(separator: " ") {
        let stem = WordStem.of(String(word))
        if table[stem]?.last != group { table[stem, default: []].append(group) }
      }
    }
    return table
  }()

  private static let lines = """
    kill die dead death perish fatality slay lives life drown
    injure hurt wound injury
    casualty victim dead
    break burst fail collapse yield give failure rupture
    bomb bombing bombard shell airstrike raid strike attack shelling
    attack raid assault strike
    condemn denounce criticise criticize slam blast
    rise increase grow climb gain growth expand
    fall decline drop decrease shrink reduce cut diminish dip
    plunge plummet slump tumble collapse fall decline drop
    jump surge soar leap rise increase
    agreement deal accord pact treaty
    resign quit resignation step
    demand call urge ask
    visit trip journey travel
    travel go head fly
    meet meeting talks summit
    talks discussion negotiation meeting
    close shut closed
    shut close
    reopen open
    evacuate move displace leave
    inspect check examine test inspection revision examination
    repair fix mend
    harbour harbor port quay wharf
    ship boat vessel barge
    town city
    village hamlet
    house home
    school college
    pupil student child schoolchild
    refugee displaced
    people person resident inhabitant local neighbour citizen
    soldier troop fighter
    plane aircraft jet airplane
    army military force
    government regime administration
    chief head leader boss
    minister secretary
    prime premier
    spokesman spokeswoman spokesperson
    company firm operator business enterprise
    rust corrode corrosion
    warn warning alert
    promise vow pledge
    damage destroy
    big large huge great
    spend spending expenditure
    upkeep maintenance
    save saving economy
    reckless imprudent rash
    level height
    record high
    carry handle transport bear
    pass go
    wait queue
    find discover detect
    show reveal indicate
    begin start launch commence
    end finish stop
    hold host stage
    sign conclude
    cooperation collaboration
    cooperate collaborate
    support backing back
    offer provide give
    continue keep go remain
    reach hit attain arrive
    exceed surpass top pass
    strengthen deepen reinforce boost enhance
    deep profound
    important key major main
    invite invitation
    paper document
    settlement solution resolution
    sway influence
    upper dominant
    leadership dominance hegemony
    resent resentment grievance
    feel perceive
    nearby close near
    crater hole
    fall land
    drop fall
    explode detonate explosion blast
    refuse decline reject
    complain complaint
    accuse blame
    cause lead reason
    buy purchase acquire
    sell sale
    sue lawsuit
    arrest detain hold
    jail imprison prison
    fire blaze
    crash collision collide accident
    accident disaster
    flood inundate
    storm hurricane
    earthquake quake
    shoot gun gunfire
    protest demonstration rally demonstrate
    vote ballot poll election
    approve pass back
    ban prohibit bar
    fine penalty
    pay payment
    cost price bill
    worker employee staff
    job post
    money fund cash
    doctor physician
    hospital clinic
    police officer
    boy child
    girl child
    man person
    woman person
    say state add tell claim note
    trade commerce
    inside within
    partner customer client
    isolate isolation
    sanction penalty
    """
}

/// The verbs, nouns and adjectives by which words, thoughts and attitudes are laid to somebody, and what each governs.
///
/// Written down by hand: facts of English, one line a frame. A word in several lines has all their frames.
struct CueLexicon: Sendable {
  /// What a cue takes as its content.
  struct Frame: OptionSet, Sendable {
    let rawValue: UInt32

    /// A clause, with or without "that", or a quotation.
    static let clause = Frame(rawValue: 1 << 0)
    /// Its object: "praised the plan".
    static let object = Frame(rawValue: 1 << 1)
    /// An infinitive: "plans to sell".
    static let infinitive = Frame(rawValue: 1 << 2)
    /// Its object is who is spoken to; what follows that is the content: "told her that".
    static let hearer = Frame(rawValue: 1 << 3)
    /// Its object and what that is said to be: "called it a mistake", "described her as".
    static let predicate = Frame(rawValue: 1 << 4)
    /// Its object and what that is to do: "urged them to go".
    static let order = Frame(rawValue: 1 << 5)
    /// A reason: "praised her for staying", "criticized over".
    static let reason = Frame(rawValue: 1 << 6)
    /// Papers and numbers can be its subject: "the poll shows".
    static let papers = Frame(rawValue: 1 << 7)
    /// Words said or written, not thoughts or acts.
    static let speech = Frame(rawValue: 1 << 8)
    /// It is a cue of its own inside another's infinitive: "refused to disclose".
    static let merges = Frame(rawValue: 1 << 9)

    // Prepositions that bring the content
    static let about = Frame(rawValue: 1 << 16)
    static let of = Frame(rawValue: 1 << 17)
    static let for_ = Frame(rawValue: 1 << 18)
    static let on = Frame(rawValue: 1 << 19)
    static let against = Frame(rawValue: 1 << 20)
    static let to = Frame(rawValue: 1 << 21)
    static let with = Frame(rawValue: 1 << 22)
    static let in_ = Frame(rawValue: 1 << 23)
    static let over = Frame(rawValue: 1 << 24)
    static let at = Frame(rawValue: 1 << 25)
    static let from = Frame(rawValue: 1 << 26)
    static let as_ = Frame(rawValue: 1 << 27)

    static let prepositions: Frame = [.about, .of, .for_, .on, .against, .to, .with, .in_, .over, .at, .from, .as_]

    /// The frame that a preposition brings.
    static func preposition(_ key: WordKey) -> Frame {
      switch key {
      case "about", "regarding", "concerning": .about
      case "of": .of
      case "for": .for_
      case "on", "upon": .on
      case "against": .against
      case "to", "toward", "towards": .to
      case "with": .with
      case "in", "into": .in_
      case "over": .over
      case "at": .at
      case "from": .from
      case "as": .as_
      default: []
      }
    }
  }

  static let english = CueLexicon()

  /// The frames of a word, as each part of speech that it can be.
  private struct Entry: Sendable {
    var verb: Frame = []
    var noun: Frame = []
    var adjective: Frame = []
  }

  private var words = WordTable<Entry>()

  /// The frames of a verb's form; empty where it is no cue.
  func verb(_ key: WordKey) -> Frame { words[key]?.verb ?? [] }
  func noun(_ key: WordKey) -> Frame { words[key]?.noun ?? [] }
  func adjective(_ key: WordKey) -> Frame { words[key]?.adjective ?? [] }

  /// Whether a word can be a cue at all.
  func isCue(_ key: WordKey) -> Bool { words.contains(key) }

  /// Verbs whose lemma is mostly a noun or an adjective: only their other forms are looked at.
  private static let mostlyNouns: Set<String> = Set(
    """
    bill brand brief command contest debate direct email figure judge long message mind name post press project rank
    reason root second side state term text value voice volunteer address issue like
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  private init() {
    // MARK: words said and written
    add(
      [.speech, .clause, .merges],
      """
      say acknowledge add allege argue assert attest boast caution clarify comment concede conclude confess confide
      contend counter declare elaborate emphasize emphasise exclaim explain fume grumble hint imply insinuate insist
      interject joke lament maintain marvel mention muse note opine point posit proclaim profess quip reaffirm reason
      recall reckon recount reiterate rejoin relate remark repeat reply retort reveal scoff shout shrug sigh
      speculate stipulate stress surmise testify theorize underline underscore vent volunteer vow wail whisper yell
      observe predict forecast announce report confirm claim admit deny state suggest warn write tweet post continue
      respond answer disclose divulge estimate calculate complain protest signal swear bemoan gripe blog text email
      message crow gush thunder mutter murmur moan groan deadpan intone enthuse allow allude assure inform recite chant
      proffer pledge promise agree disagree conjecture hypothesize postulate narrate
      """)
    add(
      [.speech, .object, .merges],
      """
      acknowledge allege announce assert bemoan claim concede condemn confirm criticize criticise decry defend denounce
      deny deplore describe disavow disclose dispute emphasize emphasise explain express hail highlight lambast lambaste
      lament laud mention mock outline predict forecast promise pledge propose publish question rebuke rebut recite
      recount refute reiterate reject repeat repudiate reveal ridicule slam slap stress suggest tout trumpet underline
      underscore voice vow blast bash attack assail excoriate castigate chide scold admonish berate deride
      disparage belittle denigrate insult taunt skewer savage pillory knock praise applaud commend compliment cheer
      celebrate extol welcome congratulate thank salute champion echo chastise endorse advocate espouse preach decline cite quote
      invoke reference discuss debate detail articulate convey issue estimate report raise answer
      address admit declare demand order request recommend urge warn state ask recall note oppose protest challenge
      contest dismiss downplay minimize rail blame fault flog float tease plug lampoon parody satirize spoof announce
      relay reaffirm affirm contradict chronicle depict narrate portray characterize characterise preview forswear
      decree proclaim name liken compare retweet nominate label brand dub term call christen
      """)
    add(
      [.speech, .hearer, .clause, .merges],
      """
      tell remind inform assure reassure notify advise warn caution instruct brief convince persuade promise ask
      email text message show alert
      """)
    add([.speech, .clause, .infinitive, .merges], "ask inquire enquire wonder question demand request")
    add(
      [.speech, .infinitive],
      """
      vow pledge promise threaten offer agree refuse decline volunteer swear propose claim profess purport undertake
      commit demand resolve ask request beg
      """)
    add(
      [.speech, .order],
      """
      ask tell urge order command instruct advise encourage beg implore press exhort request direct 
      challenge dare warn recommend lobby forbid petition caution remind
      """)
    add(
      [.speech, .predicate],
      """
      call describe label brand dub term deem declare proclaim pronounce portray depict characterize characterise
      hail denounce dismiss decry condemn deride mock tout praise laud paint cast frame bill depict criticize slam
      attack cite identify refer nominate name ridicule
      """)
    add(
      [.speech, .reason],
      """
      praise criticize criticise blame thank congratulate commend fault condemn denounce rebuke chide scold mock attack
      blast slam accuse charge rip bash applaud laud apologize excoriate castigate lambaste credit berate ridicule hammer
      knock assail 
      """)
    add([.speech, .object, .of], "accuse")
    add([.speech, .object, .with], "charge credit")
    add(
      [.speech, .about],
      "complain talk speak boast brag joke write ask lie tweet warn testify comment rant inquire tell")
    add([.speech, .of], "speak talk warn complain accuse boast tell write")
    add([.speech, .for_], "call apologize advocate argue vouch plead beg lobby speak ask")
    add([.speech, .on], "call comment insist elaborate expound opine harp report weigh")
    add([.speech, .against], "argue rail speak inveigh warn protest lobby advise fulminate crusade")
    add([.speech, .to], "point refer allude respond reply object confess admit testify attest swear react")
    add([.speech, .at], "hint scoff jeer sneer laugh lash rail point ")
    add([.speech, .as_], "refer")
    add([.speech, .in_], "ask")

    // MARK: acts that are done by saying so
    add(
      [.object],
      """
      pass unveil promote appoint introduce block restrict resist push present expose mandate veto ban prohibit repeal
      overturn overrule uphold impose lift approve authorize pitch negotiate
      """)

    // MARK: papers that speak
    add(
      [.papers, .clause],
      """
      show find indicate suggest reveal say demonstrate conclude note state estimate confirm report warn
      prove imply argue claim predict project read declare describe stipulate specify
      """)
    add([.papers, .object], "show reveal find feature detail depict cite highlight describe say mention")

    // MARK: thoughts
    add(
      [.clause, .merges],
      """
      believe think feel assume presume suppose suspect fear hope expect guess know understand realize realise
      recognize recognise reckon fancy doubt wonder worry anticipate see hear learn find figure judge decide
      determine dream foresee forget remember recollect consider accept agree trust wish pray 
      mean regret conclude discover notice sense mind envision calculate estimate
      """)
    add(
      [.object, .merges],
      """
      support oppose back favor favour like love hate dislike loathe despise detest admire respect resent fear doubt
      distrust mistrust trust want prefer seek endorse reject embrace accept approve disapprove welcome
      appreciate value envy expect anticipate envision foresee consider contemplate ponder weigh
      know understand remember forget recall regret believe view see regard recognize recognise shun
      cherish enjoy crave covet desire mourn bless tolerate abhor adore pity
      suspect question plan ignore overlook embrace reconsider mull eye favor second
      """)
    add(
      [.infinitive],
      """
      want plan intend hope expect wish seek aim prefer like love hate decide choose refuse
      vow promise threaten agree decline pledge seem appear consider prepare propose look mean opt long yearn
      desire aspire strive hesitate dare choose determine resolve scheme fear
      """)
    add([.order], "want expect allow permit encourage prefer like wish authorize forbid ")
    add(
      [.predicate],
      """
      consider regard view see perceive deem believe think find judge rank hail remember envision 
      """)
    add([.about], "worry think know dream learn hear wonder fret agonize obsess feel despair")
    add([.of], "approve disapprove think dream conceive know despair")
    add([.for_], "hope wish long yearn vote root press")
    add([.on], "focus decide count rely insist concentrate vote plan")
    add([.with], "agree disagree sympathize side concur identify differ")
    add([.in_], "believe trust")
    add([.to], "object aspire look commit")
    add([.against], "vote decide rule ")
    add([.over], "fret worry obsess agonize")

    // MARK: nouns
    addNouns(
      [.clause, .speech],
      """
      claim claims assertion assertions statement statements allegation allegations accusation accusations suggestion
      suggestions argument arguments warning warnings declaration announcement announcements admission
      acknowledgment contention insistence promise promises pledge pledges vow vows threat threats remark remarks
      comment comments report reports rumor rumors rumour rumours prediction predictions denial denials
      """)
    addNouns(
      [.clause],
      """
      belief beliefs view views opinion opinions fear fears hope hopes concern concerns feeling feelings idea notion
      suspicion suspicions conclusion finding findings assumption perception expectation expectations conviction
      worry worries sense theory doubt doubts decision consensus
      """)
    addNouns(
      [.infinitive, .speech],
      """
      promise pledge vow threat offer refusal proposal proposals call calls demand demands
      """)
    addNouns([.infinitive], "plan plans decision desire intention willingness commitment efforts effort ambition")
    addNouns(
      [.of, .about, .speech],
      """
      criticism criticisms claim claims allegation allegations accusation accusations description descriptions
      denunciation condemnation warning warnings praise talk account accounts depiction portrayal characterization
      mention complaint complaints comment comments remark remarks question questions statement statements
      """)
    addNouns([.of, .about], "fear fears view views opinion opinions concern concerns support knowledge worries doubts")
    addNouns(
      [.for_], "support call calls demand demands praise hope hopes plan plans proposal proposals preference disdain")
    addNouns([.on, .speech], "attack attacks comment comments remarks")
    addNouns([.to], "opposition objection objections")
    addNouns([.against], "accusations charges allegations")
    addNouns([.over], "concern concerns outrage criticism anger")

    // MARK: adjectives
    addAdjectives(
      [.clause],
      """
      confident sure certain worried afraid hopeful convinced aware optimistic pessimistic concerned glad happy proud
      sorry skeptical sceptical adamant disappointed surprised angry pleased fearful clear shocked
      """)
    addAdjectives(
      [.infinitive], "willing unwilling eager reluctant determined happy glad keen")
    addAdjectives(
      [.about],
      "worried frustrated concerned optimistic pessimistic skeptical sceptical enthusiastic excited angry clear serious passionate upset"
    )
    addAdjectives(
      [.of],
      "critical supportive proud wary afraid fond aware skeptical sceptical suspicious dismissive certain fearful guilty"
    )
    addAdjectives([.to], "opposed committed sympathetic open hostile")
    addAdjectives([.with], "happy unhappy satisfied dissatisfied angry familiar")
  }

  private mutating func add(_ frame: Frame, _ lemmas: String) {
    for lemma in Self.words(lemmas) {
      let forms = VerbForms.all(of: lemma)
      for form in Self.mostlyNouns.contains(lemma) ? forms.dropFirst() : forms[...] {
        words.update(WordKey(form), default: Entry()) { $0.verb.formUnion(frame) }
      }
    }
  }

  private mutating func addNouns(_ frame: Frame, _ list: String) {
    for word in Self.words(list) { words.update(WordKey(word), default: Entry()) { $0.noun.formUnion(frame) } }
  }

  private mutating func addAdjectives(_ frame: Frame, _ list: String) {
    for word in Self.words(list) { words.update(WordKey(word), default: Entry()) { $0.adjective.formUnion(frame) } }
  }

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

/// The words of English that the rules look at. Facts of the language and well-known names, written down by hand.
extension Lexicon {
  static let english: Lexicon = {
    var lexicon = Lexicon()
    lexicon.addFunctionWords()
    lexicon.addVerbs()
    lexicon.addSpeech()
    lexicon.addPeople()
    lexicon.addPlaces()
    lexicon.addTimesAndNumbers()
    lexicon.addAbbreviations()
    return lexicon
  }()

  /// For text of other languages: nothing is known.
  static let none = Lexicon()

  private mutating func addFunctionWords() {
    add(
      "the a an this that these those its his her their our my your each every some any no both all another such what",
      .determiner)
    add(
      """
      of in on at for with by from to into onto over under about against between among through during before
      after since until till within without near outside inside beside besides behind beyond across along around
      amid amidst despite toward towards upon via per like unlike as off up down including regarding concerning
      following throughout above below than except
      """, .preposition)
    add("and or but nor yet so plus", .conjunction)
    add(
      """
      which who whom whose where when while although though because since after before as unless until if
      whether that whereas once despite amid following
      """, .subordinator)
    add(
      "he she it they we i you who him her them us me himself herself itself themselves there this these those",
      .pronoun)
    add(
      """
      is are was were be been being am has have had having do does did will would shall should can could may
      might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't
      can't cannot couldn't ain't it's he's she's they're we're i'm you're that's there's they've we've i've
      they'll we'll he'd she'd they'd we'd
      """, .auxiliary)
    add(
      """
      also already still then later earlier now never always often again recently initially repeatedly strongly
      vehemently however meanwhile only just even nearly almost about roughly more most very far too here there
      further previously reportedly allegedly categorically flatly publicly privately formally officially simply
      clearly soon today yesterday tomorrow once separately immediately finally nevertheless nonetheless
      moreover furthermore additionally instead indeed perhaps otherwise subsequently apparently quickly angrily
      bluntly briefly afterwards afterward jointly openly firmly rightly unanimously
      """, .adverb)
    add("not no never neither nor none nothing nobody n't", .negation)
    add(
      """
      however meanwhile nevertheless furthermore moreover although though because since while when where why how
      what which who if one two three four five six seven eight nine ten some many several few more most other
      others another such here there local military officials analysts experts witnesses residents people new
      last next early late former despite following during according speaking asked earlier later today
      yesterday tomorrow fortunately unfortunately additionally observers sources police ministers refugees
      civilians whatever even not no never any each every both all thousands hundreds dozens millions trade
      violence fighting fire smoke whether nothing everyone everybody nobody someone anyone once under over
      about only just still then thus so yes first second third until unless rather perhaps amid among within
      without between bilateral strategic official officials as at by for from in into of on to with and but or
      nor yet aid aircraft plane splitting incidents let leaders
      """, .commonOpener)
    add(
      """
      new old big small great good bad high low long short large major early late local national international
      economic political military official public private global regional strategic bilateral foreign human
      medical further other additional several many few more most own same different recent current former young
      unarmed armed civilian innocent separate
      """, .adjective)
  }

  private mutating func addVerbs() {
    add(
      """
      came went gave took made saw knew got found left lost held kept led met paid put ran sent set sat stood
      began begun became fell felt fled flew fought grew hit hurt laid lay built bought brought broke burnt
      caught chose cut dealt did drew drove ate rose sold shot shut sang slept spent spread struck swore swept
      threw took taught thought understood won wore wrote hid hung rang read sank shook sought stole sued woke
      wept fed bled bred bid cast cost quit rid split beat bent come comes go goes give gives take takes make
      makes see sees know knows get gets find finds leave leaves lose loses hold holds keep keeps lead leads
      meet meets pay pays run runs send sends stand stands begin begins become becomes fall falls feel feels
      flee flees grow grows hit hits lie lies build builds buy buys bring brings break breaks catch choose deal
      deals draw draws drive drives rise rises sell sells spend spends want wants need needs seek seeks face
      faces remain remains include includes live lives work works depend depends belong belongs mean means exist
      exists aim aims help helps play plays seem seems appear appears rely relies handle handles represent
      represents resent resents intend intends fear fears continue continues hope hopes plan plans allow allows
      serve serves believe think thinks marks mark shows show contains hail hails threaten threatens happen
      happens offer offers support supports enable enables keep try tries provide provides produce died dies die
      withdrew withdraws overtook undertook foresaw befell swam flung clung crept knelt leapt slid spun spat sprang
      stung swung tore wove strode shone awoke blew drank forbade forgot forgave froze heard overcame overthrew
      overran oversaw underwent upheld outgrew mistook misled repaid resold lent
      lied tied vied arise arises deepen deepens faces employ employs use uses border borders dispute disputes
      unite unites
      """, .verb)
  }

  private mutating func addSpeech() {
    let says =
      """
      said says say saying added adds add adding noted notes note noting stated states state stating stressed
      stresses stress stressing emphasized emphasizes emphasize emphasizing emphasised emphasises emphasise
      emphasising acknowledged acknowledges acknowledge acknowledging warned warns warn warning claimed claims
      claim claiming insisted insists insist insisting argued argues argue arguing explained explains explain
      explaining reported reports report reporting confirmed confirms confirm confirming announced announces
      announce announcing believes believe believed believing suggested suggests suggest suggesting declared
      declares declare declaring asserted asserts assert asserting alleged alleges allege alleging admitted
      admits admit admitting conceded concedes concede conceding predicted predicts predict predicting replied
      replies reply replying responded responds respond responding remarked remarks remark remarking recalled
      recalls recall recalling reiterated reiterates reiterate reiterating maintained maintains maintaining
      wrote writes writing tweeted tweets tweeting posted continued complained complains complaining cautioned
      cautions cautioning estimated estimates estimate estimating concluded concludes concluding observed
      commented comments commenting testified testifies testifying vowed vows vowing pledged pledges pledging
      promised promises promising indicated indicates indicate indicating revealed reveals reveal revealing
      disclosed discloses hinted hints hinting contended contends contend contending quipped joked shouted cried
      whispered asked asks ask asking pointed points pointing boasted recounted underlined underlines
      underlining underscored underlining affirmed affirms affirming reaffirmed reaffirms hoped thinks agreed
      agrees urged stipulated lamented mused opined fumed fumes stormed raged sighed insists gushed moaned whispered
      muttered murmured exclaimed recounts narrated related specified specifies signalled signaled signals clarified
      clarifies manifested manifests sustained sustains informed informs detailed deemed decreed announces attested
      attests countered counters retorted conceded reckons reckoned sneered thundered urges assures ruled found showed shows show finds fears feared expects
      expected
      """
    add(says, .says)
    add(
      """
      told tells tell telling assured assures assure assuring reassured reassures reassure reassuring informed
      informs informing reminded reminds reminding notified urged urges urge urging warned advised advises asked
      briefed
      """, .tells)
    add(
      """
      hailed hails hail hailing denied denies deny denying accused accuses accuse accusing described describes
      describe describing condemned condemns condemn condemning praised praises praise praising criticized
      criticizes criticise criticised criticising criticizing called calls call calling rejected rejects reject
      rejecting dismissed dismisses dismissing denounced denounces denouncing blamed blames blame blaming
      demanded demands demanding welcomed welcomes welcoming expressed expresses express expressing voiced
      voices voicing urged urges urging offered offers offer offering promised promises promising emphasized
      emphasised acknowledged stressed emphasizing emphasising acknowledging emphasize emphasise underscored
      underscoring highlighted highlights highlighting warned confirmed confirming announced announcing cited
      cites defended defending questioned questioning lauded lauding deplored deploring decried decrying slammed
      slams slamming vowed pledged talked talks talking spoke speaks speaking mentioned mentions mentioning
      threatened proposed proposes proposing claimed claiming assures assure refuted refutes repudiated branded
      labelled labeled dubbed characterized characterised likened compared assured attributed attributes
      attributing ascribed ascribes put puts valued values decries laments lamented ridiculed mocked scolded rebuked
      """, .speaksOf)
    add(
      """
      saying adding noting stating stressing emphasizing emphasising acknowledging warning claiming insisting
      arguing explaining reporting confirming announcing suggesting declaring asserting alleging admitting
      conceding predicting replying responding remarking recalling reiterating maintaining writing tweeting
      complaining cautioning estimating concluding commenting testifying vowing pledging promising indicating
      revealing hinting contending asking telling assuring reassuring informing reminding pointing urging
      hailing denying accusing describing condemning praising criticizing criticising calling rejecting
      dismissing denouncing blaming demanding welcoming expressing voicing underlining underscoring highlighting
      defending questioning lauding deploring affirming believing citing mentioning
      """, .speechParticiple)
    add(
      """
      state states note notes reports report claims claim stress comments estimates estimate call calls demands
      offers offer remarks reply warning found showed shows show finds fears feared expects expected continued
      maintained observed posted ruled agreed hoped hail cries promise promises posts suggests urge voices ask
      asks cites talks charge welcomes cast compared proposed threatened writing describes cited declared
      express estimated calling sustained sustains detailed related specified signals informed informs deemed stormed
      raged counters countered moaned mocked
      """, .weakSpeech)
  }

  private mutating func addPeople() {
    add(
      """
      president prime minister premier chancellor governor mayor senator congressman congresswoman
      representative ambassador secretary general gen colonel col lieutenant lt major captain capt sergeant sgt
      admiral commander chief chairman chairwoman chair director executive officer spokesman spokeswoman
      spokesperson king queen prince princess sheikh pope cardinal bishop archbishop rev reverend imam rabbi
      judge justice sheriff deputy vice-president vice co-founder founder leader head analyst professor prof dr
      doctor economist researcher fellow coach manager editor lawyer attorney prosecutor inspector
      superintendent constable commissioner envoy counterpart ceo cfo pm mp lawmaker official activist
      journalist correspondent reporter author writer expert scientist engineer teacher farmer resident refugee
      witness student nurse driver worker ombudsman treasurer speaker councillor councilman detective
      president-elect ex-president ex-minister coordinator presenter host owner captain pilot sen gov rep
      adviser advisor aide strategist historian volunteer dictator negotiator undersecretary surgeon paramedic
      striker goalkeeper midfielder defender batsman bowler trainer referee
      fisherman fisherwoman firefighter mayoress councilwoman spokeswoman chairwoman novelist singer actor
      actress sculptor musician composer comedian electrician shopkeeper landlord
      landlady publican pensioner trader broker banker accountant architect biologist chemist physicist geologist
      meteorologist epidemiologist virologist psychologist sociologist climatologist hydrologist seismologist midwife
      veterinarian pharmacist librarian lock-keeper gamekeeper caretaker
      campaigner organiser organizer curator conservationist barrister solicitor magistrate boss
      under-secretary-general undersecretary-general co-chair whip senior former acting candidate
      """, .title)
    add("mr mrs ms miss sir dame lord lady madam mister", [.title, .courtesy])
    add(
      """
      officials official analysts analyst experts expert witnesses witness residents resident refugees refugee
      sources source spokesman spokeswoman spokesperson spokesmen observers observer activists activist critics
      critic scientists scientist researchers researcher economists economist police authorities doctors medics
      lawyers prosecutors investigators diplomats diplomat leaders leader workers worker villagers survivors
      relatives family protesters organizers organisers organisations organizations campaigners students
      teachers farmers traders insiders aides neighbours neighbors locals people media newspapers newspaper
      reports soldiers troops rebels rebel commanders lawmakers countries governments government military army
      company companies firm agencies agency agencies' state ministry group person man woman men women driver
      passenger passengers eyewitness eyewitnesses colleague colleagues friend friends passer-by bystanders
      tourists fans supporters opponents rivals coroner court judge team campaign office camp businessman
      businesswoman politician player singer actor actress candidate candidates voters voter forecasters
      meteorologists engineers rescuers firefighters paramedics crews council union opposition coastguard insurers
      operator operators regulator regulators fishermen drivers nurses bankers investors shareholders parents
      pensioners pupils campaigner campaigners narrator announcer prosecutor prosecution defence bishops
      """, .people)
    add(
      """
      wife husband daughter son mother father sister brother widow widower aunt uncle niece nephew cousin
      grandmother grandfather grandson granddaughter girlfriend boyfriend fiancee fiancé fiancée fiance partner
      neighbour neighbor colleague friend mum mom dad teammate classmate flatmate deputy successor predecessor twin
      """, .relation)
    add(
      """
      company firm charity group club carrier airline bank retailer automaker carmaker manufacturer operator maker
      publisher broadcaster organisation organization ngo union party brewery insurer developer contractor start-up
      startup supermarket foundation institute association utility supplier
      """, .bodyRole)
    add(
      """
      report reports statement statements data figures readout paper document documents survey study poll
      release letter tweet post complaint affidavit filing memo transcript records record census communique
      communiqué bulletin note email e-mail statistics account accounts video footage website message indictment
      order ruling estimates dispatch findings analysis review investigation brief book article editorial column
      lawsuit suit advert ad biography manifesto
      """, .document)
    add("correspondent reporter correspondents reporters journalist photographer", .reporter)
    add(
      """
      afp reuters ap xinhua tass ria interfax sputnik efe dpa ansa bloomberg pti ani ians upi kyodo yonhap
      anadolu bbc cnn cnbc nbc abc cbs npr fox aljazeera jazeera antara bernama belga lusa nikkei axios
      politico guardian telegraph
      """, .agency)
    add(
      """
      agency association authority bank board bureau center centre college commission committee company congress
      corporation corp council court department federation forces force army navy air police foundation front
      fund government group hospital house inc institute institution league ltd llc plc ministry movement
      nations news network office organisation organization parliament party project school senate service
      services society trust times post tribune herald union university administration academy airlines airways
      press media studios industries holdings coalition alliance guard brigade militia embassy
      customs treasury waterways shipping foods motors electric energy technologies systems pharmaceuticals railways
      railway brewery breweries insurance partners ventures brands logistics software solutions steel mining
      petroleum club cooperative co-operative consortium watchdog brigade secretariat directorate
      inspectorate constabulary prefecture chamber federation cabinet presidency chancellery borders
      """, .bodyNoun)
    add(
      """
      james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
      mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
      jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
      frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas peter zachary kyle
      walter ethan jeremy harold keith christian roger noah gerald carl terry sean arthur lawrence dylan bryan
      joe billy bruce albert willie gabriel alan juan wayne roy ralph ivan igor sergei sergey vladimir dmitry
      dmitri mikhail alexei andrei boris nikolai oleg yuri viktor anton ahmed ahmad mohamed mohammed muhammad
      ali omar hassan hussein ibrahim khalid yousif youssef yusuf abdel abdul abdullah mahmoud mustafa carlos
      luis miguel pedro jorge francisco antonio manuel pablo diego hans klaus jurgen wolfgang pierre jacques
      francois emmanuel giuseppe mario luca marco simon martin neil ian graham colin adrian jens lars erik sven
      olaf barack bill rishi keir narendra imran isaac fernando ricardo eduardo rafael javier sergio alberto
      enrique karl heinz otto emil anders nils piet pavel jiri marek piotr tomasz janusz kofi kwame amadou
      moussa kenji hiroshi takashi raj sanjay arjun mike tom tim jim bob rob ben dan sam matt dave steve pete
      fred ted ed greg jeff ken phil tony nick alex liam connor oscar hugo felix leo max theo jonas bernie mitch
      newt ramón josé andrés hector oliver harry lewis owen callum stuart gordon duncan craig nigel barry derek
      geoffrey clive trevor wilhelm dieter gunter günter giovanni paolo matteo stefan milan goran dusan
      """, [.firstName, .male])
    add(
      """
      mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
      kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia
      kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel
      carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria lauren christina
      joan evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann sara frances kathryn janice
      abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
      natalie brittany charlotte marie kayla lori tiffany giorgia anne claire ursula hillary ivanka melania
      kellyanne nicola sophie chloe lucy lucia lucía ana carmen pilar rosa elena irina natalia olga svetlana
      tatiana ekaterina yulia fatima aisha zainab layla leila mariam amina ingrid astrid greta lena lotte heidi
      greet sabine monika petra katarina magdalena agnieszka ewa zofia yuki keiko sakura priya anjali deepa
      indira mina vera nadia nina clara ella eva ida ines inés isabel jane jean kate katie kerry louise lydia
      mabel marta matilda miriam molly nora penelope phoebe rosemary sally sheila sylvia tessa valerie vanessa
      wendy yvonne zoe bella fiona gillian hazel irene joanna kirsten lorraine maureen noreen oonagh pauline
      philippa tracey tracy harriet eleanor edith beatrice bridget siobhan
      """, [.firstName, .female])
    // Of either, or of one here and the other there.
    add("alexis andrea ashley austin jesse jordan kelly logan madison", .firstName)
    add(
      """
      mother wife daughter sister widow aunt niece grandmother granddaughter girlfriend mum mom woman girl queen
      princess duchess actress spokeswoman chairwoman congresswoman councilwoman businesswoman mayoress policewoman
      fisherwoman landlady midwife waitress heroine nun mother-of-two mother-of-three mum-of-two mum-of-three
      mum-of-four fiancée
      """, .female)
    add(
      """
      father husband son brother widower uncle nephew grandfather grandson boyfriend dad man boy king prince duke
      spokesman congressman councilman businessman policeman fisherman landlord waiter monk pope imam father-of-two
      father-of-three dad-of-two dad-of-three
      """, .male)
    add("al el bin ibn bint de la le van von der den da di du dos del ben abu ter ten", .particle)
  }

  private mutating func addPlaces() {
    add(
      """
      afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
      belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon
      canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia
      ethiopia finland france gabon gambia georgia germany ghana greece guatemala guinea haiti honduras hungary
      iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait
      kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia mali malta
      mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger
      nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania
      russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland
      syria taiwan tajikistan tanzania thailand tunisia turkey türkiye turkmenistan uganda ukraine uruguay
      uzbekistan venezuela vietnam wales yemen zambia zimbabwe europe asia africa america kabul algiers canberra
      vienna baku brussels sarajevo brasilia sofia ottawa beijing shanghai bogota zagreb havana prague
      copenhagen cairo tallinn helsinki paris berlin athens budapest delhi mumbai jakarta tehran baghdad dublin
      jerusalem rome tokyo nairobi pristina riga beirut tripoli vilnius kuala lumpur moscow kyiv kiev rabat
      amsterdam oslo islamabad karachi lahore manila warsaw lisbon doha bucharest riyadh belgrade bratislava
      mogadishu seoul pyongyang madrid khartoum juba stockholm bern geneva zurich damascus taipei bangkok tunis
      ankara istanbul london washington caracas hanoi lagos abuja johannesburg pretoria sydney melbourne toronto
      alabama arizona arkansas colorado connecticut delaware idaho illinois indiana iowa kansas kentucky louisiana maine
      maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada oklahoma oregon
      pennsylvania tennessee utah vermont wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland
      tasmania sicily sardinia corsica crete bavaria saxony catalonia andalusia brittany normandy tuscany lombardy
      provence flanders wallonia transylvania crimea donbas chechnya dagestan siberia kamchatka abkhazia ossetia
      nagorno-karabakh kashmir punjab bengal gujarat kerala maharashtra assam tibet xinjiang guangdong sichuan hunan hubei
      yunnan hokkaido okinawa sumatra borneo bali luzon mindanao darfur sinai sahara sahel cornwall devon kent essex
      sussex dorset somerset yorkshire lancashire cumbria norfolk suffolk surrey hampshire cambridgeshire ulster
      leeds sheffield bristol newcastle nottingham leicester southampton portsmouth plymouth coventry aberdeen dundee
      swansea oxford cambridge brighton sunderland derby bradford milan naples turin venice genoa palermo bologna florence
      munich hamburg cologne frankfurt stuttgart dortmund leipzig dresden hanover nuremberg bremen marseille lyon toulouse
      bordeaux strasbourg lille nantes barcelona valencia seville bilbao malaga zaragoza porto rotterdam utrecht antwerp
      ghent bruges gothenburg malmo bergen aarhus krakow gdansk wroclaw poznan brno salzburg graz innsbruck basel
      thessaloniki odesa odessa kharkiv lviv donetsk luhansk mariupol kherson sevastopol vladivostok novosibirsk grozny
      kaliningrad izmir antalya aleppo homs idlib raqqa mosul basra erbil kirkuk isfahan mashhad medina mecca jeddah aden
      sanaa benghazi alexandria casablanca marrakesh oran timbuktu bamako dakar accra kampala kigali lusaka harare maputo
      luanda kinshasa mombasa durban soweto kandahar herat peshawar rawalpindi quetta bangalore bengaluru chennai kolkata
      hyderabad ahmedabad pune dhaka chittagong kathmandu colombo yangon mandalay naypyidaw saigon phnom surabaya
      shenzhen guangzhou wuhan chongqing tianjin nanjing hangzhou chengdu harbin macau macao osaka kyoto nagoya fukushima
      hiroshima nagasaki busan incheon brisbane perth adelaide hobart auckland wellington christchurch vancouver
      calgary edmonton winnipeg halifax seattle portland denver dallas houston austin phoenix tucson atlanta miami tampa
      orlando philadelphia pittsburgh baltimore cleveland cincinnati detroit milwaukee minneapolis memphis nashville
      albuquerque omaha tulsa sacramento oakland honolulu anchorage manhattan brooklyn bronx harlem hollywood
      guantanamo monterrey guadalajara tijuana medellin cali quito lima bogotá santiago montevideo asuncion havana
      kingston nassau bermuda barbados trinidad tobago grenada aruba guam samoa fiji tonga vanuatu tuvalu kiribati maldives
      mauritius seychelles comoros djibouti lesotho eswatini gabon togo guyana suriname belize andorra monaco liechtenstein
      macedonia gibraltar greenland iceland scandinavia balkans caucasus mesopotamia anatolia iberia mediterranean adriatic
      aegean baltic caribbean earth pacific atlantic antarctica arctic himalayas alps pyrenees andes danube rhine nile volga potomac thames seine tigris euphrates ganges mekong yangtze 
      montreal chicago boston texas california florida ohio georgia alaska hawaii gaza kremlin hague dubai
      edinburgh cardiff belfast glasgow manchester birmingham liverpool us uk usa uae
      """, .place)
    add(
      """
      city county country district province region state street river lake mountain mountains hills valley
      village town sea ocean bay island islands peninsula territory republic kingdom avenue road square park
      hills heights springs falls beach creek canyon plaza harbour harbor rapids roads oblast
      airport port camp desert coast gulf strait north south east west northern southern eastern western central
      """, .placeNoun)
    add(
      """
      afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani
      bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian
      chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian english
      eritrean estonian ethiopian european filipino finnish french georgian german ghanaian greek guatemalan
      haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese jordanian
      kazakh kenyan korean kurdish kuwaiti kyrgyz latvian lebanese liberian libyan lithuanian malaysian malian
      mexican moldovan mongolian moroccan mozambican nepalese nigerian norwegian omani pakistani palestinian
      panamanian peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian
      singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai
      tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
      western eastern northern southern
      """, .demonym)
  }

  private mutating func addTimesAndNumbers() {
    add(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun", .weekday)
    add(
      """
      january february march april may june july august september october november december jan feb mar apr jun
      jul aug sep sept oct nov dec
      """, .month)
    add(
      """
      second seconds minute minutes hour hours day days week weeks weekend weekends month months year years
      decade decades century centuries quarter quarters fortnight night nights morning afternoon evening
      semester moments
      """, .timeUnit)
    add("today yesterday tomorrow tonight now earlier later noon midnight", .timeWord)
    add("overnight summer winter spring autumn", .timeWord)
    add("nought naught", .number)
    add(
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
      seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
      billion trillion dozen dozens hundreds thousands millions billions trillions tens scores half
      """, .number)
    for tens in ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] {
      for ones in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] {
        add(tens + "-" + ones, .number)
      }
    }
    add(
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth last next", .ordinal)
  }

  private mutating func addAbbreviations() {
    add(
      """
      mr mrs ms dr prof gen gov sen rep lt col sgt capt cpl maj adm cmdr rev hon st mt ft messrs mme vs pres supt insp eg
      ie viz
      """,
      .leads)
    add(
      """
      us un uk eu am pm inc corp ltd co jr sr no nos jan feb mar apr jun jul aug sep sept oct nov dec etc dept
      univ est ave blvd bros cf al approx bn mn tel ext ph d op fig vol pp mass calif fla ill ala ariz ark colo
      conn ga ind kan ky la md mich minn miss mont neb nev okla ore pa tenn tex va wash wis
      """, .abbreviation)
  }
}

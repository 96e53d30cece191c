import StemmaModel
import Testing

/// A short invented passage, and who says what in it.
struct Passage: Sendable, CustomTestStringConvertible {
  /// Words that must be a quote, with all that is expected of it.
  struct Said: Sendable {
    var words: String
    var speaker: String?
    var form: QuoteMention.Form
    var addressee: String?

    init(_ words: String, _ speaker: String?, _ form: QuoteMention.Form = .direct, to addressee: String? = nil) {
      (self.words, self.speaker, self.form, self.addressee) = (words, speaker, form, addressee)
    }
  }

  var style: String
  var lines: [String]
  var said: [Said] = []
  /// All its figures in order; nil where that is not asked.
  var figures: [String]?

  var testDescription: String { style }

  static let all: [Passage] = [
    Passage(
      style: "wire: a body at the end",
      lines: [
        "KESTREL BAY (Northwire) - A ferry with 212 people on board ran aground off the island of Tarn on Monday, the coastguard said."
      ],
      said: [
        Said(
          "A ferry with 212 people on board ran aground off the island of Tarn on Monday", "the coastguard", .indirect)
      ],
      figures: ["212 people"]),
    Passage(
      style: "feature: a new woman after a man",
      lines: [
        "Piet Sorrel, a union official, said the talks had failed. \"They walked out,\" he said.",
        "In Velm the health minister, Orla Tane, met the doctors. \"The wards are full,\" she said.",
      ],
      said: [Said("They walked out,", "Piet Sorrel"), Said("The wards are full,", "Orla Tane")]),
    Passage(
      style: "tabloid: fumed and a paper as hearer",
      lines: [
        "FURIOUS mum-of-three Kerry Blythe has slammed her council for leaving a hole outside her door.",
        "She fumed: \"It's a disgrace.\"", "The 34-year-old told The Daily Bugle: \"My kids could fall in.\"",
      ],
      said: [
        Said("It's a disgrace.", "Kerry Blythe"), Said("My kids could fall in.", "Kerry Blythe", to: "The Daily Bugle"),
      ],
      figures: []),
    Passage(
      style: "magazine: the writer is told",
      lines: [
        "When I reached Anselm Reyes at his studio, he was sanding a hull. \"Wood forgets nothing,\" he told me.",
        "Outside, his daughter Mina was painting. \"He talks to the boats,\" she said, laughing.",
      ],
      said: [Said("Wood forgets nothing,", "Anselm Reyes", to: "me"), Said("He talks to the boats,", "Mina")]),
    Passage(
      style: "broadcast: speaking outside",
      lines: [
        "Good evening. The prime minister has resigned after nine months in office. Speaking outside her residence, Lotte Verhagen said she had lost the confidence of her party."
      ],
      said: [Said("she had lost the confidence of her party", "Lotte Verhagen", .indirect)], figures: []),
    Passage(
      style: "translated: lamented, in declarations to",
      lines: [
        "“The harvest was lost in its totality,” lamented the president of the cooperative, Ramón Uceda, in declarations to the agency Norpress."
      ],
      said: [Said("The harvest was lost in its totality,", "Ramón Uceda", to: "the agency Norpress")]),
    Passage(
      style: "NGO: the group is the one named",
      lines: [
        "Rivers Without Borders accused the company of hiding the leak. \"They knew in May,\" the group said in a statement."
      ],
      said: [Said("They knew in May,", "Rivers Without Borders")]),
    Passage(
      style: "ministry: said on a day that",
      lines: [
        "The interior ministry said on Thursday that 14 people had been detained. It denied that force had been used."
      ],
      said: [
        Said("14 people had been detained", "The interior ministry", .indirect),
        Said("force had been used", "The interior ministry", .indirect),
      ],
      figures: ["14 people"]),
    Passage(
      style: "sports: coach and captain",
      lines: [
        "\"We gave the ball away too cheaply,\" said coach Dario Lenz after Saturday's 3-1 defeat.",
        "His captain, Femi Okoro, disagreed. \"The referee decided that game,\" he said.",
      ],
      said: [
        Said("We gave the ball away too cheaply,", "Dario Lenz"), Said("The referee decided that game,", "Femi Okoro"),
      ],
      figures: []),
    Passage(
      style: "business: results and a call",
      lines: [
        "Halden Foods said second-quarter profit fell 12 percent to $48 million.",
        "Chief Executive Ruth Amsel blamed the price of cocoa. \"We expect relief by spring,\" she told analysts on a call.",
      ],
      said: [
        Said("second-quarter profit fell 12 percent to $48 million", "Halden Foods", .indirect),
        Said("We expect relief by spring,", "Ruth Amsel", to: "analysts"),
      ],
      figures: ["12 percent", "$48 million"]),
    Passage(
      style: "court: an age, a sum and a time",
      lines: ["Prosecutors say Milo Grant, 43, took £20,000 from the fund over 6 years. Grant denies theft."],
      said: [Said("Milo Grant, 43, took £20,000 from the fund over 6 years", "Prosecutors", .indirect)],
      figures: ["£20,000"]),
    Passage(
      style: "web: one of the experts",
      lines: [
        "According to experts at the institute, the dam will not hold. \"It was built on clay,\" one of them said."
      ],
      said: [
        Said("the dam will not hold", "experts at the institute", .indirect),
        Said("It was built on clay,", "experts at the institute"),
      ]),
    Passage(
      style: "wire: a relative clause before told",
      lines: ["Bo Castell, who runs the shelter, told reporters 60 dogs had drowned."],
      said: [Said("60 dogs had drowned", "Bo Castell", .indirect, to: "reporters")], figures: ["60 dogs"]),
    Passage(
      style: "local: speaking for the tenants",
      lines: ["\"Nobody asked us,\" said Ines Dupont, speaking for the tenants. \"Nobody ever does.\""],
      said: [Said("Nobody asked us,", "Ines Dupont"), Said("Nobody ever does.", "Ines Dupont")]),
    Passage(
      style: "wire: speaking for the airline, in front",
      lines: ["Speaking for the airline, Karl Brandt said flights would resume on Sunday."],
      said: [Said("flights would resume on Sunday", "Karl Brandt", .indirect)]),
    Passage(
      style: "politics: its leader called him",
      lines: [
        "The opposition demanded the resignation of Finance Minister Aldo Pirelli.",
        "Its leader, Greta Moss, called him \"a danger to the currency\".",
      ],
      said: [
        Said("the resignation of Finance Minister Aldo Pirelli", "The opposition", .indirect),
        Said("a danger to the currency", "Greta Moss", .partial),
      ]),
    Passage(
      style: "politics: blamed and attributed",
      lines: [
        "Mayor Tom Fisk blamed the flood on blocked drains and attributed the delay to \"a lack of pumps\"."
      ],
      said: [
        Said("the flood on blocked drains", "Tom Fisk", .indirect), Said("a lack of pumps", "Tom Fisk", .partial),
      ]),
    Passage(
      style: "radio: a quote round a long tag",
      lines: [
        "\"The roof,\" Dr Yara Osei, the school's head teacher, told the BBC, \"came down at noon.\""
      ],
      said: [Said("The roof,", "Yara Osei", to: "the BBC"), Said("came down at noon.", "Yara Osei", to: "the BBC")]),
    Passage(
      style: "reportage: a lone quote goes on only behind a quote",
      lines: [
        "\"We ran,\" said Lars Holm, a fisherman.", "\"There was no time for shoes.\"",
        "The army sent two helicopters.", "\"They came too late.\"",
      ],
      said: [
        Said("We ran,", "Lars Holm"), Said("There was no time for shoes.", "Lars Holm"),
        Said("They came too late.", nil),
      ],
      figures: ["two helicopters"]),
    Passage(
      style: "accident: tolls, ages and years",
      lines: [
        "A fifth worker has died of burns, the hospital said on Friday. At least 20 were hurt, eight of them badly.",
        "The man, 61, had worked there for 19 years.",
      ],
      said: [Said("A fifth worker has died of burns", "the hospital", .indirect)],
      figures: ["A fifth worker", "At least 20 were hurt", "eight of them"]),
    Passage(
      style: "service: a telephone and a page",
      lines: ["The boat lay 40 metres from the pier. Call 0800 555 111 for help, or see page 12."],
      figures: ["40 metres"]),
    Passage(
      style: "local: a noun that begins a sentence",
      lines: ["Nobody came. Fishermen said the nets were empty."],
      said: [Said("the nets were empty", "Fishermen", .indirect)]),
    Passage(
      style: "economy: a country's bank",
      lines: [
        "Lurania's central bank raised rates to 6 percent. The bank said prices would rise by 9 percent this year."
      ],
      said: [Said("prices would rise by 9 percent this year", "The bank", .indirect)],
      figures: ["6 percent", "9 percent"]),
    Passage(
      style: "court: a court rules",
      lines: ["The Court of Appeal ruled on Monday that the law was void."],
      said: [Said("the law was void", "Court of Appeal", .indirect)]),
    Passage(
      style: "company: a statement is the channel",
      lines: ["Tornquist Shipping said in a statement that both engines had failed."],
      said: [Said("both engines had failed", "Tornquist Shipping", .indirect)], figures: []),
    Passage(
      style: "fiction-like: whispered to",
      lines: ["\"It is over,\" Sela whispered to her brother."],
      said: [Said("It is over,", "Sela", to: "her brother")]),
    Passage(
      style: "interview: asked whether",
      lines: ["Asked whether he would stand again, Governor Emil Rask replied: \"Wait for May.\""],
      said: [Said("Wait for May.", "Emil Rask")]),
    Passage(
      style: "reportage: the same woman goes on",
      lines: [
        "Ana Cruz, a nurse, said the power failed at midnight. The generator did not start, she added.",
        "\"We used our phones for light,\" she said.",
      ],
      said: [
        Said("the power failed at midnight", "Ana Cruz", .indirect),
        Said("The generator did not start", "Ana Cruz", .indirect), Said("We used our phones for light,", "Ana Cruz"),
      ]),
    Passage(
      style: "reportage: his wife",
      lines: [
        "\"I saw the truck,\" said Hugo Bell. His wife, Marta Bell, saw nothing. \"I was asleep,\" she said. \"He woke me,\" she added."
      ],
      said: [
        Said("I saw the truck,", "Hugo Bell"), Said("I was asleep,", "Marta Bell"), Said("He woke me,", "Marta Bell"),
      ]),
    Passage(
      style: "police: told a news conference",
      lines: ["Police chief Olu Adeyemi told a news conference that three men had been arrested."],
      said: [Said("three men had been arrested", "Olu Adeyemi", .indirect, to: "a news conference")],
      figures: ["three men"]),
    Passage(
      style: "politics: a post",
      lines: ["In a post on X, Senator Vic Dolan wrote that the vote was \"stolen\"."],
      said: [Said("stolen", "Vic Dolan", .partial)]),
    Passage(
      style: "audit: a report by an office",
      lines: ["The report, by the audit office, found that most bridges were unsafe."],
      said: [Said("most bridges were unsafe", "The report", .indirect)]),
    Passage(
      style: "magazine: explained and sighed",
      lines: [
        "Jamal Idris from the Water Board explained that the valve had stuck. \"A part costing 40 crowns,\" he sighed."
      ],
      said: [
        Said("the valve had stuck", "Jamal Idris", .indirect), Said("A part costing 40 crowns,", "Jamal Idris"),
      ],
      figures: ["40 crowns"]),
    Passage(
      style: "translated: stated before the judge",
      lines: [
        "“Our client is innocent,” stated attorney Pilar Gómez, who represents the driver, before the judge."
      ],
      said: [Said("Our client is innocent,", "Pilar Gómez", to: "the judge")]),
    Passage(
      style: "translated: the brigade informed",
      lines: ["Two students died and nine were injured when a bus overturned near Alder, the fire brigade informed."],
      said: [
        Said(
          "Two students died and nine were injured when a bus overturned near Alder", "the fire brigade", .indirect)
      ],
      figures: ["Two students", "nine were injured"]),
    Passage(
      style: "tabloid: stormed, and a spokeswoman",
      lines: [
        "Union boss Carl Dent hit out at ministers. \"They have sold us down the river,\" he stormed.",
        "A spokeswoman for the department said: \"We do not recognise that claim.\"",
      ],
      said: [
        Said("They have sold us down the river,", "Carl Dent"),
        Said("We do not recognise that claim.", "A spokeswoman for the department"),
      ]),
    Passage(
      style: "wire: a role nobody introduced",
      lines: ["The dam burst on Sunday.", "\"The bolts were loose,\" the engineer said."],
      said: [Said("The bolts were loose,", "the engineer")]),
    Passage(
      style: "wire: a role that is somebody's",
      lines: [
        "Rosa Lind, an engineer at the plant, inspected the dam in May.", "\"They were loose,\" the engineer said.",
      ],
      said: [Said("They were loose,", "Rosa Lind")]),
    Passage(
      style: "feature: she says",
      lines: [
        "Vera Stone is 52 and has sold flowers for 30 years. \"Nobody buys roses in a war,\" she says."
      ],
      said: [Said("Nobody buys roses in a war,", "Vera Stone")], figures: []),
    Passage(
      style: "politics: the minister went further",
      lines: [
        "President Marek Dahl promised his voters lower taxes. \"You deserve it,\" he said.",
        "Foreign Minister Ilsa Grün went further. \"We will abolish them,\" she said.",
      ],
      said: [Said("You deserve it,", "Marek Dahl"), Said("We will abolish them,", "Ilsa Grün")]),
    Passage(
      style: "politics: two in one subject",
      lines: [
        "The chairman of the farmers' league, Otto Brandt, and his deputy, Lena Frost, met the minister. \"He listened,\" Frost said afterwards."
      ],
      said: [Said("He listened,", "Lena Frost")]),
    Passage(
      style: "sports: the striker",
      lines: [
        "Striker Nadia Voss sent Alder into the final with two late goals on Sunday.",
        "\"I owe it to the fans,\" the striker said.",
      ],
      said: [Said("I owe it to the fans,", "Nadia Voss")], figures: ["two late goals"]),
    Passage(
      style: "markets: the firm warned",
      lines: ["Shares in Delta Motors slid 4.5% after the firm warned that it would sell 30,000 fewer cars."],
      said: [Said("it would sell 30,000 fewer cars", "the firm", .indirect)], figures: ["4.5%", "30,000 fewer cars"]),
    Passage(
      style: "translated: manifested, assured",
      lines: [
        "The mayoress, Lucía Prado, assured that the water is drinkable. “There is no risk,” she manifested.",
        "The company, for its part, indicated that it will compensate 300 families.",
      ],
      said: [
        Said("the water is drinkable", "Lucía Prado", .indirect), Said("There is no risk,", "Lucía Prado"),
        Said("it will compensate 300 families", "The company", .indirect),
      ],
      figures: ["300 families"]),
    Passage(
      style: "local: his successor",
      lines: [
        "The harbour master, Nils Ekdahl, resigned on Monday.", "\"I was never asked,\" he told local radio.",
        "His successor, Brita Sund, takes over in June. \"I will ask,\" she joked.",
      ], said: [Said("I was never asked,", "Nils Ekdahl", to: "local radio"), Said("I will ask,", "Brita Sund")],
      figures: []),
    Passage(
      style: "NGO: said and accused",
      lines: [
        "Greenleaf International said the spill had killed 3,000 birds.",
        "The charity accused Petrolux of negligence and demanded an inquiry.",
      ], said: [Said("the spill had killed 3,000 birds", "Greenleaf International", .indirect)],
      figures: ["3,000 birds"]),
    Passage(
      style: "politics: an opponent in the same house",
      lines: [
        "\"The numbers speak for themselves,\" Finance Minister Teo Brandl told parliament on Tuesday.",
        "But opposition deputy Maja Korn disagreed. \"He cannot count,\" she told the chamber.",
      ],
      said: [
        Said("The numbers speak for themselves,", "Teo Brandl", to: "parliament"),
        Said("He cannot count,", "Maja Korn", to: "the chamber"),
      ]),
    Passage(
      style: "wire: who asked not to be named",
      lines: [
        "A spokesman for the port authority declined to comment.",
        "Two dockers, who asked not to be named, said the crane had been faulty since May.",
      ], said: [Said("the crane had been faulty since May", "Two dockers", .indirect)]),
    Passage(
      style: "court: his lawyer",
      lines: [
        "Speaking to reporters outside the court, Harlan Pike's lawyer, Dana Frey, said her client was innocent. \"He was in bed,\" she said."
      ], said: [Said("her client was innocent", "Dana Frey", .indirect), Said("He was in bed,", "Dana Frey")]),
    Passage(
      style: "translated: sustained before the commission",
      lines: [
        "“It was an act of God,” sustained the commander of the garrison, Colonel Iker Salas, before the commission.",
        "The survivors, however, affirmed that no alarm sounded.",
      ],
      said: [
        Said("It was an act of God,", "Iker Salas", to: "the commission"),
        Said("no alarm sounded", "The survivors", .indirect),
      ]),
    Passage(
      style: "sports: the mother of the player",
      lines: [
        "Winger Tam Oduya, 22, signed a four-year deal worth £9m.",
        "\"It's a dream,\" the teenager's mother, Grace Oduya, told the club website.",
        "\"He has always wanted this,\" she added.",
      ],
      said: [
        Said("It's a dream,", "Grace Oduya", to: "the club website"), Said("He has always wanted this,", "Grace Oduya"),
      ], figures: ["£9m"]),
    Passage(
      style: "wire: a toll from the navy",
      lines: [
        "At least 12 people drowned and 30 others are missing after a boat capsized off Port Lisse, the navy said in a statement on Sunday."
      ],
      said: [
        Said(
          "At least 12 people drowned and 30 others are missing after a boat capsized off Port Lisse", "the navy",
          .indirect)
      ], figures: ["At least 12 people", "30 others"]),
    Passage(
      style: "local: one of those blamed",
      lines: [
        "Residents blamed the mill for the smell.",
        "\"You cannot hang out your washing,\" said one, who gave her name only as Ruth.",
      ], said: [Said("You cannot hang out your washing,", "one")]),
    Passage(
      style: "science: a lead author writes",
      lines: [
        "Dr. Simone Achterberg, the study's lead author, cautioned that the sample was small.",
        "\"We looked at 140 patients over two years,\" Achterberg wrote in an email.",
      ],
      said: [
        Said("the sample was small", "Simone Achterberg", .indirect),
        Said("We looked at 140 patients over two years,", "Simone Achterberg"),
      ], figures: ["140 patients"]),
    Passage(
      style: "politics: a mayor named late",
      lines: [
        "Kremmen's mayor called the plan \"theft\".", "\"We will see them in court,\" Ute Falk said.",
        "Falk, a former judge, has been mayor since 2011.",
      ], said: [Said("We will see them in court,", "Ute Falk")]),
    Passage(
      style: "interview: asked about",
      lines: [
        "Asked about the delay, Port Authority chief Owen Strand shrugged. \"Ask the ministry,\" he said.",
        "The ministry did not respond to a request for comment.",
      ], said: [Said("Ask the ministry,", "Owen Strand")]),
    Passage(
      style: "history: recalled, and a lone quote",
      lines: [
        "\"There were bodies in the trees,\" recalled Maren Olde, now 81, whose parents died that night.",
        "\"Nobody talked about it for 50 years.\"",
      ],
      said: [
        Said("There were bodies in the trees,", "Maren Olde"),
        Said("Nobody talked about it for 50 years.", "Maren Olde"),
      ], figures: []),
  ]
}

import StemmaModel
import Testing

@testable import StemmaExtract

/// Pages in the manners of many sites, all invented.
@Suite struct PageStylesTests {
  @Test(arguments: [
    liveBlog, pressRelease, statement, blogPost, standfirst, gallery, prompts, paywall, corrections,
    logoInMarkdown, station, tabloid, sisterPapers,
  ])
  func `a page is read in its own manner`(_ page: MarkedPage) {
    page.check()
  }

  static let liveBlog = MarkedPage(
    "live blog", title: "Storm Vesna live: ferries halted as gusts reach 140 km/h", date: "2025-01-14T16:20Z",
    outlet: "The Selm Telegraph",
    """
    menu | Home  News  Sport  Culture
    menu/banner/other | The Selm Telegraph

    title | Storm Vesna live: ferries halted as gusts reach 140 km/h
    date | Last updated 14 January 2025 at 16:20 GMT

    body | All ferries to the Outer Skerries have been halted until Wednesday morning, the harbour authority said.

    furniture | 16:20
    body | Bridge closed to lorries
    body | The bridge at Selm Narrows has been closed to lorries and caravans, and drivers of cars are asked to wait.

    furniture | 15:47
    body | Power cut in four villages
    body | Some 1,900 households in four villages on the western shore are without power, the network operator says.
    body | Crews cannot climb the masts before the wind drops, which forecasters expect around midnight.

    furniture | 14:05
    body | Schools send children home
    body | Schools along the coast sent their children home at noon, and buses ran an hour earlier than usual.

    widget | Share this post
    furniture | Read the Telegraph's guide to a safe storm night
    banner | © 2025 The Selm Telegraph
    """)

  static let pressRelease = MarkedPage(
    "press release", title: "Harrow Vale Water completes repair of the Tannoch reservoir", date: "2024-06-03",
    """
    furniture | FOR IMMEDIATE RELEASE
    date | 3 June 2024

    title | Harrow Vale Water completes repair of the Tannoch reservoir

    body | TANNOCH, June 3, 2024 — Harrow Vale Water has finished the repair of the Tannoch reservoir two months ahead of plan, the company said today.

    body | The reservoir, which serves 62,000 homes, was drained in February after divers found cracks in its northern wall.

    body | "Our customers never ran dry, and that was the point of working through the winter," said Orla Pennick, chief engineer of the company.

    furniture | ###

    furniture | About Harrow Vale Water
    furniture | Harrow Vale Water supplies 410,000 homes in three counties and employs 900 people.

    furniture | Media contact:
    furniture | Lise Morrow, press@harrowvale.example, +44 20 0000 0000
    """)

  static let statement = MarkedPage(
    "statement of an NGO", title: "Ferry strike leaves islands without medicine", date: "2024-09-17",
    """
    menu | Who we are
    menu | What we do
    banner | Donate

    title | Ferry strike leaves islands without medicine

    date | Published on 17 September 2024

    body | Coastal Aid is alarmed by the shortage of insulin and antibiotics on three islands of the Skerries, where no ferry has landed for nine days.

    body | Our nurses on Great Skerry counted 41 patients whose medicine will run out before the weekend.

    body | We call on the ferry company and the union to let one boat with medical goods through every day.

    body | "A strike is a right, and so is insulin," said Brona Keel, who leads our work on the islands.

    furniture | For more information, please contact:
    furniture | Press office of Coastal Aid
    banner | Donate now
    """)

  static let blogPost = MarkedPage(
    "blog in Markdown", .markdown, title: "What the new timetable does to the night train", byline: "Ansa Wolde",
    date: "2024-12-16",
    """
    title | # What the new timetable does to the night train

    byline | Posted by [Ansa Wolde](/author/ansa) on December 16, 2024

    widget/other | 5 min read

    caption | ![The night train at Vorn station in the snow](/img/train.jpg)

    body | The night train from Vorn to the coast loses its second sleeping car, and with it the last cheap bed of the winter.

    body | ## Why the car goes

    body | The railway says that it [stands idle](https://example.org/fleet) on four nights of seven. I rode it on one of the other three, and people slept in the corridor.

    body | - A bed in the remaining car costs 49 crowns from January.
    body | - A seat costs 19 crowns, as before.

    body | Nobody I asked at the railway could tell me what the idle car will do instead.

    tags | **Filed under:** railways, Vorn, winter

    widget | ## 3 Comments

    furniture | **Petra** says:

    furniture | I was one of the people in the corridor that night, and I can confirm every word of this.

    furniture | Leave a reply
    """)

  static let standfirst = MarkedPage(
    "newspaper with a standfirst", title: "The bridge that nobody wanted to own", byline: "Ivar Stenn and Mila Orsova",
    date: "2024-05-02T05:00Z", outlet: "Lakeside Chronicle",
    """
    Lakeside Chronicle
    menu | Subscribe | Log in

    menu/other | Long read

    title | The bridge that nobody wanted to own

    any | For eleven years three councils passed the bridge at Tarn on to each other. Then a lorry went through the deck.

    byline | Ivar Stenn and Mila Orsova
    date | Thu 2 May 2024 06.00 BST

    widget | Share
    caption | The bridge at Tarn in April. Photograph: Ivar Stenn/Lakeside Chronicle

    body | On a wet morning in March a lorry loaded with gravel broke through the wooden deck of the bridge at Tarn and hung there, its front wheels over the water.

    body | The driver climbed out of the rear window, and walked to the inn to ask whose bridge it was.

    body | That question, it turned out, had been asked before: 14 times since 2013, in letters that the Chronicle has seen.

    furniture | Sign up to First Light, our free morning email

    body | The county says the bridge belongs to the town, the town says that it belongs to the water board, and the water board has no record of it at all.

    furniture | Ivar Stenn is a reporter for the Lakeside Chronicle
    furniture | Do you have an opinion on the issues raised in this article? Write to us.
    """)

  static let gallery = MarkedPage(
    "photo gallery", .html, title: "In pictures: the kite festival at Orre beach", date: "2024-08-11",
    outlet: "Orre Weekly",
    """
    <html lang="en"><head><title>In pictures: the kite festival at Orre beach | Orre Weekly</title>
    <meta property="article:published_time" content="2024-08-11"></head><body>
    menu | <nav><a href="/">Home</a> <a href="/pictures">Pictures</a></nav>
    <main>
    title | <h1>In pictures: the kite festival at Orre beach</h1>
    body | <p>Some 4,000 people came to the beach of Orre on Sunday for the kite festival, the first since the great storm.</p>
    other/widget | <p>1 of 3</p>
    caption | <figure><img src="1.jpg"><figcaption>A whale of 30 metres rises over the dunes. Photo: Hanne Viik</figcaption></figure>
    other/widget | <p>2 of 3</p>
    caption | <figure><img src="2.jpg"><figcaption>Children run with home-made kites along the water. Photo: Hanne Viik</figcaption></figure>
    other/widget | <p>3 of 3</p>
    caption | <figure><img src="3.jpg"><figcaption>The last kites come down at dusk. Photo: Hanne Viik</figcaption></figure>
    body | <p>The festival returns in the second week of August next year, its organisers said.</p>
    </main>
    banner | <footer>© 2024 Orre Weekly</footer>
    </body></html>
    """)

  static let prompts = MarkedPage(
    "prompts and comments", .html, title: "Market hall of Vorn reopens after fire", byline: "Tessel Braam",
    date: "2024-10-09T07:15:00Z", outlet: "Vorn Today",
    """
    <html><head><title>Market hall of Vorn reopens after fire</title>
    <meta property="og:site_name" content="Vorn Today"><meta name="author" content="Tessel Braam">
    <meta property="article:published_time" content="2024-10-09T09:15:00+02:00"></head><body>
    any | <div class="cookie-notice"><p>We use cookies. <button>Accept</button></p></div>
    <article>
    title | <h1>Market hall of Vorn reopens after fire</h1>
    byline | <p class="byline">By Tessel Braam</p>
    any | <p>Oct 9, 2024 9:15 am · 3 min read</p>
    body | <p>The market hall of Vorn opens its doors on Thursday, fourteen months after a fire destroyed its roof, the mayor said.</p>
    body | <p>All but two of the 38 traders are coming back, and the fishmongers have drawn lots for the corner by the door.</p>
    furniture | <div class="newsletter-signup"><h3>Get Vorn Today in your inbox</h3><p>The five stories you need, every morning at six, for nothing.</p></div>
    body | <p>The new roof is of larch and glass, cost 6.2 million crowns and can be opened in summer.</p>
    furniture | <p>This article continues after the advertisement</p>
    body | <p>“I missed the smell more than the money,” said Oda Rinn, who has sold cheese there since 1991.</p>
    other | <p>Updated Oct 9, 11:02 AM</p>
    </article>
    <section id="comments"><h2>Comments (2)</h2>
    furniture | <p>Finally! I walked past the ruin every day on my way to work and could hardly bear to look at it.</p>
    furniture | <p>Six million for a roof while the school still has buckets in its corridors, well done indeed.</p>
    </section></body></html>
    """)

  static let paywall = MarkedPage(
    "paywall", title: "Regulator fines Belltower Bank over late transfers", byline: "Corin Aske",
    date: "2024-02-20", outlet: "The Ledbury Examiner",
    """
    The Ledbury Examiner
    menu | Markets | Companies | Opinion
    banner | You have 2 free articles remaining this month.
    banner | Subscribe now

    title | Regulator fines Belltower Bank over late transfers

    byline | By Corin Aske, Banking Editor
    date | 20 February 2024

    body | The financial regulator has fined Belltower Bank 14 million crowns because transfers of 230,000 customers arrived up to six days late.

    body | The bank moved its accounts to a new system over Easter last year, and could not say for a week where some of the money was.

    body | "We apologise without reservation," the bank's chief executive, Malin Torv, said in a statement on Tuesday.

    banner | To continue reading, subscribe to The Ledbury Examiner
    banner | Already a subscriber? Log in
    furniture | Get unlimited access from 4 crowns a week. Cancel anytime.
    """)

  static let corrections = MarkedPage(
    "corrections", title: "Two rescued from flooded mine at Hollin", byline: "Staff Reporter", date: "2024-07-23",
    outlet: "Hollin Herald",
    """
    Hollin Herald

    title | Two rescued from flooded mine at Hollin

    byline | Staff Reporter
    date | July 23, 2024

    body | Two miners were brought out alive on Tuesday after 31 hours in a flooded gallery of the Hollin mine, rescuers said.

    body | Divers reached them through a ventilation shaft that had been closed in the 1970s and appeared on no map.

    body | "They asked for coffee before they asked for a doctor," rescue leader Sven Arrik told the Herald.

    furniture | This story has been updated with comments from the rescue leader.

    furniture | Correction: An earlier version of this article said that the miners had been trapped for 41 hours. They were trapped for 31.

    furniture | This is a developing story. Check back for updates.
    """)

  static let logoInMarkdown = MarkedPage(
    "logo in Markdown", .markdown, title: "Tram drivers vote to strike in Kell", byline: "Bo Larsen",
    date: "2024-11-04",
    outlet: "Kell Independent",
    """
    furniture | [![Kell Independent logo](/static/logo.svg)](/)
    menu/related | - [News](/news)
    menu/related | - [Opinion](/opinion)

    title | # Tram drivers vote to strike in Kell

    byline | **By Bo Larsen**

    date | *4 November 2024*

    body | Drivers of the Kell tramway have voted to strike on the last two Fridays before Christmas, their union said on Monday.

    body | Of 312 drivers 287 took part in the ballot, and nine in ten of them voted for the strike.

    furniture | [Read more: How the tramway lost its night service](/news/night)

    body | The company called the vote "a lump of coal for the whole town" and offered to talk on Wednesday.

    furniture | You can support us by becoming a member. [Join today](/join).
    """)

  static let station = MarkedPage(
    "television station", .html, title: "Fishing boat sinks off Port Haven, crew safe", byline: "Dana Kealoha",
    date: "2024-07-08T18:39Z", outlet: "Haven News Now",
    """
    <html><head><title>Fishing boat sinks off Port Haven, crew safe</title>
    <meta property="og:site_name" content="Haven News Now"></head><body><article>
    title | <h1>Fishing boat sinks off Port Haven, crew safe</h1>
    byline | <p>By Dana Kealoha</p>
    date | <p>Published: Jul. 8, 2024 at 2:39 PM ET</p>
    body | <p>PORT HAVEN (HavenNewsNow) - A fishing boat sank two miles off Port Haven early on Monday, and its crew of five was picked up by a ferry, the coast guard said.</p>
    body | <p>The 60-foot boat had taken on water through a hatch that had been left open, one of the crew told Haven News Now.</p>
    body | <p>Nobody was hurt, and the harbour master has put out booms around a thin film of oil.</p>
    furniture | <p>Copyright 2024 Haven News Now. All rights reserved.</p>
    </article></body></html>
    """)

  static let tabloid = MarkedPage(
    "tabloid", title: "Pensioner, 84, wrestles swan for wedding ring", byline: "KIT MARLOW", date: "2024-06-30",
    outlet: "Daily Trumpet",
    """
    Daily Trumpet
    menu | News  Showbiz  Sport  Puzzles

    title | Pensioner, 84, wrestles swan for wedding ring

    byline | By KIT MARLOW FOR DAILY TRUMPET
    date | Published: 30 June 2024

    widget | 214 shares
    widget | 38 View comments

    body | A pensioner of 84 waded into a park lake in Ouseby on Saturday and took her wedding ring back from a swan.

    body | Edna Fairweather had been feeding the birds when the ring slid off with a crust of bread.

    furniture | READ MORE: Ten things you never knew about swans

    body | 'He looked me in the eye and I looked him in the eye,' she said. 'Then I had him by the neck.'

    body | The swan was unharmed, a ranger of the park said.

    furniture | Most watched news videos
    furniture | Dog rides tram to the seaside alone
    furniture | Moment crane drops piano on car
    furniture | Share or comment on this article
    """)

  static let sisterPapers = MarkedPage(
    "no name of its own", title: "Council of Amble buys the old cinema", date: "2024-03-19",
    """
    menu/other | Middle East
    menu/other | Breaking News

    title | Council of Amble buys the old cinema

    date | 19 March 2024

    body | The council of Amble has bought the old cinema on Quay Street for 340,000 crowns and wants to open a library in it.

    body | The building has stood empty since 2009, and pigeons have taken the balcony, the council's surveyor told The Amble Argus.

    body | Also in the plans: a café, a stage and rooms for the music school, which lost its own in the winter.

    body | The library is to open in two years, if the roof can be saved.
    """)
}

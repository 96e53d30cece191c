/// Small stories in our own words, for laws and for the command: no truth is written for them.
package enum InventedStory {
  /// Three reports of one event: two of one agency, one of its own.
  package static let viaduct: [(name: String, text: String)] = [
    (
      "fenmoor-post.txt",
      """
      The Fenmoor Post

      Cracks close the Fenmoor viaduct to all trains

      By Tidewire
      4 June 2024

      The railway viaduct at Fenmoor was closed to all trains on Tuesday after inspectors found cracks in two of its \
      eleven piers, the network operator said.

      "We found movement that we cannot explain, and we do not run trains over things we cannot explain," chief engineer \
      Odile Marsh told reporters in Fenmoor.

      About 4,200 passengers a day cross the viaduct, which was opened in 1887. Buses will take them around the valley \
      for at least six weeks.

      The repair will cost some 12 million euros, the operator said in a statement.

      "My bakery lives off the morning train," Ruben Aske, who keeps a shop at the station, told Tidewire.
      """
    ),
    (
      "harrow-evening.txt",
      """
      Harrow Evening

      Fenmoor viaduct shut after cracks are found

      4 June 2024

      (Tidewire) The railway viaduct at Fenmoor was closed to all trains on Tuesday after inspectors found cracks in two \
      of its eleven piers, the network operator said.

      About 4,200 passengers a day cross the viaduct, which was opened in 1887. Buses will take them around the valley \
      for at least six weeks.

      "My bakery lives off the morning train," Ruben Aske, who keeps a shop at the station, told Tidewire.
      """
    ),
    (
      "valley-reader.txt",
      """
      The Valley Reader

      What the herdsman saw under the Fenmoor viaduct

      By Lotte Brandy
      5 June 2024

      Piet Olsen has grazed sheep below the arches for thirty years. He noticed the first stones in the stream in March, \
      he told the Valley Reader, and he rang the railway the same day.

      "Nobody came for the stones," Olsen said. "They came for the crack, when it was wide enough for a hand."

      The viaduct at Fenmoor has been closed since Tuesday. At a news conference in the town hall, chief engineer Odile \
      Marsh said: "We found movement that we cannot explain, and we do not run trains over things we cannot explain."

      The council counted 3,900 passengers on the line on an ordinary day in May.
      """
    ),
  ]

  /// Two reports of another event, which share nothing with those of the viaduct.
  package static let orchestra: [(name: String, text: String)] = [
    (
      "stage-door.txt",
      """
      Stage Door

      Players of the Quillhaven orchestra put down their bows

      By Ines Varga
      18 September 2023

      Musicians of the Quillhaven Philharmonic refused to play on Sunday night after the music director dismissed the \
      first oboe in front of the audience, three of them told Stage Door.

      "One does not sack a man between the overture and the concerto," cellist Wanda Pruitt said.

      The concert hall refunded 1,640 tickets, a spokeswoman for the hall said.
      """
    ),
    (
      "quillhaven-mirror.txt",
      """
      Quillhaven Mirror

      Silence at the Philharmonic as musicians walk out

      19 September 2023

      The Quillhaven Philharmonic fell silent on Sunday when its musicians left the stage in protest at the dismissal of \
      the first oboe, the concert hall said.

      The hall refunded about 1,600 tickets. Music director Corvin Hale declined to speak to the Mirror.
      """
    ),
  ]
}

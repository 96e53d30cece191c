import Testing

@testable import StemmaExtract

@Suite struct DateReaderTests {
  @Test(arguments: [
    ("May 24, 2023", "2023-05-24"), ("Tue Nov 8, 2016 3:00pm EST", "2016-11-08T20:00Z"),
    ("8 November 2016 Last updated at 12:41 GMT", "2016-11-08T12:41Z"),
    ("Published on: 8 November 2016-11:25am", "2016-11-08"), ("11/08/16 02:39 PM ET", "2016-11-08T19:39Z"),
    ("on Nov 8, 2016", "2016-11-08"),
    ("Date Published: Tuesday, November 8, 2016", "2016-11-08"), ("2023-05-24T10:20:00+02:00", "2023-05-24T08:20:00Z"),
    ("24/05/2023", "2023-05-24"),
    ("05/24/2023", "2023-05-24"), ("03/04/2023", "2023-04-03"), ("24.05.2023, 10:20 Uhr", "2023-05-24"),
    ("2023-05-24T10:20:00Z", "2023-05-24T10:20:00Z"),
    ("5 de mayo de 2023", "2023-05-05"), ("24 mai 2023 à 10h20", "2023-05-24"), ("2023年5月24日", "2023-05-24"),
    ("20230524T102000Z", "2023-05-24T10:20:00Z"),
    ("Wed, 24 May 2023 23:30:00 -0400", "2023-05-25T03:30:00Z"), ("12:41 GMT, 8 November 2016", "2016-11-08T12:41Z"),
    ("07/08/16 02:39 PM ET", "2016-07-08T18:39Z"), ("March 10, 2024 1:59 a.m. ET", "2024-03-10T06:59Z"),
    ("March 10, 2024 3:00 a.m. ET", "2024-03-10T07:00Z"), ("Nov. 3, 2024, 1:30 a.m. PT", "2024-11-03T08:30Z"),
    ("Nov. 3, 2024, 9:30 a.m. CT", "2024-11-03T15:30Z"), ("July 4, 2024 9:30 a.m. EST", "2024-07-04T14:30Z"),
    ("March 20, 2006 1:00 PM MT", "2006-03-20T20:00Z"),
    ("24th May, 2023", "2023-05-24"),
    ("May 24th 2023 at 9 p.m. BST", "2023-05-24T20:00Z"), ("24-May-2023", "2023-05-24"),
  ])
  func `dates are read as pages write them`(_ text: String, _ expected: String) {
    #expect(DateReader.moment(in: text)?.description == expected)
  }

  @Test(arguments: ["1684953843", "31/02/2023", "In 2023", "Room 5, May", "version 1.2.3"])
  func `what is no date is not read as one`(_ text: String) {
    #expect(DateReader.moment(in: text) == nil)
  }
}

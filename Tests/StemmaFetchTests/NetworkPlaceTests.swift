import Testing

@testable import StemmaFetch

@Suite struct NetworkPlaceTests {
  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fc00::1", "fd12::1", "fe80::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "fec0::1",
  ])
  func `places that are not on the public internet`(text: String) throws {
    #expect(try !#require(NetworkPlace(text)).isPublic)
  }

  @Test(arguments: [
    "8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1", "::ffff:8.8.8.8", "2a00:1450::1",
  ])
  func `places that are`(text: String) throws {
    #expect(try #require(NetworkPlace(text)).isPublic)
  }

  @Test func `names are no places`() {
    #expect(NetworkPlace("localhost") == nil)
    #expect(NetworkPlace("1.2.3") == nil)
  }

  @Test(arguments: ["localhost", "2130706433", "0x7f.1", "127.1"])
  func `other spellings of this machine are found out`(host: String) {
    #expect(NetworkPlace.places(of: host).allSatisfy { !$0.isPublic })
  }
}

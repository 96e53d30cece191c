/// Makes a readable name of an address's host: thevaledaily.example is The Vale Daily.
enum HostName {
  /// The host of an address without "www." and the like.
  static func host(of address: String) -> String? {
    var rest = Substring(address)
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
      rest = rest[colon...].dropFirst(3)
    }
    // An archive's address has the page's own in its path.
    if let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://"),
      rest[..<colon].hasSuffix("/http") || rest[..<colon].hasSuffix("/https")
    {
      rest = rest[colon...].dropFirst(3)
    }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
    var labels = host.split(separator: ".").map(String.init)
    guard labels.count >= 2,
      labels.allSatisfy({
        !$0.isEmpty && $0.utf8.allSatisfy { $0 == 45 || $0 >= 48 && $0 <= 57 || $0 >= 97 && $0 <= 122 || $0 >= 128 }
      })
    else { return nil }
    while labels.count > 2,
      [
        "www", "m", "mobile", "amp", "edition", "en", "english", "news", "www2", "web", "live", "beta", "us", "uk",
        "eu",
      ].contains(labels[0]), !isSuffix(labels.dropFirst())
    { labels.removeFirst() }
    return labels.joined(separator: ".")
  }

  /// A readable name for a host; the form that the text uses, where it uses one.
  static func outlet(for host: String, in blocks: [Block]) -> String {
    var labels = host.split(separator: ".").map(String.init)
    if labels.count > 1 { labels.removeLast() }
    if labels.count > 1,
      ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "gouv"].contains(
        labels[labels.count - 1])
    {
      labels.removeLast()
    }
    let label = labels.last ?? host
    if let written = written(label.filter { $0 != "-" }, in: blocks) { return written }
    return label.split(separator: "-").flatMap { split(String($0)) }.map(capitalized).joined(separator: " ")
  }

  private static func isSuffix(_ labels: ArraySlice<String>) -> Bool {
    labels.count == 2 && ["co", "com", "org", "net", "gov", "ac"].contains(labels.first!)
  }

  /// Capitalised words of the text that, run together, are the host's name.
  private static func written(_ label: String, in blocks: [Block]) -> String? {
    guard label.utf8.count >= 4 else { return nil }
    for block in blocks {
      let tokens = block.tokens
      for first in tokens.indices where tokens[first].startsUpper && label.hasPrefix(tokens[first].key) {
        var joined = tokens[first].key
        var end = first + 1
        while joined.utf8.count < label.utf8.count, end < tokens.count, tokens[end].isWord,
          tokens[end].startsUpper || ["of", "the", "and"].contains(tokens[end].key)
        {
          joined += tokens[end].key
          end += 1
        }
        if joined == label, end - first > 1 || joined.utf8.count > 5 && !tokens[first].isUpper {
          return block.strand.string(tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound)
        }
      }
    }
    return nil
  }

  private static func capitalized(_ word: String) -> String {
    if acronyms.contains(word) { return word.uppercased() }
    if ["of", "and", "for", "in", "on"].contains(word) { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Splits at known words, as few as possible; a remainder stays whole when the rest is known.
  private static func split(_ label: String) -> [String] {
    let letters = Array(label)
    let count = letters.count
    guard count <= 40 else { return [label] }
    // Least cost: a known word costs one, an unknown stretch four and a bit for each letter.
    var cost = [Double](repeating: .infinity, count: count + 1)
    var from = [Int](repeating: 0, count: count + 1)
    var isKnown = [Bool](repeating: false, count: count + 1)
    cost[0] = 0
    for end in 1...max(1, count) where count > 0 {
      for start in 0..<end {
        let word = String(letters[start..<end])
        let known = words.contains(word)
        if !known, start > 0, !isKnown[start] { continue }
        let price = known ? (word.utf8.count < 3 ? 2.5 : 1) : 3 + Double(end - start) * 0.3 + (end - start < 3 ? 4 : 0)
        if cost[start] + price < cost[end] {
          cost[end] = cost[start] + price
          from[end] = start
          isKnown[end] = known
        }
      }
    }
    var parts: [String] = []
    var known = 0
    var end = count
    while end > 0 {
      let word = String(letters[from[end]..<end])
      if words.contains(word) { known += 1 }
      parts.append(word)
      end = from[end]
    }
    return known == 0 || parts.count > 5 ? [label] : parts.reversed()
  }

  private static let acronyms: Set<String> = [
    "bbc", "cnn", "cbc", "abc", "nbc", "cbs", "rt", "tv", "usa", "us", "uk", "uae", "afp", "ap", "upi", "dw", "npr",
    "pbs", "itv", "un", "eu", "uno", "msn", "cnbc", "cgtn", "rfi", "rfa", "voa", "wion", "ndtv", "tvn", "nhk", "fm",
    "sbs", "rte",
  ]

  private static let words: Set<String> = Set(
    """
    the times news post daily herald guardian today press tribune journal star telegraph standard observer independent media online world chronicle express gazette mail mirror sun examiner
    inquirer register review record report reporter reports reporters echo argus courier dispatch advertiser advocate bulletin nation national international global financial business economic economist economy insider weekly sunday
    morning evening week monitor leader sentinel globe planet people politics political policy politico affairs foreign public citizen voice vision mercury sky live network radio tv channel wire
    newswire watch daily diary digest magazine net web info line bite bullion corner central east west north south eastern western northern southern middle africa african asia asian europe european
    america american americas latin gulf arab arabia arabian islamic jewish christian catholic israel palestine palestinian iran iraq syria lebanon jordan egypt egyptian sudan libya tunisia morocco algeria
    nigeria nigerian ghana kenya uganda tanzania rwanda ethiopia somalia zambia zimbabwe malawi botswana namibia congo cameroon senegal mali russia russian moscow ukraine ukrainian kyiv kiev poland polish
    warsaw prague hungary budapest romania bulgaria sofia serbia croatia greece greek athens turkey turkish istanbul germany german berlin france french paris spain spanish madrid portugal lisbon italy italian rome
    vatican swiss switzerland austria vienna belgium brussels dutch holland netherlands amsterdam denmark danish copenhagen norway oslo sweden swedish stockholm finland helsinki iceland baltic estonia latvia lithuania
    britain british london england scotland scottish scotsman wales welsh ireland irish dublin belfast manchester liverpool york new washington boston chicago los angeles san francisco diego houston dallas texas
    miami florida california seattle denver atlanta philadelphia detroit canada canadian toronto ottawa montreal vancouver calgary mexico brazil rio janeiro sao paulo argentina buenos aires chile peru colombia venezuela
    cuba havana jamaica trinidad china chinese beijing shanghai hong kong taiwan taipei japan japanese tokyo korea korean seoul pyongyang india indian delhi mumbai hindu hindustan bengal bangladesh dhaka pakistan
    karachi lahore islamabad dawn afghanistan kabul nepal kathmandu himalayan lanka colombo myanmar burma thailand bangkok vietnam hanoi cambodia phnom penh laos malaysia malaysian kuala lumpur singapore straits
    indonesia jakarta philippine philippines manila australia australian sydney melbourne brisbane perth zealand auckland pacific atlantic caspian caucasus georgia armenia azerbaijan kazakhstan uzbekistan astana
    almaty dubai emirates khaleej qatar doha saudi riyadh kuwait bahrain oman muscat yemen city county state country island mountain valley coast bay river hill town street house bbc cnn cbc abc nbc cbs usa
    us uk un eu tv am pm fm and of for in on to my your our all one first free open true real big fact facts check war peace justice law crime court health science tech technology digital cyber energy oil gas climate
    green earth environment money market markets bank trade finance investor sport sports football travel food culture arts art film music book books life style lifestyle woman women kids family home garden
    rights human humanitarian relief refugee development aid watchdog now next here breaking latest top hot fast quick inside beyond above under story stories tales truth conversation intercept diplomat strategist defence defense military
    army naval security intelligence forum institute foundation project centre center society union alliance council agency service bureau group company corporation publishing publications pub page pages front paper papers newspaper
    newspapers print editor editorial opinion column views view point standpoint perspective spectator republic republican democrat democracy liberal labour progressive conservative socialist worker workers
    ahram jazeera arabiya monde figaro liberation parisien pais mundo vanguardia razon corriere sera repubblica stampa spiegel zeit welt bild tagesspiegel standaard volkskrant
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

/// The words of dates besides the months: days of the week, zones, and what may stand around a date line.
extension DateReader {
  static let weekdayNames: Set<String> = words(
    """
    monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi
    samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunedì martedì mercoledì giovedì venerdì sabato domenica maandag
    dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье
    понеділок вівторок середа четвер п'ятниця субота неділя poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    ponedjeljak utorak srijeda četvrtak petak subota nedjelja понедељак уторак среда четвртак петак субота недеља luni marți miercuri joi vineri sâmbătă duminică
    hétfő kedd szerda csütörtök péntek szombat vasárnap pazartesi salı çarşamba perşembe cuma cumartesi pazar maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag segunda-feira terça quarta quinta sexta senin selasa rabu kamis jumat sabtu minggu
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد
    شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
    """)

  static let weekdays: Set<String> = words("mon tue tues wed thu thur thurs fri sat sun").union(weekdayNames)

  static let halves: Set<String> = ["am", "pm"]
  static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "º"]

  /// Minutes east of UTC; of `seasonal` zones, in winter.
  static let zones: [String: Int] = [
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360,
    "mst": -420,
    "mdt": -360, "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "bst": 60, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "eat": 180, "cat": 120, "wat": 60, "sast": 120, "ist": 330, "pkt": 300, "npt": 345,
    "sgt": 480, "hkt": 480,
    "myt": 480, "pht": 480, "wib": 420, "ict": 420, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "acst": 570,
    "awst": 480,
    "nzst": 720, "nzdt": 780, "trt": 180, "ast": 180, "gst": 240, "brt": -180, "art": -180, "clt": -240, "hst": -600,
    "akst": -540,
  ]

  static let seasonal: Set<String> = ["et", "ct", "mt", "pt"]

  static let american: Set<String> = [
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "akst", "hst",
  ]

  /// What may stand between a day and its time.
  static let fillers: Set<String> = words(
    ", - – — | · • / ( ) : at um à las a alle kl kl. clock last updated update published posted t first le um")

  /// The words of a line that only dates an article.
  static let lineWords: Set<String> = words(
    """
    published publish publication date dated updated update last first posted post on at the modified created released issued time as of added
    edited revised and gmt utc local hrs hours h am pm uhr min mins minutes minute read ago ist est edt et pt bst cet cest eat cat wat sast sgt hkt
    jst kst aest aedt msk a m p publicado publicada actualizado actualizada fecha el las publié mis à jour le veröffentlicht aktualisiert am um stand pubblicato
    aggiornato il atualizado em às gepubliceerd bijgewerkt op om опубликовано обновлено eastern pacific central standard daylight original originally
    uploaded by views shares comments share print email story article news press release for immediate
    """)

  /// How a line begins that says when a page was made or changed, and words that it has besides.
  static let stampOpeners: Set<String> = words(
    "posted published updated modified created first last date publish dated uploaded issued added originally")
  static let stampWords: Set<String> = words(
    "an a one two hour hours minute minutes day days week weeks month months year years today yesterday about now just uk us"
  )

  /// What stands before the date of publication, in many languages; words that begin with "publ" are not repeated.
  static let labels: Set<String> = words(
    """
    posted date dated issued released created fecha data datum veröffentlicht erstellt pubblicato gepubliceerd geplaatst опубликовано дата опубліковано
    opublikowano data publikováno vydáno zveřejněno objavljeno objavio közzétéve megjelent yayınlanma yayınlandı tarih giriş julkaistu publicerad publisert udgivet
    נשر פורסם نشر نشرت النشر تاريخ انتشار تاریخ प्रकाशित प्रकाशन প্রকাশিত প্রকাশ 発行 公開 発信 投稿日 投稿 掲載 更新日 作成日 发布 發布 发表 發表 日期 时间 時間 입력 등록 승인 기사입력 ngày đăng tanggal diterbitkan
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}

/// The names of the months in the languages of the world's newsrooms, with their short forms and the cases that dates take.
///
/// Where two languages mean different months by one name (listopad), the one with more readers has it.
extension DateReader {
  static let months: [String: Int] = {
    let names = [
      """
      january jan enero ene janvier janv januar gennaio gen janeiro januari styczeń stycznia sty января январь
      янв ocak oca ιανουαρίου ιανουάριος ιαν jänner січня січень ianuarie január leden ledna siječanj siječnja
      sije januára януари јануар јануари janar jaanuar janvāris janvārī sausio tammikuu tammikuuta janúar eanáir
      มกราคม जनवरी जन জানুয়ারি জানুয়ারী ஜனவரி జనవరి ಜನವರಿ ജനുവരി જાન્યુઆરી ਜਨਵਰੀ يناير جانفي ژانویه جنوری
      ינואר בינואר იანვარი იანვარს հունվարի yanvar қаңтар januarja gener xaneiro urtarrila urtarrilaren
      """,
      """
      february feb febrero février februar febbraio fevereiro fev februari luty lutego lut февраля февраль фев
      şubat şub φεβρουαρίου φεβρουάριος φεβ fév fevr févr лютого лютий februarie február únor února veljača
      veljače фебруари фебруар shkurt veebruar februāris februārī vasario helmikuu helmikuuta febrúar กุมภาพันธ์
      फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী பிப்ரவரி ఫిబ్రవరి ಫೆಬ್ರವರಿ ഫെബ്രുവരി ફેબ્રુઆરી ਫਰਵਰੀ فبراير فيفري
      فوریه فروری פברואר בפברואר თებერვალი თებერვალს փետրվարի fevral ақпан februarja febrer febreiro otsailaren
      pebrero شباط pebruari
      """,
      """
      march mar marzo mars märz maart mrt março marzec marca марта март мар mart mrz μαρτίου μάρτιος μαρ березня
      березень martie március březen března ožujak ožujka marec marts märts martā kovo maaliskuu maaliskuuta
      มีนาคม मार्च মার্চ மார்ச் మార్చి ಮಾರ್ಚ್ മാർച്ച് માર્ચ ਮਾਰਚ مارس مارچ مارت מרץ במרץ მარტი მარტს մարտի
      наурыз març martxoaren marso آذار اذار maret mac
      """,
      """
      april apr abril avril aprile kwiecień kwietnia kwi апреля апрель апр nisan nis abr avr απριλίου απρίλιος
      απρ квітня квітень aprilie április duben dubna travanj travnja apríl април prill aprill aprīlis aprīlī
      balandžio huhtikuu huhtikuuta เมษายน अप्रैल এপ্রিল ஏப்ரல் ఏప్రిల్ ಏಪ್ರಿಲ್ ഏപ്രിൽ એપ્રિલ ਅਪ੍ਰੈਲ أبريل ابريل
      إبريل أفريل آوریل اپریل אפריל באפריל აპრილი აპრილს ապրիլի aprel сәуір aprila apirilaren نيسان
      """,
      """
      may mayo mai maggio mag maio mei maj maja мая май mayıs μαΐου μάιος μαϊου травня травень május květen
      května svibanj svibnja máj мај maijs maijā gegužės toukokuu toukokuuta maí พฤษภาคม मई মে மே మే ಮೇ മെയ് મે
      ਮਈ مايو ماي مه مئی מאי במאי მაისი მაისს մայիսի mamyr maig maiatzaren أيار ايار
      """,
      """
      june jun junio juin juni giugno junho czerwiec czerwca cze июня июнь июн haziran haz giu ιουνίου ιούνιος
      ιουν червня червень iunie június červen června lipanj lipnja jún юни јун јуни qershor juuni jūnijs jūnijā
      birželio kesäkuu kesäkuuta júní มิถุนายน जून জুন ஜூன் జూన్ ಜೂನ್ ജൂൺ જૂન ਜੂਨ يونيو يونيه جوان ژوئن جون יוני
      ביוני ივნისი ივნისს հունիսի iyun маусым junija juny xuño ekainaren hunyo حزيران
      """,
      """
      july jul julio juillet juli luglio julho lipiec lipca lip июля июль июл temmuz tem juil lug ιουλίου
      ιούλιος ιουλ липня липень iulie július červenec července srpanj srpnja júl юли јул јули korrik juuli
      jūlijs jūlijā liepos heinäkuu heinäkuuta júlí กรกฎาคม जुलाई জুলাই ஜூலை జూలై ಜುಲೈ ജൂലൈ જુલાઈ ਜੁਲਾਈ يوليو
      يوليه جويلية ژوئیه جولای جولائی יולי ביולי ივლისი ივლისს հուլիսի iyul шілде julija juliol xullo uztailaren
      hulyo تموز julai
      """,
      """
      august aug agosto août augustus sierpień sierpnia sie августа август авг ağustos ağu ago aou αυγούστου
      αύγουστος αυγ серпня серпень augusztus srpen srpna kolovoz kolovoza gusht augusts augustā rugpjūčio elokuu
      elokuuta ágúst สิงหาคม अगस्त আগস্ট ஆகஸ்ட் ఆగస్టు ಆಗಸ್ಟ್ ഓഗസ്റ്റ് ઑગસ્ટ ਅਗਸਤ أغسطس اغسطس أوت اوت اگست
      אוגוסט באוגוסט აგვისტო აგვისტოს օգոստոսի avqust avgust тамыз avgusta agost abuztuaren آب اب agustus ogos
      """,
      """
      september sep sept septiembre set septembre setembro wrzesień września wrz сентября сентябрь сен eylül eyl
      settembre σεπτεμβρίου σεπτέμβριος σεπ вересня вересень septembrie szeptember září rujan rujna септември
      септембар shtator septembris septembrī rugsėjo syyskuu syyskuuta กันยายน सितंबर सितम्बर সেপ্টেম্বর
      செப்டம்பர் సెప్టెంబర్ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റംബർ સપ્ટેમ્બર ਸਤੰਬਰ سبتمبر سپتامبر ستمبر ספטמבר בספטמבר სექტემბერი
      სექტემბერს սեպտեմբերի sentyabr қыркүйек septembra setembre irailaren setyembre أيلول ايلول
      """,
      """
      october oct octubre octobre oktober ottobre outubro październik października paź октября октябрь окт ekim
      eki okt ott out οκτωβρίου οκτώβριος οκτ жовтня жовтень octombrie október říjen října октомври октобар
      tetor oktoober oktobris oktobrī spalio lokakuu lokakuuta ตุลาคม अक्टूबर अक्तूबर অক্টোবর அக்டோபர் అక్టోబర్
      ಅಕ್ಟೋಬರ್ ഒക്ടോബർ ઑક્ટોબર ਅਕਤੂਬਰ أكتوبر اكتوبر اکتبر اکتوبر אוקטובר באוקטובר ოქტომბერი ოქტომბერს հոկտեմբերի
      oktyabr қазан oktobra urriaren oktubre
      """,
      """
      november nov noviembre novembre novembro listopad listopada lis ноября ноябрь ноя kasım kas νοεμβρίου
      νοέμβριος νοε листопада листопад noiembrie studeni studenoga studenog ноември новембар nëntor novembris
      novembrī lapkričio marraskuu marraskuuta nóvember พฤศจิกายน नवंबर नवम्बर নভেম্বর நவம்பர் నవంబర్ ನವೆಂಬರ್
      നവംബർ નવેમ્બર ਨਵੰਬਰ نوفمبر نوامبر نومبر נובמבר בנובמבר ნოემბერი ნოემბერს նոյեմբերի noyabr қараша novembra
      azaroaren nobyembre nopember
      """,
      """
      december dec diciembre décembre dezember dicembre dezembro dez grudzień grudnia gru декабря декабрь дек
      aralık ara dic déc δεκεμβρίου δεκέμβριος δεκ грудня грудень decembrie prosinec prosince prosinac prosinca
      декември децембар dhjetor detsember decembris decembrī gruodžio joulukuu joulukuuta desember ธันวาคม
      दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் డిసెంబర్ ಡಿಸೆಂಬರ್ ഡിസംബർ ડિસેમ્બર ਦਸੰਬਰ ديسمبر دسامبر دسمبر דצמבר בדצמבר
      დეკემბერი დეკემბერს դեկտեմբերի dekabr желтоқсан decembra desembre abenduaren disyembre disember
      """,
    ]
    var months: [String: Int] = [:]
    for (number, list) in zip(1..., names) {
      for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { months[name.lowercased()] = number }
    }
    return months
  }()

  /// Levantine names of two words, by their first and second.
  static let twoWordMonths: [String: [String: Int]] = [
    "كانون": ["الثاني": 1, "الأول": 12, "الاول": 12], "تشرين": ["الأول": 10, "الاول": 10, "الثاني": 11],
  ]

  /// What may stand between a day, a month and a year.
  static let joints: Set<String> = [
    "of", "de", "di", "d'", "del", "do", "năm", "ng", "จ", "e", "ta'",
  ]
}

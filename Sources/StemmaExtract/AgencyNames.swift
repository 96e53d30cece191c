extension Agencies {
  /// One agency a line, its usual name first, then the names by which texts call it, in the scripts of the world. A
  /// question mark stands before a name that means other things too.
  static let names = """
    AFP|Agence France-Presse|Agence France Presse|AFPTV|أ ف ب|ا ف ب|АФП|法新社|एएफपी
    Reuters|Thomson Reuters|Thomson Reuters Foundation|Reuters Health|رويترز|Рейтер|路透社|路透|ロイター|로이터|रॉयटर्स
    AP|Associated Press|The Associated Press|AP Photo|أسوشيتد برس|Ассошиэйтед Пресс|美联社|AP通信
    Xinhua|Xinhuanet|Xinhua News Agency|新华社|新華社|Синьхуа|شينخوا
    TASS|ITAR-TASS|Tass|Itar-Tass|ТАСС|ИТАР-ТАСС
    Sputnik|Спутник|سبوتنيك
    RIA Novosti|RIA|RIA-Novosti|РИА Новости|РИА
    Interfax|Interfax-Ukraine|Интерфакс|Інтерфакс-Україна
    EFE|Agencia EFE|Efe
    dpa|DPA|Deutsche Presse-Agentur|dpa-AFX|د ب أ|د ب ا
    ANSA|Ansa
    Bloomberg|Bloomberg News|Bloomberg Línea
    PTI|Press Trust of India|पीटीआई
    ANI|Asian News International|एएनआई
    IANS|Indo-Asian News Service|आईएएनएस
    UNI|United News of India
    UPI|United Press International
    Kyodo|Kyodo News|共同通信|?共同
    Jiji|Jiji Press|JIJI|時事通信|?時事
    Yonhap|Yonhap News Agency|연합뉴스
    Newsis|뉴시스
    News1|뉴스1
    Anadolu|Anadolu Agency|Anadolu Ajansi|Anadolu Ajansı|AA Agency|الأناضول
    DHA|Demirören Haber Ajansı
    İHA|İhlas Haber Ajansı|IHA
    ANKA|ANKA Haber Ajansı
    PA Media|Press Association|PA News Agency
    ?PA
    AAP|Australian Associated Press
    Canadian Press|The Canadian Press|La Presse Canadienne
    ?CP
    BNO|BNO News
    CNN Wire|CNN Newsource|CNN-Wire
    Tribune News Service|Tribune Content Agency|?TNS
    McClatchy|McClatchy Washington Bureau|McClatchy-Tribune
    Gannett News Service|USA TODAY Network
    NYT News Service|New York Times News Service
    Kaiser Health News|KFF Health News
    Washington Post News Service
    SANA|Syrian Arab News Agency|?سانا
    KCNA|Korean Central News Agency
    MENA|Middle East News Agency|أ ش أ
    NAN|News Agency of Nigeria
    GNA|Ghana News Agency
    ANGOP
    APP|Associated Press of Pakistan
    APS|Algerie Presse Service|Algérie Presse Service
    ?APA|Austria Presse Agentur|APA-OTS
    Antara|ANTARA
    Bernama|BERNAMA
    Europa Press
    Servimedia
    Colpisa
    Belga
    Ritzau
    NTB|Norsk Telegrambyrå|NTB scanpix
    ?TT|TT News Agency|TT Nyhetsbyrån
    STT|STT-Lehtikuva
    Keystone-SDA|?SDA|ATS|Keystone-ATS
    ?KNA|Katholische Nachrichten-Agentur
    epd|Evangelischer Pressedienst
    ?SID|Sport-Informations-Dienst
    dts Nachrichtenagentur
    ANP
    Lusa|LUSA
    Folhapress
    Estadão Conteúdo|Agência Estado
    MTI
    PAP
    CTK|ČTK
    TASR
    ?SITA
    BTA
    Agerpres|AGERPRES
    Mediafax
    Hina|HINA
    Tanjug|Танјуг
    SRNA
    FENA
    Beta News Agency
    ?ATA
    ?MIA
    AMNA|ANA-MPA|ΑΠΕ-ΜΠΕ|AMNA News Agency
    Adnkronos|AdnKronos
    ?AGI|Agenzia Italia
    Askanews
    LaPresse
    Italpress
    ?BNS
    LETA
    ELTA
    ERR News
    Ukrinform|Укринформ|Укрінформ
    UNIAN|УНИАН|УНІАН
    BelTA|БЕЛТА|БелТА
    Kazinform|Казинформ
    Azertac|AZERTAC
    Trend News Agency
    Armenpress|ARMENPRESS
    Interpressnews
    WAFA|?وفا
    IRNA|ایرنا|إرنا
    ISNA|ایسنا
    Fars|Fars News Agency
    Tasnim|Tasnim News Agency|تسنیم
    Mehr News Agency
    SPA|Saudi Press Agency|?واس
    WAM|Emirates News Agency|?وام
    KUNA|Kuwait News Agency|?كونا
    QNA|Qatar News Agency|?قنا
    ?BNA|Bahrain News Agency|?بنا
    ONA|Oman News Agency
    NNA Lebanon|National News Agency
    INA Iraq|Iraqi News Agency
    Petra News Agency|?بترا
    SUNA|Sudan News Agency
    MAP|Maghreb Arab Press|Maghreb Arabe Presse
    TAP|Tunis Afrique Presse
    ENA|Ethiopian News Agency
    KBC News Agency
    KNA Kenya|Kenya News Agency
    SAPA|South African Press Association
    African News Agency
    ?PANA|Panapress|Panafrican News Agency
    APO Group
    Zambia News and Information Services
    New Ziana
    VNA|Vietnam News Agency|TTXVN
    TNA|Thai News Agency
    PNA|Philippine News Agency
    CNA News Agency
    Focus Taiwan
    CNS|China News Service|中新社
    Mongolian Montsame|Montsame
    UNB|United News of Bangladesh|ইউএনবি
    BSS|Bangladesh Sangbad Sangstha|বাসস
    RSS Nepal|Rastriya Samachar Samiti
    Khaama Press|Khaama
    Pajhwok|Pajhwok Afghan News
    Prensa Latina
    Notimex
    Telam|Télam
    Noticias Argentinas
    Andina
    Agencia Brasil|Agência Brasil
    Agencia Boliviana de Información
    Inter Press Service
    Religion News Service
    Catholic News Service
    Catholic News Agency
    Jewish Telegraphic Agency|JTA
    Agenzia Fides
    CNW
    PR Newswire
    Business Wire
    GlobeNewswire
    Accesswire|ACCESSWIRE
    EIN Presswire
    Presseportal
    Zuma Press|ZUMA
    Getty Images|Getty
    EPA|European Pressphoto Agency|EPA-EFE
    NurPhoto
    Imago Images
    Picture Alliance
    """
}

import StemmaModel

/// The words by which furniture gives itself away, in general use on the web: no outlet's own.
///
/// Lower case, marks left out, numbers as they are. A phrase that begins an ordinary sentence as well stands under
/// `whole`, or with a limit no sentence of an article keeps to.
enum FurniturePhrases {
  static let all: [Phrase] =
    whole(
      .menu,
      """
      home|menu|main menu|navigation|toggle navigation|skip to content|skip to main content|skip to navigation|no menu items
      search|search for|log in|login|sign in|sign out|log out|my account|account|register|world|politics|business|sport
      sports|opinion|technology|tech|science|health|entertainment|lifestyle|culture|travel|video|videos|photos|live|news
      local news|world news|national|international|economy|editorial|editorials|columns|weather|contact|contact us|about us
      advertise|advertise with us|careers|jobs|sitemap|site map|help|faq|back to top|top|close|close menu|open menu|more
      see all|view all|all news|sections|categories|archive|archives|e paper|epaper|back|go back|you are here|breadcrumb
      previous|next|latest|breaking news|breaking|exclusive|analysis|feature|features|magazine|podcasts|podcast|newsletters
      africa|asia|europe|americas|middle east|us|uk|u s|english|español|français|deutsch|русский|العربية|language
      select language|edition|change edition|inicio|accueil|startseite|suche|buscar|recherche|menü|menú
      """)
    + whole(
      .banner,
      """
      accept|accept all|accept cookies|accept all cookies|reject all|decline|i agree|agree|got it|ok|ok go it|ok got it|allow all
      cookie policy|cookie settings|cookie preferences|manage cookies|manage preferences|privacy policy|privacy|terms
      terms of use|terms of service|terms and conditions|terms conditions|disclaimer|do not sell my personal information
      privacy settings|advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|sponsored by|paid content|promoted
      promoted content|partner content|anzeige|publicidad|publicité|werbung|pubblicità|publicidade|реклама|subscribe|subscribe now|subscribe today
      sign up|sign up now|newsletter|newsletter signup|our newsletter|daily newsletter|email newsletter|donate|donate now|support us|become a member
      join us|follow us|stay connected|stay informed|get the app|download the app|download our app|legal notice|imprint|impressum
      """)
    + whole(
      .widget,
      """
      share|share this|share this article|share this story|share this post|share on|share via|tweet|retweet|facebook|twitter|x|whatsapp
      telegram|linkedin|pinterest|reddit|email|e mail|email this|print|print this|print article|copy link|copy url|link copied|copied|save|bookmark|gift article
      save article|save this story|like|like this|loading|like loading|reply|report|report an error|report this ad|font size|a a a|text size|listen|listen to this
      listen to article|listen to this article|listen to the article|listen to this story|play|play audio|play video|pause|mute|unmute|watch|watch video
      watch the video|watch live|video unavailable|javascript required|show more|show less|load more|load more comments|read comments
      view comments|show comments|hide comments|expand|collapse|zoom|enlarge|fullscreen|slideshow|gallery|view gallery|image gallery
      add as preferred source on google|add us on google|comment|min read|minute read|mins read|views|shares|comments off|share save|share tools
      google news|flipboard|messenger|instagram|youtube|tiktok|rss|copy|embed|article continues below|story continues below
      story continues below advertisement|article continues after advertisement|continue reading below|continue reading|teilen|compartir|partager|condividi
      """)
    + heading(
      .widget,
      """
      comments|leave a comment|leave a reply|leave a response|post a comment|add a comment|add comment|write a comment|join the conversation|join the discussion|what do you think
      reader comments|comments section|cancel reply|be the first to comment|have your say|conversation|discussion
      """)
    + heading(
      .related,
      """
      related|related articles|related article|related stories|related story|related news|related posts|related content|related topics|related coverage|related reading|related links|related items
      more on this story|more on this|more on this topic|more stories|more news|more articles|more like this|more from author|more from this author|you may also like|you might also like
      you may like|you may be interested in|you might be interested in|recommended|recommended for you|recommended stories|recommended articles|recommended reading|recommended by
      trending|trending now|trending news|trending stories|most popular|most read|most viewed|most shared|most commented|most recent|popular|popular now|popular posts|popular news|popular stories|latest news
      latest stories|latest posts|latest articles|latest updates|latest headlines|top stories|top news|top headlines|headlines|editor's picks|editors' picks|editor's choice|editors picks|editor picks|our picks|must read|must reads
      up next|read next|what to read next|in case you missed it|don't miss|dont miss|from around the web|around the web|from the web|you may have missed|in other news|check out our other content
      check out other articles|other articles|other news|other stories|other posts|see also|see more|also read|read also|further reading|explore more|keep reading|next article|previous article|next post|previous post|next story|previous story
      next up|suggested articles|suggested for you|similar articles|similar posts|similar news|similar stories|featured|featured articles|featured stories|featured posts|featured news|featured video|today's top stories|more to explore
      more in world|more in news|more headlines|news in brief|lire aussi|à lire aussi|leer también|lea también|lea además|te puede interesar|le puede interesar|mehr zum thema|lesen sie auch|auch interessant
      leggi anche|leia também|veja também|meer nieuws|lees ook|читайте также|по теме|relacionadas|noticias relacionadas|articles liés|sur le même sujet
      """)
    + heading(
      .promo,
      "read more|read more on the topic|learn more|find out more|more information|for more|more on|read full story|read full article|read the full story|read the full article|full story"
    )
    + heading(
      .authorBio,
      "about the author|about the authors|about author|about the writer|author bio|author profile|meet the author|the author|about the reporter|about the journalist|written by the author|post author|author information|sobre el autor|über den autor|à propos de l'auteur|sull'autore"
    )
    + heading(
      .tags,
      "explore more on these topics|more on these topics|topics in this article|topics mentioned in this article|tags|tag|topics|topic|keywords|filed under|tagged|categories|hashtags|related tags|story tags|article tags|in this article|schlagwörter|etiquetas|mots clés|argomenti"
    )
    + heading(
      .link,
      "original url|original link|original article|original source|source url|source link|article url|article link|permalink|short link|short url|url|link|read the original|read the original article|view original|via"
    )
    + start(
      .related, 40,
      "related article|related articles|related story|related stories|related news|related post|related link|related links|related coverage|more on this story|see also|lire aussi|à lire aussi|leer también|lea también|lesen sie auch|leggi anche|leia também|veja também|lees ook|читайте также"
    )
    + start(
      .promo, 40,
      """
      also on|also read|read also|also see|also watch|also from|read more on|read more about|read more at|read more in|read more|read next|read our|read all|read full|read the full|must read|watch also|watch more|watch now|watch live|watch video|watch the full
      don't miss|in case you missed|click here|click to|click on|tap here|tap to|find out more|learn more about|learn more at|for more news|for more stories|for more information|for more on this|for all the latest|for the latest|get more|get the latest|get the news|get all the latest|get breaking|get our
      want more|want to read|want to know more|discover more|explore our|check out our|check out more|check out the latest|catch up|keep up|stay up to date|stay informed|stay updated|stay tuned for|listen to our|more from|more on|more about|more news from
      continue reading|up next|recommended reading|recommended video|sponsored|join our|join us on|join the|enjoy unlimited|unlock|view more|see more|see all
      """)
    + start(
      .banner, 60,
      """
      we use cookies|we and our partners|we value your privacy|we respect your privacy|this website uses|this site uses|our website uses|our site uses|by clicking|by continuing to use|by continuing to browse|by using this site|by using this website|by using our|by signing up|by subscribing|by submitting|by entering your
      subscribe to|subscribe for|subscribe now|subscribe and|subscribe today|subscribe via|subscribe with|sign up for|sign up to|sign up now|sign up and|sign up here|enter your email|enter your e mail|your email address|already a subscriber|already have an account|already subscribed|already a member
      support our|support independent|support quality|support us|support local|become a|donate to|please support|please consider|please subscribe|please enable|please turn|please disable|please log in|please sign in|please register|follow us|follow our|follow on|follow for|like us on|find us on|download our|download the|install our|get our app
      all rights reserved|copyright|you have reached|you've reached|you have free|this content is|this article is for|this article is free|this article is only|to continue reading|to read the full|to read this|start your free|start your subscription|try for free|log in to|sign in to|register to|register for|create an account|create a free
      thank you for reading|thanks for reading|thank you for visiting|thanks for visiting|thank you for your support|if you enjoyed this|if you liked this|if you like this|if you found this|if you value|notice something wrong|have a news tip|have a tip|got a tip|do you have a story|do you have an opinion|do you have information|do you have a tip|got a story|send us your|contact us|contact the newsroom|email us|write to us at|disclaimer|the views expressed|the opinions expressed|views expressed|opinions expressed|your privacy|manage your|javascript is|enable javascript|you need to enable|your browser|update your browser|newsletter|advertisement|terms of|privacy policy|cookie
      """)
    + start(
      .widget, 30,
      "share this|share on|share via|share to|tweet this|pin this|email this|print this|listen to this|listen to the|loading|copy link|click to share|click to email|click to print|like this|embed this|post your comment|leave a comment|leave a reply|required fields|save my name|notify me|report this|view comments|show comments|audio by|this audio|your browser does not support|video player|video by|watch the video|now playing|what do you think|have your say|add a comment|log in to comment|you must be logged|sign in to comment|comments are closed|comments will be|comments on this|this post has|reading time|estimated reading|estimated read|read time|time to read"
    )
    + start(
      .tags, 60,
      "filed under|posted in|tagged with|tagged in|tagged as|tagged under|topics in this|related topics|more topics|categorized under|categorised under"
    )
    + start(
      .banner, 30,
      "síguenos|suivez nous|folgen sie|seguici|siga nos|volg ons|suscríbete|suscribirse|abonnez vous|inscrivez vous|iscriviti|abonnieren|inscreva se|assine|подписывайтесь|подпишитесь|bize katılın|utilizamos cookies|nous utilisons des cookies|wir verwenden cookies|questo sito utilizza|este sitio utiliza|ce site utilise|diese website verwendet|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati|todos os direitos reservados|все права защищены"
    )
    + start(
      .link, 20,
      "our standards|reuse this content|reprints and permissions|republish this article|request a correction|report a correction|see our ethics statement"
    )
    + start(
      .link, 40,
      "original url|original article|original source|original link|source url|source link|view original|read original|read the original|short url|short link|article url|the post appeared first|this post appeared first|this article originally appeared|this article was originally published|this article first appeared|this story was originally published|this story originally appeared|this story first appeared|this post was originally published|originally published|first published on|first published at|first published in|republished from|republished with"
    )
    + start(
      .authorBio, 90,
      "about the author|about the writer|about author|the author is|the writer is|the writers are|the authors are|follow him on|follow her on|follow them on|follow me on|contact the author|contact the reporter|contact the writer|reach the reporter|he can be reached|she can be reached|they can be reached|email the author|send feedback to|he tweets|she tweets|more by this author|all posts by|view all posts|see all posts|view author|his email is|her email is"
    )
    + start(
      .credit, 45,
      "with information from|with inputs from|with input from|with inputs by|with agency inputs|with agencies|with reporting by|with reporting from|with additional reporting|with files from|with contributions from|with material from|with content from|with wire|con información de|con información|avec|mit material von|com informações|additional reporting|reporting by|reported by|writing by|editing by|edited by|compiled by|additional research|translation by|translated by|translated from|this report was compiled|the article was translated|this article was translated|this story has not been edited|this story was published from|this story is published|this story has been published|this article has not been edited|published from a|except for the headline|material from"
    )
    + start(
      .caption, 70,
      "image source|image caption|image credit|image credits|image copyright|image by|image via|image courtesy|images by|photo by|photo credit|photo credits|photo courtesy|photo via|photo from|photo illustration|photograph by|photograph from|photographs by|photos by|photo source|picture by|picture credit|picture courtesy|pic credit|file photo|file image|file picture|file pic|file photograph|a file photo|an undated photo|an undated handout|an undated image|an undated picture|undated photo|representative image|representational image|representational photo|representational picture|media caption|video caption|video still|screengrab|screenshot from|illustration by|illustrative photo|illustrative image|getty images|credit getty|credit ap|cover photo|cover image|featured image|view image|caption|foto de|photo de|imagen de|bild von"
    )
    + anywhere(
      .banner, 110,
      """
      uses cookies|use cookies to|our cookie policy|our privacy policy|our use of cookies|all rights reserved|may not be reproduced|may not be published broadcast|without prior written permission|without the prior written permission|subscribe to our|sign up for our|sign up to our|our newsletter|our daily newsletter|our free newsletter|our newsletters|free newsletter|to our channel|our whatsapp channel|our telegram channel|our youtube channel|on google news|straight to your inbox|to your inbox|in your inbox|your inbox every|unsubscribe at any time|unsubscribe anytime|our mobile app|our facebook page|follow us on|like us on facebook|join our whatsapp|join our telegram|email address will not|registered in england|customer service center|customer service centre|published by and copyright
      """)
    + anywhere(
      .banner, 30,
      "use cookies|use of cookies|cookies|cookie policy|privacy policy|terms of use|terms of service|terms and conditions|ad blocker|adblocker|ad free|subscribers only|exclusive to subscribers|free trial|cancel anytime|our app|free articles remaining|free articles left|free article left|articles remaining|article remaining"
    )
    + whole(
      .credit,
      "agencies|news agencies|agency|with agencies|from agencies|agencies report|wire services|wire reports|news service|staff and agencies|staff and wire reports|from wire reports"
    )
    + anywhere(
      .widget, 40,
      "min read|minute read|minutes read|mins read|min de lectura|min de lecture|reading time|read time|fields are marked|browser does not support|be the first to comment|click to share|opens in new window|share on facebook|share on twitter|share on whatsapp|listen to this article|story continues below|article continues below|article continues after|javascript enabled|enable javascript"
    )
    + anywhere(
      .link, 40,
      "appeared first on|first appeared on|originally appeared on|was originally published on|was originally published in|was first published on|was first published in|originally published on|originally published in|originally published by"
    )
    + anywhere(
      .caption, 60,
      "photo internet reproduction|file photo|photo credit|photo courtesy|image courtesy|picture courtesy|getty images|ap photo|afp photo|reuters photo|photo by|pool photo|handout photo|handout via|via getty|via reuters|via ap|via afp|stock image|stock photo|shutterstock|screen grab|screengrab"
    )
    + end(.caption, 60, "file photo|file image|file picture|file pic|stock photo|stock image")
    + start(
      .other, 80,
      """
      this article was amended|this article has been amended|this article was corrected|this article has been corrected|this article was updated|this article has been updated|this story was updated|this story has been updated|this story was corrected|this story has been corrected|this post has been updated|this report has been updated
      this page has been updated|this piece was amended|this headline has been|the headline of this|the headline on this|an earlier version of this|a previous version of this|an earlier version misstated|a previous version misstated|correction an earlier|correction a previous|correction this|correction the original|correction due to|clarification an earlier|clarification a previous
      clarification this|update this story|update this article|editor's note|editors' note|editors note
      """)
    + start(
      .other, 20,
      "this is a developing story|this is a breaking news story|this is a breaking story|this breaking news story|this story is developing|this story is being updated|this story will be updated|this article is being updated|more to follow|more details to follow|more soon|developing story|check back for"
    )
    + anywhere(
      .promo, 30, "read more on the topic|read more on our|read the full story|click here to|click here for|tap here to"
    )
    + anywhere(
      .credit, 30,
      "contributed to this report|contributed to this story|contributed to this article|contributed reporting|contributed from|has not been edited by|auto generated from a syndicated|from a syndicated feed|published from a syndicated"
    )
    + close(
      .banner, 40,
      """
      become a member|become a member today|become a supporter|become a subscriber|become a patron|subscribe|subscribe here|subscribe now|subscribe today|sign up|sign up here|sign up now|sign up today|donate|donate here
      donate now|donate today|support us|support us here|support us today|join us|join today|join now|register now|register here|log in|follow us|click here|find out more here|learn more here|write to us|email us|get in touch|let us know|tell us
      """)
    + end(.authorBio, 60, "view all posts|see author's posts|view profile")

  private static func whole(_ kind: Report.Furniture.Kind, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .whole, kind, limit: 12) }
  }

  private static func heading(_ kind: Report.Furniture.Kind, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .whole, kind, limit: 12, isHeading: true) }
  }

  private static func start(_ kind: Report.Furniture.Kind, _ limit: Int, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .start, kind, limit: limit) }
  }

  private static func anywhere(_ kind: Report.Furniture.Kind, _ limit: Int, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .anywhere, kind, limit: limit) }
  }

  private static func close(_ kind: Report.Furniture.Kind, _ limit: Int, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .close, kind, limit: limit) }
  }

  private static func end(_ kind: Report.Furniture.Kind, _ limit: Int, _ list: String) -> [Phrase] {
    phrases(list).map { Phrase($0, .end, kind, limit: limit) }
  }

  private static func phrases(_ list: String) -> [String] {
    list.split { $0 == "|" || $0 == "\n" }.map { String($0) }.filter { !$0.isEmpty && $0 != " " }
  }
}

"""A report as a saved page: the article between menus, banners, promotions and tags; credits present, removed or wrong."""
import random
from dataclasses import dataclass, field

MENUS = ("Home | News | Politics | Business | Sport | Weather", "MENU  World  Region  Culture  Opinion  Log in", "Skip to content", "Subscribe   Newsletters   E-paper   Sign in",
         "News > Latest > Article")
COOKIES = ("We use cookies to improve your experience on our site. Accept all / Settings", "This website uses cookies. By continuing you agree to our policy.",
           "Your privacy matters to us. Manage preferences")
PROMOS = ("READ ALSO: {0}", "Also on {1}: {0}", "Related: {0}", "Don't miss: {0}")
PROMOTED = ("Market hall to stay shut until Monday", "The bakery that outlived three mayors", "Tram fares to rise in April", "Ten gardens to see this spring",
            "Chess club wins third title", "Why the swans left the lake", "New season opens at the opera", "Library extends its hours")
CREDITS = ("— {0}", "({0})", "Source: {0}", "With information from {0}", "{0} contributed to this report.", "© {0}")


@dataclass
class Page:
    """What is saved of a report, and where in it things stand, in characters until it is done, in bytes then."""
    text: str = ""
    segments: list = field(default_factory=list)         # (kind, start, end)
    sentences: list = field(default_factory=list)        # (sentence, start)
    credits: list = field(default_factory=list)          # (scope, agency, start, end)

    def line(self, kind, text, gap="\n\n"):
        start = len(self.text)
        self.text += text
        self.segments.append((kind, start, len(self.text)))
        self.text += gap
        return start

    def bytes_at(self):
        """Where each character stands, in bytes."""
        at, sum_ = [], 0
        for c in self.text:
            at.append(sum_)
            sum_ += len(c.encode())
        return [*at, sum_]


def saved(node, story, masked=False, named=False):
    """The page of a report. It does not depend on `masked` but for the credits; `named` pages name their outlet."""
    rng, page = random.Random(f"page|{story.seed}|{node.id}"), Page()
    marks = (lambda t: t) if node.style.curly else lambda t: t.replace("“", '"').replace("”", '"').replace("’", "'")
    furniture = rng.random()
    form = rng.choice(("byline", "line", "line", "dateline")) if node.credited else None
    credited = None if masked else node.credited
    menu, name, cut = rng.choice(MENUS), rng.random(), rng.random()
    promos, tags, related, cookies = rng.random(), rng.random(), rng.random(), rng.random()
    credit = rng.choice(CREDITS)
    if furniture < .55: page.line("boilerplate:menu", menu)
    if name < .7 or named: page.line("boilerplate:site_name", node.outlet)
    page.line("title", marks(node.title.show()[0]))
    if form == "byline" and credited:
        at = page.line("byline", f"By {credited}", "\n")
        page.credits.append(("article", credited, at, at + 3 + len(credited)))
    elif form != "byline" and rng.random() < .6:
        page.line("byline", f"By {node.author}", "\n")
    if rng.random() < .75:
        page.line("date", node.time.strftime(rng.choice(("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y"))))
    else:
        page.text += "\n"
    if form == "dateline" and credited:
        dateline = f"{story.world.text['capital'].upper()} ({credited}) — "
    elif not node.parents and rng.random() < .3:
        dateline = f"{story.world.text['capital'].upper()} — "
    else:
        dateline = ""
    every = rng.randint(3, 5)
    paragraphs = []
    for s in node.body:
        if s.paragraph or not paragraphs: paragraphs.append([])
        paragraphs[-1].append(s)
    for i, paragraph in enumerate(paragraphs):
        start = len(page.text)
        if i == 0 and dateline:
            page.text += dateline
            if credited and form == "dateline": page.credits.append(("article", credited, start, start + len(dateline) - 3))
        for k, s in enumerate(paragraph):
            if k: page.text += " "
            page.sentences.append((s, len(page.text)))
            page.text += marks(s.show()[0])
        page.segments.append(("body", start, len(page.text)))
        page.text += "\n\n"
        promo = rng.choice(PROMOS).format(rng.choice(PROMOTED), node.outlet)
        if promos < .45 and i % every == every - 1 and i < len(paragraphs) - 1: page.line("boilerplate:also_on", promo)
    if form == "line" and credited:
        text = credit.format(credited)
        at = page.line("credit_line", text)
        page.credits.append(("article", credited, at, at + len(text)))
    topics = ", ".join(story.world.text[k] for k in ("town", "country", "capital"))
    if tags < .35: page.line("boilerplate:tags", f"Tags: {topics}")
    if related < .35: page.line("boilerplate:related", "More from this section\n" + "\n".join(rng.sample(PROMOTED, 2)))
    if cookies < .35: page.line("boilerplate:cookie_banner", rng.choice(COOKIES))
    page.text = page.text.rstrip("\n") + "\n"
    return page

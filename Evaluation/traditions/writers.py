"""One who was there writes; another who was there writes otherwise.

A World is what happened: names, dates, true figures, the words that were said. A Writer is a newsroom or agency that reached the matter by
itself: it has its own figures where it counted itself, its own witnesses, its own style and choice of wording, and keeps a public quotation's
words as they were said, but for slips of its own ear.
"""
import datetime, re
from dataclasses import dataclass, field

from . import grammar
from .lexicon import Habits
from .names import Names
from .passages import Day, Figure, Part, Sentence, capitalized

OPENINGS = ("Meanwhile, ", "At the same time, ", "In addition, ", "For now, ", "On top of that, ", "By all accounts, ", "It is also known that ", "As it turned out, ", "Later, ",
            "In the meantime, ", "What is more, ", "So far, ", "Besides, ", "As things stand, ", "In the end, ", "Here, too: ")
OWN = ("observers", "witnesses", "background")       # no common source: these rest on the line itself


class World:
    def __init__(self, event, rng):
        self.event, self.rng = grammar.read(event) if isinstance(event, str) else event, rng
        names = self.names = Names(rng)
        country, nation = names.country()
        other, othernation = names.country()
        self.date = datetime.date(2025, rng.randint(1, 12), rng.randint(1, 25))
        self.text = {"town": names.place(), "otherplace": names.place(), "capital": names.place(), "othercapital": names.place(), "region": names.place(),
                     "country": country, "nation": nation, "othercountry": other, "othernation": othernation}
        for name, options in self.event.world:
            choice = rng.choice(options)
            self.text[name] = names.person() if choice == "@person" else names.place() if choice == "@place" else choice
        for name, value in list(self.text.items()):
            if " " in value and value.split()[0][0].isupper(): self.text[name + "_last"] = value.split()[-1]
        self.day = Day(self.date)
        self.told = {}                                # wording -> times told: there are more ways to say a thing than a grammar holds
        self.figures = {slot: Figure(rounded(rng.uniform(least, most), unit), unit, rng.choice(("", "", "", "moreThan", "about", "atLeast")) if most > 12 else "")
                        for fact in self.event.facts.values() for slot, unit, least, most in fact.figures}
        if "killed" not in self.figures and any("<killed>" in w for w in self.event.leads):
            self.figures["killed"] = Figure(rng.randint(3, 19))

    def fill(self, text):
        """Names of the world in a name of a source."""
        return re.sub(r"<(\w+)>", lambda m: self.text.get(m[1], m[0]), text)


def rounded(value, unit):
    """A number as sources give them: two or three leading digits."""
    digits = 2 if unit == "money" else 3
    if unit == "percent" or value < 100: return float(round(value))
    scale = 10 ** (len(str(int(value))) - digits)
    return float(round(value / scale) * scale)


@dataclass
class Style:
    curly: bool
    sign: bool                       # % and €
    words: bool                      # one to ten in words
    day: str
    tag: str                         # where the speaker stands: before or after

    @classmethod
    def drawn(cls, rng):
        return cls(rng.random() < .5, rng.random() < .35, rng.random() < .8, rng.choice(("weekday", "weekday", "dayMonth", "monthDay")),
                   rng.choice(("after", "after", "before", "mixed")))


@dataclass
class Writer:
    """An independent line: whoever writes without having read the others."""
    world: World
    line: str
    rng: object
    agency: str = None               # its name, if it sells dispatches
    style: Style = None
    values: dict = field(default_factory=dict)
    named: set = field(default_factory=set)
    told: str = None                 # how a source spoke to it alone
    variation: float = .5            # chance that what it counted itself differs from the truth
    transcription: float = .12       # chance a sentence of a speech has a slip of the ear in it
    vocabulary: float = .75          # how much of its vocabulary is its own
    openings: float = .22            # share of sentences that begin with an adverbial

    def __post_init__(self):
        self.style = self.style or Style.drawn(self.rng)
        self.told = f"told {self.agency}" if self.agency else self.rng.choice(("told this newspaper", "said in an interview", "said by telephone"))
        for fact in self.world.event.facts.values():
            for slot, unit, _, most in fact.figures:
                figure = self.world.figures[slot]
                if fact.source in OWN and fact.source != "background" and self.rng.random() < self.variation and most > 12:
                    figure = Figure(rounded(figure.value * self.rng.uniform(.75, 1.3), unit), unit, self.rng.choice(("", "about", "moreThan", "almost")))
                self.values[slot] = figure
        self.values.setdefault("killed", self.world.figures.get("killed"))
        self.witness = self.world.names.person()
        self.habits = Habits(self.rng, self.vocabulary)

    def wording(self, options):
        """One that the others have used the least: there are more ways to say a thing than a grammar holds."""
        told, rng = self.world.told, self.rng
        choice = min(options, key=lambda w: (told.get(w, 0), rng.random())) if rng.random() < .85 else rng.choice(options)
        told[choice] = told.get(choice, 0) + 1
        return choice

    # ---- a clause with its slots filled

    def parts(self, wording, claim=None):
        """Parts of a wording; a wording without a marked claim carries `claim` as a whole."""
        whole = claim if "[" not in wording else None
        at, parts = whole, []
        for kind, text in grammar.tokens(grammar.choose(wording, self.rng)):
            if kind == "open": at = said(claim, int(text)) if text.isdigit() else text
            elif kind == "close": at = whole
            elif kind == "hedge": parts.append(Part(text, "hedge", at))
            elif kind == "text": parts.append(Part(self.habits(text), "", at))
            elif text == "day": parts.append(self.day(at))
            elif text in self.values and self.values[text]:
                figure = self.values[text]
                parts.append(Part(figure.show(self.style.words, self.style.sign), "figure", at, text, figure))
            else:
                parts += [Part(p.text, "name" if p.role == "" else p.role, at, text) for p in self.parts(self.world.text[text])] if "{" in self.world.text.get(text, "") \
                    else [Part(self.world.text[text], "name", at, text)]
        return parts

    def day(self, claim=None):
        day = Day(self.world.date, self.style.day)
        return Part(day.show(), "date", claim, "day", day)

    # ---- who says it

    def name(self, source):
        """Full at the first mention, short after it."""
        first = source.id not in self.named
        self.named.add(source.id)
        return grammar.choose(self.world.fill(source.names[0 if first else 1]), self.rng)

    def attribution(self, source, after, quoted=False):
        """An attribution that stands after or before what is said."""
        rng, name = self.rng, self.name(source)
        if source.kind == "archive":
            verb = rng.choice(("according to @", "@ {reported|wrote} last year", "@ {figures|data} show"))
            if not after: verb = rng.choice(("according to @, ", "as @ {reported|noted} last year, "))
        elif source.kind == "release":
            verb = rng.choice(("@ said in a statement", "@ {said|wrote} in a {press release|written statement}", "@ said")) if after else \
                rng.choice(("in a statement, @ said ", "@ said in a {statement|press release} that ", "according to {a statement by|a release from} @, "))
        elif source.kind == "expert":
            verb = f"@ {self.told}" if rng.random() < .75 else "@ said"
            if not after: verb += rng.choice((" that ", " "))
        elif source.kind == "speech":
            verb = rng.choice(("@ said", "@ told reporters", "@ told a news conference", "@ said {at a news conference|before the press}"))
            if not after: verb += rng.choice((" that ", " "))
        else:
            verb = rng.choice(("@ said", "@ said", "according to @", "@ {reported|confirmed}")) if after else rng.choice(("@ said ", "@ said that ", "according to @, "))
        verb = grammar.choose(verb, rng)
        text = self.habits(re.sub(r"@(?= \w)", name + "," if "," in name else name, verb).replace("@", name))
        if quoted and not after: text = f"{name} {rng.choice(('said', 'put it this way', 'had this to say', 'declared'))}: "
        if after and not quoted: text = ", " + text
        if after and quoted: text = " " + text
        return Part(text, "attribution", None, source.id, plain=text.replace(self.told, "said") if self.agency else None, who=name)

    # ---- sentences

    def sentence(self, fact, clause=None, as_quote=None, values=None):
        """A fact as this writer puts it. `clause` fixes the wording, `values` what was read elsewhere."""
        world, rng = self.world, self.rng
        source = world.event.sources.get(fact.source)
        mine, self.values = self.values, {**self.values, **(values or {})}
        origins, named = {}, False
        if fact.words and (as_quote if as_quote is not None else rng.random() < .85):
            parts = self.quotation(fact, source)
        else:
            parts = self.parts(clause or self.wording(fact.wordings), fact.id)
            if source or fact.source == "witnesses":
                after = self.style.tag == "after" or self.style.tag == "mixed" and rng.random() < .6
                if source:
                    tag = self.attribution(source, after)
                else:
                    who = rng.choice((f"{self.witness}, who lives nearby,", self.witness, "a resident", "an onlooker", "one eyewitness"))
                    tag = Part(f", {who} said" if after else f"{who} said ", "attribution", None, fact.source, who=who)
                    named = who.startswith(self.witness)
                parts = [*parts, tag] if after else [tag, *parts]
            if rng.random() < self.openings: parts = [Part(rng.choice(OPENINGS)), *parts]
        for claim in dict.fromkeys(p.claim for p in parts if p.claim):
            origins[claim] = self.origin(world.event.facts.get(claim, fact), named)
        self.values = mine
        return Sentence(tuple(parts), fact.id, self.line, origins, values={p.key: p.value for p in parts if p.value is not None})

    def origin(self, fact, named=False):
        """What a claim rests on when this line says it; a witness without a name is some witness of this line."""
        if fact.source == "witnesses": return (f"{self.line}: {self.witness if named else 'a witness'}",)
        if fact.source in OWN: return (self.line,)
        return (fact.source,)

    def quotation(self, fact, source):
        """Words that were said: whole, a sentence of them or a fragment, and who said them. Each sentence is a claim of its own."""
        rng = self.rng
        ear = self.transcription if source.kind == "speech" else 0
        words = [(said(fact.id, i), heard(w, rng) if rng.random() < ear else w) for i, w in enumerate(map(self.world.fill, fact.words), 1)]
        mark = lambda text, claim: Part(text, "mark", claim)
        cut = rng.random()
        claim, chosen = rng.choice(words)
        if cut < .22 and (piece := fragment(chosen, rng)):
            name = self.name(source)
            verb = self.habits(grammar.choose("{spoke of|used the words|said, in part,|summed it up as|called to mind}", rng))
            return [Part(f"{name}{',' if ',' in name else ''} {verb} ", "attribution", None, source.id, who=name), mark("“", claim), Part(piece, "quote", claim, fact.id), mark("”", claim)]
        if len(words) > 1 and cut < .45: words = words[:1]
        elif len(words) > 1 and cut < .6: words = words[1:]
        after = rng.random() < .75
        attribution = self.attribution(source, after, quoted=True)
        last = len(words) - 1
        if after and last and rng.random() < .6:             # the speaker between the two sentences
            parts = [mark("“", words[0][0]), Part(words[0][1] + ",", "quote", words[0][0], fact.id), mark("”", words[0][0]), attribution, mark(". ", None)]
            for i, (claim, text) in enumerate(words[1:], 1):
                parts += [mark("“", claim), Part(text + ".", "quote", claim, fact.id), mark("”", claim)]
            return parts
        quote = [Part(text + ("," if after and i == last else "." if i == last else ". "), "quote", claim, fact.id) for i, (claim, text) in enumerate(words)]
        quote = [mark("“", words[0][0]), *quote, mark("”", words[-1][0])]
        return [*quote, attribution] if after else [attribution, *quote]

    def lead(self):
        parts = self.parts(self.wording(self.world.event.leads))
        facts, claims = self.world.event.facts, dict.fromkeys(p.claim for p in parts if p.claim)
        source = next((s for s in self.world.event.sources.values() if s.kind == "official"), None)
        if source and self.rng.random() < .6:
            parts.append(self.attribution(source, True))
        told = (source.id,) if source and parts[-1].role == "attribution" else None
        origins = {c: self.origin(facts[c]) if c in facts else told if c == "killed" and told else (self.line,) for c in claims}
        return Sentence(tuple(parts), "lead", self.line, origins, values={p.key: p.value for p in parts if p.value is not None})

    def title(self):
        parts = [Part(p.text, p.role, p.claim, p.key, p.value) for p in self.parts(self.rng.choice(self.world.event.titles))]
        return Sentence(tuple(parts), "title", self.line, {}, kind="title")

    def text(self, facts, jitter=4.0):
        """Title, lead and the chosen facts, the weightier ones first, each writer with an order of its own."""
        order = list(self.world.event.facts)
        ranked = sorted(facts, key=lambda f: order.index(f) + self.rng.gauss(0, jitter))
        body, told = [self.lead()], set()
        told.update(body[0].claims())
        for id_ in ranked:
            if id_ not in told: body.append(self.sentence(self.world.event.facts[id_]))
        return self.title(), paragraphs(body, self.rng)


def said(fact, number):
    """The claim of a sentence of a quotation: the fact's for the first, one of its own for the others."""
    return fact if number == 1 else f"{fact}_{number}"


SLIPS = (("will not", "won't"), ("cannot", "can't"), ("must", "has to"), ("has happened", "happened"), ("never", "not once"), ("a thing", "something"),
         ("should have been", "ought to have been"), ("this happened", "it happened"), ("it is", "it's"), ("they will", "they'll"), ("who were", "that were"),
         ("are", "were"), ("our", "the"), ("within", "in"), ("of all", "of every one"))


def heard(words, rng):
    """A speech as another ear took it down: one or two small words differ."""
    fits = [s for s in SLIPS if re.search(rf"\b{s[0]}\b", words)]
    for old, new in rng.sample(fits, min(len(fits), rng.choice((1, 1, 2)))):
        words = re.sub(rf"\b{old}\b", new, words, count=1)
    return capitalized(words)


FUNCTION = set("a an the of to in on at for with and or but from by as that who which what is are was were be been has have had will would it its this these those not no we they our their than".split())


def fragment(words, rng):
    """Three to six words out of a quotation that can stand alone, or None."""
    tokens = words.split()
    fits = [(i, n) for n in range(3, 7) for i in range(1, len(tokens) - n + 1)
            if tokens[i].lower() not in FUNCTION and tokens[i + n - 1].strip(".,").lower() not in FUNCTION and "," not in " ".join(tokens[i:i + n - 1])]
    if not fits: return None
    start, size = rng.choice(fits)
    return " ".join(tokens[start:start + size]).strip(".,")


def paragraphs(sentences, rng, chance=.62):
    return [s.but(paragraph=i == 0 or rng.random() < chance) for i, s in enumerate(sentences)]


class Rewriter(Writer):
    """One who has read a text, and tells the same in other words; whom it names and how is its own."""

    def __post_init__(self):
        super().__post_init__()
        self.told = f"told {self.agency}" if self.agency and self.rng.random() < .4 else "said"

    def lead_like(self, sentence):
        """Another lead with the claims of this one, or None."""
        claims = set(sentence.claims())
        fits = [w for w in self.world.event.leads if {text for kind, text in grammar.tokens(w) if kind == "open"} <= claims]
        if not fits: return None
        mine, self.values = self.values, {**self.values, **sentence.values}
        parts = self.parts(self.wording(fits))
        self.values = mine
        return Sentence(tuple(parts), "lead", sentence.line, dict(sentence.origins), values={p.key: p.value for p in parts if p.value is not None})

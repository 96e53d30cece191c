"""A story: what happened, who wrote of it, who drew on whom.

`made(seed, condition)` is all there is to call. What it is made of can be turned with KNOBS; their values were tuned so that overlap,
order and shared claims come near those of annotated stories (README.md, "Simulated traditions").
"""
import datetime, random
from dataclasses import dataclass, field, replace

from . import dispatches, edits, grammar, topologies, wires
from .colour import Colour
from .names import Names
from .passages import Sentence, Part
from .writers import Rewriter, Style, World, Writer, paragraphs

KNOBS = {
    "reports": (5, 12),               # least and most reports of a story
    "wires": (.10, .62, .28),         # chances of no, one, two agencies
    "independents": (0, 4),           # newsrooms of their own
    "coverage": (.30, .60),           # share of the facts an independent writer has
    "wireCoverage": (.60, .90),
    "shape": .35,                     # chance that a wire's descent has the shape of a published stemma, not of a star
    "styles": {"copy": .28, "edit": .28, "paraphrase": .33, "translation": .11},
    "second": .10,                    # chance of a second parent, a block of it
    "colour": (2, 7),                 # sentences that a line has of its own
    "filler": .30,                    # chance that a report adds something of its own
    "hiddenLead": .75,                # chance that no lead is among the reports
    "copies": .25,                    # chance that one who takes a dispatch takes a printed copy of it
    "rewriteOfIndependent": .25,      # chance that a newsroom's own report is rewritten by another
    "credits": {"present": .48, "removed": .44, "wrong": .08},
    "reword": .80,                    # chance that a paraphraser tells a fact anew instead of replacing words
    "paraphraseRate": .75, "editRate": .16, "calques": .6,
    "free": .55,                      # chance that a translator tells a sentence freely
    "jitter": 20.0,                    # how much independent writers differ in order
}
CONDITIONS = {
    "clean": {}, "noise": {"noise": (.15, .05)}, "noisier": {"noise": (.35, .15)}, "contaminated": {"second": .30},
    "masked": {"masked": True}, "short": {"facts": 15, "colour": (0, 1)},
}


@dataclass
class Node:
    """A text: a report, or one that nobody gave us."""
    id: str
    line: str                          # the newsroom or agency at its head
    kind: str                          # agency, newsroom
    title: Sentence
    body: list
    time: datetime.datetime
    style: Style
    hidden: bool = False
    parents: list = field(default_factory=list)      # (id, kind of derivation, claims that came that way)
    outlet: str = None
    author: str = None
    agency: str = None                 # whose dispatch it goes back to, if one's
    credit: str = None                 # present, removed, wrong
    credited: str = None               # the name that a credit gives
    noise: dict = field(default_factory=dict)


@dataclass
class Story:
    seed: int
    condition: str
    world: World
    nodes: list
    agencies: list
    lines: dict                        # line -> label

    def reports(self):
        return [n for n in self.nodes if not n.hidden]


def made(seed, condition="clean", reports=None, data=None, knobs=None, matter="events"):
    """The same arguments make the same story. `data` is the folder with published shapes and dispatches, `knobs` what to turn, `matter` what it is
    made of: our own events, or old dispatches."""
    return Maker(seed, condition, reports, data, knobs, matter).story()


class Maker:
    def __init__(self, seed, condition, reports, data, knobs, matter="events"):
        self.knobs = {**KNOBS, **(knobs or {}), **{k: v for k, v in CONDITIONS[condition].items() if k in KNOBS}}
        self.asked = CONDITIONS[condition]
        # The base story does not depend on noise and masking: conditions differ in what they say only.
        self.rng = random.Random(f"tradition|{seed}")
        self.seed, self.condition = seed, condition
        self.size = reports or self.rng.randint(*self.knobs["reports"])
        self.shapes = topologies.published(data)
        kinds = dispatches.events(data) if matter == "dispatches" else grammar.kinds()
        if not kinds: raise ValueError("no dispatches: give the folder with data/muc34 and data/ud-ewt")
        if matter == "dispatches": self.knobs.update(wires=(0, 1, 0), independents=(0, 0), wireCoverage=(1, 1))
        self.world = World(kinds[(seed * 7919) % len(kinds)] if matter == "dispatches" else kinds[seed % len(kinds)], self.rng)
        self.facts = list(self.world.event.facts)
        if "facts" in self.asked:
            keep = set(self.facts[:5]) | set(self.rng.sample(self.facts[5:], max(0, self.asked["facts"] - 5)))
            self.facts = [f for f in self.facts if f in keep]
        self.nodes, self.lines, self.agencies, self.colour = [], {}, [], Colour(self.rng)
        self.start = datetime.datetime.combine(self.world.date, datetime.time(self.rng.randint(6, 20), self.rng.randint(0, 59)))

    # ---- the story

    def story(self):
        rng, left = self.rng, self.size
        count = rng.choices((0, 1, 2), self.knobs["wires"])[0]
        own = rng.randint(*self.knobs["independents"])
        if count == 0: own = max(2, own)
        own = max(0, min(own, left - 2 * count))
        # Whom an expert spoke to: one agency's or newsroom's own interview.
        self.interviewer = "WIRE1" if count and (own == 0 or rng.random() < .7) else "LINE1"
        heads = [self.independent(i) for i in range(own)]
        rewritten = {n.id for n in heads if rng.random() < self.knobs["rewriteOfIndependent"]} if left - own - 2 * count > own else set()
        left -= own + len(rewritten)
        for i in range(count):
            size = left if i == count - 1 else rng.randint(2, max(2, left - 2))
            if size >= 1: self.wire(i, size)
            left -= size
        for node in heads:
            if node.id in rewritten or count == 0 and left > 0:
                self.child(node, self.style(copy=.4))
                left -= 1
        self.contaminate()
        self.own_matter()
        self.noise()
        if self.asked.get("masked"):
            for node in self.nodes: node.body = [plain(s) for s in node.body]
        return Story(self.seed, self.condition, self.world, self.nodes, self.agencies, self.lines)

    def chosen_facts(self, coverage, line):
        """What a line got to know: the weightier the likelier."""
        share, event = self.rng.uniform(*coverage), self.world.event
        kind = lambda f: getattr(event.sources.get(event.facts[f].source), "kind", None)
        known = [f for i, f in enumerate(self.facts) if self.rng.random() < min(1, share * (1.35 - .7 * i / len(self.facts)))]
        return [f for f in known if kind(f) != "expert" or line == self.interviewer]

    def add(self, **fields):
        node = Node(id=f"n{len(self.nodes):02}", **fields)
        self.nodes.append(node)
        if not node.hidden:
            node.outlet, node.author = self.world.names.outlet(), Names(self.rng).person()
        return node

    def independent(self, number):
        line = f"LINE{number + 1}"
        writer = Writer(self.world, line, self.rng)
        title, body = writer.text(self.chosen_facts(self.knobs["coverage"], line), self.knobs["jitter"])
        body = self.coloured(body, line, *self.knobs["colour"])
        time = self.start + datetime.timedelta(hours=self.rng.uniform(1, 20))
        node = self.add(line=line, kind="newsroom", title=title, body=body, time=time, style=writer.style)
        self.lines[line] = node.outlet
        return node

    def wire(self, number, size):
        """Leads of one agency, and those who draw on them."""
        rng, line, agency = self.rng, f"WIRE{number + 1}", self.world.names.agency()
        self.agencies.append(agency)
        self.lines[line] = f"{agency} dispatch"
        writer = Writer(self.world, line, rng, agency)
        time = self.start + datetime.timedelta(minutes=rng.uniform(10, 120))
        facts = self.chosen_facts(self.knobs["wireCoverage"], line)
        count = rng.choices((1, 2, 3), (.45, .35, .2))[0]
        news = [] if count == 1 else rng.sample(facts, k=min(len(facts) // 3 * (count - 1), max(0, len(facts) - 4)))
        title, body = wires.first(writer, [f for f in facts if f not in news])
        body = self.coloured(body, line, *self.knobs["colour"])
        lead = self.add(line=line, kind="agency", title=title, body=body, time=time, style=writer.style, hidden=True, agency=agency)
        leads = [lead]
        for i in range(1, count):
            more = news[(i - 1) * len(news) // (count - 1):i * len(news) // (count - 1)]
            title, body = wires.next_lead(writer, leads[-1].title, leads[-1].body, more, rng)
            time += datetime.timedelta(minutes=rng.uniform(40, 240))
            leads.append(self.add(line=line, kind="agency", title=title, body=body, time=time, style=writer.style, hidden=True, agency=agency,
                                  parents=[(leads[-1].id, "lead of", ())]))
        if rng.random() > self.knobs["hiddenLead"] and size > 2:
            given = rng.choice(leads)
            given.hidden, given.outlet, given.author, given.credit, given.credited = False, agency, Names(rng).person(), "present", agency
            size -= 1
        if size > 3 and rng.random() < self.knobs["shape"]:
            at = {}
            for i, (parent, hidden, second) in enumerate(topologies.chosen(rng, size, self.shapes)):
                if parent is None:
                    at[i] = rng.choices(leads, range(1, len(leads) + 1))[0]
                    continue
                at[i] = self.child(at[parent], self.style(), hidden=hidden, agency=agency)
                if second is not None: self.draw(at[i], at[second])
        else:
            made = []
            for _ in range(size):
                parent = rng.choice(made) if made and rng.random() < self.knobs["copies"] else rng.choices(leads, range(1, len(leads) + 1))[0]
                made.append(self.child(parent, self.style(), agency=agency))

    def style(self, **more):
        weights = {**self.knobs["styles"], **more}
        return self.rng.choices(list(weights), weights.values())[0]

    # ---- one text from another

    def child(self, parent, how, hidden=False, agency=None):
        rng, knobs = self.rng, self.knobs
        style = parent.style if how == "copy" else Style.drawn(rng)
        title, body = parent.title, list(parent.body)
        if how == "copy":
            loss = rng.random()
            if loss < .35: body = edits.shortened(body, rng, rng.uniform(.15, .6))
            elif loss < .6: body = edits.cut(body, rng, rng.uniform(.1, .4))
        else:
            body = edits.cut(body, rng, rng.uniform(.1, .45))
            if rng.random() < .5: body = edits.reordered(body, rng, rng.randint(1, 3))
        if how == "edit":
            body = [self.edited(s, style) for s in body]
        if how == "translation":
            rewriter = Rewriter(self.world, parent.line, rng, agency, style)
            body = [edits.reworded(s, rewriter) if rng.random() < knobs["free"] else s for s in body]
            body = [edits.rephrased(edits.retranslated(s), rng, .15) for s in body]
            body = [edits.turned(s) if rng.random() < .4 else s for s in body]
            body = [edits.restyled(s, style) for s in body]
            title = edits.retranslated(title)
        if how == "paraphrase":
            body = self.paraphrased(body, style, agency)
        if how != "copy":
            rewriter = Rewriter(self.world, parent.line, rng, agency, style)
            known = {k: v for s in parent.body for k, v in s.values.items()}
            rewriter.values.update({k: v for k, v in known.items() if k in rewriter.values})
            title = rewriter.title() if rng.random() < .75 else title
            body = paragraphs(body, rng)
        time = parent.time + datetime.timedelta(hours=rng.expovariate(1 / 2.5) + .1)
        credit = rng.choices(list(knobs["credits"]), knobs["credits"].values())[0] if agency else None
        if how in ("paraphrase", "translation") and credit == "present" and rng.random() < .4: credit = "removed"
        node = self.add(line=parent.line, kind="newsroom", title=title, body=body, time=time, style=style, hidden=hidden, agency=agency,
                        parents=[(parent.id, how, ())], credit=credit)
        if agency:
            node.credited = agency if credit == "present" else None
            if credit == "wrong":
                node.credited = self.rng.choice([a for a in ("Norpress", "Telepress", "Unipress", "Interlink") if a != agency])
            if credit != "present" and rng.random() < .7: node.body = [plain(s) for s in node.body]
        return node

    def edited(self, s, style):
        rng = self.rng
        if rng.random() < .5: s = edits.rephrased(s, rng, self.knobs["editRate"] * 2, quotes=.1)
        if rng.random() < .10: s = edits.compared(s, rng, style)
        if rng.random() < .08: s = edits.rounded(s, rng, style)
        if rng.random() < .15: s = edits.with_date(s, style.day)
        if rng.random() < .08: s = edits.unattributed(s)
        return s

    def paraphrased(self, body, style, agency):
        """A rewrite: words, sentences, figures, dates, names and marks all may go another way."""
        rng, knobs, made = self.rng, self.knobs, []
        rewriter = Rewriter(self.world, "", rng, agency, style)
        drops, hides = rng.random() < .5, rng.random() < .35
        for s in body:
            if rng.random() < .6: s = edits.indirect(s, rewriter)
            if rng.random() < knobs["reword"]: s = edits.reworded(s, rewriter)
            if s.altered[-1:] != ("reworded",):
                s = edits.in_words_of(edits.rephrased(s, rng, knobs["paraphraseRate"], quotes=.15), rewriter.habits)
                s = edits.calqued(s, rng, knobs["calques"])
            if rng.random() < .5: s = edits.turned(s)
            if rng.random() < .15: s = edits.rounded(s, rng, style)
            if rng.random() < .15: s = edits.compared(s, rng, style)
            if rng.random() < .5: s = edits.with_date(s, style.day)
            if rng.random() < (.35 if drops else .1): s = edits.unattributed(s)
            if hides and rng.random() < .5: s = edits.anonymous(s, self.world)
            if rng.random() < .5: s = edits.unhedged(s)
            if rng.random() < .04: s = edits.pseudo_quoted(s)
            made.append(edits.restyled(s, style))
        return made

    # ---- what comes from elsewhere

    def contaminate(self):
        """Second parents: a block of a text of another descent, or of the same. How many is drawn first: the reports that come early, and those
        whose donors have nothing new, can take none, and without others in their place the share would fall short."""
        derived = [n for n in self.nodes if not n.hidden and n.parents and n.parents[0][1] != "lead of"]
        want = sum(self.rng.random() < self.knobs["second"] for _ in derived) - sum(len(n.parents) > 1 for n in derived)
        for node in self.rng.sample(derived, len(derived)):
            if want <= 0: break
            if len(node.parents) > 1: continue
            others = [n for n in self.nodes if n is not node and n.time < node.time and n.id != node.parents[0][0]]
            foreign = self.rng.random() < .75                # one of another line is preferred
            others = sorted(self.rng.sample(others, len(others)), key=lambda n: (n.line == node.line) == foreign)
            want -= any(self.draw(node, other) for other in others)

    def draw(self, node, other):
        """`node` takes a block of `other`, unless it has all of it already; says whether it did."""
        if other is node or any(p == other.id for p, _, _ in node.parents): return False
        have = {c for s in node.body for c in s.claims()}
        found = edits.block(other.body, have, self.rng)
        if not found: return False
        if self.rng.random() < .4: found = [self.edited(s, node.style) for s in found]
        node.body = edits.spliced(node.body, found, self.rng)
        node.parents.append((other.id, "drew on a block", tuple(c for s in found for c in s.claims())))
        node.time = max(node.time, other.time + datetime.timedelta(minutes=10))
        return True

    def coloured(self, body, line, least, most):
        """A root's own colour, which its copies carry on."""
        for i in range(self.rng.randint(least, most)):
            body.insert(self.rng.randint(2, len(body)), self.colour.sentence(line, f"own_{line}_{i}").but(paragraph=self.rng.random() < .4))
        return body

    def own_matter(self):
        """What a report that draws on another has from nobody: its line is itself."""
        for node in self.nodes:
            if node.hidden or not node.parents or node.agency == node.outlet or self.rng.random() >= self.knobs["filler"]: continue
            for i in range(self.rng.choice((1, 1, 2, 3))):
                node.body.insert(self.rng.randint(1, len(node.body)), self.colour.sentence(node.id, f"own_{node.id}_{i}"))

    def noise(self):
        """Extraction that loses sentences and garbles others."""
        if "noise" not in self.asked: return
        lost, wrong = self.asked["noise"]
        rng = random.Random(f"noise|{self.seed}")
        for node in self.reports():
            kept = [s for i, s in enumerate(node.body) if rng.random() >= lost] or node.body[:1]
            node.noise["lost"] = len(node.body) - len(kept)
            node.body = [edits.garbled(s, rng) if rng.random() < wrong else s for s in kept]

    def reports(self):
        return [n for n in self.nodes if not n.hidden]


def plain(sentence):
    """The agency is not named within the text."""
    return sentence.but([replace(p, text=p.plain, plain=None) if p.plain else p for p in sentence.parts])


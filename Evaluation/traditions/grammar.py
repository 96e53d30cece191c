"""Events as facts with several independent wordings each, read from events/*.txt.

    world NAME = a | b | c                one is drawn per story; may hold slots and choices itself
    source ID KIND: full name; short name; vague name      KIND: official, speech, release, expert, archive
    fact ID from SOURCE [figure SLOT UNIT LEAST MOST]...
      - wording with <slots>, {choices|of words}, [claim: the clause that carries it], ~a hedge ~
    quote ID from SOURCE
      = words that were said / a second sentence
      - the same made indirect
    lead
      - headline sentence; the claims in it are those of facts
    title
      - a headline

SOURCE is a source, or *observers* (each line saw for itself), *witnesses* (each line has a witness of its own) or *background*
(what everybody knows: it rests on the line that says it). A wording without [claim: …] is its fact's claim as a whole.
"""
import functools, os, re
from dataclasses import dataclass, field

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "events")


@dataclass
class Fact:
    id: str
    source: str
    figures: list = field(default_factory=list)      # (slot, unit, least, most)
    wordings: list = field(default_factory=list)
    words: list = field(default_factory=list)        # of a quotation: its sentences


@dataclass
class Source:
    id: str
    kind: str
    names: list                                      # full, short, vague


@dataclass
class Event:
    kind: str
    world: list = field(default_factory=list)        # (name, options)
    sources: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)        # in order of weight
    leads: list = field(default_factory=list)
    titles: list = field(default_factory=list)


def kinds():
    return sorted(name[:-4] for name in os.listdir(FOLDER) if name.endswith(".txt"))


@functools.lru_cache(maxsize=None)
def read(kind):
    """The event of a file; nobody changes it."""
    event, at = Event(kind), None
    with open(os.path.join(FOLDER, kind + ".txt"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            text = line.strip()
            head, _, rest = text.partition(" ")
            if not text or text.startswith("#"):
                continue
            if head == "world":
                name, _, options = rest.partition("=")
                event.world.append((name.strip(), [o.strip() for o in options.split("|")] if "{" not in options else [options.strip()]))
            elif head == "source":
                name, _, names = rest.partition(":")
                id_, kind_ = name.split()
                event.sources[id_] = Source(id_, kind_, [n.strip() for n in names.split(";")])
            elif head in ("fact", "quote"):
                words = rest.split()
                figures = [(words[i + 1], words[i + 2], float(words[i + 3]), float(words[i + 4])) for i, w in enumerate(words) if w == "figure"]
                fact = event.facts[words[0]] = Fact(words[0], words[2], figures)
                at = fact.wordings
            elif head == "lead":
                at = event.leads
            elif head == "title":
                at = event.titles
            elif head == "=":
                fact.words = [w.strip() for w in rest.split(" / ")]
            elif head == "-" and at is not None:
                at.append(rest)
            else:
                raise ValueError(f"{kind}.txt, line {number}: neither a declaration nor a wording: {text}")
    return event


CHOICE = re.compile(r"\{([^{}]*)\}")


def choose(text, rng):
    """Every {choice|of words} decided, from the inside out."""
    while (m := CHOICE.search(text)):
        text = text[:m.start()] + rng.choice(m[1].split("|")) + text[m.end():]
    return text


TOKEN = re.compile(r"\[(\w+): |\]|<(\w+)>|~([^~]*)~|([^\[\]<~]+)")


def tokens(text):
    """('open', claim) ('close',) ('slot', name) ('hedge', words) ('text', words), in order."""
    for m in TOKEN.finditer(text):
        if m[1]: yield "open", m[1]
        elif m[0] == "]": yield "close", None
        elif m[2]: yield "slot", m[2]
        elif m[3] is not None: yield "hedge", m[3]
        else: yield "text", m[4]

"""What happens to a text that is handed on: each change is one function, from a sentence or a body to a new one.

Whatever is done, the sentence keeps its line and its origins; only claims that no part carries any longer are gone.
"""
import re
from dataclasses import replace

from . import lexicon
from .passages import Day, Figure, Part
from .writers import OPENINGS, said

# ---- bodies

def cut(body, rng, share):
    """Loses about a share of the sentences, the later ones sooner, never the lead: a page that is short of space."""
    keep = [body[0]]
    for i, s in enumerate(body[1:], 1):
        weight = .4 + 1.2 * i / max(1, len(body) - 1)
        if rng.random() >= share * weight: keep.append(s)
    return keep


def shortened(body, rng, share):
    """Cut from below: the end is missing."""
    return body[:max(2, round(len(body) * (1 - share)))]


def reordered(body, rng, moves):
    """Blocks of one to three sentences go elsewhere; the lead stays."""
    body = list(body)
    for _ in range(moves):
        if len(body) < 5: break
        size = rng.randint(1, min(3, len(body) - 3))
        at = rng.randint(1, len(body) - size)
        block, rest = body[at:at + size], body[:at] + body[at + size:]
        to = rng.randint(1, len(rest))
        body = rest[:to] + [block[0].but(paragraph=True), *block[1:]] + rest[to:]
    return body


def spliced(body, block, rng):
    """A contiguous block of another text, put in one piece."""
    to = rng.randint(min(2, len(body)), len(body))
    return body[:to] + [block[0].but(paragraph=True), *block[1:]] + [s.but(paragraph=True) if i == 0 else s for i, s in enumerate(body[to:])]


def block(body, have, rng, least=2, most=4):
    """A contiguous block whose claims the receiver does not have yet; None where there is none."""
    free = [i for i, s in enumerate(body) if i and s.claims() and not have & set(s.claims())]
    runs = [(i, n) for n in range(least, most + 1) for i in free if all(i + k in free for k in range(n))]
    if not runs: return None
    start, size = rng.choice(runs)
    return body[start:start + size]


# ---- sentences

def rephrased(sentence, rng, rate, obvious=lexicon.OBVIOUS, quotes=0.0):
    """Synonyms; inside quotation marks only with chance `quotes`."""
    def change(p):
        if p.role in ("figure", "date", "name", "mark"): return p
        if p.role == "quote" and rng.random() >= quotes: return p
        text = lexicon.paraphrased(p.text, rng, rate, obvious)
        plain = lexicon.paraphrased(p.plain, rng, rate, obvious) if p.plain else p.plain
        return replace(p, text=text, plain=plain)
    return sentence.but(map(change, sentence.parts), "rephrased")


def in_words_of(sentence, habits):
    """Outside quotation marks, in the vocabulary of another writer."""
    change = lambda p: replace(p, text=habits(p.text), plain=habits(p.plain) if p.plain else p.plain) if p.role in ("", "attribution", "hedge") else p
    return sentence.but(map(change, sentence.parts), "rephrased")


def calqued(sentence, rng, rate):
    """Some of its small words go another way, outside quotation marks."""
    return sentence.but([replace(p, text=lexicon.calqued(p.text, rng, rate)) if p.role == "" else p for p in sentence.parts], "rephrased")


def turned(sentence):
    """The attribution goes from the end to the front, or back: "police said X" for "X, police said"."""
    parts, comma = sentence.parts, lambda who: "," if "," in who and not who.endswith(",") else ""
    if any(p.role == "mark" for p in parts) or parts[0].text in OPENINGS or sum(p.role == "attribution" for p in parts) != 1 or len(parts) < 2: return sentence
    if parts[-1].role == "attribution" and parts[-1].text.endswith(" said") and parts[-1].who:
        tag = parts[-1]
        return sentence.but([replace(tag, text=f"{tag.who}{comma(tag.who)} said that ", plain=None), *parts[:-1]], "turned")
    if parts[0].role == "attribution" and parts[0].who and parts[0].who in parts[0].text:
        tag = parts[0]
        return sentence.but([*parts[1:], replace(tag, text=f", {tag.who}{comma(tag.who)} said", plain=None)], "turned")
    return sentence


def retranslated(sentence):
    """There and back through another language: every word it knows comes back as the pivot has it, in quotations too."""
    parts = [p if p.role in ("figure", "date", "name", "mark") else replace(p, text=lexicon.retranslated(p.text), plain=p.plain and lexicon.retranslated(p.plain))
             for p in sentence.parts]
    return sentence.but(parts, "retranslated")


def restyled(sentence, style):
    """House style: figures in words or signs, dates as the house writes them."""
    def change(p):
        if p.role == "figure": return replace(p, text=p.value.show(style.words, style.sign))
        return p
    return sentence.but(map(change, sentence.parts))


def with_date(sentence, form):
    """"Wednesday" becomes "24 May", or back."""
    change = lambda p: replace(p, text=Day(p.value.date, form).show(), value=Day(p.value.date, form)) if p.role == "date" else p
    return sentence.but(map(change, sentence.parts), "date resolved")


def figures(sentence, change, name, style=None):
    """Every figure through `change`; the values that others may read from the sentence change with it."""
    parts, values = [], dict(sentence.values)
    for p in sentence.parts:
        if p.role == "figure":
            value = change(p.value)
            values[p.key] = value
            p = replace(p, value=value, text=value.show(*((style.words, style.sign) if style else ())))
        parts.append(p)
    return sentence.but(parts, name, values=values)


def rounded(sentence, rng, style=None):
    """187 becomes "nearly 190", 3.24 million "more than 3 million": a digit less, and a comparator that fits."""
    def change(f):
        if f.value < 20: return f
        scale = 10.0 ** (len(str(int(f.value))) - (1 if rng.random() < .5 and f.value >= 100 else 2))
        value = round(f.value / scale) * scale
        if value == f.value or value <= 0: return f
        return Figure(value, f.unit, rng.choice(("about", "almost" if value > f.value else "moreThan")))
    return figures(sentence, change, "rounded", style)


def compared(sentence, rng, style=None):
    """"more than 200" becomes "about 200", or the other way round, or just 200."""
    def change(f):
        if f.value < 11: return f
        return Figure(f.value, f.unit, rng.choice([c for c in ("", "about", "moreThan", "atLeast") if c != f.comparator]))
    return figures(sentence, change, "comparator shifted", style)


def unattributed(sentence):
    """Nobody says it any longer; a quotation keeps its speaker."""
    if any(p.role == "quote" for p in sentence.parts) or not any(p.role == "attribution" for p in sentence.parts): return sentence
    return sentence.but([p for p in sentence.parts if p.role != "attribution"], "attribution dropped")


def unhedged(sentence):
    """"probably" is gone."""
    if not any(p.role == "hedge" for p in sentence.parts): return sentence
    return sentence.but([p for p in sentence.parts if p.role != "hedge"], "hedge dropped")


def anonymous(sentence, world):
    """The one who says it loses the name: "a doctor said"."""
    def change(p):
        source = world.event.sources.get(p.key)
        if p.role != "attribution" or not p.who or not source or len(source.names) < 3 or p.who not in p.text: return p
        return replace(p, text=p.text.replace(p.who, source.names[2]), plain=p.plain and p.plain.replace(p.who, source.names[2]), who=source.names[2])
    parts = [change(p) for p in sentence.parts]
    return sentence.but(parts, "anonymized") if parts != list(sentence.parts) else sentence


def indirect(sentence, writer):
    """What was quoted is reported: "she said that …"; of the sentences that were said, those that were read."""
    fact = writer.world.event.facts.get(sentence.fact)
    if not fact or not fact.words or not any(p.role == "quote" for p in sentence.parts): return sentence
    read, fits = set(sentence.claims()), []
    for wording in fact.wordings:
        clauses = [(said(fact.id, int(m[1])), m[0]) for m in re.finditer(r"\[(\d): [^\]]*\]", wording)]
        known = [text for claim, text in clauses if claim in read]
        if len(known) == len(clauses): fits.append(wording)
        elif known: fits.append(" and ".join(known))
    if not fits: return sentence
    made = writer.sentence(fact, clause=writer.wording(fits), as_quote=False)
    return made.but(line=sentence.line, origins=sentence.origins, paragraph=sentence.paragraph, altered=(*sentence.altered, "made indirect"))


def pseudo_quoted(sentence):
    """Narration put in quotation marks, as if its source had said it so."""
    if any(p.role in ("quote", "mark") for p in sentence.parts): return sentence
    tags = [i for i, p in enumerate(sentence.parts) if p.role == "attribution"]
    if len(tags) != 1 or tags[0] != len(sentence.parts) - 1 or " said" not in sentence.parts[-1].text: return sentence
    clause, tag = sentence.parts[:-1], sentence.parts[-1]
    first, last = replace(clause[0], text=clause[0].text[:1].upper() + clause[0].text[1:]), clause[-1]
    body = [first, *clause[1:]]
    body[-1] = replace(body[-1], text=body[-1].text.rstrip(" ,") + ",")
    return sentence.but([Part("“", "mark"), *body, Part("”", "mark"), replace(tag, text=" " + tag.text.lstrip(", "), plain=tag.plain and " " + tag.plain.lstrip(", "))],
                        "pseudo-quoted")


def reworded(sentence, writer):
    """The fact told anew in other words, with the parent's figures: a rewrite that looks at the content and not at the sentence."""
    facts = writer.world.event.facts
    if sentence.fact == "lead":
        made = writer.lead_like(sentence)
        if made is None: return sentence
    elif sentence.fact in facts:
        fact = facts[sentence.fact]
        if any(p.role == "quote" for p in sentence.parts): return sentence
        made = writer.sentence(fact, as_quote=False, values=sentence.values)
    else:
        return sentence
    if not set(made.claims()) <= set(sentence.origins): return sentence
    return made.but(line=sentence.line, origins={c: sentence.origins[c] for c in made.claims()}, paragraph=sentence.paragraph,
                    altered=(*sentence.altered, "reworded"))


def garbled(sentence, rng):
    """What a bad extraction makes of it: words lost, a figure misread."""
    parts, values = [], dict(sentence.values)
    for p in sentence.parts:
        if p.role == "figure" and rng.random() < .5:
            value = Figure(float(max(2, round(p.value.value * rng.choice((.1, .5, 2, 10))))), p.value.unit, p.value.comparator)
            values[p.key], p = value, replace(p, value=value, text=value.show())
        elif p.role in ("", "quote") and p.text.count(" ") > 3:
            words = p.text.split(" ")
            at = rng.randrange(1, len(words) - 1)
            del words[at:at + rng.randint(1, 2)]
            p = replace(p, text=" ".join(words))
        parts.append(p)
    return sentence.but(parts, "garbled", values=values)

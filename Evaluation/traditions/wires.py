"""Dispatches: a first lead is flashed, later leads grow, lose, and mend their figures. Copyists take whichever they have."""
from dataclasses import replace

from . import edits
from .passages import Figure
from .writers import Rewriter, paragraphs

GROWING = ("killed", "injured", "missing", "damage", "crowd", "arrests", "protesters")


def first(writer, facts):
    """The first lead: title and body."""
    title, body = writer.text(facts, jitter=2.5)
    return title, witnesses(writer, body)


def witnesses(writer, body):
    """An agency that asked several: what witnesses say is told twice, by two of them."""
    made = []
    for s in body:
        made.append(s)
        fact = writer.world.event.facts.get(s.fact)
        if fact and fact.source == "witnesses":
            writer.witness = writer.world.names.person()
            made.append(writer.sentence(fact, clause=writer.rng.choice(fact.wordings)).but(paragraph=False))
    return made


def next_lead(writer, title, body, more, rng):
    """The lead after it: news on top, figures brought up to date, something lost, a few words mended."""
    updates = {slot: Figure(float(max(f.value + 1, round(f.value * rng.uniform(1.05, 1.5)))), f.unit, f.comparator)
               for slot, f in writer.values.items() if f and slot in GROWING and rng.random() < .5 and f.unit == "count"}
    writer.values.update(updates)
    told = {c for s in body for c in s.claims()}
    news = [writer.sentence(writer.world.event.facts[f]).but(paragraph=True) for f in more if f not in told]
    kept = [body[0]] + [s for s in body[1:] if rng.random() > .15]
    mended = []
    for s in kept:
        if updates.keys() & {p.key for p in s.parts if p.role == "figure"}:
            parts = [replace(p, value=updates[p.key], text=updates[p.key].show(writer.style.words, writer.style.sign)) if p.key in updates and p.role == "figure" else p for p in s.parts]
            s = s.but(parts, "updated", values={**s.values, **{k: v for k, v in updates.items() if k in s.values}})
        elif rng.random() < .2:
            s = edits.rephrased(s, rng, .3)
        mended.append(s)
    if rng.random() < .6:                                # a new top
        rewriter = Rewriter(writer.world, writer.line, rng, writer.agency, writer.style)
        rewriter.values.update({k: v for k, v in writer.values.items() if v})
        mended[0] = edits.reworded(mended[0], rewriter)
    at = rng.randint(1, min(4, len(mended)))
    rng.shuffle(news)
    split = rng.randint(0, len(news))
    return title, mended[:at] + news[:split] + mended[at:] + news[split:]

"""Texts while they are handed on: sentences in parts that know what they carry.

A part knows its claim, and whether it is a quotation, an attribution, a hedge, a figure or a date, so that a copyist can
change each as copyists do, and the truth follows the text through every change. A sentence knows who first wrote it (its
line) and what each of its claims rests on (its origins); copying keeps both.
"""
import datetime
from dataclasses import dataclass, field, replace

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
MONTHS = "January February March April May June July August September October November December".split()
UNITS = {"km": "kilometres", "m": "metres", "kmh": "kilometres per hour"}
COMPARATORS = {"": "", "moreThan": "more than ", "about": "about ", "atLeast": "at least ", "almost": "nearly "}


@dataclass(frozen=True)
class Figure:
    """A number of something, as a writer puts it."""
    value: float
    unit: str = "count"                        # count, percent, money, km, m, kmh
    comparator: str = ""

    def show(self, words=True, sign=False):
        v = self.value
        if self.unit == "count":
            text = NUMBERS[int(v)] if words and v == int(v) and v <= 10 else f"{v:,.0f}"
        elif self.unit == "percent":
            text = f"{v:g}%" if sign else f"{v:g} percent"
        elif self.unit == "money":
            scale, word = (1e9, "billion") if v >= 1e9 else (1e6, "million")
            text = f"€{v / scale:g} {word}" if sign else f"{v / scale:g} {word} euros"
        else:
            text = f"{v:g} {UNITS[self.unit]}"
        return COMPARATORS[self.comparator] + text


@dataclass(frozen=True)
class Day:
    """A date, as a weekday or as a day of the month."""
    date: datetime.date
    form: str = "weekday"                      # weekday, dayMonth, monthDay

    def show(self):
        name = MONTHS[self.date.month - 1]
        return {"weekday": f"on {self.date:%A}", "dayMonth": f"on {self.date.day} {name}", "monthDay": f"on {name} {self.date.day}"}[self.form]


@dataclass(frozen=True)
class Part:
    text: str
    role: str = ""                             # "", quote, mark, attribution, hedge, figure, date, name
    claim: str = None
    key: str = None                            # the slot or source it was made from
    value: object = None
    plain: str = None                          # an attribution without the agency's name
    who: str = None                            # the one to whom an attribution attributes, as named there


@dataclass(frozen=True)
class Sentence:
    parts: tuple
    fact: str = None                           # the fact of the grammar, where it has one
    line: str = None                           # the newsroom or agency that first wrote it
    origins: dict = field(default_factory=dict)   # claim -> the origins it rests on here
    paragraph: bool = True                     # begins one
    values: dict = field(default_factory=dict)    # slots as this line has them
    altered: tuple = ()                        # what was done to it, as words
    kind: str = "body"                         # or title

    def show(self):
        """The text of the sentence, and [(start, end, part)] of its parts in characters."""
        text, spans = "", []
        for part in self.parts:
            piece = part.text
            if not text.strip("“\"") and piece:
                piece = (piece if part.role == "mark" else piece.lstrip())
                piece = piece[:1].upper() + piece[1:]
            spans.append((len(text), len(text) + len(piece), part))
            text += piece
        if self.kind != "title" and text and text[-1] not in ".!?:”\"":
            text += "."
        if text.endswith("”") and self.kind != "title" and len(text) > 1 and text[-2] not in ".!?,":
            text += "."
        return text, spans

    def claims(self):
        return list(dict.fromkeys(p.claim for p in self.parts if p.claim))

    def spans(self):
        """claim -> (start, end) in characters of the sentence's text, from its first part to its last."""
        text, spans = self.show()
        found = {}
        for start, end, part in spans:
            if part.claim and end > start:
                first, _ = found.get(part.claim, (start, end))
                found[part.claim] = (first, end)
        for claim, (start, end) in found.items():
            while end > start and (text[end - 1] in " ,;" or text[end - 1] == "." and end > start + 1): end -= 1
            while start < end and text[start] in " ,;": start += 1
            found[claim] = (start, end)
        return found

    def words(self):
        return self.show()[0].split()

    def but(self, parts=None, altered=None, **changes):
        """The sentence with other parts; claims that no part carries any more are gone."""
        if parts is not None:
            changes["parts"] = tuple(parts)
        if altered:
            changes["altered"] = altered if isinstance(altered, tuple) else (*self.altered, altered)
        return replace(self, **changes)


def capitalized(text):
    return text[:1].upper() + text[1:]

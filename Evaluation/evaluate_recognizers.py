#!/usr/bin/env python3
"""Runs `stemma stage annotate` on the English cases of Microsoft's Recognizers-Text (MIT), and scores numbers, quantities and times.

    Scripts/evaluate recognizers DIR…

DIR has Specs/Number/English and Specs/NumberWithUnit/English (and Specs/DateTime/English, reported, none of it required).
F1 is over the results of all cases of a file: a result is found when span and value are those of the case, once each; what is
found beside them in a case counts against precision, and so it does in a case without results. `exact` is the share of cases
with every result and nothing else.

  number    the numbers of the text
  range     quantities with two ends, or with a comparator that bounds: the number with the words of comparison, without unit.
            One-sided bounds are compared with their bracket; of two-sided ones only the ends, since the set itself has
            "between 20 and 30" open above in one file and closed in the other
  percent   percentages, number and unit without comparator
  currency  amounts of money, likewise; the code of the currency where the case gives one ("isoCurrency"), else the value
  dimension, temperature, age: measures of length, weight …, of temperature, and ages; the value alone
  datetime  the times of DateTimeModel against the date of each case: dates by value, the rest by span
  ordinal   is not scored: Stemma has no ordinals

`NotSupported` names languages in which their own library fails a case; all cases are scored. Results without a value (a
unit by itself) are left out. docs/s are cases by the processor time of the whole process.
"""
import json, os, re, sys

import harness
from annotations import annotate, equal, pairs, rates
from harness import Trouble, binary

TEMPERATURES = {"°", "°C", "°F"}
BOUNDS = {"moreThan": "(", "atLeast": "[", "lessThan": ")", "atMost": "]"}


def union(*spans):
    """The (start, end) in characters that covers the given ones."""
    spans = [span for span in spans if span]
    return min(span[0] for span in spans), max(span[1] for span in spans)


class Text:
    """A case's text; places of Stemma's are bytes of UTF-8, theirs UTF-16 units from the first to the last."""

    def __init__(self, text):
        self.text, self.of_byte, self.of_unit = text, {}, {}
        byte = unit = 0
        for at, letter in enumerate(text):
            self.of_byte[byte] = self.of_unit[unit] = at
            byte, unit = byte + len(letter.encode("utf-8")), unit + (2 if ord(letter) > 0xFFFF else 1)
        self.of_byte[byte] = self.of_unit[unit] = len(text)

    def span(self, place): return (self.of_byte[place["start"]], self.of_byte[place["end"]]) if place else None

    def theirs(self, result):
        start, words = result.get("Start"), result["Text"]
        if start is None: start = self.text.lower().find(words.lower())
        start = self.of_unit.get(start, start)
        end = self.of_unit.get(result["End"] + 1, start + len(words)) if "End" in result else start + len(words)
        return start, end


# ---- what is compared: (span, value)

def numbers(text, line): return [(text.span(number["span"]), number["value"]) for number in line["numbers"]]


def ranges(text, line):
    found = []
    for quantity in line["quantities"]:
        value, high, sign = quantity["value"], quantity["high"], quantity["comparator"]
        words = text.span(quantity["comparatorWords"]) if sign not in ("about", "almost", "record") else None
        span = union(text.span(quantity["number"]), words)
        if high is not None: found.append((span, (min(value, high), max(value, high))))
        elif sign in ("moreThan", "atLeast"): found.append((span, (BOUNDS[sign], value, None)))
        elif sign in ("lessThan", "atMost"): found.append((span, (None, value, BOUNDS[sign])))
        elif words and quantity["kind"] == "number": found.append((span, (value, value)))
    return found


def measured(kinds, units=None, others=None):
    def read(text, line):
        return [(union(text.span(quantity["number"]), text.span(quantity["unitWords"])),
                 (quantity["high"] if quantity["high"] is not None else quantity["value"], quantity["unit"]))
                for quantity in line["quantities"]
                if quantity["kind"] in kinds and (units is None or quantity["unit"] in units) and (others is None or quantity["unit"] not in others)]
    return read


def times(text, line):
    return [(text.span(time["span"]), time["value"]) for time in line["times"]]


def same_number(a, b): return a[0] == b[0] and equal(a[1], b[1])


def same_range(a, b):
    def fits(x, y): return x == y if isinstance(x, (str, type(None))) or isinstance(y, (str, type(None))) else equal(x, y)
    return a[0] == b[0] and len(a[1]) == len(b[1]) and all(map(fits, a[1], b[1]))


def same_measure(a, b): return a[0] == b[0] and equal(a[1][0], b[1][0]) and (a[1][1] is None or a[1][1] == b[1][1])
def same_time(a, b): return a[0] == b[0] and (a[1] is None or a[1] == b[1])


# ---- the truth of a result

def their_number(result): return float(result["Resolution"]["value"])


def their_range(result):
    low, high = result["Resolution"]["value"][1:-1].split(",")
    left, right = result["Resolution"]["value"][0], result["Resolution"]["value"][-1]
    if low and high: return float(low), float(high)
    return (left, float(low), None) if low else (None, float(high), right)


def their_percent(result): return float(result["Resolution"]["value"].rstrip("%")), None
def their_money(result): return float(result["Resolution"]["value"]), result["Resolution"].get("isoCurrency")
def their_measure(result): return float(result["Resolution"]["value"]), None


def their_time(result):
    """The date of a date that is certain, else None: any value will do."""
    values = result["Resolution"]["values"]
    return values[0]["value"] if len(values) == 1 and values[0].get("type") == "date" and "value" in values[0] else None


FILES = {
    "number": ("Number/English/NumberModel.json", numbers, their_number, same_number),
    "range": ("Number/English/NumberRangeModel.json", ranges, their_range, same_range),
    "percent": ("Number/English/PercentModel.json", measured({"percentage"}), their_percent, same_measure),
    "currency": ("NumberWithUnit/English/CurrencyModel.json", measured({"money"}), their_money, same_measure),
    "dimension": ("NumberWithUnit/English/DimensionModel.json", measured({"measure"}, others=TEMPERATURES - {"°"}), their_measure, same_measure),
    "temperature": ("NumberWithUnit/English/TemperatureModel.json", measured({"measure"}, units=TEMPERATURES), their_measure, same_measure),
    "age": ("NumberWithUnit/English/AgeModel.json", measured({"age"}), their_measure, same_measure),
    "datetime": ("DateTime/English/DateTimeModel.json", times, their_time, same_time),
}


def has_value(result):
    resolution = result.get("Resolution") or {}
    return resolution.get("value") not in (None, "null") or "values" in resolution


def score(cases, lines, read, truth, fits):
    hits = expected = found = exact = 0
    notes = []
    for case, line in zip(cases, lines):
        text = Text(case["Input"])
        # A unit by itself is no quantity.
        theirs = [result for result in case["Results"] if has_value(result)]
        a, b = [(text.theirs(result), truth(result)) for result in theirs], read(text, line)
        right = pairs(a, b, fits)
        hits, expected, found = hits + len(right), expected + len(a), found + len(b)
        if len(right) == len(a) == len(b):
            exact += 1
        else:
            told = lambda items, used: "; ".join(f"{case['Input'][span[0]:span[1]]!r} {value}" for at, (span, value) in enumerate(items) if at not in used)
            notes.append(f"{case['Input'][:200]}\n        missed: {told(a, {i for i, _ in right})}\n        stray: {told(b, {j for _, j in right})}")
    precision, recall, f1 = rates(hits, expected, found)
    return {"F1": f1, "precision": precision, "recall": recall, "exact": exact / max(1, len(cases)), "cases": len(cases)}, notes


def main(arguments=None):
    options = harness.arguments("recognizers", __doc__, "a folder with Specs/").parse_args(arguments)
    try:
        program, results = binary(options.stemma), []
        for folder in options.folders:
            specs = os.path.join(folder, "Specs")
            if not os.path.isdir(specs):
                raise Trouble(f"{folder} has no Specs/")
            figures, notes, texts, spent = {}, [], 0, 0.0
            for name, (path, read, truth, fits) in FILES.items():
                path = os.path.join(specs, path)
                if not os.path.isfile(path):
                    continue
                with open(path, encoding="utf-8-sig") as file:
                    cases = json.load(file)
                dates = [((case.get("Context") or {}).get("ReferenceDateTime") or "")[:10] or None for case in cases]
                lines, seconds = annotate(program, [case["Input"] for case in cases], dates)
                found, told = score(cases, lines, read, truth, fits)
                figures.update({f"{name}.{figure}": value for figure, value in found.items()})
                notes += [f"{name}: {note}" for note in told]
                texts, spent = texts + len(cases), spent + seconds
            if not figures:
                raise Trouble(f"{specs} has none of the files of English cases")
            figures["docs/s"] = texts / max(spent, 1e-9)
            results.append((os.path.basename(os.path.abspath(folder)), figures, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate recognizers: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

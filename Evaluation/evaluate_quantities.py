#!/usr/bin/env python3
"""Runs `stemma stage annotate` on sentences whose quantities are known, and scores the quantities it finds.

    Scripts/evaluate quantities DIR…

DIR has NewsQuant.json: [{text, quantities: [{change, value, unit, normalized_unit}]}]. Quantities are paired one to one
within a sentence, as many pairs as there can be; a pair counts when the values are equal to one in a million. The two
ends of a range ("12.0-15.5") are compared whichever is named first. Precision, recall and F1 are over all quantities.

  value   the values are equal
  unit    and so are the units: ours, or its words in the text, against `unit` or `normalized_unit`, folded
  change  the values are equal, and so is the sign: "=", "~" for about and almost, "<" for less than and at most, ">" for
          more than and at least; "up" and "down" are the direction of change, which they give in place of a comparator

Folded (units.py) are case, plural, articles; "a", "an" and "/" before the last unit are "per"; percent has one name, a
currency its ISO code ("$", "US$" and "dollar" are one), a measure its symbol. Years of age are one unit, told by
"year-old" or only by its place; "-" is no unit. docs/s are sentences by the processor time of the whole process.
"""
import json, os, re, sys

import harness
from annotations import annotate, equal, pairs, rates
from harness import Trouble, binary, record
from units import fold

SIGNS = {"equal": "=", "record": "=", "about": "~", "almost": "~", "moreThan": ">", "atLeast": ">", "lessThan": "<", "atMost": "<"}


def ends(value):
    """The numbers of "3", "-1.5" or "12.0-15.5", the smaller first."""
    try:
        return (float(value),)
    except ValueError:
        for dash in re.finditer("-", value):
            try:
                return tuple(sorted((float(value[:dash.start()]), float(value[dash.end():]))))
            except ValueError:
                continue
    raise Trouble(f"{value!r} is no number and no range")


def of_truth(quantity):
    return {"ends": ends(str(quantity["value"])), "units": {fold(quantity["unit"]), fold(quantity["normalized_unit"])}, "sign": quantity["change"],
            "told": f"{quantity['change']} {quantity['value']} [{quantity['unit']}]"}


def of_stemma(quantity):
    values = [quantity["value"]] + ([quantity["high"]] if quantity["high"] is not None else [])
    words = quantity["unitWords"]["text"] if quantity["unitWords"] else ""
    units = {fold(quantity["unit"]), fold(words)} - {""} or {""}
    if quantity["per"]: units = {fold(f"{unit} per {quantity['per']}") for unit in (quantity["unit"], words) if unit}
    if quantity["kind"] == "age": units = {"year of age" if unit in ("", "year") else unit for unit in units}
    sign = quantity["change"] or SIGNS[quantity["comparator"]]
    return {"ends": tuple(sorted(values)), "units": units, "sign": sign, "told": f"{sign} {'-'.join(map(str, values))} [{quantity['unit']}] [{words}] {quantity['kind']}"}


def same_value(a, b): return len(a["ends"]) == len(b["ends"]) and all(map(equal, a["ends"], b["ends"]))
def same_unit(a, b): return same_value(a, b) and bool(a["units"] & b["units"])
def same_change(a, b): return same_value(a, b) and a["sign"] == b["sign"]


def score(truth, lines):
    """Figures over all sentences, and a note on each that is not wholly right."""
    hits, expected, found, notes = dict.fromkeys(("value", "unit", "change"), 0), 0, 0, []
    for sentence, line in zip(truth, lines):
        a, b = list(map(of_truth, sentence["quantities"])), list(map(of_stemma, line["quantities"]))
        expected, found = expected + len(a), found + len(b)
        right = {name: pairs(a, b, fits) for name, fits in (("value", same_value), ("unit", same_unit), ("change", same_change))}
        for name, found_pairs in right.items(): hits[name] += len(found_pairs)
        missed = [x["told"] for at, x in enumerate(a) if at not in {i for i, _ in right["value"]}]
        stray = [x["told"] for at, x in enumerate(b) if at not in {j for _, j in right["value"]}]
        units = [f"{a[i]['told']} / {b[j]['told']}" for i, j in right["value"] if not a[i]["units"] & b[j]["units"]] if len(right["unit"]) < len(right["value"]) else []
        signs = [f"{a[i]['told']} / {b[j]['told']}" for i, j in right["value"] if a[i]["sign"] != b[j]["sign"]] if len(right["change"]) < len(right["value"]) else []
        told = [f"{what}: {'; '.join(items)}" for what, items in (("missed", missed), ("stray", stray), ("unit", units), ("change", signs)) if items]
        if told: notes.append(f"{sentence['text']}\n        " + "\n        ".join(told))
    figures = {}
    for name, count in hits.items():
        precision, recall, f1 = rates(count, expected, found)
        figures.update({f"{name}.F1": f1, f"{name}.precision": precision, f"{name}.recall": recall})
    return figures, notes


def main(arguments=None):
    options = harness.arguments("quantities", __doc__, "a folder with NewsQuant.json").parse_args(arguments)
    try:
        program, results = binary(options.stemma), []
        for folder in options.folders:
            path = os.path.join(folder, "NewsQuant.json")
            if not os.path.isfile(path):
                raise Trouble(f"{folder} has no NewsQuant.json")
            with open(path, encoding="utf-8") as file:
                truth = json.load(file)
            lines, seconds = annotate(program, [sentence["text"] for sentence in truth])
            figures, notes = score(truth, lines)
            figures.update({"sentences": len(truth), "docs/s": len(truth) / max(seconds, 1e-9)})
            results.append((os.path.basename(os.path.abspath(folder)), figures, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate quantities: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Incidents with their true numbers of people killed and injured: gva-news.

A story is the reports of an incident, headline and text. Stemma's answer is read from the collation's figures: of those
that count people, each variant speaks of the killed ("killed", "dead", "died"), of the injured ("injured", "wounded", "hurt")
or of those shot, by its quantity's words, else by the words around it, if these speak of one of them alone. The answer is the
value that most reports have; among equals the latest report's, then the greatest: so a lower toll of an early report is
no error where others follow. Where nothing speaks of the injured, they are those shot less those killed.

  coverage     incidents with an answer
  accuracy     right where there is one
  exact        right of all; no answer is an answer of 0, since a report seldom says that nobody was hurt
  exact, many  right of those whose true number is two or more: one victim is seldom a figure ("a man was shot")

The baseline reads the texts with one pattern a kind: a number, in figures or as a word to twenty, up to three words before or
after such a word; its answers are chosen in the same way. `zero` answers 0 throughout.
"""
import collections, json, os, random, re

import stages
from harness import Trouble

SMALL = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                          "sixteen seventeen eighteen nineteen twenty".split())}
KINDS = {"killed": r"kill(?:s|ed|ing)?|dead|die[sd]|deaths?|slain|murdered|fatally|fatal(?:ities|ity)",
         "injured": r"injur(?:e[sd]?|ies|ing|y)|wound(?:ed|ing|s)?|hurt|hospitali[sz]ed",
         "shot": r"shot"}
WORDS = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in KINDS.items()}
TOLLS = ("killed", "injured")
PEOPLE = set("""people person persons man men woman women child children kid kids boy boys girl girls teen teens teenager teenagers victim
victims student students officer officers deputy deputies trooper troopers soldier soldiers adult adults male males female females other others
youth youths individual individuals resident residents suspect suspects juvenile juveniles minor minors infant infants toddler toddlers brother
brothers sister sisters cousin cousins friend friends employee employees worker workers bystander bystanders passenger passengers civilian civilians
son sons daughter daughters gunman gunmen member members""".split())
NUMBER = r"(\d{1,3}|" + "|".join(SMALL) + r")"


def kind(words):
    """Which toll some words speak of; None for none, or for several; "shot dead" is killed."""
    found = [name for name in TOLLS if WORDS[name].search(words)]
    return found[0] if len(found) == 1 else "shot" if not found and WORDS["shot"].search(words) else None


def choose(votes):
    """Of (report's place in time, value): the value of most reports, then of the latest, then the greatest."""
    reports = collections.defaultdict(set)
    for place, value in votes: reports[value].add(place)
    return max(reports, key=lambda value: (len(reports[value]), max(reports[value]), value)) if reports else None


def answer(votes):
    killed, injured, shot = (choose(votes[name]) for name in KINDS)
    if injured is None and shot is not None: injured = max(0, shot - (killed or 0))
    return {"killed": killed, "injured": injured}


def of_collation(line, texts):
    """(killed, injured), each nil where no figure tells."""
    places = {report["id"]: at for at, report in enumerate(line["reports"])}
    votes = {name: [] for name in KINDS}
    for figure in line["figures"]:
        unit = figure["unit"].lower()
        if unit and unit not in PEOPLE: continue
        for variant in figure["variants"]:
            value = variant["value"]
            told = kind(figure["quantity"]) or kind(around(texts[places[variant["report"]]], variant["span"]))
            if told and value == int(value) and 0 <= value <= 200: votes[told].append((places[variant["report"]], int(value)))
    return answer(votes)


def around(text, span):
    """The words up to six before and after a span, in its sentence."""
    data = text.encode()
    before = re.split(r"[.;!?]\s|\n", data[max(0, span["start"] - 80):span["start"]].decode("utf-8", "ignore"))[-1].split()[-4:]
    after = re.split(r"[.;!?]\s|\n", data[span["end"]:span["end"] + 120].decode("utf-8", "ignore"))[0].split()[:6]
    return " ".join([*before, span["exact"], *after])


def share_right(pairs):
    return sum(given == true for given, true in pairs) / len(pairs) if pairs else None


def by_pattern(texts):
    votes = {name: [] for name in KINDS}
    for place, text in enumerate(texts):
        for name, words in KINDS.items():
            for pattern in (rf"\b{NUMBER}\b(?:\W+\w+){{0,3}}?\W+(?:{words})\b", rf"\b(?:{words})\b(?:\W+\w+){{0,3}}?\W+{NUMBER}\b"):
                for found in re.findall(pattern, text, re.I):
                    value = SMALL.get(found.lower(), None) if not found.isdigit() else int(found)
                    if value is not None and value <= 200: votes[name].append((place, value))
    return answer(votes)


def score(program, folder, options):
    read = lambda name: [json.loads(line) for line in open(os.path.join(folder, name), encoding="utf-8")]
    truth = {row["incident"]: row for row in read("incidents.jsonl")}
    reports = collections.defaultdict(list)
    for row in read("reports.jsonl"):
        if row["incident"] in truth: reports[row["incident"]].append(row)
    incidents = sorted(reports)
    if not incidents: raise Trouble(f"{folder}: none of the reports is of an incident with counts")
    if options.sample and options.sample < len(incidents): incidents = sorted(random.Random(5).sample(incidents, options.sample))
    for name in incidents: reports[name].sort(key=lambda row: (row.get("date") or "9", row["doc"]))
    texts = [[row["title"] + "\n" + row["text"] for row in reports[name]] for name in incidents]
    stories = [{"reports": [{"source": f"{at:03}", "text": text, "language": "en", **({"published": row["date"]} if row.get("date") else {})}
                            for at, (row, text) in enumerate(zip(reports[name], story))]} for name, story in zip(incidents, texts)]
    lines, seconds = stages.run(program, "align", stories)
    answers = {"stemma": [of_collation(line, story) for line, story in zip(lines, texts)], "pattern": [by_pattern(story) for story in texts],
               "zero": [{"killed": 0, "injured": 0} for _ in texts]}
    figures, notes = {"incidents": len(incidents), "reports": sum(map(len, texts)), "CPU s": seconds}, []
    for label, found in answers.items():
        for toll in TOLLS:
            right = [truth[name][f"num_{toll}"] for name in incidents]
            given = [(one[toll], true) for one, true in zip(found, right) if one[toll] is not None]
            many = [(one[toll], true) for one, true in zip(found, right) if true > 1]
            figures[f"{label}.{toll}.coverage"] = len(given) / len(right)
            figures[f"{label}.{toll}.accuracy"] = share_right(given)
            figures[f"{label}.{toll}.exact"] = share_right([(one[toll] or 0, true) for one, true in zip(found, right)])
            figures[f"{label}.{toll}.exact, many"] = share_right(many)
        both = [(tuple(one[toll] or 0 for toll in TOLLS), tuple(truth[name][f"num_{toll}"] for toll in TOLLS)) for name, one in zip(incidents, found)]
        figures[f"{label}.both exact"] = share_right(both)
    for name, one, line in zip(incidents, answers["stemma"], lines):
        for toll in TOLLS:
            if (one[toll] or 0) != truth[name][f"num_{toll}"]:
                notes.append(f"{name}, {toll}: {truth[name][f'num_{toll}']}, answered {one[toll]}; figures: "
                             + "; ".join(f"{f['quantity']} {f['value']:g} {f['unit']} ({len(f['variants'])})" for f in line["figures"])[:400])
    return figures, notes

"""Pairs of statements whose likeness people judged: MSRP, the STS benchmark, ClaimDiff.

MSRP: F1 and accuracy on the test part, each cut where it is best on the training part, and the area under the curve.
STS: correlation of the likeness with the judged similarity, 0 to 5. ClaimDiff: 1 where a claim bears on the other by
strengthening (S) or weakening it (W): how far likeness alone tells that, and whether a divergence is found in pairs that
weaken more often than in others.
"""
import csv, json, os

import stages
from harness import Trouble
from likeness import TfIdf, accuracy_and_f1, auc, average_precision, dice, pearson, spearman, threshold

MSRP = ("msr-para-train.tsv", "msr-para-test.tsv")
STS = ("sts-dev.csv", "sts-test.csv")


def find(folder, name):
    """The path of a file below a folder."""
    return next((os.path.join(place, name) for place, _, names in sorted(os.walk(folder)) if name in names), None)


def likenesses(program, pairs, stories=None):
    """By name, for each pair of texts: Stemma's likeness and the two that know only words."""
    items = [{"a": a, "b": b, **({"story": stories[at]} if stories else {})} for at, (a, b) in enumerate(pairs)]
    own, seconds = stages.run(program, "liken", items)
    texts = {}
    for at, pair in enumerate(pairs):
        texts.setdefault(stories[at] if stories else "", []).extend(pair)
    tfidf = {story: TfIdf(found) for story, found in texts.items()}
    return {"stemma": [line["likeness"] for line in own], "overlap": [dice(a, b) for a, b in pairs],
            "tfidf": [tfidf[stories[at] if stories else ""](a, b) for at, (a, b) in enumerate(pairs)]}, seconds


# ---- MSRP

def msrp_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    if any(len(row) != 5 for row in rows):
        raise Trouble(f"{path} is not in MSRP's layout: five columns")
    return [(row[3], row[4]) for row in rows], [int(row[0]) for row in rows]


def msrp(program, folder, options):
    (train, train_labels), (test, test_labels) = (msrp_rows(find(folder, name)) for name in MSRP)
    found, seconds = likenesses(program, train + test)
    figures = {}
    for name, values in found.items():
        here, there = values[:len(train)], values[len(train):]
        figures[f"{name}.accuracy"] = accuracy_and_f1(there, test_labels, threshold(here, train_labels, "accuracy"))[0]
        figures[f"{name}.F1"] = accuracy_and_f1(there, test_labels, threshold(here, train_labels))[1]
        figures[f"{name}.AUC"] = auc(there, test_labels)
    figures.update({"all.accuracy": sum(test_labels) / len(test_labels), "pairs": len(test), "CPU s": seconds})
    return figures, worst(test, test_labels, found["stemma"][len(train):])


def worst(pairs, labels, values, count=40):
    """The pairs that are alike and scored least, then those that are not and scored most."""
    order = sorted(range(len(pairs)), key=values.__getitem__)
    low = [at for at in order if labels[at]][:count // 2]
    high = [at for at in reversed(order) if not labels[at]][:count // 2]
    return [f"{'alike' if labels[at] else 'unlike'} {values[at]:.2f}: {pairs[at][0]}\n        {pairs[at][1]}" for at in low + high]


# ---- the STS benchmark

def sts(program, folder, options):
    figures, notes = {}, []
    for name in STS:
        with open(find(folder, name), encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        pairs, truth, part = [(row[5], row[6]) for row in rows], [float(row[4]) for row in rows], name[4:-4]
        found, _ = likenesses(program, pairs)
        news = [at for at, row in enumerate(rows) if row[0] == "main-news"]
        for label, values in found.items():
            figures[f"{part}.{label}.spearman"] = spearman(values, truth)
            figures[f"{part}.{label}.pearson"] = pearson(values, truth)
            if news:
                figures[f"{part}.{label}.news"] = spearman([values[at] for at in news], [truth[at] for at in news])
        figures[f"{part}.pairs"] = len(pairs)
        notes += worst(pairs, [score >= 4 for score in truth], found["stemma"])
    return figures, notes


# ---- ClaimDiff

def claimdiff(program, folder, options):
    figures, notes = {}, []
    for part, name in (("S", "ClaimDiff-strength-train.json"), ("W", "ClaimDiff-weak-train.json")):
        path = find(folder, name)
        if not path: continue
        with open(path, encoding="utf-8") as file:
            rows = json.load(file)["data"]
        pairs, labels = [(row["claim_a"], row["claim_b"]) for row in rows], [row["relation"] for row in rows]
        found, _ = likenesses(program, pairs, [row["topic"] for row in rows])
        for label, values in found.items():
            figures[f"{part}.{label}.AP"] = average_precision(values, labels)
            figures[f"{part}.{label}.AUC"] = auc(values, labels)
        figures[f"{part}.related"] = sum(labels) / len(labels)
        figures.update(differences(program, rows, labels, part))
        figures[f"{part}.pairs"] = len(rows)
    return figures, notes


def differences(program, rows, labels, part):
    """Of the pairs that are related and of the others, how many a claim joins, and in how many it finds a difference: the
    claims of a topic's two articles are the two reports of a story, one a paragraph."""
    topics = {}
    for row in rows:
        reports = topics.setdefault(row["topic"], ({}, {}))
        for report, key in zip(reports, ("claim_a", "claim_b")): report.setdefault(row[key], len(report))
    stories = [{"reports": [{"source": name, "text": "\n".join(claim.replace("\n", " ") for claim in report), "language": "en"}
                            for name, report in zip("ab", reports)]} for reports in topics.values()]
    lines, _ = stages.run(program, "align", stories)
    joined, differ = set(), set()
    for topic, reports, story, line in zip(topics, topics.values(), stories, lines):
        names = {report["id"]: "ab".index(report["source"]) for report in line["reports"]}
        claim_at = lambda span: (names[span["report"]], story["reports"][names[span["report"]]]["text"].encode()[:span["start"]].count(b"\n"))
        texts = [list(report) for report in reports]
        for found, places in ((joined, [[w["span"] for v in c["variants"] for w in v["witnesses"]] for c in line["claims"]]),
                              (differ, [d["spans"] for d in line["divergences"] if d["kind"] not in ("addition", "omission")])):
            for spans in places:
                at = {claim_at(span) for span in spans}
                found |= {(topic, texts[0][i], texts[1][j]) for x, i in at for y, j in at if (x, y) == (0, 1)}
    figures = {}
    for name, found in (("joined", joined), ("differ", differ)):
        hit = [(row["topic"], row["claim_a"], row["claim_b"]) in found for row in rows]
        for label, value in (("related", 1), ("others", 0)):
            figures[f"{part}.{name}, {label}"] = sum(h for h, l in zip(hit, labels) if l == value) / max(1, labels.count(value))
    return figures

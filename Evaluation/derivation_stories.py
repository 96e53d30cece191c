"""Stories whose descent is known, simulated or annotated, and what a dossier says of it."""
import collections, re

import evaluate_story
from derivation_measures import Descent, Tally, risk_coverage
from evaluate_overlap import grams, tokens
from score_story import Scorer
from score_tools import kinship, share

STRATA = ("single", "public", "plural", "release")
NEAR = .3                          # two reports are near copies where the shorter has this share of its five-word shingles from the other


# ---- descents

def true_descent(truth):
    """(Descent, pairs that only a second parent relates). Annotated graphs have sources among their nodes, which are no texts."""
    given, parents = list(truth["files"]), collections.defaultdict(list)
    if "tradition" in truth:
        for e in truth["tradition"]["edges"]: parents[e["child"]].append((e["parent"], e["main"]))
    else:
        edges = {(e["parent"], e["child"]): e for e in truth["graph"]["edges"]}
        rank = lambda e: (bool(re.search("drew on|quotation|quote", edges[e]["relation"])), -edges[e]["confidence"])
        for parent, child in sorted(kinship(truth["graph"]), key=rank):
            first = not parents[child] and not rank((parent, child))[0]
            parents[child].append((parent, first))
    descent = Descent(given, dict(parents))
    related = lambda a, b: bool(descent.above(a).keys() & descent.above(b).keys())
    unjudged = {frozenset((a, b)) for i, a in enumerate(given) for b in given[:i] if related(a, b) and descent.root(a) != descent.root(b)}
    return descent, unjudged


def found_descent(dossier, key):
    """What the dossier says, by the truth's keys. The likeliest edge that is no second parent is the main one."""
    stemma, parents, confidence = dossier.get("stemma", {}), collections.defaultdict(list), {}
    name = lambda id_: key.get(id_, f"lost {id_}")
    edges = sorted(stemma.get("edges", []), key=lambda e: (e.get("kind") == "drewOn", -e.get("confidence", 0)))
    for e in edges:
        parent, child = name(e["from"]), name(e["to"])
        main = e.get("kind") != "drewOn" and not any(m for _, m in parents[child])
        parents[child].append((parent, main))
        confidence[parent, child] = e.get("confidence", 0)
    families = [({key[r] for r in f["reports"] if r in key}, f.get("confidence", 1)) for f in stemma.get("families", []) if len(f["reports"]) > 1]
    return Descent(list(key.values()), dict(parents), confidence, families)


# ---- a baseline: near copies by their shingles

def shingles(dossier, texts, key):
    """(containment of each pair, groups of near copies) of the articles' five-word shingles."""
    own = {}
    for r in dossier["reports"]:
        data = texts[key[r["id"]]]
        own[r["id"]] = grams(tokens(" ".join(data[s["start"]:s["end"]].decode("utf-8", "replace") for s in r["body"] if s.get("start") is not None)), 5)
    ids, shared, group = sorted(own), {}, {r: r for r in own}
    for i, a in enumerate(ids):
        for b in ids[:i]:
            shared[frozenset((key[a], key[b]))] = share(len(own[a] & own[b]), min(len(own[a]), len(own[b])), 0.0)
            if shared[frozenset((key[a], key[b]))] >= NEAR:
                old, new = group[a], group[b]
                group = {r: new if g == old else g for r, g in group.items()}
    return shared, group


BASELINES = ("always one", "counting reports", "near copies")


# ---- counts

class Counts:
    """Lines and origins of claims that two reports or more carry, by what the scorer of stories aligned."""

    def __init__(self):
        self.n, self.widths, self.joint, self.confusion, self.notes = collections.Counter(), [], collections.defaultdict(lambda: [0, 0]), collections.Counter(), []

    def add(self, scorer, name):
        support = {c["id"]: c.get("support") or {} for c in scorer.d.get("claims", [])}
        held = {c["id"]: {scorer.key.get(w["report"]) for v in c["variants"] for w in v["witnesses"]} for c in scorer.d.get("claims", [])}
        n = self.n
        family = {scorer.key[r]: i for i, f in enumerate(scorer.d.get("stemma", {}).get("families", [])) for r in f["reports"] if r in scorer.key}
        # A report of several lines is of no one family: claims that it carries cannot be counted by families.
        mixed = {m for f in scorer.g["graph"].get("families", []) if f["kind"].startswith(("mixed", "partial")) for m in f["members"]}
        for c in scorer.g["claims"]:
            carriers = {k for k, x in c["reports"].items() if x["status"] != "absent"}
            if len(carriers) < 2: continue
            did, right = scorer.best[c["id"]], {}
            n["claims"] += 1
            n["aligned"] += did is not None
            whole = held.get(did) == carriers
            n["whole"] += whole
            low, high = (c.get("independent_lines") or c["independent_origins"])["interval"]
            if not carriers & mixed:
                n["unmixed"] += 1
                n["families"] += low <= len({family.get(k, k) for k in carriers}) <= high
            for kind in ("lines", "origins"):
                want = c.get("independent_" + kind) or c["independent_origins"]
                (low, high), have = want["interval"], support.get(did, {}).get(kind)
                if have is None:
                    n[kind, "null" if did else "unaligned"] += 1
                    n[kind, "error"] += len(carriers) - 1 if did is None else 0
                    self.widths.append((len(carriers), 1.0)) if kind == "lines" else None
                    continue
                ok = low <= have["best"] <= high
                right[kind] = ok and have["most"] - have["least"] <= high - low + 1
                n[kind, "exact"] += ok
                n[kind, "error"] += max(low - have["best"], have["best"] - high, 0)
                n[kind, "told"] += 1
                n[kind, "covered"] += have["least"] <= high and have["most"] >= low
                n[kind, "width"] += have["most"] - have["least"]
                n[kind, "false"] += have["least"] > high
                if kind == "lines" and not carriers & mixed: n["unmixedRight"] += ok
                if whole: n[kind, "whole"], n[kind, "wholeRight"] = n[kind, "whole"] + 1, n[kind, "wholeRight"] + ok
                if kind == "lines": self.widths.append((have["most"] - have["least"], float(not ok)))
                self.confusion[kind, c.get("stratum"), "too few" if have["best"] < low else "too many" if have["best"] > high else "right"] += 1
                if not ok: self.notes.append(f"{name} {kind} of {c['id']} ({did}): {have['best']} in {have['least']}…{have['most']}, truth {want['point']} in {low}…{high}, "
                                             f"{len(carriers)} reports{'' if whole else ', witnesses differ'}: {c['claim']}")
            cell = self.joint[c.get("stratum", "single")]
            cell[0], cell[1] = cell[0] + all(right.get(k) for k in ("lines", "origins")), cell[1] + 1

    def figures(self):
        n, found = self.n, {}
        for kind in ("lines", "origins"):
            told = n[kind, "told"]
            found.update({f"{kind}.exact": share(n[kind, "exact"], n["claims"]), f"{kind}.error": share(n[kind, "error"], n["claims"]),
                          f"{kind}.covered": share(n[kind, "covered"], told), f"{kind}.width": share(n[kind, "width"], told),
                          f"{kind}.false": share(n[kind, "false"], told), f"{kind}.exactWhereAligned": share(n[kind, "wholeRight"], n[kind, "whole"])})
        found["lines.exactUnmixed"] = share(n["unmixedRight"], n["unmixed"])
        found["lines.ofFamilies"] = share(n["families"], n["unmixed"])
        rates = {s: share(*self.joint[s]) for s in STRATA if s in self.joint}
        three = [rates[s] for s in STRATA[:3] if s in rates]
        found["joint"] = share(sum(three), len(three))
        found.update({f"joint.{s}": r for s, r in rates.items()})
        area, at = risk_coverage(self.widths)
        found.update({"risk.area": area, **{f"risk.at{round(100 * c)}": r for c, r in at.items()}, "claims": n["claims"], "aligned": share(n["aligned"], n["claims"]),
                      "witnesses": share(n["whole"], n["claims"])})
        return found


class Stories:
    """One set of stories, the program and its baselines on it."""

    def __init__(self, program):
        self.program, self.labels = program, ("stemma", *BASELINES)
        self.counts = {label: Counts() for label in self.labels}
        self.tallies = {"stemma": Tally(), "near copies": Tally()}
        self.lines, self.seconds, self.stories, self.reports = collections.Counter(), 0.0, 0, 0

    def add(self, name, truth, paths, texts):
        dossier, seconds = evaluate_story.compare(self.program, list(paths.values()))
        self.seconds, self.stories, self.reports = self.seconds + seconds, self.stories + 1, self.reports + len(paths)
        scorer = self.scored(dossier, truth, texts)
        shared, group = shingles(dossier, texts, scorer.key)
        one = {"least": 1, "best": 1, "most": 1}
        whole = lambda reports: {"least": len(reports), "best": len(reports), "most": len(reports)}
        recounted = {"always one": lambda reports: one, "counting reports": whole, "near copies": lambda reports: whole({group[r] for r in reports})}
        self.counts["stemma"].add(scorer, name)
        for label in BASELINES:
            self.counts[label].add(self.scored(evaluate_story.recounted(dossier, recounted[label], one), truth, texts), name)
        true, unjudged = true_descent(truth)
        self.tallies["stemma"].add(true, found_descent(dossier, scorer.key), unjudged=unjudged)
        self.tallies["near copies"].add(true, Descent(true.given), lambda _, a, b: shared.get(frozenset((a, b)), 0.0), unjudged)
        said, level = (dossier.get("summary") or {}).get("lines"), truth["origin_levels"]
        point = level.get("independent_gathering_lines", level["agencies"])
        if said: self.lines["inside"] += said["least"] <= point <= said["most"]
        if said: self.lines["exact"] += said["best"] == point
        if said: self.lines["false"] += said["least"] > point

    def scored(self, dossier, truth, texts):
        scorer = Scorer(dossier, truth, texts)
        scorer.score_claims()
        return scorer

    def figures(self):
        """{who answers: figures}"""
        found = {label: self.counts[label].figures() for label in self.labels}
        found["stemma"].update(self.tallies["stemma"].figures())
        found["near copies"]["pairs.ap"] = self.tallies["near copies"].figures()["pairs.ap"]
        found["stemma"].update({f"story.lines.{k}": share(self.lines[k], self.stories) for k in ("exact", "inside", "false")})
        found["stemma"].update({"stories": self.stories, "reports": self.reports, "seconds": self.seconds})
        return found

    def weak(self):
        """Wrong counts by kind of claim and direction: what goes wrong most."""
        lines = []
        for label in ("lines", "origins"):
            for stratum in STRATA:
                cells = {w: self.counts["stemma"].confusion[label, stratum, w] for w in ("right", "too few", "too many")}
                if sum(cells.values()): lines.append(f"    {label:<8}{stratum:<9}" + "".join(f"{w} {c:>4}   " for w, c in cells.items()))
        return lines

#!/usr/bin/env python3
"""How much reports share, by what is known of them: simulated stories beside annotated ones and beside news of one incident.

    Scripts/evaluate overlap DIR…           # folders with truth.json or gold.json, or with gva-news' reports.jsonl

For each pair of reports of one story (articles only, quotations left out where it says so):

  runs5, runs8     share of the shorter report's words that lie in runs of 5 (8) words or more that the other has too
  runs5 unquoted   the same outside quotation marks
  longest          words of the longest run outside quotation marks
  words            share of the shorter report's rarer words (four letters or more, no stop word) that the other has
  order            Kendall's tau of the places of the rarer words that each has once (pairs with five or more)
  claims           of the claims that the one with fewer has, those that the other has too
  claim order      Kendall's tau of the claims' places (pairs with four or more)

Pairs are *kin* where the truth has them in one line, *independent* where their lines are not one, and *mixed* where a report has several. gva-news
has no truth of this kind: there `apart` are pairs without a run of 12 words outside quotation marks, `near` the others. Shown are the median and the
tenth and ninetieth of a hundred.
"""
import collections, json, os, re, sys
from itertools import combinations

import check_dossier
import harness
from evaluate_story import stories
from harness import Trouble
from score_tools import lineages, offsets

STOP = set("about after again against also although among and another any are because been before being between both but came can could did does during each either "
           "even every few for from get got had has have having her here him his how into its itself just last like made make many may might more most much must near "
           "never not now off one only other our out over own said same say says she should since some still such than that the their them then there these they this "
           "those three through told too two under until upon very was were what when where which while who whom whose will with within without would year years you your".split())
QUOTED = re.compile(r"[“\"]([^“”\"]{0,600})[”\"]")
LIMIT = 4000                                       # words of a report that are looked at


def tokens(text):
    return re.findall(r"[^\W_]+(?:['’][a-z]+)?", text.casefold())[:LIMIT]


def unquoted(text):
    return QUOTED.sub(" ¶ ", text)


def grams(words, n):
    return {tuple(words[i:i + n]) for i in range(len(words) - n + 1)}


def covered(a, b, n):
    """Words of `a` that lie in a run of n or more that `b` has too."""
    there, hit = grams(b, n), [False] * len(a)
    for i in range(len(a) - n + 1):
        if tuple(a[i:i + n]) in there:
            for k in range(i, i + n): hit[k] = True
    return sum(hit)


def longest(a, b):
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if grams(a, middle) & grams(b, middle): low = middle
        else: high = middle - 1
    return low


def tau(places, least):
    """Kendall's tau of (place here, place there); None for too few."""
    if len(places) < least: return None
    sign = sum((a > c) == (b > d) or -1 for (a, b), (c, d) in combinations(places, 2) if a != c and b != d)
    return sign / (len(places) * (len(places) - 1) / 2)


def rare(words):
    return {w: i for i, w in enumerate(words) if len(w) > 3 and w not in STOP and not w.isdigit()}


def pair(x, y):
    """What two reports share."""
    a, b = sorted((x, y), key=lambda r: len(r["words"]))
    once = lambda r: {w: i for w, i in rare(r["words"]).items() if r["count"][w] == 1}
    here, there, common = rare(a["words"]), rare(b["words"]), None
    one, other = once(a), once(b)
    common = [(one[w], other[w]) for w in one if w in other]
    size = max(1, len(a["words"]))
    figures = {"runs5": covered(a["words"], b["words"], 5) / size, "runs8": covered(a["words"], b["words"], 8) / size,
               "runs5 unquoted": covered(a["plain"], b["plain"], 5) / max(1, len(a["plain"])), "longest": longest(a["plain"], b["plain"]),
               "words": len(here.keys() & there.keys()) / max(1, len(here)), "order": tau(common, 5)}
    if "claims" in a:
        shared = a["claims"].keys() & b["claims"].keys()
        figures["claims"] = len(shared) / max(1, min(len(a["claims"]), len(b["claims"])))
        figures["claim order"] = tau([(a["claims"][c], b["claims"][c]) for c in sorted(shared)], 4)
    return figures


def report(text, **more):
    words = tokens(text)
    return {"words": words, "count": collections.Counter(words), "plain": tokens(unquoted(text)), **more}


def of_truth(folder):
    """(kind of pair, figures) of a story with its truth."""
    for name, truth, paths in stories(folder):
        if name.endswith(", masked"): continue
        texts = {k: check_dossier.read(p) for k, p in paths.items()}
        sets, mixed = lineages(truth["graph"], set(truth["files"]))
        reports = {}
        for key, f in truth["files"].items():
            at = offsets(truth, texts[key])
            body = " ".join(texts[key][at[s["start"]]:at[s["end"]]].decode("utf-8", "replace") for s in f["segments"] if s["kind"] == "body")
            reports[key] = report(body, claims={c["id"]: c["reports"][key]["spans"][0]["start"] for c in truth["claims"] if c["reports"].get(key, {}).get("spans")})
        mixed |= {m for f in truth["graph"].get("families", []) if f["kind"].startswith(("mixed", "partial")) for m in f["members"]}
        for a, b in combinations(reports, 2):
            if not reports[a]["words"] or not reports[b]["words"]: continue
            kind = "mixed" if {a, b} & mixed else "kin" if any({a, b} <= s for s in sets) else "independent"
            yield kind, pair(reports[a], reports[b])


def of_incidents(folder):
    by_incident = collections.defaultdict(list)
    with open(os.path.join(folder, "reports.jsonl"), encoding="utf-8") as file:
        for line in file:
            r = json.loads(line)
            host = re.sub(r"^https?://web\.archive\.org/web/\d+/", "", r["url"]).split("//")[-1].split("/")[0]
            if 60 <= len(r["text"].split()) <= 1500 and host: by_incident[r["incident"]].append((host, r["text"]))
    for reports in by_incident.values():
        for (h, a), (k, b) in combinations(reports[:6], 2):
            if h == k or a == b: continue
            figures = pair(report(a), report(b))
            yield "apart" if figures["longest"] < 12 else "near", figures


def summary(pairs):
    """{(kind, figure): (median, tenth, ninetieth, pairs)}"""
    found = collections.defaultdict(list)
    for kind, figures in pairs:
        for name, value in figures.items():
            if value is not None: found[kind, name].append(value)
    at = lambda xs, q: sorted(xs)[min(len(xs) - 1, int(q * len(xs)))]
    return {k: (at(xs, .5), at(xs, .1), at(xs, .9), len(xs)) for k, xs in found.items()}


NAMES = ("runs5", "runs8", "runs5 unquoted", "longest", "words", "order", "claims", "claim order")


def table(groups):
    lines = [f"{'':<34}" + "".join(f"{n:>19}" for n in NAMES)]
    for label, pairs in groups.items():
        found = summary(pairs)
        for kind in sorted({k for k, _ in found}):
            cells = []
            for name in NAMES:
                if (kind, name) in found:
                    m, low, high, _ = found[kind, name]
                    cells.append(f"{m:.0f} ({low:.0f}–{high:.0f})" if name == "longest" else f"{m:.2f} ({low:.2f}–{high:.2f})")
                else: cells.append("")
            count = max(v[3] for (k, _), v in found.items() if k == kind)
            lines.append(f"{label[:17]:<18}{kind:<12}{count:>4}" + "".join(f"{c:>19}" for c in cells))
    return "\n".join(lines)


def main(arguments=None):
    parser = harness.arguments("overlap", __doc__, "a story with its truth, or gva-news; simulated stories are put together by condition")
    options = parser.parse_args(arguments)
    groups = collections.defaultdict(list)
    try:
        for folder in options.folders:
            name = os.path.basename(os.path.abspath(folder))
            if os.path.isfile(os.path.join(folder, "reports.jsonl")): groups[name] += of_incidents(folder)
            else: groups[re.sub(r"-\d+$", "", name)] += of_truth(folder)
    except (Trouble, OSError, ValueError, KeyError) as trouble:
        print(f"Scripts/evaluate overlap: {trouble}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({label: {f"{k}, {n}": dict(zip(("median", "tenth", "ninetieth", "pairs"), v)) for (k, n), v in summary(pairs).items()}
                          for label, pairs in groups.items()}, ensure_ascii=False, indent=1))
    else:
        print(table(groups))
    if not options.no_record:
        harness.record([(label, f"{k} {n}", v[0]) for label, pairs in groups.items() for (k, n), v in summary(pairs).items()])
    return 0


if __name__ == "__main__":
    sys.exit(main())

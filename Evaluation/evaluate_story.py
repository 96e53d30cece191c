#!/usr/bin/env python3
"""Runs `stemma compare` on stories whose truth is known, and scores its dossiers.

    Scripts/evaluate story DIR…

A story is a folder with `truth.json` or `gold.json`; a `gold-masked.json` beside it is scored as a second story. The
reports are looked for, by sha256 and by file name, where the truth has them, in DIR, in DIR/reports and in
DIR/../../seeds. The table shows the main figures of each story, then how often both counts of a claim, its lines and
its origins, are right, over all stories, beside two answers that know nothing: always one line and one origin, and one
of each per report.
"""
import copy, hashlib, json, os, subprocess, sys, time

import check_dossier
import harness
from harness import Trouble, binary, record
from score_story import Scorer
from score_tools import share

ALSO = ("metadata.invented", "figures.traps", "figures.mustNotMerge", "divergences.recall.high",
        "stemma.rejectedEdges", "validity.problems")


# ---- the stories

def stories(folder):
    """Each truth in a folder, as (name, truth, paths of its reports by key)."""
    if not os.path.isdir(folder):
        raise Trouble(f"{folder} is not a folder; give folders that hold truth.json or gold.json")
    name, found = os.path.basename(os.path.abspath(folder)), []
    for file, suffix in (("truth.json", ""), ("gold.json", ""), ("gold-masked.json", ", masked")):
        path = os.path.join(folder, file)
        if os.path.isfile(path):
            try:
                truth = json.loads(check_dossier.read(path))
                found.append((name + suffix, truth, report_paths(truth, folder, path)))
            except (ValueError, KeyError, TypeError) as error:
                raise Trouble(f"{path} is no truth of the schema stemma-gold-seeds/1: {error!r}") from error
    if not found:
        raise Trouble(f"{folder} holds neither truth.json nor gold.json")
    return found


def report_paths(truth, folder, path):
    by_hash, by_name = {}, {}
    places = [os.path.join(folder, os.path.dirname(f["file"])) for f in truth["files"].values()]
    for place in dict.fromkeys([*places, folder, os.path.join(folder, "reports"), os.path.join(folder, "..", "..", "seeds")]):
        for name in sorted(os.listdir(place)) if os.path.isdir(place) else []:
            file = os.path.normpath(os.path.join(place, name))
            if os.path.isfile(file):
                by_hash.setdefault(hashlib.sha256(check_dossier.read(file)).hexdigest(), file)
                by_name.setdefault(name, file)
    paths = {k: by_hash.get(f["sha256"]) or by_name.get(os.path.basename(f["file"])) for k, f in truth["files"].items()}
    missing = [truth["files"][k]["file"] for k, found in paths.items() if not found]
    if missing:
        raise Trouble(f"{path}: no report found for {', '.join(missing)}")
    return paths


# ---- the program

def compare(program, paths):
    """The dossier that the program makes of the reports, and the seconds it took."""
    command = [program, "compare", "--one-story", "--format", "json", *paths]
    start = time.perf_counter()
    run = subprocess.run(command, capture_output=True)
    seconds = time.perf_counter() - start
    if run.returncode:
        raise Trouble(f"stemma compare ended with status {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()[-1000:]}")
    try:
        return json.loads(run.stdout), seconds
    except ValueError as error:
        raise Trouble(f"stemma compare wrote no JSON: {error}") from error


# ---- the baselines: the same claims, with the counts of those who do not look

def one_and_one(dossier):
    """One line and one origin behind everything."""
    one = {"least": 1, "best": 1, "most": 1}
    return recounted(dossier, lambda reports: one, one)


def one_per_report(dossier):
    """As many lines and origins as reports."""
    count = lambda n: {"least": n, "best": n, "most": n}
    return recounted(dossier, lambda reports: count(len(reports)), count(len(dossier["reports"])))


def recounted(dossier, count, whole):
    dossier = copy.deepcopy(dossier)
    for claim in dossier["claims"]:
        reports = {w["report"] for v in claim["variants"] for w in v["witnesses"]}
        claim["support"].update(lines=count(reports), origins=count(reports))
    dossier["summary"]["lines"] = whole
    return dossier


BASELINES = {"always one and one": one_and_one, "one per report": one_per_report}


def strata(dossier, truth, texts):
    """Claims with both counts right, and claims, by stratum."""
    scorer = Scorer(dossier, truth, texts)
    scorer.score_claims()
    scorer.score_lines()
    return scorer.sheet.strata


def joint(cells):
    """`lines.joint` of several stories: the strata added up, then their mean."""
    total = {}
    for story in cells:
        for stratum, (right, n) in story.items():
            cell = total.setdefault(stratum, [0, 0])
            cell[0], cell[1] = cell[0] + right, cell[1] + n
    rates = {s: share(*cell) for s, cell in sorted(total.items())}
    return {"joint": share(sum(rates.values()), len(rates)), "strata": {s: {"right": total[s][0], "claims": total[s][1]} for s in rates}}


# ---- the result

def evaluate(name, truth, texts, dossier, seconds=None):
    """One story's score; figures that have a precision and a recall stand as F1."""
    sheet = Scorer(dossier, truth, texts).score()
    figures = {row: sheet.value(row) for row, _, _, _ in sheet.rows}
    try:
        others = {label: strata(make(dossier), truth, texts) for label, make in BASELINES.items()}
    except (KeyError, TypeError):                        # the dossier is not of the contract's shape: `validity` says so
        others = {label: {} for label in BASELINES}
    return {"story": name, "figures": figures, "main": sheet.mains(), "overall": sheet.overall(), "seconds": seconds,
            "strata": {"stemma": sheet.strata, **others}, "notes": sheet.notes}


def totals(results):
    return {label: joint([r["strata"][label] for r in results]) for label in ("stemma", *BASELINES)}


def faults(result):
    """What must never be: a dossier outside its contract, or a `least` above the truth."""
    f, found = result["figures"], []
    if f.get("validity") != 1.0:
        found.append(f"validity is {f.get('validity')}, not 1")
    found += [f"{name} is {f[name]}, not 0" for name in ("lines.falseCorroboration", "origins.falseCorroboration", "lines.storyFalse") if f.get(name)]
    return [f"{result['story']}: {text}" for text in found]


def table(results):
    width = max(34, *(len(n) + 2 for r in results for n in r["figures"]))
    columns = [max(8, len(r["story"])) for r in results]
    cell = lambda value, w: f"{'n/a' if value is None else value if isinstance(value, int) else format(value, '.3f'):>{w}}"
    row = lambda name, values: f"{name:<{width}}" + "  ".join(cell(v, w) for v, w in zip(values, columns))
    lines = [f"{'':<{width}}" + "  ".join(f"{r['story']:>{w}}" for r, w in zip(results, columns))]
    names = [n for r in results for n in r["main"]]
    lines += [row(n, [r["figures"].get(n) for r in results]) for n in dict.fromkeys(names)]
    lines += ["", *(row(n, [r["figures"].get(n) for r in results]) for n in dict.fromkeys((*ALSO, *worst(results))) if any(n in r["figures"] for r in results))]
    lines += ["", row("overall (mean of the upper part)", [r["overall"] for r in results])]
    if any(r["seconds"] is not None for r in results):
        lines.append(row("seconds", [r["seconds"] for r in results]))
    lines += ["", "both counts right: claims of two reports or more, strata added up over the stories"]
    sums = totals(results)
    kinds = list(sums["stemma"]["strata"])
    lines.append(f"{'':<{width}}{'joint':>8}" + "".join(f"{k:>18}" for k in kinds))
    for label, total in sums.items():
        cells = [total["strata"].get(k, {"right": 0, "claims": 0}) for k in kinds]
        lines.append(f"{label:<{width}}{cell(total['joint'], 8)}" + "".join(f"{c['right']:>10} of {c['claims']:>4}" for c in cells))
    return "\n".join(lines)


def worst(results):
    return [n for r in results for n in r["figures"] if n.endswith(("alseCorroboration", "storyFalse", "unscored")) and "noFalse" not in n]


def explanation(results):
    lines = []
    for r in results:
        for section, notes in r["notes"].items():
            lines += [f"\n== {r['story']}, {section}: {len(notes)}", *("   " + n for n in notes)]
    return "\n".join(lines)


# ---- the record

def figures(results):
    """What the record keeps: (story, figure, value)."""
    rows = [(r["story"], n, v) for r in results for n, v in [*r["figures"].items(), ("overall", r["overall"])]]
    for label, total in totals(results).items() if len(results) > 1 else []:
        rows.append(("all", "lines.joint" if label == "stemma" else f"lines.joint, {label}", total["joint"]))
    return rows


def main(arguments=None):
    parser = harness.arguments("story", __doc__, "a folder with truth.json or gold.json")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a dossier breaks its contract or a `least` exceeds the truth")
    options = parser.parse_args(arguments)
    try:
        chosen = [s for folder in options.folders for s in stories(folder)]
        program, results = binary(options.stemma), []
        for name, truth, paths in chosen:
            texts = {k: check_dossier.read(path) for k, path in paths.items()}
            try:
                dossier, seconds = compare(program, list(paths.values()))
            except Trouble as trouble:
                raise Trouble(f"{name}: {trouble}") from trouble
            results.append(evaluate(name, truth, texts, dossier, seconds))
    except Trouble as trouble:
        print(f"Scripts/evaluate story: {trouble}", file=sys.stderr)
        return 2
    if options.json:
        shown = results if options.explain else [{k: v for k, v in r.items() if k != "notes"} for r in results]
        print(json.dumps({"stories": shown, "joint": totals(results)}, ensure_ascii=False, indent=1))
    else:
        print(table(results) + (explanation(results) if options.explain else ""))
    if not options.no_record:
        record(figures(results))
    found = [text for r in results for text in faults(r)] if options.strict else []
    for text in found:
        print(f"Scripts/evaluate story: {text}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

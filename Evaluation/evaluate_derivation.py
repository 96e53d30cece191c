#!/usr/bin/env python3
"""Who drew on whom, and how many lines and origins each claim has: stemmata against descents that are known.

    Scripts/evaluate derivation [--stories 20] [--first-seed 0] [--condition clean]...     # simulated stories, by condition
    Scripts/evaluate derivation DIR…                # stories with their truth, `versions`, `gitrev-policies`, `gva-news`

Without a folder, stories are simulated (Evaluation/traditions) in every condition or in those named, and `stemma compare --one-story` is asked.
A folder is told by its files:

  truth.json or gold.json                   a story; all given are put together, the credit-masked ones apart     derivation_stories.py
  version_documents/                        chains of versions: parents and direction                              derivation_versions.py
  families.jsonl.gz                         families of versions with their true graph                             derivation_versions.py
  incidents.jsonl and reports.jsonl         news of incidents: only whether the lines are plausible                derivation_incidents.py

Evaluation/README.md, "Who drew on whom", says what each figure means. Beside Stemma's stand *always one*, *counting reports*, and lines as groups of
near copies by five-word shingles.
"""
import json, os, shutil, sys, tempfile

import check_dossier
import derivation_incidents, derivation_versions
import evaluate_story, harness, make_traditions
from derivation_stories import Stories
from harness import Trouble, binary
from traditions import stories as simulated

SHOWN = ("joint", "joint.single", "joint.public", "joint.plural", "joint.release", "lines.exact", "lines.error", "lines.covered", "lines.width", "lines.false",
         "lines.exactWhereAligned", "lines.exactUnmixed", "lines.ofFamilies", "origins.exact", "origins.error", "origins.covered", "origins.width", "origins.false", "origins.exactWhereAligned",
         "risk.area", "risk.at50", "risk.at80", "risk.at100", "pairs.ap", "pairs.kin", "edges.precision", "edges.recall", "edges.f1", "ancestor", "siblings.f1",
         "signs", "edges.calibration", "story.lines.exact", "story.lines.inside", "story.lines.false", "claims", "aligned", "witnesses", "stories", "reports", "seconds")


def of_condition(program, condition, options):
    """Simulated stories of a condition, made in a folder that is taken away afterwards (or kept, with --keep)."""
    folder = options.keep or tempfile.mkdtemp(prefix="traditions-")
    found = Stories(program)
    try:
        for seed in range(options.first_seed, options.first_seed + options.stories):
            place = os.path.join(folder, f"{condition}-{seed}")
            make_traditions.write(simulated.made(seed, condition, options.reports, os.environ.get("STEMMA_DATA")), place)
            for name, truth, paths in evaluate_story.stories(place):
                found.add(name, truth, paths, {k: check_dossier.read(p) for k, p in paths.items()})
    finally:
        if not options.keep: shutil.rmtree(folder)
    return found


def of_folders(program, folders):
    """Stories with their truth, put together: {label: Stories}."""
    found = {}
    for folder in folders:
        for name, truth, paths in evaluate_story.stories(folder):
            label = "stories, masked" if name.endswith(", masked") else "stories"
            found.setdefault(label, Stories(program)).add(name, truth, paths, {k: check_dossier.read(p) for k, p in paths.items()})
    return found


def table(sets):
    """Figures by row, sets and baselines by column."""
    columns = [(label, who) for label, found in sets.items() for who in found if who == "stemma"]
    lines = [f"{'stemma':<28}" + "".join(f"{label:>16}" for label, _ in columns)]
    shown = lambda v: "" if v is None else f"{v:>16}" if isinstance(v, int) else f"{v:>16.3f}"
    for name in SHOWN:
        values = [sets[label][who].get(name) for label, who in columns]
        if any(v is not None for v in values): lines.append(f"{name:<28}" + "".join(f"{shown(v):>16}" for v in values))
    for who in next(iter(sets.values())):
        if who == "stemma": continue
        lines.append(f"\n{who}")
        for name in ("joint", "joint.single", "joint.public", "joint.plural", "lines.exact", "lines.error", "lines.false", "origins.exact", "pairs.ap"):
            values = [sets[label].get(who, {}).get(name) for label, _ in columns]
            if any(v is not None for v in values): lines.append(f"  {name:<26}" + "".join(f"{shown(v):>16}" for v in values))
    return "\n".join(lines)


def kind_of(folder):
    if not os.path.isdir(folder): raise Trouble(f"{folder} is not a folder")
    names = set(os.listdir(folder))
    if names & {"truth.json", "gold.json"}: return "story"
    if "version_documents" in names or "families.jsonl.gz" in names: return "versions"
    if {"incidents.jsonl", "reports.jsonl"} <= names: return "incidents"
    raise Trouble(f"{folder} holds no set that is known: a story with its truth, version_documents/, families.jsonl.gz, or incidents.jsonl and reports.jsonl")


def main(arguments=None):
    parser = harness.arguments("derivation", __doc__, "a story with its truth, or one of the sets above; none: simulated stories")
    for action in parser._actions:
        if action.dest == "folders": action.nargs = "*"
    parser.add_argument("--condition", action="append", choices=simulated.CONDITIONS, help="simulate this condition only; may be given again")
    parser.add_argument("--stories", type=int, default=20, help="simulated stories of each condition (20)")
    parser.add_argument("--first-seed", type=int, default=0, help="0 to 99 are for the record, 1000 and up for tuning")
    parser.add_argument("--reports", type=int, help="reports of a simulated story; else 6 to 14")
    parser.add_argument("--keep", metavar="DIR", help="make the simulated stories there, and leave them")
    parser.add_argument("--sample", type=int, metavar="N", help="so many incidents or chains of a set, the same ones each time")
    options = parser.parse_args(arguments)
    try:
        program, others = binary(options.stemma), []
        found = {c: of_condition(program, c, options) for c in options.condition or (() if options.folders else simulated.CONDITIONS)}
        kinds = {folder: kind_of(folder) for folder in options.folders}
        found.update(of_folders(program, [f for f, k in kinds.items() if k == "story"]))
        sets = {label: stories.figures() for label, stories in found.items()}
        for folder, kind in kinds.items():
            if kind == "story": continue
            score = derivation_versions.score if kind == "versions" else derivation_incidents.score
            others.append((os.path.basename(os.path.abspath(folder)), *score(program, folder, options)))
    except (Trouble, OSError, ValueError, KeyError) as trouble:
        print(f"Scripts/evaluate derivation: {trouble!r}" if not isinstance(trouble, Trouble) else f"Scripts/evaluate derivation: {trouble}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({"stories": sets, "sets": {name: figures for name, figures, _ in others}}, ensure_ascii=False, indent=1))
    else:
        if sets: print(table(sets))
        for label, stories in found.items():
            print(f"\n{label}: counts by kind of claim")
            print("\n".join(stories.weak()))
            if options.explain: print("\n".join("    " + note for note in stories.counts["stemma"].notes))
        for name, figures, notes in others:
            print(name)
            for figure, value in figures.items(): print(f"  {figure:<28}" + (f"{value:>9}" if isinstance(value, int) else f"{value:>9.3f}"))
            if options.explain: print("\n".join("    " + note for note in notes))
    if not options.no_record:
        harness.record([(f"derivation, {label}", name if who == "stemma" else f"{name}, {who}", value)
                        for label, by in sets.items() for who, figures in by.items() for name, value in figures.items()]
                       + [(f"derivation, {name}", figure, value) for name, figures, _ in others for figure, value in figures.items()])
    return 0


if __name__ == "__main__":
    sys.exit(main())

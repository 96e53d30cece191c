"""News of incidents: nobody knows who drew on whom there, but how many lines come out can be plausible or not.

Of the incidents with two to eight reports, each in one call: how many lines the story is said to have, how many pairs of reports come out as one line
among those that share a long run of words outside quotation marks (`copied`: they surely do) and among those that share next to
nothing (`apart`: they surely do not, but for a thorough rewrite), and the same where a report names an agency as its author (`wire`: in the byline or in a
dateline, "(AP)") or does not.
"""
import collections, json, os, random, re, tempfile

import evaluate_story
from derivation_measures import together
from derivation_stories import found_descent
from evaluate_overlap import longest, tokens, unquoted
from score_tools import share

WIRE = re.compile(r"\((AP|Reuters|AFP|UPI)\)|^\W*(By )?(The )?Associated Press\b|\bCopyright \d{4} The Associated Press|By (REUTERS|Reuters)\b", re.M)
COPIED, APART = 25, 7                # words of the longest common run


def incidents(folder):
    by_incident = collections.defaultdict(list)
    with open(os.path.join(folder, "reports.jsonl"), encoding="utf-8") as file:
        for line in file:
            r = json.loads(line)
            host = re.sub(r"^https?://web\.archive\.org/web/\d+/", "", r["url"]).split("//")[-1].split("/")[0]
            if 60 <= len(r["text"].split()) <= 1500: by_incident[r["incident"]].append((host, r["title"], r["text"]))
    return {i: rs for i, rs in by_incident.items() if 2 <= len(rs) <= 8 and len({t for _, _, t in rs}) == len(rs)}


def score(program, folder, options):
    found = incidents(folder)
    names = sorted(found)
    size = options.sample or 300
    if size < len(names): names = sorted(random.Random(0).sample(names, size))
    n, notes, told = collections.Counter(), [], collections.Counter()
    for incident in names:
        reports = found[incident]
        with tempfile.TemporaryDirectory(prefix="incident-") as place:
            at = {}
            for i, (host, title, text) in enumerate(reports):
                path = os.path.join(place, f"{i:02}.txt")
                with open(path, "w", encoding="utf-8") as file: file.write(f"{title}\n\n{text}\n")
                at[os.path.basename(path)] = i
            dossier, seconds = evaluate_story.compare(program, sorted(os.path.join(place, f) for f in at))
        descent = found_descent(dossier, {r["id"]: at[os.path.basename(r["source"])] for r in dossier["reports"]})
        lines = dossier["summary"]["lines"] or {"least": 0, "best": 0, "most": 0}
        n["incidents"], n["reports"], n["seconds"] = n["incidents"] + 1, n["reports"] + len(reports), n["seconds"] + seconds
        told[f"{len(reports)} reports" if len(reports) < 4 else "4 reports and more", min(lines["best"], 4)] += 1
        n["lines"], n["width"] = n["lines"] + lines["best"], n["width"] + lines["most"] - lines["least"]
        words = [tokens(unquoted(text)) for _, _, text in reports]
        for i in range(len(reports)):
            for k in range(i):
                run = longest(words[i], words[k])
                kind = "copied" if run >= COPIED else "apart" if run < APART else "between"
                one = together(descent, i, k) >= .5
                n[kind], n[kind, "one"] = n[kind] + 1, n[kind, "one"] + one
                wires = sum(bool(WIRE.search(text[:600] + text[-400:])) for _, _, text in (reports[i], reports[k]))
                n["wires", wires], n["wires", wires, "one"] = n["wires", wires] + 1, n["wires", wires, "one"] + one
                if kind == "copied" and not one or kind == "apart" and one:
                    notes.append(f"{incident}: {reports[i][0]} and {reports[k][0]}, longest run {run} words, are {'one line' if one else 'two lines'}")
    figures = {"incidents": n["incidents"], "reports": n["reports"], "lines a report": share(n["lines"], n["reports"]), "width": share(n["width"], n["incidents"])}
    for kind in ("copied", "between", "apart"):
        figures.update({f"pairs {kind}": n[kind], f"one line, {kind}": share(n[kind, "one"], n[kind])})
    for wires in (0, 1, 2):
        figures.update({f"pairs, {wires} by a wire": n["wires", wires], f"one line, {wires} by a wire": share(n["wires", wires, "one"], n["wires", wires])})
    for (size, lines), count in sorted(told.items()): figures[f"{size}: {lines}{'+' if lines == 4 else ''} line{'s' if lines != 1 else ''}"] = count
    figures["seconds"] = n["seconds"]
    return {k: v for k, v in figures.items() if v is not None}, notes

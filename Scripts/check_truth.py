#!/usr/bin/env python3
"""Checks the hand-made truth of an example story against its reports.

    Scripts/check_truth.py EXAMPLE…            (folders with truth.json and README.md, as Examples/karsund-lock)

Every span's text is the bytes at its offsets; sha256s are right; ids are unique and resolve; statuses, strata and
intervals are valid; the README says that the words are our own and under which licence. Exit status 1 when one is not.
"""
import hashlib, json, os, sys


def spans(report, value, path):
    """All spans below a value, with the report they are of."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from spans(report, item, f"{path}[{i}]")
    elif isinstance(value, dict):
        report = value.get("report", report)
        if "start" in value:
            yield report, value, path
        for key, item in value.items():
            yield from spans(report, item, f"{path}.{key}")


def check(folder):
    """The faults found, as sentences."""
    faults = []
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    fault = lambda ok, text: ok or faults.append(text)
    texts = {}
    for key, f in truth["files"].items():
        with open(os.path.join(folder, f["file"]), "rb") as file:
            texts[key] = file.read()
        fault(hashlib.sha256(texts[key]).hexdigest() == f["sha256"], f"files.{key}: sha256 is not that of {f['file']}")
    there = {os.path.join("reports", name) for name in os.listdir(os.path.join(folder, "reports"))}
    fault(there == {f["file"] for f in truth["files"].values()}, "files: not the reports that lie in reports/")
    fault("UTF-8 bytes" in truth["offsets"], "offsets: the truth of an example counts UTF-8 bytes")

    found = [s for key, f in truth["files"].items() for s in spans(key, {k: f[k] for k in ("metadata", "segments")}, f"files.{key}")]
    for c in truth["claims"]:
        found += [s for key, x in c["reports"].items() for s in spans(key, x, f"{c['id']}.{key}")]
    for section in ("quotes", "figures", "divergences"):
        found += [s for x in truth[section] for s in spans(None, x, x["id"])]
    for report, span, path in found:
        there = texts[report][span["start"]:span["end"]].decode("utf-8", "replace") if report in texts else ""
        fault(0 <= span["start"] < span["end"] and span.get("text", there) == there,
              f"{path}: {span.get('text')!r} is not the text of {report} at [{span['start']}, {span['end']}): {there!r}")

    nodes = [n["id"] for n in truth["graph"]["nodes"]]
    for name, ids in (("nodes", nodes), *((s, [x["id"] for x in truth[s]]) for s in ("quotes", "figures", "claims", "divergences"))):
        for id_ in sorted({i for i in ids if ids.count(i) > 1}):
            fault(False, f"{name}: the id {id_} is there {ids.count(id_)} times")
    named = [(f"graph.edges[{i}]", e[end]) for i, e in enumerate(truth["graph"]["edges"]) for end in ("parent", "child")]
    named += [(f"graph.rejected_edges[{i}]", id_) for i, e in enumerate(truth["graph"]["rejected_edges"])
              for end in ("parent", "child") for id_ in e[end].split("|")]
    named += [(f"graph.families.{f['id']}", m) for f in truth["graph"]["families"] for m in f["members"]]
    for c in truth["claims"]:
        fault(list(c["reports"]) == list(texts), f"{c['id']}: its reports are not the story's")
        for key, x in c["reports"].items():
            fault(x["status"] in ("verbatim", "paraphrase", "altered", "absent"), f"{c['id']}.{key}: {x['status']!r} is no status")
            fault((x["status"] == "absent") == (not x["spans"]), f"{c['id']}.{key}: absent means without spans")
            fault((x["status"] == "altered") == bool(x["alterations"]), f"{c['id']}.{key}: altered means with alterations")
        witnesses = sum(x["status"] != "absent" for x in c["reports"].values())
        fault(c["naive_count"] == witnesses, f"{c['id']}: naive_count is not {witnesses}")
        counts = []
        for kind, names in (("independent_lines", "lines"), ("independent_origins", "origins")):
            count, (low, high) = c[kind], c[kind]["interval"]
            counts.append(count["point"])
            named += [(f"{c['id']}.{kind}", id_) for id_ in count[names]]
            fault(1 <= low <= count["point"] <= high and len(set(count[names])) == count["point"],
                  f"{c['id']}.{kind}: {count['point']} in {low}…{high} does not fit {', '.join(count[names])}")
        lines, origins = counts
        stratum = "plural" if origins > 1 else "public" if lines > 1 else "single"
        fault(c["stratum"] == stratum, f"{c['id']}: {lines} lines and {origins} origins are {stratum}, not {c['stratum']}")
    for path, id_ in named:
        fault(id_ in nodes, f"{path}: no node has the id {id_}")
    for d in truth["divergences"]:
        fault(d["severity"] in ("high", "medium", "low") and d["evidence"], f"{d['id']}: severity or evidence is missing")

    with open(os.path.join(folder, "README.md"), encoding="utf-8") as file:
        readme = " ".join(file.read().split())
    for words in ("our own words", "Apache-2.0"):
        fault(words in readme, f"README.md: does not say {words!r}")
    return faults, len(found)


def main(folders):
    if not folders:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 2
    status = 0
    for folder in folders:
        try:
            faults, looked = check(folder)
        except (OSError, KeyError, TypeError, ValueError) as error:
            faults, looked = [f"could not be checked: {error!r}"], 0
        for text in faults:
            print(f"{folder}: {text}")
        print(f"{folder}: {len(faults)} faults; {looked} spans")
        status = status or bool(faults)
    return int(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

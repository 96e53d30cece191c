#!/usr/bin/env python3
"""Runs `stemma extract` on pages whose article is known, and scores what it takes for the article.

    Scripts/evaluate extraction DIR…

DIR has one of three layouts, pages gzipped or not:

  bodies    ground-truth.json {id: {articleBody}} and html/<id>.html: precision and recall over the multisets of
            four-word shingles; a page's true and false positives and false negatives are divided by their sum before
            they are used, so that a long page counts as much as a short one; F1 of the two means. The ± is the standard
            deviation over 1,000 resamplings of the pages.
  segments  evaldata.json {address: {file, with, without}} and html/<file>: F1 of the segments to keep that are there and
            of those to drop that are not.
  dates     tests/eval_*.json {address: {file, date}} and tests/test_set/<file>: the share of pages with the exact day.

MB/s is the pages' bytes, unpacked, by the processor time of the whole process: reading files, extracting, writing JSON.
"""
import gzip, json, os, random, re, resource, statistics, subprocess, sys, tempfile

import harness
from harness import Trouble, binary

WORD = re.compile(r"\w+")


# ---- the pages

def page(folder, name):
    """The bytes of a page, unpacked; None where it is not there."""
    for path in (os.path.join(folder, name + ".gz"), os.path.join(folder, name)):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                data = file.read()
            return gzip.decompress(data) if path.endswith(".gz") else data
    return None


def extract(program, pages):
    """{name: report} of {name: bytes}, with the bytes and the processor seconds that it took."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pages.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run([program, "extract", "--quiet", folder], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if run.returncode not in (0, 4):
            raise Trouble(f"stemma extract ended with status {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()[-1000:]}")
        reports = {}
        for line in run.stdout.splitlines():
            report = json.loads(line)
            reports[os.path.basename(report["source"])] = report
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return reports, sum(map(len, pages.values())), seconds


# ---- bodies

def shingles(text, size=4):
    words = WORD.findall(text or "")
    counts = {}
    for start in range(max(1, len(words) - size + 1)) if words else ():
        key = tuple(words[start:start + size])
        counts[key] = counts.get(key, 0) + 1
    return counts


def overlap(truth, found):
    """True positives, false positives and false negatives of a page, adding up to one."""
    a, b = shingles(truth), shingles(found)
    both = sum(min(n, b.get(key, 0)) for key, n in a.items())
    counts = both, sum(b.values()) - both, sum(a.values()) - both
    total = sum(counts)
    return tuple(n / total for n in counts) if total else (0.0, 0.0, 0.0)


def precision_recall(pages):
    """Means over pages; a page without an article that yields none is right."""
    def rate(hits, others, missed):
        if hits == others == missed == 0: return 1.0
        return hits / (hits + others) if hits + others else (1.0 if missed == 0 else 0.0)
    precision = statistics.mean(rate(tp, fp, fn) for tp, fp, fn in pages)
    recall = statistics.mean(rate(tp, fn, fp) for tp, fp, fn in pages)
    return precision, recall


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_bodies(truth, reports):
    scores = {name: overlap(entry["articleBody"], reports.get(name + ".html", {}).get("text")) for name, entry in truth.items()}
    values = list(scores.values())
    precision, recall = precision_recall(values)
    rng = random.Random(1)
    spread = [f1(*precision_recall(rng.choices(values, k=len(values)))) for _ in range(1000)]
    figures = {"body.F1": f1(precision, recall), "body.F1.sd": statistics.pstdev(spread), "body.precision": precision, "body.recall": recall}
    notes = [f"{f1(tp / (tp + fp) if tp + fp else 0, tp / (tp + fn) if tp + fn else 0):.3f}  fp {fp:.3f}  fn {fn:.3f}  {name}"
             for name, (tp, fp, fn) in sorted(scores.items(), key=lambda item: (item[1][0], item[0])) if tp < 0.995]
    return figures, notes


# ---- segments

def score_segments(truth, reports):
    tp = fn = fp = tn = 0
    notes = []
    for address, entry in sorted(truth.items()):
        text = reports.get(entry["file"], {}).get("text") or ""
        kept, missed = [s for s in entry["with"] if s in text], [s for s in entry["with"] if s not in text]
        stray = [s for s in entry["without"] if s in text]
        tp, fn, fp, tn = tp + len(kept), fn + len(missed), fp + len(stray), tn + len(entry["without"]) - len(stray)
        if missed or stray:
            notes.append(f"{entry['file']}: missed {missed}, stray {stray}")
    precision, recall = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
    return {"segments.F1": f1(precision, recall), "segments.precision": precision, "segments.recall": recall,
            "segments.accuracy": (tp + tn) / max(1, tp + tn + fp + fn)}, notes


# ---- dates

def score_dates(truth, reports):
    right = wrong = none = 0
    notes = []
    for address, entry in sorted(truth.items()):
        published = reports.get(entry["file"], {}).get("published")
        day = published["value"][:10] if published else None
        right, wrong, none = right + (day == entry["date"]), wrong + (day is not None and day != entry["date"]), none + (day is None)
        if day != entry["date"]:
            notes.append(f"{entry['file']}: {entry['date']}, found {day}" + (f" in {published['evidence']}" if published else ""))
    return {"dates.exact": right / max(1, len(truth)), "dates.wrong": wrong / max(1, len(truth)), "dates.none": none / max(1, len(truth))}, notes


# ---- layouts

def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except ValueError as error:
        raise Trouble(f"{path} is not JSON: {error}") from error


def sets(folder):
    """(score, truth, {name: bytes}) of each set in a folder."""
    if not os.path.isdir(folder):
        raise Trouble(f"{folder} is not a folder")
    found = []
    bodies, segments, html = os.path.join(folder, "ground-truth.json"), os.path.join(folder, "evaldata.json"), os.path.join(folder, "html")
    if os.path.isfile(bodies):
        truth = load(bodies)
        found.append((score_bodies, truth, {name + ".html": page(html, name + ".html") for name in truth}))
    if os.path.isfile(segments):
        truth = load(segments)
        found.append((score_segments, truth, {entry["file"]: page(html, entry["file"]) for entry in truth.values()}))
    tests = os.path.join(folder, "tests")
    for name in sorted(os.listdir(tests)) if os.path.isdir(tests) else []:
        if name.startswith("eval_") and name.endswith(".json"):
            # A page that nobody could date has no label.
            truth = {k: v for k, v in load(os.path.join(tests, name)).items() if isinstance(v.get("date"), str)}
            found.append((score_dates, truth, {entry["file"]: page(os.path.join(tests, "test_set"), entry["file"]) for entry in truth.values()}))
    if not found:
        raise Trouble(f"{folder} has none of ground-truth.json, evaldata.json, tests/eval_*.json")
    for score, truth, pages in found:
        missing = sorted(name for name, data in pages.items() if data is None)
        if missing:
            raise Trouble(f"{folder}: no page {missing[0]}, and {len(missing) - 1} more")
    return found


def main(arguments=None):
    parser = harness.arguments("extraction", __doc__, "a folder with pages and their truth")
    options = parser.parse_args(arguments)
    try:
        program, results = binary(options.stemma), []
        for folder in options.folders:
            for score, truth, pages in sets(folder):
                reports, size, seconds = extract(program, pages)
                figures, notes = score(truth, reports)
                figures.update({"pages": len(pages), "megabytes": size / 1e6, "process.MBps": size / 1e6 / max(seconds, 1e-9)})
                results.append((os.path.basename(os.path.abspath(folder)), figures, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate extraction: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Stemma's extractor beside two well-known ones: the same pages in memory, the same scorer, one run.

Started by Scripts/bench-pages. A tool's rate is the pages' bytes by the processor time of its best round of three, on one
core, from decoded text (Stemma: from `stemma-benchmarks --pages`) to its result. F1 is that of Scripts/evaluate.
"""
import json, os, subprocess, sys, time

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(TOP, "Evaluation"))
import evaluate_extraction as evaluation  # noqa: E402


def peers():
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    return {
        "trafilatura": lambda page: trafilatura.extract(page, include_comments=False),
        "trafilatura, precision": lambda page: trafilatura.extract(page, include_comments=False, favor_precision=True),
        "trafilatura, fast": lambda page: trafilatura.extract(page, include_comments=False, fast=True),
        "resiliparse": lambda page: extract_plain_text(page, main_content=True),
    }


def stemma(folder):
    """MB/s of the extractor on pages in memory."""
    program = os.path.join(TOP, ".build", "release", "stemma-benchmarks")
    rows = json.loads(subprocess.run([program, "--pages", os.path.join(folder, "html"), "--json"], check=True, capture_output=True).stdout)
    return {row["name"]: row["value"] for row in rows}


def main(folder):
    (score, truth, pages), = [s for s in evaluation.sets(folder) if s[0] is evaluation.score_bodies]
    size = sum(map(len, pages.values())) / 1e6
    reports, _, _ = evaluation.extract(os.path.join(TOP, ".build", "release", "stemma"), pages)
    rates = stemma(folder)
    rows = [("stemma", score(truth, reports)[0]["body.F1"], rates["extraction: page to report"])]
    texts = {name: data.decode("utf-8", "replace") for name, data in pages.items()}
    for name, extract in peers().items():
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            found = {page: {"text": extract(text) or ""} for page, text in texts.items()}
            best = min(best, time.process_time() - start)
        rows.append((name, score(truth, found)[0]["body.F1"], size / best))
    print(f"{'':<26}{'F1':>8}{'MB/s':>9}{'stemma is':>13}")
    for name, figure, rate in rows:
        print(f"{name:<26}{figure:>8.4f}{rate:>9.1f}{rows[0][2] / rate:>11.1f} x")
    print(f"\nthe HTML5 tree of what the guard leaves: {rates['extraction: tree of what the guard leaves']:.0f} MB/s")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))

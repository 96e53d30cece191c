"""Texts through `stemma stage annotate`, and what the scorers of its lines share."""
import json, resource, subprocess

from harness import Trouble


def annotate(program, texts, published=None):
    """The line of each text, with the processor seconds of the whole process; `published` is a date or a list of them."""
    dates = published if isinstance(published, list) else [published] * len(texts)
    lines = (json.dumps({"id": str(at), "text": text, "language": "en", **({"published": date} if date else {})}, ensure_ascii=True)
             for at, (text, date) in enumerate(zip(texts, dates)))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([program, "stage", "annotate"], input="".join(line + "\n" for line in lines).encode(), capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        raise Trouble(f"stemma stage annotate ended with status {run.returncode}: {run.stderr.decode('utf-8', 'replace').strip()[-1000:]}")
    found = {line["id"]: line for line in map(json.loads, run.stdout.splitlines())}
    missing = [at for at in range(len(texts)) if str(at) not in found]
    if missing:
        raise Trouble(f"stemma stage annotate gave no line for {len(missing)} of {len(texts)} texts; the first is {texts[missing[0]][:80]!r}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [found[str(at)] for at in range(len(texts))], seconds


def equal(a, b):
    """Equal to one in a million, and to a millionth near zero."""
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def pairs(expected, found, fits):
    """The most pairs (expected, found), each used once, of which `fits` holds: augmenting paths."""
    partner = {}

    def place(a, seen):
        for b in range(len(found)):
            if b not in seen and fits(expected[a], found[b]):
                seen.add(b)
                if b not in partner or place(partner[b], seen):
                    partner[b] = a
                    return True
        return False

    for a in range(len(expected)):
        place(a, set())
    return sorted((a, b) for b, a in partner.items())


def rates(hits, expected, found):
    precision = hits / found if found else 1.0 if not expected else 0.0
    recall = hits / expected if expected else 1.0 if not found else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

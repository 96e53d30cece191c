#!/usr/bin/env python3
"""How many near-copies are found, and how many of those given are any.

    Scripts/evaluate nearcopies DIR…                  # runs `stemma stories DIR/docs.jsonl`
    Scripts/evaluate nearcopies DIR --given FILE      # scores what a program wrote

DIR has docs.jsonl {"id", "text", …}, truth.jsonl {"id", "group", …} (in the order of docs.jsonl) and pairs.tsv (two ids and the Jaccard index of their
word 3-grams, for all pairs of one group). FILE is JSON Lines: of a near-copy group {"reports": [id, …]}, of a story {"nearCopies": [group, …]} where a
group is a list of ids or an object with `reports`, or of a pair {"pair": [id, id]}. All pairs within a group are given.

  P               of the pairs given, those that are of one group in truth or share 30 % of the shorter one's word 3-grams
  P provenance    of the pairs given, those that are of one group in truth
  R               of the pairs of one group in truth, those given
  R .2–.3         the same by the Jaccard index of the pair
  pairs, groups   that are given; `largest` is the largest group's reports
  reports/s       of the whole program by wall clock, when it was run

A word is a run of letters and digits in lower case.
"""
import collections, functools, itertools, json, os, re, subprocess, sys, tempfile, time

import harness
from harness import Trouble

WORD = re.compile(r"\w+")
SHARE = .3


def grams(text):
    words = WORD.findall(text.lower())
    return {hash(tuple(words[i:i + 3])) for i in range(max(1, len(words) - 2))}


class Corpus:
    """Reports by their ids; texts stay on disk."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "docs.jsonl")
        self.starts, self.place = [], {}
        with open(self.path, "rb") as file:
            at = 0
            for line in file:
                found = re.match(rb'\{"id": ("[^"]*"|\d+)', line)
                key = str(json.loads(found[1])) if found else str(json.loads(line)["id"])
                self.place[key] = len(self.starts)
                self.starts.append(at)
                at += len(line)
        self.file = open(self.path, "rb")
        with open(os.path.join(folder, "truth.jsonl"), encoding="utf-8") as file:
            groups = {str(r["id"]): r["group"] for r in map(json.loads, file)}
        self.group = [groups[key] for key in self.place]
        self.true = {}
        with open(os.path.join(folder, "pairs.tsv"), encoding="utf-8") as file:
            for line in file:
                a, b, jaccard = line.split("\t")[:3]
                self.true[self.pair(a, b)] = float(jaccard)
        self.grams = functools.lru_cache(4000)(self.read)

    def pair(self, a, b):
        a, b = self.place[str(a)], self.place[str(b)]
        return (a, b) if a < b else (b, a)

    def read(self, place):
        self.file.seek(self.starts[place])
        return grams(json.loads(self.file.readline())["text"])

    def share(self, a, b):
        """Of the word 3-grams of the shorter one those that the other has."""
        x, y = self.grams(a), self.grams(b)
        return len(x & y) / min(len(x), len(y))


def given(corpus, lines):
    """(set of pairs, sizes of groups)"""
    pairs, sizes = set(), []
    for number, line in enumerate(lines, 1):
        if not line.strip(): continue
        try:
            record = json.loads(line)
            if "pair" in record:
                pairs.add(corpus.pair(*record["pair"]))
                continue
            for group in record.get("nearCopies", [record] if "reports" in record and "nearCopies" not in record else []):
                members = sorted({corpus.place[str(m)] for m in (group["reports"] if isinstance(group, dict) else group)})
                sizes.append(len(members))
                pairs.update(itertools.combinations(members, 2))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Trouble(f"line {number} of what was given is no group or pair of this corpus: {error!r}") from error
    return pairs, sizes


def score(corpus, pairs, sizes):
    """(figures, notes)"""
    apart = sorted(p for p in pairs if corpus.group[p[0]] != corpus.group[p[1]])
    shares = [(p, corpus.share(*p)) for p in apart]
    wrong = [(p, s) for p, s in shares if s < SHARE]
    found = len(pairs) - len(apart)
    bands = collections.defaultdict(lambda: [0, 0])
    for pair, jaccard in corpus.true.items():
        band = bands[min(9, int(jaccard * 10))]
        band[0] += pair in pairs
        band[1] += 1
    figures = {"P": 1 - len(wrong) / max(1, len(pairs)), "P provenance": found / max(1, len(pairs)), "R": found / max(1, len(corpus.true))}
    for band in sorted(bands):
        figures[f"R .{band}–{'1' if band == 9 else '.' + str(band + 1)}"] = bands[band][0] / bands[band][1]
    figures |= {"pairs": len(pairs), "true pairs": len(corpus.true)}
    if sizes: figures |= {"groups": sum(s > 1 for s in sizes), "largest": max(sizes)}
    return figures, [f"reports {a} and {b} share {s:.2f}" for (a, b), s in wrong]


def run(program, folder):
    """(lines, seconds) of `stemma stories`."""
    start = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        done = subprocess.run([program, "stories", "--quiet", os.path.join(folder, "docs.jsonl")], stdout=out, stderr=subprocess.PIPE, text=True)
        if done.returncode: raise Trouble(f"stemma stories ended with {done.returncode}: {done.stderr[-500:]}")
        seconds = time.monotonic() - start
        out.seek(0)
        return out.readlines(), seconds


def main(arguments=None):
    parser = harness.arguments("nearcopies", __doc__, "a corpus: docs.jsonl, truth.jsonl, pairs.tsv")
    parser.add_argument("--given", metavar="FILE", help="groups or pairs as JSON Lines, instead of running stemma; for one DIR")
    options = parser.parse_args(arguments)
    results = []
    try:
        if options.given and len(options.folders) > 1: raise Trouble("--given goes with one folder")
        program = None if options.given else harness.binary(options.stemma)
        for folder in options.folders:
            corpus = Corpus(folder)
            if options.given:
                with open(options.given, encoding="utf-8") as file: figures, notes = score(corpus, *given(corpus, file))
            else:
                lines, seconds = run(program, folder)
                figures, notes = score(corpus, *given(corpus, lines))
                figures["reports/s"] = round(len(corpus.place) / seconds)
            results.append((os.path.basename(os.path.abspath(folder)), figures, notes))
    except (Trouble, OSError, ValueError, KeyError) as trouble:
        print(f"Scripts/evaluate nearcopies: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

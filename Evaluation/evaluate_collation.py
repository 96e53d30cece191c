#!/usr/bin/env python3
"""Scores what Stemma makes of several reports together: what they say in common, how each has it, and what differs.

    Scripts/evaluate collation DIR…

What a folder holds is told by its files, and each kind is scored as the head of its module says:

  truth.json or gold.json                 a story with its hand-made truth      collation_stories.py
  ECBplus_coreference_sentences.csv       ECB+: sentences on the same event     collation_events.py
  incidents.jsonl and reports.jsonl       incidents with their true tolls       collation_tolls.py
  msr-para-…, sts-…, ClaimDiff-….json     pairs of statements                   collation_pairs.py

Beside Stemma's figures stand those of answers that know only words, from the same run: `overlap` is Dice's coefficient of
two texts' words, `tfidf` the cosine of their weighted words (likeness.py). Their thresholds are the best there are for them on
the set, so they are flattered.
"""
import os, sys

import collation_events, collation_pairs, collation_stories, collation_tolls
import harness
from harness import Trouble, binary

# (what it must hold, who scores it)
KINDS = (
    (("truth.json",), collation_stories.score),
    (("gold.json",), collation_stories.score),
    ((collation_events.LISTED,), collation_events.score),
    (("incidents.jsonl", "reports.jsonl"), collation_tolls.score),
    (collation_pairs.MSRP, collation_pairs.msrp),
    (collation_pairs.STS, collation_pairs.sts),
    (("ClaimDiff-strength-train.json",), collation_pairs.claimdiff),
)


def scorer(folder):
    if not os.path.isdir(folder):
        raise Trouble(f"{folder} is not a folder")
    names = {name for _, _, files in os.walk(folder) for name in files}
    for wanted, score in KINDS:
        if names.issuperset(wanted): return score
    raise Trouble(f"{folder} holds no set that is known: " + "; ".join(" and ".join(wanted) for wanted, _ in KINDS))


def main(arguments=None):
    parser = harness.arguments("collation", __doc__, "a folder with one of the sets")
    parser.add_argument("--sample", type=int, metavar="N", help="score only so many topics or incidents, the same ones each time")
    options = parser.parse_args(arguments)
    try:
        chosen = [(folder, scorer(folder)) for folder in options.folders]
        program, results = binary(options.stemma), []
        for folder, score in chosen:
            name = os.path.basename(os.path.abspath(folder))
            try:
                figures, notes = score(program, folder, options)
            except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
                raise Trouble(f"{folder} is not in the layout of its set: {error!r}") from error
            sampled = f", {options.sample} sampled" if options.sample else ""
            results.append((name + sampled, {key: value for key, value in figures.items() if value is not None}, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate collation: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

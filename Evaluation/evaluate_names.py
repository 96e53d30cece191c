"""Measures the names that `stemma stage annotate` finds, against IOB2 files of Universal NER (PER, ORG, LOC).

Each document is its sentences' `# text` joined by a space. A name is right when its span is exactly the annotated one
(a possessive ending is not counted) and, for the figures by kind, when its kind is. Titles that stand for a person
("the president") are names of nobody here and are left out.
"""
import os, re, sys

from annotations import annotate, rates
from evaluate_sentences import bytes_of
import harness
from harness import Trouble, binary

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}


def documents(path):
    """Each document as its text and its names as (start, end, kind), in characters."""
    found, text, names, place, entry = [], "", [], 0, None

    def close():
        nonlocal entry
        if entry:
            names.append(tuple(entry))
        entry = None

    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if text:
                    found.append((text, names))
                text, names = "", []
            elif line.startswith("# text = "):
                text += " " if text else ""
                place = len(text)
                text += line[len("# text = "):].strip()
            elif not line:
                close()
            elif not line.startswith("#"):
                _, token, tag = line.split("\t")[:3]
                start = text.find(token, place)
                if start < 0:
                    raise Trouble(f"{path}: {token!r} is not in its sentence's text")
                place = start + len(token)
                if not tag.startswith("I-"):
                    close()
                if tag.startswith("B-"):
                    entry = [start, place, tag[2:]]
                elif tag.startswith("I-") and entry:
                    entry[1] = place
    close()
    return found + ([(text, names)] if text else [])


def ours(line):
    found = set()
    for entity in line["entities"]:
        for mention in entity["mentions"]:
            name = re.sub(r"(?:['’]s?)$", "", mention["text"])
            if re.search(r"(?:^|[\s-])[^\Wa-z_]\S*$", name) is None:
                continue  # "the president": a title that stands for a name
            found.add((mention["start"], mention["start"] + len(name.encode()), KINDS.get(entity["kind"], "other")))
    return found


def score(docs, lines):
    counts = {kind: [0, 0, 0] for kind in ("spans", *KINDS.values())}
    notes = []
    for (text, names), line in zip(docs, lines):
        spans = bytes_of(text, [(start, end) for start, end, _ in names])
        gold = {(*span, kind) for span, (_, _, kind) in zip(spans, names)}
        found = ours(line)
        named = {name for name in found if name[2] != "other"}
        for kind in KINDS.values():
            a, b = {name for name in gold if name[2] == kind}, {name for name in named if name[2] == kind}
            for at, value in enumerate((len(a & b), len(a), len(b))):
                counts[kind][at] += value
        a, b = {name[:2] for name in gold}, {name[:2] for name in named}
        for at, value in enumerate((len(a & b), len(a), len(b))):
            counts["spans"][at] += value
        raw = text.encode()
        told = lambda name: f"{name[2]:<6}{raw[max(0, name[0] - 40):name[0]].decode('utf-8', 'ignore')}[{raw[name[0]:name[1]].decode('utf-8', 'ignore')}]{raw[name[1]:name[1] + 30].decode('utf-8', 'ignore')}"
        notes += ["missed    " + told(name) for name in sorted(gold - found)]
        notes += ["invented  " + told(name) for name in sorted(named - gold)]
    figures = {}
    for kind, (hits, expected, found) in counts.items():
        for name, value in zip(("precision", "recall", "f1"), rates(hits, expected, found)):
            figures[f"{kind}.{name}"] = value
    hits, expected, found = (sum(counts[kind][at] for kind in KINDS.values()) for at in range(3))
    figures["exact.f1"] = rates(hits, expected, found)[2]
    return figures, notes


def main(arguments=None):
    options = harness.arguments("names", __doc__, "a file in IOB2 with '# text = ' before each sentence").parse_args(arguments)
    try:
        program, results = binary(options.stemma), []
        for path in options.folders:
            if not os.path.isfile(path):
                raise Trouble(f"{path} is no file")
            docs = documents(path)
            if not docs:
                raise Trouble(f"there is no '# text = ' in {path}")
            lines, seconds = annotate(program, [text for text, _ in docs])
            figures, notes = score(docs, lines)
            figures.update({"documents": len(docs), "docs/s": len(docs) / max(seconds, 1e-9)})
            results.append((os.path.basename(path).removesuffix(".iob2"), figures, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate names: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measures where `stemma stage annotate` ends sentences, against treebanks in CoNLL-U.

Each document is its sentences' `# text` joined by a space, paragraphs by a line break; what is compared is the exact span
of each sentence, and where sentences end. A FILE is *.conllu or *.conllu.gz, or a folder with such files.
"""
import glob, gzip, os, sys

from annotations import annotate, rates
import harness
from harness import Trouble, binary


def documents(path):
    """Each document as its text and the spans of its sentences, in characters."""
    opened = gzip.open if path.endswith(".gz") else open
    found, text, spans, glue = [], "", [], ""
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if spans:
                    found.append((text, spans))
                text, spans, glue = "", [], ""
            elif line.startswith("# newpar") and text:
                glue = "\n"
            elif line.startswith("# text = "):
                sentence = line[len("# text = "):].strip()
                text += glue
                spans.append((len(text), len(text) + len(sentence)))
                text += sentence
                glue = " "
    return found + ([(text, spans)] if spans else [])


def files(places):
    for place in places:
        if os.path.isdir(place):
            found = sorted(glob.glob(os.path.join(place, "*.conllu")) + glob.glob(os.path.join(place, "*.conllu.gz")))
            if not found:
                raise Trouble(f"there is no *.conllu or *.conllu.gz in {place}")
            yield from found
        elif os.path.isfile(place):
            yield place
        else:
            raise Trouble(f"{place} is no file or folder")


def bytes_of(text, spans):
    """Spans of characters as spans of bytes."""
    places, at = {}, 0
    wanted = {place for span in spans for place in span}
    for number, letter in enumerate(text):
        if number in wanted:
            places[number] = at
        at += len(letter.encode())
    places[len(text)] = at
    return [(places[start], places[end]) for start, end in spans]


def score(docs, lines):
    hits = ends = expected = found = 0
    notes = []
    for (text, spans), line in zip(docs, lines):
        gold, ours = bytes_of(text, spans), [(sentence["start"], sentence["end"]) for sentence in line["sentences"]]
        hits += len(set(gold) & set(ours))
        gold_ends, our_ends = {end for _, end in gold}, {end for _, end in ours}
        ends += len(gold_ends & our_ends)
        expected, found = expected + len(gold), found + len(ours)
        raw = text.encode()
        around = lambda place: raw[max(0, place - 50):place].decode("utf-8", "ignore") + " | " + raw[place:place + 30].decode("utf-8", "ignore")
        notes += ["missed    " + around(end).replace("\n", "⏎") for end in sorted(gold_ends - our_ends)]
        notes += ["invented  " + around(end).replace("\n", "⏎") for end in sorted(our_ends - gold_ends)]
    names = ("precision", "recall", "f1")
    figures = {f"sentences.{name}": value for name, value in zip(names, rates(hits, expected, found))}
    figures.update({f"ends.{name}": value for name, value in zip(names, rates(ends, expected, found))})
    return figures, notes


def main(arguments=None):
    options = harness.arguments("sentences", __doc__, "a treebank in CoNLL-U, or a folder of them").parse_args(arguments)
    try:
        program, results = binary(options.stemma), []
        for path in files(options.folders):
            docs = documents(path)
            if not docs:
                raise Trouble(f"there is no '# text = ' in {path}")
            lines, seconds = annotate(program, [text for text, _ in docs])
            figures, notes = score(docs, lines)
            figures.update({"documents": len(docs), "docs/s": len(docs) / max(seconds, 1e-9)})
            results.append((os.path.basename(path).removesuffix(".gz").removesuffix(".conllu"), figures, notes))
    except Trouble as trouble:
        print(f"Scripts/evaluate sentences: {trouble}", file=sys.stderr)
        return 2
    harness.show(results, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
